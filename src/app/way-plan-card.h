/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan to choose on the start page: a picture of its timeline, its title and a line about it.
 */
#pragma once

#include "way-plan-preview.h"

G_BEGIN_DECLS

#define WAY_TYPE_PLAN_CARD (way_plan_card_get_type ())
G_DECLARE_FINAL_TYPE (WayPlanCard, way_plan_card, WAY, PLAN_CARD, GtkFlowBoxChild)

/**
 * way_plan_card_new:
 * @title: what to call the plan until its file tells
 * @subtitle: a line about it
 * @action: what choosing the card does, an action of the window that takes a string
 * @target: that string
 */
GtkWidget *way_plan_card_new (const char *title, const char *subtitle, const char *action,
                              const char *target);

/**
 * way_plan_card_draw:
 * @loader: reads the plan
 * @source: (transfer full): for @loader
 * @free_source: frees @source
 * @copy_source: copies @source, for the picture is drawn again when the colours change
 *
 * Draws the card's picture from a plan once there is time.
 */
void way_plan_card_draw (WayPlanCard *self, WayPlanLoader loader, gpointer source,
                         GBoxedCopyFunc copy_source, GDestroyNotify free_source);

/**
 * way_plan_card_take_title:
 *
 * Calls the card by the title of the plan that is drawn, once it is known.
 */
void way_plan_card_take_title (WayPlanCard *self);

/**
 * way_plan_card_choose:
 *
 * Does what the card is for.
 */
void way_plan_card_choose (WayPlanCard *self);

G_END_DECLS
