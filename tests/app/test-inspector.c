/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inspector-fixture.h"

#include "way-add-commands.h"
#include "way-dependency-commands.h"
#include "way-dependency-row.h"
#include "way-field-row.h"
#include "way-field-rows.h"
#include "way-inspector-layout.h"

/* What a person does in a row of each look */

static void
type_text (GtkWidget *row, const char *text)
{
  GtkWidget *editable = app_find (row, GTK_TYPE_TEXT);

  gtk_editable_set_text (GTK_EDITABLE (editable), text);
}

/* What the row says below the field */
static const char *
get_note (GtkWidget *row)
{
  GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row));
  GtkWidget *note = gtk_widget_get_last_child (box);

  return gtk_widget_get_visible (note) ? gtk_label_get_label (GTK_LABEL (note)) : "";
}

static void
edit_text (GtkWidget *row)
{
  type_text (row, "Something & else");
}

static void
edit_entry (GtkWidget *row)
{
  gboolean is_number = way_field_row_get_info (WAY_FIELD_ROW (row))->type == WAY_TYPE_DECIMAL;

  type_text (row, is_number ? "1 250,5" : "eur");
}

static void
edit_date (GtkWidget *row)
{
  gboolean is_start = way_field_row_get_field (WAY_FIELD_ROW (row)) == WAY_GOAL_START
                      || way_field_row_get_field (WAY_FIELD_ROW (row)) == WAY_MILESTONE_START;

  type_text (row, is_start ? "about May 2027" : "30 June 2029");
}

static void
edit_prose (GtkWidget *row)
{
  GtkWidget *view = app_find (row, GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "One\nand two", -1);
}

static void
edit_scale (GtkWidget *row)
{
  gtk_range_set_value (GTK_RANGE (app_find (row, GTK_TYPE_SCALE)), 40);
  gtk_range_set_value (GTK_RANGE (app_find (row, GTK_TYPE_SCALE)), 60);
}

static void
edit_flag (GtkWidget *row)
{
  GtkSwitch *toggle = GTK_SWITCH (app_find (row, GTK_TYPE_SWITCH));

  gtk_switch_set_active (toggle, !gtk_switch_get_active (toggle));
}

static void
edit_combo (GtkWidget *row)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected == 0 ? 1 : 0);
}

static void
edit_refs (GtkWidget *row)
{
  GtkWidget *list = inspector_fixture_open_list (row);
  GtkWidget *check = app_find (list, GTK_TYPE_CHECK_BUTTON);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_popover_popdown (GTK_POPOVER (list));
}

static void (*const edit[]) (GtkWidget *row) = {
  [WAY_TYPE_TEXT] = edit_text,     [WAY_TYPE_PROSE] = edit_prose, [WAY_TYPE_WORD] = edit_entry,
  [WAY_TYPE_CHOICE] = edit_combo,  [WAY_TYPE_DATE] = edit_date,   [WAY_TYPE_INTEGER] = edit_scale,
  [WAY_TYPE_DECIMAL] = edit_entry, [WAY_TYPE_REF] = edit_combo,   [WAY_TYPE_REFS] = edit_refs,
  [WAY_TYPE_FLAG] = edit_flag,
};

static void
check_field (InspectorFixture *self, const WayId *id, WayField field)
{
  GtkWidget *row = way_inspector_get_row (self->inspector, field);
  const WayFieldInfo *info = way_schema_get_field (field);
  g_autofree char *before = app_dump (way_document_get_plan (self->document));
  g_autofree char *old = inspector_fixture_read (self, id, field);
  g_autofree char *edited = NULL;
  g_autofree char *restored = NULL;

  g_test_message ("%s %s", way_schema_get_kind (WAY_FIELD_KIND (field))->xml_name, info->xml_name);
  g_assert_nonnull (row);
  edit[info->type](row);
  g_assert_true (way_field_row_commit (WAY_FIELD_ROW (row)));

  edited = inspector_fixture_read (self, id, field);
  g_assert_cmpstr (edited, !=, old);

  g_assert_true (way_document_undo (self->document));
  restored = app_dump (way_document_get_plan (self->document));
  g_assert_cmpstr (restored, ==, before);
  g_assert_false (way_document_undo (self->document));
}

static void
check_kind (InspectorFixture *self, WayKind kind, const WayId *id)
{
  const WayKindInfo *info = way_schema_get_kind (kind);

  way_selection_select (self->selection, kind == WAY_KIND_PLAN ? NULL : id);
  app_settle ();
  for (guint i = 0; i < info->n_fields; i++)
    if (!info->fields[i].is_own)
      check_field (self, id, info->fields[i].field);
}

static void
test_edits_every_field (InspectorFixture *self, gconstpointer data)
{
  check_kind (self, WAY_KIND_PLAN, way_plan_get_id (way_document_get_plan (self->document)));
  check_kind (self, WAY_KIND_GOAL, &app_goal);
  check_kind (self, WAY_KIND_MILESTONE, &app_milestone);
}

static void
test_shows_what_was_undone (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_TITLE);
  type_text (row, "Another title");
  g_assert_true (way_field_row_commit (WAY_FIELD_ROW (row)));
  way_document_undo (self->document);

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Sit the CCRN");
}

static void
test_names_the_step (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;
  g_autofree char *name = NULL;

  way_selection_select (self->selection, &app_milestone);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_STATUS);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), WAY_STATUS_DONE);

  g_object_get (self->document, "undo-name", &name, NULL);
  g_assert_cmpstr (name, ==, "Change Status of “Sit the CCRN”");
}

/* As the outline and the goal count it; there is nothing to slide */
static void
test_done_is_all_of_it (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *scale;

  way_selection_select (self->selection, &app_milestone);
  scale
      = app_find (way_inspector_get_row (self->inspector, WAY_MILESTONE_PROGRESS), GTK_TYPE_SCALE);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), <, 100);
  g_assert_true (gtk_widget_is_sensitive (scale));

  adw_combo_row_set_selected (
      ADW_COMBO_ROW (way_inspector_get_row (self->inspector, WAY_MILESTONE_STATUS)),
      WAY_STATUS_DONE);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), ==, 100);
  g_assert_false (gtk_widget_is_sensitive (scale));

  way_document_undo (self->document);
  g_assert_cmpfloat (gtk_range_get_value (GTK_RANGE (scale)), <, 100);
  g_assert_true (gtk_widget_is_sensitive (scale));
}

/* What cannot be read stays in the row with an explanation, and the plan stays as it was */
static void
test_explains_an_error (InspectorFixture *self, gconstpointer data)
{
  g_autofree char *before = app_dump (way_document_get_plan (self->document));
  g_autofree char *after = NULL;
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_START);
  type_text (row, "some day");

  g_assert_false (way_field_row_commit (WAY_FIELD_ROW (row)));
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_cmpstr (get_note (row), !=, "");
  after = app_dump (way_document_get_plan (self->document));
  g_assert_cmpstr (after, ==, before);

  g_assert_true (way_field_row_restore (WAY_FIELD_ROW (row)));
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

/* Words as in quick add: a quarter begins with its first month and ends with its last */
static void
test_reads_dates_as_quick_add_does (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_END);
  type_text (row, "4th quarter of 2028");
  g_assert_cmpstr (get_note (row), ==, "December 2028");
  g_assert_true (way_field_row_commit (WAY_FIELD_ROW (row)));

  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_START);
  type_text (row, "next month");
  g_assert_cmpstr (get_note (row), ==, "December 2026");
  type_text (row, "Q3 2027");
  g_assert_cmpstr (get_note (row), ==, "July 2027");
}

/* A screen reader says the row's title, and then this */
static void
test_says_what_it_refers_to (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_GOAL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Become an acute-care nurse");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "None");
}

static gboolean
is_cut (InspectorFixture *self)
{
  return gtk_widget_has_css_class (way_inspector_get_row (self->inspector, WAY_MILESTONE_TITLE),
                                   "cut");
}

/* While one types, it scrolls */
static void
test_a_long_title_ends_in_an_ellipsis (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  app_settle ();
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_TITLE);
  g_assert_false (is_cut (self));

  type_text (row, "Sit the certification exam for critical care registered nurses of this state");
  gtk_window_set_focus (GTK_WINDOW (gtk_widget_get_root (row)), NULL);
  app_draw (row);
  g_assert_true (is_cut (self));
  gtk_widget_grab_focus (row);
  g_assert_false (is_cut (self));
}

/* An end before the start is the command's to refuse, and is explained all the same */
static void
test_explains_a_refusal (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_END);
  type_text (row, "May 2020");

  g_assert_false (way_field_row_commit (WAY_FIELD_ROW (row)));
  g_assert_cmpstr (get_note (row), !=, "");
  g_assert_true (gtk_widget_has_css_class (row, "error"));
  g_assert_false (way_document_get_modified (self->document));
}

static void
test_says_what_it_understood (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_END);
  type_text (row, "2028-09~");

  g_assert_cmpstr (get_note (row), ==, "about September 2028");
}

static void
test_applies_before_showing_another (InspectorFixture *self, gconstpointer data)
{
  g_autofree char *title = NULL;

  way_selection_select (self->selection, &app_milestone);
  type_text (way_inspector_get_row (self->inspector, WAY_MILESTONE_TITLE), "Typed and left");
  way_selection_select (self->selection, &app_other_milestone);

  title = inspector_fixture_read (self, &app_milestone, WAY_MILESTONE_TITLE);
  g_assert_cmpstr (title, ==, "Typed and left");
}

static void
test_survives_removal (InspectorFixture *self, gconstpointer data)
{
  WayId ids[] = { app_milestone, app_other_milestone };

  way_selection_select (self->selection, &app_milestone);
  gtk_widget_child_focus (way_inspector_get_row (self->inspector, WAY_MILESTONE_TITLE),
                          GTK_DIR_TAB_FORWARD);
  way_selection_set (self->selection, ids, 2);
  app_settle ();
  g_assert_null (way_inspector_get_row (self->inspector, WAY_MILESTONE_TITLE));

  way_selection_select (self->selection, NULL);
  g_assert_nonnull (way_inspector_get_row (self->inspector, WAY_PLAN_TITLE));
}

static void
test_adds_a_person (InspectorFixture *self, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GtkWidget *entry;
  guint n_people;

  way_selection_select (self->selection, &app_milestone);
  entry = app_find (
      inspector_fixture_open_list (way_inspector_get_row (self->inspector, WAY_MILESTONE_PEOPLE)),
      GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "J. Lindqvist");
  g_signal_emit_by_name (entry, "activate");

  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_PERSON), ==, 2);
  way_record_get_refs (way_plan_lookup (plan, &app_milestone), WAY_MILESTONE_PEOPLE, &n_people);
  g_assert_cmpuint (n_people, ==, 1);

  way_document_undo (self->document);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_PERSON), ==, 1);
}

/* A screen reader says which field it is in */
static void
test_names_every_field (InspectorFixture *self, gconstpointer data)
{
  const WayKindInfo *info = way_schema_get_kind (WAY_KIND_MILESTONE);

  way_selection_select (self->selection, &app_milestone);
  for (guint i = 0; i < info->n_fields; i++)
    if (!info->fields[i].is_own)
      gtk_test_accessible_assert_property (
          GTK_ACCESSIBLE (way_inspector_get_row (self->inspector, info->fields[i].field)),
          GTK_ACCESSIBLE_PROPERTY_LABEL, info->fields[i].label);
}

/* What the program notes for itself means nothing to who reads it */
static void
test_offers_nothing_of_its_own (InspectorFixture *self, gconstpointer data)
{
  const WayId *const ids[] = { &app_goal, &app_milestone };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      way_selection_select (self->selection, ids[i]);
      app_draw (GTK_WIDGET (self->inspector));
      g_assert_null (app_find_label (GTK_WIDGET (self->inspector), "Rank"));
      g_assert_null (app_find_label (GTK_WIDGET (self->inspector), "Imported"));
      g_assert_null (app_find_label (GTK_WIDGET (self->inspector), "Details"));
      g_assert_nonnull (app_find_label (GTK_WIDGET (self->inspector), "Private notes"));
    }
}

static void
assert_one_line (InspectorFixture *self, const char *text)
{
  GtkLabel *label = app_find_label (GTK_WIDGET (self->inspector), text);

  g_assert_nonnull (label);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (label)), ==, 1);
}

/* The words beside a label take several lines before the label does */
static void
test_a_long_fact_leaves_its_label_room (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_goal);
  row = way_inspector_get_row (self->inspector, WAY_GOAL_DUE);
  type_text (row, "2024");
  g_assert_true (way_field_row_commit (WAY_FIELD_ROW (row)));
  way_selection_select (self->selection, &app_milestone);
  app_draw (GTK_WIDGET (self->inspector));

  assert_one_line (self, "Slack");

  /* and several only where it is long */
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_END);
  type_text (row, "March 2028");
  g_assert_true (way_field_row_commit (WAY_FIELD_ROW (row)));
  app_draw (GTK_WIDGET (self->inspector));
  assert_one_line (self, "10 months");
}

#define REMARK "You learn best in winter, and July is your best month for hours"

static gboolean
add_remark (WayEditGroup *group, gpointer user_data, GError **error)
{
  return way_comment_add (group, &app_milestone, WAY_FIELD_NONE, "Rosalind Okafor", REMARK,
                          1795000000, NULL, error);
}

/* Its author and date leave the text the width of the page but for the picture */
static void
test_a_remark_has_room (InspectorFixture *self, gconstpointer data)
{
  GtkLabel *text;

  g_assert_true (way_document_execute (self->document, "Remark", NULL, add_remark, NULL, NULL));
  way_selection_select (self->selection, &app_milestone);
  app_draw (self->window);
  text = app_find_label (GTK_WIDGET (self->inspector), REMARK);
  g_assert_nonnull (text);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (text)), >, 180);
}

static gboolean
add_dependency (WayEditGroup *group, gpointer id, GError **error)
{
  return way_dependency_add (group, &app_other_milestone, &app_milestone,
                             WAY_DEPENDENCY_FINISH_START, 7, id, error);
}

static WayField
get_field (GtkWidget *row)
{
  return way_field_row_get_field (WAY_FIELD_ROW (row));
}

static GtkWidget *
find_field_row (GtkWidget *root, WayField field)
{
  GtkWidget *found = WAY_IS_FIELD_ROW (root) && get_field (root) == field ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_field_row (child, field);

  return found;
}

/* The row stays while it is worked in, and follows what is done elsewhere */
static void
test_a_dependency_is_edited_in_its_row (InspectorFixture *self, gconstpointer data)
{
  WayPlan *plan = way_document_get_plan (self->document);
  GtkWidget *row, *type, *lag;
  WayId id;

  g_assert_true (way_document_execute (self->document, "Link", NULL, add_dependency, &id, NULL));
  way_selection_select (self->selection, &app_milestone);
  app_draw (self->window);
  row = app_find (GTK_WIDGET (self->inspector), WAY_TYPE_DEPENDENCY_ROW);
  g_assert_nonnull (row);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Review course");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Finish to start, 7 days later");

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  type = find_field_row (row, WAY_DEPENDENCY_TYPE);
  adw_combo_row_set_selected (ADW_COMBO_ROW (type), WAY_DEPENDENCY_START_START);
  lag = find_field_row (row, WAY_DEPENDENCY_LAG);
  type_text (lag, "-14");
  g_assert_true (way_field_row_commit (WAY_FIELD_ROW (lag)));
  app_draw (self->window);

  g_assert_cmpint (way_record_get_choice (way_plan_lookup (plan, &id), WAY_DEPENDENCY_TYPE), ==,
                   WAY_DEPENDENCY_START_START);
  g_assert_cmpint (way_record_get_integer (way_plan_lookup (plan, &id), WAY_DEPENDENCY_LAG), ==,
                   -14);
  g_assert_true (app_find (GTK_WIDGET (self->inspector), WAY_TYPE_DEPENDENCY_ROW) == row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Start to start, 14 days earlier");

  type_text (lag, "soon");
  g_assert_false (way_field_row_commit (WAY_FIELD_ROW (lag)));
  g_assert_true (way_field_row_restore (WAY_FIELD_ROW (lag)));

  way_document_undo (self->document);
  way_document_undo (self->document);
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Finish to start, 7 days later");
  way_document_undo (self->document);
  g_assert_null (app_find (GTK_WIDGET (self->inspector), WAY_TYPE_DEPENDENCY_ROW));
}

/* A field that is added to the schema appears in the inspector by itself */
static void
test_places_each_field_once (void)
{
  static const WayKind kinds[] = { WAY_KIND_PLAN, WAY_KIND_GOAL, WAY_KIND_MILESTONE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const WayKindInfo *info = way_schema_get_kind (kinds[i]);
      guint n_groups, n_placed = 0, n_own = 0;
      g_autofree WayInspectorGroup *groups = way_inspector_layout_get (kinds[i], &n_groups);
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (guint j = 0; j < n_groups; j++)
        for (guint k = 0; k < groups[j].n_fields; k++, n_placed++)
          {
            WayField field = groups[j].fields[k].field;

            g_assert_cmpint (WAY_FIELD_KIND (field), ==, kinds[i]);
            g_assert_true (g_hash_table_add (seen, GINT_TO_POINTER (field)));
            g_assert_false (way_schema_get_field (field)->is_own);
          }

      for (guint j = 0; j < info->n_fields; j++)
        n_own += info->fields[j].is_own;
      g_assert_cmpuint (n_placed + n_own, ==, info->n_fields);
    }
}

/* An empty field leaves its name all the room that this needs */
static void
test_a_long_name_is_whole (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = way_field_row_new (WAY_GOAL_TARGET_ROLE, NULL);
  GtkWidget *name = app_find (row, GTK_TYPE_LABEL);

  gtk_label_set_label (GTK_LABEL (name), "Angestrebte Stelle");
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_window_set_child (GTK_WINDOW (window), list);
  gtk_window_set_default_size (GTK_WINDOW (window), 280, 60);
  app_present (GTK_WINDOW (window));
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (name))));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* From its entry's left edge to the first letter, and from the last one to the right edge */
static void
get_margins (GtkWidget *entry, int *left, int *right)
{
  GtkText *text = GTK_TEXT (app_find (entry, GTK_TYPE_TEXT));
  guint length = gtk_entry_get_text_length (GTK_ENTRY (entry));
  graphene_rect_t first, last;

  gtk_text_compute_cursor_extents (text, 0, &first, NULL);
  gtk_text_compute_cursor_extents (text, length, &last, NULL);
  *left = (int)MIN (first.origin.x, last.origin.x);
  *right = gtk_widget_get_width (GTK_WIDGET (text)) - (int)MAX (first.origin.x, last.origin.x);
}

/* Away from its name, in whatever script it is */
static void
test_short_fields_stand_at_the_end (void)
{
  static const WayField fields[] = { WAY_MILESTONE_START, WAY_PLAN_CURRENCY };
  static const char *const texts[] = { "6 July 2026", "ABC", "6 יולי 2026" };

  for (guint i = 0; i < G_N_ELEMENTS (fields) * 2; i++)
    {
      gboolean is_rtl = i % 2;
      GtkWidget *window = gtk_window_new ();
      GtkWidget *list = gtk_list_box_new ();
      GtkWidget *row = way_field_row_new (fields[i / 2], NULL);
      GtkWidget *entry = app_find (row, GTK_TYPE_ENTRY);

      gtk_widget_set_default_direction (is_rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      gtk_window_set_child (GTK_WINDOW (window), list);
      gtk_window_set_default_size (GTK_WINDOW (window), 500, 60);
      app_present (GTK_WINDOW (window));
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        {
          int left, right;

          gtk_editable_set_text (GTK_EDITABLE (entry), texts[j]);
          app_draw (row);
          get_margins (entry, &left, &right);
          g_assert_cmpint (is_rtl ? left : right, <, 8);
        }
      gtk_window_destroy (GTK_WINDOW (window));
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/* As when a plan that is open elsewhere is saved under another name */
static void
test_can_be_edited_as_soon_as_the_plan_can (InspectorFixture *self, gconstpointer data)
{
  GtkWidget *row;

  way_selection_select (self->selection, &app_milestone);
  app_settle ();
  row = way_inspector_get_row (self->inspector, WAY_MILESTONE_TITLE);
  gtk_editable_set_text (GTK_EDITABLE (row), "Half typed");

  way_document_set_read_only (self->document, WAY_READ_ONLY_OTHERS);
  app_settle ();
  g_assert_false (gtk_widget_is_sensitive (row));
  way_document_set_read_only (self->document, WAY_READ_ONLY_NO);
  app_settle ();
  g_assert_true (gtk_widget_is_sensitive (row));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (row)), ==, "Half typed");
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/inspector/places-each-field-once", test_places_each_field_once);
  inspector_fixture_add ("/app/inspector/edits-every-field", test_edits_every_field);
  inspector_fixture_add ("/app/inspector/shows-what-was-undone", test_shows_what_was_undone);
  inspector_fixture_add ("/app/inspector/names-the-step", test_names_the_step);
  inspector_fixture_add ("/app/inspector/done-is-all-of-it", test_done_is_all_of_it);
  inspector_fixture_add ("/app/inspector/a-long-fact-leaves-its-label-room",
                         test_a_long_fact_leaves_its_label_room);
  inspector_fixture_add ("/app/inspector/a-remark-has-room", test_a_remark_has_room);
  inspector_fixture_add ("/app/inspector/a-dependency-is-edited-in-its-row",
                         test_a_dependency_is_edited_in_its_row);
  g_test_add_func ("/app/inspector/a-long-name-is-whole", test_a_long_name_is_whole);
  g_test_add_func ("/app/inspector/short-fields-stand-at-the-end",
                   test_short_fields_stand_at_the_end);
  inspector_fixture_add ("/app/inspector/explains-an-error", test_explains_an_error);
  inspector_fixture_add ("/app/inspector/reads-dates-as-quick-add-does",
                         test_reads_dates_as_quick_add_does);
  inspector_fixture_add ("/app/inspector/says-what-it-refers-to", test_says_what_it_refers_to);
  inspector_fixture_add ("/app/inspector/a-long-title-ends-in-an-ellipsis",
                         test_a_long_title_ends_in_an_ellipsis);
  inspector_fixture_add ("/app/inspector/explains-a-refusal", test_explains_a_refusal);
  inspector_fixture_add ("/app/inspector/says-what-it-understood", test_says_what_it_understood);
  inspector_fixture_add ("/app/inspector/applies-before-showing-another",
                         test_applies_before_showing_another);
  inspector_fixture_add ("/app/inspector/can-be-edited-as-soon-as-the-plan-can",
                         test_can_be_edited_as_soon_as_the_plan_can);
  inspector_fixture_add ("/app/inspector/survives-removal", test_survives_removal);
  inspector_fixture_add ("/app/inspector/adds-a-person", test_adds_a_person);
  inspector_fixture_add ("/app/inspector/names-every-field", test_names_every_field);
  inspector_fixture_add ("/app/inspector/offers-nothing-of-its-own",
                         test_offers_nothing_of_its_own);

  return g_test_run ();
}
