/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line on the terminal while something takes long.
 */
#include "config.h"

#include "cli-progress.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <unistd.h>

struct _CliProgress
{
  GThread *thread;
  GMutex mutex;
  GCond ended;
  gboolean is_ended;
  char *text;
};

static gpointer
show (gpointer data)
{
  CliProgress *self = data;
  gint64 start = g_get_monotonic_time ();
  gboolean is_shown = FALSE;

  g_mutex_lock (&self->mutex);
  for (int seconds = 1; !self->is_ended; seconds++)
    {
      while (
          !self->is_ended
          && g_cond_wait_until (&self->ended, &self->mutex, start + seconds * G_TIME_SPAN_SECOND))
        ;
      if (self->is_ended)
        break;

      fputc ('\r', stderr);
      fprintf (stderr, _ ("%s… %d s"), self->text, seconds);
      fflush (stderr);
      is_shown = TRUE;
    }
  g_mutex_unlock (&self->mutex);

  if (is_shown)
    fputs ("\r\033[K", stderr);

  return NULL;
}

CliProgress *
cli_progress_new (Cli *cli, const char *format, ...)
{
  CliProgress *self;
  va_list arguments;

  if (cli->quiet || !isatty (STDERR_FILENO))
    return NULL;

  self = g_new0 (CliProgress, 1);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ended);
  va_start (arguments, format);
  self->text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  self->thread = g_thread_new ("progress", show, self);

  return self;
}

void
cli_progress_free (CliProgress *self)
{
  g_mutex_lock (&self->mutex);
  self->is_ended = TRUE;
  g_cond_signal (&self->ended);
  g_mutex_unlock (&self->mutex);

  g_thread_join (self->thread);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ended);
  g_free (self->text);
  g_free (self);
}
