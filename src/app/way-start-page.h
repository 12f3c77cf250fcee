/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows while it has no plan: recent plans, templates and examples.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_START_PAGE (way_start_page_get_type ())
G_DECLARE_FINAL_TYPE (WayStartPage, way_start_page, WAY, START_PAGE, GtkWidget)

GtkWidget *way_start_page_new (void);

G_END_DECLS
