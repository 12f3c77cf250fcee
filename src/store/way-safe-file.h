/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a file whole or not at all.
 */
#pragma once

#include "way-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayWriteFunc:
 * @stream: where to write
 * @user_data: what was given to way_safe_file_write()
 * @error: return location
 *
 * Writes the content. It may come in pieces of any size; the stream has no buffer of its own.
 *
 * Returns: FALSE with @error set to give up, and then nothing is changed
 */
typedef gboolean (*WayWriteFunc) (GOutputStream *stream, gpointer user_data,
                                  GCancellable *cancellable, GError **error);

/**
 * way_safe_file_write:
 * @file: where to; a symbolic link is followed and stays one
 * @func: writes the content
 * @cancellable: (nullable): may be triggered until the new file takes its place
 * @error: return location; domain WAY_STORE_ERROR, code WAY_STORE_ERROR_WRITE, or
 * G_IO_ERROR_CANCELLED
 *
 * Writes beside the file, flushes to the disk, and only then puts the new file in the place of the
 * old. The old file's permissions are kept; a new file is for its owner only. Blocks; may be called
 * on any thread.
 *
 * Returns: whether the file has its new content; if not, it is as it was before and nothing is left
 * beside it
 */
gboolean way_safe_file_write (GFile *file, WayWriteFunc func, gpointer user_data,
                              GCancellable *cancellable, GError **error);

G_END_DECLS
