/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Does what the preview of the print dialog does on its thread until the first page of a plan is
 * there, and prints, a line a round, how many nanoseconds of CPU all of it took and how many of
 * them the drawing of that page did, when all was prepared. Fonts are loaded before, as they are in
 * a window.
 */
#include "config.h"

#include "way-bench-process.h"

#include "way-plan-reader.h"
#include "way-print-work.h"

#include <stdio.h>
#include <stdlib.h>

#define PICTURE_WIDTH                                                                              \
  560.0 /* pixels, of the preview in the dialog on a screen of usual density                       \
         */

static void
draw (WayPages *pages)
{
  double width, height, scale;
  cairo_surface_t *picture;
  cairo_t *cr;

  way_pages_get_size (pages, &width, &height);
  scale = PICTURE_WIDTH / width;
  picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)(width * scale),
                                        (int)(height * scale));
  cr = cairo_create (picture);
  cairo_scale (cr, scale, scale);
  way_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
}

static void
preview (WaySnapshot *plan, const WayPrintChoices *choices, const WayPrintPaper *paper,
         gboolean is_told)
{
  gint64 begin = way_bench_process_time ();
  g_autoptr (WayPrintWork) work = way_print_work_new (plan, choices, paper, NULL);
  gint64 prepared = way_bench_process_time ();

  draw (way_print_work_get_pages (work));
  if (is_told)
    printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", way_bench_process_time () - begin,
            way_bench_process_time () - prepared);
}

int
main (int argc, char *argv[])
{
  const WayPrintPaper paper = { 595.28, 841.89, WAY_PAGE_MARGIN, 0 };
  g_autoptr (WayPrintChoices) choices = way_print_choices_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) snapshot = NULL;

  if (argc != 3)
    {
      fputs ("usage: preview-page PLAN ROUNDS\n", stderr);
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  plan = way_plan_read_file (file, NULL, NULL, &error);
  if (plan == NULL)
    {
      fprintf (stderr, "preview-page: %s\n", error->message);
      return 3;
    }

  snapshot = way_snapshot_new (plan);
  for (int i = 0; i <= atoi (argv[2]); i++)
    preview (snapshot, choices, &paper, i > 0);

  return 0;
}
