/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Looks first, and says in plain words why a file cannot be saved.
 */
#include "config.h"

#include "way-save-target.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#define MAX_LINKS 40 /* as many as the kernel follows */

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

void
way_save_target_clear (WaySaveTarget *self)
{
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->path, g_free);
}

gboolean
way_save_target_fail (const WaySaveTarget *self, const char *reason, GError **error)
{
  g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE,
               self->exists ? _ ("%s could not be saved; the old file is as it was. %s")
                            : _ ("%s could not be saved. %s"),
               self->path, reason);

  return FALSE;
}

gboolean
way_save_target_fail_from (const WaySaveTarget *self, const GError *cause, GError **error)
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
        return way_save_target_fail (self, _ (reasons[i].text), error);

  if (cause->domain == WAY_STORE_ERROR)
    return way_save_target_fail (self, cause->message, error);

  reason = g_strdup_printf (_ ("The reason given is: %s. Save in another folder."), cause->message);

  return way_save_target_fail (self, reason, error);
}

gboolean
way_save_target_fail_errno (const WaySaveTarget *self, int number, GError **error)
{
  g_autoptr (GError) cause
      = g_error_new_literal (G_IO_ERROR, g_io_error_from_errno (number), g_strerror (number));

  /* GIO has no names for these */
  if (number == ELOOP)
    cause->code = G_IO_ERROR_TOO_MANY_LINKS;
  if (number == EDQUOT)
    cause->code = G_IO_ERROR_NO_SPACE;

  return way_save_target_fail_from (self, cause, error);
}

gboolean
way_save_target_fail_folder (const WaySaveTarget *self, int number, GError **error)
{
  g_autofree char *reason = NULL;

  if (number != EACCES && number != EPERM)
    return way_save_target_fail_errno (self, number, error);

  reason = g_strdup_printf (
      _ ("You have no permission to write in the folder %s. Save in another folder."),
      self->folder);

  return way_save_target_fail (self, reason, error);
}

/* Follows symbolic links to where a file is or is to be; unlike realpath() also where there is none
 * yet */
static gboolean
follow_links (WaySaveTarget *self, GError **error)
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

  return way_save_target_fail_errno (self, ELOOP, error);
}

static gboolean
look_first (WaySaveTarget *self, GError **error)
{
  if (stat (self->path, &self->old) != 0)
    return errno == ENOENT ? TRUE : way_save_target_fail_errno (self, errno, error);

  if (S_ISDIR (self->old.st_mode))
    return way_save_target_fail (self, _ ("It is a folder. Choose a file name."), error);

  if (!S_ISREG (self->old.st_mode))
    return way_save_target_fail (
        self, _ ("It is a device, a pipe or a socket and no ordinary file. Choose another name."),
        error);

  self->exists = TRUE;
  if (self->old.st_nlink > 1)
    return way_save_target_fail (
        self,
        _ ("The file has other names as well (hard links), which would keep the old content. "
           "Save under another name, or remove the other names first."),
        error);

  if (faccessat (AT_FDCWD, self->path, W_OK, AT_EACCESS) != 0)
    return way_save_target_fail (self, _ ("The file is write-protected. Save under another name."),
                                 error);

  return TRUE;
}

gboolean
way_save_target_init (WaySaveTarget *self, GFile *file, GError **error)
{
  *self = (WaySaveTarget){ .path = g_file_get_path (file) };

  if (self->path == NULL)
    {
      self->path = g_file_get_parse_name (file);
      return way_save_target_fail (
          self, _ ("It is not on this computer. Save in a folder of this computer."), error);
    }

  return follow_links (self, error) && look_first (self, error);
}
