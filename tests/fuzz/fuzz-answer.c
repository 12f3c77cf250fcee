/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes at all as the answer of the process that reads a plan, which may have been taken over
 * by the file: what is taken for a plan lasts.
 */
#include "fuzz.h"

#include "way-random-plan.h"
#include "way-reader-answer.h"
#include "way-reader-wire.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static void
add_words (WayWireWriter *writer)
{
  char called[] = "Sit the CCRN", text[] = "it ends before it starts",
       remedy[] = "Set a later end.";
  WayDiagnostic diagnostic = {
    .severity = WAY_DIAGNOSTIC_WARNING,
    .line = 12,
    .kind = WAY_KIND_MILESTONE,
    .called = called,
    .text = text,
    .remedy = remedy,
  };

  way_wire_writer_add (writer, WAY_WIRE_FORMAT, "1.0", strlen ("1.0"));
  way_wire_writer_add_diagnostic (writer, &diagnostic);
  diagnostic.called = NULL;
  way_wire_writer_add_diagnostic (writer, &diagnostic);
}

/* What an honest reader says of some plan */
static GByteArray *
make_answer (guint seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayPlan) plan = way_random_plan_new (rand, 2, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
  g_autoptr (GError) refusal = g_error_new_literal (WAY_STORE_ERROR, 0, "a: it is damaged.");
  int fd = memfd_create ("answer", MFD_CLOEXEC);
  g_autoptr (WayWireWriter) writer = way_wire_writer_new (fd);
  GByteArray *bytes = g_byte_array_new ();

  way_wire_writer_add_plan (writer, plan);
  add_words (writer);
  if (seed % 4 == 3)
    way_wire_writer_add_refusal (writer, refusal);
  else
    way_wire_writer_add (writer, WAY_WIRE_DONE, NULL, 0);
  fuzz_require (way_wire_writer_flush (writer), "an answer could not be written", NULL);

  g_byte_array_set_size (bytes, (guint)lseek (fd, 0, SEEK_END));
  fuzz_require (pread (fd, bytes->data, bytes->len, 0) == (gssize)bytes->len, "nor be read", NULL);
  close (fd);

  return bytes;
}

/* Whether it is taken for a plan */
static gboolean
try_answer (const guint8 *data, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (data, (gssize)size, NULL);
  g_auto (WayReaderAnswer) answer = { 0 };
  g_autoptr (GBytes) bytes = NULL;

  way_reader_answer_init (&answer);
  way_reader_answer_take (&answer, stream, NULL);
  if (!way_reader_answer_is_whole (&answer))
    return FALSE;

  fuzz_require (answer.refusal == NULL, "a plan and a refusal", answer.refusal);
  bytes = fuzz_require_lasting (answer.plan);

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  FuzzInput input = { data, size };
  guint seed = fuzz_input_take (&input, 1);
  g_autoptr (GByteArray) answer = make_answer (seed);

  try_answer (data, size);
  fuzz_require (input.size > 0 || try_answer (answer->data, answer->len) == (seed % 4 != 3),
                "an honest answer is not believed", NULL);
  fuzz_input_change (&input, answer->data, answer->len);
  try_answer (answer->data, answer->len);

  return 0;
}
