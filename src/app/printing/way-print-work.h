/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan as it was at one moment, made into pages, on whatever thread.
 */
#pragma once

#include "way-print-choices.h"
#include "way-snapshot.h"

G_BEGIN_DECLS

/**
 * WayPrintWork:
 *
 * Pages and what they are made of. For one thread at a time.
 */
typedef struct _WayPrintWork WayPrintWork;

/**
 * way_print_work_new:
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Takes as long as the plan is large.
 *
 * Returns: (transfer full) (nullable): the pages
 */
WayPrintWork *way_print_work_new (WaySnapshot *plan, const WayPrintChoices *choices,
                                  const WayPrintPaper *paper, GError **error);
void way_print_work_free (WayPrintWork *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPrintWork, way_print_work_free)

WayPages *way_print_work_get_pages (WayPrintWork *self);

/**
 * way_print_work_get_orientation:
 *
 * Returns: how the paper lies
 */
GtkPageOrientation way_print_work_get_orientation (WayPrintWork *self);

/**
 * way_print_work_new_async:
 * @plan: (transfer none): what to print
 *
 * Does it on a thread of its own.
 */
void way_print_work_new_async (WaySnapshot *plan, const WayPrintChoices *choices,
                               const WayPrintPaper *paper, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data);
WayPrintWork *way_print_work_new_finish (GAsyncResult *result, GError **error);

G_END_DECLS
