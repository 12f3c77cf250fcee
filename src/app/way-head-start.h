/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan named on the command line, read on a thread while the toolkit starts.
 */
#pragma once

#include "way-document.h"

G_BEGIN_DECLS

typedef struct _WayHeadStart WayHeadStart;

/**
 * way_head_start_is_small:
 *
 * Returns: whether @file is read in less time than a frame takes, so that a window can appear with
 *   it
 */
gboolean way_head_start_is_small (GFile *file);

/**
 * way_head_start_new:
 *
 * Begins to read @file.
 */
WayHeadStart *way_head_start_new (GFile *file);
void way_head_start_free (WayHeadStart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayHeadStart, way_head_start_free)

/**
 * way_head_start_is_for:
 *
 * Returns: whether @file is what is read, and not waited for yet
 */
gboolean way_head_start_is_for (WayHeadStart *self, GFile *file);

/**
 * way_head_start_finish:
 *
 * Waits for what was begun; can be called once.
 *
 * Returns: (transfer full): the plan as way_document_load() gives it, or %NULL with @error set
 */
WayDocument *way_head_start_finish (WayHeadStart *self, GError **error);

G_END_DECLS
