/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Making, judging, taking over and taking away the file of a lock.
 *
 * It is made so that only one can make it, and taken away so that nobody takes away the one that
 * somebody else has made meanwhile.
 */
#include "config.h"

#include "way-file-lock.h"

#include "way-lock-entry.h"
#include "way-save-target.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX ".~lock."
#define SUFFIX "#"
#define MODE 0666    /* as far as the person lets others read what they make */
#define MAX_NAME 255 /* bytes, of what common file systems can hold */
#define MAX_TRIES 20 /* when others come and go meanwhile */
#define PAUSE 5000   /* between them, in microseconds */

struct _WayFileLock
{
  char *path;
  char *entry; /* what we wrote there */
};

void
way_lock_holder_free (WayLockHolder *self)
{
  g_free (self->user);
  g_free (self->host);
  g_free (self);
}

static char *
dup_path (GFile *file)
{
  g_auto (WaySaveTarget) target = { 0 };
  g_autofree char *base = NULL;
  g_autofree char *name = NULL;

  /* Only for where the file itself is; whether it may be written is another question */
  if (!way_save_target_init (&target, file, NULL) && target.folder == NULL)
    return NULL;

  base = g_path_get_basename (target.path);
  name = g_strconcat (PREFIX, base, SUFFIX, NULL);

  return strlen (name) <= MAX_NAME ? g_build_filename (target.folder, name, NULL) : NULL;
}

static gboolean
write_all (int fd, const char *text)
{
  gsize length = strlen (text);

  return TEMP_FAILURE_RETRY (write (fd, text, length)) == (gssize)length;
}

/* Returns: 0 or an errno */
static int
make (const char *path, const char *entry)
{
  int fd = TEMP_FAILURE_RETRY (open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, MODE));
  gboolean is_whole;

  if (fd < 0)
    return errno;

  is_whole = write_all (fd, entry);
  if (close (fd) != 0)
    is_whole = FALSE;
  if (is_whole)
    return 0;

  g_unlink (path); /* a lock without a name is worse than none */
  return ENOSPC;
}

/* What stands there; NULL when it is no ordinary file, too long, or unreadable */
static char *
read_entry (const char *path, struct stat *status)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  g_autofree char *text = g_malloc0 (WAY_LOCK_ENTRY_MAX + 1);
  gssize length = -1;

  if (fd < 0)
    return NULL;
  if (fstat (fd, status) == 0 && S_ISREG (status->st_mode) && status->st_size <= WAY_LOCK_ENTRY_MAX)
    length = TEMP_FAILURE_RETRY (read (fd, text, WAY_LOCK_ENTRY_MAX));
  close (fd);

  return length >= 0 ? g_steal_pointer (&text) : NULL;
}

static gint64
get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* Whether something has the name that is no lock of anybody's */
static gboolean
is_in_the_way (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0 && !S_ISREG (status.st_mode);
}

/* Returns: NULL when there is no lock any more */
static WayLockHolder *
look (const char *path, char **entry)
{
  struct stat status = { 0 };

  if (lstat (path, &status) != 0)
    return NULL;
  *entry = read_entry (path, &status);

  return way_lock_entry_parse (*entry, status.st_mtim.tv_sec, get_now ());
}

/* Takes away a lock that says @entry, unless somebody else is at that or has been: only who has
 * locked the very file that has the name may take the name from it */
static void
remove_lock (const char *path, const char *entry)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  g_autofree char *found = NULL;
  struct stat ours, there, status;

  if (fd < 0)
    return;

  if (flock (fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
    {
      found = read_entry (path, &status);
      if (g_strcmp0 (found, entry) == 0 && fstat (fd, &ours) == 0 && lstat (path, &there) == 0
          && ours.st_ino == there.st_ino && ours.st_dev == there.st_dev)
        g_unlink (path);
    }
  close (fd);
}

static WayFileLock *
take (GFile *file, gboolean is_whoevers, WayLockHolder **holder)
{
  g_autofree char *path = dup_path (file);
  g_autofree char *own = NULL;

  if (path == NULL)
    return NULL;

  own = way_lock_entry_format (getpid (), get_now ());
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      int number = make (path, own);
      g_autofree char *entry = NULL;
      g_autoptr (WayLockHolder) found = NULL;
      WayFileLock *self;

      if (number == 0)
        {
          self = g_new (WayFileLock, 1);
          *self = (WayFileLock){ g_steal_pointer (&path), g_steal_pointer (&own) };
          return self;
        }
      if (number != EEXIST || is_in_the_way (path))
        return NULL;

      found = look (path, &entry);
      if (found == NULL)
        continue;
      if (!is_whoevers && found->state != WAY_LOCK_DEAD)
        {
          if (holder != NULL)
            *holder = g_steal_pointer (&found);
          return NULL;
        }
      remove_lock (path, entry);
      if (i > 0)
        g_usleep (PAUSE);
    }

  return NULL;
}

WayFileLock *
way_file_lock_take (GFile *file, WayLockHolder **holder)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (holder != NULL)
    *holder = NULL;

  return take (file, FALSE, holder);
}

WayFileLock *
way_file_lock_take_over (GFile *file)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  return take (file, TRUE, NULL);
}

void
way_file_lock_renew (WayFileLock *self)
{
  int fd = open (self->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  g_autofree char *found = NULL;
  struct stat status;

  if (fd < 0)
    return;

  found = read_entry (self->path, &status);
  if (g_strcmp0 (found, self->entry) == 0)
    futimens (fd, NULL);
  close (fd);
}

void
way_file_lock_release (WayFileLock *self)
{
  remove_lock (self->path, self->entry);
  g_free (self->path);
  g_free (self->entry);
  g_free (self);
}

const char *
way_file_lock_get_path (WayFileLock *self)
{
  return self->path;
}
