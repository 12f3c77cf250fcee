/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the disk for what was written to it, while more is being written. For this room only.
 */
#pragma once

#include "way-fingerprint.h"

G_BEGIN_DECLS

/**
 * WayReadBack:
 *
 * What a file's disk gives back, from the beginning to the end. It is asked for a part as soon as
 * the kernel has written that out and let go of its own copy; only the rest has to be waited for
 * after the last byte.
 */
typedef struct _WayReadBack WayReadBack;

/**
 * way_read_back_new:
 * @fd: open for reading; has to stay so as long as this is there
 */
WayReadBack *way_read_back_new (int fd);
void way_read_back_free (WayReadBack *self);

/**
 * way_read_back_follow:
 * @end: up to here there is content that will not change, and the kernel has been asked to write it
 *   out
 *
 * From the first call on a thread reads along.
 */
void way_read_back_follow (WayReadBack *self, goffset end);

/**
 * way_read_back_finish:
 * @fingerprint: (out): of all that the disk gave back
 *
 * To be called once, when the file has been flushed.
 *
 * Returns: %FALSE when something could not be read; %G_IO_ERROR
 */
gboolean way_read_back_finish (WayReadBack *self, WayFingerprint *fingerprint, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayReadBack, way_read_back_free)

G_END_DECLS
