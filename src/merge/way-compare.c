/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two plans, record by record and field by field.
 */
#include "way-compare.h"

static void
clear_difference (gpointer data)
{
  WayDifference *difference = data;

  g_clear_pointer (&difference->before, way_record_unref);
  g_clear_pointer (&difference->after, way_record_unref);
}

/* One of both may be NULL */
static void
add_difference (GArray *differences, WayField field, const WayRecord *before,
                const WayRecord *after)
{
  const WayRecord *either = before != NULL ? before : after;
  WayDifference difference;

  g_assert (either != NULL);

  difference = (WayDifference){
    .kind = way_record_get_kind (either),
    .id = *way_record_get_id (either),
    .field = field,
    .before = before != NULL ? way_record_ref (before) : NULL,
    .after = after != NULL ? way_record_ref (after) : NULL,
  };

  g_array_append_val (differences, difference);
}

static void
compare_records (GArray *differences, const WayRecord *before, const WayRecord *after)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (before));
  const WayField hidden[]
      = { WAY_FIELD_UNKNOWN_ATTRIBUTES (kind->kind), WAY_FIELD_UNKNOWN_CONTENT (kind->kind) };

  if (before == after)
    return;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!way_record_field_equal (before, after, kind->fields[i].field))
      add_difference (differences, kind->fields[i].field, before, after);

  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (!way_record_field_equal (before, after, hidden[i]))
      add_difference (differences, hidden[i], before, after);
}

/* A record whose id has come to be of another kind was removed there and added here. */
static const WayRecord *
find_counterpart (WayPlan *plan, const WayRecord *record)
{
  return way_plan_lookup_kind (plan, way_record_get_kind (record), way_record_get_id (record));
}

static void
compare_kind (GArray *differences, WayPlan *before, WayPlan *after, WayKind kind)
{
  guint count;
  WayRecord *const *records = way_plan_get_records (before, kind, &count);

  for (guint i = 0; i < count; i++)
    {
      const WayRecord *other = find_counterpart (after, records[i]);

      if (other != NULL)
        compare_records (differences, records[i], other);
      else
        add_difference (differences, WAY_FIELD_NONE, records[i], NULL);
    }

  records = way_plan_get_records (after, kind, &count);
  for (guint i = 0; i < count; i++)
    if (find_counterpart (before, records[i]) == NULL)
      add_difference (differences, WAY_FIELD_NONE, NULL, records[i]);
}

GArray *
way_compare_plans (WayPlan *before, WayPlan *after)
{
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (WayDifference));

  g_array_set_clear_func (differences, clear_difference);
  /* There is one plan record each, whatever the ids of the two. */
  compare_records (differences, way_plan_get_root (before), way_plan_get_root (after));
  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    compare_kind (differences, before, after, kind);

  return differences;
}
