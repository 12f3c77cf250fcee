/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Prints the first pages of a plan of so many into a PDF that nobody keeps, and says how many
 * nanoseconds of CPU that took, how many bytes it has, and what the process ever took of memory, in
 * KiB. The plan is there before.
 */
#include "config.h"

#include "way-bench-plan.h"
#include "way-bench-process.h"

#include "way-print.h"

#include <stdio.h>
#include <stdlib.h>

#define TODAY 18900 /* 2021-09-30, within the plan */
#define GOALS_PER_PAGE 2

/* Ids of the goals that fill the first pages */
static GArray *
get_goals (WayPlan *plan, guint n_pages)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  guint n_goals;
  WayRecord *const *goals = way_plan_get_records (plan, WAY_KIND_GOAL, &n_goals);

  for (guint i = 0; i < MIN (n_goals, n_pages * GOALS_PER_PAGE); i++)
    g_array_append_vals (ids, way_record_get_id (goals[i]), 1);

  return ids;
}

static gboolean
print (WayPlan *plan, guint n_pages, GError **error)
{
  WayPrintOptions options = way_print_options_new ();
  g_autoptr (GArray) goals = get_goals (plan, n_pages);
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("waymark-XXXXXX.pdf", &stream, error);
  GOutputStream *output;
  gint64 begin;

  if (file == NULL)
    return FALSE;

  g_file_delete (file, NULL, NULL);
  output = g_io_stream_get_output_stream (G_IO_STREAM (stream));
  options.setup.today = TODAY;
  options.timeline.has_legend = FALSE;
  options.timeline.goals = (const WayId *)(gconstpointer)goals->data;
  options.timeline.n_goals = goals->len;
  begin = way_bench_process_time ();
  if (!way_print_render (plan, &options, output, NULL, error))
    return FALSE;

  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GUINT64_FORMAT "\n",
          way_bench_process_time () - begin, (gint64)g_seekable_tell (G_SEEKABLE (output)),
          way_bench_process_peak ());

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = NULL;

  if (argc != 3)
    {
      fputs ("usage: print-pages PAGES PRINTED\n", stderr);
      return 2;
    }

  plan = way_bench_plan_new_for_pages ((guint)atoi (argv[1]));
  if (print (plan, (guint)atoi (argv[2]), &error))
    return 0;

  fprintf (stderr, "print-pages: %s\n", error->message);

  return 3;
}
