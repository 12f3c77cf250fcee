/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Owner, group, mode, access list and attributes of a file pass to the one that takes its place.
 */
#include "config.h"

#include "way-file-rights.h"

#include <errno.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

#define ACCESS_LIST "system.posix_acl_access"
#define MAX_VALUE                                                                                  \
  (64 * 1024) /* XATTR_SIZE_MAX of the kernel; the list of names has the same limit */

/* Other attributes are about the old content (as a signature), or made anew by the system */
static const struct
{
  const char *prefix;
  gboolean is_peoples; /* what people or their programs have noted, and would miss */
} kept[] = {
  { "user.", TRUE },
  { "trusted.", FALSE },
  { "security.selinux", FALSE },
};

int
way_file_rights_keep_owner (int fd, const struct stat *old)
{
  struct stat now;

  if (fstat (fd, &now) != 0)
    return errno;
  if (now.st_uid == old->st_uid)
    return 0;

  return TEMP_FAILURE_RETRY (fchown (fd, old->st_uid, (gid_t)-1)) == 0 ? 0 : errno;
}

static gboolean
is_unsupported (int number)
{
  return number == ENOTSUP || number == ENOSYS || number == ENODATA;
}

static int
keep_attribute (int fd, const char *path, const char *name, char *value)
{
  ssize_t size = getxattr (path, name, value, MAX_VALUE);

  if (size < 0)
    return errno;

  return fsetxattr (fd, name, value, (size_t)size, 0) == 0 ? 0 : errno;
}

static int
keep_known (int fd, const char *path, const char *name, char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (g_str_has_prefix (name, kept[i].prefix))
      {
        int number = keep_attribute (fd, path, name, value);

        return kept[i].is_peoples && !is_unsupported (number) && number != EPERM ? number : 0;
      }

  return 0;
}

static int
keep_attributes (int fd, const char *path)
{
  g_autofree char *names = g_malloc (MAX_VALUE);
  g_autofree char *value = g_malloc (MAX_VALUE);
  ssize_t size = listxattr (path, names, MAX_VALUE);

  if (size < 0)
    return is_unsupported (errno) ? 0 : errno;

  for (const char *name = names; name < names + size; name += strlen (name) + 1)
    {
      int number = keep_known (fd, path, name, value);

      if (number != 0)
        return number;
    }

  return 0;
}

/* @is_kept: (out): not so when only the group's own members may give a file to it */
static int
keep_group (int fd, const struct stat *old, gboolean *is_kept)
{
  struct stat now;

  *is_kept = TRUE;
  if (fstat (fd, &now) != 0)
    return errno;
  if (now.st_gid == old->st_gid || TEMP_FAILURE_RETRY (fchown (fd, (uid_t)-1, old->st_gid)) == 0)
    return 0;

  *is_kept = FALSE;

  return errno == EPERM || errno == EINVAL ? 0 : errno;
}

int
way_file_rights_keep (int fd, const char *path, const struct stat *old)
{
  g_autofree char *list = g_malloc (MAX_VALUE);
  ssize_t size = getxattr (path, ACCESS_LIST, list, MAX_VALUE);
  mode_t mode = old->st_mode & 0777;
  gboolean has_group;
  int number;

  if (size < 0 && !is_unsupported (errno))
    return errno;

  number = keep_group (fd, old, &has_group);
  if (number != 0)
    return number;

  /* A list that the folder gave to the new file would come to life with the mode. */
  if (fremovexattr (fd, ACCESS_LIST) != 0 && !is_unsupported (errno))
    return errno;

  /* With a list the mode tells little: its middle bits are an upper bound for all who are named,
   * and its last may be for more than those whom the list left over. */
  if (!has_group)
    mode &= ~(mode_t)0070;
  if (size >= 0)
    mode &= 0700;
  if (TEMP_FAILURE_RETRY (fchmod (fd, mode)) != 0)
    return errno;

  number = keep_attributes (fd, path);
  if (number == 0 && size >= 0 && has_group
      && fsetxattr (fd, ACCESS_LIST, list, (size_t)size, 0) != 0 && !is_unsupported (errno)
      && errno != EPERM)
    number = errno;

  return number;
}
