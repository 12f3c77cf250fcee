/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inspector-fixture.h"

#include "way-field-row.h"
#include "way-record-commands.h"

/* The only one there is, as a file has them */
#define PERSON "01020304-0506-4708-890a-0b0c0d0e0f03"

static const WayId *const milestones[] = { &app_milestone, &app_other_milestone };

static void
select_two (InspectorFixture *self, const WayId *first, const WayId *second)
{
  WayId ids[] = { *first, *second };

  way_selection_set (self->selection, ids, G_N_ELEMENTS (ids));
  app_settle ();
}

/* A milestone's row, with both milestones selected */
static GtkWidget *
get_row (InspectorFixture *self, WayField field)
{
  GtkWidget *row;

  select_two (self, &app_milestone, &app_other_milestone);
  row = way_inspector_get_row (self->inspector, field);
  g_assert_nonnull (row);

  return row;
}

typedef struct
{
  const WayId *id;
  WayField field;
  const char *text;
} Edit;

static gboolean
run_edit (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;

  return way_edit_set_text (group, edit->id, edit->field, edit->text, error);
}

static void
set (InspectorFixture *self, const WayId *id, WayField field, const char *text)
{
  Edit edit = { id, field, text };

  g_assert_true (way_document_execute (self->document, "Elsewhere", NULL, run_edit, &edit, NULL));
}

static void
assert_value (InspectorFixture *self, const WayId *id, WayField field, const char *expected)
{
  g_autofree char *value = inspector_fixture_read (self, id, field);

  g_assert_cmpstr (value, ==, expected);
}

static void
assert_both (InspectorFixture *self, WayField field, const char *expected)
{
  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    assert_value (self, milestones[i], field, expected);
}

/* What is seen, and what a screen reader says after the row's name */
static void
assert_chosen (GtkWidget *row, const char *expected)
{
  GtkStringObject *chosen;

  app_settle ();
  chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (row));
  g_assert_cmpstr (gtk_string_object_get_string (chosen), ==, expected);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       expected);
}

static void
assert_names (GtkWidget *row, const char *expected)
{
  app_settle ();
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, expected);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (app_find (row, GTK_TYPE_MENU_BUTTON)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
}

static guint
count_choices (GtkWidget *row)
{
  return g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row)));
}

static void
test_shows_what_all_have (InspectorFixture *self, gconstpointer data)
{
  assert_chosen (get_row (self, WAY_MILESTONE_STATUS), "Planned");
  assert_chosen (get_row (self, WAY_MILESTONE_GOAL), "Become an acute-care nurse");
  assert_names (get_row (self, WAY_MILESTONE_PEOPLE), "");

  /* One that says it and one that leaves it out look the same */
  set (self, &app_milestone, WAY_MILESTONE_STATUS, "planned");
  assert_chosen (get_row (self, WAY_MILESTONE_STATUS), "Planned");
}

static void
test_says_where_they_differ (InspectorFixture *self, gconstpointer data)
{
  set (self, &app_milestone, WAY_MILESTONE_STATUS, "done");
  set (self, &app_milestone, WAY_MILESTONE_GOAL, "");
  assert_chosen (get_row (self, WAY_MILESTONE_STATUS), "Various");
  assert_chosen (get_row (self, WAY_MILESTONE_GOAL), "Various");
  assert_chosen (get_row (self, WAY_MILESTONE_CATEGORY), "Step");

  /* and while they are shown */
  set (self, &app_other_milestone, WAY_MILESTONE_CATEGORY, "leave");
  set (self, &app_other_milestone, WAY_MILESTONE_STATUS, "done");
  assert_chosen (way_inspector_get_row (self->inspector, WAY_MILESTONE_CATEGORY), "Various");
  assert_chosen (way_inspector_get_row (self->inspector, WAY_MILESTONE_STATUS), "Done");
}

static void
test_sets_all_in_one_step (InspectorFixture *self, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GtkWidget *row;
  guint n_choices;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *name = NULL;

  set (self, &app_milestone, WAY_MILESTONE_CATEGORY, "leave");
  before = app_dump (plan);
  row = get_row (self, WAY_MILESTONE_CATEGORY);
  n_choices = count_choices (row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), WAY_CATEGORY_LICENCE);

  assert_both (self, WAY_MILESTONE_CATEGORY, "licence");
  assert_chosen (row, "Licence");
  g_assert_cmpuint (count_choices (row), ==, n_choices - 1);
  g_object_get (self->document, "undo-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Change Category of 2 items");

  g_assert_true (way_document_undo (self->document));
  after = app_dump (plan);
  g_assert_cmpstr (after, ==, before);
  assert_chosen (row, "Various");
  g_assert_true (way_document_redo (self->document));
  assert_chosen (row, "Licence");
}

/* That they differ is no value: who goes back to it drops what could not be applied */
static void
test_to_differ_is_no_choice (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;
  guint various;

  set (self, &app_milestone, WAY_MILESTONE_STATUS, "done");
  row = get_row (self, WAY_MILESTONE_STATUS);
  various = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  way_document_set_read_only (self->document, WAY_READ_ONLY_OTHERS);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), WAY_STATUS_ACTIVE);
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), various);

  g_assert_false (gtk_widget_has_css_class (row, "error"));
  g_assert_false (way_field_row_restore (WAY_FIELD_ROW (row)));
  assert_chosen (row, "Various");
  assert_value (self, &app_milestone, WAY_MILESTONE_STATUS, "done");
}

/* Two choices one after the other are two steps */
static void
test_each_choice_is_a_step (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row = get_row (self, WAY_MILESTONE_STATUS);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), WAY_STATUS_ACTIVE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), WAY_STATUS_DONE);
  assert_both (self, WAY_MILESTONE_STATUS, "done");
  way_document_undo (self->document);
  assert_both (self, WAY_MILESTONE_STATUS, "active");
}

static void
test_moves_all_to_a_goal (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row = get_row (self, WAY_MILESTONE_GOAL);

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 2);
  assert_chosen (row, "Learn with a mentor");
  way_document_undo (self->document);
  assert_chosen (row, "Become an acute-care nurse");
  g_assert_false (way_document_undo (self->document));
}

/* Who is only with one of them stays with that one while somebody else is added to both */
static void
test_people_are_added_to_all (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row, *list, *entry, *check;
  guint n_people;

  set (self, &app_milestone, WAY_MILESTONE_PEOPLE, PERSON);
  row = get_row (self, WAY_MILESTONE_PEOPLE);
  assert_names (row, "Various");
  list = inspector_fixture_open_list (row);
  check = app_find (list, GTK_TYPE_CHECK_BUTTON);
  g_assert_true (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (check)));

  entry = app_find (list, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "J. Lindqvist");
  g_signal_emit_by_name (entry, "activate");
  assert_names (row, "Various");
  for (guint i = 0; i < G_N_ELEMENTS (milestones); i++)
    {
      way_record_get_refs (way_plan_lookup (way_document_get_plan (self->document), milestones[i]),
                           WAY_MILESTONE_PEOPLE, &n_people);
      g_assert_cmpuint (n_people, ==, i == 0 ? 2 : 1);
    }

  /* The new one goes again, and the first is still with one only */
  check = gtk_widget_get_next_sibling (app_find (list, GTK_TYPE_CHECK_BUTTON));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  assert_value (self, &app_milestone, WAY_MILESTONE_PEOPLE, PERSON);
  assert_value (self, &app_other_milestone, WAY_MILESTONE_PEOPLE, "");

  /* until it is ticked */
  check = app_find (list, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_false (gtk_check_button_get_inconsistent (GTK_CHECK_BUTTON (check)));
  assert_both (self, WAY_MILESTONE_PEOPLE, PERSON);
  assert_names (row, "R. Okafor");
  gtk_popover_popdown (GTK_POPOVER (list));
}

/* What is typed, slid or switched is said of one */
static void
test_offers_what_is_chosen (InspectorFixture *self, gconstpointer data)
{
  static const WayKind kinds[] = { WAY_KIND_GOAL, WAY_KIND_MILESTONE };
  static const WayId *const ids[][2]
      = { { &app_goal, &app_other_goal }, { &app_milestone, &app_other_milestone } };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const WayKindInfo *info = way_schema_get_kind (kinds[i]);

      select_two (self, ids[i][0], ids[i][1]);
      for (guint j = 0; j < info->n_fields; j++)
        {
          const WayFieldInfo *field = &info->fields[j];
          gboolean is_chosen = field->type == WAY_TYPE_CHOICE || field->type == WAY_TYPE_REF
                               || field->type == WAY_TYPE_REFS;
          GtkWidget *row = way_inspector_get_row (self->inspector, field->field);

          g_test_message ("%s %s", info->xml_name, field->xml_name);
          g_assert_true ((row != NULL) == is_chosen);
          if (row != NULL)
            gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row),
                                                 GTK_ACCESSIBLE_PROPERTY_LABEL, field->label);
        }
    }
}

/* Goals cannot be part of themselves nor of each other */
static void
test_goals_lead_elsewhere (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  select_two (self, &app_goal, &app_other_goal);
  row = way_inspector_get_row (self->inspector, WAY_GOAL_PARENT);
  g_assert_cmpuint (count_choices (row), ==, 1);
  assert_chosen (row, "None");

  row = way_inspector_get_row (self->inspector, WAY_GOAL_COLOUR);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), WAY_COLOUR_GREEN);
  assert_value (self, &app_goal, WAY_GOAL_COLOUR, "green");
  assert_value (self, &app_other_goal, WAY_GOAL_COLOUR, "green");
}

/* A status of goals is another than one of milestones */
static void
test_kinds_have_no_field_in_common (InspectorFixture *self, gconstpointer data)
{
  select_two (self, &app_goal, &app_milestone);
  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind (kind);

      for (guint i = 0; i < info->n_fields; i++)
        g_assert_null (way_inspector_get_row (self->inspector, info->fields[i].field));
    }
  g_assert_nonnull (app_find_label (GTK_WIDGET (self->inspector), "Mark done or not done"));
  g_assert_null (app_find_label (GTK_WIDGET (self->inspector), "Status"));

  select_two (self, &app_milestone, &app_other_milestone);
  g_assert_nonnull (app_find_label (GTK_WIDGET (self->inspector), "Status"));
  way_selection_select (self->selection, &app_milestone);
  g_assert_null (app_find_label (GTK_WIDGET (self->inspector), "Mark done or not done"));
}

/* Who sets one field after the other with the keyboard stays where they are */
static void
test_the_focus_stays (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  get_row (self, WAY_MILESTONE_CATEGORY);
  way_inspector_focus_title (self->inspector);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_CATEGORY);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == row);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), WAY_CATEGORY_LEAVE);
  app_settle ();
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self->window)) == row);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  inspector_fixture_add ("/app/inspector-several/shows-what-all-have", test_shows_what_all_have);
  inspector_fixture_add ("/app/inspector-several/says-where-they-differ",
                         test_says_where_they_differ);
  inspector_fixture_add ("/app/inspector-several/sets-all-in-one-step", test_sets_all_in_one_step);
  inspector_fixture_add ("/app/inspector-several/to-differ-is-no-choice",
                         test_to_differ_is_no_choice);
  inspector_fixture_add ("/app/inspector-several/each-choice-is-a-step",
                         test_each_choice_is_a_step);
  inspector_fixture_add ("/app/inspector-several/moves-all-to-a-goal", test_moves_all_to_a_goal);
  inspector_fixture_add ("/app/inspector-several/people-are-added-to-all",
                         test_people_are_added_to_all);
  inspector_fixture_add ("/app/inspector-several/offers-what-is-chosen",
                         test_offers_what_is_chosen);
  inspector_fixture_add ("/app/inspector-several/goals-lead-elsewhere", test_goals_lead_elsewhere);
  inspector_fixture_add ("/app/inspector-several/kinds-have-no-field-in-common",
                         test_kinds_have_no_field_in_common);
  inspector_fixture_add ("/app/inspector-several/the-focus-stays", test_the_focus_stays);

  return g_test_run ();
}
