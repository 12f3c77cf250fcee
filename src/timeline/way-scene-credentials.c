/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How credentials look: what they are valid for, when they can be renewed and when they expire.
 */
#include "way-scene-parts.h"

#include "way-layout-private.h"

#include <math.h>

#define RADIUS 4.0
#define MAX_RENEWALS 60      /* that are drawn */
#define RENEWED_OPACITY 0.55 /* of validity that is yet to be earned */

/* The days before an expiry in which it can be renewed */
static void
add_renewal_window (const WaySceneBuild *build, const WayRect *bar, WayDay from, WayDay expiry,
                    double opacity)
{
  int days = way_credential_get_window (from, expiry);
  double right = way_scale_pixel (build->scale, expiry) - 1;
  double left = way_scale_pixel (build->scale, expiry - days);
  WayLook look = { .fill = way_rgba_fade (build->style->renewal, opacity),
                   .stroke = way_rgba_fade (build->style->expiry, opacity),
                   .line_width = build->style->line_width };

  if (right - left >= 3)
    way_scene_add_round (build->scene, (WayRect){ left, bar->y, right - left, bar->height }, RADIUS,
                         &look);
}

static void
add_validity (const WaySceneBuild *build, const WayRect *bar, WayDay from, WayDay to,
              double opacity)
{
  WayTone tone = build->style->credential;
  double left = way_scale_pixel (build->scale, from);
  double right = way_scale_pixel (build->scale, to) - 1;
  WayRect rect = { left, bar->y, MAX (2, right - left), bar->height };
  WayLook look = { .fill = way_rgba_fade (tone.fill, opacity),
                   .stroke = build->style->line_width > 1 ? tone.stroke : 0,
                   .line_width = build->style->line_width };

  if (right >= build->area.x && left <= build->area.x + build->area.width)
    way_scene_add_round (build->scene, rect, RADIUS, &look);
}

/* What it is valid for, and fainter the renewals to come */
void
way_scene_add_credential (const WaySceneBuild *build, const WayItem *item)
{
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  int months = way_record_get_integer (item->record, WAY_CREDENTIAL_RENEWAL);
  WayDay horizon = way_layout_get_end (build->layout);
  WayDay from = item->end;

  add_validity (build, &rect, item->start, item->end, 1.0);

  if (!way_record_has (item->record, WAY_CREDENTIAL_EXPIRES))
    return;

  add_renewal_window (build, &rect, item->start, item->end, 1.0);

  for (int i = 1; months > 0 && i <= MAX_RENEWALS && from < horizon; i++)
    {
      WayDay expiry = way_day_add_months (item->end, i * months);

      add_validity (build, &rect, from, MIN (expiry, horizon), RENEWED_OPACITY);
      if (expiry <= horizon)
        add_renewal_window (build, &rect, from, expiry, RENEWED_OPACITY);

      from = expiry;
    }
}

static void
add_dot (const WaySceneBuild *build, const WayRect *bar, double x, gboolean is_next)
{
  double size = floor (bar->height * 0.6);
  WayRect rect
      = { way_pixel (x - size / 2), round (bar->y + (bar->height - size) / 2), size, size };
  WayLook look = { .fill = is_next ? build->style->expiry : build->style->background,
                   .stroke = build->style->expiry,
                   .line_width = 1.5 };

  way_scene_add_round (build->scene, rect, size / 2, &look);
}

/* The dot, and those of renewals to come where the label leaves room */
void
way_scene_add_expiry (const WaySceneBuild *build, const WayItem *item)
{
  WayRect rect = way_layout_get_item_rect (build->layout, item, build->scale);
  WayRect label = way_layout_get_label_rect (build->layout, item, build->scale);
  int months = way_record_get_integer (item->record, WAY_CREDENTIAL_RENEWAL);
  WayDay horizon = way_layout_get_end (build->layout);

  add_dot (build, &rect, way_scale_x (build->scale, item->end), TRUE);

  for (int i = 1; months > 0 && i <= MAX_RENEWALS; i++)
    {
      WayDay expiry = way_day_add_months (item->end, i * months);
      double x = way_scale_x (build->scale, expiry);

      if (expiry > horizon)
        return;

      if (x + rect.width < label.x || x - rect.width > label.x + label.width)
        add_dot (build, &rect, x, FALSE);
    }
}
