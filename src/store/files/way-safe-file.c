/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Write beside, flush, read again, rename, flush the folder.
 */
#include "config.h"

#include "way-safe-file.h"

#include "way-early-stream.h"
#include "way-file-rights.h"
#include "way-read-back.h"
#include "way-relay-stream.h"
#include "way-save-target.h"
#include "way-save-temporary.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <unistd.h>

#define NAME_BUFFER_SIZE 16384

typedef struct
{
  WaySaveTarget target;
  WaySaveTemporary temporary;
  WayContent meant; /* what was handed over to be written */
  WayReadBack *read_back;
} Save;

static void
save_clear (Save *self)
{
  g_clear_pointer (&self->read_back, way_read_back_free);
  way_save_temporary_clear (&self->temporary);
  way_save_target_clear (&self->target);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

void
way_save_report_clear (WaySaveReport *self)
{
  g_clear_error (&self->unkept);
}

static gboolean
open_temporary (Save *self, GError **error)
{
  int number = way_save_temporary_open (&self->temporary, self->target.folder);

  return number == 0 ? TRUE : way_save_target_fail_folder (&self->target, number, error);
}

static char *
dup_user_name (uid_t user)
{
  g_autofree char *buffer = g_malloc (NAME_BUFFER_SIZE);
  struct passwd entry, *found = NULL;

  if (getpwuid_r (user, &entry, buffer, NAME_BUFFER_SIZE, &found) != 0 || found == NULL)
    return g_strdup_printf ("%u", user);

  return g_strdup (found->pw_name);
}

/* Done before anything is written. A file that became ours would lock its owner out. */
static gboolean
keep_owner (Save *self, GError **error)
{
  g_autofree char *owner = NULL;
  g_autofree char *reason = NULL;
  int number = 0;

  if (self->target.exists)
    number = way_file_rights_keep_owner (self->temporary.fd, &self->target.old);
  if (number == 0)
    return TRUE;
  if (number != EPERM && number != EINVAL)
    return way_save_target_fail_errno (&self->target, number, error);

  owner = dup_user_name (self->target.old.st_uid);
  reason = g_strdup_printf (_ ("It belongs to %s, and saving would make it yours and could lock %s "
                               "out. Save under another name, and let %s take it over."),
                            owner, owner, owner);

  return way_save_target_fail (&self->target, reason, error);
}

static gboolean
write_content (Save *self, WayWriteFunc func, gpointer user_data, GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GOutputStream) file = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  self->read_back = way_read_back_new (self->temporary.fd);
  file = way_early_stream_new (self->temporary.fd, self->read_back);
  stream = way_relay_stream_new (file);
  if (!func (stream, user_data, cancellable, &cause)
      || !g_output_stream_flush (stream, cancellable, &cause)
      || g_cancellable_set_error_if_cancelled (cancellable, &cause))
    return way_save_target_fail_from (&self->target, cause, error);

  self->meant = way_early_stream_get_content (WAY_EARLY_STREAM (file));

  return TRUE;
}

static gboolean
keep_rights (Save *self, GError **error)
{
  int number = 0;

  if (self->target.exists)
    number = way_file_rights_keep (self->temporary.fd, self->target.path, &self->target.old);

  return number == 0 ? TRUE : way_save_target_fail_errno (&self->target, number, error);
}

/* The content is on the disk before any name leads to it, or a power cut could leave an empty file
 */
static gboolean
flush_temporary (Save *self, GError **error)
{
  if (TEMP_FAILURE_RETRY (fsync (self->temporary.fd)) == 0)
    return TRUE;

  return way_save_target_fail_errno (&self->target, errno, error);
}

static gboolean
read_again (Save *self, GError **error)
{
  g_autoptr (GError) cause = NULL;
  WayFingerprint found;

  if (!way_read_back_finish (self->read_back, &found, &cause))
    return way_save_target_fail_from (&self->target, cause, error);
  if (way_fingerprint_equal (found, self->meant.fingerprint))
    return TRUE;

  return way_save_target_fail (&self->target,
                               _ ("What the disk gives back is not what was written to it: the "
                                  "disk or the memory of this computer may be failing. Save on "
                                  "another disk."),
                               error);
}

static gboolean
name_temporary (Save *self, GError **error)
{
  int number = way_save_temporary_name (&self->temporary, self->target.folder);

  return number == 0 ? TRUE : way_save_target_fail_folder (&self->target, number, error);
}

static gboolean
is_as_expected (Save *self, const WayFingerprint *expected, GError **error)
{
  g_autoptr (GError) cause = NULL;
  WayFingerprint found;

  if (expected == NULL)
    return TRUE;

  if (way_fingerprint_file (self->target.path, &found, &cause))
    {
      if (way_fingerprint_equal (found, *expected)
          || way_fingerprint_equal (found, self->meant.fingerprint))
        return TRUE;

      g_set_error (
          error, WAY_STORE_ERROR, WAY_STORE_ERROR_CHANGED,
          _ ("%s was not saved: another program has changed the file meanwhile. Open it to "
             "see how, or save under another name."),
          self->target.path);
      return FALSE;
    }
  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return way_save_target_fail_from (&self->target, cause, error);

  g_set_error (
      error, WAY_STORE_ERROR, WAY_STORE_ERROR_GONE,
      _ ("%s was not saved: the file has been deleted or moved meanwhile. Save it again, or "
         "under another name."),
      self->target.path);

  return FALSE;
}

/* The old file changes places with the new one, so that at no moment it has two names or none;
 * where the file system cannot do that it is copied first */
static gboolean
exchange (Save *self, const WayKeeping *keeping, GError **unkept)
{
  if (renameat2 (AT_FDCWD, self->temporary.path, AT_FDCWD, self->target.path, RENAME_EXCHANGE) != 0)
    {
      way_versions_copy (keeping, self->target.path, self->meant, g_get_real_time (), unkept);
      return FALSE;
    }

  way_versions_move (keeping, self->temporary.path, self->meant, g_get_real_time (), unkept);

  return TRUE;
}

static gboolean
replace (Save *self, const WayKeeping *keeping, GError **unkept, GError **error)
{
  gboolean is_kept = keeping != NULL && keeping->count > 0 && self->target.exists;

  if (!(is_kept && exchange (self, keeping, unkept))
      && g_rename (self->temporary.path, self->target.path) != 0)
    return way_save_target_fail_folder (&self->target, errno, error);

  g_clear_pointer (&self->temporary.path, g_free);

  return TRUE;
}

/* The new file is in place already; a file system that cannot flush folders is no reason to call
 * that a failure */
static void
flush_folder (Save *self)
{
  int fd = TEMP_FAILURE_RETRY (open (self->target.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC));

  if (fd < 0)
    return;

  (void)TEMP_FAILURE_RETRY (fsync (fd));
  close (fd);
}

gboolean
way_safe_file_write (GFile *file, WayWriteFunc func, gpointer user_data, const WayKeeping *keeping,
                     WaySaveReport *report, GCancellable *cancellable, GError **error)
{
  return way_safe_file_replace (file, NULL, func, user_data, keeping, report, cancellable, error);
}

gboolean
way_safe_file_replace (GFile *file, const WayFingerprint *expected, WayWriteFunc func,
                       gpointer user_data, const WayKeeping *keeping, WaySaveReport *report,
                       GCancellable *cancellable, GError **error)
{
  g_auto (Save) self = { .temporary = WAY_SAVE_TEMPORARY_INIT };
  g_autoptr (GError) unkept = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!way_save_target_init (&self.target, file, error))
    return FALSE;

  way_save_temporary_sweep (self.target.folder);
  if (!open_temporary (&self, error) || !keep_owner (&self, error)
      || !write_content (&self, func, user_data, cancellable, error) || !keep_rights (&self, error)
      || !flush_temporary (&self, error) || !read_again (&self, error)
      || !name_temporary (&self, error) || !is_as_expected (&self, expected, error)
      || !replace (&self, keeping, &unkept, error))
    return FALSE;

  flush_folder (&self);
  if (report != NULL)
    *report = (WaySaveReport){ self.meant.fingerprint, g_steal_pointer (&unkept) };

  return TRUE;
}
