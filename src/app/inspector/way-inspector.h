/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel at the end of the window: edits the fields of what is selected, or of the plan when
 * nothing is. Of several records it edits those fields in which one value can be meant for all.
 */
#pragma once

#include "way-document.h"
#include "way-selection.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_INSPECTOR (way_inspector_get_type ())
G_DECLARE_FINAL_TYPE (WayInspector, way_inspector, WAY, INSPECTOR, GtkWidget)

GtkWidget *way_inspector_new (void);

/**
 * way_inspector_set_document:
 * @document: (nullable): the plan to edit
 * @selection: (nullable): what to follow
 */
void way_inspector_set_document (WayInspector *self, WayDocument *document,
                                 WaySelection *selection);

/**
 * way_inspector_commit:
 *
 * Applies what is typed and not applied yet, as before saving.
 */
void way_inspector_commit (WayInspector *self);

/**
 * way_inspector_restore:
 *
 * Drops what is typed and not applied yet.
 *
 * Returns: whether there was anything to drop
 */
gboolean way_inspector_restore (WayInspector *self);

/**
 * way_inspector_focus_title:
 *
 * Puts the cursor into the title of what is shown, or what comes first where several are.
 */
void way_inspector_focus_title (WayInspector *self);

/**
 * way_inspector_get_row:
 *
 * Returns: (nullable) (transfer none): the row that edits @field of what is shown now
 */
GtkWidget *way_inspector_get_row (WayInspector *self, WayField field);

G_END_DECLS
