/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file beside another in which a save is written. For this room only.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How long ago a temporary file was written at the least when it is swept, in seconds */
#define WAY_SAVE_TEMPORARY_AGE 600

typedef struct
{
  int fd;     /* -1 when there is none */
  char *path; /* NULL while it has no name */
} WaySaveTemporary;

#define WAY_SAVE_TEMPORARY_INIT                                                                    \
  {                                                                                                \
    -1, NULL                                                                                       \
  }

/**
 * way_save_temporary_clear:
 *
 * Closes and removes it.
 */
void way_save_temporary_clear (WaySaveTemporary *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaySaveTemporary, way_save_temporary_clear)

/**
 * way_save_temporary_open:
 *
 * Makes an empty file in @folder, for its owner only, and locked so that nobody sweeps it. Where
 * the file system can do that it has no name yet: nothing is left of it then, whatever ends the
 * program.
 *
 * Returns: 0 or an errno
 */
int way_save_temporary_open (WaySaveTemporary *self, const char *folder);

/**
 * way_save_temporary_name:
 *
 * Gives it a name in @folder unless it has one.
 *
 * Returns: 0 or an errno
 */
int way_save_temporary_name (WaySaveTemporary *self, const char *folder);

/**
 * way_save_temporary_sweep:
 *
 * Removes what a crash or a power cut has left of saves in @folder: files of such names that are
 * this user's, not locked by a living writer, and older than WAY_SAVE_TEMPORARY_AGE.
 */
void way_save_temporary_sweep (const char *folder);

G_END_DECLS
