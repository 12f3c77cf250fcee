/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who may do what with a file, and what others have noted on it. For this room only.
 */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * way_file_rights_keep_owner:
 * @fd: a new file
 * @old: the file whose place it is to take
 *
 * Gives the new file the owner of the old.
 *
 * Returns: 0 or an errno
 */
int way_file_rights_keep_owner (int fd, const struct stat *old);

/**
 * way_file_rights_keep:
 * @fd: a new file with the owner of the old
 * @path: the old file
 * @old: its status
 *
 * Gives the new file the group, mode, access list and attributes of the old, as far as the file
 * system has them. What cannot be kept is taken away: nobody may do more with the new file than
 * with the old.
 *
 * Returns: 0 or an errno
 */
int way_file_rights_keep (int fd, const char *path, const struct stat *old);

G_END_DECLS
