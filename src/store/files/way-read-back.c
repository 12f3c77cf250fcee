/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread that stays behind the one that writes.
 *
 * What is read before the flush has left the kernel's memory as surely as what is read after it: it
 * was waited for until the disk had taken it. That the disk keeps it is what the flush is told.
 */
#include "config.h"

#include "way-read-back.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

/* Memory of a file is held in pieces up to so large; what is read along ends where one ends, or the
 * kernel would keep the piece, and the disk not be asked for it */
#define LARGEST_PAGE (2 * 1024 * 1024)

struct _WayReadBack
{
  int fd;
  WayFingerprinter *found;
  goffset at; /* up to here it is in @found; of the thread, as long as there is one */

  GThread *thread; /* nullable: nothing to follow so far */
  GMutex lock;     /* of what follows */
  GCond changed;
  goffset end; /* up to here it may be read */
  gboolean is_over;
  GError *error; /* nullable: why the thread gave up */
};

WayReadBack *
way_read_back_new (int fd)
{
  WayReadBack *self = g_new0 (WayReadBack, 1);

  self->fd = fd;
  self->found = way_fingerprinter_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);

  return self;
}

/* Waits until the disk has taken it. An error of the disk is told once for each open file, so it is
 * not left to the flush. */
static gboolean
wait_until_taken (WayReadBack *self, goffset end, GError **error)
{
#ifdef HAVE_SYNC_FILE_RANGE
  int result = TEMP_FAILURE_RETRY (sync_file_range (
      self->fd, self->at, end - self->at,
      SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER));

  if (result == 0)
    return TRUE;
  /* Where it cannot be asked for all is read after the flush */
  if (errno != ENOSYS && errno != EINVAL && errno != ESPIPE && errno != EOPNOTSUPP)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
#endif

  return FALSE;
}

/* What the disk has is asked of the disk, as far as the kernel lets go of its own copy */
static gboolean
read_until (WayReadBack *self, goffset end, GError **error)
{
  goffset reached;

  posix_fadvise (self->fd, self->at, end == G_MAXOFFSET ? 0 : end - self->at, POSIX_FADV_DONTNEED);
  reached = way_fingerprinter_add_file (self->found, self->fd, self->at, end, error);
  if (reached < 0)
    return FALSE;
  self->at = reached;

  return TRUE;
}

static gpointer
run (gpointer data)
{
  WayReadBack *self = data;
  gboolean goes_on = TRUE;

  g_mutex_lock (&self->lock);
  while (!self->is_over && goes_on)
    {
      goffset end = self->end;
      GError *error = NULL;

      if (end <= self->at)
        {
          g_cond_wait (&self->changed, &self->lock);
          continue;
        }

      g_mutex_unlock (&self->lock);
      goes_on = wait_until_taken (self, end, &error) && read_until (self, end, &error)
                && self->at == end;
      g_mutex_lock (&self->lock);
      self->error = error;
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

static void
end_thread (WayReadBack *self)
{
  g_mutex_lock (&self->lock);
  self->is_over = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);

  g_clear_pointer (&self->thread, g_thread_join);
}

void
way_read_back_free (WayReadBack *self)
{
  end_thread (self);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_clear_error (&self->error);
  way_fingerprinter_free (self->found);
  g_free (self);
}

void
way_read_back_follow (WayReadBack *self, goffset end)
{
  /* Where there is no thread to be had all of it is read at the end */
  if (self->thread == NULL)
    self->thread = g_thread_try_new ("reader", run, self, NULL);

  g_mutex_lock (&self->lock);
  self->end = end - end % LARGEST_PAGE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

gboolean
way_read_back_finish (WayReadBack *self, WayFingerprint *fingerprint, GError **error)
{
  end_thread (self);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (!read_until (self, G_MAXOFFSET, error))
    return FALSE;
  *fingerprint = way_fingerprinter_get (self->found);

  return TRUE;
}
