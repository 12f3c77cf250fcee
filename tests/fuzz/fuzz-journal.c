/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Any bytes at all as a journal: what is restored is sound, and can be saved and opened.
 */
#include "fuzz.h"

#include "way-journal-format.h"
#include "way-journal-reader.h"

#include <string.h>

static void
try_journal (const guint8 *data, gsize size)
{
  g_auto (WayJournalContent) content = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gboolean is_read = way_journal_parse (data, size, "input", &content, &error);

  fuzz_require (is_read == (error == NULL), "an error and a plan, or neither", error);
  fuzz_require (is_read == (content.plan != NULL), "a plan that is none", error);
  if (is_read)
    bytes = fuzz_require_lasting (content.plan);
}

/* Nothing that is changed by chance has the right checksums: they are put right, so that what comes
 * after them is tried as well */
static void
seal (guint8 *data, gsize size)
{
  WayJournalCursor cursor = { data, size };
  const guint8 *magic, *bytes, *payload;
  guint64 checksum, number = 1;

  if (!way_journal_take_bytes (&cursor, strlen (WAY_JOURNAL_MAGIC), &magic)
      || !way_journal_take_u64 (&cursor, &checksum))
    return;

  memcpy (data, WAY_JOURNAL_MAGIC, strlen (WAY_JOURNAL_MAGIC));
  while (way_journal_take_bytes (&cursor, WAY_JOURNAL_ENTRY_HEAD_SIZE, &bytes))
    {
      WayJournalEntryHead head = way_journal_get_entry_head (bytes);

      head.number = number++;
      head.length = (guint32)MIN (head.length, cursor.left);
      way_journal_take_bytes (&cursor, head.length, &payload);
      head.checksum = checksum = way_journal_get_checksum (&head, payload, checksum);
      way_journal_put_entry_head (&head, data + (bytes - data));
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree guint8 *sealed = g_memdup2 (data, MAX (size, 1));

  try_journal (data, size);
  seal (sealed, size);
  try_journal (sealed, size);

  return 0;
}
