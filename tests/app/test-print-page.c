/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-print-goals.h"
#include "way-print-page.h"
#include "way-print-preview.h"

typedef struct
{
  WayDocument *document;
  WayPrintChoices *choices;
  GtkPageSetup *setup;
  GtkWidget *window;
  WayPrintPage *page;
  const char *wanted; /* what wait_for_text() waits for */
  const char *where;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  self->document = app_document_new ();
  self->choices = way_print_choices_new (NULL);
  self->setup = gtk_page_setup_new ();
  gtk_page_setup_set_paper_size (self->setup, paper);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gtk_window_destroy (GTK_WINDOW (self->window));
  app_settle ();
  g_object_unref (self->document);
  g_object_unref (self->setup);
  way_print_choices_free (self->choices);
}

static void
open_page (Fixture *self)
{
  self->page = WAY_PRINT_PAGE (
      way_print_page_new (way_document_get_plan (self->document), self->choices, self->setup));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 720, 480);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->page));
  app_present (GTK_WINDOW (self->window));
}

static gpointer
part (Fixture *self, const char *name)
{
  GObject *found
      = gtk_widget_get_template_child (GTK_WIDGET (self->page), WAY_TYPE_PRINT_PAGE, name);

  g_assert_nonnull (found);

  return found;
}

static gpointer
preview_part (Fixture *self, const char *name)
{
  return gtk_widget_get_template_child (part (self, "preview"), WAY_TYPE_PRINT_PREVIEW, name);
}

static gboolean
says (gpointer user_data)
{
  Fixture *self = user_data;
  GtkLabel *label = preview_part (self, self->where);

  return strstr (gtk_label_get_label (label), self->wanted) != NULL;
}

static void
wait_for_text (Fixture *self, const char *where, const char *text)
{
  self->where = where;
  self->wanted = text;
  app_wait_for (says, self);
}

static gboolean
is_there (Fixture *self, const char *row)
{
  return gtk_widget_get_visible (part (self, row));
}

static void
test_number_of_pages_follows (Fixture *self, gconstpointer data)
{
  open_page (self);
  wait_for_text (self, "count", "1 page");
  wait_for_text (self, "place", "Page 1 of 1");

  gtk_spin_button_set_value (part (self, "across"), 3);
  wait_for_text (self, "count", "3 pages");
  gtk_switch_set_active (part (self, "poster"), TRUE);
  gtk_spin_button_set_value (part (self, "down"), 2);
  wait_for_text (self, "count", "6 pages, 3 × 2");
  g_assert_cmpuint (way_print_page_get_choices (self->page)->down, ==, 2);
}

static void
test_pages_are_turned (Fixture *self, gconstpointer data)
{
  self->choices->across = 3;
  open_page (self);
  wait_for_text (self, "place", "Page 1 of 3");
  g_assert_false (gtk_widget_get_sensitive (preview_part (self, "back")));

  g_signal_emit_by_name (preview_part (self, "forward"), "clicked");
  g_signal_emit_by_name (preview_part (self, "forward"), "clicked");
  wait_for_text (self, "place", "Page 3 of 3");
  g_assert_false (gtk_widget_get_sensitive (preview_part (self, "forward")));

  g_signal_emit_by_name (preview_part (self, "back"), "clicked");
  wait_for_text (self, "place", "Page 2 of 3");

  /* where there are fewer, the last one is shown */
  gtk_spin_button_set_value (part (self, "across"), 1);
  wait_for_text (self, "place", "Page 1 of 1");
}

static void
test_what_makes_no_sense_is_said (Fixture *self, gconstpointer data)
{
  GtkStack *stack;

  open_page (self);
  stack = preview_part (self, "stack");
  wait_for_text (self, "count", "1 page");
  adw_combo_row_set_selected (part (self, "range_row"), 1);
  gtk_editable_set_text (part (self, "from"), "June 2028");
  gtk_editable_set_text (part (self, "to"), "June 2027");
  wait_for_text (self, "error", "is after the last one");
  g_assert_true (gtk_stack_get_visible_child (stack) == preview_part (self, "error"));
  wait_for_text (self, "count", "");

  gtk_editable_set_text (part (self, "to"), "soon");
  wait_for_text (self, "error", "“soon” is no date.");
  g_assert_true (gtk_widget_has_css_class (part (self, "to"), "error"));

  gtk_editable_set_text (part (self, "to"), "");
  wait_for_text (self, "count", "1 page");
  g_assert_false (gtk_widget_has_css_class (part (self, "to"), "error"));
  g_assert_true (gtk_stack_get_visible_child (stack) == preview_part (self, "area"));
  g_assert_cmpint (way_date_get_earliest (way_print_page_get_choices (self->page)->from), ==,
                   way_day_from_ymd (2028, 6, 1));
}

static void
test_rows_are_those_that_matter (Fixture *self, gconstpointer data)
{
  open_page (self);
  g_assert_false (is_there (self, "from_row"));
  g_assert_false (is_there (self, "day_width_row"));
  g_assert_true (is_there (self, "across_row"));

  adw_combo_row_set_selected (part (self, "range_row"), 1);
  adw_combo_row_set_selected (part (self, "fit_row"), 1);
  g_assert_true (is_there (self, "from_row"));
  g_assert_true (is_there (self, "day_width_row"));
  g_assert_false (is_there (self, "across_row"));

  gtk_switch_set_active (part (self, "poster"), TRUE);
  g_assert_false (is_there (self, "fit_row"));
  g_assert_true (is_there (self, "across_row"));

  g_assert_false (gtk_switch_get_active (part (self, "private")));
}

/* The boxes of the list: all goals, then each */
static GPtrArray *
get_checks (Fixture *self)
{
  GtkWidget *list = GTK_WIDGET (
      gtk_widget_get_template_child (part (self, "goals"), WAY_TYPE_PRINT_GOALS, "list"));
  GPtrArray *checks = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (list); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_CHECK_BUTTON (child))
      g_ptr_array_add (checks, child);

  return checks;
}

static const char *
get_check_title (GtkCheckButton *check)
{
  return gtk_label_get_label (GTK_LABEL (gtk_check_button_get_child (check)));
}

static void
assert_button_says (Fixture *self, const char *text)
{
  GObject *label
      = gtk_widget_get_template_child (part (self, "goals"), WAY_TYPE_PRINT_GOALS, "label");

  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
}

static void
test_goals_are_chosen (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) checks = NULL;
  const WayPrintChoices *choices;

  open_page (self);
  checks = get_checks (self);
  choices = way_print_page_get_choices (self->page);
  g_assert_cmpuint (checks->len, ==, 3);
  g_assert_true (gtk_check_button_get_active (checks->pdata[0]));
  assert_button_says (self, "All goals");

  for (guint i = 1; i < checks->len; i++)
    {
      const char *title = get_check_title (checks->pdata[i]);

      gtk_check_button_set_active (checks->pdata[i], TRUE);
      g_assert_false (gtk_check_button_get_active (checks->pdata[0]));
      g_assert_cmpuint (choices->goals->len, ==, 1);
      g_assert_true (way_id_equal (
          &g_array_index (choices->goals, WayId, 0),
          g_str_equal (title, "Become an acute-care nurse") ? &app_goal : &app_other_goal));
      assert_button_says (self, title);
      gtk_check_button_set_active (checks->pdata[0], TRUE);
      g_assert_false (gtk_check_button_get_active (checks->pdata[i]));
      g_assert_cmpuint (choices->goals->len, ==, 0);
    }

  gtk_check_button_set_active (checks->pdata[1], TRUE);
  gtk_check_button_set_active (checks->pdata[2], TRUE);
  g_assert_cmpuint (choices->goals->len, ==, 2);
  assert_button_says (self, "2 of 2 goals");

  /* what is left when the last one goes is all again, and that cannot be taken away */
  gtk_check_button_set_active (checks->pdata[1], FALSE);
  gtk_check_button_set_active (checks->pdata[2], FALSE);
  g_assert_true (gtk_check_button_get_active (checks->pdata[0]));
  gtk_check_button_set_active (checks->pdata[0], FALSE);
  g_assert_true (gtk_check_button_get_active (checks->pdata[0]));
}

static void
test_goals_of_before_are_chosen_again (Fixture *self, gconstpointer data)
{
  const WayId nobody = { { 1 } };

  g_array_append_val (self->choices->goals, nobody);
  g_array_append_val (self->choices->goals, app_other_goal);
  open_page (self);
  g_assert_cmpuint (way_print_page_get_choices (self->page)->goals->len, ==, 1);
  g_assert_true (way_id_equal (
      &g_array_index (way_print_page_get_choices (self->page)->goals, WayId, 0), &app_other_goal));
}

static void
test_paper_that_is_turned_elsewhere (Fixture *self, gconstpointer data)
{
  open_page (self);
  g_assert_cmpint (way_print_page_get_choices (self->page)->turn, ==, WAY_PRINT_TURN_BEST);

  /* other paper is no turn */
  way_print_page_set_setup (self->page, self->setup);
  g_assert_cmpint (way_print_page_get_choices (self->page)->turn, ==, WAY_PRINT_TURN_BEST);

  gtk_page_setup_set_orientation (self->setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  way_print_page_set_setup (self->page, self->setup);
  g_assert_cmpint (way_print_page_get_choices (self->page)->turn, ==, WAY_PRINT_TURN_LANDSCAPE);
  gtk_page_setup_set_orientation (self->setup, GTK_PAGE_ORIENTATION_PORTRAIT);
  way_print_page_set_setup (self->page, self->setup);
  g_assert_cmpint (way_print_page_get_choices (self->page)->turn, ==, WAY_PRINT_TURN_PORTRAIT);
}

/* A thread may still draw when the dialog is closed */
static void
test_closes_while_it_draws (Fixture *self, gconstpointer data)
{
  for (guint i = 0; i < 10; i++)
    {
      open_page (self);
      gtk_spin_button_set_value (part (self, "across"), i + 2);
      for (guint j = 0; j < 12 * i; j++)
        g_main_context_iteration (NULL, FALSE);
      gtk_window_destroy (GTK_WINDOW (self->window));
      self->window = NULL;
    }
}

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)

/* The arrow of a row that opens a list */
static GtkWidget *
find_arrow (GtkWidget *widget)
{
  if (GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_image_get_icon_name (GTK_IMAGE (widget)), "pan-down-symbolic") == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_arrow (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static double
get_arrow_x (Fixture *self, const char *row)
{
  GtkWidget *arrow = find_arrow (part (self, row));
  graphene_point_t place;

  g_assert_nonnull (arrow);
  g_assert_true (gtk_widget_compute_point (arrow, GTK_WIDGET (self->page),
                                           &GRAPHENE_POINT_INIT (0, 0), &place));

  return place.x;
}

static void
test_arrows_stand_below_one_another (Fixture *self, gconstpointer direction)
{
  gtk_widget_set_default_direction (GPOINTER_TO_INT (direction));
  app_window_new (); /* brings the program's style */
  open_page (self);
  app_draw (GTK_WIDGET (self->page));
  g_assert_cmpfloat (get_arrow_x (self, "goals_row"), ==, get_arrow_x (self, "range_row"));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  ADD ("/app/print-page/number-of-pages-follows", test_number_of_pages_follows);
  ADD ("/app/print-page/pages-are-turned", test_pages_are_turned);
  ADD ("/app/print-page/what-makes-no-sense-is-said", test_what_makes_no_sense_is_said);
  ADD ("/app/print-page/rows-are-those-that-matter", test_rows_are_those_that_matter);
  ADD ("/app/print-page/goals-are-chosen", test_goals_are_chosen);
  ADD ("/app/print-page/goals-of-before-are-chosen-again", test_goals_of_before_are_chosen_again);
  ADD ("/app/print-page/paper-that-is-turned-elsewhere", test_paper_that_is_turned_elsewhere);
  g_test_add ("/app/print-page/arrows-stand-below-one-another", Fixture,
              GINT_TO_POINTER (GTK_TEXT_DIR_LTR), set_up, test_arrows_stand_below_one_another,
              tear_down);
  g_test_add ("/app/print-page/arrows-stand-below-one-another-mirrored", Fixture,
              GINT_TO_POINTER (GTK_TEXT_DIR_RTL), set_up, test_arrows_stand_below_one_another,
              tear_down);
  ADD ("/app/print-page/closes-while-it-draws", test_closes_while_it_draws);

  return g_test_run ();
}
