/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plans that were open lately, in the desktop's own list of recent files.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayRecentPlan:
 * @file: where it is; it was there a moment ago
 * @title: the plan's title when it was last open
 */
typedef struct
{
  GFile *file;
  char *title;
} WayRecentPlan;

/**
 * way_recent_list:
 * @limit: how many at most
 *
 * Returns: (transfer full) (element-type WayRecentPlan): the plans, the one used last first
 */
GPtrArray *way_recent_list (guint limit);

/**
 * way_recent_add:
 *
 * Puts a plan first; listeners hear of it by the default #GtkRecentManager's signal "changed".
 */
void way_recent_add (GFile *file, const char *title);

/**
 * way_recent_remove:
 *
 * Takes @file off the desktop's list, for it and for all other programs.
 */
void way_recent_remove (GFile *file);

G_END_DECLS
