/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan's goals and milestones as the rows of a tree: two passes over the records, whatever their
 * number, and no more memory than the rows take.
 */
#include "way-outline-tree.h"

#define DEEPEST G_MAXUINT16

/* The records of one kind by the goal that they are in: those of goal i are records[starts[i]] to
 * records[starts[i + 1] - 1], and after the goals come those that are in none */
typedef struct
{
  WayRecord **records;
  guint *starts;
} Shelves;

typedef struct
{
  const WayOutlineOrder *order;
  WayRecord *const *goals;
  guint n_goals;
  GHashTable *indexes; /* id of a goal to its index in goals, plus 1 */
  Shelves milestones;
  Shelves children;
  GArray *entries;
} Walk;

static void
clear_entry (gpointer data)
{
  way_record_unref (((WayOutlineEntry *)data)->record);
}

static void
shelves_clear (Shelves *self)
{
  g_free (self->records);
  g_free (self->starts);
}

static guint
find_owner (const Walk *walk, const WayRecord *record, WayField field)
{
  const WayId *owner = way_record_get_ref (record, field);
  guint index = owner != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (walk->indexes, owner)) : 0;

  return index > 0 ? index - 1 : walk->n_goals;
}

/* Which of @records are listed: 1 for each, 0 for the others */
static guint8 *
apply_filter (const Walk *walk, WayRecord *const *records, guint n_records)
{
  guint8 *listed = g_malloc (n_records + 1);

  for (guint i = 0; i < n_records; i++)
    listed[i]
        = walk->order->filter == NULL || walk->order->filter (records[i], walk->order->filter_data);
  return listed;
}

/* Lists a goal and those that it is in; @index may be that of no goal */
static void
list_upwards (const Walk *walk, guint8 *listed_goals, guint index)
{
  for (guint steps = 0; index < walk->n_goals && steps <= walk->n_goals; steps++)
    {
      listed_goals[index] = 1;
      index = find_owner (walk, walk->goals[index], WAY_GOAL_PARENT);
    }
}

static Shelves
fill_shelves (const Walk *walk, WayRecord *const *records, guint n_records, WayField field,
              const guint8 *listed)
{
  g_autofree guint *owners = g_new (guint, n_records + 1);
  g_autofree guint *next = NULL;
  Shelves shelves = { g_new (WayRecord *, n_records + 1), g_new0 (guint, walk->n_goals + 2) };

  for (guint i = 0; i < n_records; i++)
    if (listed[i])
      {
        owners[i] = find_owner (walk, records[i], field);
        shelves.starts[owners[i] + 1]++;
      }
  for (guint i = 0; i <= walk->n_goals; i++)
    shelves.starts[i + 1] += shelves.starts[i];

  next = g_memdup2 (shelves.starts, (walk->n_goals + 1) * sizeof *next);
  for (guint i = 0; i < n_records; i++)
    if (listed[i])
      shelves.records[next[owners[i]]++] = records[i];
  return shelves;
}

static void
sort_shelves (const Walk *walk, Shelves *shelves)
{
  if (walk->order->compare == NULL)
    return;

  for (guint i = 0; i <= walk->n_goals; i++)
    g_qsort_with_data (shelves->records + shelves->starts[i],
                       (int)(shelves->starts[i + 1] - shelves->starts[i]), sizeof *shelves->records,
                       walk->order->compare, walk->order->compare_data);
}

static guint
count (const Shelves *shelves, guint index)
{
  return shelves->starts[index + 1] - shelves->starts[index];
}

static void
append (Walk *walk, WayRecord *record, guint depth, gboolean has_children, gboolean is_expanded)
{
  WayOutlineEntry entry = { way_record_ref (record), (guint16)MIN (depth, DEEPEST),
                            (guint8)has_children, (guint8)is_expanded };

  g_array_append_val (walk->entries, entry);
}

static void
list_milestones (Walk *walk, guint index, guint depth)
{
  for (guint i = walk->milestones.starts[index]; i < walk->milestones.starts[index + 1]; i++)
    append (walk, walk->milestones.records[i], depth, FALSE, FALSE);
}

/* Goals of one owner that are yet to be listed */
typedef struct
{
  guint next;
  guint end;
} Level;

static void
begin_level (const Walk *walk, GArray *levels, guint owner)
{
  Level level = { walk->children.starts[owner], walk->children.starts[owner + 1] };

  g_array_append_val (levels, level);
}

/* The next goal of @levels, and after it what is in it */
static void
list_next_goal (Walk *walk, GArray *levels)
{
  Level *level = &g_array_index (levels, Level, levels->len - 1);
  guint depth = levels->len - 1;
  WayRecord *goal;
  const WayId *id;
  guint index;
  gboolean has_children, is_folded;

  if (level->next == level->end)
    {
      g_array_set_size (levels, levels->len - 1);
      return;
    }

  goal = walk->children.records[level->next++];
  id = way_record_get_id (goal);
  index = GPOINTER_TO_UINT (g_hash_table_lookup (walk->indexes, id)) - 1;
  has_children = count (&walk->milestones, index) + count (&walk->children, index) > 0;
  is_folded = walk->order->folded != NULL && g_hash_table_contains (walk->order->folded, id);

  append (walk, goal, depth, has_children, has_children && !is_folded);
  if (is_folded)
    return;
  list_milestones (walk, index, depth + 1);
  begin_level (walk, levels, index);
}

/* Without recursion: in a file goals may be part of one another as often as there are goals */
static void
list_goals (Walk *walk)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));

  begin_level (walk, levels, walk->n_goals);
  while (levels->len > 0)
    list_next_goal (walk, levels);
}

GArray *
way_outline_tree_list (WayPlan *plan, const WayOutlineOrder *order)
{
  Walk walk = { .order = order };
  guint n_milestones;
  WayRecord *const *milestones = way_plan_get_records (plan, WAY_KIND_MILESTONE, &n_milestones);
  g_autofree guint8 *listed_milestones = NULL;
  g_autofree guint8 *listed_goals = NULL;

  walk.goals = way_plan_get_records (plan, WAY_KIND_GOAL, &walk.n_goals);
  walk.indexes = g_hash_table_new (way_id_hash, way_id_equal);
  for (guint i = 0; i < walk.n_goals; i++)
    g_hash_table_insert (walk.indexes, (gpointer)way_record_get_id (walk.goals[i]),
                         GUINT_TO_POINTER (i + 1));

  listed_milestones = apply_filter (&walk, milestones, n_milestones);
  listed_goals = apply_filter (&walk, walk.goals, walk.n_goals);
  if (order->filter != NULL)
    {
      for (guint i = 0; i < n_milestones; i++)
        if (listed_milestones[i])
          list_upwards (&walk, listed_goals, find_owner (&walk, milestones[i], WAY_MILESTONE_GOAL));
      for (guint i = 0; i < walk.n_goals; i++)
        if (listed_goals[i])
          list_upwards (&walk, listed_goals, i);
    }

  walk.milestones
      = fill_shelves (&walk, milestones, n_milestones, WAY_MILESTONE_GOAL, listed_milestones);
  walk.children = fill_shelves (&walk, walk.goals, walk.n_goals, WAY_GOAL_PARENT, listed_goals);
  sort_shelves (&walk, &walk.milestones);
  sort_shelves (&walk, &walk.children);

  walk.entries
      = g_array_sized_new (FALSE, FALSE, sizeof (WayOutlineEntry), n_milestones + walk.n_goals);
  g_array_set_clear_func (walk.entries, clear_entry);
  list_goals (&walk);
  list_milestones (&walk, walk.n_goals, 0);

  shelves_clear (&walk.milestones);
  shelves_clear (&walk.children);
  g_hash_table_unref (walk.indexes);
  return walk.entries;
}
