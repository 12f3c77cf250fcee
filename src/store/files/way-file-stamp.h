/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * By what one sees, without reading it, that a file has changed.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayFileStamp:
 * @device: the file system
 * @inode: the file on it
 * @size: in bytes
 * @modified: when its content was changed last, in nanoseconds since 1970 UTC
 *
 * What the file system says of a file. All zero for none. A plain value: copy it.
 */
typedef struct
{
  guint64 device;
  guint64 inode;
  guint64 size;
  gint64 modified;
} WayFileStamp;

/**
 * way_file_stamp_take:
 * @path: (nullable): a file
 *
 * Returns: its stamp, all zero when there is no such file
 */
WayFileStamp way_file_stamp_take (const char *path);

gboolean way_file_stamp_equal (const WayFileStamp *a, const WayFileStamp *b);

G_END_DECLS
