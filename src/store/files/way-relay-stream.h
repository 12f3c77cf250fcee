/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Output that goes on being made while what was made before is being written. For this room only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_TYPE_RELAY_STREAM (way_relay_stream_get_type ())
G_DECLARE_FINAL_TYPE (WayRelayStream, way_relay_stream, WAY, RELAY_STREAM, GOutputStream)

/**
 * way_relay_stream_new:
 * @base: where all of it goes to; nobody else may use it before the relay was flushed
 *
 * Hands on to @base in large pieces, on a thread of its own as soon as there is more than one. An
 * error of @base is told by a later write or by the flush at the end; after that flush nothing is
 * under way.
 *
 * Returns: (transfer full): a new stream
 */
GOutputStream *way_relay_stream_new (GOutputStream *base);

G_END_DECLS
