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
 * WayMove:
 * @name: what the step is called in Undo, translated
 * @coalesce: (nullable): see way_history_begin()
 * @command: the work
 * @user_data: for @command
 * @moved: (array length=n_moved): the milestones whose dates it changes
 * @push: whether what waits for them goes along
 */
typedef struct
{
  const char *name;
  const char *coalesce;
  WayCommandFunc command;
  gpointer user_data;
  const WayId *moved;
  guint n_moved;
  WayPush push;
} WayMove;

/**
 * way_document_move:
 * @result: (out): what was pushed; with WAY_PUSH_ALWAYS the step's name speaks of it
 * @broken: (out) (transfer full) (element-type WayId): with WAY_PUSH_ASK the dependencies that the
 * move broke, else none
 *
 * As way_document_execute().
 */
gboolean way_document_move (WayDocument *self, const WayMove *move, WayPushResult *result,
                            GArray **broken, GError **error);

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
