/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is left of a damaged plan: its intact records, and a list of what is missing.
 */
#pragma once

#include "way-diagnostic.h"
#include "way-plan.h"
#include "way-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * way_plan_salvage_file:
 * @file: a file that way_plan_read_file() refuses as damaged; it stays as it is
 * @missing: (out) (transfer full) (element-type WayDiagnostic): what could not be kept, in the
 * order of the lines: a record that was left out, a value that was dropped because what it refers
 * to is gone, or something about the file as a whole; %WAY_MAX_DIAGNOSTICS at most, the last of
 * which counts the rest
 * @error: return location; domain WAY_STORE_ERROR, when there is nothing to be kept, or
 *   G_IO_ERROR_CANCELLED
 *
 * Each record is read by itself within the bounds of the reader, so that damage in one does not
 * cost another. What comes out is a sound plan: references that lead nowhere are dropped, and so
 * are records that make no sense without what is missing. Blocks; any thread.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_salvage_file (GFile *file, GPtrArray **missing, GCancellable *cancellable,
                                GError **error);

/**
 * way_plan_salvage_fd:
 * @fd: an ordinary file, open for reading at its beginning; stays the caller's
 * @name: what messages call it
 *
 * As way_plan_salvage_file().
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_salvage_fd (int fd, const char *name, GPtrArray **missing, GError **error);

/**
 * way_plan_salvage_bytes:
 * @name: what messages call it
 *
 * As way_plan_salvage_file(), from memory.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_salvage_bytes (GBytes *bytes, const char *name, GPtrArray **missing,
                                 GCancellable *cancellable, GError **error);

G_END_DECLS
