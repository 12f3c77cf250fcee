/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Counts a file's records without reading them. For this room only.
 */
#pragma once

#include "way-byte-source.h"

G_BEGIN_DECLS

/**
 * way_record_count_check:
 * @source: at its beginning; is left anywhere
 * @limit: how many records there may be
 * @error: return location; domain WAY_REFUSAL, or G_IO_ERROR_CANCELLED
 *
 * Has a file with too many records, or one that is unpacked to more than a plan may have, refused
 * before any memory is spent on it. Where samples leave a doubt it goes over all the markup, at
 * several gigabytes a second. It understands what canonical files have, and gives way at anything
 * else, and where reading will end: what is wrong there is told by who reads, and the limit is
 * checked again.
 *
 * Returns: FALSE when there are certainly more than @limit, or bytes beyond the bound
 */
gboolean way_record_count_check (WayByteSource *source, guint limit, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
