/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts the reader, and takes what it says for what it is worth.
 */
#include "config.h"

#include "way-reader-process.h"

#include "way-check.h"
#include "way-migration.h"
#include "way-paths.h"
#include "way-plan-format.h"
#include "way-reader-child.h"
#include "way-reader-wire.h"
#include "way-refusal.h"
#include "way-salvage.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define HELPER "waymark-reader"
#define PIPE_SIZE (1024 * 1024) /* so that neither end waits often for the other */

/* What the process says, put together */
typedef struct
{
  const char *name; /* of the file, in messages */
  WayPlan *plan;
  WayBlockReader *blocks;
  WayReadReport report;
  GError *refusal;   /* nullable */
  gboolean is_whole; /* all records are there */
  gboolean is_sound;
  gboolean is_done;
} Answer;

static void
answer_init (Answer *self, const char *name)
{
  *self = (Answer){ .name = name };
  self->plan = way_plan_new (NULL);
  self->blocks = way_block_reader_new ();
  self->report.diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)way_diagnostic_free);
}

static void
answer_clear (Answer *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->blocks, way_block_reader_free);
  way_read_report_clear (&self->report);
  g_clear_error (&self->refusal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Answer, answer_clear)

/* The message that any refusal of a file as a whole has */
static void
fail (const char *name, WayRefusal refusal, const char *detail, GError **error)
{
  const WayRefusalInfo *info = way_refusal_get_info (refusal);
  g_autoptr (GError) cause = NULL;

  way_refusal_set (&cause, refusal, detail);
  g_set_error (error, WAY_STORE_ERROR, (int)info->code, "%s: %s. %s", name, cause->message,
               _ (info->remedy));
}

/* What the reader finds sound has to be so for us, too */
static gboolean
is_sound (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  for (guint i = 0; i < problems->len; i++)
    if (((const WayProblem *)g_ptr_array_index (problems, i))->severity == WAY_PROBLEM_ERROR)
      return FALSE;

  return TRUE;
}

/* The plan's own record is the last one: it is checked here while the reader checks it there */
static gboolean
take_record (Answer *self, const WayWireMessage *message)
{
  WayRecord *record = way_block_reader_read (self->blocks, message->bytes, message->size);
  gboolean is_last = record != NULL && way_record_get_kind (record) == WAY_KIND_PLAN;

  if (record == NULL || self->is_whole || !way_plan_add_loaded (self->plan, record))
    return FALSE;
  if (is_last)
    {
      self->is_whole = TRUE;
      self->is_sound = is_sound (self->plan);
    }

  return TRUE;
}

/* FALSE when it is nothing that the reader says */
static gboolean
take_message (Answer *self, const WayWireMessage *message)
{
  WayDiagnostic *diagnostic;

  switch (message->type)
    {
    case WAY_WIRE_RECORD:
      return take_record (self, message);
    case WAY_WIRE_DIAGNOSTIC:
      diagnostic = way_wire_message_get_diagnostic (message);
      if (diagnostic == NULL || self->report.diagnostics->len >= WAY_MAX_DIAGNOSTICS)
        {
          g_clear_pointer (&diagnostic, way_diagnostic_free);
          return FALSE;
        }
      g_ptr_array_add (self->report.diagnostics, diagnostic);
      return TRUE;
    case WAY_WIRE_FORMAT:
      g_free (self->report.format);
      self->report.format = way_wire_message_get_text (message);
      return self->report.format != NULL;
    case WAY_WIRE_READ_ONLY:
      self->report.read_only = TRUE;
      return TRUE;
    case WAY_WIRE_REFUSED:
      self->refusal = way_wire_message_get_refusal (message);
      return self->refusal != NULL;
    case WAY_WIRE_DONE:
      self->is_done = TRUE;
      return TRUE;
    default:
      return FALSE;
    }
}

/* Reads on to the last message, or to where the answer stops making sense */
static void
take_answer (Answer *self, GInputStream *pipe, GCancellable *cancellable)
{
  g_autoptr (WayWireReader) reader = way_wire_reader_new (pipe);
  WayWireMessage message;

  while (!self->is_done && self->refusal == NULL
         && way_wire_reader_next (reader, &message, cancellable))
    if (!take_message (self, &message))
      return;
}

/* A file that is not on this computer, as one without a name; what is beyond the bound is left out
 * and refused for its size */
static int
fetch (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, cancellable, error));
  g_autofree char *buffer = g_malloc (PIPE_SIZE);
  guint64 n_read = 0;
  gssize length = 0;
  int fd;

  if (stream == NULL)
    return -1;

  fd = memfd_create ("plan", MFD_CLOEXEC);
  while (fd >= 0 && n_read <= WAY_PLAN_MAX_BYTES
         && (length = g_input_stream_read (stream, buffer, PIPE_SIZE, cancellable, error)) > 0
         && write (fd, buffer, (gsize)length) == length)
    n_read += (guint64)length;

  if (fd >= 0 && length >= 0 && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  if (fd >= 0)
    close (fd);

  return -1;
}

/* The file, open for reading; -1 for what has to be refused unread */
static int
open_file (GFile *file, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (file);
  struct stat status;
  int fd;

  if (path == NULL)
    return fetch (file, cancellable, NULL);

  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
  if (fd >= 0 && fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return fd;
  if (fd >= 0)
    close (fd);

  return -1;
}

/* Takes @fd */
static GSubprocess *
start (WayReaderTask task, const char *name, int fd, GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher
      = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *program = way_paths_get_helper (HELPER);
  g_autoptr (GError) cause = NULL;
  GSubprocess *process;

  g_subprocess_launcher_take_stdin_fd (launcher, fd);
  process = g_subprocess_launcher_spawn (launcher, &cause, program, way_reader_task_get_word (task),
                                         name, NULL);
  if (process == NULL)
    fail (name, WAY_REFUSAL_NO_HELPER, cause->message, error);

  return process;
}

static gboolean
ask (Answer *answer, WayReaderTask task, int fd, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) process = start (task, answer->name, fd, error);
  GInputStream *pipe;

  if (process == NULL)
    return FALSE;

  pipe = g_subprocess_get_stdout_pipe (process);
  if (G_IS_UNIX_INPUT_STREAM (pipe)) /* only faster */
    fcntl (g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (pipe)), F_SETPIPE_SZ, PIPE_SIZE);
  take_answer (answer, pipe, cancellable);
  /* It has said all, or shall say no more */
  g_subprocess_force_exit (process);
  g_subprocess_wait (process, NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (answer->refusal != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&answer->refusal));
      return FALSE;
    }
  if (!answer->is_done || !answer->is_sound)
    {
      fail (answer->name, WAY_REFUSAL_GAVE_UP, NULL, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
migrate (Answer *answer)
{
  WayFormatVersion version;
  const char *format = answer->report.format;

  return format != NULL && way_format_version_parse (format, strlen (format), &version)
         && way_migrate_plan (answer->plan, version, NULL);
}

WayPlan *
way_plan_read_apart (GFile *file, WayReadReport *report, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_auto (Answer) answer = { NULL };
  int fd = open_file (file, cancellable);
  gboolean answered;

  g_return_val_if_fail (report != NULL, NULL);

  if (fd < 0) /* which is refused before there is anything to parse */
    return way_plan_read_file (file, report, cancellable, error);

  answer_init (&answer, name);
  answered = ask (&answer, WAY_READER_READ, fd, cancellable, error);
  if (answered && !migrate (&answer))
    {
      fail (name, WAY_REFUSAL_GAVE_UP, NULL, error);
      answered = FALSE;
    }
  *report = answer.report;
  answer.report = (WayReadReport){ 0 };

  return answered ? g_steal_pointer (&answer.plan) : NULL;
}

WayPlan *
way_plan_salvage_apart (GFile *file, GPtrArray **missing, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_auto (Answer) answer = { NULL };
  int fd = open_file (file, cancellable);

  if (fd < 0)
    return way_plan_salvage_file (file, missing, cancellable, error);

  answer_init (&answer, name);
  if (!ask (&answer, WAY_READER_SALVAGE, fd, cancellable, error))
    return NULL;
  *missing = g_steal_pointer (&answer.report.diagnostics);

  return g_steal_pointer (&answer.plan);
}
