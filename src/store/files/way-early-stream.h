/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Output to a file that is to be flushed at the end. For this room only.
 */
#pragma once

#include "way-read-back.h"
#include "way-versions.h"

#include <gio/gunixoutputstream.h>

G_BEGIN_DECLS

#define WAY_TYPE_EARLY_STREAM (way_early_stream_get_type ())
G_DECLARE_FINAL_TYPE (WayEarlyStream, way_early_stream, WAY, EARLY_STREAM, GUnixOutputStream)

/**
 * way_early_stream_new:
 * @fd: an empty file; stays open
 * @read_back: is told what the disk has been asked to write; has to live as long as the stream
 *
 * The disk begins to write while the rest is still being made, so that the flush at the end has
 * less to wait for.
 *
 * Returns: (transfer full): a new stream
 */
GOutputStream *way_early_stream_new (int fd, WayReadBack *read_back);

/**
 * way_early_stream_get_content:
 *
 * Returns: what was handed over to be written
 */
WayContent way_early_stream_get_content (WayEarlyStream *self);

G_END_DECLS
