/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Dependencies as arrows: which way they take between the bars.
 */
#include "way-link.h"

#include "way-dependency.h"
#include "way-layout-private.h"

#include <math.h>

#define STUB 12.0         /* pixels that an arrow likes to have before the edge it enters */
#define SHORT_STUB 7.0    /* and what it can make do with */
#define INSET 9.0         /* from a bar's end to where an arrow leaves it */
#define PROBE 2.0         /* half the width of what has to be free along an arrow */
#define ROWS_LOOKED_AT 40 /* of one segment; a longer one is not looked at */
#define MAX_ROUTES 8      /* that are compared for one arrow */
#define ASIDE 160.0       /* pixels that a way may lead aside where all of these go through bars */
#define LITTLE_ASIDE                                                                               \
  40.0                 /* and where they go through labels, which stand on grounds of their own */
#define MAX_BETWEEN 64 /* items and labels that such a way leads around */
#define MAX_LINKS 160  /* that are drawn at once in a tangled plan: more are a scribble */
#define TANGLED 2000   /* dependencies of a plan from which on each takes its plainest way */
#define REACH 800.0    /* pixels; arrows of a tangled plan that go further are a scribble, too */
#define HIT_COST 10
#define OUTSIDE 40.0 /* pixels beyond what is in sight that arrows are kept within */
#define BROKEN_WIDTH 2.0
#define CRITICAL_WIDTH 2.5

/* What an arrow is tied to */
typedef struct
{
  const WayItem *item;
  WayRect rect;
  double middle;
  double above; /* between its row and the one above, where nothing is */
  double below;
  gboolean is_pointed; /* a diamond, which is left and entered at its tips */
} End;

static gboolean
init_end (End *end, WayLayout *layout, WayScale scale, const WayRecord *dependency, WayField field)
{
  const WayId *id = way_record_get_ref (dependency, field);
  const WayLaneRows *rows;

  end->item = id != NULL ? way_layout_find_item (layout, id) : NULL;
  if (end->item == NULL)
    return FALSE;

  rows = way_layout_get_rows (layout, end->item->lane);
  if (rows->lane.folded)
    return FALSE;

  end->rect = way_layout_get_item_rect (layout, end->item, scale);
  end->middle = round (end->rect.y + end->rect.height / 2) + 0.5;
  end->above
      = round (way_lane_rows_get_row_y (rows, layout, end->item->row) - rows->lane.row_height / 2)
        + 0.5;
  end->below = end->above + rows->lane.row_height;
  end->is_pointed = end->item->shape == WAY_SHAPE_POINT;

  return TRUE;
}

/* Where an arrow meets the top or foot of a bar near one of its ends */
static double
get_contact_x (const End *end, gboolean at_finish)
{
  double inset = MIN (INSET, end->rect.width / 2);

  if (end->is_pointed)
    return way_pixel (end->rect.x + end->rect.width / 2) + 0.5;

  if (end->item->shape == WAY_SHAPE_DEADLINE)
    return way_pixel (end->rect.x) + 0.5;

  return way_pixel (at_finish ? end->rect.x + end->rect.width - inset : end->rect.x + inset) + 0.5;
}

static double
get_contact_y (const End *end, gboolean at_top)
{
  if (end->is_pointed)
    return floor (end->middle) + (at_top ? -1 : 1) * end->rect.width / 2;

  return at_top ? end->rect.y : end->rect.y + end->rect.height;
}

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  WayRect probe;
  const WayRecord *from;
  const WayRecord *to;
  gboolean minds_labels;
  guint n_hits;
  guint enough; /* as soon as there are so many, how many more does not matter */
} Probe;

static void
try_hit (Probe *probe, WayRect area)
{
  probe->n_hits += way_rect_intersects (&area, &probe->probe);
}

static gboolean
on_item_probe (const WayItem *item, gpointer user_data)
{
  Probe *probe = user_data;

  if (item->record != probe->from && item->record != probe->to)
    try_hit (probe, way_layout_get_item_rect (probe->layout, item, probe->scale));

  if (probe->minds_labels && item->label_place != WAY_LABEL_INSIDE)
    {
      WayRect label = way_layout_get_label_rect (probe->layout, item, probe->scale);

      if (label.width > 0)
        try_hit (probe, label);
    }

  return probe->n_hits < probe->enough;
}

/* How many items and labels @route goes through; @enough or more when that many are reached */
static guint
count_hits (Probe *probe, const WayRoute *route, guint enough)
{
  double row_height = way_layout_get_metrics (probe->layout)->row_height;

  probe->n_hits = 0;
  probe->enough = enough;

  for (guint i = 0; i + 1 < route->n_points && probe->n_hits < enough; i++)
    {
      WayPoint a = route->points[i];
      WayPoint b = route->points[i + 1];
      int n_rows = (int)(fabs (b.y - a.y) / row_height) + 1;

      if (n_rows > ROWS_LOOKED_AT)
        continue;

      probe->probe = (WayRect){ MIN (a.x, b.x) - PROBE, MIN (a.y, b.y) - PROBE,
                                fabs (b.x - a.x) + 2 * PROBE, fabs (b.y - a.y) + 2 * PROBE };
      way_layout_foreach_visible (probe->layout, probe->scale, &probe->probe, on_item_probe, probe);
    }

  return probe->n_hits;
}

typedef struct
{
  WayRoute routes[MAX_ROUTES];
  guint n_routes;
} Routes;

static void
add_route (Routes *self, const WayPoint *points, guint n_points)
{
  WayRoute *route = &self->routes[self->n_routes++];

  memcpy (route->points, points, n_points * sizeof (WayPoint));
  route->n_points = n_points;
}

/* The ways worth trying, the plainest first: leave at @out, go over a gap between rows, enter at
 * the side or from above or below. */
static void
list_routes (Routes *self, const End *from, const End *to, gboolean from_finish, gboolean to_finish)
{
  gboolean goes_down = to->middle > from->middle;
  gboolean same_row = to->middle == from->middle;
  double from_right = from->rect.x + from->rect.width;
  double x = get_contact_x (from, from_finish);
  WayPoint out = { x, get_contact_y (from, !goes_down && !same_row) };
  WayPoint side = { to_finish ? to->rect.x + to->rect.width : to->rect.x, to->middle };
  WayPoint top = { get_contact_x (to, to_finish), get_contact_y (to, goes_down && !same_row) };
  double stub_x = way_pixel (to_finish ? side.x + STUB : side.x - STUB) + 0.5;
  double gaps[] = { goes_down || same_row ? from->below : from->above,
                    goes_down && !same_row ? to->above : to->below };

  self->n_routes = 0;

  /* straight on, in the row */
  if (same_row && from_finish && !to_finish && side.x > from_right)
    add_route (self, (WayPoint[]){ { from_right, from->middle }, side }, 2);

  /* straight down or up */
  if (!same_row && !to->is_pointed && x >= to->rect.x + SHORT_STUB / 2
      && x <= to->rect.x + to->rect.width / 2)
    add_route (self, (WayPoint[]){ out, { x, top.y } }, 2);

  /* one corner */
  if (!same_row && !to_finish && x <= side.x - SHORT_STUB)
    add_route (self, (WayPoint[]){ out, { x, side.y }, side }, 3);

  for (guint i = 0; i < G_N_ELEMENTS (gaps); i++)
    add_route (self,
               (WayPoint[]){ out, { x, gaps[i] }, { stub_x, gaps[i] }, { stub_x, side.y }, side },
               5);

  /* not at the left, where something is in the way */
  for (guint i = 0; !same_row && i < G_N_ELEMENTS (gaps); i++)
    add_route (self, (WayPoint[]){ out, { x, gaps[i] }, { top.x, gaps[i] }, top }, 4);
}

/* Nearer to the range between two bounds, by whole dashes, so that those stay where they are */
static double
pull (double value, double low, double high)
{
  const double step = WAY_DASH + WAY_DASH_GAP;

  if (value < low)
    return value + floor ((low - value) / step) * step;
  if (value > high)
    return value - floor ((value - high) / step) * step;

  return value;
}

/* Cairo takes its time over lines of a million pixels. Arrows run along the axes, so that what is
 * seen stays as it is when points far outside come nearer. */
static void
keep_near (WayRoute *route, const WayRect *area)
{
  for (guint i = 0; i < route->n_points; i++)
    {
      WayPoint *point = &route->points[i];

      point->x = pull (point->x, area->x - OUTSIDE, area->x + area->width + OUTSIDE);
      point->y = pull (point->y, area->y - OUTSIDE, area->y + area->height + OUTSIDE);
    }
}

gboolean
way_link_is_tangled (WayLayout *layout)
{
  return way_plan_get_count (layout->plan, WAY_KIND_DEPENDENCY) > TANGLED;
}

gboolean
way_layout_edits_move_arrows (WayLayout *self)
{
  return way_plan_get_count (self->plan, WAY_KIND_DEPENDENCY) > 0 && !way_link_is_tangled (self);
}

/* Where one can go from row to row between two ends */
typedef struct
{
  WayLayout *layout;
  WayScale scale;
  gboolean minds_labels;
  double aside;
  WayRect area;
  WaySpan taken[MAX_BETWEEN];
  guint n_taken;
} Passage;

static gboolean
take (Passage *self, WayRect rect)
{
  if (!way_rect_intersects (&rect, &self->area))
    return TRUE;
  if (self->n_taken == MAX_BETWEEN)
    return FALSE;

  self->taken[self->n_taken++] = (WaySpan){ way_pixel (rect.x - PROBE) - 0.5,
                                            way_pixel (rect.x + rect.width + PROBE) + 0.5 };

  return TRUE;
}

static gboolean
on_item_between (const WayItem *item, gpointer user_data)
{
  Passage *self = user_data;
  WayRect label = way_layout_get_label_rect (self->layout, item, self->scale);

  if (!take (self, way_layout_get_item_rect (self->layout, item, self->scale)))
    return FALSE;

  return !self->minds_labels || item->label_place == WAY_LABEL_INSIDE || label.width <= 0
         || take (self, label);
}

static gboolean
is_passable (const Passage *self, double x)
{
  if (x < self->area.x || x > self->area.x + self->area.width)
    return FALSE;

  for (guint i = 0; i < self->n_taken; i++)
    if (x > self->taken[i].left && x < self->taken[i].right)
      return FALSE;

  return TRUE;
}

/* The x on which to get from @from to @to by the shortest way; a free one is beside something, for
 * else it would be straight ahead. G_MAXDOUBLE where there is none. */
static double
find_passage (Passage *self, double from, double to)
{
  double best = G_MAXDOUBLE;
  double shortest = G_MAXDOUBLE;

  self->n_taken = 0;
  if (self->area.height / way_layout_get_metrics (self->layout)->row_height > ROWS_LOOKED_AT)
    return best;

  way_layout_foreach_visible (self->layout, self->scale, &self->area, on_item_between, self);
  if (self->n_taken == MAX_BETWEEN)
    return best;

  for (guint i = 0; i < self->n_taken; i++)
    {
      double sides[] = { self->taken[i].left, self->taken[i].right };

      for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          double length = fabs (sides[j] - from) + fabs (sides[j] - to);

          if (length >= shortest || !is_passable (self, sides[j]))
            continue;
          shortest = length;
          best = sides[j];
        }
    }

  return best;
}

/* Over the gap beside @from to where one can pass, and beside @to in at its side or from above or
 * below */
static void
list_detours (Routes *self, Passage *passage, const End *from, const End *to,
              WayDependencyEnds ends)
{
  gboolean goes_down = to->middle > from->middle;
  double x = get_contact_x (from, ends.from_finish);
  WayPoint out = { x, get_contact_y (from, !goes_down) };
  WayPoint side = { ends.to_finish ? to->rect.x + to->rect.width : to->rect.x, to->middle };
  WayPoint top = { get_contact_x (to, ends.to_finish), get_contact_y (to, goes_down) };
  double stub_x = way_pixel (ends.to_finish ? side.x + STUB : side.x - STUB) + 0.5;
  double gap = goes_down ? from->below : from->above;
  double last_gap = goes_down ? to->above : to->below;
  double past;

  self->n_routes = 0;
  passage->area = (WayRect){ MIN (x, stub_x) - passage->aside, MIN (gap, last_gap) + 1,
                             fabs (stub_x - x) + 2 * passage->aside, fabs (last_gap - gap) - 2 };
  if (to->middle == from->middle || passage->area.height <= 0)
    return;

  past = find_passage (passage, x, stub_x);
  if (past == G_MAXDOUBLE)
    return;

  if (ends.to_finish ? past >= side.x + SHORT_STUB : past <= side.x - SHORT_STUB)
    add_route (self, (WayPoint[]){ out, { x, gap }, { past, gap }, { past, side.y }, side }, 5);
  add_route (
      self,
      (WayPoint[]){ out, { x, gap }, { past, gap }, { past, last_gap }, { top.x, last_gap }, top },
      6);
  add_route (self,
             (WayPoint[]){ out,
                           { x, gap },
                           { past, gap },
                           { past, last_gap },
                           { stub_x, last_gap },
                           { stub_x, side.y },
                           side },
             7);
}

/* Its corners, and what it goes through; @enough or more where it is as much */
static guint
get_cost (Probe *probe, const WayRoute *route, guint enough)
{
  return route->n_points + HIT_COST * count_hits (probe, route, enough / HIT_COST + 1);
}

/* The cheapest one takes the place of @route when it costs less than @best_cost */
static void
choose (const Routes *routes, Probe *probe, guint *best_cost, WayRoute *route)
{
  for (guint i = 0; i < routes->n_routes; i++)
    {
      const WayRoute *candidate = &routes->routes[i];
      guint cost = get_cost (probe, candidate, *best_cost);

      if (cost >= *best_cost)
        continue;

      *best_cost = cost;
      *route = *candidate;

      if (cost < HIT_COST)
        return; /* nothing in the way, and all others have more corners */
    }
}

/* The way of an arrow, counted from day 0; it depends on nothing but the layout, so that pictures
 * of neighbouring places fit together. FALSE when an end is not drawn. */
static gboolean
find_route (WayLayout *layout, const WayRecord *dependency, WayRoute *route)
{
  WayDependencyType type = way_record_get_choice (dependency, WAY_DEPENDENCY_TYPE);
  WayScale scale = { .origin = 0, .day_width = layout->day_width };
  WayDependencyEnds ends = way_dependency_type_get_ends (type);
  Routes all;
  guint best_cost = G_MAXUINT;
  End from, to;
  Probe probe = { layout, scale, .minds_labels = TRUE };

  if (!init_end (&from, layout, scale, dependency, WAY_DEPENDENCY_FROM)
      || !init_end (&to, layout, scale, dependency, WAY_DEPENDENCY_TO))
    return FALSE;

  probe.from = from.item->record;
  probe.to = to.item->record;
  list_routes (&all, &from, &to, ends.from_finish, ends.to_finish);
  *route = all.routes[0];
  if (way_link_is_tangled (layout))
    return TRUE;

  choose (&all, &probe, &best_cost, route);
  if (best_cost < HIT_COST)
    return TRUE;

  list_detours (&all, &(Passage){ layout, scale, TRUE, LITTLE_ASIDE }, &from, &to, ends);
  choose (&all, &probe, &best_cost, route);
  if (best_cost < HIT_COST)
    return TRUE;

  probe.minds_labels = FALSE;
  best_cost = get_cost (&probe, route, G_MAXUINT);
  if (best_cost < HIT_COST)
    return TRUE;

  list_detours (&all, &(Passage){ layout, scale, FALSE, ASIDE }, &from, &to, ends);
  choose (&all, &probe, &best_cost, route);

  return TRUE;
}

/* The same, found only once as long as the layout stays; without points when an end is not drawn */
static const WayRoute *
look_up_route (WayLayout *layout, WayRecord *dependency)
{
  WayRoute *route = g_hash_table_lookup (layout->routes, dependency);

  if (route != NULL)
    return route;

  route = g_new0 (WayRoute, 1);
  if (!find_route (layout, dependency, route))
    route->n_points = 0;
  g_hash_table_insert (layout->routes, way_record_ref (dependency), route);

  return route;
}

static WayRect
get_bounds (const WayRoute *route)
{
  WayPoint low = route->points[0], high = low;

  for (guint i = 1; i < route->n_points; i++)
    {
      low.x = MIN (low.x, route->points[i].x);
      low.y = MIN (low.y, route->points[i].y);
      high.x = MAX (high.x, route->points[i].x);
      high.y = MAX (high.y, route->points[i].y);
    }

  /* with room for the line and its head */
  return (WayRect){ low.x - SHORT_STUB, low.y - SHORT_STUB, high.x - low.x + 2 * SHORT_STUB,
                    high.y - low.y + 2 * SHORT_STUB };
}

/* Within which all ways from end to end lie, counted from day 0 as routes are; beyond everything
 * when an end is not drawn. To find the best way takes a thousand times as long. */
static WayRect
get_reach (WayLayout *layout, const WayRecord *dependency)
{
  const double margin = STUB + SHORT_STUB + 2; /* that a way can go beyond its ends, and rounding */
  WayScale scale = { .origin = 0, .day_width = layout->day_width };
  End from, to;
  WayRect reach;

  if (!init_end (&from, layout, scale, dependency, WAY_DEPENDENCY_FROM)
      || !init_end (&to, layout, scale, dependency, WAY_DEPENDENCY_TO))
    return (WayRect){ .x = G_MAXDOUBLE };

  reach.x = MIN (from.rect.x, to.rect.x) - ASIDE - margin;
  reach.y = MIN (from.above, to.above) - margin;
  reach.width
      = MAX (from.rect.x + from.rect.width, to.rect.x + to.rect.width) + ASIDE + margin - reach.x;
  reach.height = MAX (from.below, to.below) + margin - reach.y;

  return reach;
}

/* Whether any of the ways from end to end could be seen */
static gboolean
may_touch (WayRect reach, WayScale scale, const WayRect *area)
{
  reach.x -= scale.origin * scale.day_width;

  return way_rect_intersects (&reach, area);
}

gboolean
way_link_route (WayLayout *layout, WayScale scale, WayRecord *dependency, const WayRect *area,
                WayRoute *route)
{
  WayRect bounds;

  if (!g_hash_table_contains (layout->routes, dependency)
      && !may_touch (get_reach (layout, dependency), scale, area))
    return FALSE;

  *route = *look_up_route (layout, dependency);
  if (route->n_points == 0)
    return FALSE;

  /* On whole pixels again, and a hair off the edge between two, where neighbours could differ */
  for (guint i = 0; i < route->n_points; i++)
    route->points[i].x = floor (route->points[i].x - scale.origin * scale.day_width + 1e-6) + 0.5;

  bounds = get_bounds (route);
  if (!way_rect_intersects (&bounds, area))
    return FALSE;

  keep_near (route, area);

  return TRUE;
}

/* Each tile asks of all dependencies which of them could be seen in it */
static const WayRect *
look_up_reaches (WayLayout *layout, WayRecord *const *dependencies, guint n_dependencies)
{
  GArray *reaches = layout->reaches;

  if (reaches != NULL && reaches->len == n_dependencies)
    return (const WayRect *)reaches->data;

  g_clear_pointer (&layout->reaches, g_array_unref);
  reaches = layout->reaches = g_array_sized_new (FALSE, FALSE, sizeof (WayRect), n_dependencies);
  for (guint i = 0; i < n_dependencies; i++)
    {
      WayRect reach = get_reach (layout, dependencies[i]);

      g_array_append_val (reaches, reach);
    }

  return (const WayRect *)reaches->data;
}

typedef struct
{
  WayLayout *layout;
  WayScale scale;
  const WayRect *area;
  WayLinkFunc func;
  gpointer user_data;
  GHashTable *seen;
  gboolean goes_on;
} Visit;

static void
visit_link (Visit *visit, WayRecord *dependency)
{
  WayRoute route;

  if (way_link_route (visit->layout, visit->scale, dependency, visit->area, &route))
    visit->goes_on = visit->func (dependency, &route, visit->user_data);
}

static void
on_referrer_visit (WayRecord *referrer, WayField field, gpointer user_data)
{
  Visit *visit = user_data;
  const WayRoute *route;
  WayRect bounds;

  if ((field != WAY_DEPENDENCY_FROM && field != WAY_DEPENDENCY_TO) || !visit->goes_on
      || g_hash_table_size (visit->seen) >= MAX_LINKS || !g_hash_table_add (visit->seen, referrer))
    return;

  route = look_up_route (visit->layout, referrer);
  bounds = get_bounds (route);
  if (bounds.width <= REACH && bounds.height <= REACH)
    visit_link (visit, referrer);
}

static gboolean
on_item_visit (const WayItem *item, gpointer user_data)
{
  Visit *visit = user_data;

  if (!item->is_melted && item->shape < WAY_SHAPE_CREDENTIAL)
    way_plan_foreach_referrer (visit->layout->plan, way_record_get_id (item->record),
                               on_referrer_visit, visit);

  return visit->goes_on;
}

void
way_link_foreach_visible (WayLayout *layout, WayScale scale, const WayRect *area, WayLinkFunc func,
                          gpointer user_data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  Visit visit = { layout, scale, area, func, user_data, seen, TRUE };
  guint n_dependencies;
  WayRecord *const *dependencies
      = way_plan_get_records (layout->plan, WAY_KIND_DEPENDENCY, &n_dependencies);
  const WayRect *reaches;

  if (way_link_is_tangled (layout))
    {
      way_layout_foreach_visible (layout, scale, area, on_item_visit, &visit);
      return;
    }

  reaches = look_up_reaches (layout, dependencies, n_dependencies);
  for (guint i = 0; i < n_dependencies && visit.goes_on; i++)
    if (may_touch (reaches[i], scale, area))
      visit_link (&visit, dependencies[i]);
}

void
way_link_add_to_scene (WayScene *scene, WayLayout *layout, const WayRecord *dependency,
                       const WayRoute *route, const WayStyle *style, WayRgba colour)
{
  WayLook look = { .stroke = colour != 0 ? colour : style->link,
                   .line_width = style->line_width,
                   .flags = WAY_OP_CURVED | WAY_OP_ARROW };

  if (way_layout_is_critical (layout, dependency))
    {
      look.stroke = style->text;
      look.line_width = CRITICAL_WIDTH;
    }

  if (way_dependency_get_days_missing (layout->plan, dependency) > 0)
    {
      look.stroke = style->broken;
      look.line_width = MAX (look.line_width, BROKEN_WIDTH);
      look.flags |= WAY_OP_DASHED;
    }

  way_scene_add_path (scene, route->points, route->n_points, &look);
}
