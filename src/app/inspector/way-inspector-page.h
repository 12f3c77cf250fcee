/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the inspector for one kind of record, made once and pointed at one record after the
 * other.
 */
#pragma once

#include "way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_INSPECTOR_PAGE (way_inspector_page_get_type ())
G_DECLARE_FINAL_TYPE (WayInspectorPage, way_inspector_page, WAY, INSPECTOR_PAGE, GtkBox)

/**
 * way_inspector_page_new:
 * @kind: the plan, a goal or a milestone
 */
GtkWidget *way_inspector_page_new (WayKind kind);

/**
 * way_inspector_page_new_for_several:
 * @kind: a goal or a milestone
 *
 * Has those rows of the kind's page that serve several records, and nothing that is said of one.
 */
GtkWidget *way_inspector_page_new_for_several (WayKind kind);

/**
 * way_inspector_page_set_records:
 * @ids: (element-type WayId): one record of the page's kind, or several where it is for several;
 *   not to be changed any more
 *
 * Drops what was typed for the records before; see way_inspector_page_commit().
 */
void way_inspector_page_set_records (WayInspectorPage *self, WayDocument *document, GArray *ids);

/**
 * way_inspector_page_refresh:
 *
 * Follows the plan after an edit.
 */
void way_inspector_page_refresh (WayInspectorPage *self);

void way_inspector_page_commit (WayInspectorPage *self);

/**
 * way_inspector_page_restore:
 *
 * Returns: whether something was typed and is dropped now
 */
gboolean way_inspector_page_restore (WayInspectorPage *self);

/**
 * way_inspector_page_focus_first:
 *
 * Puts the cursor into the first row, which is the title's where there is one.
 */
void way_inspector_page_focus_first (WayInspectorPage *self);

/**
 * way_inspector_page_get_row:
 *
 * Returns: (nullable) (transfer none): the row that edits @field
 */
GtkWidget *way_inspector_page_get_row (WayInspectorPage *self, WayField field);

G_END_DECLS
