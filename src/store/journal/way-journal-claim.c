/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Journals that nobody writes any more: whoever gets the lock of one may have it.
 */
#include "config.h"

#include "way-journal-reader.h"

#include "way-journal-format.h"
#include "way-paths.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_FOR 60 /* seconds in which a file without a lock may be one that is just being made */

struct _WayJournalClaim
{
  int fd;
  char *path;
};

/* Whether @path still leads to what is open: it may have been removed, or replaced, between opening
 * and locking */
static gboolean
is_still (int fd, const char *path)
{
  struct stat ours, there;

  return fstat (fd, &ours) == 0 && lstat (path, &there) == 0 && ours.st_dev == there.st_dev
         && ours.st_ino == there.st_ino;
}

static gboolean
is_own_file (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_uid == geteuid ();
}

static WayJournalClaim *
claim (const char *path)
{
  WayJournalClaim *self;
  int fd = open (path, O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0)
    return NULL;

  if (!is_own_file (fd) || flock (fd, LOCK_EX | LOCK_NB) != 0 || !is_still (fd, path))
    {
      close (fd);
      return NULL;
    }

  self = g_new (WayJournalClaim, 1);
  self->fd = fd;
  self->path = g_strdup (path);

  return self;
}

/* A program that ended while it began a journal has left what nobody can use: where that took the
 * place of another, the other is still there */
static void
sweep (const char *path)
{
  g_autoptr (WayJournalClaim) self = NULL;
  GStatBuf status;

  if (g_lstat (path, &status) != 0
      || status.st_mtime > g_get_real_time () / G_USEC_PER_SEC - NEW_FOR)
    return;

  self = claim (path);
  if (self != NULL)
    way_journal_claim_remove (self);
}

GPtrArray *
way_journal_claim_all (const char *folder)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)way_journal_claim_free);
  g_autofree char *usual = way_paths_get_private_folder (WAY_PRIVATE_DATA, WAY_JOURNAL_FOLDER);
  g_autoptr (GDir) directory = NULL;
  const char *name;

  if (folder == NULL)
    folder = usual;
  directory = g_dir_open (folder, 0, NULL);
  if (directory == NULL)
    return claims;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      WayJournalClaim *self;

      if (g_str_has_suffix (name, WAY_JOURNAL_NEW_ENDING))
        sweep (path);
      if (!g_str_has_suffix (name, WAY_JOURNAL_ENDING))
        continue;

      self = claim (path);
      if (self != NULL)
        g_ptr_array_add (claims, self);
    }

  return claims;
}

void
way_journal_claim_free (WayJournalClaim *self)
{
  close (self->fd);
  g_free (self->path);
  g_free (self);
}

const char *
way_journal_claim_get_path (WayJournalClaim *self)
{
  return self->path;
}

void
way_journal_claim_remove (WayJournalClaim *self)
{
  if (is_still (self->fd, self->path))
    g_unlink (self->path);
}

static guint8 *
read_all (int fd, gsize *length)
{
  struct stat status;
  g_autofree guint8 *data = NULL;

  if (fstat (fd, &status) != 0 || (guint64)status.st_size > WAY_JOURNAL_MAX_BYTES)
    return NULL;

  data = g_try_malloc ((gsize)status.st_size + 1);
  *length = 0;
  while (data != NULL && *length < (gsize)status.st_size)
    {
      gssize n = pread (fd, data + *length, (gsize)status.st_size - *length, (off_t)*length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      *length += (gsize)n;
    }

  return g_steal_pointer (&data);
}

gboolean
way_journal_claim_read (WayJournalClaim *self, WayJournalContent *content, GError **error)
{
  gsize length;
  g_autofree guint8 *data = read_all (self->fd, &length);

  if (data != NULL)
    return way_journal_parse (data, length, self->path, content, error);

  g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_READ,
               _ ("%s: the unsaved work in it cannot be read. Close other programs and try again."),
               self->path);

  return FALSE;
}
