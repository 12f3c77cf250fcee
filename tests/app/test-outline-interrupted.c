/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that leave their places, or have none, while they are edited.
 */
#include "outline-fixture.h"

#include "way-remove-commands.h"

static WayOutlineEditor *
find_editor (OutlineFixture *self)
{
  GtkWidget *editor = app_find (GTK_WIDGET (self->pane), WAY_TYPE_OUTLINE_EDITOR);

  return editor != NULL ? WAY_OUTLINE_EDITOR (editor) : NULL;
}

static const char *
get_title (OutlineFixture *self, const WayId *id)
{
  return way_record_get_called (way_plan_lookup (self->plan, id));
}

static void
assert_has_keys (OutlineFixture *self)
{
  g_assert_null (self->pane->editor);
  g_assert_cmpint (gtk_event_controller_get_propagation_phase (self->pane->shortcuts), ==,
                   GTK_PHASE_CAPTURE);
}

/* The row goes to where its new title belongs, and editing goes on there */
static void
test_a_row_moves_when_it_is_named (OutlineFixture *self, gconstpointer data)
{
  WayOutlineEditor *editor;
  WayOutlineCell *cell;

  way_outline_sort_by (self->pane, WAY_OUTLINE_TITLE, FALSE);
  app_draw (GTK_WIDGET (self->pane));
  g_assert_true (way_outline_editor_commit (
      outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_TITLE, "A first step"),
      WAY_OUTLINE_STAY));
  app_settle ();
  g_assert_cmpstr (get_title (self, &app_milestone), ==, "A first step");
  assert_has_keys (self);

  way_outline_editor_commit (outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_TITLE, "Zzz"),
                             WAY_OUTLINE_NEXT);
  app_settle ();
  editor = find_editor (self);
  g_assert_nonnull (editor);
  g_assert_true (self->pane->editor == editor);
  cell = WAY_OUTLINE_CELL (gtk_widget_get_parent (GTK_WIDGET (editor)));
  g_assert_cmpint (way_outline_cell_get_column (cell), ==, WAY_OUTLINE_START);
  g_assert_cmpuint (way_outline_cell_get_position (cell), ==,
                    way_outline_model_find (self->pane->look.model, &app_milestone));
  way_outline_editor_cancel (editor);
  assert_has_keys (self);
}

static gboolean
run_remove (WayEditGroup *group, gpointer id, GError **error)
{
  return way_edit_remove (group, id, 1, error);
}

/* As when it is taken back in the history */
static void
test_a_row_goes_while_it_is_edited (OutlineFixture *self, gconstpointer data)
{
  WayId id = app_milestone;

  outline_fixture_edit (self, &app_milestone, WAY_OUTLINE_TITLE, "Never mind");
  g_assert_true (way_document_execute (self->document, "Delete", NULL, run_remove, &id, NULL));
  app_settle ();
  g_assert_null (find_editor (self));
  assert_has_keys (self);
}

static void
test_another_plan_comes_while_one_is_edited (OutlineFixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) other = way_document_new (NULL);

  outline_fixture_act (self, "outline.add-goal");
  g_assert_nonnull (find_editor (self));
  way_outline_pane_set_document (self->pane, other, self->pane->selection);
  app_settle ();
  assert_has_keys (self);
  g_assert_true (way_id_is_null (&self->pane->added));
  way_outline_pane_set_document (self->pane, self->document, self->pane->selection);
  app_settle ();
}

static gboolean
is_named_course (const WayRecord *record, gpointer user_data)
{
  const char *called = way_record_get_called (record);

  return called != NULL && strstr (called, "course") != NULL;
}

/* What is looked for has a title; a row that has none yet is typed all the same */
static void
test_a_new_row_is_seen_among_what_is_found (OutlineFixture *self, gconstpointer data)
{
  WayId id;

  way_outline_model_set_filter (self->pane->look.model, is_named_course, NULL, NULL);
  app_draw (GTK_WIDGET (self->pane));
  outline_fixture_act (self, "outline.add-milestone");
  id = self->pane->added;
  g_assert_nonnull (find_editor (self));
  way_outline_editor_set_text (find_editor (self), "Book the exam");
  g_assert_true (way_outline_editor_commit (find_editor (self), WAY_OUTLINE_STAY));
  app_settle ();
  g_assert_cmpstr (get_title (self, &id), ==, "Book the exam");
  assert_has_keys (self);

  way_outline_editor_commit (
      outline_fixture_edit (self, &app_other_milestone, WAY_OUTLINE_TITLE, "Another course"),
      WAY_OUTLINE_STAY);
  app_settle ();
  g_assert_cmpstr (get_title (self, &app_other_milestone), ==, "Another course");
}

/* Where nothing can be deleted, what was to be deleted stays selected */
static void
test_what_cannot_go_stays_selected (OutlineFixture *self, gconstpointer data)
{
  way_outline_pane_reveal (self->pane, &app_milestone);
  app_settle ();
  way_document_set_read_only (self->document, WAY_READ_ONLY_OTHERS);
  app_settle ();
  outline_fixture_act (self, "outline.remove");
  g_assert_nonnull (way_plan_lookup (self->plan, &app_milestone));
  g_assert_true (way_id_equal (way_selection_get_primary (self->pane->selection), &app_milestone));
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
#define ADD(path, test)                                                                            \
  g_test_add ("/app/outline-interrupted/" path, OutlineFixture, NULL, outline_fixture_set_up,      \
              test, outline_fixture_tear_down)
  ADD ("a-row-moves-when-it-is-named", test_a_row_moves_when_it_is_named);
  ADD ("a-row-goes-while-it-is-edited", test_a_row_goes_while_it_is_edited);
  ADD ("another-plan-comes-while-one-is-edited", test_another_plan_comes_while_one_is_edited);
  ADD ("a-new-row-is-seen-among-what-is-found", test_a_new_row_is_seen_among_what_is_found);
  ADD ("what-cannot-go-stays-selected", test_what_cannot_go_stays_selected);

  return g_test_run ();
}
