/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-plan-card.h"
#include "way-plan-preview.h"
#include "way-plan-source.h"
#include "way-recent.h"
#include "way-start-page.h"
#include "way-templates.h"

#include <glib/gstdio.h>

static void
close_all (WayWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  while (gtk_application_get_windows (application) != NULL)
    gtk_window_destroy (gtk_application_get_windows (application)->data);
  app_settle ();
}

static guint
count_cards (GtkWidget *root)
{
  guint n_cards = WAY_IS_PLAN_CARD (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_cards += count_cards (child);

  return n_cards;
}

static guint
count_examples (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("WAYMARK_DATADIR"), "examples", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint count = 0;

  for (const char *name; (name = g_dir_read_name (dir)) != NULL;)
    count += g_str_has_suffix (name, ".waymark");

  return count;
}

static void
test_offers_templates_and_examples (void)
{
  WayWindow *window = app_window_new ();
  guint n_templates;

  way_templates_list (&n_templates);
  g_assert_cmpuint (count_cards (GTK_WIDGET (window)), ==, n_templates + count_examples ());
  close_all (window);
}

static gboolean
has_picture (gpointer card)
{
  return gtk_picture_get_paintable (GTK_PICTURE (app_find (card, GTK_TYPE_PICTURE))) != NULL;
}

static void
test_draws_pictures (void)
{
  WayWindow *window = app_window_new ();
  GtkWidget *card = app_find (GTK_WIDGET (window), WAY_TYPE_PLAN_CARD);

  app_wait_for (has_picture, card);
  close_all (window);
}

static void
test_begins_from_a_template (void)
{
  WayWindow *window = app_window_new ();
  WayDocument *document;

  way_plan_card_choose (WAY_PLAN_CARD (app_find (GTK_WIDGET (window), WAY_TYPE_PLAN_CARD)));
  document = way_window_get_document (window);

  g_assert_nonnull (document);
  g_assert_null (way_document_get_file (document));
  g_assert_cmpuint (way_plan_get_count (way_document_get_plan (document), WAY_KIND_GOAL), >, 0);
  close_all (window);
}

static gboolean
has_document (gpointer window)
{
  return way_window_get_document (window) != NULL;
}

/* An example opens as a copy, so that it cannot be saved over by accident */
static void
test_opens_an_example_as_a_copy (void)
{
  WayWindow *window = app_window_new ();
  g_autofree char *path = g_build_filename (g_getenv ("WAYMARK_DATADIR"), "examples",
                                            "ward-nurse-to-nurse-practitioner.waymark", NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.open-example", "s", uri);
  app_wait_for (has_document, window);

  g_assert_null (way_document_get_file (way_window_get_document (window)));
  close_all (window);
}

static gboolean
is_listed (gpointer file)
{
  g_autoptr (GPtrArray) plans = way_recent_list (5);

  for (guint i = 0; i < plans->len; i++)
    {
      const WayRecentPlan *plan = g_ptr_array_index (plans, i);

      if (g_file_equal (plan->file, file))
        return g_str_equal (plan->title, "R&D <plan>");
    }

  return FALSE;
}

static void
test_remembers_recent_plans (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "waymark-recent.waymark", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  way_recent_add (file, "R&D <plan>");
  app_wait_for (is_listed, file);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_false (is_listed (file));
}

static void
keep_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static gboolean
has_result (gpointer result)
{
  return *(GAsyncResult **)result != NULL;
}

/* Also when another program still lists it */
static void
test_private_plans_have_no_picture (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "private.waymark", NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_cache_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (
      path,
      "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" private=\"true\""
      " id=\"6f0c0000-0000-4000-8000-000000000009\"><title>Nobody's business</title></plan>",
      -1, NULL));
  way_plan_preview_load_async (way_plan_source_read_file, file, g_object_unref, WAY_THEME_LIGHT,
                               200, 100, 1, NULL, keep_result, &result);
  app_wait_for (has_result, &result);

  g_assert_null (way_plan_preview_load_finish (result, &title, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_null (title);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/start-page/offers-templates-and-examples",
                   test_offers_templates_and_examples);
  g_test_add_func ("/app/start-page/draws-pictures", test_draws_pictures);
  g_test_add_func ("/app/start-page/begins-from-a-template", test_begins_from_a_template);
  g_test_add_func ("/app/start-page/opens-an-example-as-a-copy", test_opens_an_example_as_a_copy);
  g_test_add_func ("/app/start-page/private-plans-have-no-picture",
                   test_private_plans_have_no_picture);
  g_test_add_func ("/app/start-page/remembers-recent-plans", test_remembers_recent_plans);

  return g_test_run ();
}
