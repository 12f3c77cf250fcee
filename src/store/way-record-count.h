/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts a file's records without reading them. For this room only.
 */
#pragma once

#include "way-byte-source.h"

G_BEGIN_DECLS

/**
 * way_record_count_exceeds:
 * @source: at its beginning; is left anywhere
 * @limit: how many records there may be
 *
 * Has a file with too many records refused before any memory is spent on them. Where samples leave
 * a doubt it goes over all the markup, at several gigabytes a second. It understands what canonical
 * files have, and gives way at anything else: the limit is checked again while reading.
 *
 * Returns: whether there are certainly more than @limit
 */
gboolean way_record_count_exceeds (WayByteSource *source, guint limit, GCancellable *cancellable);

G_END_DECLS
