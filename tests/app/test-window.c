/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-dependency-commands.h"
#include "way-filter-bar.h"
#include "way-inspector.h"
#include "way-record-commands.h"
#include "way-remove-commands.h"
#include "way-timeline-view.h"

#include <gdk/x11/gdkx.h>
#include <glib/gstdio.h>

typedef struct
{
  WayWindow *window;
  char *folder;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = app_folder_new ();
  self->window = app_window_new ();
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *)&self->window);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  g_assert_null (self->window);

  app_folder_free (self->folder);
}

static GFile *
write_plan (Fixture *self, const char *name)
{
  return app_folder_write (self->folder, name, APP_FIXTURE_PLAN);
}

static gboolean
rename_plan (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_edit_set_text (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_TITLE, user_data, error);
}

static void
change_plan (WayWindow *window)
{
  g_assert_true (way_document_execute (way_window_get_document (window), "Rename", NULL,
                                       rename_plan, (gpointer) "Another", NULL));
}

static gboolean
has_document (gpointer window)
{
  return way_window_get_document (window) != NULL;
}

static void
test_starts_without_a_plan (Fixture *self, gconstpointer data)
{
  g_assert_null (way_window_get_document (self->window));
  g_assert_false (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.nothing", NULL));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Waymark");
}

static void
test_new_takes_the_free_window (Fixture *self, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.new", NULL);

  g_assert_nonnull (way_window_get_document (self->window));
  g_assert_false (way_document_get_modified (way_window_get_document (self->window)));
}

static void
test_opens_a_file_once (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_plan (self, "a.waymark");
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));

  way_window_open_file (self->window, file);
  g_assert_true (way_window_has_file (self->window, file));
  app_wait_for (has_document, self->window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "From a file");

  g_application_open (G_APPLICATION (application), &file, 1, "");
  app_settle ();
  g_assert_null (gtk_application_get_windows (application)->next);
}

static void
test_a_broken_file_leaves_the_plan (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) broken = app_folder_write (self->folder, "b.waymark", "<plan");
  g_autoptr (WayDocument) document = app_document_new ();

  way_window_set_document (self->window, document);
  change_plan (self->window);
  way_window_open_file (self->window, broken);
  app_answer (self->window, "close");

  g_assert_true (way_window_get_document (self->window) == document);
  g_assert_true (way_document_get_modified (document));
  way_document_undo (document);
}

static void
test_saves (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_plan (self, "c.waymark");
  g_autofree char *text = NULL;
  WayDocument *document;

  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  document = way_window_get_document (self->window);
  change_plan (self->window);
  g_assert_true (way_document_get_modified (document));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  while (way_document_get_modified (document))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, "<title>Another</title>"));
}

static char *
load_text (GFile *file)
{
  char *text = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  return text;
}

static gboolean
is_saved (gpointer document)
{
  return !way_document_get_modified (document);
}

/* What was edited while a save was going on is saved by the second Ctrl+S */
static void
test_saves_again_what_came_meanwhile (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_plan (self, "d.waymark");
  g_autofree char *text = NULL;

  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  change_plan (self->window);
  for (guint i = 0; i < 20; i++)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);

  app_wait_for (is_saved, way_window_get_document (self->window));
  text = load_text (file);
  g_assert_nonnull (strstr (text, "<title>Another</title>"));
  g_assert_null (app_find_dialog (self->window));
}

static gboolean
remove_goal (WayEditGroup *group, gpointer id, GError **error)
{
  return way_edit_remove (group, id, 1, error);
}

/* An empty plan over a full one is asked about; "cancel" leaves the file, "replace" goes on */
static void
test_asks_before_it_empties (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file
      = app_folder_write (self->folder, "g.waymark",
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\""
                          " id=\"6f0c0000-0000-4000-8000-000000000001\">\n"
                          "  <goal id=\"6f0c0000-0000-4000-8000-000000000002\" rank=\"a0\">\n"
                          "    <title>The only one</title>\n  </goal>\n"
                          "</plan>\n");
  g_autofree char *before = load_text (file);
  g_autofree char *cancelled = NULL;
  g_autofree char *replaced = NULL;
  WayDocument *document;
  WayId goal;

  g_assert_true (way_id_parse ("6f0c0000-0000-4000-8000-000000000002", WAY_ID_TEXT_LENGTH, &goal));
  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  document = way_window_get_document (self->window);
  g_assert_true (way_document_execute (document, "Remove", NULL, remove_goal, &goal, NULL));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  app_answer (self->window, "cancel");
  cancelled = load_text (file);
  g_assert_cmpstr (cancelled, ==, before);
  g_assert_true (way_document_get_modified (document));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  app_answer (self->window, "replace");
  app_wait_for (is_saved, document);
  replaced = load_text (file);
  g_assert_null (strstr (replaced, "<goal"));
}

static gboolean
is_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  return gtk_recent_manager_has_item (gtk_recent_manager_get_default (), uri);
}

static gboolean
is_recent_now (gpointer file)
{
  return is_recent (file);
}

static gboolean
is_not_recent (gpointer file)
{
  return !is_recent (file);
}

static char *
get_view_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "waymark", "views",
                           "6f0c0000-0000-4000-8000-000000000001.ini", NULL);
}

/* The desktop forgets a plan when it is told to, and learns nothing of it until told otherwise */
static void
test_leaves_no_traces (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_plan (self, "h.waymark");
  g_autofree char *view = get_view_path ();
  g_autofree char *text = NULL;
  WayDocument *document;

  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  document = way_window_get_document (self->window);
  app_wait_for (is_recent_now, file);
  way_window_set_document (self->window, NULL); /* as closing does, this keeps the view */
  g_assert_true (g_file_test (view, G_FILE_TEST_EXISTS));
  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  document = way_window_get_document (self->window);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.traceless", NULL);
  g_assert_true (way_document_get_private (document));
  app_wait_for (is_not_recent, file);
  g_assert_false (g_file_test (view, G_FILE_TEST_EXISTS));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  app_wait_for (is_saved, document);
  app_settle ();
  g_assert_false (is_recent (file));
  text = load_text (file);
  g_assert_nonnull (strstr (text, "private=\"true\""));

  way_window_set_document (self->window, NULL);
  g_assert_false (g_file_test (view, G_FILE_TEST_EXISTS));
  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  app_settle ();
  g_assert_false (is_recent (file));

  /* Undone, it is a plan like any other */
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.traceless", NULL);
  app_wait_for (is_recent_now, file);
  way_document_undo (way_window_get_document (self->window));
  app_wait_for (is_not_recent, file);
}

/* The arrow of the button that opens plans */
static GtkMenuButton *
get_recent_button (WayWindow *window)
{
  GObject *open
      = gtk_widget_get_template_child (GTK_WIDGET (window), WAY_TYPE_WINDOW, "open_button");

  return GTK_MENU_BUTTON (gtk_widget_get_last_child (GTK_WIDGET (open)));
}

static gboolean
lists (GtkMenuButton *button, GFile *file)
{
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *wanted = g_file_get_uri (file);
  gboolean found = FALSE;

  gtk_menu_button_popup (button);
  g_set_object (&menu, gtk_menu_button_get_menu_model (button));
  gtk_menu_button_popdown (button);
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *uri = NULL;

      found |= g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_TARGET, "s", &uri)
               && g_str_equal (uri, wanted);
    }
  return found;
}

/* Nobody sees the arrow come alive after the window has */
static void
test_lists_recent_plans_when_asked (Fixture *self, gconstpointer data)
{
  GtkMenuButton *button = get_recent_button (self->window);
  g_autoptr (GFile) file = write_plan (self, "r.waymark");

  g_assert_true (gtk_widget_is_sensitive (gtk_widget_get_first_child (GTK_WIDGET (button))));
  app_settle ();
  g_assert_null (gtk_menu_button_get_popover (button));
  g_assert_false (lists (button, file));

  way_window_open_file (self->window, file);
  app_wait_for (is_recent_now, file);
  g_assert_true (lists (button, file));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.traceless", NULL);
  app_wait_for (is_not_recent, file);
  g_assert_false (lists (button, file));
  way_document_undo (way_window_get_document (self->window));
  app_wait_for (is_recent_now, file);
}

static GString *logged; /* NULL while nobody wants to know */

static GLogWriterOutput
keep_log (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; logged != NULL && i < n_fields; i++)
    if (fields[i].length < 0)
      g_string_append_printf (logged, "%s=%s\n", fields[i].key, (const char *)fields[i].value);

  return g_log_writer_default (level, fields, n_fields, user_data);
}

/* Whatever level is asked for, and also when something goes wrong */
static void
test_logs_no_titles (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_plan (self, "i.waymark");
  g_autofree char *views = g_build_filename (g_get_user_state_dir (), "waymark", "views", NULL);
  g_autofree char *aside = g_strconcat (views, ".aside", NULL);

  logged = g_string_new (NULL);
  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  change_plan (self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  app_wait_for (is_saved, way_window_get_document (self->window));
  g_rename (views, aside);
  g_assert_true (g_file_set_contents (views, "in the way", -1, NULL));
  way_window_set_document (self->window, NULL);
  g_remove (views);
  g_rename (aside, views);

  g_assert_nonnull (strstr (logged->str, "The view could not be remembered"));
  g_assert_null (strstr (logged->str, "From a file"));
  g_assert_null (strstr (logged->str, "Another"));
  g_string_free (g_steal_pointer (&logged), TRUE);
}

static gboolean
is_gone (gpointer window)
{
  return *(WayWindow **)window == NULL;
}

static void
test_closes_when_it_is_saved (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_plan (self, "e.waymark");
  g_autofree char *text = NULL;

  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  change_plan (self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  gtk_window_close (GTK_WINDOW (self->window));
  g_assert_nonnull (self->window);
  g_assert_null (app_find_dialog (self->window));

  app_wait_for (is_gone, &self->window);
  text = load_text (file);
  g_assert_nonnull (strstr (text, "<title>Another</title>"));
}

static void
test_asks_for_what_came_after_the_save (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = write_plan (self, "f.waymark");
  g_autofree char *text = NULL;

  way_window_open_file (self->window, file);
  app_wait_for (has_document, self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.save", NULL);
  change_plan (self->window);
  gtk_window_close (GTK_WINDOW (self->window));
  app_answer (self->window, "save");

  app_wait_for (is_gone, &self->window);
  text = load_text (file);
  g_assert_nonnull (strstr (text, "<title>Another</title>"));
}

static void
test_undoes_and_redoes_by_name (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();

  way_window_set_document (self->window, document);
  change_plan (self->window);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Another");

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), !=, "Another");
  g_assert_false (way_document_get_modified (document));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.redo", NULL);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (self->window)), ==, "Another");
  way_document_undo (document);
}

static void
test_asks_before_changes_are_lost (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();

  way_window_set_document (self->window, document);
  change_plan (self->window);

  gtk_window_close (GTK_WINDOW (self->window));
  app_answer (self->window, "cancel");
  g_assert_nonnull (self->window);

  gtk_window_close (GTK_WINDOW (self->window));
  app_answer (self->window, "discard");
  g_assert_null (self->window);
}

static void
test_toggles_the_inspector (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  gboolean before, after;

  way_window_set_document (self->window, document);
  app_settle ();
  g_object_get (self->window, "inspector-visible", &before, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.inspector", NULL);
  g_object_get (self->window, "inspector-visible", &after, NULL);

  g_assert_cmpint (before, !=, after);
}

static void
test_goes_back_to_the_timeline (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  GtkWidget *view, *inspector;

  way_window_set_document (self->window, document);
  app_draw (GTK_WIDGET (self->window));
  view = app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_VIEW);
  inspector = app_find (GTK_WIDGET (self->window), WAY_TYPE_INSPECTOR);
  way_inspector_focus_title (WAY_INSPECTOR (inspector));
  g_assert_nonnull (gtk_widget_get_focus_child (inspector));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.leave-inspector", NULL);
  g_assert_null (gtk_widget_get_focus_child (inspector));
  g_assert_true (gtk_widget_is_focus (view) || gtk_widget_get_focus_child (view) != NULL);
}

/* How much of its ground the words of @label cover where they cover most of it */
static double
get_cover (GtkWidget *label)
{
  cairo_surface_t *picture = app_take_picture (label, CAIRO_FORMAT_ARGB32);
  guint cover = 0;

  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      cover = MAX (cover, app_get_row (picture, y)[x] >> 24);
  cairo_surface_destroy (picture);

  return cover / 255.0;
}

/* Against the ground of the header bar, which is the darkest of a light window */
static void
test_dim_words_can_be_read (Fixture *self, gconstpointer data)
{
  static const char *const words[] = { "nothing to save yet", "Select a goal or a milestone" };
  g_autoptr (WayDocument) document = app_document_new ();
  const double ground = 235 / 255.0;

  way_window_set_document (self->window, document);
  app_draw (GTK_WIDGET (self->window));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkLabel *label = app_find_label (GTK_WIDGET (self->window), words[i]);
      double ink;

      g_assert_nonnull (label);
      ink = ground * (1 - get_cover (GTK_WIDGET (label)));
      /* near enough to what sRGB means by them */
      g_assert_cmpfloat ((pow (ground, 2.2) + 0.05) / (pow (ink, 2.2) + 0.05), >=, 4.5);
    }
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

/* Nothing was printed before, in a home of one's own */
static void
test_print_again_says_why_not (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  AdwMessageDialog *dialog;

  way_window_set_document (self->window, document);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (self->window), "win.print-again", NULL));
  dialog = app_wait_for_dialog (self->window);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "The plan could not be printed");
  app_answer (self->window, "close");
}

static gboolean
add_dependency (WayEditGroup *group, gpointer id, GError **error)
{
  return way_dependency_add (group, &app_milestone, &app_other_milestone,
                             WAY_DEPENDENCY_FINISH_START, 0, id, error);
}

static void
test_removes_a_dependency (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  WayPlan *plan = way_document_get_plan (document);
  char text[WAY_ID_BUFFER_SIZE];
  WayId id;

  way_window_set_document (self->window, document);
  g_assert_true (way_document_execute (document, "Link", NULL, add_dependency, &id, NULL));
  way_id_format (&id, text);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.remove-dependency", "s", text);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_DEPENDENCY), ==, 0);
  g_assert_true (app_says (self->window, "does not wait for"));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_DEPENDENCY), ==, 1);

  /* one that is gone by then */
  way_document_undo (document);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.remove-dependency", "s", text);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_DEPENDENCY), ==, 0);
}

static void
test_says_that_nothing_is_found (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  GtkWidget *bar;

  way_window_set_document (self->window, document);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find", NULL);
  bar = app_find (GTK_WIDGET (self->window), WAY_TYPE_FILTER_BAR);
  gtk_editable_set_text (GTK_EDITABLE (app_find (bar, GTK_TYPE_SEARCH_ENTRY)), "zzzz");
  app_settle ();
  g_assert_false (app_says (self->window, "Nothing found")); /* all of it is there, but dimmed */

  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (bar, WAY_TYPE_FILTER_BAR, "hide")), TRUE);
  app_draw (GTK_WIDGET (self->window));
  g_assert_true (app_says (self->window, "Nothing found"));
  g_object_set (self->window, "view", "outline", NULL);
  g_assert_true (app_says (self->window, "Nothing found"));

  way_filter_bar_close (WAY_FILTER_BAR (bar));
  g_assert_false (app_says (self->window, "Nothing found"));
  g_object_set (self->window, "view", "timeline", NULL);
  g_assert_false (app_says (self->window, "Nothing found"));
}

static int
measure_title (Fixture *self, const char *title)
{
  WayDocument *document = way_window_get_document (self->window);
  GtkWidget *widget = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (self->window), WAY_TYPE_WINDOW, "title"));

  g_assert_true (
      way_document_execute (document, "Rename", NULL, rename_plan, (gpointer)title, NULL));
  app_draw (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_get_mapped (widget));

  return gtk_widget_get_width (widget);
}

/* As much of it is shown as there is room for, beside the switcher, which stays where it is */
static void
test_a_long_title_is_cut_as_late_as_can_be (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) document = app_document_new ();
  g_autofree char *endless = g_strnfill (400, 'm');
  int room;

  gtk_window_set_default_size (GTK_WINDOW (self->window), 1280, 700);
  way_window_set_document (self->window, document);
  room = measure_title (self, "Thirty letters, as many have it");
  g_assert_cmpint (room, >, 200);
  g_assert_cmpint (measure_title (self, endless), >=, room);
}

/* The menu has the same everywhere, so that it only stands where it takes no place from the title
 */
static void
test_shares_from_the_header_bar_where_it_is_wide (Fixture *self, gconstpointer data)
{
  GtkWidget *button = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (self->window), WAY_TYPE_WINDOW, "share_button"));
  static const int widths[] = { 1600, 900, 1600, 600 };
  g_autoptr (WayDocument) document = app_document_new ();

  gtk_window_set_default_size (GTK_WINDOW (self->window), widths[0], 600);
  app_draw (GTK_WIDGET (self->window));
  g_assert_false (gtk_widget_get_mapped (button));

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gtk_window_set_default_size (GTK_WINDOW (self->window), widths[i], 600);
      way_window_set_document (self->window, document);
      app_draw (GTK_WIDGET (self->window));
      app_settle ();
      g_assert_cmpint (gtk_widget_get_mapped (button), ==,
                       gtk_widget_get_width (GTK_WIDGET (self->window)) > 1200);
    }
}

/* Whoever asks waits for the answer, once for each of a window's many widgets. Where the pointer is
 * GTK asks in four requests. */
static void
test_is_made_without_asking_the_display (Fixture *self, gconstpointer data)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self->window));
  Display *display = gdk_x11_display_get_xdisplay (gdk_display_get_default ());
  g_autoptr (WayDocument) document = app_document_new ();
  unsigned long next = NextRequest (display);
  WayWindow *window = way_application_create_window (WAY_APPLICATION (application));

  way_window_set_document (window, document);
  g_assert_cmpuint (NextRequest (display), <, next + 4);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* How many pixels of the window have the colour that stands for what is active */
static guint
count_accent (Fixture *self)
{
  GtkWidget *widget = GTK_WIDGET (self->window);
  GdkRGBA accent;

  app_draw (widget);
  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                                 "accent_color", &accent));

  return app_count_pixels (widget, &accent);
}

/* Around all of it, over the plan and the bars: what can be seen of a window that is empty, too */
static void
test_shows_that_it_takes_what_is_dragged (Fixture *self, gconstpointer data)
{
  static const int schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (WayDocument) document = i < 2 ? NULL : app_document_new ();
      guint before, while_dragged, least;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i % 2]);
      way_window_set_document (self->window, document);
      before = count_accent (self);
      gtk_widget_set_state_flags (GTK_WIDGET (self->window), GTK_STATE_FLAG_DROP_ACTIVE, FALSE);
      while_dragged = count_accent (self);
      gtk_widget_unset_state_flags (GTK_WIDGET (self->window), GTK_STATE_FLAG_DROP_ACTIVE);

      least = 2
              * (guint)(gtk_widget_get_width (GTK_WIDGET (self->window))
                        + gtk_widget_get_height (GTK_WIDGET (self->window)));
      g_assert_cmpuint (while_dragged, >, before + least);
      g_assert_cmpuint (count_accent (self), ==, before);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int argc, char *argv[])
{
  g_log_set_writer_func (keep_log, NULL, NULL);
  app_init (&argc, &argv);
  add ("/app/window/starts-without-a-plan", test_starts_without_a_plan);
  add ("/app/window/is-made-without-asking-the-display", test_is_made_without_asking_the_display);
  add ("/app/window/shares-from-the-header-bar-where-it-is-wide",
       test_shares_from_the_header_bar_where_it_is_wide);
  add ("/app/window/new-takes-the-free-window", test_new_takes_the_free_window);
  add ("/app/window/opens-a-file-once", test_opens_a_file_once);
  add ("/app/window/a-broken-file-leaves-the-plan", test_a_broken_file_leaves_the_plan);
  add ("/app/window/shows-that-it-takes-what-is-dragged", test_shows_that_it_takes_what_is_dragged);
  add ("/app/window/saves", test_saves);
  add ("/app/window/asks-before-it-empties", test_asks_before_it_empties);
  add ("/app/window/leaves-no-traces", test_leaves_no_traces);
  add ("/app/window/lists-recent-plans-when-asked", test_lists_recent_plans_when_asked);
  add ("/app/window/logs-no-titles", test_logs_no_titles);
  add ("/app/window/saves-again-what-came-meanwhile", test_saves_again_what_came_meanwhile);
  add ("/app/window/closes-when-it-is-saved", test_closes_when_it_is_saved);
  add ("/app/window/asks-for-what-came-after-the-save", test_asks_for_what_came_after_the_save);
  add ("/app/window/undoes-and-redoes-by-name", test_undoes_and_redoes_by_name);
  add ("/app/window/asks-before-changes-are-lost", test_asks_before_changes_are_lost);
  add ("/app/window/print-again-says-why-not", test_print_again_says_why_not);
  add ("/app/window/a-long-title-is-cut-as-late-as-can-be",
       test_a_long_title_is_cut_as_late_as_can_be);
  add ("/app/window/removes-a-dependency", test_removes_a_dependency);
  add ("/app/window/says-that-nothing-is-found", test_says_that_nothing_is_found);
  add ("/app/window/toggles-the-inspector", test_toggles_the_inspector);
  add ("/app/window/dim-words-can-be-read", test_dim_words_can_be_read);
  add ("/app/window/goes-back-to-the-timeline", test_goes_back_to_the_timeline);

  return g_test_run ();
}
