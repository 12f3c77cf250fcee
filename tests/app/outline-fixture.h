/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline in the program's window, over the small plan.
 */
#pragma once

#include "app-fixture.h"

#include "way-outline-pane-private.h"
#include "way-window.h"

G_BEGIN_DECLS

typedef struct
{
  WayWindow *window;
  WayDocument *document;
  WayPlan *plan;
  WayOutlinePane *pane;
  WaySelection *selection;
} OutlineFixture;

/* Begins with a fresh plan */
void outline_fixture_set_up (OutlineFixture *self, gconstpointer data);
void outline_fixture_tear_down (OutlineFixture *self, gconstpointer data);

/* Activates an action of the pane, and waits for what follows */
void outline_fixture_act (OutlineFixture *self, const char *action);

/**
 * outline_fixture_edit:
 * @id: a record that has a row
 * @column: what of it
 * @text: what is typed
 *
 * Returns: (transfer none): the editor, with @text in it, not applied
 */
WayOutlineEditor *outline_fixture_edit (OutlineFixture *self, const WayId *id,
                                        WayOutlineColumn column, const char *text);

G_END_DECLS
