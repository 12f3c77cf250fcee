/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Write beside, flush, rename, flush the folder.
 *
 * What is written has no name before it is whole, where the file system can do that: nothing is
 * left of it then, whatever ends the program.
 */
#include "config.h"

#include "way-safe-file.h"

#include "way-early-stream.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40 /* as many as the kernel follows */
#define NEW_FILE_MODE 0600
#define MAX_NAMES 100 /* that are tried when others have taken them */

typedef struct
{
  char *path;   /* the file itself, links followed */
  char *folder; /* where it lies */
  gboolean exists;
  struct stat old; /* when it exists */
  char *temporary; /* beside it; NULL when there is none, or it has no name yet */
  int fd;          /* of the temporary, -1 when closed */
} SafeFile;

static void
safe_file_clear (SafeFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->folder);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SafeFile, safe_file_clear)

/* What people are told about the reasons that they can do something about */
static const struct
{
  GIOErrorEnum code;
  const char *text;
} reasons[] = {
  { G_IO_ERROR_NO_SPACE,
    N_ ("There is no room left on the disk. Free some space, or save in another folder.") },
  { G_IO_ERROR_PERMISSION_DENIED,
    N_ ("You have no permission to write there. Save in another folder.") },
  { G_IO_ERROR_READ_ONLY, N_ ("The disk is read-only. Save in another folder.") },
  { G_IO_ERROR_NOT_FOUND, N_ ("The folder does not exist. Create it, or save in another folder.") },
  { G_IO_ERROR_NOT_DIRECTORY,
    N_ ("A part of the path is a file and no folder. Save in another folder.") },
  { G_IO_ERROR_FILENAME_TOO_LONG, N_ ("The name is too long. Choose a shorter one.") },
  { G_IO_ERROR_TOO_MANY_LINKS,
    N_ ("The symbolic links lead round in a circle. Save under another name.") },
};

static gboolean
fail (const SafeFile *self, const char *reason, GError **error)
{
  g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE,
               self->exists ? _ ("%s could not be saved; the old file is as it was. %s")
                            : _ ("%s could not be saved. %s"),
               self->path, reason);

  return FALSE;
}

/* Whatever went wrong below becomes an error that names the file and the remedy */
static gboolean
fail_from (const SafeFile *self, const GError *cause, GError **error)
{
  g_autofree char *reason = NULL;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_error_copy (cause));
      return FALSE;
    }

  if (cause->domain == G_IO_ERROR)
    for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
      if ((int)reasons[i].code == cause->code)
        return fail (self, _ (reasons[i].text), error);

  if (cause->domain == WAY_STORE_ERROR)
    return fail (self, cause->message, error);

  reason = g_strdup_printf (_ ("The reason given is: %s. Save in another folder."), cause->message);

  return fail (self, reason, error);
}

static gboolean
fail_errno (const SafeFile *self, int number, GError **error)
{
  g_autoptr (GError) cause
      = g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));

  /* GIO has no names for these */
  if (number == ELOOP)
    cause->code = G_IO_ERROR_TOO_MANY_LINKS;
  if (number == EDQUOT)
    cause->code = G_IO_ERROR_NO_SPACE;

  return fail_from (self, cause, error);
}

/* Follows symbolic links to where a file is or is to be; unlike realpath() also where there is none
 * yet */
static gboolean
follow_links (SafeFile *self, GError **error)
{
  for (int i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (self->path, NULL);
      g_autofree char *folder = g_path_get_dirname (self->path);

      if (target == NULL)
        {
          self->folder = g_steal_pointer (&folder);
          return TRUE;
        }

      g_free (self->path);
      self->path = g_path_is_absolute (target) ? g_steal_pointer (&target)
                                               : g_build_filename (folder, target, NULL);
    }

  return fail_errno (self, ELOOP, error);
}

/* Looks at what is there now: only an ordinary file that may be written gives way to a new one */
static gboolean
look_first (SafeFile *self, GError **error)
{
  if (stat (self->path, &self->old) != 0)
    return errno == ENOENT ? TRUE : fail_errno (self, errno, error);

  if (S_ISDIR (self->old.st_mode))
    return fail (self, _ ("It is a folder. Choose a file name."), error);

  if (!S_ISREG (self->old.st_mode))
    return fail (self, _ ("It is a device or a pipe and no ordinary file. Choose another name."),
                 error);

  self->exists = TRUE;
  if (faccessat (AT_FDCWD, self->path, W_OK, AT_EACCESS) != 0)
    return fail (self, _ ("The file is write-protected. Save under another name."), error);

  return TRUE;
}

/* The way by which a file that is open and has no name can be given one */
static char *
dup_open_path (int fd)
{
  return g_strdup_printf ("/proc/self/fd/%d", fd);
}

static gboolean
open_nameless (SafeFile *self)
{
  g_autofree char *path = NULL;

  self->fd = open (self->folder, O_TMPFILE | O_RDWR | O_CLOEXEC, NEW_FILE_MODE);
  if (self->fd < 0)
    return FALSE;

  path = dup_open_path (self->fd);
  if (g_access (path, F_OK) == 0)
    return TRUE;

  close (self->fd);
  self->fd = -1;

  return FALSE;
}

static gboolean
open_temporary (SafeFile *self, GError **error)
{
  g_autofree char *temporary = NULL;

  if (open_nameless (self))
    return TRUE;

  temporary = g_build_filename (self->folder, ".waymark-XXXXXX", NULL);
  self->fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, NEW_FILE_MODE);
  if (self->fd < 0)
    return fail_errno (self, errno, error);

  self->temporary = g_steal_pointer (&temporary);

  return TRUE;
}

static gboolean
write_content (SafeFile *self, WayWriteFunc func, gpointer user_data, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GOutputStream) stream = way_early_stream_new (self->fd);
  g_autoptr (GError) cause = NULL;

  if (func (stream, user_data, cancellable, &cause)
      && g_output_stream_flush (stream, cancellable, &cause)
      && !g_cancellable_set_error_if_cancelled (cancellable, &cause))
    return TRUE;

  return fail_from (self, cause, error);
}

/* The new file is for whom the old one was. Where its group cannot be kept, another group gets
 * nothing. */
static gboolean
keep_permissions (SafeFile *self, GError **error)
{
  mode_t mode = self->old.st_mode & 0777;
  struct stat now;

  if (!self->exists)
    return TRUE;

  if (fstat (self->fd, &now) != 0)
    return fail_errno (self, errno, error);
  if (now.st_gid != self->old.st_gid && fchown (self->fd, (uid_t)-1, self->old.st_gid) != 0)
    mode &= ~(mode_t)0070;
  if (fchmod (self->fd, mode) != 0)
    return fail_errno (self, errno, error);

  return TRUE;
}

/* The content is on the disk before any name leads to it, or a power cut could leave an empty file
 */
static gboolean
flush_temporary (SafeFile *self, GError **error)
{
  return fsync (self->fd) == 0 ? TRUE : fail_errno (self, errno, error);
}

static gboolean
name_temporary (SafeFile *self, GError **error)
{
  g_autofree char *path = dup_open_path (self->fd);

  for (int i = 0; self->temporary == NULL && i < MAX_NAMES; i++)
    {
      g_autofree char *name = g_strdup_printf (".waymark-%08x", g_random_int ());
      g_autofree char *temporary = g_build_filename (self->folder, name, NULL);

      if (linkat (AT_FDCWD, path, AT_FDCWD, temporary, AT_SYMLINK_FOLLOW) == 0)
        self->temporary = g_steal_pointer (&temporary);
      else if (errno != EEXIST)
        return fail_errno (self, errno, error);
    }

  return self->temporary != NULL ? TRUE : fail_errno (self, EEXIST, error);
}

static gboolean
close_temporary (SafeFile *self, GError **error)
{
  int fd = self->fd;

  self->fd = -1;
  if (close (fd) != 0 && errno != EINTR)
    return fail_errno (self, errno, error);

  return TRUE;
}

/* The new file is in place already; a file system that cannot flush folders is no reason to call
 * that a failure */
static void
flush_folder (const SafeFile *self)
{
  int fd = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

gboolean
way_safe_file_write (GFile *file, WayWriteFunc func, gpointer user_data, GCancellable *cancellable,
                     GError **error)
{
  g_auto (SafeFile) self = { .path = g_file_get_path (file), .fd = -1 };

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (self.path == NULL)
    {
      self.path = g_file_get_parse_name (file);
      return fail (&self, _ ("It is not on this computer. Save in a folder of this computer."),
                   error);
    }

  if (!follow_links (&self, error) || !look_first (&self, error) || !open_temporary (&self, error)
      || !write_content (&self, func, user_data, cancellable, error)
      || !keep_permissions (&self, error) || !flush_temporary (&self, error)
      || !name_temporary (&self, error) || !close_temporary (&self, error))
    return FALSE;

  if (g_rename (self.temporary, self.path) != 0)
    return fail_errno (&self, errno, error);

  g_clear_pointer (&self.temporary, g_free);
  flush_folder (&self);

  return TRUE;
}
