/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Moving milestones later that have become too early for what they wait for.
 */
#include "way-push.h"

#include "way-dependency.h"
#include "way-milestone-commands.h"

/* A partial date is rounded to its unit when it moves, after which a little may be missing again.
 */
#define MAX_TRIES 3

typedef struct
{
  WayEditGroup *group;
  WayPlan *plan;
  WaySchedule *schedule;
  GHashTable *named; /* set of dependencies that are to hold although they did not before */
  GHashTable *moved; /* set of milestones that stay where they are */
  GTree *waiting;    /* WayId by place: what a push may have reached, the first in order first */
  WayPushResult result;
} Push;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  guint first = GPOINTER_TO_UINT (a), second = GPOINTER_TO_UINT (b);

  return first < second ? -1 : first > second;
}

static GHashTable *
make_set (const WayId *ids, guint n_ids)
{
  GHashTable *set = g_hash_table_new (way_id_hash, way_id_equal);

  for (guint i = 0; i < n_ids; i++)
    g_hash_table_add (set, (gpointer)&ids[i]);

  return set;
}

/* Whether the successor has to see to it that @dependency holds */
static gboolean
is_to_hold (Push *self, const WayRecord *dependency)
{
  const WayId *id = way_record_get_id (dependency);

  return way_schedule_holds (self->schedule, id) || g_hash_table_contains (self->named, id);
}

/* By how many days a milestone is too early for what it is to wait for */
static int
get_days_missing (Push *self, const WayId *milestone)
{
  g_autoptr (GPtrArray) dependencies
      = way_plan_get_referrers (self->plan, milestone, WAY_DEPENDENCY_TO);
  int missing = 0;

  for (guint i = 0; i < dependencies->len; i++)
    if (is_to_hold (self, dependencies->pdata[i]))
      missing = MAX (missing, way_dependency_get_days_missing (self->plan, dependencies->pdata[i]));

  return missing;
}

/* Has a look at the successor later; the places that grow bring it to an end even where a file has
 * brought a circle */
static void
await_successor (Push *self, const WayRecord *dependency)
{
  WayRecord *from, *to;
  guint place;

  if (!way_dependency_find_ends (self->plan, dependency, &from, &to)
      || g_hash_table_contains (self->moved, way_record_get_id (to)))
    return;

  place = way_schedule_get_place (self->schedule, way_record_get_id (to));
  if (place > way_schedule_get_place (self->schedule, way_record_get_id (from))
      && g_tree_lookup (self->waiting, GUINT_TO_POINTER (place)) == NULL)
    g_tree_insert (self->waiting, GUINT_TO_POINTER (place),
                   g_memdup2 (way_record_get_id (to), sizeof (WayId)));
}

static void
await_successors (Push *self, const WayId *milestone)
{
  g_autoptr (GPtrArray) dependencies
      = way_plan_get_referrers (self->plan, milestone, WAY_DEPENDENCY_FROM);

  for (guint i = 0; i < dependencies->len; i++)
    if (is_to_hold (self, dependencies->pdata[i])
        && way_dependency_get_days_missing (self->plan, dependencies->pdata[i]) > 0)
      await_successor (self, dependencies->pdata[i]);
}

static gboolean
push_milestone (Push *self, const WayId *id, GError **error)
{
  int missing = get_days_missing (self, id);

  if (missing == 0)
    return TRUE;

  if (way_milestone_is_settled (way_plan_lookup (self->plan, id)))
    {
      self->result.n_kept++;
      return TRUE;
    }

  for (guint i = 0; missing > 0 && i < MAX_TRIES; i++)
    {
      if (!way_milestone_move (self->group, id, missing, error))
        return FALSE;
      missing = get_days_missing (self, id);
    }

  self->result.n_pushed++;
  await_successors (self, id);

  return TRUE;
}

gboolean
way_push_repair (WayEditGroup *group, WaySchedule *schedule, const WayId *dependencies,
                 guint n_dependencies, const WayId *moved, guint n_moved, WayPushResult *result,
                 GError **error)
{
  g_autoptr (GHashTable) named_set = make_set (dependencies, n_dependencies);
  g_autoptr (GHashTable) moved_set = make_set (moved, n_moved);
  g_autoptr (GTree) waiting
      = g_tree_new_full ((GCompareDataFunc)(void (*) (void))compare_places, NULL, NULL, g_free);
  Push push = { .group = group,
                .plan = way_edit_group_get_plan (group),
                .schedule = schedule,
                .named = named_set,
                .moved = moved_set,
                .waiting = waiting };
  GTreeNode *first;

  for (guint i = 0; i < n_dependencies; i++)
    {
      WayRecord *dependency
          = way_plan_lookup_kind (push.plan, WAY_KIND_DEPENDENCY, &dependencies[i]);

      if (dependency != NULL)
        await_successor (&push, dependency);
    }

  while ((first = g_tree_node_first (waiting)) != NULL)
    {
      WayId id = *(const WayId *)g_tree_node_value (first);

      g_tree_remove (waiting, g_tree_node_key (first));
      if (!push_milestone (&push, &id, error))
        return FALSE;
    }

  *result = push.result;

  return TRUE;
}

#define BATCH 64

/* Adds those to @early that are too early for a dependency. They lie anywhere in memory, and are
 * looked up together. */
static void
collect_early (WayPlan *plan, const WayId *dependencies, guint n_dependencies, GHashTable *early)
{
  WayRecord *found[BATCH], *from[BATCH], *to[BATCH];
  WayId from_ids[BATCH], to_ids[BATCH];
  guint n = 0;

  way_plan_lookup_all (plan, dependencies, n_dependencies, found);
  for (guint i = 0; i < n_dependencies; i++)
    {
      WayRecord *dependency = found[i];
      const WayId *from_id, *to_id;

      if (dependency == NULL || way_record_get_kind (dependency) != WAY_KIND_DEPENDENCY)
        continue;

      from_id = way_record_get_ref (dependency, WAY_DEPENDENCY_FROM);
      to_id = way_record_get_ref (dependency, WAY_DEPENDENCY_TO);
      if (from_id == NULL || to_id == NULL)
        continue;

      found[n] = dependency;
      from_ids[n] = *from_id;
      to_ids[n++] = *to_id;
    }

  way_plan_lookup_all (plan, from_ids, n, from);
  way_plan_lookup_all (plan, to_ids, n, to);
  for (guint i = 0; i < n; i++)
    if (way_dependency_count_days_missing (found[i], from[i], to[i]) > 0
        && !way_milestone_is_settled (to[i]))
      g_hash_table_add (early, to[i]);
}

guint
way_push_count_early (WayPlan *plan, const WayId *dependencies, guint n_dependencies)
{
  g_autoptr (GHashTable) early = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n_dependencies; i += BATCH)
    collect_early (plan, &dependencies[i], MIN (BATCH, n_dependencies - i), early);

  return g_hash_table_size (early);
}
