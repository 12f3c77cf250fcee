/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document does with its schedule: moves that take along what depends on them, and repairs.
 * Each is one step of undo under one name.
 */
#pragma once

#include "way-document.h"
#include "way-push.h"

G_BEGIN_DECLS

/**
 * way_document_get_schedule:
 *
 * Returns: (transfer none): the schedule of the document's plan; it hears of edits before all other
 * listeners that come after the document
 */
WaySchedule *way_document_get_schedule (WayDocument *self);

/**
 * way_document_set_push:
 * @push: whether what waits for milestones goes along when their dates change, however that is
 * done; WAY_PUSH_NEVER until it is said
 *
 * With WAY_PUSH_ALWAYS it is part of the same step, and the step's name speaks of it.
 */
void way_document_set_push (WayDocument *self, WayPush push);

/**
 * way_document_count_early:
 *
 * Returns: how many milestones the last moves have made too early and free to move, with
 * WAY_PUSH_ASK and until something else is done
 */
guint way_document_count_early (WayDocument *self);

/**
 * way_document_push_along:
 * @result: (out): what was pushed
 *
 * Moves those, and what that makes too early.
 */
gboolean way_document_push_along (WayDocument *self, WayPushResult *result, GError **error);

/**
 * way_document_repair:
 * @name: what the step is called in Undo, translated; %NULL for "Push 3 milestones along"
 * @dependencies: that do not hold
 * @result: (out): what was pushed
 *
 * Moves their successors to the first day that fits, and what that makes too early.
 */
gboolean way_document_repair (WayDocument *self, const char *name, const WayId *dependencies,
                              guint n_dependencies, WayPushResult *result, GError **error);

G_END_DECLS
