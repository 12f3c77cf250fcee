/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-filter-bar.h"
#include "way-hit.h"
#include "way-outline-pane.h"
#include "way-record-commands.h"
#include "way-timeline-view.h"

typedef struct
{
  WayWindow *window;
  WayDocument *document;
  WayTimelineView *view;
  GtkWidget *bar;
  GtkWidget *entry;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = app_document_new ();
  self->window = app_window_open (self->document);
  self->view = WAY_TIMELINE_VIEW (app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_VIEW));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find", NULL);
  app_settle ();
  self->bar = app_find (GTK_WIDGET (self->window), WAY_TYPE_FILTER_BAR);
  self->entry = app_find (self->bar, GTK_TYPE_SEARCH_ENTRY);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  app_window_close (self->window);
  g_clear_object (&self->document);
}

static void
type (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  app_settle ();
}

/* The label, and what a screen reader is told of the entry */
static void
assert_count (Fixture *self, const char *text)
{
  GtkWidget *count = gtk_widget_get_next_sibling (self->entry);

  g_assert_true (GTK_IS_LABEL (count));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (count)), ==, text);
  g_assert_cmpint (gtk_widget_get_visible (count), ==, *text != '\0');
  gtk_test_accessible_assert_property (self->entry, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
}

static const WayItem *
find_item (Fixture *self, const WayId *id)
{
  return way_layout_find_item (way_timeline_view_get_layout (self->view), id);
}

static const char *
get_title (Fixture *self, const WayId *id)
{
  return way_record_get_called (way_plan_lookup (way_document_get_plan (self->document), id));
}

/* The button that hides is the last one of the bar that is neither a menu's nor of the closing */
static void
set_hides (Fixture *self, gboolean hides)
{
  GtkWidget *last = gtk_widget_get_last_child (gtk_widget_get_parent (self->entry));

  g_assert_true (GTK_IS_TOGGLE_BUTTON (last));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (last), hides);
  app_settle ();
}

static void
test_dims_counts_and_walks (Fixture *self, gconstpointer data)
{
  WaySelection *selection = way_timeline_view_get_selection (self->view);

  assert_count (self, "");
  type (self, get_title (self, &app_milestone));
  assert_count (self, "1 of 2 milestones");
  g_assert_false (find_item (self, &app_milestone)->is_dimmed);
  g_assert_true (find_item (self, &app_other_milestone)->is_dimmed);

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find-next", NULL);
  g_assert_true (way_selection_contains (selection, &app_milestone));
  way_selection_select (selection, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.find-previous", NULL);
  g_assert_true (way_selection_contains (selection, &app_milestone));

  type (self, "nowhere to be found");
  assert_count (self, "0 of 2 milestones");
  g_assert_false (way_timeline_view_find (self->view, TRUE));
  g_assert_cmpuint (way_timeline_view_select_found (self->view), ==, 0);
}

static gboolean
is_in_sight (Fixture *self, const WayId *id)
{
  WayViewport viewport = way_timeline_view_get_viewport (self->view);
  WayRect rect;

  return way_hit_item_rect (way_timeline_view_get_layout (self->view), &viewport, id, &rect)
         && rect.x >= viewport.head_width && rect.x + rect.width <= viewport.width;
}

/* As far as is needed for something of what is found to be in sight, which may be not at all */
static void
test_shows_what_it_finds (Fixture *self, gconstpointer data)
{
  GtkAdjustment *time = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  double before;

  for (int i = 0; i < 20; i++)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "timeline.zoom-in", NULL);
  gtk_adjustment_set_value (time, gtk_adjustment_get_lower (time));
  app_settle ();
  g_assert_false (is_in_sight (self, &app_milestone));

  before = gtk_adjustment_get_value (time);
  type (self, "nowhere to be found");
  g_assert_cmpfloat (gtk_adjustment_get_value (time), ==, before);

  type (self, get_title (self, &app_milestone));
  g_assert_true (is_in_sight (self, &app_milestone));
  g_assert_cmpuint (way_selection_get_count (way_timeline_view_get_selection (self->view)), ==, 0);

  before = gtk_adjustment_get_value (time);
  type (self, "");
  type (self, "i"); /* the other one, too, which comes first */
  assert_count (self, "2 of 2 milestones");
  g_assert_cmpfloat (gtk_adjustment_get_value (time), ==, before);
}

static void
assert_goes_to_matches (Fixture *self, gboolean walks, gboolean selects)
{
  const struct
  {
    const char *name;
    gboolean is_expected;
  } buttons[] = {
    { "Previous match", walks },
    { "Next match", walks },
    { "Select all matches", selects },
  };
  GtkWidget *box = app_find (self->bar, GTK_TYPE_BUTTON);
  GtkWidget *button = gtk_widget_get_first_child (gtk_widget_get_parent (box));

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++, button = gtk_widget_get_next_sibling (button))
    {
      g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, buttons[i].name);
      g_assert_cmpint (gtk_widget_get_sensitive (button), ==, buttons[i].is_expected);
    }
}

static gboolean
rename_milestone (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_edit_set_text (group, &app_milestone, WAY_MILESTONE_TITLE, user_data, error);
}

static gboolean
rename_goal (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_edit_set_text (group, &app_goal, WAY_GOAL_TITLE, user_data, error);
}

/* A button that can only make the bell ring is none */
static void
test_goes_to_matches_only_where_there_are_some (Fixture *self, gconstpointer data)
{
  assert_goes_to_matches (self, FALSE, FALSE);
  type (self, get_title (self, &app_milestone));
  assert_goes_to_matches (self, TRUE, TRUE);
  type (self, "xylophone");
  assert_goes_to_matches (self, FALSE, FALSE);

  g_assert_true (way_document_execute (self->document, "Rename", NULL, rename_milestone,
                                       (gpointer) "Xylophone", NULL));
  assert_goes_to_matches (self, TRUE, TRUE);
  way_document_undo (self->document);
  assert_goes_to_matches (self, FALSE, FALSE);

  /* goals are gone to, and milestones alone are selected together */
  g_assert_true (way_document_execute (self->document, "Rename", NULL, rename_goal,
                                       (gpointer) "Xylophone", NULL));
  assert_goes_to_matches (self, TRUE, FALSE);
}

static void
test_walks_around (Fixture *self, gconstpointer data)
{
  WaySelection *selection = way_timeline_view_get_selection (self->view);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);

  type (self, "e"); /* in all titles of the plan */
  for (guint i = 0; i < 8; i++)
    {
      g_assert_true (way_timeline_view_find (self->view, i < 4));
      g_ptr_array_add (seen, g_memdup2 (way_selection_get_primary (selection), sizeof (WayId)));
    }

  /* four steps there, then back over the same */
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (way_id_equal (seen->pdata[i], seen->pdata[i + 1]));
      g_assert_true (way_id_equal (seen->pdata[2 - i], seen->pdata[4 + i]));
    }

  g_assert_cmpuint (way_timeline_view_select_found (self->view), ==, 2);
  g_assert_cmpuint (way_selection_get_count (selection), ==, 2);
}

static void
test_hides_and_spares_what_is_hidden (Fixture *self, gconstpointer data)
{
  WaySelection *selection = way_timeline_view_get_selection (self->view);
  const WayId both[] = { app_milestone, app_other_milestone };

  way_selection_set (selection, both, G_N_ELEMENTS (both));
  type (self, get_title (self, &app_milestone));
  g_assert_cmpuint (way_selection_get_count (selection), ==, 2);
  set_hides (self, TRUE);
  g_assert_null (find_item (self, &app_other_milestone));
  g_assert_cmpuint (way_selection_get_count (selection), ==, 1);

  gtk_widget_activate_action (GTK_WIDGET (self->view), "timeline.select-all", NULL);
  g_assert_cmpuint (way_selection_get_count (selection), ==, 1);
  g_assert_true (way_selection_contains (selection, &app_milestone));

  set_hides (self, FALSE);
  g_assert_nonnull (find_item (self, &app_other_milestone));
}

static gboolean
date_credential (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_edit_set_date (group, &app_credential, WAY_CREDENTIAL_EXPIRES,
                            way_date_from_day (way_day_from_ymd (2028, 1, 31)), error);
}

/* They are on the timeline, and a click selects them, too */
static void
test_walks_to_credentials (Fixture *self, gconstpointer data)
{
  g_assert_true (way_document_execute (self->document, "Date", NULL, date_credential, NULL, NULL));
  type (self, get_title (self, &app_credential));
  assert_goes_to_matches (self, TRUE, FALSE);
  g_assert_true (way_timeline_view_find (self->view, TRUE));
  g_assert_true (
      way_selection_contains (way_timeline_view_get_selection (self->view), &app_credential));
  way_document_undo (self->document);
}

static void
test_follows_edits_and_undo (Fixture *self, gconstpointer data)
{
  type (self, "xylophone");
  assert_count (self, "0 of 2 milestones");
  g_assert_true (way_document_execute (self->document, "Rename", NULL, rename_milestone,
                                       (gpointer) "Xylophone", NULL));
  assert_count (self, "1 of 2 milestones");
  g_assert_false (find_item (self, &app_milestone)->is_dimmed);
  way_document_undo (self->document);
  assert_count (self, "0 of 2 milestones");
  g_assert_true (find_item (self, &app_milestone)->is_dimmed);
}

static void
test_closing_brings_all_back (Fixture *self, gconstpointer data)
{
  g_autofree char *before = app_dump (way_document_get_plan (self->document));
  g_autofree char *after = NULL;

  type (self, get_title (self, &app_milestone));
  set_hides (self, TRUE);
  way_filter_bar_close (WAY_FILTER_BAR (self->bar));
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "");
  g_assert_nonnull (find_item (self, &app_other_milestone));
  g_assert_false (find_item (self, &app_other_milestone)->is_dimmed);
  g_assert_false (way_timeline_view_find (self->view, TRUE));

  after = app_dump (way_document_get_plan (self->document));
  g_assert_cmpstr (before, ==, after);
}

static void
test_another_plan_begins_without (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) other = app_document_new ();

  type (self, "nowhere to be found");
  set_hides (self, TRUE);
  way_window_set_document (self->window, other);
  app_settle ();
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->entry)), ==, "");
  g_assert_nonnull (find_item (self, &app_milestone));
  way_window_set_document (self->window, NULL);
}

/* The other view lists what was found, under the goals that lead to it, whenever it is first shown
 */
static void
test_outline_follows (Fixture *self, gconstpointer data)
{
  GtkWidget *outline;
  GListModel *rows;
  guint n_rows;

  type (self, get_title (self, &app_milestone));
  g_object_set (self->window, "view", "outline", NULL);
  app_settle ();
  outline = app_find (GTK_WIDGET (self->window), WAY_TYPE_OUTLINE_PANE);
  rows = G_LIST_MODEL (way_outline_pane_get_model (WAY_OUTLINE_PANE (outline)));
  n_rows = g_list_model_get_n_items (rows);
  g_assert_cmpuint (n_rows, ==, 2);

  type (self, "nowhere to be found");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  way_filter_bar_close (WAY_FILTER_BAR (self->bar));
  app_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (rows), >, n_rows);
  g_object_set (self->window, "view", "timeline", NULL);
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  add ("/app/filter-bar/dims-counts-and-walks", test_dims_counts_and_walks);
  add ("/app/filter-bar/shows-what-it-finds", test_shows_what_it_finds);
  add ("/app/filter-bar/goes-to-matches-only-where-there-are-some",
       test_goes_to_matches_only_where_there_are_some);
  add ("/app/filter-bar/walks-around", test_walks_around);
  add ("/app/filter-bar/walks-to-credentials", test_walks_to_credentials);
  add ("/app/filter-bar/hides-and-spares-what-is-hidden", test_hides_and_spares_what_is_hidden);
  add ("/app/filter-bar/follows-edits-and-undo", test_follows_edits_and_undo);
  add ("/app/filter-bar/closing-brings-all-back", test_closing_brings_all_back);
  add ("/app/filter-bar/outline-follows", test_outline_follows);
  add ("/app/filter-bar/another-plan-begins-without", test_another_plan_begins_without);

  return g_test_run ();
}
