/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What quick add has to say to the line as it stands: what was understood, what is doubted, and
 * what the word at the cursor may become.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_QUICK_ANSWER (way_quick_answer_get_type ())
G_DECLARE_FINAL_TYPE (WayQuickAnswer, way_quick_answer, WAY, QUICK_ANSWER, GtkPopover)

/**
 * WayQuickAnswer::chosen:
 * @index: which of what is offered was clicked
 */

GtkWidget *way_quick_answer_new (void);

void way_quick_answer_set_understood (WayQuickAnswer *self, const char *text);

/**
 * way_quick_answer_set_problem:
 * @text: (nullable): what is doubted, or wrong
 * @is_error: whether nothing was added for it
 */
void way_quick_answer_set_problem (WayQuickAnswer *self, const char *text, gboolean is_error);

/**
 * way_quick_answer_offer:
 * @completions: (element-type WayQuickCompletion): in the place of those before, none of them
 * selected
 */
void way_quick_answer_offer (WayQuickAnswer *self, GPtrArray *completions);

/**
 * way_quick_answer_select:
 * @index: what is offered there; any other number for nothing
 */
void way_quick_answer_select (WayQuickAnswer *self, int index);

/**
 * way_quick_answer_get_selected:
 *
 * Returns: which of what is offered is selected, -1 for none
 */
int way_quick_answer_get_selected (WayQuickAnswer *self);

G_END_DECLS
