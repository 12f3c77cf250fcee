/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A document of what is left of a damaged plan.
 */
#pragma once

#include "way-document.h"

G_BEGIN_DECLS

/**
 * way_document_can_salvage:
 * @error: why a plan could not be opened
 *
 * Returns: whether some of it may be intact all the same
 */
gboolean way_document_can_salvage (const GError *error);

/**
 * way_document_salvage_async:
 * @file: a damaged plan; it stays as it is
 *
 * Reads what is intact, in a process of its own.
 */
void way_document_salvage_async (GFile *file, GCancellable *cancellable,
                                 GAsyncReadyCallback callback, gpointer user_data);

/**
 * way_document_salvage_finish:
 * @missing: (out) (transfer full) (element-type WayDiagnostic): as for way_plan_salvage_file()
 *
 * Returns: (transfer full) (nullable): a document without a file, all of which has yet to be saved
 */
WayDocument *way_document_salvage_finish (GAsyncResult *result, GPtrArray **missing,
                                          GError **error);

G_END_DECLS
