/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Records by kind in canonical order, and by id.
 */
#include "way-plan-private.h"

#include "way-record-builder.h"
#include "way-record-private.h"
#include "way-record-set.h"
#include "way-references.h"

struct _WayPlan
{
  GObject parent_instance;

  WayRecord *root;
  GPtrArray *records[WAY_N_KINDS]; /* that of WAY_KIND_PLAN stays empty */
  gboolean sorted[WAY_N_KINDS];
  gboolean shared[WAY_N_KINDS]; /* whether a snapshot may hold the array as well */
  guint replaced[WAY_N_KINDS];  /* where a record was replaced last */
  WayRecordSet by_id;
  WayReferences *references; /* NULL until somebody asks */
};

G_DEFINE_FINAL_TYPE (WayPlan, way_plan, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static int
compare_pointers (gconstpointer a, gconstpointer b)
{
  return way_record_compare (*(WayRecord *const *)a, *(WayRecord *const *)b);
}

static GPtrArray *
sorted_records (WayPlan *self, WayKind kind)
{
  if (!self->sorted[kind])
    {
      g_ptr_array_sort (self->records[kind], compare_pointers);
      self->sorted[kind] = TRUE;
    }

  return self->records[kind];
}

static gpointer
copy_reference (gconstpointer record, gpointer user_data)
{
  return way_record_ref (record);
}

/* An array that no snapshot sees */
static GPtrArray *
own_records (WayPlan *self, WayKind kind)
{
  GPtrArray *records = self->records[kind];

  if (!self->shared[kind])
    return records;

  self->records[kind] = g_ptr_array_copy (records, copy_reference, NULL);
  self->shared[kind] = FALSE;
  g_ptr_array_unref (records);

  return self->records[kind];
}

static GPtrArray *
own_sorted_records (WayPlan *self, WayKind kind)
{
  own_records (self, kind);

  return sorted_records (self, kind);
}

/* The index of the first record that does not come before @record */
static guint
find_place (GPtrArray *records, const WayRecord *record)
{
  guint low = 0, high = records->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (way_record_compare (g_ptr_array_index (records, middle), record) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

#define NEARBY 32

static gboolean
is_at (GPtrArray *records, guint place, const WayRecord *record)
{
  return place < records->len && g_ptr_array_index (records, place) == record;
}

/* The index of @record, which is there. Who edits many goes through them in their order, or back
 * again; so it is looked for to both sides of the last one first, by address, before others are
 * compared. */
static guint
find_present (GPtrArray *records, const WayRecord *record, guint last)
{
  for (guint i = 0; i < NEARBY; i++)
    {
      if (is_at (records, last + i, record))
        return last + i;
      if (is_at (records, last - i, record)) /* below 0 it is beyond the end, too */
        return last - i;
    }

  return find_place (records, record);
}

static void
set_root (WayPlan *self, WayRecord *root)
{
  WayRecord *old = self->root;

  if (old != NULL)
    way_record_set_remove (&self->by_id, &old->id);
  self->root = way_record_ref (root);
  way_record_set_add (&self->by_id, self->root);
  g_clear_pointer (&old, way_record_unref);
}

static void
insert_record (WayPlan *self, WayRecord *record)
{
  GPtrArray *records = own_sorted_records (self, record->kind);

  g_ptr_array_insert (records, (int)find_place (records, record), way_record_ref (record));
  way_record_set_add (&self->by_id, record);
}

static void
remove_record (WayPlan *self, WayRecord *record)
{
  GPtrArray *records = own_sorted_records (self, record->kind);

  way_record_set_remove (&self->by_id, &record->id);
  g_ptr_array_remove_index (records, find_place (records, record));
}

/* Puts one record in the place of another of the same kind and id, which @by_id leads to */
static void
replace_record (WayPlan *self, WayRecord **by_id, WayRecord *after)
{
  WayRecord *before = *by_id;
  GPtrArray *records = own_sorted_records (self, before->kind);
  guint place = find_present (records, before, self->replaced[before->kind]);

  if (way_record_compare (before, after) != 0)
    {
      g_autoptr (WayRecord) kept = way_record_ref (before);

      remove_record (self, kept);
      insert_record (self, after);
      return;
    }

  self->replaced[before->kind] = place;
  *by_id = after;
  g_ptr_array_index (records, place) = way_record_ref (after);
  way_record_unref (before);
}

static void
way_plan_finalize (GObject *object)
{
  WayPlan *self = WAY_PLAN (object);

  g_clear_pointer (&self->references, way_references_free);
  way_record_set_clear (&self->by_id);
  for (guint i = 0; i < WAY_N_KINDS; i++)
    g_clear_pointer (&self->records[i], g_ptr_array_unref);
  g_clear_pointer (&self->root, way_record_unref);

  G_OBJECT_CLASS (way_plan_parent_class)->finalize (object);
}

static void
way_plan_class_init (WayPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = way_plan_finalize;

  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, WAY_TYPE_CHANGE_SET);
}

static void
way_plan_init (WayPlan *self)
{
  way_record_set_init (&self->by_id);
  for (guint i = 0; i < WAY_N_KINDS; i++)
    {
      self->records[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
      self->sorted[i] = TRUE;
    }
}

WayPlan *
way_plan_new (const WayId *id)
{
  WayPlan *self = g_object_new (WAY_TYPE_PLAN, NULL);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) root = NULL;
  WayId fresh = id != NULL ? *id : way_id_new ();

  way_record_builder_start (builder, WAY_KIND_PLAN, &fresh);
  root = way_record_builder_end (builder);
  set_root (self, root);

  return self;
}

WayRecord *
way_plan_get_root (WayPlan *self)
{
  g_return_val_if_fail (WAY_IS_PLAN (self), NULL);

  return self->root;
}

const WayId *
way_plan_get_id (WayPlan *self)
{
  g_return_val_if_fail (WAY_IS_PLAN (self), NULL);

  return &self->root->id;
}

WayRecord *
way_plan_lookup (WayPlan *self, const WayId *id)
{
  g_return_val_if_fail (WAY_IS_PLAN (self), NULL);

  return way_record_set_lookup (&self->by_id, id);
}

void
way_plan_lookup_all (WayPlan *self, const WayId *ids, guint n_ids, WayRecord **found)
{
  for (guint i = 0; i < n_ids; i += WAY_RECORD_SET_BATCH)
    way_record_set_lookup_all (&self->by_id, &ids[i], MIN (n_ids - i, WAY_RECORD_SET_BATCH),
                               &found[i]);
}

WayRecord *
way_plan_lookup_kind (WayPlan *self, WayKind kind, const WayId *id)
{
  WayRecord *record = way_plan_lookup (self, id);

  return record != NULL && record->kind == kind ? record : NULL;
}

guint
way_plan_get_count (WayPlan *self, WayKind kind)
{
  g_return_val_if_fail (WAY_IS_PLAN (self) && kind < WAY_N_KINDS, 0);

  return kind == WAY_KIND_PLAN ? 1 : self->records[kind]->len;
}

WayRecord *const *
way_plan_get_records (WayPlan *self, WayKind kind, guint *n_records)
{
  GPtrArray *records;

  g_return_val_if_fail (WAY_IS_PLAN (self) && kind < WAY_N_KINDS, NULL);

  if (kind == WAY_KIND_PLAN)
    {
      *n_records = 1;
      return &self->root;
    }

  records = sorted_records (self, kind);
  *n_records = records->len;

  return (WayRecord *const *)records->pdata;
}

GPtrArray *
way_plan_share_records (WayPlan *self, WayKind kind)
{
  GPtrArray *records;

  if (kind == WAY_KIND_PLAN)
    {
      records = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
      g_ptr_array_add (records, way_record_ref (self->root));
      return records;
    }

  self->shared[kind] = TRUE;

  return g_ptr_array_ref (sorted_records (self, kind));
}

static WayReferences *
get_references (WayPlan *self)
{
  if (self->references != NULL)
    return self->references;

  self->references = way_references_new ();
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    for (guint i = 0; i < self->records[kind]->len; i++)
      way_references_add (self->references, g_ptr_array_index (self->records[kind], i));

  return self->references;
}

typedef struct
{
  WayPlan *plan;
  WayReferrerFunc func;
  gpointer user_data;
} ForeachReferrer;

static void
on_reference (const WayId *referrer, WayField field, gpointer user_data)
{
  const ForeachReferrer *foreach = user_data;

  foreach
    ->func (way_plan_lookup (foreach->plan, referrer), field, foreach->user_data);
}

void
way_plan_foreach_referrer (WayPlan *self, const WayId *id, WayReferrerFunc func, gpointer user_data)
{
  ForeachReferrer foreach = { self, func, user_data };

  g_return_if_fail (WAY_IS_PLAN (self));

  way_references_foreach (get_references (self), id, on_reference, &foreach);
}

guint
way_plan_get_n_referrers (WayPlan *self, const WayId *id)
{
  g_return_val_if_fail (WAY_IS_PLAN (self), 0);

  return way_references_count (get_references (self), id);
}

typedef struct
{
  WayField field;
  GPtrArray *found;
} Collect;

static void
collect_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
  const Collect *collect = user_data;

  if (field == collect->field)
    g_ptr_array_add (collect->found, referrer);
}

GPtrArray *
way_plan_get_referrers (WayPlan *self, const WayId *id, WayField field)
{
  Collect collect = { field, g_ptr_array_new () };

  way_plan_foreach_referrer (self, id, collect_referrer, &collect);
  g_ptr_array_sort (collect.found, compare_pointers);

  return collect.found;
}

void
way_plan_expect_records (WayPlan *self, guint n_records)
{
  way_record_set_reserve (&self->by_id, n_records);
}

void
way_plan_expect_loaded (WayPlan *self, const WayId *id)
{
  way_record_set_prefetch (&self->by_id, id);
}

gboolean
way_plan_add_loaded (WayPlan *self, WayRecord *record)
{
  g_autoptr (WayRecord) owned = record;
  GPtrArray *records;

  g_return_val_if_fail (WAY_IS_PLAN (self), FALSE);

  if (record->kind == WAY_KIND_PLAN)
    {
      WayRecord *other = way_plan_lookup (self, &record->id);

      if (other != NULL && other != self->root)
        return FALSE;
      set_root (self, record);
      return TRUE;
    }

  if (!way_record_set_add (&self->by_id, record))
    return FALSE;

  records = own_records (self, record->kind);
  if (records->len > 0
      && way_record_compare (g_ptr_array_index (records, records->len - 1), record) > 0)
    self->sorted[record->kind] = FALSE;
  g_ptr_array_add (records, g_steal_pointer (&owned));

  return TRUE;
}

gboolean
way_plan_apply (WayPlan *self, const WayChange *change)
{
  WayRecord *before = change->before, *after = change->after;
  WayRecord **by_id;

  g_return_val_if_fail (WAY_IS_PLAN (self), FALSE);

  by_id = way_record_set_find (&self->by_id, way_change_get_id (change));
  g_return_val_if_fail ((by_id != NULL ? *by_id : NULL) == before, FALSE);

  if (self->references != NULL)
    way_references_update (self->references, before, after);

  if (before == NULL)
    insert_record (self, after);
  else if (before == self->root)
    set_root (self, after);
  else if (after == NULL)
    remove_record (self, before);
  else
    replace_record (self, by_id, after);

  return TRUE;
}

void
way_plan_expect_change (WayPlan *self, const WayChange *change)
{
  way_record_set_prefetch (&self->by_id, way_change_get_id (change));
}

void
way_plan_emit_changed (WayPlan *self, WayChangeSet *changes)
{
  g_return_if_fail (WAY_IS_PLAN (self));

  g_signal_emit (self, signals[CHANGED], 0, changes);
}

#define DAYS_IN_LONGEST_DATE 366

typedef struct
{
  WayDay first;
  WayDay last;
} Span;

static void
extend_span (Span *span, const WayRecord *record, WayField field)
{
  WayDate date = way_record_get_date (record, field);
  WayDay earliest = way_date_get_earliest (date);

  if (date == WAY_DATE_NONE)
    return;

  span->first = MIN (span->first, earliest);
  /* Where a month or year ends takes a calendar to know, and rarely matters */
  if (earliest > span->last - DAYS_IN_LONGEST_DATE)
    span->last = MAX (span->last, way_date_get_latest (date));
}

gboolean
way_plan_get_span (WayPlan *self, WayDay *first, WayDay *last)
{
  static const struct
  {
    WayField start;
    WayField end;
  } fields[] = { { WAY_GOAL_START, WAY_GOAL_DUE }, { WAY_MILESTONE_START, WAY_MILESTONE_END } };
  Span span = { WAY_DAY_MAX + 1, WAY_DAY_MIN - 1 };

  g_return_val_if_fail (WAY_IS_PLAN (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      GPtrArray *records = self->records[WAY_FIELD_KIND (fields[i].start)];

      for (guint j = 0; j < records->len; j++)
        {
          extend_span (&span, g_ptr_array_index (records, j), fields[i].start);
          extend_span (&span, g_ptr_array_index (records, j), fields[i].end);
        }
    }

  if (span.first > span.last)
    return FALSE;

  *first = span.first;
  *last = span.last;

  return TRUE;
}
