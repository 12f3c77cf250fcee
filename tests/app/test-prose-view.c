/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-prose-view.h"
#include "way-record-commands.h"

#define MANY_STARTS 8 /* what may go wrong does so in one of three */

static gboolean
write_notes (WayEditGroup *group, gpointer text, GError **error)
{
  return way_edit_set_text (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_NOTES, text, error);
}

static void
assert_as_high_as_the_text (GtkTextView *view)
{
  GtkTextIter end;
  int y, height;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_line_yrange (view, &end, &y, &height);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (view)), ==, y + height);
}

static void
test_is_as_high_as_its_text (void)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 120; i++)
    g_string_append (text, "some words ");

  for (guint i = 0; i < MANY_STARTS; i++)
    {
      g_autoptr (WayDocument) document = app_document_new ();
      WayWindow *window = app_window_new ();

      g_assert_true (way_document_execute (document, "Write", NULL, write_notes, text->str, NULL));
      way_window_set_document (window, document);
      app_present (GTK_WINDOW (window));
      for (guint j = 0; j < 5; j++)
        app_draw (GTK_WIDGET (window));
      assert_as_high_as_the_text (
          GTK_TEXT_VIEW (app_find (GTK_WIDGET (window), WAY_TYPE_PROSE_VIEW)));

      app_window_close (window);
    }
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/prose-view/is-as-high-as-its-text", test_is_as_high_as_its_text);

  return g_test_run ();
}
