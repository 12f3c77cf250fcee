/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines around a page's body, which are the same on all pages but for their numbers.
 */
#include "config.h"

#include "way-page-frame.h"

#include "way-item-text.h"
#include "way-painter.h"
#include "way-scene-private.h"

#include <glib/gi18n-lib.h>

/* Pixels of the frame */
#define LINE_HEIGHT 22.0
#define TITLE_HEIGHT 52.0
#define N_PARTS 3

struct _WayPageFrame
{
  WayPlan *plan;
  WayPageSetup setup;
  char *header; /* nullable */
  char *footer; /* nullable */
  char *title;
  char *subtitle;
  const WayStyle *style;
  WayLabels *labels;
};

/* "Ada Lovelace · January 2026 to December 2029" */
static char *
make_subtitle (WayPlan *plan, const char *shown)
{
  const char *owner = way_record_get_text (way_plan_get_root (plan), WAY_PLAN_OWNER);

  if (owner == NULL || shown == NULL)
    return g_strdup (owner != NULL ? owner : shown);

  return g_strdup_printf ("%s · %s", owner, shown);
}

WayPageFrame *
way_page_frame_new (WayPlan *plan, const WayPageSetup *setup, const char *subtitle)
{
  WayPageFrame *self = g_new0 (WayPageFrame, 1);

  self->plan = g_object_ref (plan);
  self->setup = *setup;
  self->setup.header = self->header = g_strdup (setup->header);
  self->setup.footer = self->footer = g_strdup (setup->footer);
  self->title = way_text_title (way_plan_get_root (plan));
  self->subtitle = make_subtitle (plan, subtitle);
  self->style = way_style_get (setup->theme);
  self->labels = way_labels_new (NULL);

  return self;
}

void
way_page_frame_free (WayPageFrame *self)
{
  g_object_unref (self->plan);
  g_free (self->header);
  g_free (self->footer);
  g_free (self->title);
  g_free (self->subtitle);
  way_labels_unref (self->labels);
  g_free (self);
}

WayPlan *
way_page_frame_get_plan (WayPageFrame *self)
{
  return self->plan;
}

const WayPageSetup *
way_page_frame_get_setup (WayPageFrame *self)
{
  return &self->setup;
}

const WayStyle *
way_page_frame_get_style (WayPageFrame *self)
{
  return self->style;
}

WayLabels *
way_page_frame_get_labels (WayPageFrame *self)
{
  return self->labels;
}

static double
get_top (const WayPageFrame *self)
{
  double pixels = 0;

  if (self->header != NULL && *self->header != '\0')
    pixels += LINE_HEIGHT;
  if (self->setup.has_title)
    pixels += TITLE_HEIGHT;

  return pixels * WAY_POINTS_A_PIXEL;
}

/* An empty text leaves its line to the body; none leaves it to the number of the page */
static double
get_bottom (const WayPageFrame *self)
{
  return self->footer != NULL && *self->footer == '\0' ? 0 : LINE_HEIGHT * WAY_POINTS_A_PIXEL;
}

double
way_page_frame_get_around (WayPageFrame *self)
{
  return 2 * self->setup.margin + get_top (self) + get_bottom (self);
}

WayRect
way_page_frame_get_body (WayPageFrame *self)
{
  const WayPageSetup *setup = &self->setup;

  return (WayRect){ setup->margin, setup->margin + get_top (self),
                    MAX (0, setup->width - 2 * setup->margin),
                    MAX (0, setup->height - way_page_frame_get_around (self)) };
}

/* Placeholders */

static void
append_value (WayPageFrame *self, GString *text, const char *name, const WayPagePlace *place)
{
  const char *owner = way_record_get_text (way_plan_get_root (self->plan), WAY_PLAN_OWNER);
  const struct
  {
    const char *name;
    guint number;
  } numbers[] = {
    { "page", place->page + 1 },
    { "pages", place->n_pages },
    { "row", place->row + 1 },
    { "column", place->column + 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (name, numbers[i].name))
      {
        g_string_append_printf (text, "%u", numbers[i].number);
        return;
      }

  if (g_str_equal (name, "title"))
    g_string_append (text, self->title);
  else if (g_str_equal (name, "owner"))
    g_string_append (text, owner != NULL ? owner : "");
  else if (g_str_equal (name, "date"))
    {
      WayDate today = way_date_new (WAY_PRECISION_DAY, self->setup.today, WAY_DATE_EXACT);
      g_autofree char *words = way_text_date (today);

      g_string_append (text, words);
    }
  else
    g_string_append_printf (text, "{%s}", name);
}

char *
way_page_frame_expand (WayPageFrame *self, const char *text, const WayPagePlace *place)
{
  GString *expanded = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = *text == '{' ? strchr (text, '}') : NULL;

      if (end != NULL)
        {
          g_autofree char *name = g_strndup (text + 1, (gsize)(end - text - 1));

          append_value (self, expanded, name, place);
          text = end + 1;
        }
      else
        g_string_append_c (expanded, *text++);
    }

  return g_string_free (expanded, FALSE);
}

/* Drawing */

static void
add_part (WayPageFrame *self, WayScene *scene, guint part, const char *text)
{
  double width = MIN (way_labels_measure (self->labels, WAY_FONT_SMALL, text), scene->width);
  WayRect rect = { 0, 0, scene->width, LINE_HEIGHT };

  if (part == 1)
    rect = (WayRect){ floor ((scene->width - width) / 2), 0, width, LINE_HEIGHT };
  way_scene_add_text (scene, rect, WAY_FONT_SMALL, self->style->dim_text,
                      part == 2 ? WAY_OP_RIGHT : WAY_OP_FLAG_NONE, text);
}

static void
paint (WayPageFrame *self, WayScene *scene, double y, cairo_t *cr)
{
  if (self->setup.rtl)
    way_scene_mirror_from (scene, 0);

  cairo_save (cr);
  cairo_translate (cr, self->setup.margin, y);
  cairo_scale (cr, WAY_POINTS_A_PIXEL, WAY_POINTS_A_PIXEL);
  way_labels_begin_frame (self->labels, WAY_LABELS_NO_BUDGET);
  way_painter_paint (scene, self->labels, cr);
  cairo_restore (cr);
}

static WayScene *
scene_new (WayPageFrame *self, double height)
{
  return way_scene_new (floor (way_page_frame_get_body (self).width / WAY_POINTS_A_PIXEL), height);
}

static void
draw_line (WayPageFrame *self, const char *text, const WayPagePlace *place, double y, cairo_t *cr)
{
  g_autoptr (WayScene) scene = scene_new (self, LINE_HEIGHT);
  g_auto (GStrv) parts = g_strsplit (text, "|", N_PARTS);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *expanded = way_page_frame_expand (self, g_strstrip (parts[i]), place);

      if (*expanded != '\0')
        add_part (self, scene, i, expanded);
    }

  paint (self, scene, y, cr);
}

static void
draw_title (WayPageFrame *self, double y, cairo_t *cr)
{
  g_autoptr (WayScene) scene = scene_new (self, TITLE_HEIGHT);

  way_scene_add_text (scene, (WayRect){ 0, 0, scene->width, 26 }, WAY_FONT_TITLE, self->style->text,
                      WAY_OP_FLAG_NONE, self->title);
  if (self->subtitle != NULL)
    way_scene_add_text (scene, (WayRect){ 0, 25, scene->width, 18 }, WAY_FONT_SMALL,
                        self->style->dim_text, WAY_OP_FLAG_NONE, self->subtitle);

  paint (self, scene, y, cr);
}

static const char *
get_usual_footer (const WayPagePlace *place)
{
  if (place->n_pages == 1)
    return "";

  if (place->n_columns == 1 || place->n_rows == 1)
    /* Translators: at the end of a page's foot line; keep the bars and the words in braces */
    return _ ("||page {page} of {pages}");

  /* Translators: at the end of a page's foot line; keep the bars and the words in braces */
  return _ ("||page {page} of {pages}, row {row} column {column}");
}

static void
draw_ground (WayPageFrame *self, double height, cairo_t *cr)
{
  WayRgba colour = self->style->background;

  cairo_set_source_rgb (cr, (colour >> 24) / 255.0, (colour >> 16 & 0xff) / 255.0,
                        (colour >> 8 & 0xff) / 255.0);
  cairo_rectangle (cr, 0, 0, self->setup.width, height);
  cairo_fill (cr);
}

void
way_page_frame_draw (WayPageFrame *self, const WayPagePlace *place, double height, cairo_t *cr)
{
  double y = self->setup.margin;
  double foot = height - self->setup.margin - LINE_HEIGHT * WAY_POINTS_A_PIXEL;

  draw_ground (self, height, cr);
  if (self->header != NULL && *self->header != '\0')
    {
      draw_line (self, self->header, place, y, cr);
      y += LINE_HEIGHT * WAY_POINTS_A_PIXEL;
    }
  if (self->setup.has_title)
    draw_title (self, y, cr);
  draw_line (self, self->footer != NULL ? self->footer : get_usual_footer (place), place, foot, cr);
}
