/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-quick-answer.h"
#include "way-quick-bar.h"

#include <string.h>

typedef struct
{
  WayDocument *document;
  WayWindow *window;
  GtkWidget *bar;
  GtkWidget *entry;
} Fixture;

static void
fixture_clear (Fixture *self)
{
  app_window_close (self->window);
  g_clear_object (&self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_clear)

static void
fixture_init (Fixture *self)
{
  self->document = app_document_new ();
  self->window = app_window_open (self->document);
  self->bar = app_find (GTK_WIDGET (self->window), WAY_TYPE_QUICK_BAR);
  self->entry = app_find (self->bar, GTK_TYPE_ENTRY);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.quick-add", NULL);
}

static void
type (Fixture *self, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static const char *
get_text (Fixture *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
press (Fixture *self, guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (self->entry);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
    }

  return handled;
}

static void
press_enter (Fixture *self)
{
  g_signal_emit_by_name (self->entry, "activate");
}

/* What stands in the popover has this in it */
static gboolean
shows (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && gtk_widget_get_visible (root)
      && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows (child, part))
      return TRUE;

  return FALSE;
}

static guint
count_milestones (Fixture *self)
{
  return way_plan_get_count (way_document_get_plan (self->document), WAY_KIND_MILESTONE);
}

static gboolean
has_focus (Fixture *self)
{
  return gtk_widget_has_focus (self->entry)
         || gtk_widget_get_focus_child (self->bar) == self->entry;
}

#define UNDERSTOOD                                                                                 \
  "Milestone: Sit it · June to August 2027 · Certification · in Become an acute-care nurse"

static gboolean
is_said (gpointer fixture)
{
  g_autofree char *said
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (((Fixture *)fixture)->entry),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, UNDERSTOOD);

  return said == NULL; /* else it tells what it is instead */
}

static void
test_answers_once_there_is_something (void)
{
  g_auto (Fixture) self = { 0 };
  GtkWidget *answer;

  fixture_init (&self);
  g_assert_null (app_find (self.bar, WAY_TYPE_QUICK_ANSWER));

  type (&self, "Sit it");
  answer = app_find (self.bar, WAY_TYPE_QUICK_ANSWER);
  g_assert_nonnull (answer);
  g_assert_true (gtk_widget_get_visible (answer));

  type (&self, "");
  g_assert_false (gtk_widget_get_visible (answer));
}

static void
find_bottom (GtkWidget *popover, GtkWidget *root, double *bottom)
{
  graphene_rect_t area;

  if (GTK_IS_LABEL (root) && gtk_widget_get_visible (root)
      && gtk_widget_compute_bounds (root, popover, &area))
    *bottom = MAX (*bottom, area.origin.y + area.size.height);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_bottom (popover, child, bottom);
}

/* A popover is a window of its own: a line that it has no room for is not seen. What one line
 * leaves of the window, every text has to leave. */
static void
test_has_room_for_what_it_says (void)
{
  g_auto (Fixture) self = { 0 };
  double margin = 0;

  fixture_init (&self);
  for (int length = 1; length < 60; length++)
    {
      g_autofree char *word = g_strnfill (length, 'n');
      g_autofree char *line = g_strdup_printf ("Sit %s on 3 March 2027 #no%s done", word, word);
      GtkWidget *answer;
      double bottom = 0;
      int height;

      type (&self, length == 1 ? "Sit" : line);
      answer = app_find (self.bar, WAY_TYPE_QUICK_ANSWER);
      app_draw (answer);
      find_bottom (answer, answer, &bottom);
      height = gdk_surface_get_height (gtk_native_get_surface (GTK_NATIVE (answer)));
      if (length == 1)
        margin = height - bottom;
      g_assert_cmpfloat (height - bottom, >=, margin);
    }
}

static void
test_says_what_it_understood (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  g_assert_true (has_focus (&fixture));
  type (&fixture, "Sit it in June 2027 for 3 months #cert @acute");
  g_assert_true (shows (fixture.bar, UNDERSTOOD));
  g_assert_false (is_said (&fixture)); /* not while one types */
  app_wait_for (is_said, &fixture);
  type (&fixture, "Rest #nothing");
  g_assert_true (shows (fixture.bar, "There is no category “#nothing”"));
}

static void
test_enter_adds_in_one_step (void)
{
  g_auto (Fixture) fixture = { 0 };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_before;

  fixture_init (&fixture);
  n_before = count_milestones (&fixture);
  before = app_dump (way_document_get_plan (fixture.document));
  type (&fixture, "Sit it in June 2027 #cert @acute");
  press_enter (&fixture);
  g_assert_cmpuint (count_milestones (&fixture), ==, n_before + 1);
  g_assert_cmpstr (get_text (&fixture), ==, "");
  g_assert_true (has_focus (&fixture));

  /* The next one goes to the goal of what was added and is selected now */
  type (&fixture, "Celebrate");
  g_assert_true (shows (fixture.bar, "in Become an acute-care nurse"));
  press_enter (&fixture);
  g_assert_cmpuint (count_milestones (&fixture), ==, n_before + 2);

  way_document_undo (fixture.document);
  way_document_undo (fixture.document);
  after = app_dump (way_document_get_plan (fixture.document));
  g_assert_cmpstr (after, ==, before);
}

static void
test_says_why_it_cannot (void)
{
  g_auto (Fixture) fixture = { 0 };
  guint n_before;

  fixture_init (&fixture);
  n_before = count_milestones (&fixture);
  type (&fixture, "in June 2027");
  press_enter (&fixture);
  g_assert_true (shows (fixture.bar, "Write what is to be done"));
  g_assert_cmpstr (get_text (&fixture), ==, "in June 2027");
  type (&fixture, "Rest from May 2027 to March 2027");
  press_enter (&fixture);
  g_assert_true (shows (fixture.bar, "It would end before it starts"));
  g_assert_cmpuint (count_milestones (&fixture), ==, n_before);
}

static void
test_keys_complete (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  type (&fixture, "Rest #e");
  g_assert_true (press (&fixture, GDK_KEY_Tab));
  g_assert_cmpstr (get_text (&fixture), ==, "Rest #education ");
  g_assert_false (press (&fixture, GDK_KEY_Tab));

  type (&fixture, "Rest #e");
  press (&fixture, GDK_KEY_Down);
  press (&fixture, GDK_KEY_Down);
  press_enter (&fixture);
  g_assert_cmpstr (get_text (&fixture), ==, "Rest #experience ");

  /* By way of none, where Enter adds */
  type (&fixture, "Rest @mentor");
  press (&fixture, GDK_KEY_Down);
  press (&fixture, GDK_KEY_Down);
  press_enter (&fixture);
  g_assert_cmpstr (get_text (&fixture), ==, "");
}

static void
test_escape_clears_then_leaves (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  type (&fixture, "Never mind");
  g_assert_true (press (&fixture, GDK_KEY_Escape));
  g_assert_cmpstr (get_text (&fixture), ==, "");
  g_assert_true (has_focus (&fixture));
  g_assert_true (press (&fixture, GDK_KEY_Escape));
  g_assert_false (has_focus (&fixture));
}

static void
test_comes_from_the_outline (void)
{
  g_auto (Fixture) fixture = { 0 };

  fixture_init (&fixture);
  g_object_set (fixture.window, "view", "outline", NULL);
  app_draw (GTK_WIDGET (fixture.window));
  g_assert_false (gtk_widget_get_mapped (fixture.entry));
  gtk_widget_activate_action (GTK_WIDGET (fixture.window), "win.quick-add", NULL);
  g_assert_true (gtk_widget_get_mapped (fixture.entry));
  g_assert_true (has_focus (&fixture));
}

/* The keyboard gets in and out on both sides */
static void
test_tab_passes_through (void)
{
  static const GtkDirectionType ways[] = { GTK_DIR_TAB_FORWARD, GTK_DIR_TAB_BACKWARD };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_auto (Fixture) fixture = { 0 };

      fixture_init (&fixture);
      g_assert_true (has_focus (&fixture));
      gtk_widget_child_focus (GTK_WIDGET (fixture.window), ways[i]);
      g_assert_false (has_focus (&fixture));
    }
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/quick-bar/answers-once-there-is-something",
                   test_answers_once_there_is_something);
  g_test_add_func ("/app/quick-bar/has-room-for-what-it-says", test_has_room_for_what_it_says);
  g_test_add_func ("/app/quick-bar/says-what-it-understood", test_says_what_it_understood);
  g_test_add_func ("/app/quick-bar/enter-adds-in-one-step", test_enter_adds_in_one_step);
  g_test_add_func ("/app/quick-bar/says-why-it-cannot", test_says_why_it_cannot);
  g_test_add_func ("/app/quick-bar/keys-complete", test_keys_complete);
  g_test_add_func ("/app/quick-bar/escape-clears-then-leaves", test_escape_clears_then_leaves);
  g_test_add_func ("/app/quick-bar/comes-from-the-outline", test_comes_from_the_outline);
  g_test_add_func ("/app/quick-bar/tab-passes-through", test_tab_passes_through);

  return g_test_run ();
}
