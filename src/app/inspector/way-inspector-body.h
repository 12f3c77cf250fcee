/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the inspector has to show: a heading, below it one of several pages, and what can be done to
 * several records at once.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_INSPECTOR_BODY (way_inspector_body_get_type ())
G_DECLARE_FINAL_TYPE (WayInspectorBody, way_inspector_body, WAY, INSPECTOR_BODY, GtkWidget)

GtkWidget *way_inspector_body_new (void);

void way_inspector_body_set_heading (WayInspectorBody *self, const char *title,
                                     const char *subtitle);

/**
 * way_inspector_body_add_page:
 * @page: (transfer none): a page to be shown later
 */
void way_inspector_body_add_page (WayInspectorBody *self, GtkWidget *page);

/**
 * way_inspector_body_show_page:
 * @page: (nullable): one that was added; %NULL for none
 * @for_several: whether what can be done to several records at once stands below it
 *
 * Shows it from its top.
 */
void way_inspector_body_show_page (WayInspectorBody *self, GtkWidget *page, gboolean for_several);

G_END_DECLS
