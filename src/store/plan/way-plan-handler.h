/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Turns the parser's events into records. For this room only.
 */
#pragma once

#include "way-diagnostic.h"
#include "way-migration.h"

G_BEGIN_DECLS

typedef struct _WayPlanHandler WayPlanHandler;

typedef enum
{
  WAY_HANDLER_DEFAULT = 0,
  WAY_HANDLER_COLLECT = 1 << 0, /* goes on after an error, for there may be more */
  WAY_HANDLER_LINES
  = 1 << 1, /* keeps the line of every record, not only of those with unreadable values */
} WayHandlerFlags;

WayPlanHandler *way_plan_handler_new (WayHandlerFlags flags);
void way_plan_handler_free (WayPlanHandler *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPlanHandler, way_plan_handler_free)

/**
 * way_plan_handler_set_listener:
 * @func: (nullable): hears of each record as soon as it has been read, while nobody knows whether
 * the plan is sound
 */
void way_plan_handler_set_listener (WayPlanHandler *self, WayRecordFunc func, gpointer user_data);

/**
 * WayHandlerReadFunc:
 * @buffer: takes the next bytes, in UTF-8
 * @size: how many at most
 *
 * Returns: how many there are now; 0 where the document ends, and -1 where the rest of it is
 * withheld
 */
typedef gssize (*WayHandlerReadFunc) (gpointer user_data, char *buffer, gsize size);

/**
 * way_plan_handler_read:
 * @func: is not called again after it has returned 0 or -1
 * @error: return location; domain WAY_REFUSAL
 *
 * Reads a document. Where the rest of one is withheld, only what is wrong before that place is an
 * error.
 *
 * Returns: FALSE when reading had to stop, be it because of an error that is among the diagnostics
 * and not in @error
 */
gboolean way_plan_handler_read (WayPlanHandler *self, WayHandlerReadFunc func, gpointer user_data,
                                GError **error);

/**
 * way_plan_handler_get_line:
 *
 * Returns: the line of what was refused, else of the last byte read; 0 when there was no memory to
 * read with
 */
guint way_plan_handler_get_line (WayPlanHandler *self);

/**
 * way_plan_handler_find_line:
 *
 * Returns: the line of a record, 0 when it was not kept
 */
guint way_plan_handler_find_line (WayPlanHandler *self, const WayId *id);

/**
 * way_plan_handler_get_plan:
 *
 * Returns: (transfer none) (nullable): what was read; whole after way_plan_handler_read()
 */
WayPlan *way_plan_handler_get_plan (WayPlanHandler *self);

/**
 * way_plan_handler_get_n_records:
 *
 * Returns: how many have been read so far, besides the plan's own
 */
guint way_plan_handler_get_n_records (WayPlanHandler *self);

WayFormatVersion way_plan_handler_get_version (WayPlanHandler *self);

/**
 * way_plan_handler_steal_diagnostics:
 *
 * Returns: (transfer full) (element-type WayDiagnostic): what was noticed while reading; to be
 * asked for once
 */
GPtrArray *way_plan_handler_steal_diagnostics (WayPlanHandler *self);

G_END_DECLS
