/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Paints a plan's timeline off screen as scripts of pan, zoom and jump ask for it, and prints for
 * each script how many nanoseconds of this thread's CPU each frame took.
 *
 * A frame is all that the picture needs and nothing is kept from the one before but shaped labels:
 * layout for the zoom, scene, paint. Each script begins with no label shaped.
 */
#include "config.h"

#include "way-bench-random.h"

#include "way-overlay.h"
#include "way-painter.h"
#include "way-plan-reader.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define WIDTH 1600
#define HEIGHT 900
#define LABELS_A_FRAME 60 /* as the window allows itself */
#define TODAY 20779       /* 2026-11-22 */
#define DAY_WIDTH 2.5     /* a year is 900 pixels: a zoom to work in */

typedef struct
{
  WayLayout *layout;
  WayViewport viewport;
  WayScale whole; /* the whole plan in the window */
  double pointer; /* where the zoom stays */
  WayBenchRandom random;
  cairo_t *cr;
} Bench;

/* Moves the view to where frame @frame of a script of @n_frames has it */
typedef void (*StepFunc) (Bench *self, guint frame, guint n_frames);

static double
lowest_scroll (Bench *self)
{
  double room = way_viewport_body_height (&self->viewport);

  return MAX (0, way_layout_get_height (self->layout) - room);
}

/* The first item of the lane at that part of all lanes' height, at a zoom to work in */
static void
look_at (Bench *self, double part)
{
  guint index;
  const WayLane *lane;

  self->viewport.scroll_y = floor (lowest_scroll (self) * part);
  index = (guint)way_layout_find_lane (self->layout, self->viewport.scroll_y);
  lane = way_layout_get_lane (self->layout, index);
  self->viewport.scale = (WayScale){
    .origin = (lane->n_items > 0 ? lane->items[0].start : TODAY) - 30,
    .day_width = DAY_WIDTH,
  };
}

/* Both pans visit five places, so few that the jumps to them do not count among a hundred frames */
static gboolean
visit_places (Bench *self, guint frame, guint n_frames)
{
  guint stay = n_frames / 5;

  if (frame % stay != 0)
    return FALSE;

  look_at (self, 0.1 + 0.15 * (frame / stay));

  return TRUE;
}

static void
step_pan_vertically (Bench *self, guint frame, guint n_frames)
{
  if (!visit_places (self, frame, n_frames))
    self->viewport.scroll_y += frame % 60 < 45 ? 40 : 100; /* the wheel, then a flick */
}

static void
step_pan_horizontally (Bench *self, guint frame, guint n_frames)
{
  if (!visit_places (self, frame, n_frames))
    self->viewport.scale = way_scale_pan (self->viewport.scale, frame / 60 % 2 == 0 ? 40 : -40);
}

/* From the whole plan to single days and back, at a milestone */
static void
step_zoom (Bench *self, guint frame, guint n_frames)
{
  double factor = pow (20 / self->whole.day_width, 2.0 / n_frames);

  if (frame == 0)
    {
      look_at (self, 0.4);
      self->pointer = way_scale_x (self->whole, self->viewport.scale.origin + 90);
      self->viewport.scale = self->whole;
    }
  self->viewport.scale = way_scale_zoom (self->viewport.scale, self->pointer,
                                         frame < n_frames / 2 ? factor : 1 / factor);
}

static void
step_jump (Bench *self, guint frame, guint n_frames)
{
  look_at (self, way_bench_random_below (&self->random, 1000) / 1000.0);
}

/* The whole span in the window, page after page */
static void
step_overview (Bench *self, guint frame, guint n_frames)
{
  self->viewport.scale = self->whole;
  self->viewport.scroll_y = floor (lowest_scroll (self) * frame / n_frames);
}

static const struct
{
  const char *name;
  StepFunc step;
  guint n_frames;
} scripts[] = {
  { "pan-vertical", step_pan_vertically, 600 },
  { "pan-horizontal", step_pan_horizontally, 600 },
  { "zoom", step_zoom, 400 },
  { "jump", step_jump, 400 },
  { "overview", step_overview, 400 },
};

static gint64
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static void
paint_frame (Bench *self)
{
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  WayLabels *labels = way_layout_get_labels (self->layout);
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (WayScene) overlay = NULL;

  way_labels_begin_frame (labels, LABELS_A_FRAME);
  way_layout_set_day_width (self->layout, self->viewport.scale.day_width);
  self->viewport.scale = way_scale_align (self->viewport.scale);
  self->viewport.scroll_y = CLAMP (self->viewport.scroll_y, 0, lowest_scroll (self));

  scene = way_scene_build (self->layout, &self->viewport, style, WAY_SCENE_ALL);
  way_painter_paint (scene, labels, self->cr);

  overlay = way_scene_new (WIDTH, HEIGHT);
  way_overlay_add_today (overlay, labels, &self->viewport, style, TODAY);
  way_painter_paint (overlay, labels, self->cr);
}

static void
run_script (Bench *self, WayPlan *plan, guint index)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, DAY_WIDTH);
  const WayMetrics *metrics = way_layout_get_metrics (layout);

  self->layout = layout;
  self->random = way_bench_random_for (1, index);
  self->viewport = (WayViewport){ .width = WIDTH,
                                  .height = HEIGHT,
                                  .head_width = metrics->head_width,
                                  .scale_height = metrics->scale_height };
  self->whole = way_layout_fit (layout, way_viewport_body_width (&self->viewport), TODAY);

  printf ("%s", scripts[index].name);
  for (guint frame = 0; frame < scripts[index].n_frames; frame++)
    {
      gint64 begin;

      scripts[index].step (self, frame, scripts[index].n_frames);
      begin = thread_time ();
      paint_frame (self);
      printf (" %" G_GINT64_FORMAT, thread_time () - begin);
    }
  printf ("\n");
}

/* What painting the same area takes with nothing known about plans: a ground and 500 bars, no text
 */
static void
run_bare_loop (Bench *self)
{
  printf ("bare");
  for (guint frame = 0; frame < 200; frame++)
    {
      WayBenchRandom random = way_bench_random_for (2, frame);
      gint64 begin = thread_time ();

      cairo_set_source_rgb (self->cr, 1, 1, 1);
      cairo_paint (self->cr);
      cairo_set_source_rgb (self->cr, 0.2, 0.5, 0.9);
      for (guint i = 0; i < 500; i++)
        {
          cairo_rectangle (self->cr, way_bench_random_below (&random, WIDTH),
                           way_bench_random_below (&random, HEIGHT), 60, 20);
          cairo_fill (self->cr);
        }
      printf (" %" G_GINT64_FORMAT, thread_time () - begin);
    }
  printf ("\n");
}

int
main (int argc, char *argv[])
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  Bench self = { .cr = cairo_create (surface) };
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (WayPlan) plan = NULL;

  if (argc != 2)
    {
      fputs ("usage: paint-frames PLAN\n", stderr);
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  plan = way_plan_read_file (file, NULL, NULL, &error);
  if (plan == NULL)
    {
      fprintf (stderr, "paint-frames: %s\n", error->message);
      return 3;
    }

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    run_script (&self, plan, i);
  run_bare_loop (&self);

  cairo_destroy (self.cr);
  cairo_surface_destroy (surface);

  return 0;
}
