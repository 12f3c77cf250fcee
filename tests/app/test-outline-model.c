/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-add-commands.h"
#include "way-deep-plan.h"
#include "way-document.h"
#include "way-goal-commands.h"
#include "way-milestone-commands.h"
#include "way-outline-model.h"
#include "way-record-commands.h"
#include "way-remove-commands.h"

#define STEPS 400

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WaySelection *selection;
  WayOutlineModel *model;
  GPtrArray *mirror; /* of WayOutlineRow: what a listener believes the list to be */
} Fixture;

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Fixture *self)
{
  g_assert_cmpuint (position + removed, <=, self->mirror->len);
  if (removed > 0)
    g_ptr_array_remove_range (self->mirror, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->mirror, (int)(position + i),
                        g_list_model_get_item (list, position + i));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->document = way_document_new (NULL);
  self->plan = way_document_get_plan (self->document);
  self->selection = way_selection_new ();
  self->model = way_outline_model_new ();
  self->mirror = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (on_items_changed), self);
  way_outline_model_set_plan (self->model, self->plan, self->selection);
  way_outline_model_set_watching (self->model, TRUE);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_ptr_array_unref (self->mirror);
  g_assert_finalize_object (self->model);
  g_object_unref (self->selection);
  g_object_unref (self->document);
}

/* The plan as it is, without any of the model's means */

typedef struct
{
  Fixture *fixture;
  const WayOutlineOrder *order;
  GString *text;
} Naive;

static gboolean
naive_is_listed (Naive *naive, WayRecord *record)
{
  g_autoptr (GPtrArray) milestones = NULL;
  g_autoptr (GPtrArray) goals = NULL;
  const WayId *id = way_record_get_id (record);

  if (naive->order->filter == NULL || naive->order->filter (record, naive->order->filter_data))
    return TRUE;
  if (way_record_get_kind (record) != WAY_KIND_GOAL)
    return FALSE;

  milestones = way_plan_get_referrers (naive->fixture->plan, id, WAY_MILESTONE_GOAL);
  goals = way_plan_get_referrers (naive->fixture->plan, id, WAY_GOAL_PARENT);
  for (guint i = 0; i < milestones->len; i++)
    if (naive_is_listed (naive, milestones->pdata[i]))
      return TRUE;
  for (guint i = 0; i < goals->len; i++)
    if (naive_is_listed (naive, goals->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
naive_list (Naive *naive, WayKind kind, const WayId *parent, guint depth)
{
  WayField owner = kind == WAY_KIND_GOAL ? WAY_GOAL_PARENT : WAY_MILESTONE_GOAL;
  guint n_records;
  WayRecord *const *records = way_plan_get_records (naive->fixture->plan, kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      const WayId *ref = way_record_get_ref (records[i], owner);
      const WayId *id = way_record_get_id (records[i]);
      char buffer[WAY_ID_BUFFER_SIZE];

      if ((ref == NULL) != (parent == NULL) || (ref != NULL && !way_id_equal (ref, parent))
          || !naive_is_listed (naive, records[i]))
        continue;
      g_string_append_printf (naive->text, "%u %s %s\n", depth, way_id_format (id, buffer),
                              way_record_get_called (records[i]));
      if (kind != WAY_KIND_GOAL || g_hash_table_contains (naive->order->folded, id))
        continue;
      naive_list (naive, WAY_KIND_MILESTONE, id, depth + 1);
      naive_list (naive, WAY_KIND_GOAL, id, depth + 1);
    }
}

static char *
walk_naively (Fixture *self, const WayOutlineOrder *order)
{
  Naive naive = { self, order, g_string_new (NULL) };

  naive_list (&naive, WAY_KIND_GOAL, NULL, 0);
  naive_list (&naive, WAY_KIND_MILESTONE, NULL, 0);
  return g_string_free (naive.text, FALSE);
}

static char *
dump (Fixture *self)
{
  GString *text = g_string_new (NULL);
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_assert_cmpuint (self->mirror->len, ==, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      const WayOutlineEntry *entry = way_outline_model_get_entry (self->model, i);
      WayRecord *shown = way_outline_row_get_record (self->mirror->pdata[i]);
      char buffer[WAY_ID_BUFFER_SIZE];

      g_assert_true (entry->record == shown);
      g_string_append_printf (text, "%u %s %s\n", entry->depth,
                              way_id_format (way_record_get_id (shown), buffer),
                              way_record_get_called (shown));
    }
  return g_string_free (text, FALSE);
}

static void
check (Fixture *self, const WayOutlineOrder *order)
{
  g_autofree char *expected = walk_naively (self, order);
  g_autofree char *found = dump (self);

  g_assert_cmpstr (found, ==, expected);
}

/* One of the kind, or NULL: as many times as there are records */
static const WayId *
pick (Fixture *self, WayKind kind)
{
  guint n_records;
  WayRecord *const *records = way_plan_get_records (self->plan, kind, &n_records);
  guint index = (guint)g_test_rand_int_range (0, (int)n_records + 1);

  return index < n_records ? way_record_get_id (records[index]) : NULL;
}

static gboolean
change_anything (WayEditGroup *group, gpointer user_data, GError **error)
{
  Fixture *self = user_data;
  const WayId *goal = pick (self, WAY_KIND_GOAL);
  const WayId *other = pick (self, WAY_KIND_GOAL);
  const WayId *milestone = pick (self, WAY_KIND_MILESTONE);
  const WayId *next = pick (self, WAY_KIND_MILESTONE);
  g_autofree char *title = g_strdup_printf ("title %d", g_test_rand_int_range (0, 1000));
  WayId copies[2];

  switch (g_test_rand_int_range (0, 10))
    {
    case 0:
      return way_goal_add (group, title, goal, NULL, error);
    case 1:
    case 2:
    case 3:
      return way_milestone_add (group, title, goal, WAY_DATE_NONE, WAY_DATE_NONE, NULL, error);
    case 4:
      return goal == NULL || way_goal_reparent (group, goal, other, error);
    case 5:
      return goal == NULL || way_goal_reorder (group, goal, other, error);
    case 6:
      return milestone == NULL || way_milestone_reparent (group, milestone, goal, error);
    case 7:
      return milestone == NULL || way_milestone_reorder (group, milestone, next, error);
    case 8:
      return milestone == NULL
             || way_edit_set_text (group, milestone, WAY_MILESTONE_TITLE, title, error);
    default:
      if (milestone == NULL || g_test_rand_int_range (0, 3) > 0)
        return TRUE;
      copies[0] = *milestone;
      return way_edit_remove (group, copies, 1, error);
    }
}

static void
take_step (Fixture *self)
{
  int what = g_test_rand_int_range (0, 8);

  if (what == 0)
    way_document_undo (self->document);
  else if (what == 1)
    way_document_redo (self->document);
  else
    way_document_execute (self->document, "Change", NULL, change_anything, self, NULL);
}

/* The seed is printed by the framework; give it back with --seed */
static void
test_follows_every_edit (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) folded = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, NULL);
  WayOutlineOrder order = { .folded = folded };

  for (guint i = 0; i < STEPS; i++)
    {
      const WayId *goal = pick (self, WAY_KIND_GOAL);
      gboolean folds = g_test_rand_int_range (0, 2) == 0;

      if (goal != NULL && i % 5 == 0)
        {
          if (folds)
            g_hash_table_add (folded, g_memdup2 (goal, sizeof *goal));
          else
            g_hash_table_remove (folded, goal);
          way_outline_model_set_expanded (self->model, goal, !folds);
        }
      take_step (self);
      check (self, &order);
    }
}

static void
test_catches_up_when_looked_at (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (way_id_hash, way_id_equal);
  WayOutlineOrder order = { .folded = folded };

  for (guint i = 0; i < STEPS / 4; i++)
    {
      way_outline_model_set_watching (self->model, FALSE);
      take_step (self);
      take_step (self);
      way_outline_model_set_watching (self->model, TRUE);
      check (self, &order);
    }
}

static gboolean
has_a_seven (const WayRecord *record, gpointer user_data)
{
  return strchr (way_record_get_called (record), '7') != NULL;
}

static void
test_filter_keeps_what_leads_there (Fixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) folded = g_hash_table_new (way_id_hash, way_id_equal);
  WayOutlineOrder order = { .folded = folded, .filter = has_a_seven };

  way_outline_model_set_filter (self->model, has_a_seven, NULL, NULL);
  for (guint i = 0; i < STEPS; i++)
    {
      take_step (self);
      check (self, &order);
    }
}

static int
compare_titles (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return strcmp (way_record_get_called (a), way_record_get_called (b));
}

static void
test_sorts_siblings_only (Fixture *self, gconstpointer data)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_titles, NULL, NULL));
  guint n_items;

  way_outline_model_set_sorter (self->model, sorter);
  for (guint i = 0; i < STEPS / 4; i++)
    take_step (self);

  n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  for (guint i = 1; i < n_items; i++)
    {
      const WayOutlineEntry *before = way_outline_model_get_entry (self->model, i - 1);
      const WayOutlineEntry *after = way_outline_model_get_entry (self->model, i);

      if (before->depth == after->depth
          && way_record_get_kind (before->record) == WAY_KIND_MILESTONE
          && way_record_get_kind (after->record) == WAY_KIND_MILESTONE)
        g_assert_cmpint (compare_titles (before->record, after->record, NULL), <=, 0);
      g_assert_cmpuint (after->depth, <=, before->depth + 1);
    }
  way_outline_model_set_sorter (self->model, NULL);
}

static void
test_selects_what_the_window_selects (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (self->model);
  guint n_items;

  do
    take_step (self);
  while ((n_items = g_list_model_get_n_items (G_LIST_MODEL (self->model))) < 6);

  gtk_selection_model_select_range (model, 1, 3, TRUE);
  g_assert_cmpuint (way_selection_get_count (self->selection), ==, 3);
  gtk_selection_model_unselect_item (model, 2);
  gtk_selection_model_select_item (model, 5, FALSE);
  g_assert_true (
      way_id_equal (way_selection_get_primary (self->selection),
                    way_record_get_id (way_outline_model_get_entry (self->model, 5)->record)));
  for (guint i = 0; i < n_items; i++)
    g_assert_cmpint (gtk_selection_model_is_selected (model, i), ==, i == 1 || i == 3 || i == 5);

  way_selection_select (self->selection, NULL);
  g_assert_false (gtk_selection_model_is_selected (model, 5));
}

static void
test_goals_may_be_deep (void)
{
  g_autoptr (WayPlan) plan = way_deep_plan_new ();
  g_autoptr (GArray) entries = way_outline_tree_list (plan, &(WayOutlineOrder){ 0 });

  g_assert_cmpuint (entries->len, ==, WAY_DEEP_PLAN_GOALS);
  g_assert_cmpuint (g_array_index (entries, WayOutlineEntry, 2).depth, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/outline-model/follows-every-edit", Fixture, NULL, set_up,
              test_follows_every_edit, tear_down);
  g_test_add ("/app/outline-model/catches-up-when-looked-at", Fixture, NULL, set_up,
              test_catches_up_when_looked_at, tear_down);
  g_test_add ("/app/outline-model/filter-keeps-what-leads-there", Fixture, NULL, set_up,
              test_filter_keeps_what_leads_there, tear_down);
  g_test_add ("/app/outline-model/sorts-siblings-only", Fixture, NULL, set_up,
              test_sorts_siblings_only, tear_down);
  g_test_add ("/app/outline-model/selects-what-the-window-selects", Fixture, NULL, set_up,
              test_selects_what_the_window_selects, tear_down);
  g_test_add_func ("/app/outline-model/goals-may-be-deep", test_goals_may_be_deep);

  return g_test_run ();
}
