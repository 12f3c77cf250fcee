/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What else in the plan speaks of a record: what it waits for, what waits for it, evidence,
 * remarks.
 */
#pragma once

#include "way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_INSPECTOR_RELATED (way_inspector_related_get_type ())
G_DECLARE_FINAL_TYPE (WayInspectorRelated, way_inspector_related, WAY, INSPECTOR_RELATED, GtkBox)

GtkWidget *way_inspector_related_new (void);

/**
 * way_inspector_related_show:
 * @document: where to look
 * @id: the record to look for
 *
 * Lists what refers to the record; made anew only when that has changed.
 */
void way_inspector_related_show (WayInspectorRelated *self, WayDocument *document, const WayId *id);

G_END_DECLS
