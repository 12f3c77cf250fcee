/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row whose buttons give way to menus where it is too narrow for them.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayFoldBox:
 *
 * A row of widgets in two forms. In a template, children of the type `wide` are shown while all of
 * them and those without a type fit, else those of the type `narrow` are. All of them change at
 * once. What expands gets the room that is left, and its least width has to; where even the narrow
 * form has too little, what can do with less does.
 */
#define WAY_TYPE_FOLD_BOX (way_fold_box_get_type ())
G_DECLARE_FINAL_TYPE (WayFoldBox, way_fold_box, WAY, FOLD_BOX, GtkWidget)

/**
 * way_fold_box_new:
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *way_fold_box_new (void);

/**
 * way_fold_box_get_folded:
 *
 * Returns: whether the narrow form is shown
 */
gboolean way_fold_box_get_folded (WayFoldBox *self);

G_END_DECLS
