/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a page of sixty bars takes of somebody who knows nothing of plans and writes down with Cairo
 * and Pango where everything is: the same paper, lanes, grid, scale, heads, bars, icons and as many
 * letters as print-pages draws. Prints nanoseconds of CPU and bytes.
 */
#include "way-bench-process.h"
#include "way-plan-words.h"

#include "way-icon.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>

#define PAPER_WIDTH 841.89 /* points */
#define PAPER_HEIGHT 595.28
#define MARGIN 30.0
#define ZOOM 0.6   /* points a unit */
#define WIDTH 1303 /* units, within the margins */
#define TOP 53     /* of the scale */
#define SCALE 53   /* height of it */
#define HEAD 252   /* width of lanes' heads */
#define LANE 358   /* height */
#define YEAR 340   /* width */
#define QUARTER 85
#define ROW 34
#define BAR_WIDTH 279
#define BAR_HEIGHT 26
#define RADIUS 6
#define ICON 16
#define FONT "Cantarell, Sans "

enum
{
  TITLE,
  STRONG,
  LABEL,
  SMALL,
  N_FONTS,
};

typedef struct
{
  cairo_t *cr;
  PangoLayout *layouts[N_FONTS]; /* each for all texts of its font */
  WayBenchRandom random;
} Bare;

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gint64 *)closure += length;

  return CAIRO_STATUS_SUCCESS;
}

static void
set_grey (Bare *self, double grey)
{
  cairo_set_source_rgb (self->cr, grey, grey, grey);
}

static void
fill (Bare *self, double x, double y, double width, double height)
{
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

static void
write_text (Bare *self, guint font, double x, double y, const char *text)
{
  pango_layout_set_text (self->layouts[font], text, -1);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layouts[font]);
}

static void
add_round (Bare *self, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (self->cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (self->cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (self->cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (self->cr);
}

static void
draw_scale (Bare *self)
{
  static const char *const years[] = { "2020", "2021", "2022" };
  static const char *const months[] = { "January", "April", "July", "October" };

  for (guint i = 0; i < 12; i++)
    {
      set_grey (self, 0.75);
      fill (self, HEAD + 26 + i * QUARTER, TOP + SCALE - 5, 1, 5);
      set_grey (self, 0.33);
      write_text (self, SMALL, HEAD + 32 + i * QUARTER, TOP + 32, months[i % 4]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (years); i++)
    {
      set_grey (self, 0.75);
      fill (self, HEAD + 26 + i * YEAR, TOP, 1, SCALE);
      set_grey (self, 0.1);
      write_text (self, STRONG, HEAD + 32 + i * YEAR, TOP + 6, years[i]);
    }
  set_grey (self, 0.75);
  fill (self, 0, TOP + SCALE - 1, WIDTH, 1);
  fill (self, HEAD, TOP, 1, SCALE + 2 * LANE);
}

static void
draw_head (Bare *self, double y)
{
  g_autoptr (GString) title = g_string_new (NULL);

  way_plan_words_goal_title (&self->random, title);
  cairo_set_source_rgb (self->cr, 0.1, 0.37, 0.71);
  fill (self, 0, y, 3, LANE);
  set_grey (self, 0.1);
  pango_layout_set_width (self->layouts[STRONG], (HEAD - 46) * PANGO_SCALE);
  pango_layout_set_height (self->layouts[STRONG], -2);
  write_text (self, STRONG, 32, y + 10, title->str);
  pango_layout_set_width (self->layouts[STRONG], -1);
  set_grey (self, 0.33);
  write_text (self, SMALL, 32, y + 50, "ongoing");
  write_text (self, SMALL, HEAD - 40, y + 68, "0 %");
  set_grey (self, 0.86);
  add_round (self, 32, y + 74, 160, 5, 2.5);
  cairo_fill (self->cr);
}

static void
draw_lane (Bare *self, double y)
{
  set_grey (self, 1);
  fill (self, 0, y, WIDTH, LANE);
  set_grey (self, 0.9);
  for (guint i = 0; i < 13; i++)
    fill (self, HEAD + 26 + i * QUARTER, y, 1, LANE);
  set_grey (self, 0.75);
  for (guint i = 0; i < 4; i++)
    fill (self, HEAD + 26 + i * YEAR, y, 1, LANE);
  fill (self, 0, y + LANE - 1, WIDTH, 1);
  draw_head (self, y);
}

static void
draw_bar (Bare *self, double x, double y)
{
  static const double tones[][3]
      = { { 0.34, 0.18, 0.46 }, { 0.37, 0.25, 0.15 }, { 0.57, 0.1, 0.15 },  { 0.09, 0.32, 0.61 },
          { 0.09, 0.41, 0.24 }, { 0.61, 0.22, 0 },    { 0.04, 0.38, 0.43 }, { 0.27, 0.27, 0.27 } };
  guint category = way_bench_random_below (&self->random, G_N_ELEMENTS (tones));
  const double *tone = tones[category];
  g_autoptr (GString) text = g_string_new (NULL);

  way_plan_words_person (&self->random, text);
  g_string_append_printf (text, ", visit %u", way_bench_random_below (&self->random, 1000000));

  add_round (self, x + 0.5, y + 0.5, BAR_WIDTH - 1, BAR_HEIGHT - 1, RADIUS - 0.5);
  cairo_set_source_rgb (self->cr, 0.9 + tone[0] / 10, 0.9 + tone[1] / 10, 0.9 + tone[2] / 10);
  cairo_fill_preserve (self->cr);
  cairo_set_source_rgb (self->cr, tone[0], tone[1], tone[2]);
  cairo_set_line_width (self->cr, 1);
  cairo_stroke (self->cr);
  way_icon_draw (self->cr, way_icon_for_category (category), x + 8, y + 5, ICON);
  set_grey (self, 0.1);
  write_text (self, LABEL, x + 28, y + 5, text->str);
}

static void
draw_today (Bare *self)
{
  double x = HEAD + 26 + 1.75 * YEAR;

  cairo_set_source_rgb (self->cr, 0.75, 0.11, 0.16);
  fill (self, x, TOP + SCALE, 2, 2 * LANE);
  add_round (self, x - 26, TOP + SCALE - 20, 54, 18, 9);
  cairo_fill (self->cr);
  set_grey (self, 1);
  write_text (self, SMALL, x - 17, TOP + SCALE - 18, "Today");
}

static void
draw_page (Bare *self, guint page, guint n_pages)
{
  g_autofree char *foot = g_strdup_printf ("page %u of %u", page + 1, n_pages);

  set_grey (self, 1);
  cairo_paint (self->cr);
  cairo_save (self->cr);
  cairo_translate (self->cr, MARGIN, MARGIN);
  cairo_scale (self->cr, ZOOM, ZOOM);
  set_grey (self, 0.1);
  write_text (self, TITLE, 0, 0, "Untitled");
  set_grey (self, 0.33);
  write_text (self, SMALL, 0, 27, "January 2020 to December 2022");
  write_text (self, SMALL, WIDTH - 80, 874, foot);
  draw_scale (self);
  for (guint lane = 0; lane < 2; lane++)
    {
      double y = TOP + SCALE + lane * LANE;

      draw_lane (self, y);
      for (guint i = 0; i < 30; i++)
        draw_bar (self, HEAD + 26 + i % 3 * YEAR + way_bench_random_below (&self->random, 37),
                  y + 13 + i / 3 * ROW);
    }
  draw_today (self);
  cairo_restore (self->cr);
  cairo_show_page (self->cr);
}

static PangoLayout *
create_layout (PangoContext *context, double size, PangoWeight weight)
{
  PangoFontDescription *description = pango_font_description_from_string (FONT);
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_absolute_size (description, size * PANGO_SCALE);
  pango_font_description_set_weight (description, weight);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_font_description_free (description);

  return layout;
}

/* Letters where they belong on paper, not on pixels, as everybody wants them who prints */
static PangoContext *
create_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_SLIGHT);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  cairo_font_options_destroy (options);

  return context;
}

int
main (int argc, char *argv[])
{
  guint n_pages = argc == 2 ? (guint)atoi (argv[1]) : 0;
  Bare self = { .random = way_bench_random_for (1, 0) };
  PangoContext *context;
  cairo_surface_t *surface;
  gint64 begin, n_bytes = 0;

  if (n_pages == 0)
    {
      fputs ("usage: bare-pages PAGES\n", stderr);
      return 2;
    }

  begin = way_bench_process_time ();
  context = create_context ();
  self.layouts[TITLE] = create_layout (context, 20.5, PANGO_WEIGHT_BOLD);
  self.layouts[STRONG] = create_layout (context, 13.75, PANGO_WEIGHT_BOLD);
  self.layouts[LABEL] = create_layout (context, 13.25, PANGO_WEIGHT_NORMAL);
  self.layouts[SMALL] = create_layout (context, 11.5, PANGO_WEIGHT_NORMAL);
  surface = cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, PAPER_WIDTH, PAPER_HEIGHT);
  self.cr = cairo_create (surface);
  for (guint page = 0; page < n_pages; page++)
    draw_page (&self, page, n_pages);
  cairo_destroy (self.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);

  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", way_bench_process_time () - begin,
          n_bytes);

  for (guint font = 0; font < N_FONTS; font++)
    g_object_unref (self.layouts[font]);
  g_object_unref (context);

  return 0;
}
