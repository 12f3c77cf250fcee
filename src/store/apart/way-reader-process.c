/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Starts the reader, and takes what it says for what it is worth.
 */
#include "config.h"

#include "way-reader-process.h"

#include "way-migration.h"
#include "way-paths.h"
#include "way-plan-format.h"
#include "way-reader-answer.h"
#include "way-reader-child.h"
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

/* A file without a name, which is only memory */
static int
open_memory (void)
{
  return memfd_create ("plan", MFD_CLOEXEC);
}

/* Ready to be read from its beginning; -1, and closed, when that or what was before has failed */
static int
rewind_or_close (int fd, gboolean done)
{
  if (fd >= 0 && done && lseek (fd, 0, SEEK_SET) == 0)
    return fd;
  if (fd >= 0)
    close (fd);

  return -1;
}

/* What a stream gives, as a file without a name; what is beyond the bound is left out and refused
 * for its size */
static int
fetch (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = g_malloc (PIPE_SIZE);
  guint64 n_read = 0;
  gssize length = 0;
  int fd = open_memory ();

  while (fd >= 0 && n_read <= WAY_PLAN_MAX_BYTES
         && (length = g_input_stream_read (stream, buffer, PIPE_SIZE, cancellable, error)) > 0
         && write (fd, buffer, (gsize)length) == length)
    n_read += (guint64)length;

  return rewind_or_close (fd, length >= 0);
}

/* A file that is not on this computer */
static int
fetch_file (GFile *file, GCancellable *cancellable)
{
  g_autoptr (GInputStream) stream = G_INPUT_STREAM (g_file_read (file, cancellable, NULL));

  return stream != NULL ? fetch (stream, cancellable, NULL) : -1;
}

/* The file, open for reading; -1 for what has to be refused unread */
static int
open_file (GFile *file, GCancellable *cancellable)
{
  g_autofree char *path = g_file_get_path (file);
  struct stat status;
  int fd;

  if (path == NULL)
    return fetch_file (file, cancellable);

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
ask (WayReaderAnswer *answer, WayReaderTask task, const char *name, int fd,
     GCancellable *cancellable, GError **error)
{
  g_autoptr (GSubprocess) process = start (task, name, fd, error);
  GInputStream *pipe;

  if (process == NULL)
    return FALSE;

  pipe = g_subprocess_get_stdout_pipe (process);
  if (G_IS_UNIX_INPUT_STREAM (pipe)) /* only faster */
    fcntl (g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (pipe)), F_SETPIPE_SZ, PIPE_SIZE);
  way_reader_answer_take (answer, pipe, cancellable);
  /* It has said all, or shall say no more. Nobody waits for it: to give back its memory takes the
   * kernel some milliseconds, and GLib's own thread hears of its end. */
  g_subprocess_force_exit (process);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (answer->refusal != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&answer->refusal));
      return FALSE;
    }
  if (!way_reader_answer_is_whole (answer))
    {
      fail (name, WAY_REFUSAL_GAVE_UP, NULL, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
migrate (WayReaderAnswer *answer)
{
  WayFormatVersion version;
  const char *format = answer->report.format;

  return format != NULL && way_format_version_parse (format, strlen (format), &version)
         && way_migrate_plan (answer->plan, version, NULL);
}

/* Takes @fd */
static WayPlan *
read_fd (int fd, const char *name, WayReadReport *report, GCancellable *cancellable, GError **error)
{
  g_auto (WayReaderAnswer) answer = { 0 };
  gboolean answered;

  way_reader_answer_init (&answer);
  answered = ask (&answer, WAY_READER_READ, name, fd, cancellable, error);
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
way_plan_read_apart (GFile *file, WayReadReport *report, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  int fd = open_file (file, cancellable);

  g_return_val_if_fail (report != NULL, NULL);

  if (fd < 0) /* which is refused before there is anything to parse */
    return way_plan_read_file (file, report, cancellable, error);

  return read_fd (fd, name, report, cancellable, error);
}

WayPlan *
way_plan_read_stream_apart (GInputStream *stream, const char *name, WayReadReport *report,
                            GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  int fd;

  g_return_val_if_fail (report != NULL, NULL);

  fd = fetch (stream, cancellable, &cause);
  if (fd >= 0)
    return read_fd (fd, name, report, cancellable, error);

  if (cause != NULL)
    g_propagate_error (error, g_steal_pointer (&cause));
  else
    fail (name, WAY_REFUSAL_MEMORY, NULL, error);

  return NULL;
}

WayPlan *
way_plan_salvage_apart (GFile *file, GPtrArray **missing, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_auto (WayReaderAnswer) answer = { 0 };
  int fd = open_file (file, cancellable);

  if (fd < 0)
    return way_plan_salvage_file (file, missing, cancellable, error);

  way_reader_answer_init (&answer);
  if (!ask (&answer, WAY_READER_SALVAGE, name, fd, cancellable, error))
    return NULL;
  *missing = g_steal_pointer (&answer.report.diagnostics);

  return g_steal_pointer (&answer.plan);
}
