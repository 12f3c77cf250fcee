/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline in the program's window, over the small plan.
 */
#include "outline-fixture.h"

void
outline_fixture_set_up (OutlineFixture *self, gconstpointer data)
{
  self->document = app_document_new ();
  self->plan = way_document_get_plan (self->document);
  self->window = app_window_new ();
  way_window_set_document (self->window, self->document);
  g_object_set (self->window, "view", "outline", NULL);
  self->pane = WAY_OUTLINE_PANE (app_find (GTK_WIDGET (self->window), WAY_TYPE_OUTLINE_PANE));
  self->selection = self->pane->selection;
  app_draw (GTK_WIDGET (self->pane));
}

void
outline_fixture_tear_down (OutlineFixture *self, gconstpointer data)
{
  app_window_close (self->window);
  g_object_unref (self->document);
}

void
outline_fixture_act (OutlineFixture *self, const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->pane), action, NULL));
  app_settle ();
}

WayOutlineEditor *
outline_fixture_edit (OutlineFixture *self, const WayId *id, WayOutlineColumn column,
                      const char *text)
{
  guint position = way_outline_model_find (self->pane->look.model, id);
  WayOutlineEditor *editor = way_outline_edit (self->pane, position, column);

  g_assert_nonnull (editor);
  way_outline_editor_set_text (editor, text);
  return editor;
}
