/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A context menu out of a table of actions, for the timeline and the outline.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayMenuRow:
 * @action: what it does, %NULL ends a section
 * @label: untranslated, with a letter of its own in its menu after an underscore
 */
typedef struct
{
  const char *action;
  const char *label;
} WayMenuRow;

/**
 * way_context_menu_popup:
 * @menu: (inout): the menu of @parent, made when it is first needed; @parent unparents it when it
 * goes
 * @rows: (array length=n_rows): what it offers
 * @x: in @parent
 * @y: in @parent
 */
void way_context_menu_popup (GtkWidget **menu, GtkWidget *parent, const WayMenuRow *rows,
                             guint n_rows, double x, double y);

G_END_DECLS
