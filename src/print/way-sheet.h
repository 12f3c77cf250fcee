/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What agenda, plan on a page and credential record have in common. Internal to the room.
 */
#pragma once

#include "way-flow-pages.h"
#include "way-print.h"

G_BEGIN_DECLS

#define WAY_SHEET_TOP 12.0 /* points between what stands above the body and the first block */

/**
 * way_sheet_check:
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: whether range and goals of @options make sense with @plan
 */
gboolean way_sheet_check (WayPlan *plan, const WayPrintOptions *options, GError **error);

/**
 * way_sheet_new:
 * @subtitle: what the pages show
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Margins are wider than those of a timeline, for text needs calm around it.
 *
 * Returns: (transfer full) (nullable): pages without a flow; %NULL when the paper is too small
 */
WayFlowPages *way_sheet_new (WayPlan *plan, const WayPrintOptions *options, const char *subtitle,
                             GError **error);

/**
 * way_sheet_new_flow:
 * @width: of the flow; 0 for that of the body
 *
 * Returns: (transfer full): a flow for @pages
 */
WayFlow *way_sheet_new_flow (WayFlowPages *pages, double width);

/**
 * way_sheet_finish:
 * @pages: (transfer full): with all flows
 * @error: return location; domain WAY_PAGES_ERROR
 *
 * Returns: (transfer full) (nullable): @pages, %NULL when they are too many
 */
WayPages *way_sheet_finish (WayFlowPages *pages, GError **error);

/**
 * way_sheet_is_chosen:
 *
 * Returns: whether @goal is itself among those that @options name
 */
gboolean way_sheet_is_chosen (const WayPrintOptions *options, const WayRecord *goal);

/**
 * way_sheet_has_goal:
 * @goal: (nullable): what a milestone belongs to, or a goal itself
 *
 * Returns: whether a goal of @options, if there are any, is @goal or above it
 */
gboolean way_sheet_has_goal (WayPlan *plan, const WayPrintOptions *options, const WayId *goal);

/**
 * way_sheet_has_credential:
 *
 * Returns: whether a milestone within the goals of @options, if there are any, is about the
 * credential
 */
gboolean way_sheet_has_credential (WayPlan *plan, const WayPrintOptions *options,
                                   const WayId *credential);

/**
 * way_sheet_is_dropped:
 * @goal: (nullable): where to begin
 *
 * Returns: whether @goal or one above it was dropped
 */
gboolean way_sheet_is_dropped (WayPlan *plan, const WayId *goal);

/**
 * way_sheet_get_choice:
 *
 * Returns: (transfer none): the label of a choice, in the locale's language
 */
const char *way_sheet_get_choice (const WayRecord *record, WayField field);

/**
 * way_sheet_get_expiry:
 * @expires: a date
 * @is_over: (out) (optional): whether the last day has passed
 *
 * Returns: (transfer full): as "6 months left", "expired"
 */
char *way_sheet_get_expiry (WayDate expires, WayDay today, gboolean *is_over);

/**
 * way_sheet_join:
 * @first: (nullable): absent and empty parts are left out
 *
 * Returns: (transfer full): the parts with a dot between them, for a line of small text
 */
char *way_sheet_join (const char *first, const char *second);

G_END_DECLS
