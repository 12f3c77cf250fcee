/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Temporary files that say whose they are: by their name, and by a lock while they are written.
 */
#include "config.h"

#include "way-save-temporary.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEW_FILE_MODE 0600
#define MAX_NAMES 100 /* that are tried when others have taken them */
#define PREFIX ".waymark-"
#define N_DIGITS 8

void
way_save_temporary_clear (WaySaveTemporary *self)
{
  if (self->path != NULL)
    g_unlink (self->path);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->path, g_free);
  self->fd = -1;
}

static char *
make_path (const char *folder)
{
  g_autofree char *name = g_strdup_printf (PREFIX "%08x", g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/* The way by which a file that is open and has no name can be given one */
static char *
dup_open_path (int fd)
{
  return g_strdup_printf ("/proc/self/fd/%d", fd);
}

static gboolean
open_nameless (WaySaveTemporary *self, const char *folder)
{
  g_autofree char *path = NULL;

  self->fd = TEMP_FAILURE_RETRY (open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, NEW_FILE_MODE));
  if (self->fd < 0)
    return FALSE;

  path = dup_open_path (self->fd);
  if (g_access (path, F_OK) == 0)
    return TRUE;

  close (self->fd);
  self->fd = -1;

  return FALSE;
}

static int
open_named (WaySaveTemporary *self, const char *folder)
{
  for (int i = 0; i < MAX_NAMES; i++)
    {
      g_autofree char *path = make_path (folder);

      self->fd
          = TEMP_FAILURE_RETRY (open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, NEW_FILE_MODE));
      if (self->fd >= 0)
        {
          self->path = g_steal_pointer (&path);
          return 0;
        }
      if (errno != EEXIST)
        return errno;
    }

  return EEXIST;
}

int
way_save_temporary_open (WaySaveTemporary *self, const char *folder)
{
  int number = open_nameless (self, folder) ? 0 : open_named (self, folder);

  /* Where there are no locks the age of a file protects it */
  if (number == 0)
    flock (self->fd, LOCK_EX | LOCK_NB);

  return number;
}

int
way_save_temporary_name (WaySaveTemporary *self, const char *folder)
{
  g_autofree char *open_path = dup_open_path (self->fd);

  for (int i = 0; self->path == NULL && i < MAX_NAMES; i++)
    {
      g_autofree char *path = make_path (folder);

      if (linkat (AT_FDCWD, open_path, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0)
        self->path = g_steal_pointer (&path);
      else if (errno != EEXIST)
        return errno;
    }

  return self->path != NULL ? 0 : EEXIST;
}

static gboolean
is_our_name (const char *name)
{
  if (!g_str_has_prefix (name, PREFIX) || strlen (name) != strlen (PREFIX) + N_DIGITS)
    return FALSE;

  for (const char *c = name + strlen (PREFIX); *c != '\0'; c++)
    if (!g_ascii_isxdigit (*c))
      return FALSE;

  return TRUE;
}

/* Whether nobody will miss what is open as @fd; locks it when that is so */
static gboolean
is_orphan (int fd)
{
  uid_t user = geteuid ();
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISREG (status.st_mode)
         && (status.st_uid == user || user == 0)
         && g_get_real_time () / G_USEC_PER_SEC - status.st_mtime >= WAY_SAVE_TEMPORARY_AGE
         && flock (fd, LOCK_SH | LOCK_NB) == 0;
}

static void
sweep_one (const char *path)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  if (fd < 0)
    return;

  if (is_orphan (fd))
    g_unlink (path);
  close (fd);
}

void
way_save_temporary_sweep (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_our_name (name))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        sweep_one (path);
      }
}
