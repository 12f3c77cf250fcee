/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document does with an earlier version of its plan.
 */
#pragma once

#include "way-comparison.h"
#include "way-document.h"

G_BEGIN_DECLS

/**
 * way_document_compare_async:
 * @file: an earlier version, or another state of the same plan
 *
 * Reads @file and finds what differs in it from the plan as it is now; both on another thread. The
 * document may be edited meanwhile.
 */
void way_document_compare_async (WayDocument *self, GFile *file, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * way_document_compare_finish:
 *
 * Errors are those of the store, with line, record and remedy in the message.
 *
 * Returns: (transfer full) (nullable): the plan as it was when that was asked, and what is in the
 * file
 */
WayComparison *way_document_compare_finish (WayDocument *self, GAsyncResult *result,
                                            GError **error);

/**
 * way_document_restore:
 * @plan: an earlier version
 * @name: what the step is called in Undo, translated
 *
 * Makes the document's plan as @plan is, in one step that can be undone. Nothing is pushed along.
 * No file is touched.
 *
 * Returns: whether that could be done; not of a plan that can only be read
 */
gboolean way_document_restore (WayDocument *self, WayPlan *plan, const char *name, GError **error);

/**
 * way_document_new_copy:
 *
 * Returns: (transfer full): a document without a file, all of which has yet to be saved
 */
WayDocument *way_document_new_copy (WayPlan *plan);

G_END_DECLS
