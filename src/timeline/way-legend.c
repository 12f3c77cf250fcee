/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The legend below a printed timeline.
 */
#include "config.h"

#include "way-legend.h"

#include "way-scene-parts.h"

#include <glib/gi18n-lib.h>

#define LINE 26.0
#define GAP 22.0 /* between entries */
#define SWATCH 30.0
#define LABEL_GAP 5.0

typedef struct
{
  WayScene *scene;
  WayLabels *labels;
  const WayStyle *style;
  double width;
  double x;
  double y;
} Legend;

/* Begins an entry, on the next line when this one is full; returns where its text begins */
static WayRect
begin_entry (Legend *legend, double mark, const char *text)
{
  double label = way_labels_measure (legend->labels, WAY_FONT_SMALL, text);
  WayRect rect;

  if (legend->x > 0 && legend->x + mark + label > legend->width)
    {
      legend->x = 0;
      legend->y += LINE;
    }

  rect = (WayRect){ legend->x, legend->y, mark, LINE };
  way_scene_add_text (legend->scene,
                      (WayRect){ legend->x + mark + LABEL_GAP, legend->y, label, LINE },
                      WAY_FONT_SMALL, legend->style->text, WAY_OP_FLAG_NONE, text);
  legend->x += mark + LABEL_GAP + label + GAP;

  return rect;
}

static void
add_categories (Legend *legend, const gboolean used[WAY_N_CATEGORIES])
{
  const WayFieldInfo *info = way_schema_get_field (WAY_MILESTONE_CATEGORY);

  for (guint i = 0; i < WAY_N_CATEGORIES; i++)
    {
      WayRect rect;

      if (!used[i])
        continue;

      rect = begin_entry (legend, 16, g_dgettext (GETTEXT_PACKAGE, info->choices[i].label));
      way_scene_add_icon (legend->scene, way_icon_for_category (i),
                          (WayRect){ rect.x, rect.y + 5, 16, 16 },
                          legend->style->categories[i].stroke);
    }
}

static void
add_statuses (Legend *legend, const gboolean used[WAY_N_STATUSES])
{
  const WayFieldInfo *info = way_schema_get_field (WAY_MILESTONE_STATUS);

  for (guint i = 0; i < WAY_N_STATUSES; i++)
    {
      WayRect rect;

      if (!used[i])
        continue;

      rect = begin_entry (legend, SWATCH, g_dgettext (GETTEXT_PACKAGE, info->choices[i].label));
      way_scene_add_swatch (legend->scene, legend->style, i,
                            (WayRect){ rect.x, rect.y + 5, SWATCH, 16 });
    }
}

static void
find_used (const WayLane *lane, gboolean categories[WAY_N_CATEGORIES],
           gboolean statuses[WAY_N_STATUSES])
{
  for (guint i = 0; i < lane->n_items; i++)
    {
      const WayItem *item = &lane->items[i];

      if (item->shape >= WAY_SHAPE_CREDENTIAL)
        continue;

      categories[item->category] = TRUE;
      statuses[item->status] = TRUE;
    }
}

WayScene *
way_legend_build (WayLayout *layout, const WayStyle *style, double width, gboolean rtl)
{
  gboolean categories[WAY_N_CATEGORIES] = { FALSE };
  gboolean statuses[WAY_N_STATUSES] = { FALSE };
  WayScene *scene = way_scene_new (width, 0);
  Legend legend = { scene, way_layout_get_labels (layout), style, width, 0, 0 };

  for (guint i = 0; i < way_layout_get_n_lanes (layout); i++)
    find_used (way_layout_get_lane (layout, i), categories, statuses);

  add_categories (&legend, categories);
  legend.y += legend.x > 0 ? LINE : 0;
  legend.x = 0;
  add_statuses (&legend, statuses);
  scene->height = scene->ops->len > 0 ? legend.y + LINE : 0;

  if (rtl)
    way_scene_mirror_from (scene, 0);

  return scene;
}
