/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Puts a timeline's picture together: background, grid, dependencies, items, heads and scale.
 */
#include "config.h"

#include "way-scene-parts.h"

#include "way-item-text.h"
#include "way-layout-private.h"
#include "way-link.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TICK_GAP 6.0 /* between a tick and its label */
#define TICK_HEIGHT 5.0
#define LINE_MARGIN 2.0 /* between a label and a line that ends above it */
#define UNDATED_GAP 10  /* between when a goal is due and what has no date */
#define HEAD_RIGHT 14.0
#define FOLD_LEFT 12.0
#define PROGRESS_HEIGHT 5.0

WaySceneBuild
way_scene_build_init (WayScene *scene, WayLayout *layout, const WayViewport *viewport,
                      const WayStyle *style)
{
  return (WaySceneBuild){
    .scene = scene,
    .layout = layout,
    .metrics = way_layout_get_metrics (layout),
    .style = style,
    .scale = viewport->scale,
    .area = way_viewport_get_area (viewport),
  };
}

WayRgba
way_scene_get_lane_colour (const WayStyle *style, guint lane)
{
  return lane % 2 == 0 ? style->background : style->alternate;
}

static WayFont
get_tick_font (WayTickRow row)
{
  return row == WAY_TICKS_MAJOR ? WAY_FONT_LABEL_BOLD : WAY_FONT_SMALL;
}

static double
measure_tick (WayTickRow row, const char *text, gpointer user_data)
{
  return way_labels_measure (user_data, get_tick_font (row), text);
}

GArray *
way_scene_get_ticks (WayLabels *labels, WayScale scale, WayTickRow row, double width)
{
  return way_scale_get_ticks (scale, row, width, measure_tick, labels);
}

static void
add_lines (WayScene *scene, WayScale scale, GArray *ticks, double top, double height,
           WayRgba colour)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      double x = round (way_scale_x (scale, g_array_index (ticks, WayTick, i).day));

      if (x >= 0)
        way_scene_add_rect (scene, (WayRect){ x, top, 1, height }, colour);
    }
}

/* Months begin within weeks: whether the label of one is where a line at x would stand. Labels lie
 * one after the other, so that it can only be the last one that begins before. */
static gboolean
is_in_label (WayLabels *labels, WayScale scale, GArray *ticks, double x)
{
  const char *label = NULL;
  double start = 0;

  for (guint i = 0; i < ticks->len; i++)
    {
      const WayTick *tick = &g_array_index (ticks, WayTick, i);
      double left = MAX (0, round (way_scale_x (scale, tick->day))) + TICK_GAP;

      if (tick->label == NULL || x < left - LINE_MARGIN)
        continue;
      label = tick->label;
      start = left;
    }

  return label != NULL
         && x < start + way_labels_measure (labels, WAY_FONT_SMALL, label) + LINE_MARGIN;
}

/* Through both rows, but not through what the lower one says */
static void
add_major_lines (WayScene *scene, WayLabels *labels, WayScale scale, GArray *major, GArray *minor,
                 double middle, double height, WayRgba colour)
{
  for (guint i = 0; i < major->len; i++)
    {
      double x = round (way_scale_x (scale, g_array_index (major, WayTick, i).day));

      if (x < 0)
        continue;

      if (is_in_label (labels, scale, minor, x))
        {
          way_scene_add_rect (scene, (WayRect){ x, 0, 1, middle }, colour);
          way_scene_add_rect (scene, (WayRect){ x, height - TICK_HEIGHT, 1, TICK_HEIGHT }, colour);
        }
      else
        way_scene_add_rect (scene, (WayRect){ x, 0, 1, height }, colour);
    }
}

static void
add_tick_labels (WayScene *scene, WayLabels *labels, WayScale scale, GArray *ticks, WayRect row,
                 WayFont font, WayRgba colour)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      const WayTick *tick = &g_array_index (ticks, WayTick, i);
      double left = MAX (0, round (way_scale_x (scale, tick->day))) + TICK_GAP;
      double right = way_scale_x (scale, tick->next);

      if (tick->label != NULL && left + way_labels_measure (labels, font, tick->label) <= row.width)
        way_scene_add_text (scene, (WayRect){ left, row.y, floor (right - left), row.height }, font,
                            colour, WAY_OP_FLAG_NONE, tick->label);
    }
}

void
way_scene_add_scale (WayScene *scene, WayLabels *labels, WayScale scale, double width,
                     double height, const WayStyle *style)
{
  g_autoptr (GArray) major = way_scene_get_ticks (labels, scale, WAY_TICKS_MAJOR, width);
  g_autoptr (GArray) minor = way_scene_get_ticks (labels, scale, WAY_TICKS_MINOR, width);
  double middle = round (height * 0.54);
  WayRect upper = { 0, 4, width, middle - 4 };
  WayRect lower = { 0, middle, width, height - middle - 4 };

  way_scene_add_rect (scene, (WayRect){ 0, 0, width, height }, style->background);
  add_lines (scene, scale, minor, height - TICK_HEIGHT, TICK_HEIGHT, style->line);
  add_major_lines (scene, labels, scale, major, minor, middle, height, style->line);
  add_tick_labels (scene, labels, scale, major, upper, WAY_FONT_LABEL_BOLD, style->text);
  add_tick_labels (scene, labels, scale, minor, lower, WAY_FONT_SMALL, style->dim_text);
  way_scene_add_rect (scene, (WayRect){ 0, height - 1, width, 1 }, style->line);
}

static void
add_grid (const WaySceneBuild *build)
{
  WayLabels *labels = way_layout_get_labels (build->layout);
  g_autoptr (GArray) major
      = way_scene_get_ticks (labels, build->scale, WAY_TICKS_MAJOR, build->area.width);
  g_autoptr (GArray) minor
      = way_scene_get_ticks (labels, build->scale, WAY_TICKS_MINOR, build->area.width);
  double height = MIN (build->area.height, way_layout_get_height (build->layout) - build->area.y);

  add_lines (build->scene, build->scale, minor, build->area.y, height, build->style->faint_line);
  add_lines (build->scene, build->scale, major, build->area.y, height, build->style->line);
}

/* Calls for each lane that is in sight */
static void
foreach_lane (const WaySceneBuild *build,
              void (*func) (const WaySceneBuild *build, guint index, double width), double width)
{
  int first = MAX (0, way_layout_find_lane (build->layout, build->area.y));

  for (guint i = first; i < way_layout_get_n_lanes (build->layout); i++)
    {
      if (way_layout_get_rows (build->layout, i)->lane.y >= build->area.y + build->area.height)
        return;

      func (build, i, width);
    }
}

static void
add_lane_ground (const WaySceneBuild *build, guint index, double width)
{
  const WayLane *lane = &way_layout_get_rows (build->layout, index)->lane;

  way_scene_add_rect (build->scene, (WayRect){ 0, lane->y, width, lane->height },
                      way_scene_get_lane_colour (build->style, index));
}

/* What is left below the last lane */
static void
add_ground_below (const WaySceneBuild *build, double width)
{
  double end = build->area.y + build->area.height;
  double top = MAX (build->area.y, way_layout_get_height (build->layout));

  if (top < end)
    way_scene_add_rect (build->scene, (WayRect){ 0, top, width, end - top },
                        build->style->background);
}

static void
add_lane_line (const WaySceneBuild *build, guint index, double width)
{
  const WayLane *lane = &way_layout_get_rows (build->layout, index)->lane;

  way_scene_add_rect (build->scene, (WayRect){ 0, lane->y + lane->height - 1, width, 1 },
                      build->style->line);
}

static gboolean
on_item_visit (const WayItem *item, gpointer user_data)
{
  way_scene_add_item (user_data, item);

  return TRUE;
}

/* An arrow says something of both its ends */
static gboolean
is_dimmed_link (WayLayout *layout, WayRecord *dependency)
{
  const WayField ends[] = { WAY_DEPENDENCY_FROM, WAY_DEPENDENCY_TO };
  WayPlan *plan = way_layout_get_plan (layout);

  for (guint i = 0; i < G_N_ELEMENTS (ends) && way_layout_is_filtered (layout); i++)
    {
      const WayId *id = way_record_get_ref (dependency, ends[i]);
      WayRecord *milestone = id != NULL ? way_plan_lookup (plan, id) : NULL;

      if (milestone != NULL && !way_layout_is_match (layout, milestone))
        return TRUE;
    }

  return FALSE;
}

static gboolean
on_link_visit (WayRecord *dependency, const WayRoute *route, gpointer user_data)
{
  const WaySceneBuild *build = user_data;
  guint first_op = build->scene->ops->len;

  way_link_add_to_scene (build->scene, build->layout, dependency, route, build->style, 0);
  if (is_dimmed_link (build->layout, dependency))
    way_scene_dim_from (build->scene, first_op, build->style, build->style->background);

  return TRUE;
}

void
way_scene_add_links (const WaySceneBuild *build)
{
  way_link_foreach_visible (build->layout, build->scale, &build->area, on_link_visit,
                            (gpointer)build);
}

void
way_scene_add_background_again (const WaySceneBuild *build, WayRect rect)
{
  WaySceneBuild part = *build;

  part.area = (WayRect){ 0, rect.y, rect.x + rect.width, rect.height };
  way_scene_push_clip (part.scene, part.area);
  foreach_lane (&part, add_lane_ground, part.area.width);
  add_grid (&part);
  way_scene_add_reviews (&part);
  if (!way_link_is_tangled (part.layout))
    way_scene_add_links (&part);
  way_scene_add_leaves (&part);
  way_scene_pop_clip (part.scene);
}

static void
add_body (WaySceneBuild *build)
{
  foreach_lane (build, add_lane_ground, build->area.width);
  add_ground_below (build, build->area.width);
  add_grid (build);
  way_scene_add_reviews (build);
  foreach_lane (build, add_lane_line, build->area.width);

  if (build->parts & WAY_SCENE_LINKS)
    way_scene_add_links (build);

  way_layout_foreach_visible (build->layout, build->scale, &build->area, on_item_visit, build);
  way_scene_add_leaves (build);

  if (build->parts & WAY_SCENE_CUTS)
    way_scene_add_cuts (build);
}

static const char *
get_lane_title (const WayLane *lane)
{
  const char *called;

  if (lane->kind == WAY_LANE_LOOSE)
    return _ ("Without a goal");

  if (lane->kind == WAY_LANE_CREDENTIALS)
    return _ ("Credentials");

  called = way_record_get_called (lane->goal);

  return called != NULL ? called : _ ("Untitled");
}

static void
add_head_progress (const WaySceneBuild *build, const WayLane *lane, int progress, double left,
                   double right, double y)
{
  WayLabels *labels = way_layout_get_labels (build->layout);
  /* Translators: progress beside its bar, as "62 %" */
  g_autofree char *percent = g_strdup_printf (C_ ("progress", "%d %%"), progress);
  double label = way_labels_measure (labels, WAY_FONT_SMALL, "100 %");
  double line = round (build->metrics->row_height * 0.5);
  WayRect trough = { left, round (y + (line - PROGRESS_HEIGHT) / 2), right - label - 10 - left,
                     PROGRESS_HEIGHT };
  WayRect bar = trough;
  WayColour colour = way_record_get_choice (lane->goal, WAY_GOAL_COLOUR);

  bar.width = MAX (PROGRESS_HEIGHT, round (trough.width * progress / 100));
  way_scene_add_round (build->scene, trough, PROGRESS_HEIGHT / 2,
                       &(WayLook){ .fill = build->style->trough });

  if (progress > 0)
    way_scene_add_round (build->scene, bar, PROGRESS_HEIGHT / 2,
                         &(WayLook){ .fill = build->style->goals[colour] });

  way_scene_add_text (build->scene, (WayRect){ right - label, y, label, line }, WAY_FONT_SMALL,
                      build->style->dim_text, WAY_OP_RIGHT, percent);
}

/* Where a head's text begins: it stays in sight while any of its lane does */
double
way_scene_get_head_y (WayLayout *layout, const WayLane *lane, double scroll_y)
{
  const WayMetrics *metrics = way_layout_get_metrics (layout);
  double room = MIN (lane->height, metrics->lane_minimum + metrics->row_height * 0.6);

  return CLAMP (scroll_y, lane->y, lane->y + lane->height - room);
}

/* The last place where a line of the title may end, 0 when all of it fits or no word does */
static gsize
find_break (WayLabels *labels, const char *title, double room)
{
  gsize end = 0;

  if (way_labels_measure (labels, WAY_FONT_LABEL_BOLD, title) <= room)
    return 0;

  for (const char *space = strchr (title, ' '); space != NULL; space = strchr (space + 1, ' '))
    {
      g_autofree char *line = g_strndup (title, space - title);

      if (way_labels_measure (labels, WAY_FONT_LABEL_BOLD, line) > room)
        break;

      end = space - title;
    }

  return end;
}

/* Where the first line of the title stands in a head of @width */
static WayRect
get_title_rect (WayLayout *layout, const WayLane *lane, double scroll_y, double width)
{
  const WayMetrics *metrics = way_layout_get_metrics (layout);
  double left = FOLD_LEFT + metrics->icon * 0.75 + metrics->gap + lane->depth * metrics->indent;

  return (WayRect){ left, way_scene_get_head_y (layout, lane, scroll_y) + 9,
                    width - HEAD_RIGHT - left, round (metrics->row_height * 0.6) };
}

/* Where the title goes on to a second line, 0 when it does not or the lane has no room for one */
static gsize
find_title_break (WayLayout *layout, const WayLane *lane, const WayRect *rect)
{
  const WayMetrics *metrics = way_layout_get_metrics (layout);

  if (lane->height < metrics->lane_minimum + rect->height)
    return 0;

  return find_break (way_layout_get_labels (layout), get_lane_title (lane), rect->width);
}

/* What stands below the title */
static WayRect
get_due_rect (WayLayout *layout, const WayLane *lane, double scroll_y, double width)
{
  const WayMetrics *metrics = way_layout_get_metrics (layout);
  WayRect rect = get_title_rect (layout, lane, scroll_y, width);

  rect.y += rect.height * (find_title_break (layout, lane, &rect) > 0 ? 2 : 1);
  rect.height = round (metrics->row_height * 0.5);

  return rect;
}

/* On two lines where the lane has room for them */
static void
add_head_title (const WaySceneBuild *build, const WayLane *lane, WayRect rect)
{
  const char *title = get_lane_title (lane);
  WayRgba colour = lane->goal != NULL ? build->style->text : build->style->dim_text;
  gsize end = find_title_break (build->layout, lane, &rect);

  if (end > 0)
    {
      g_autofree char *line = g_strndup (title, end);

      way_scene_add_text (build->scene, rect, WAY_FONT_LABEL_BOLD, colour, WAY_OP_FLAG_NONE, line);
      rect.y += rect.height;
      title += end + 1;
    }

  way_scene_add_text (build->scene, rect, WAY_FONT_LABEL_BOLD, colour, WAY_OP_FLAG_NONE, title);
}

/* A folded lane has one line, of which the title keeps half */
static WayRect
get_end_of_title (WayLayout *layout, const WayLane *lane, double scroll_y, double width,
                  double wanted)
{
  WayRect rect = get_title_rect (layout, lane, scroll_y, width);
  double own = MIN (wanted, rect.width / 2);

  rect.x += rect.width - own;
  rect.width = own;

  return rect;
}

WayRect
way_scene_get_undated_rect (WayLayout *layout, const WayLane *lane, double scroll_y, double width)
{
  WayLabels *labels = way_layout_get_labels (layout);
  WayRect rect = get_due_rect (layout, lane, scroll_y, width);
  g_autofree char *due = lane->goal != NULL ? way_text_goal_due (lane->goal) : NULL;
  g_autofree char *text = way_text_undated (lane->n_undated);
  double before = 0, own;

  if (lane->n_undated == 0)
    return (WayRect){ 0, 0, 0, 0 };

  own = MIN (ceil (way_labels_measure (labels, WAY_FONT_SMALL, text)) + 1, rect.width);
  if (lane->folded)
    return get_end_of_title (layout, lane, scroll_y, width, own);

  if (due != NULL)
    before = ceil (way_labels_measure (labels, WAY_FONT_SMALL, due)) + UNDATED_GAP;
  rect.x += MIN (before, rect.width - own);
  rect.width = own;

  return rect;
}

/* When it is due, and what has no place on the lane because it has no date; the colour says that
 * there is something to click */
static void
add_head_due (const WaySceneBuild *build, const WayLane *lane, WayRect rect, double width)
{
  WayRect undated = way_scene_get_undated_rect (build->layout, lane, build->area.y, width);
  g_autofree char *due = lane->goal != NULL ? way_text_goal_due (lane->goal) : NULL;
  g_autofree char *text = way_text_undated (lane->n_undated);

  if (undated.width > 0)
    {
      way_scene_add_text (build->scene, undated, WAY_FONT_SMALL, build->style->accent,
                          WAY_OP_FLAG_NONE, text);
      rect.width = undated.x - UNDATED_GAP - rect.x;
    }

  if (due != NULL && rect.width > 0)
    way_scene_add_text (build->scene, rect, WAY_FONT_SMALL, build->style->dim_text,
                        WAY_OP_FLAG_NONE, due);
}

/* @title: gives way to it */
static void
add_folded_undated (const WaySceneBuild *build, const WayLane *lane, WayRect *title, double width)
{
  WayRect undated = way_scene_get_undated_rect (build->layout, lane, build->area.y, width);
  g_autofree char *text = way_text_undated (lane->n_undated);

  if (undated.width <= 0)
    return;

  way_scene_add_text (build->scene, undated, WAY_FONT_SMALL, build->style->accent, WAY_OP_FLAG_NONE,
                      text);
  title->width = undated.x - UNDATED_GAP - title->x;
}

static void
add_fold (const WaySceneBuild *build, const WayLane *lane, double y, double line)
{
  double icon = build->metrics->icon * 0.75;
  WayRect rect = { FOLD_LEFT + lane->depth * build->metrics->indent, y + round ((line - icon) / 2),
                   icon, icon };

  way_scene_add_icon (build->scene, lane->folded ? WAY_ICON_FOLDED : WAY_ICON_UNFOLDED, rect,
                      build->style->dim_text);
}

static void
add_head_content (const WaySceneBuild *build, guint index, double width)
{
  const WayLane *lane = way_layout_get_lane (build->layout, index);
  WayRect title = get_title_rect (build->layout, lane, build->area.y, width);
  WayRect due = get_due_rect (build->layout, lane, build->area.y, width);
  int progress;

  if (lane->goal != NULL)
    {
      WayColour colour = way_record_get_choice (lane->goal, WAY_GOAL_COLOUR);

      way_scene_add_rect (build->scene,
                          (WayRect){ 0, lane->y, build->metrics->stripe, lane->height },
                          build->style->goals[colour]);

      if (build->parts & WAY_SCENE_FOLDS)
        add_fold (build, lane, title.y, title.height);
    }

  if (lane->folded)
    {
      add_folded_undated (build, lane, &title, width);
      add_head_title (build, lane, title);
      return;
    }

  add_head_title (build, lane, title);
  add_head_due (build, lane, due, width);
  progress = way_layout_get_progress (build->layout, index);
  if (progress >= 0)
    add_head_progress (build, lane, progress, due.x, due.x + due.width, due.y + due.height + 1);
}

static void
add_head (const WaySceneBuild *build, guint index, double width)
{
  guint first_op;

  add_lane_ground (build, index, width);
  first_op = build->scene->ops->len;
  add_head_content (build, index, width);

  if (way_layout_get_lane (build->layout, index)->is_dimmed)
    way_scene_dim_from (build->scene, first_op, build->style,
                        way_scene_get_lane_colour (build->style, index));
}

void
way_scene_add_heads (const WaySceneBuild *build, double width)
{
  foreach_lane (build, add_head, width);
  add_ground_below (build, width);
  foreach_lane (build, add_lane_line, width);
  way_scene_add_rect (build->scene, (WayRect){ width - 1, build->area.y, 1, build->area.height },
                      build->style->line);
}

static void
add_scale_strip (const WaySceneBuild *build, const WayViewport *viewport)
{
  WayScene *scene = build->scene;
  double corner = viewport->head_width;
  WayRect strip = { corner, 0, build->area.width, viewport->scale_height };
  guint first_op;

  way_scene_push_clip (scene, strip);
  first_op = scene->ops->len;
  way_scene_add_scale (scene, way_layout_get_labels (build->layout), build->scale, strip.width,
                       strip.height, build->style);
  way_scene_add_review_pennants (build, strip.height);
  way_scene_translate (scene, first_op, corner, 0);
  way_scene_pop_clip (scene);

  way_scene_add_rect (scene, (WayRect){ 0, 0, corner, strip.height }, build->style->background);
  way_scene_add_rect (scene, (WayRect){ 0, strip.height - 1, corner, 1 }, build->style->line);
  way_scene_add_rect (scene, (WayRect){ corner - 1, 0, 1, strip.height }, build->style->line);
}

WayScene *
way_scene_build (WayLayout *layout, const WayViewport *viewport, const WayStyle *style,
                 WaySceneParts parts)
{
  WayScene *scene = way_scene_new (viewport->width, viewport->height);
  WaySceneBuild build = way_scene_build_init (scene, layout, viewport, style);
  double down = viewport->scale_height - viewport->scroll_y;
  guint first_op;

  build.parts = parts;

  if (parts & WAY_SCENE_BODY)
    {
      WayRect body
          = { viewport->head_width, viewport->scale_height, build.area.width, build.area.height };

      way_scene_push_clip (scene, body);
      first_op = scene->ops->len;
      add_body (&build);
      way_scene_translate (scene, first_op, viewport->head_width, down);
      way_scene_pop_clip (scene);
    }

  if ((parts & WAY_SCENE_HEADS) && viewport->head_width > 0)
    {
      WayRect heads = { 0, viewport->scale_height, viewport->head_width, build.area.height };

      way_scene_push_clip (scene, heads);
      first_op = scene->ops->len;
      way_scene_add_heads (&build, viewport->head_width);
      way_scene_translate (scene, first_op, 0, down);
      way_scene_pop_clip (scene);
    }

  if ((parts & WAY_SCENE_SCALE) && viewport->scale_height > 0)
    add_scale_strip (&build, viewport);

  if (viewport->rtl)
    way_scene_mirror_from (scene, 0);

  return scene;
}
