/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a plan in the canonical form of format 1: the same plan gives the same bytes, on any
 * machine.
 */
#pragma once

#include "way-safe-file.h"
#include "way-snapshot.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * way_plan_write_stream:
 * @snapshot: the plan at one moment; any thread may write it
 * @stream: where to; neither flushed nor closed
 * @error: return location; those of @stream, or WAY_STORE_ERROR_WRITE when a text is longer than a
 * file may hold
 *
 * Needs about 100 KB of memory, however large the plan.
 *
 * Returns: whether all was written
 */
gboolean way_plan_write_stream (WaySnapshot *snapshot, GOutputStream *stream,
                                GCancellable *cancellable, GError **error);

/**
 * way_plan_write_record:
 * @out: what to append to
 *
 * Writes one record as it stands in the file; of the plan's own record all that comes before the
 * other records.
 */
gboolean way_plan_write_record (const WayRecord *record, GString *out, GError **error);

/**
 * way_plan_write_file:
 * @keeping: (nullable): how the plan as it was before is kept
 * @report: (nullable) (out caller-allocates): set on success; clear it
 *
 * Saves by way_safe_file_write(): the file is replaced whole or stays as it was.
 *
 * Returns: whether it was saved
 */
gboolean way_plan_write_file (WaySnapshot *snapshot, GFile *file, const WayKeeping *keeping,
                              WaySaveReport *report, GCancellable *cancellable, GError **error);

/**
 * way_plan_replace_file:
 * @expected: (nullable): what the file is to hold until then
 *
 * Saves by way_safe_file_replace(): as way_plan_write_file(), unless somebody else has written the
 * file or taken it away.
 *
 * Returns: whether it was saved
 */
gboolean way_plan_replace_file (WaySnapshot *snapshot, GFile *file, const WayFingerprint *expected,
                                const WayKeeping *keeping, WaySaveReport *report,
                                GCancellable *cancellable, GError **error);

/**
 * way_plan_write_bytes:
 *
 * Returns: (transfer full) (nullable): the file's content
 */
GBytes *way_plan_write_bytes (WaySnapshot *snapshot, GError **error);

G_END_DECLS
