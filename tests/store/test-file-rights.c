/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A saved file belongs to whom it belonged before, and nobody may do more with it.
 */
#include "way-safe-file.h"

#include <glib/gstdio.h>

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACCESS_LIST "system.posix_acl_access"
#define DEFAULT_LIST "system.posix_acl_default"
#define SOMEBODY 12345
#define NOBODY 65534

/* An access list as the kernel takes it: version 2, then entries of tag, rights and id */
typedef struct
{
  guint16 tag;
  guint16 rights;
  guint32 id;
} Entry;

typedef struct
{
  guint32 version;
  Entry entries[5];
} List;

/* Read and write for user 12345 and nobody else but the owner, though the mode says 0660 */
static const List list
    = { GUINT32_TO_LE (2),
        {
            { GUINT16_TO_LE (0x01), GUINT16_TO_LE (6), G_MAXUINT32 },
            { GUINT16_TO_LE (0x02), GUINT16_TO_LE (6), GUINT32_TO_LE (SOMEBODY) },
            { GUINT16_TO_LE (0x04), GUINT16_TO_LE (0), G_MAXUINT32 },
            { GUINT16_TO_LE (0x10), GUINT16_TO_LE (6), G_MAXUINT32 },
            { GUINT16_TO_LE (0x20), GUINT16_TO_LE (0), G_MAXUINT32 },
        } };

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  self->folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.waymark", NULL);
  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (g_remove (self->path), ==, 0);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static gboolean
write_new (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, "new", 3, NULL, cancellable, error);
}

static gboolean
save (Fixture *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);

  return way_safe_file_write (file, write_new, NULL, NULL, NULL, NULL, error);
}

static void
assert_saves (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  save (self, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "new");
}

static struct stat
get_status (const char *path)
{
  struct stat status;

  g_assert_cmpint (stat (path, &status), ==, 0);

  return status;
}

static gboolean
is_root (void)
{
  if (geteuid () == 0)
    return TRUE;

  g_test_skip ("only root can give a file to somebody else");

  return FALSE;
}

static gboolean
give (const char *path, const char *name, gconstpointer value, gsize size)
{
  if (setxattr (path, name, value, size, 0) == 0)
    return TRUE;

  g_assert_cmpint (errno, ==, ENOTSUP);
  g_test_skip ("the file system of the temporary folder has none");

  return FALSE;
}

static void
test_owner_is_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  struct stat status;

  if (!is_root ())
    return;

  g_assert_cmpint (chown (self->path, SOMEBODY, SOMEBODY + 1), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
  assert_saves (self);
  status = get_status (self->path);
  g_assert_cmpuint (status.st_uid, ==, SOMEBODY);
  g_assert_cmpuint (status.st_gid, ==, SOMEBODY + 1);
  g_assert_cmphex (status.st_mode & 07777, ==, 0640);
}

static void
test_owner_cannot_be_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  if (!is_root ())
    return;

  g_assert_cmpint (chown (self->folder, NOBODY, (gid_t)-1), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0666), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
  g_assert_false (save (self, &error));
  g_assert_cmpint (seteuid (0), ==, 0);

  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "It belongs to root"));
  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
  g_assert_cmpuint (get_status (self->path).st_uid, ==, 0);
}

/* A group that one is no member of cannot be given a file */
static void
test_group_cannot_be_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  struct stat status;

  if (!is_root ())
    return;

  g_assert_cmpint (chown (self->folder, NOBODY, (gid_t)-1), ==, 0);
  g_assert_cmpint (chown (self->path, NOBODY, SOMEBODY), ==, 0);
  g_assert_cmpint (g_chmod (self->path, 0664), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
  assert_saves (self);
  g_assert_cmpint (seteuid (0), ==, 0);

  status = get_status (self->path);
  g_assert_cmpuint (status.st_gid, !=, SOMEBODY);
  g_assert_cmphex (status.st_mode & 0777, ==, 0604);
}

static void
test_attributes_are_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  char value[32] = "";

  if (!give (self->path, "user.xdg.comment", "mine", 4))
    return;

  assert_saves (self);
  g_assert_cmpint (getxattr (self->path, "user.xdg.comment", value, sizeof value), ==, 4);
  g_assert_cmpmem (value, 4, "mine", 4);
}

static void
test_access_list_is_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  List found;

  if (!give (self->path, ACCESS_LIST, &list, sizeof list))
    return;

  assert_saves (self);
  g_assert_cmpint (getxattr (self->path, ACCESS_LIST, &found, sizeof found), ==, sizeof list);
  g_assert_cmpmem (&found, sizeof found, &list, sizeof list);
  g_assert_cmphex (get_status (self->path).st_mode & 0777, ==, 0660);
}

/* The list that a folder gives to what is made in it is not the old file's */
static void
test_folder_gives_nobody_more (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
  if (!give (self->folder, DEFAULT_LIST, &list, sizeof list))
    return;

  assert_saves (self);
  g_assert_cmpint (getxattr (self->path, ACCESS_LIST, NULL, 0), ==, -1);
  g_assert_cmpint (errno, ==, ENODATA);
  g_assert_cmphex (get_status (self->path).st_mode & 0777, ==, 0640);
}

#define ADD(name, func)                                                                            \
  g_test_add ("/store/file-rights/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("owner-is-kept", test_owner_is_kept);
  ADD ("owner-cannot-be-kept", test_owner_cannot_be_kept);
  ADD ("group-cannot-be-kept", test_group_cannot_be_kept);
  ADD ("attributes-are-kept", test_attributes_are_kept);
  ADD ("access-list-is-kept", test_access_list_is_kept);
  ADD ("folder-gives-nobody-more", test_folder_gives_nobody_more);

  return g_test_run ();
}
