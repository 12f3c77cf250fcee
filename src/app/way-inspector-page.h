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
 * way_inspector_page_set_record:
 * @id: a record of the page's kind
 *
 * Applies what was typed for the record before, and drops it where that cannot be.
 */
void way_inspector_page_set_record (WayInspectorPage *self, WayDocument *document, const WayId *id);

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
 * way_inspector_page_focus_field:
 *
 * Puts the cursor into the row of @field.
 */
void way_inspector_page_focus_field (WayInspectorPage *self, WayField field);

/**
 * way_inspector_page_get_row:
 *
 * Returns: (nullable) (transfer none): the row that edits @field
 */
GtkWidget *way_inspector_page_get_row (WayInspectorPage *self, WayField field);

G_END_DECLS
