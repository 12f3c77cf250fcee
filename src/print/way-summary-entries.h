/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the lists of a plan on a page, and how an entry looks. Internal to the room.
 */
#pragma once

#include "way-flow.h"
#include "way-print.h"

G_BEGIN_DECLS

#define WAY_SUMMARY_GAP 7.0 /* points above each entry */

/**
 * WaySummaryList:
 * @title: its heading
 * @weight: of its share of a column that has no room for all
 * @entries: (element-type gpointer): what add() gets one of
 * @n_all: how many there are; more than @entries where only the most important ones are in it
 * @add: writes an entry at the end of a flow
 *
 * One of the lists on the page.
 */
typedef struct _WaySummaryList WaySummaryList;

struct _WaySummaryList
{
  const char *title;
  guint weight;
  GPtrArray *entries;
  guint n_all;
  void (*add) (const WaySummaryList *self, WayFlow *flow, guint index);
  WayPlan *plan;
  const WayPrintOptions *options;
  GArray *events; /* (nullable): of WayEvent, that entries are in */
};

void way_summary_list_clear (WaySummaryList *self);

/**
 * way_summary_get_goals:
 * @progress: how far they have come
 *
 * Returns: (transfer full): the goals that were not dropped, those that are part of others below
 * them
 */
WaySummaryList way_summary_get_goals (WayPlan *plan, const WayPrintOptions *options);

/**
 * way_summary_keep_roots:
 *
 * Leaves only the goals that are part of none, for where there is no room for all.
 */
void way_summary_keep_roots (WaySummaryList *goals);

/**
 * way_summary_get_months:
 * @from: the first day
 *
 * Returns: (transfer full): what is overdue, and what happens within a year from @from
 */
WaySummaryList way_summary_get_months (WayPlan *plan, const WayPrintOptions *options, WayDay from);
WaySummaryList way_summary_get_credentials (WayPlan *plan, const WayPrintOptions *options);
WaySummaryList way_summary_get_people (WayPlan *plan, const WayPrintOptions *options);

G_END_DECLS
