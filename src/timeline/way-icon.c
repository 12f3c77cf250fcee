/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Line icons as strokes on a grid of 16 by 16.
 */
#include "way-icon.h"

#include <math.h>

#define GRID 16.0
#define STROKE 1.4     /* on the grid */
#define TOLERANCE 0.25 /* in pixels, of curves this small */

/* M x y moves, L x y draws a line, C x1 y1 x2 y2 x3 y3 a curve, O x y r a circle, Z closes */
typedef struct
{
  char verb;
  float args[6];
} Stroke;

typedef struct
{
  const char *name;
  Stroke strokes[16]; /* ends with verb 0 */
} Icon;

/* clang-format off */
static const Icon icons[WAY_N_ICONS] = {
  [WAY_ICON_STEP] = { "step", {
    { 'M', { 4, 14 } }, { 'L', { 4, 2.5 } }, { 'L', { 12.5, 2.5 } }, { 'L', { 10, 5.75 } },
    { 'L', { 12.5, 9 } }, { 'L', { 4, 9 } } } },
  [WAY_ICON_CAP] = { "cap", {
    { 'M', { 1.5, 6.5 } }, { 'L', { 8, 3.25 } }, { 'L', { 14.5, 6.5 } }, { 'L', { 8, 9.75 } }, { 'Z', { 0 } },
    { 'M', { 4.25, 8 } }, { 'L', { 4.25, 11.5 } },
    { 'C', { 6, 13.4, 10, 13.4, 11.75, 11.5 } }, { 'L', { 11.75, 8 } } } },
  [WAY_ICON_BADGE] = { "badge", {
    { 'M', { 2, 4 } }, { 'L', { 14, 4 } }, { 'L', { 14, 13 } }, { 'L', { 2, 13 } }, { 'Z', { 0 } },
    { 'O', { 5.6, 7.4, 1.4 } }, { 'M', { 3.9, 10.9 } }, { 'L', { 7.3, 10.9 } },
    { 'M', { 9.4, 7 } }, { 'L', { 12, 7 } }, { 'M', { 9.4, 10 } }, { 'L', { 12, 10 } } } },
  [WAY_ICON_RIBBON] = { "ribbon", {
    { 'O', { 8, 6, 4 } }, { 'M', { 5.5, 9.4 } }, { 'L', { 4.4, 14.5 } }, { 'L', { 8, 12.4 } },
    { 'L', { 11.6, 14.5 } }, { 'L', { 10.5, 9.4 } } } },
  [WAY_ICON_BRIEFCASE] = { "briefcase", {
    { 'M', { 2, 5.5 } }, { 'L', { 14, 5.5 } }, { 'L', { 14, 13 } }, { 'L', { 2, 13 } }, { 'Z', { 0 } },
    { 'M', { 5.75, 5.5 } }, { 'L', { 5.75, 3 } }, { 'L', { 10.25, 3 } }, { 'L', { 10.25, 5.5 } },
    { 'M', { 2, 9 } }, { 'L', { 14, 9 } } } },
  [WAY_ICON_PEOPLE] = { "people", {
    { 'O', { 5.6, 5.4, 2.4 } }, { 'M', { 1.5, 13.4 } }, { 'C', { 1.7, 8.9, 9.5, 8.9, 9.7, 13.4 } },
    { 'O', { 11.6, 6.2, 1.7 } }, { 'M', { 11.6, 10 } }, { 'C', { 13.6, 10, 14.5, 11.3, 14.6, 13 } } } },
  [WAY_ICON_HEART] = { "heart", {
    { 'M', { 8, 13.5 } }, { 'C', { 2, 9.6, 1.6, 7.6, 1.6, 6.3 } }, { 'C', { 1.6, 2.3, 6.7, 1.7, 8, 5.2 } },
    { 'C', { 9.3, 1.7, 14.4, 2.3, 14.4, 6.3 } }, { 'C', { 14.4, 7.6, 14, 9.6, 8, 13.5 } }, { 'Z', { 0 } } } },
  [WAY_ICON_CLIPBOARD] = { "clipboard", {
    { 'M', { 3.25, 3.25 } }, { 'L', { 12.75, 3.25 } }, { 'L', { 12.75, 14.25 } }, { 'L', { 3.25, 14.25 } }, { 'Z', { 0 } },
    { 'M', { 6, 1.75 } }, { 'L', { 10, 1.75 } }, { 'L', { 10, 4.5 } }, { 'L', { 6, 4.5 } }, { 'Z', { 0 } },
    { 'M', { 5.75, 9 } }, { 'L', { 7.3, 10.6 } }, { 'L', { 10.25, 7.25 } } } },
  [WAY_ICON_PARASOL] = { "parasol", {
    { 'M', { 1.75, 8 } }, { 'C', { 2.2, 0.7, 13.8, 0.7, 14.25, 8 } }, { 'Z', { 0 } },
    { 'M', { 8, 8 } }, { 'L', { 8, 14.25 } }, { 'M', { 5.25, 14.25 } }, { 'L', { 10.75, 14.25 } } } },
  [WAY_ICON_TICK] = { "tick", {
    { 'M', { 3, 8.5 } }, { 'L', { 6.5, 12 } }, { 'L', { 13, 4.5 } } } },
  [WAY_ICON_CROSS] = { "cross", {
    { 'M', { 4, 4 } }, { 'L', { 12, 12 } }, { 'M', { 12, 4 } }, { 'L', { 4, 12 } } } },
  [WAY_ICON_PAUSE] = { "pause", {
    { 'M', { 5.5, 4 } }, { 'L', { 5.5, 12 } }, { 'M', { 10.5, 4 } }, { 'L', { 10.5, 12 } } } },
  [WAY_ICON_FOLDED] = { "folded", {
    { 'M', { 6, 4 } }, { 'L', { 10, 8 } }, { 'L', { 6, 12 } } } },
  [WAY_ICON_UNFOLDED] = { "unfolded", {
    { 'M', { 4, 6 } }, { 'L', { 8, 10 } }, { 'L', { 12, 6 } } } },
};
/* clang-format on */

WayIcon
way_icon_for_category (WayCategory category)
{
  static const WayIcon by_category[WAY_N_CATEGORIES] = {
    [WAY_CATEGORY_STEP] = WAY_ICON_STEP,
    [WAY_CATEGORY_EDUCATION] = WAY_ICON_CAP,
    [WAY_CATEGORY_LICENCE] = WAY_ICON_BADGE,
    [WAY_CATEGORY_CERTIFICATION] = WAY_ICON_RIBBON,
    [WAY_CATEGORY_EXPERIENCE] = WAY_ICON_BRIEFCASE,
    [WAY_CATEGORY_MENTORING] = WAY_ICON_PEOPLE,
    [WAY_CATEGORY_WELLBEING] = WAY_ICON_HEART,
    [WAY_CATEGORY_REVIEW] = WAY_ICON_CLIPBOARD,
    [WAY_CATEGORY_LEAVE] = WAY_ICON_PARASOL,
  };

  g_return_val_if_fail (category < WAY_N_CATEGORIES, WAY_ICON_STEP);

  return by_category[category];
}

const char *
way_icon_get_name (WayIcon icon)
{
  return icons[icon].name;
}

void
way_icon_draw (cairo_t *cr, WayIcon icon, double x, double y, double size)
{
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / GRID, size / GRID);
  cairo_set_line_width (cr, STROKE);
  cairo_set_tolerance (cr, TOLERANCE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);

  for (const Stroke *s = icons[icon].strokes; s->verb != 0; s++)
    {
      if (s->verb == 'M')
        cairo_move_to (cr, s->args[0], s->args[1]);
      else if (s->verb == 'L')
        cairo_line_to (cr, s->args[0], s->args[1]);
      else if (s->verb == 'C')
        cairo_curve_to (cr, s->args[0], s->args[1], s->args[2], s->args[3], s->args[4], s->args[5]);
      else if (s->verb == 'Z')
        cairo_close_path (cr);
      else
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, s->args[0], s->args[1], s->args[2], 0, 2 * G_PI);
        }
    }

  cairo_stroke (cr);
  cairo_restore (cr);
}
