/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Works on a plan whose unsaved steps are kept, and prints in nanoseconds: the CPU that keeping a
 * step costs the thread that edits (median), that of reading the plan, that of restoring it with
 * all its steps, and for how long at most the main loop stood still while the plan was being saved
 * and edited at once (wall time).
 *
 * The journals lie below $XDG_DATA_HOME.
 */
#include "config.h"

#include "way-bench-random.h"

#include "way-document-journal.h"
#include "way-journal-reader.h"
#include "way-milestone-commands.h"
#include "way-plan-reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define N_STEPS 10000
#define FARTHEST 60
#define EDIT_EVERY 3 /* milliseconds, while the plan is being saved */

static gint64
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

typedef struct
{
  WayDocument *document;
  WayBenchRandom random;
  gint64 begun;
  GArray *costs; /* of gint64 */

  GMainLoop *loop;
  gint64 last; /* when the loop was last heard of */
  gint64 stall;
} Bench;

static gboolean
run_move (WayEditGroup *group, gpointer user_data, GError **error)
{
  Bench *bench = user_data;
  guint count;
  WayRecord *const *records
      = way_plan_get_records (way_edit_group_get_plan (group), WAY_KIND_MILESTONE, &count);
  WayId id = *way_record_get_id (records[way_bench_random_below (&bench->random, count)]);
  int days = (int)way_bench_random_below (&bench->random, 2 * FARTHEST) - FARTHEST;

  return way_milestone_move (group, &id, days, error);
}

static void
edit (Bench *bench)
{
  way_document_execute (bench->document, "Move", NULL, run_move, bench, NULL);
}

/* Handlers are called in the order in which they are connected, and the journal's stands between
 * these two */
static void
on_changed_first (Bench *bench)
{
  bench->begun = now (CLOCK_THREAD_CPUTIME_ID);
}

static void
on_changed_last (Bench *bench)
{
  gint64 cost = now (CLOCK_THREAD_CPUTIME_ID) - bench->begun;

  g_array_append_val (bench->costs, cost);
}

static int
compare (const void *a, const void *b)
{
  gint64 left = *(const gint64 *)a, right = *(const gint64 *)b;

  return (left > right) - (left < right);
}

static gint64
get_median (GArray *costs)
{
  qsort (costs->data, costs->len, sizeof (gint64), compare);

  return g_array_index (costs, gint64, costs->len / 2);
}

static gboolean
work (GFile *file, GError **error)
{
  g_autoptr (GArray) costs = g_array_new (FALSE, FALSE, sizeof (gint64));
  Bench bench = { .random = way_bench_random_for (1, 0), .costs = costs };
  WayPlan *plan;

  bench.document = way_document_load (file, NULL, error);
  if (bench.document == NULL)
    return FALSE;

  plan = way_document_get_plan (bench.document);
  g_signal_connect_swapped (plan, "changed", G_CALLBACK (on_changed_first), &bench);
  way_document_keep_unsaved (bench.document);
  g_signal_connect_swapped (plan, "changed", G_CALLBACK (on_changed_last), &bench);
  while (costs->len < N_STEPS)
    edit (&bench);
  way_document_wait_kept (bench.document);
  printf ("%" G_GINT64_FORMAT " ", get_median (costs));
  g_signal_handlers_disconnect_by_data (plan, &bench);
  g_object_unref (bench.document);

  return TRUE;
}

static gboolean
recover (GFile *file, GError **error)
{
  g_autoptr (GPtrArray) claims = way_journal_claim_all (NULL);
  g_auto (WayJournalContent) content = { 0 };
  gint64 begin = now (CLOCK_THREAD_CPUTIME_ID), loaded, begun, restored;
  WayPlan *plan = way_plan_read_file (file, NULL, NULL, error);

  loaded = now (CLOCK_THREAD_CPUTIME_ID);
  g_clear_object (&plan);
  begun = now (CLOCK_THREAD_CPUTIME_ID);
  if (*error != NULL || claims->len != 1
      || !way_journal_claim_read (claims->pdata[0], &content, error))
    return FALSE;

  restored = now (CLOCK_THREAD_CPUTIME_ID);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", loaded - begin, restored - begun);
  way_journal_claim_remove (claims->pdata[0]);

  return TRUE;
}

static gboolean
on_tick (gpointer user_data)
{
  Bench *bench = user_data;
  gint64 time;

  edit (bench);
  time = now (CLOCK_MONOTONIC);
  bench->stall = MAX (bench->stall, time - bench->last - EDIT_EVERY * 1000000);
  bench->last = time;

  return G_SOURCE_CONTINUE;
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Bench *bench = user_data;

  if (!way_document_save_finish (WAY_DOCUMENT (source), result, NULL))
    bench->stall = G_MAXINT64;
  g_main_loop_quit (bench->loop);
}

static gboolean
save_and_edit (GFile *source, GFile *target, GError **error)
{
  Bench bench = { .random = way_bench_random_for (2, 0) };
  guint tick;

  bench.document = way_document_load (source, NULL, error);
  if (bench.document == NULL)
    return FALSE;

  way_document_keep_unsaved (bench.document);
  bench.loop = g_main_loop_new (NULL, FALSE);
  edit (&bench);
  way_document_wait_kept (bench.document);
  bench.last = now (CLOCK_MONOTONIC);
  way_document_save_async (bench.document, target, NULL, on_saved, &bench);
  tick = g_timeout_add (EDIT_EVERY, on_tick, &bench);
  g_main_loop_run (bench.loop);
  g_source_remove (tick);
  printf ("%" G_GINT64_FORMAT "\n", bench.stall);
  way_document_forget_unsaved (bench.document);
  g_main_loop_unref (bench.loop);
  g_object_unref (bench.document);

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;

  if (argc != 3)
    {
      fputs ("usage: keep-plan PLAN TARGET\n", stderr);
      return 2;
    }

  source = g_file_new_for_commandline_arg (argv[1]);
  target = g_file_new_for_commandline_arg (argv[2]);
  if (work (source, &error) && recover (source, &error) && save_and_edit (source, target, &error))
    return 0;

  fprintf (stderr, "keep-plan: %s\n", error != NULL ? error->message : "the journal is not there");

  return 3;
}
