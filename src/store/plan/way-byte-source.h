/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bytes of a plan, from wherever they come: unpacked, as UTF-8, and never more than the bound.
 * For this room only.
 */
#pragma once

#include "way-refusal.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _WayByteSource WayByteSource;

/**
 * way_byte_source_new_for_file:
 * @error: return location; domain WAY_REFUSAL
 *
 * Opens an ordinary file; never blocks on a pipe and never opens a device.
 */
WayByteSource *way_byte_source_new_for_file (GFile *file, GCancellable *cancellable,
                                             GError **error);

/**
 * way_byte_source_new_for_fd:
 * @fd: an ordinary file, open for reading at its beginning; stays the caller's
 * @error: return location; domain WAY_REFUSAL
 */
WayByteSource *way_byte_source_new_for_fd (int fd, GError **error);

/**
 * way_byte_source_new_for_stream:
 *
 * Reads @stream from where it stands.
 */
WayByteSource *way_byte_source_new_for_stream (GInputStream *stream);

void way_byte_source_free (WayByteSource *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayByteSource, way_byte_source_free)

/**
 * way_byte_source_can_rewind:
 *
 * Returns: whether it can be read a second time
 */
gboolean way_byte_source_can_rewind (WayByteSource *self);

/**
 * way_byte_source_rewind:
 * @error: return location; domain WAY_REFUSAL
 *
 * Begins at the beginning again.
 */
gboolean way_byte_source_rewind (WayByteSource *self, GError **error);

/**
 * way_byte_source_get_bound:
 *
 * Returns: what reading gives at most, in bytes; 0 when that is not known
 */
guint64 way_byte_source_get_bound (WayByteSource *self, GCancellable *cancellable);

/**
 * way_byte_source_get_left:
 *
 * Returns: how many bytes there are still to be read; 0 when that is not known
 */
guint64 way_byte_source_get_left (WayByteSource *self);

/**
 * way_byte_source_sample:
 * @offset: from the beginning
 * @buffer: (out): where to
 *
 * Looks at bytes in the middle without going there.
 *
 * Returns: whether @buffer was filled with what reading would give; %FALSE where that cannot be had
 * without reading all that comes before
 */
gboolean way_byte_source_sample (WayByteSource *self, guint64 offset, gpointer buffer, gsize size);

/**
 * way_byte_source_is_wide:
 *
 * Returns: whether the file is in UTF-16; known after the first read
 */
gboolean way_byte_source_is_wide (WayByteSource *self);

/**
 * way_byte_source_read:
 * @buffer: (out): where to
 * @size: at least 16; filled completely but at the end
 * @error: return location; domain WAY_REFUSAL, or G_IO_ERROR_CANCELLED
 *
 * Returns: how many bytes were read, 0 at the end, -1 on an error
 */
gssize way_byte_source_read (WayByteSource *self, guint8 *buffer, gsize size,
                             GCancellable *cancellable, GError **error);

G_END_DECLS
