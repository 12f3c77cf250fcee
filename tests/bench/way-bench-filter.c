/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Types words into a plan's filter letter by letter, takes them back, and prints how many
 * nanoseconds of this thread's CPU each key took: the search, the layout, and what is drawn of the
 * timeline and its overview as a scene, all but the paint. First with the others dimmed, then with
 * them hidden.
 */
#include "config.h"

#include "way-filter.h"
#include "way-overview.h"
#include "way-plan-reader.h"
#include "way-scene.h"

#include <stdio.h>
#include <time.h>

#define WIDTH 1600
#define HEIGHT 900
#define OVERVIEW_HEIGHT 72
#define TODAY 20779 /* 2026-11-22 */
#define DAY_WIDTH 2.5

static const char *const words[]
    = { "exam", "supervision", "critical care course", "er an", "the ward", "zzz" };

typedef struct
{
  WayFilter *filter;
  WayLayout *layout;
  WayViewport viewport;
  gboolean hides;
} Bench;

static gint64
thread_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static gboolean
matches (const WayRecord *record, gpointer user_data)
{
  return way_filter_matches (user_data, record);
}

static void
press (Bench *self, const char *text)
{
  const WayStyle *style = way_style_get (WAY_THEME_LIGHT);
  gint64 begin = thread_time ();
  gboolean is_active;
  g_autoptr (WayScene) scene = NULL;
  g_autoptr (WayScene) overview = NULL;

  way_filter_set_criteria (self->filter, &(WayCriteria){ .text = text });
  is_active = way_filter_is_active (self->filter);
  way_layout_set_filter (self->layout, is_active ? matches : NULL, self->filter, self->hides);
  scene = way_scene_build (self->layout, &self->viewport, style, WAY_SCENE_ALL);
  overview = way_overview_build (self->layout, WIDTH, OVERVIEW_HEIGHT, style, TODAY, FALSE);
  printf (" %" G_GINT64_FORMAT, thread_time () - begin);
}

static void
type (Bench *self, const char *name, gboolean hides)
{
  self->hides = hides;
  printf ("%s", name);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      for (gsize j = 1; j <= 2 * length; j++)
        {
          g_autofree char *typed = g_strndup (words[i], j <= length ? j : 2 * length - j);

          press (self, typed);
        }
    }
  printf ("\n");
}

int
main (int argc, char *argv[])
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WayFilter) filter = NULL;
  g_autoptr (WayLayout) layout = NULL;
  Bench self = { .viewport = { .scale = { TODAY, DAY_WIDTH }, .width = WIDTH, .height = HEIGHT } };

  if (argc != 2)
    {
      fputs ("usage: type-filter PLAN\n", stderr);
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  plan = way_plan_read_file (file, NULL, NULL, &error);
  if (plan == NULL)
    {
      fprintf (stderr, "type-filter: %s\n", error->message);
      return 3;
    }

  filter = self.filter = way_filter_new (plan);
  layout = self.layout = way_layout_new (plan, labels, DAY_WIDTH);
  self.viewport.head_width = way_layout_get_metrics (layout)->head_width;
  self.viewport.scale_height = way_layout_get_metrics (layout)->scale_height;
  way_filter_prepare (filter); /* as the window does when the bar opens */

  /* what is in sight has its text measured once, as when the plan was opened */
  way_scene_free (
      way_scene_build (layout, &self.viewport, way_style_get (WAY_THEME_LIGHT), WAY_SCENE_ALL));
  type (&self, "dim", FALSE);
  type (&self, "hide", TRUE);

  return 0;
}
