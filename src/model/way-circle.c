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

/* A search from one end, along the arrows or against them */
typedef struct
{
  WayPlan *plan;
  WayField near;       /* the end of a dependency at which this search comes to it */
  GHashTable *reached; /* milestone to the one it was reached from */
  GQueue *waiting;     /* reached, and not yet left */
  guint cost;          /* references looked at */
} Search;

static void
search_init (Search *self, WayPlan *plan, WayField near, WayRecord *start)
{
  *self = (Search){ plan, near, g_hash_table_new (NULL, NULL), g_queue_new (), 0 };
  g_hash_table_insert (self->reached, start, NULL);
  g_queue_push_tail (self->waiting, start);
}

static void
search_clear (Search *self)
{
  g_hash_table_unref (self->reached);
  g_queue_free (self->waiting);
}

static void
reach_neighbour (WayRecord *referrer, WayField field, gpointer user_data)
{
  Search *self = user_data;
  WayRecord *tail, *head, *here, *there;

  if (field != self->near || !way_dependency_find_ends (self->plan, referrer, &tail, &head))
    return;

  here = field == WAY_DEPENDENCY_FROM ? tail : head;
  there = field == WAY_DEPENDENCY_FROM ? head : tail;
  if (g_hash_table_contains (self->reached, there))
    return;

  g_hash_table_insert (self->reached, there, here);
  g_queue_push_tail (self->waiting, there);
}

/* What this search will have cost after its next step; without a next step it costs nothing to know
 * that it ends here */
static guint
get_next_cost (const Search *self)
{
  WayRecord *next = g_queue_peek_head (self->waiting);

  if (next == NULL)
    return 0;

  return self->cost + 1 + way_plan_get_n_referrers (self->plan, way_record_get_id (next));
}

static GPtrArray *
join_path (const Search *forward, const Search *backward, WayRecord *meeting)
{
  GPtrArray *path = g_ptr_array_new ();
  WayRecord *at;

  for (at = meeting; at != NULL; at = g_hash_table_lookup (forward->reached, at))
    g_ptr_array_add (path, at);

  for (guint i = 0; i < path->len / 2; i++)
    {
      gpointer *other = &path->pdata[path->len - 1 - i];

      at = path->pdata[i];
      path->pdata[i] = *other;
      *other = at;
    }

  at = meeting;
  while ((at = g_hash_table_lookup (backward->reached, at)) != NULL)
    g_ptr_array_add (path, at);

  return path;
}

/* Where both searches meet, NULL when one ends before. Each step is taken where it costs less: a
 * chain is then put together in any order in n log n steps, for of two pieces only the shorter one
 * is walked. */
static WayRecord *
find_meeting (Search *forward, Search *backward)
{
  for (;;)
    {
      guint forward_cost = get_next_cost (forward), backward_cost = get_next_cost (backward);
      gboolean goes_forward = forward_cost <= backward_cost;
      Search *search = goes_forward ? forward : backward;
      const Search *other = goes_forward ? backward : forward;
      WayRecord *milestone = g_queue_pop_head (search->waiting);

      if (milestone == NULL || g_hash_table_contains (other->reached, milestone))
        return milestone;

      search->cost = MIN (forward_cost, backward_cost);
      way_plan_foreach_referrer (search->plan, way_record_get_id (milestone), reach_neighbour,
                                 search);
    }
}

GPtrArray *
way_plan_find_dependency_path (WayPlan *plan, const WayId *from, const WayId *to)
{
  WayRecord *first = way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, from);
  WayRecord *last = way_plan_lookup_kind (plan, WAY_KIND_MILESTONE, to);
  WayRecord *meeting;
  Search forward, backward;
  GPtrArray *path;

  if (first == NULL || last == NULL)
    return NULL;

  search_init (&forward, plan, WAY_DEPENDENCY_FROM, first);
  search_init (&backward, plan, WAY_DEPENDENCY_TO, last);
  meeting = find_meeting (&forward, &backward);
  path = meeting != NULL ? join_path (&forward, &backward, meeting) : NULL;
  search_clear (&forward);
  search_clear (&backward);

  return path;
}
