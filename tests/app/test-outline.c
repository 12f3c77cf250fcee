/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-fixture.h"

#include "way-add-commands.h"
#include "way-dependency-commands.h"
#include "way-field-edit.h"
#include "way-field-row.h"
#include "way-timeline-view.h"

static guint
find (OutlineFixture *self, const WayId *id)
{
  return way_outline_model_find (self->pane->look.model, id);
}

static const char *
get_text (OutlineFixture *self, const WayId *id, WayOutlineColumn column)
{
  WayOutlineCell *cell = way_outline_list_get_cell (self->pane, find (self, id), column);

  g_assert_nonnull (cell);
  return way_outline_cell_get_text (cell);
}

static void
choose (OutlineFixture *self, const WayId *id)
{
  way_outline_pane_reveal (self->pane, id);
  app_settle ();
}

/* Titles of the rows from the top, joined by commas */
static char *
list_titles (OutlineFixture *self)
{
  GString *titles = g_string_new (NULL);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->pane->look.model));

  for (guint i = 0; i < n_rows; i++)
    {
      const WayOutlineEntry *entry = way_outline_model_get_entry (self->pane->look.model, i);

      g_string_append_printf (titles, "%s%u %s", i > 0 ? ", " : "", entry->depth,
                              way_record_get_called (entry->record));
    }
  return g_string_free (titles, FALSE);
}

static void
assert_titles (OutlineFixture *self, const char *expected)
{
  g_autofree char *titles = list_titles (self);

  g_assert_cmpstr (titles, ==, expected);
}

#define AT_FIRST                                                                                   \
  "0 Become an acute-care nurse, 1 Sit the CCRN, 1 Review course, 0 Learn with a mentor"

static void
test_shows_the_plan (OutlineFixture *self, gconstpointer data)
{
  assert_titles (self, AT_FIRST);
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_START), ==, "June 2027");
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_STATUS), ==, "Planned");
  g_assert_cmpstr (get_text (self, &app_goal, WAY_OUTLINE_PROGRESS), ==, "0 %");
}

static void
test_edits_in_the_row (OutlineFixture *self, gconstpointer data)
{
  WayOutlineEditor *editor
      = outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_START, "about September 2028");

  g_assert_true (way_outline_editor_commit (editor, WAY_OUTLINE_STAY));
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_START), ==, "about September 2028");
  editor = outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_START, "next month");
  g_assert_true (way_outline_editor_commit (editor, WAY_OUTLINE_STAY));
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_START), ==, "December 2026");
  way_document_undo (self->document);
  outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_PROGRESS, "40 %");
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  g_assert_true (way_outline_editor_commit (editor, WAY_OUTLINE_STAY));
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_PROGRESS), ==, "40 %");
  g_assert_cmpstr (get_text (self, &app_goal, WAY_OUTLINE_PROGRESS), ==, "20 %");

  way_document_undo (self->document);
  way_document_undo (self->document);
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_START), ==, "June 2027");
  g_assert_cmpstr (get_text (self, &app_goal, WAY_OUTLINE_PROGRESS), ==, "0 %");
  g_assert_false (way_document_get_modified (self->document));
}

static void
test_says_what_is_wrong (OutlineFixture *self, gconstpointer data)
{
  WayOutlineEditor *editor
      = outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_START, "soonish");

  g_assert_false (way_outline_editor_commit (editor, WAY_OUTLINE_STAY));
  g_assert_nonnull (way_outline_editor_get_error (editor));
  way_outline_editor_set_text (editor, "2029");
  g_assert_null (way_outline_editor_get_error (editor));

  way_outline_editor_cancel (editor);
  g_assert_null (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_START), ==, "June 2027");

  editor = outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_PROGRESS, "140");
  g_assert_false (way_outline_editor_commit (editor, WAY_OUTLINE_STAY));
  g_assert_nonnull (way_outline_editor_get_error (editor));
  way_outline_editor_cancel (editor);
  g_assert_false (way_document_get_modified (self->document));
}

static void
test_tab_goes_on (OutlineFixture *self, gconstpointer data)
{
  WayOutlineEditor *editor
      = outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_TITLE, "Sit the exam");
  WayOutlineCell *cell;

  way_outline_editor_commit (editor, WAY_OUTLINE_NEXT);
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  g_assert_nonnull (editor);
  cell = WAY_OUTLINE_CELL (gtk_widget_get_parent (GTK_WIDGET (editor)));
  g_assert_cmpint (way_outline_cell_get_column (cell), ==, WAY_OUTLINE_START);

  way_outline_editor_commit (editor, WAY_OUTLINE_PREVIOUS);
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  cell = WAY_OUTLINE_CELL (gtk_widget_get_parent (GTK_WIDGET (editor)));
  g_assert_cmpint (way_outline_cell_get_column (cell), ==, WAY_OUTLINE_TITLE);
  way_outline_editor_cancel (editor);
  way_document_undo (self->document);
  g_assert_false (way_document_get_modified (self->document));
}

static GtkWidget *
get_choices (OutlineFixture *self)
{
  app_settle ();
  g_assert_nonnull (self->pane->choices);
  g_assert_true (gtk_widget_get_mapped (self->pane->choices));

  return self->pane->choices;
}

static void
press_tab (OutlineFixture *self, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (get_choices (self));
  guint n_controllers = g_list_model_get_n_items (controllers);
  gboolean handled = FALSE;

  for (guint i = 0; i < n_controllers && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Tab, 0, state, &handled);
    }
  g_assert_true (handled);
  app_settle ();
}

/* Tab goes through what is chosen, too, and back again */
static void
test_tab_goes_through_choices (OutlineFixture *self, gconstpointer data)
{
  WayOutlineEditor *editor = outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_END, "2028");
  WayOutlineCell *cell;

  way_outline_editor_commit (editor, WAY_OUTLINE_NEXT);
  get_choices (self);
  g_assert_cmpint (self->pane->choices_column, ==, WAY_OUTLINE_STATUS);
  press_tab (self, 0);
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  cell = WAY_OUTLINE_CELL (gtk_widget_get_parent (GTK_WIDGET (editor)));
  g_assert_cmpint (way_outline_cell_get_column (cell), ==, WAY_OUTLINE_PROGRESS);

  way_outline_editor_commit (editor, WAY_OUTLINE_PREVIOUS);
  get_choices (self);
  press_tab (self, GDK_SHIFT_MASK);
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  cell = WAY_OUTLINE_CELL (gtk_widget_get_parent (GTK_WIDGET (editor)));
  g_assert_cmpint (way_outline_cell_get_column (cell), ==, WAY_OUTLINE_END);
  way_outline_editor_cancel (editor);
}

/* Done has come all of the way, whatever was said before; Tab goes past what is not edited */
static void
test_progress_of_what_is_done_is_fixed (OutlineFixture *self, gconstpointer data)
{
  WayRecord *record = way_plan_lookup (self->plan, &app_milestone);
  g_autoptr (GError) error = NULL;
  WayOutlineEditor *editor;
  WayOutlineCell *cell;

  g_assert_true (way_outline_column_is_editable (WAY_OUTLINE_PROGRESS, record));
  way_field_apply (self->document, record, WAY_MILESTONE_STATUS, "done", &error);
  g_assert_no_error (error);
  app_settle ();
  record = way_plan_lookup (self->plan, &app_milestone);
  g_assert_false (way_outline_column_is_editable (WAY_OUTLINE_PROGRESS, record));
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_PROGRESS), ==, "100 %");
  g_assert_null (way_outline_edit (self->pane, find (self, &app_milestone), WAY_OUTLINE_PROGRESS));
  g_assert_null (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  g_assert_null (self->pane->choices);

  editor = outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_END, "2028");
  way_outline_editor_commit (editor, WAY_OUTLINE_NEXT);
  get_choices (self);
  press_tab (self, 0);
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  cell = WAY_OUTLINE_CELL (gtk_widget_get_parent (GTK_WIDGET (editor)));
  g_assert_cmpint (way_outline_cell_get_column (cell), ==, WAY_OUTLINE_TITLE);
  g_assert_cmpuint (way_outline_cell_get_position (cell), ==, find (self, &app_milestone) + 1);
  way_outline_editor_cancel (editor);
}

static void
test_keys_open_choices (OutlineFixture *self, gconstpointer data)
{
  choose (self, &app_milestone);
  outline_fixture_act (self, "outline.choose-status");
  gtk_widget_activate_action (get_choices (self), "cell.choose", "s", "done");
  gtk_popover_popdown (GTK_POPOVER (self->pane->choices));
  app_settle ();
  g_assert_cmpstr (get_text (self, &app_milestone, WAY_OUTLINE_STATUS), ==, "Done");

  /* Its column is not shown at first */
  outline_fixture_act (self, "outline.choose-category");
  gtk_widget_activate_action (get_choices (self), "cell.choose", "s", "licence");
  gtk_popover_popdown (GTK_POPOVER (self->pane->choices));
  app_settle ();
  g_assert_cmpint (
      way_record_get_choice (way_plan_lookup (self->plan, &app_milestone), WAY_MILESTONE_CATEGORY),
      ==, WAY_CATEGORY_LICENCE);
}

static void
test_people_are_chosen_in_the_row (OutlineFixture *self, gconstpointer data)
{
  GtkWidget *row;

  gtk_column_view_column_set_visible (self->pane->columns[WAY_OUTLINE_PEOPLE], TRUE);
  app_draw (GTK_WIDGET (self->pane));
  choose (self, &app_milestone);
  g_assert_null (way_outline_edit (self->pane, find (self, &app_milestone), WAY_OUTLINE_PEOPLE));
  row = app_find (get_choices (self), ADW_TYPE_PREFERENCES_ROW);
  g_assert_true (WAY_IS_FIELD_ROW (row));
  g_assert_true (way_id_equal (way_record_get_id (way_field_row_get_record (WAY_FIELD_ROW (row))),
                               &app_milestone));
  gtk_popover_popdown (GTK_POPOVER (self->pane->choices));
  app_settle ();
}

/* What has no date stands last, whichever way the others are sorted */
static void
test_without_a_date_is_last (OutlineFixture *self, gconstpointer data)
{
  WayRecord *record = way_plan_lookup (self->plan, &app_milestone);
  g_autoptr (WayRecord) held = way_record_ref (record);
  g_autoptr (GError) error = NULL;

  way_field_apply (self->document, held, WAY_MILESTONE_START, "", &error);
  g_assert_no_error (error);
  for (guint down = 0; down < 2; down++)
    {
      way_outline_sort_by (self->pane, WAY_OUTLINE_START, down != 0);
      app_settle ();
      g_assert_cmpint (self->pane->sort_column, ==, WAY_OUTLINE_START);
      g_assert_true (self->pane->sorts_down == (down != 0));
      g_assert_cmpuint (find (self, &app_milestone), >, find (self, &app_goal) + 1);
    }

  outline_fixture_act (self, "outline.unsort");
  g_assert_cmpint (self->pane->sort_column, ==, WAY_OUTLINE_N_COLUMNS);
}

static void
test_a_new_row_is_one_step (OutlineFixture *self, gconstpointer data)
{
  WayOutlineEditor *editor;

  choose (self, &app_milestone);
  outline_fixture_act (self, "outline.add-milestone");
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  way_outline_editor_set_text (editor, "Book the exam");
  g_assert_true (way_outline_editor_commit (editor, WAY_OUTLINE_STAY));
  assert_titles (self, "0 Become an acute-care nurse, 1 Sit the CCRN, 1 Book the exam, "
                       "1 Review course, 0 Learn with a mentor");
  way_document_undo (self->document);
  assert_titles (self, AT_FIRST);
  g_assert_false (way_document_get_modified (self->document));
}

/* Those of the plan are both blue */
static void
test_a_new_goal_has_a_colour_of_its_own (OutlineFixture *self, gconstpointer data)
{
  WayOutlineEditor *editor;
  WayId id;

  outline_fixture_act (self, "outline.add-goal");
  id = self->pane->added;
  editor = WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR));
  way_outline_editor_set_text (editor, "Teach");
  g_assert_true (way_outline_editor_commit (editor, WAY_OUTLINE_STAY));
  g_assert_cmpuint (way_record_get_choice (way_plan_lookup (self->plan, &id), WAY_GOAL_COLOUR), !=,
                    WAY_COLOUR_BLUE);
  way_document_undo (self->document);
  assert_titles (self, AT_FIRST);
  g_assert_false (way_document_get_modified (self->document));
}

static void
test_escape_takes_a_new_row_back (OutlineFixture *self, gconstpointer data)
{
  choose (self, &app_goal);
  outline_fixture_act (self, "outline.add-goal");
  way_outline_editor_cancel (
      WAY_OUTLINE_EDITOR (app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR)));
  assert_titles (self, AT_FIRST);
  g_assert_false (way_document_get_modified (self->document));
}

static void
test_folds_and_unfolds (OutlineFixture *self, gconstpointer data)
{
  choose (self, &app_goal);
  outline_fixture_act (self, "outline.fold");
  assert_titles (self, "0 Become an acute-care nurse, 0 Learn with a mentor");
  outline_fixture_act (self, "outline.unfold");
  assert_titles (self, AT_FIRST);
  outline_fixture_act (self, "outline.unfold");
  g_assert_true (way_selection_contains (self->selection, &app_milestone));
  outline_fixture_act (self, "outline.fold");
  g_assert_true (way_selection_contains (self->selection, &app_goal));

  outline_fixture_act (self, "outline.fold");
  choose (self, &app_other_milestone);
  assert_titles (self, AT_FIRST);
}

static gboolean
is_ccrn (const WayRecord *record, gpointer user_data)
{
  return way_id_equal (way_record_get_id (record), &app_milestone);
}

static void
test_folds_what_is_found (OutlineFixture *self, gconstpointer data)
{
  WayOutlineModel *model = self->pane->look.model;

  way_outline_model_set_filter (model, is_ccrn, NULL, NULL);
  choose (self, &app_goal);
  outline_fixture_act (self, "outline.fold");
  assert_titles (self, "0 Become an acute-care nurse");
  outline_fixture_act (self, "outline.unfold");
  assert_titles (self, "0 Become an acute-care nurse, 1 Sit the CCRN");
  outline_fixture_act (self, "outline.fold");
  way_outline_model_set_filter (model, NULL, NULL, NULL);
  assert_titles (self, AT_FIRST);

  outline_fixture_act (self, "outline.fold");
  way_outline_model_set_filter (model, is_ccrn, NULL, NULL);
  assert_titles (self, "0 Become an acute-care nurse, 1 Sit the CCRN");
  way_outline_model_set_filter (model, NULL, NULL, NULL);
  assert_titles (self, "0 Become an acute-care nurse, 0 Learn with a mentor");

  /* What was gone to is there to be seen afterwards */
  way_outline_model_set_filter (model, is_ccrn, NULL, NULL);
  choose (self, &app_milestone);
  way_outline_model_set_filter (model, NULL, NULL, NULL);
  assert_titles (self, AT_FIRST);
}

static void
test_moves_by_keys (OutlineFixture *self, gconstpointer data)
{
  choose (self, &app_other_milestone);
  outline_fixture_act (self, "outline.move-up");
  assert_titles (self, "0 Become an acute-care nurse, 1 Review course, 1 Sit the CCRN, "
                       "0 Learn with a mentor");
  outline_fixture_act (self, "outline.move-up"); /* there is nowhere to go */
  outline_fixture_act (self, "outline.move-down");
  assert_titles (self, AT_FIRST);

  choose (self, &app_other_goal);
  outline_fixture_act (self, "outline.indent");
  assert_titles (self, "0 Become an acute-care nurse, 1 Sit the CCRN, 1 Review course, "
                       "1 Learn with a mentor");
  outline_fixture_act (self, "outline.outdent");
  assert_titles (self, AT_FIRST);
}

static void
test_moves_into_a_goal (OutlineFixture *self, gconstpointer data)
{
  const WayId both[] = { app_milestone, app_other_milestone };

  way_selection_set (self->selection, both, G_N_ELEMENTS (both));
  g_assert_true (way_outline_try_move (self->pane, &app_other_goal, WAY_OUTLINE_INTO));
  assert_titles (self, "0 Become an acute-care nurse, 0 Learn with a mentor, 1 Sit the CCRN, "
                       "1 Review course");
  g_assert_cmpuint (way_selection_get_count (self->selection), ==, 2);
  way_document_undo (self->document);
  assert_titles (self, AT_FIRST);
}

static void
on_toast (WayOutlinePane *pane, const char *text, gboolean undo, char **toast)
{
  g_free (*toast);
  *toast = g_strdup (text);
}

static void
test_a_goal_does_not_go_into_itself (OutlineFixture *self, gconstpointer data)
{
  g_autofree char *toast = NULL;

  g_signal_connect (self->pane, "toast", G_CALLBACK (on_toast), &toast);
  choose (self, &app_other_goal);
  outline_fixture_act (self, "outline.indent");
  choose (self, &app_goal);
  g_assert_false (way_outline_try_move (self->pane, &app_other_goal, WAY_OUTLINE_INTO));
  g_assert_nonnull (toast);
  way_document_undo (self->document);
}

static void
test_a_sorted_list_is_not_reordered (OutlineFixture *self, gconstpointer data)
{
  g_autofree char *toast = NULL;

  g_signal_connect (self->pane, "toast", G_CALLBACK (on_toast), &toast);
  gtk_column_view_sort_by_column (self->pane->view, self->pane->columns[WAY_OUTLINE_START],
                                  GTK_SORT_ASCENDING);
  assert_titles (self, "0 Become an acute-care nurse, 1 Review course, 1 Sit the CCRN, "
                       "0 Learn with a mentor");
  choose (self, &app_milestone);
  g_assert_false (way_outline_try_move (self->pane, &app_other_milestone, WAY_OUTLINE_BEFORE));
  g_assert_nonnull (toast);

  outline_fixture_act (self, "outline.unsort");
  assert_titles (self, AT_FIRST);
}

static void
test_deletes_and_goes_on (OutlineFixture *self, gconstpointer data)
{
  choose (self, &app_milestone);
  outline_fixture_act (self, "outline.remove");
  assert_titles (self, "0 Become an acute-care nurse, 1 Review course, 0 Learn with a mentor");
  g_assert_true (way_id_equal (way_selection_get_primary (self->selection), &app_other_milestone));
  outline_fixture_act (self, "outline.toggle-done");
  g_assert_cmpstr (get_text (self, &app_other_milestone, WAY_OUTLINE_STATUS), ==, "Done");
  way_document_undo (self->document);
  way_document_undo (self->document);
  assert_titles (self, AT_FIRST);
}

static void
test_finds_where_a_row_is_dropped (OutlineFixture *self, gconstpointer data)
{
  WayOutlineCell *cell;
  WayOutlineDrop drop;
  graphene_rect_t area;
  double x;

  choose (self, &app_milestone);
  cell = way_outline_list_get_cell (self->pane, find (self, &app_other_milestone),
                                    WAY_OUTLINE_TITLE);
  app_draw (GTK_WIDGET (self->pane));
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->pane), &area));
  x = area.origin.x + 80;

  g_assert_true (way_outline_drag_find_place (self->pane, x, area.origin.y + 4, &drop));
  g_assert_cmpint (drop.place, ==, WAY_OUTLINE_BEFORE);
  g_assert_true (
      way_outline_drag_find_place (self->pane, x, area.origin.y + area.size.height - 4, &drop));
  g_assert_cmpint (drop.place, ==, WAY_OUTLINE_AFTER);
  g_assert_true (
      way_outline_drag_find_place (self->pane, x, area.origin.y + area.size.height * 1.1, &drop));
  g_assert_cmpint (drop.place, ==, WAY_OUTLINE_INTO);
  g_assert_true (way_id_equal (&drop.target, &app_other_goal));
}

/* An empty table would say nothing of what it is for */
static void
test_an_empty_plan_says_how_to_begin (OutlineFixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) empty = way_document_new (NULL);
  GtkWidget *welcome = GTK_WIDGET (
      gtk_widget_get_template_child (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_PANE, "welcome"));

  g_assert_false (gtk_widget_get_visible (welcome));
  way_outline_pane_set_document (self->pane, empty, self->selection);
  g_assert_true (gtk_widget_get_mapped (welcome));

  gtk_widget_activate_action (GTK_WIDGET (self->pane), "outline.add-goal", NULL);
  app_draw (GTK_WIDGET (self->pane));
  g_assert_false (gtk_widget_get_visible (welcome));
  g_assert_nonnull (self->pane->editor);
  way_document_undo (empty);
  app_draw (GTK_WIDGET (self->pane));
  g_assert_true (gtk_widget_get_mapped (welcome));
  way_outline_pane_set_document (self->pane, self->document, self->selection);
}

static gboolean
is_focus_in (OutlineFixture *self, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* As Tab does */
static void
move_focus (OutlineFixture *self, GtkDirectionType direction)
{
  gtk_widget_child_focus (GTK_WIDGET (self->window), direction);
  app_settle ();
}

/* From the list to the button, on, back to it, and away */
static void
test_tab_reaches_the_button_of_an_empty_plan (OutlineFixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) empty = way_document_new (NULL);
  GtkWidget *pane = GTK_WIDGET (self->pane);
  GtkWidget *button = app_find (
      GTK_WIDGET (gtk_widget_get_template_child (pane, WAY_TYPE_OUTLINE_PANE, "welcome")),
      GTK_TYPE_BUTTON);

  way_outline_pane_set_document (self->pane, empty, self->selection);
  app_draw (pane);
  gtk_widget_grab_focus (self->pane->list);
  move_focus (self, GTK_DIR_TAB_FORWARD);
  g_assert_true (is_focus_in (self, button));
  move_focus (self, GTK_DIR_TAB_FORWARD);
  g_assert_false (is_focus_in (self, pane));
  move_focus (self, GTK_DIR_TAB_BACKWARD);
  g_assert_true (is_focus_in (self, button));
  move_focus (self, GTK_DIR_TAB_BACKWARD);
  g_assert_false (is_focus_in (self, pane));
  move_focus (self, GTK_DIR_TAB_FORWARD);
  g_assert_true (is_focus_in (self, button));
  way_outline_pane_set_document (self->pane, self->document, self->selection);
}

/* The keys go on from there, and a screen reader says it */
static void
assert_focused (OutlineFixture *self, const WayId *id)
{
  GtkWidget *row = gtk_window_get_focus (GTK_WINDOW (self->window));
  GtkWidget *cell = app_find (row, WAY_TYPE_OUTLINE_CELL);

  g_assert_nonnull (cell);
  g_assert_cmpuint (way_outline_cell_get_position (WAY_OUTLINE_CELL (cell)), ==, find (self, id));
}

static void
test_shares_the_selection (OutlineFixture *self, gconstpointer data)
{
  GtkWidget *timeline = app_find (GTK_WIDGET (self->window), WAY_TYPE_TIMELINE_VIEW);

  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->pane->look.model),
                                   find (self, &app_other_milestone), TRUE);
  g_object_set (self->window, "view", "timeline", NULL);
  app_draw (timeline);
  g_assert_true (way_selection_contains (
      way_timeline_view_get_selection (WAY_TIMELINE_VIEW (timeline)), &app_other_milestone));

  way_selection_select (self->selection, &app_milestone);
  g_object_set (self->window, "view", "outline", NULL);
  app_draw (GTK_WIDGET (self->pane));
  app_settle (); /* the selection comes into sight once nothing else is due */
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->pane->look.model),
                                                  find (self, &app_milestone)));
  assert_focused (self, &app_milestone);
}

#define MANY 200 /* goals, more than any window shows */

static gboolean
add_goals (WayEditGroup *group, gpointer user_data, GError **error)
{
  for (guint i = 0; i < MANY; i++)
    if (!way_goal_add (group, "Another", NULL, NULL, error))
      return FALSE;
  return TRUE;
}

static gboolean
link_them (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_dependency_add (group, &app_milestone, &app_other_milestone,
                             WAY_DEPENDENCY_FINISH_START, 0, NULL, error);
}

static void
assert_row_name (OutlineFixture *self, const WayId *id, const char *name)
{
  WayOutlineCell *cell = way_outline_list_get_cell (self->pane, find (self, id), WAY_OUTLINE_TITLE);
  GtkWidget *row = gtk_widget_get_parent (gtk_widget_get_parent (GTK_WIDGET (cell)));

  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

#define COURSE "Review course, step, 4 January 2027, planned, 0 percent"

static void
test_rows_say_what_is_early (OutlineFixture *self, gconstpointer data)
{
  assert_row_name (self, &app_other_milestone, COURSE);
  g_assert_true (way_document_execute (self->document, "Link", NULL, link_them, NULL, NULL));
  assert_row_name (self, &app_other_milestone, COURSE ", 6 months too early");

  way_document_undo (self->document);
  assert_row_name (self, &app_other_milestone, COURSE);
}

/* Of a plan that comes so, they say it from the first look */
static void
test_rows_say_what_was_early_before (OutlineFixture *self, gconstpointer data)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WayDocument) document = NULL;

  g_assert_true (way_document_execute (self->document, "Link", NULL, link_them, NULL, NULL));
  plan = app_read_again (self->plan);
  document = way_document_new (plan);
  self->pane = WAY_OUTLINE_PANE (way_outline_pane_new ());
  way_outline_pane_set_document (self->pane, document, self->selection);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (self->pane));
  app_present (GTK_WINDOW (window));
  app_draw (GTK_WIDGET (self->pane));
  assert_row_name (self, &app_other_milestone, COURSE ", 6 months too early");

  gtk_window_destroy (GTK_WINDOW (window));
}

typedef struct
{
  WayOutlinePane *pane;
  guint n_rows; /* in the first frame, 0 until it is painted */
} FirstFrame;

static void
on_after_paint (GdkFrameClock *clock, FirstFrame *first)
{
  if (first->n_rows == 0)
    first->n_rows = g_list_model_get_n_items (G_LIST_MODEL (first->pane->look.model));
}

static gboolean
is_painted (gpointer first)
{
  return ((FirstFrame *)first)->n_rows > 0;
}

/* The rows that the window has no room for come after those that it has */
static void
test_begins_with_what_is_seen (OutlineFixture *self, gconstpointer data)
{
  FirstFrame first = { 0 };
  GdkFrameClock *clock;
  GtkWidget *window;
  int row = self->pane->look.row;

  g_assert_true (way_document_execute (self->document, "Add", NULL, add_goals, NULL, NULL));
  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 800, 10 * row);
  first.pane = WAY_OUTLINE_PANE (way_outline_pane_new ());
  way_outline_pane_set_document (first.pane, self->document, self->selection);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (first.pane));
  gtk_window_present (GTK_WINDOW (window));
  clock = gtk_widget_get_frame_clock (window);
  g_signal_connect (clock, "after-paint", G_CALLBACK (on_after_paint), &first);
  app_wait_for (is_painted, &first);
  g_signal_handlers_disconnect_by_data (clock, &first);

  g_assert_cmpuint (first.n_rows * (guint)row, >=, (guint)gtk_widget_get_height (window));
  g_assert_cmpuint (first.n_rows, <=, 12);
  app_draw (GTK_WIDGET (first.pane));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (first.pane->look.model)), >, MANY);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/app/outline/" path, OutlineFixture, NULL, outline_fixture_set_up, test,            \
              outline_fixture_tear_down)
  ADD ("shows-the-plan", test_shows_the_plan);
  ADD ("edits-in-the-row", test_edits_in_the_row);
  ADD ("says-what-is-wrong", test_says_what_is_wrong);
  ADD ("tab-goes-on", test_tab_goes_on);
  ADD ("tab-goes-through-choices", test_tab_goes_through_choices);
  ADD ("progress-of-what-is-done-is-fixed", test_progress_of_what_is_done_is_fixed);
  ADD ("keys-open-choices", test_keys_open_choices);
  ADD ("people-are-chosen-in-the-row", test_people_are_chosen_in_the_row);
  ADD ("without-a-date-is-last", test_without_a_date_is_last);
  ADD ("a-new-row-is-one-step", test_a_new_row_is_one_step);
  ADD ("a-new-goal-has-a-colour-of-its-own", test_a_new_goal_has_a_colour_of_its_own);
  ADD ("escape-takes-a-new-row-back", test_escape_takes_a_new_row_back);
  ADD ("folds-and-unfolds", test_folds_and_unfolds);
  ADD ("folds-what-is-found", test_folds_what_is_found);
  ADD ("moves-by-keys", test_moves_by_keys);
  ADD ("moves-into-a-goal", test_moves_into_a_goal);
  ADD ("a-goal-does-not-go-into-itself", test_a_goal_does_not_go_into_itself);
  ADD ("a-sorted-list-is-not-reordered", test_a_sorted_list_is_not_reordered);
  ADD ("deletes-and-goes-on", test_deletes_and_goes_on);
  ADD ("finds-where-a-row-is-dropped", test_finds_where_a_row_is_dropped);
  ADD ("shares-the-selection", test_shares_the_selection);
  ADD ("an-empty-plan-says-how-to-begin", test_an_empty_plan_says_how_to_begin);
  ADD ("tab-reaches-the-button-of-an-empty-plan", test_tab_reaches_the_button_of_an_empty_plan);
  ADD ("rows-say-what-is-early", test_rows_say_what_is_early);
  ADD ("rows-say-what-was-early-before", test_rows_say_what_was_early_before);
  ADD ("begins-with-what-is-seen", test_begins_with_what_is_seen);

  return g_test_run ();
}
