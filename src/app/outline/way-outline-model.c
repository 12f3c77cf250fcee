/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the outline as a list that GTK can show and select in. It lists the plan anew when
 * its order or its tree changes and tells only what differs, so that the rows that stay keep their
 * widgets, and with them the place, the focus and what is being typed.
 */
#include "way-outline-model.h"

#define MOST_SWAPS 16 /* each is searched for; beyond that it is cheaper to list all anew */

struct _WayOutlineModel
{
  GObject parent_instance;

  WayPlan *plan;           /* nullable */
  WaySelection *selection; /* nullable */
  GSignalGroup *plan_signals;
  GSignalGroup *selection_signals;
  GtkSorter *sorter; /* nullable */
  gulong sorter_handler;
  WayOutlineFilterFunc filter;
  gpointer filter_data;
  GDestroyNotify filter_destroy;
  WayId also; /* listed whatever the filter says, or the null id */

  GArray *entries;          /* of WayOutlineEntry */
  GHashTable *rows;         /* id to the WayOutlineRow that is looked at, not owned */
  GHashTable *folded;       /* of WayId, without a filter */
  GHashTable *folded_found; /* the same with the filter that there is */
  guint most_rows;          /* that are listed */
  gboolean is_watching;
  gboolean is_stale; /* the plan has changed meanwhile */
};

static void list_iface_init (GListModelInterface *iface);
static void selection_iface_init (GtkSelectionModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayOutlineModel, way_outline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_iface_init)
                                   G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL,
                                                          selection_iface_init))

static WayOutlineEntry *
get_entry (WayOutlineModel *self, guint position)
{
  return &g_array_index (self->entries, WayOutlineEntry, position);
}

static const WayId *
get_id (WayOutlineModel *self, guint position)
{
  return way_record_get_id (get_entry (self, position)->record);
}

/* The row's id is gone with its record by now, so the row is looked for by itself */
static void
on_row_finalized (gpointer data, GObject *row)
{
  WayOutlineModel *self = data;
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (value == row)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static void
forget_rows (WayOutlineModel *self)
{
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_object_weak_unref (row, on_row_finalized, self);
  g_hash_table_remove_all (self->rows);
}

static GPtrArray *
get_rows (WayOutlineModel *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  return rows;
}

/* They show what the plan has now. A listener may drop rows, so they are held meanwhile. */
static void
update_rows (WayOutlineModel *self, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len && self->plan != NULL; i++)
    {
      const WayId *id = way_record_get_id (way_outline_row_get_record (rows->pdata[i]));
      WayRecord *record = way_plan_lookup (self->plan, id);

      if (record != NULL)
        way_outline_row_update (rows->pdata[i], record);
    }
}

static gboolean
has_order (WayOutlineModel *self)
{
  return self->sorter != NULL && gtk_sorter_get_order (self->sorter) != GTK_SORTER_ORDER_NONE;
}

/* GTK's sorters take any pointers, and so need no object for each record */
static int
compare_records (gconstpointer a, gconstpointer b, gpointer sorter)
{
  WayRecord *const *first = a;
  WayRecord *const *second = b;
  GtkOrdering order = gtk_sorter_compare (sorter, *first, *second);

  return order != GTK_ORDERING_EQUAL ? (int)order : way_record_compare (*first, *second);
}

static gboolean
is_listed (const WayRecord *record, gpointer user_data)
{
  WayOutlineModel *self = user_data;

  return self->filter (record, self->filter_data)
         || way_id_equal (way_record_get_id (record), &self->also);
}

/* What is looked for is seen wherever it is, until a person folds what was found */
static GHashTable *
get_folded (WayOutlineModel *self)
{
  return self->filter != NULL ? self->folded_found : self->folded;
}

static GArray *
list_plan (WayOutlineModel *self)
{
  WayOutlineOrder order = {
    .folded = get_folded (self),
    .compare = has_order (self) ? compare_records : NULL,
    .compare_data = self->sorter,
    .filter = self->filter != NULL ? is_listed : NULL,
    .filter_data = self,
  };

  if (self->plan == NULL)
    return g_array_new (FALSE, FALSE, sizeof (WayOutlineEntry));
  return way_outline_tree_list (self->plan, &order);
}

static gboolean
is_same_row (const WayOutlineEntry *a, const WayOutlineEntry *b)
{
  return a->record == b->record
         || way_id_equal (way_record_get_id (a->record), way_record_get_id (b->record));
}

static GArray *
list_rows (WayOutlineModel *self)
{
  GArray *rows = list_plan (self);

  if (rows->len > self->most_rows)
    g_array_set_size (rows, self->most_rows);
  return rows;
}

static void
refresh (WayOutlineModel *self)
{
  g_autoptr (GPtrArray) rows = get_rows (self); /* those to come are up to date */
  g_autoptr (GArray) before = self->entries;
  GArray *after = list_rows (self);
  const WayOutlineEntry *old = (const WayOutlineEntry *)(gpointer)before->data;
  const WayOutlineEntry *new = (const WayOutlineEntry *)(gpointer)after->data;
  guint most = MIN (before->len, after->len);
  guint head = 0, tail = 0;

  while (head < most && is_same_row (&old[head], &new[head]))
    head++;
  while (tail < most - head
         && is_same_row (&old[before->len - tail - 1], &new[after->len - tail - 1]))
    tail++;

  self->entries = after;
  self->is_stale = FALSE;
  if (before->len - head - tail > 0 || after->len - head - tail > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), head, before->len - head - tail,
                                after->len - head - tail);
  update_rows (self, rows);
}

/* Whether the record stays in its place in the tree; NULL and other kinds have none */
static gboolean
keeps_place (const WayChange *change)
{
  WayKind kind = way_change_get_kind (change);
  WayField owner = kind == WAY_KIND_GOAL ? WAY_GOAL_PARENT : WAY_MILESTONE_GOAL;

  if (kind != WAY_KIND_GOAL && kind != WAY_KIND_MILESTONE)
    return TRUE;
  return change->before != NULL && change->after != NULL
         && way_record_field_equal (change->before, change->after, owner)
         && way_record_field_equal (change->before, change->after,
                                    way_schema_get_kind (kind)->rank);
}

static gboolean
is_light (WayOutlineModel *self, const WayChange *changes, guint n_changes)
{
  if (self->is_stale || self->filter != NULL || has_order (self) || n_changes > MOST_SWAPS)
    return FALSE;

  for (guint i = 0; i < n_changes; i++)
    if (!keeps_place (&changes[i]))
      return FALSE;
  return TRUE;
}

static void
swap_record (WayOutlineModel *self, const WayChange *change)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      WayOutlineEntry *entry = get_entry (self, i);

      if (entry->record != change->before)
        continue;
      entry->record = way_record_ref (change->after);
      way_record_unref (change->before);
      return;
    }
}

static void
on_plan_changed (WayOutlineModel *self, WayChangeSet *set)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint n_changes;
  const WayChange *changes = way_change_set_get_changes (set, &n_changes);

  if (!self->is_watching)
    {
      self->is_stale = TRUE;
      return;
    }
  if (!is_light (self, changes, n_changes))
    {
      refresh (self);
      return;
    }

  for (guint i = 0; i < n_changes; i++)
    if (changes[i].before != NULL && changes[i].after != NULL)
      swap_record (self, &changes[i]);
  rows = get_rows (self);
  update_rows (self, rows);
}

static void
on_selection_changed (WayOutlineModel *self)
{
  if (self->entries->len > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->entries->len);
}

static void
on_sorter_changed (WayOutlineModel *self)
{
  refresh (self);
}

static GType
way_outline_model_get_item_type (GListModel *list)
{
  return WAY_TYPE_OUTLINE_ROW;
}

static guint
way_outline_model_get_n_items (GListModel *list)
{
  return WAY_OUTLINE_MODEL (list)->entries->len;
}

static gpointer
way_outline_model_get_item (GListModel *list, guint position)
{
  WayOutlineModel *self = WAY_OUTLINE_MODEL (list);
  WayOutlineRow *row;

  if (position >= self->entries->len)
    return NULL;

  row = g_hash_table_lookup (self->rows, get_id (self, position));
  if (row != NULL)
    return g_object_ref (row);

  row = way_outline_row_new (get_entry (self, position)->record);
  g_object_weak_ref (G_OBJECT (row), on_row_finalized, self);
  g_hash_table_insert (self->rows, g_memdup2 (get_id (self, position), sizeof (WayId)), row);
  return row;
}

static void
list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = way_outline_model_get_item_type;
  iface->get_n_items = way_outline_model_get_n_items;
  iface->get_item = way_outline_model_get_item;
}

static gboolean
way_outline_model_is_selected (GtkSelectionModel *model, guint position)
{
  WayOutlineModel *self = WAY_OUTLINE_MODEL (model);

  return self->selection != NULL && position < self->entries->len
         && way_selection_contains (self->selection, get_id (self, position));
}

static GtkBitset *
way_outline_model_get_selection_in_range (GtkSelectionModel *model, guint position, guint n_items)
{
  WayOutlineModel *self = WAY_OUTLINE_MODEL (model);
  GtkBitset *selected = gtk_bitset_new_empty ();
  guint end = MIN (self->entries->len, position + n_items);

  for (guint i = position; i < end && way_selection_get_count (self->selection) > 0; i++)
    if (way_outline_model_is_selected (model, i))
      gtk_bitset_add (selected, i);
  return selected;
}

/* What is selected already keeps its place, unless it is to go: the last one chosen is primary */
static gboolean
choose (WayOutlineModel *self, guint position, guint n_items, gboolean unselect_rest)
{
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (WayId));
  guint n_ids = 0;
  const WayId *ids = NULL;

  if (self->selection == NULL || position >= self->entries->len)
    return FALSE;

  n_items = MIN (n_items, self->entries->len - position);
  if (n_items == 1 && !unselect_rest)
    {
      way_selection_add (self->selection, get_id (self, position));
      return TRUE;
    }

  if (!unselect_rest)
    ids = way_selection_get_ids (self->selection, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    g_array_append_val (chosen, ids[i]);
  for (guint i = position; i < position + n_items; i++)
    if (unselect_rest || !way_selection_contains (self->selection, get_id (self, i)))
      g_array_append_vals (chosen, get_id (self, i), 1);
  way_selection_set (self->selection, (const WayId *)(gpointer)chosen->data, chosen->len);
  return TRUE;
}

static gboolean
way_outline_model_select_item (GtkSelectionModel *model, guint position, gboolean unselect_rest)
{
  return choose (WAY_OUTLINE_MODEL (model), position, 1, unselect_rest);
}

static gboolean
way_outline_model_select_range (GtkSelectionModel *model, guint position, guint n_items,
                                gboolean unselect_rest)
{
  return choose (WAY_OUTLINE_MODEL (model), position, n_items, unselect_rest);
}

static gboolean
way_outline_model_select_all (GtkSelectionModel *model)
{
  return choose (WAY_OUTLINE_MODEL (model), 0, G_MAXUINT, TRUE);
}

static gboolean
way_outline_model_unselect_item (GtkSelectionModel *model, guint position)
{
  WayOutlineModel *self = WAY_OUTLINE_MODEL (model);

  if (self->selection == NULL || position >= self->entries->len)
    return FALSE;
  way_selection_remove (self->selection, get_id (self, position));
  return TRUE;
}

static gboolean
way_outline_model_unselect_all (GtkSelectionModel *model)
{
  WayOutlineModel *self = WAY_OUTLINE_MODEL (model);

  if (self->selection == NULL)
    return FALSE;
  way_selection_select (self->selection, NULL);
  return TRUE;
}

static void
selection_iface_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = way_outline_model_is_selected;
  iface->get_selection_in_range = way_outline_model_get_selection_in_range;
  iface->select_item = way_outline_model_select_item;
  iface->select_range = way_outline_model_select_range;
  iface->select_all = way_outline_model_select_all;
  iface->unselect_item = way_outline_model_unselect_item;
  iface->unselect_all = way_outline_model_unselect_all;
}

static void
way_outline_model_dispose (GObject *object)
{
  WayOutlineModel *self = WAY_OUTLINE_MODEL (object);

  forget_rows (self);
  if (self->sorter != NULL)
    g_signal_handler_disconnect (self->sorter, self->sorter_handler);
  g_clear_object (&self->sorter);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->plan);
  g_clear_object (&self->selection);
  if (self->filter_destroy != NULL)
    g_clear_pointer (&self->filter_data, self->filter_destroy);
  G_OBJECT_CLASS (way_outline_model_parent_class)->dispose (object);
}

static void
way_outline_model_finalize (GObject *object)
{
  WayOutlineModel *self = WAY_OUTLINE_MODEL (object);

  g_array_unref (self->entries);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->folded_found);
  G_OBJECT_CLASS (way_outline_model_parent_class)->finalize (object);
}

static void
way_outline_model_class_init (WayOutlineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = way_outline_model_dispose;
  object_class->finalize = way_outline_model_finalize;
}

static void
way_outline_model_init (WayOutlineModel *self)
{
  self->most_rows = G_MAXUINT;
  self->entries = g_array_new (FALSE, FALSE, sizeof (WayOutlineEntry));
  self->rows = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, NULL);
  self->folded_found = g_hash_table_new_full (way_id_hash, way_id_equal, g_free, NULL);
  self->plan_signals = g_signal_group_new (WAY_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "changed", G_CALLBACK (on_plan_changed),
                                  self);
  self->selection_signals = g_signal_group_new (WAY_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (on_selection_changed), self);
}

WayOutlineModel *
way_outline_model_new (void)
{
  return g_object_new (WAY_TYPE_OUTLINE_MODEL, NULL);
}

void
way_outline_model_set_plan (WayOutlineModel *self, WayPlan *plan, WaySelection *selection)
{
  g_return_if_fail (WAY_IS_OUTLINE_MODEL (self));
  g_return_if_fail (plan == NULL || WAY_IS_PLAN (plan));

  g_set_object (&self->selection, selection);
  g_signal_group_set_target (self->selection_signals, selection);
  if (!g_set_object (&self->plan, plan))
    return;

  g_signal_group_set_target (self->plan_signals, plan);
  g_hash_table_remove_all (self->folded);
  g_hash_table_remove_all (self->folded_found);
  self->is_stale = TRUE;
  if (self->is_watching || plan == NULL)
    refresh (self);
}

WayPlan *
way_outline_model_get_plan (WayOutlineModel *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_MODEL (self), NULL);

  return self->plan;
}

void
way_outline_model_set_watching (WayOutlineModel *self, gboolean watching)
{
  g_return_if_fail (WAY_IS_OUTLINE_MODEL (self));

  self->is_watching = watching;
  if (watching && self->is_stale)
    refresh (self);
}

void
way_outline_model_set_most_rows (WayOutlineModel *self, guint most_rows)
{
  g_return_if_fail (WAY_IS_OUTLINE_MODEL (self));

  if (self->most_rows == most_rows)
    return;

  self->most_rows = most_rows;
  if (self->is_watching)
    refresh (self);
}

const WayOutlineEntry *
way_outline_model_get_entry (WayOutlineModel *self, guint position)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_MODEL (self), NULL);
  g_return_val_if_fail (position < self->entries->len, NULL);

  return get_entry (self, position);
}

guint
way_outline_model_find (WayOutlineModel *self, const WayId *id)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_MODEL (self), WAY_OUTLINE_NOWHERE);

  for (guint i = 0; i < self->entries->len; i++)
    if (way_id_equal (get_id (self, i), id))
      return i;
  return WAY_OUTLINE_NOWHERE;
}

void
way_outline_model_set_expanded (WayOutlineModel *self, const WayId *id, gboolean expanded)
{
  gboolean changed;

  g_return_if_fail (WAY_IS_OUTLINE_MODEL (self));

  if (expanded)
    changed = g_hash_table_remove (get_folded (self), id);
  else
    changed = g_hash_table_add (get_folded (self), g_memdup2 (id, sizeof *id));
  if (changed)
    refresh (self);
}

guint
way_outline_model_unfold_to (WayOutlineModel *self, const WayId *id)
{
  WayRecord *record;
  gboolean changed = FALSE;

  g_return_val_if_fail (WAY_IS_OUTLINE_MODEL (self), WAY_OUTLINE_NOWHERE);

  record = self->plan != NULL ? way_plan_lookup (self->plan, id) : NULL;
  while (record != NULL)
    {
      WayField field
          = way_record_get_kind (record) == WAY_KIND_GOAL ? WAY_GOAL_PARENT : WAY_MILESTONE_GOAL;
      const WayId *owner;

      if (way_record_get_kind (record) != WAY_KIND_GOAL
          && way_record_get_kind (record) != WAY_KIND_MILESTONE)
        break;
      owner = way_record_get_ref (record, field);
      if (owner == NULL)
        break;
      changed |= g_hash_table_remove (self->folded, owner);
      changed |= g_hash_table_remove (self->folded_found, owner);
      record = way_plan_lookup_kind (self->plan, WAY_KIND_GOAL, owner);
    }
  if (changed)
    refresh (self);
  return way_outline_model_find (self, id);
}

void
way_outline_model_set_filter (WayOutlineModel *self, WayOutlineFilterFunc filter,
                              gpointer user_data, GDestroyNotify destroy)
{
  g_return_if_fail (WAY_IS_OUTLINE_MODEL (self));

  if (self->filter_destroy != NULL)
    self->filter_destroy (self->filter_data);
  self->filter = filter;
  self->filter_data = user_data;
  self->filter_destroy = destroy;
  self->also = WAY_ID_NULL;
  g_hash_table_remove_all (self->folded_found);
  self->is_stale = TRUE;
  if (self->is_watching)
    refresh (self);
}

void
way_outline_model_list_also (WayOutlineModel *self, const WayId *id)
{
  g_return_if_fail (WAY_IS_OUTLINE_MODEL (self));
  g_return_if_fail (id != NULL);

  self->also = *id;
}

void
way_outline_model_set_sorter (WayOutlineModel *self, GtkSorter *sorter)
{
  g_return_if_fail (WAY_IS_OUTLINE_MODEL (self));
  g_return_if_fail (sorter == NULL || GTK_IS_SORTER (sorter));

  if (self->sorter != NULL)
    g_signal_handler_disconnect (self->sorter, self->sorter_handler);
  g_set_object (&self->sorter, sorter);
  if (sorter != NULL)
    self->sorter_handler
        = g_signal_connect_swapped (sorter, "changed", G_CALLBACK (on_sorter_changed), self);
  refresh (self);
}

gboolean
way_outline_model_is_sorted (WayOutlineModel *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_MODEL (self), FALSE);

  return has_order (self);
}
