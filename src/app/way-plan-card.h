/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan to choose on the start page: a picture of its timeline, its title and a line about it.
 */
#pragma once

#include <gtk/gtk.h>

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
 * way_plan_card_show_file:
 * @file: a plan
 *
 * Draws the card's picture from @file once there is time, off the main thread.
 */
void way_plan_card_show_file (WayPlanCard *self, GFile *file);

/**
 * way_plan_card_choose:
 *
 * Does what the card is for.
 */
void way_plan_card_choose (WayPlanCard *self);

G_END_DECLS
