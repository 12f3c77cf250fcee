/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Circles among goals and among dependencies, without recursion: a plan from a stranger may be
 * deep.
 */
#include "way-circle.h"

#include "way-dependency.h"

static WayRecord *
get_parent (WayPlan *plan, WayRecord *goal)
{
  const WayId *parent = way_record_get_ref (goal, WAY_GOAL_PARENT);

  return parent != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, parent) : NULL;
}

/* The goals from @goal up to where it comes round again */
static GPtrArray *
collect_goal_circle (WayPlan *plan, WayRecord *goal)
{
  GPtrArray *circle = g_ptr_array_new ();
  WayRecord *at = goal;

  do
    {
      g_ptr_array_add (circle, at);
      at = get_parent (plan, at);
    }
  while (at != goal);

  return circle;
}

GPtrArray *
way_find_goal_circle (WayPlan *plan)
{
  g_autoptr (GHashTable) walked = g_hash_table_new (NULL, NULL); /* goal to the walk that met it */
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < n_goals; i++)
    {
      gpointer walk = GUINT_TO_POINTER (i + 1);

      for (WayRecord *goal = goals[i]; goal != NULL; goal = get_parent (plan, goal))
        {
          gpointer met_by = g_hash_table_lookup (walked, goal);

          if (met_by == walk)
            return collect_goal_circle (plan, goal);
          if (met_by != NULL)
            break;
          g_hash_table_insert (walked, goal, walk);
        }
    }

  return NULL;
}

/* Milestones that have dependencies, numbered, and the arrows between them */
typedef struct
{
  GPtrArray *milestones;
  guint *first; /* of each milestone, into @heads; one more than there are milestones */
  guint *heads; /* where the arrows lead */
} Graph;

static guint
number_of (Graph *graph, GHashTable *numbers, WayRecord *milestone)
{
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, milestone, NULL, &number))
    return GPOINTER_TO_UINT (number);

  g_hash_table_insert (numbers, milestone, GUINT_TO_POINTER (graph->milestones->len));
  g_ptr_array_add (graph->milestones, milestone);

  return graph->milestones->len - 1;
}

static void
graph_init (Graph *graph, WayPlan *plan)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  guint n_dependencies;
  WayRecord *const *dependencies
      = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &n_dependencies);
  g_autofree guint *tails = g_new (guint, n_dependencies);
  g_autofree guint *heads = g_new (guint, n_dependencies);
  guint n_arrows = 0;

  graph->milestones = g_ptr_array_new ();
  for (guint i = 0; i < n_dependencies; i++)
    {
      WayRecord *tail, *head;

      if (!way_dependency_find_ends (plan, dependencies[i], &tail, &head))
        continue;

      tails[n_arrows] = number_of (graph, numbers, tail);
      heads[n_arrows] = number_of (graph, numbers, head);
      n_arrows++;
    }

  /* A counting sort by tail */
  graph->first = g_new0 (guint, graph->milestones->len + 2);
  graph->heads = g_new (guint, n_arrows);
  for (guint i = 0; i < n_arrows; i++)
    graph->first[tails[i] + 2]++;
  for (guint i = 2; i < graph->milestones->len + 2; i++)
    graph->first[i] += graph->first[i - 1];
  for (guint i = 0; i < n_arrows; i++)
    graph->heads[graph->first[tails[i] + 1]++] = heads[i];
}

static void
graph_clear (Graph *graph)
{
  g_ptr_array_unref (graph->milestones);
  g_free (graph->first);
  g_free (graph->heads);
}

/* What is left on the path when it comes back to @again */
static GPtrArray *
cut_circle (const Graph *graph, GArray *path, guint again)
{
  GPtrArray *circle = g_ptr_array_new ();
  guint i = path->len;

  while (g_array_index (path, guint, i - 1) != again)
    i--;
  for (i--; i < path->len; i++)
    g_ptr_array_add (circle, g_ptr_array_index (graph->milestones, g_array_index (path, guint, i)));

  return circle;
}

/* Walks in depth from @start; @next tells for each milestone which arrow is to be tried next */
static GPtrArray *
find_circle_from (const Graph *graph, guint start, guint *next, guint8 *on_path)
{
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (path, start);
  on_path[start] = TRUE;

  while (path->len > 0)
    {
      guint at = g_array_index (path, guint, path->len - 1);
      guint head;

      if (next[at] == graph->first[at + 1])
        {
          on_path[at] = FALSE;
          g_array_set_size (path, path->len - 1);
          continue;
        }

      head = graph->heads[next[at]++];
      if (on_path[head])
        return cut_circle (graph, path, head);
      if (next[head] == graph->first[head])
        {
          g_array_append_val (path, head);
          on_path[head] = TRUE;
        }
    }

  return NULL;
}

GPtrArray *
way_find_dependency_circle (WayPlan *plan)
{
  Graph graph;
  g_autofree guint *next = NULL;
  g_autofree guint8 *on_path = NULL;
  GPtrArray *circle = NULL;

  graph_init (&graph, plan);
  next = g_memdup2 (graph.first, sizeof (guint) * (graph.milestones->len + 1));
  on_path = g_new0 (guint8, graph.milestones->len);

  for (guint i = 0; i < graph.milestones->len && circle == NULL; i++)
    if (next[i] == graph.first[i])
      circle = find_circle_from (&graph, i, next, on_path);

  graph_clear (&graph);

  return circle;
}

typedef struct
{
  WayPlan *plan;
  GHashTable *came_from; /* milestone to the one before it */
  GQueue *waiting;
} Search;

static void
visit_successor (WayRecord *referrer, WayField field, gpointer user_data)
{
  Search *search = user_data;
  WayRecord *tail, *head;

  if (field != WAY_DEPENDENCY_FROM
      || !way_dependency_find_ends (search->plan, referrer, &tail, &head)
      || g_hash_table_contains (search->came_from, head))
    return;

  g_hash_table_insert (search->came_from, head, tail);
  g_queue_push_tail (search->waiting, head);
}

GPtrArray *
way_plan_find_dependency_path (WayPlan *plan, const WayId *from, const WayId *to)
{
  WayRecord *first = way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, from);
  WayRecord *last = way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, to);
  g_autoptr (GHashTable) came_from = g_hash_table_new (NULL, NULL);
  g_autoptr (GQueue) waiting = g_queue_new ();
  Search search = { plan, came_from, waiting };
  GPtrArray *path;

  if (first == NULL || last == NULL)
    return NULL;

  g_hash_table_insert (came_from, first, NULL);
  g_queue_push_tail (waiting, first);
  while (!g_hash_table_contains (came_from, last))
    {
      WayRecord *milestone = g_queue_pop_head (waiting);

      if (milestone == NULL)
        return NULL;
      way_plan_foreach_referrer (plan, way_record_get_id (milestone), visit_successor, &search);
    }

  path = g_ptr_array_new ();
  for (WayRecord *at = last; at != NULL; at = g_hash_table_lookup (came_from, at))
    g_ptr_array_insert (path, 0, at);

  return path;
}
