/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The reader at the far end of the pipe.
 */
#include "config.h"

#include "way-reader-child.h"

#include "way-plan-reader.h"
#include "way-reader-wire.h"
#include "way-salvage.h"
#include "way-sandbox.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>
#include <sys/stat.h>

/* A plan takes less than its file; packed by DEFLATE the file is shorter, but such are rare */
#define MEMORY_MIN (G_GUINT64_CONSTANT (512) << 20)
#define MEMORY_A_BYTE 6
#define SECONDS_MIN 20
#define BYTES_A_SECOND (2 * 1000 * 1000) /* a hundredth of what it reads */

static const char *const words[] = {
  [WAY_READER_READ] = "read",
  [WAY_READER_SALVAGE] = "salvage",
};

const char *
way_reader_task_get_word (WayReaderTask task)
{
  g_return_val_if_fail (task < WAY_N_READER_TASKS, NULL);

  return words[task];
}

gboolean
way_reader_task_parse (const char *word, WayReaderTask *task)
{
  for (guint i = 0; i < WAY_N_READER_TASKS; i++)
    if (strcmp (word, words[i]) == 0)
      {
        *task = (WayReaderTask)i;
        return TRUE;
      }

  return FALSE;
}

/* What would be opened later, when nothing can be: the words of messages, the source of chance, and
 * the tables that UTF-16 is recoded by, which stay while somebody holds them */
static GIConv
open_early (void)
{
  xmlInitParser ();
  g_random_int ();
  (void)g_dgettext (GETTEXT_PACKAGE, "it is damaged");

  return g_iconv_open ("UTF-8", "UTF-16LE");
}

static void
on_record (const WayRecord *record, gpointer writer)
{
  way_wire_writer_add_record (writer, record);
}

static void
send_diagnostics (WayWireWriter *writer, GPtrArray *diagnostics)
{
  for (guint i = 0; diagnostics != NULL && i < diagnostics->len; i++)
    way_wire_writer_add_diagnostic (writer, g_ptr_array_index (diagnostics, i));
}

/* At once: who waits for it need not wait for our memory to be given back */
static gboolean
send_end (WayWireWriter *writer, const GError *error)
{
  if (error != NULL)
    way_wire_writer_add_refusal (writer, error);
  else
    way_wire_writer_add (writer, WAY_WIRE_DONE, NULL, 0);

  return way_wire_writer_flush (writer);
}

static gboolean
read_plan (WayWireWriter *writer, const char *name, int input)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_fd (input, name, on_record, writer, &report, &error);

  if (report.format != NULL)
    way_wire_writer_add (writer, WAY_WIRE_FORMAT, report.format, strlen (report.format));
  if (report.read_only)
    way_wire_writer_add (writer, WAY_WIRE_READ_ONLY, NULL, 0);
  send_diagnostics (writer, report.diagnostics);

  return send_end (writer, plan == NULL ? error : NULL);
}

static gboolean
salvage_plan (WayWireWriter *writer, const char *name, int input)
{
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_salvage_fd (input, name, &missing, &error);

  if (plan != NULL)
    way_wire_writer_add_plan (writer, plan);
  send_diagnostics (writer, missing);

  return send_end (writer, error);
}

static gboolean
enter_sandbox (int input)
{
  struct stat status;
  guint64 size = fstat (input, &status) == 0 ? (guint64)status.st_size : 0;

  return way_sandbox_enter (MEMORY_MIN + size * MEMORY_A_BYTE,
                            (guint)(SECONDS_MIN + size / BYTES_A_SECOND), NULL)
         != 0;
}

gboolean
way_reader_child_run (WayReaderTask task, const char *name, int input, int output)
{
  g_autoptr (WayWireWriter) writer = way_wire_writer_new (output);
  GIConv tables = open_early ();
  gboolean done = FALSE;

  if (enter_sandbox (input))
    done = task == WAY_READER_SALVAGE ? salvage_plan (writer, name, input)
                                      : read_plan (writer, name, input);
  if (tables != (GIConv)-1)
    g_iconv_close (tables);

  return done;
}
