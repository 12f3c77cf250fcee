/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a file whole or not at all.
 */
#pragma once

#include "way-fingerprint.h"
#include "way-store-error.h"
#include "way-versions.h"

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
 * WaySaveReport:
 * @fingerprint: of what the file holds now
 * @unkept: (nullable): why the file as it was before is not among the earlier versions, though it
 *   should be; that is no failure of the save
 *
 * More about a save that succeeded.
 */
typedef struct
{
  WayFingerprint fingerprint;
  GError *unkept;
} WaySaveReport;

void way_save_report_clear (WaySaveReport *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaySaveReport, way_save_report_clear)

/**
 * way_safe_file_write:
 * @file: where to; a symbolic link is followed and stays one
 * @func: writes the content
 * @keeping: (nullable): where the file as it was before is kept, %NULL not to keep it
 * @report: (nullable) (out caller-allocates): set on success; clear it
 * @cancellable: (nullable): may be triggered until the new file takes its place
 * @error: return location; domain WAY_STORE_ERROR, code WAY_STORE_ERROR_WRITE, or
 * G_IO_ERROR_CANCELLED
 *
 * Writes beside the file, flushes to the disk, reads that again and compares it with what was
 * meant, and only then puts the new file in the place of the old. The old file's owner,
 * permissions, access list and extended attributes are kept; a new file is for its owner only. A
 * file with several names (hard links) is refused, for they would part; so is one whose owner
 * cannot be kept. Blocks; may be called on any thread.
 *
 * Returns: whether the file has its new content; if not, it is as it was before and nothing is left
 * beside it
 */
gboolean way_safe_file_write (GFile *file, WayWriteFunc func, gpointer user_data,
                              const WayKeeping *keeping, WaySaveReport *report,
                              GCancellable *cancellable, GError **error);

/**
 * way_safe_file_replace:
 * @expected: (nullable): what the file is to hold until then
 * @error: return location; besides those of way_safe_file_write(), WAY_STORE_ERROR_CHANGED or
 * WAY_STORE_ERROR_GONE
 *
 * As way_safe_file_write(), but looks at the last moment whether anybody else has written the file
 * or taken it away, and leaves it alone then. Should that happen between the look and the
 * replacing, it is found among the earlier versions, where those are kept. A file that holds
 * already what is to be written is fine, too.
 */
gboolean way_safe_file_replace (GFile *file, const WayFingerprint *expected, WayWriteFunc func,
                                gpointer user_data, const WayKeeping *keeping,
                                WaySaveReport *report, GCancellable *cancellable, GError **error);

G_END_DECLS
