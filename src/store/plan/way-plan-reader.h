/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a plan that anyone may have written: as a stream, within bounds, and whole or not at all.
 */
#pragma once

#include "way-diagnostic.h"
#include "way-plan.h"
#include "way-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayReadReport:
 * @format: (nullable): the version that the file says it has, as "1.0"; %NULL when it did not get
 * so far
 * @read_only: whether the file is of a newer major version, so that saving it would lose what that
 * version added
 * @diagnostics: (element-type WayDiagnostic): errors and warnings in the order of the lines, 100 at
 * most
 *
 * What else there is to say about a file, be it opened or not. Begin with `g_auto (WayReadReport)
 * report = { 0 }`.
 */
typedef struct
{
  char *format;
  gboolean read_only;
  GPtrArray *diagnostics;
} WayReadReport;

void way_read_report_clear (WayReadReport *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayReadReport, way_read_report_clear)

/**
 * way_plan_read_file:
 * @file: an ordinary file, perhaps packed with gzip
 * @report: (out) (nullable): more about the file; with it, reading goes on after an error to find
 * all
 * @error: return location; domain WAY_STORE_ERROR, or G_IO_ERROR_CANCELLED
 *
 * Opens a plan that is sound; a value that cannot be read is kept as text and is no reason to fail.
 * Blocks; may be called on any thread. The message of @error is a line for people, as
 * "/home/maya/plan.waymark, line 12: Milestone “Sit the CCRN”: it ends before it starts. Set a
 * later end or an earlier start."
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_read_file (GFile *file, WayReadReport *report, GCancellable *cancellable,
                             GError **error);

/**
 * way_plan_read_fd:
 * @fd: an ordinary file, open for reading at its beginning; stays the caller's
 * @name: what messages call it
 * @func: hears of each record as it is read
 *
 * As way_plan_read_file(), for who hands the records on while the rest is read.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_read_fd (int fd, const char *name, WayRecordFunc func, gpointer user_data,
                           WayReadReport *report, GError **error);

/**
 * way_plan_read_stream:
 * @stream: where to read from, as standard input
 * @name: what messages call it
 *
 * As way_plan_read_file().
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_read_stream (GInputStream *stream, const char *name, WayReadReport *report,
                               GCancellable *cancellable, GError **error);

/**
 * way_plan_read_bytes:
 *
 * As way_plan_read_stream(), from memory.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_read_bytes (GBytes *bytes, const char *name, WayReadReport *report,
                              GError **error);

/**
 * way_plan_read_records:
 * @length: bytes that @stream will give
 *
 * As way_plan_read_bytes(), for a part of a plan or one that something will be added to: what
 * contradicts itself in it is not looked for. Judge the whole by way_plan_check().
 *
 * Returns: (transfer full) (nullable): a plan with the records
 */
WayPlan *way_plan_read_records (GInputStream *stream, guint64 length, const char *name,
                                GError **error);

G_END_DECLS
