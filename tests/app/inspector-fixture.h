/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The inspector in a window, over the small plan.
 */
#pragma once

#include "app-fixture.h"

#include "way-inspector.h"

G_BEGIN_DECLS

typedef struct
{
  WayDocument *document;
  WaySelection *selection;
  WayInspector *inspector;
  GtkWidget *window;
} InspectorFixture;

/**
 * inspector_fixture_add:
 *
 * Adds a test that begins with a fresh plan and nothing selected.
 */
void inspector_fixture_add (const char *path,
                            void (*test) (InspectorFixture *self, gconstpointer data));

/**
 * inspector_fixture_open_list:
 * @row: one that refers to several records
 *
 * Returns: (transfer none): the popover of the row's button, open
 */
GtkWidget *inspector_fixture_open_list (GtkWidget *row);

/**
 * inspector_fixture_read:
 *
 * Returns: (transfer full): the value of @field in the plan, as it stands in a file
 */
char *inspector_fixture_read (InspectorFixture *self, const WayId *id, WayField field);

G_END_DECLS
