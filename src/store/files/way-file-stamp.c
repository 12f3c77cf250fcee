/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Device, inode, size and time.
 */
#include "way-file-stamp.h"

#include <sys/stat.h>

WayFileStamp
way_file_stamp_take (const char *path)
{
  struct stat status;

  if (path == NULL || stat (path, &status) != 0)
    return (WayFileStamp){ 0 };

  return (WayFileStamp){ .device = status.st_dev,
                         .inode = status.st_ino,
                         .size = (guint64)status.st_size,
                         .modified = status.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000)
                                     + status.st_mtim.tv_nsec };
}

gboolean
way_file_stamp_equal (const WayFileStamp *a, const WayFileStamp *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size
         && a->modified == b->modified;
}
