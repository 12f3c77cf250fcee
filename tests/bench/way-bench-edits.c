/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edits a plan as the window does, with its layout and its schedule listening, and prints in
 * nanoseconds of CPU: the worst of random edits, the same of the schedule alone, a move of many
 * milestones in one step, its undo, what the schedule does about both when the window is idle, and
 * a save.
 */
#include "config.h"

#include "way-bench-random.h"

#include "way-document-schedule.h"
#include "way-layout.h"
#include "way-milestone-commands.h"

#include <stdio.h>
#include <time.h>

#define N_EDITS 2000
#define N_MOVED 10000
#define FARTHEST 60 /* days by which an edit moves */
#define DAY_WIDTH 1.0

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WayLayout *layout;
  gint64 begun; /* when the schedule began to listen */
  gint64 scheduling;
} Bench;

typedef struct
{
  WayId *ids;
  guint n_ids;
  int days;
  guint what;
} Edit;

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static gboolean
run_edit (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;

  if (edit->what > 2)
    return way_milestone_move_all (group, edit->ids, edit->n_ids, (WayShift){ .days = edit->days },
                                   error);

  for (guint i = 0; i < edit->n_ids; i++)
    {
      gboolean is_done;

      if (edit->what == 0)
        is_done = way_milestone_toggle_done (group, &edit->ids[i], error);
      else
        is_done
            = way_milestone_resize (group, &edit->ids[i], WAY_EDGE_END, ABS (edit->days), error);

      if (!is_done)
        return FALSE;
    }

  return TRUE;
}

/* Handlers are called in the order in which they are connected: the schedule's stands between these
 * two and the layout's comes last. */
static void
on_changed_first (WayPlan *plan, WayChangeSet *changes, Bench *bench)
{
  bench->begun = now ();
}

static void
on_changed_last (WayPlan *plan, WayChangeSet *changes, Bench *bench)
{
  bench->scheduling = now () - bench->begun;
  way_layout_update (bench->layout, changes);
}

/* A milestone that has dates to change */
static WayId
pick (Bench *bench, WayBenchRandom *random)
{
  guint count;
  WayRecord *const *records = way_plan_get_records (bench->plan, WAY_KIND_MILESTONE, &count);
  WayRecord *record;

  do
    record = records[way_bench_random_below (random, count)];
  while (!way_record_has (record, WAY_MILESTONE_START)
         && !way_record_has (record, WAY_MILESTONE_END));

  return *way_record_get_id (record);
}

static void
on_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
}

/* What is made once a plan and not once an edit: the window does so when it is idle */
static void
warm_up (Bench *bench)
{
  way_document_set_push (bench->document, WAY_PUSH_ASK);
  way_schedule_build (way_document_get_schedule (bench->document));
  way_plan_foreach_referrer (bench->plan, way_plan_get_id (bench->plan), on_referrer, NULL);
}

static gboolean
edit_at_random (Bench *bench, GError **error)
{
  WayBenchRandom random = way_bench_random_for (1, 0);
  gint64 worst = 0, worst_scheduling = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      WayId id = pick (bench, &random);
      Edit edit = { &id, 1, (int)way_bench_random_below (&random, 2 * FARTHEST) - FARTHEST,
                    way_bench_random_below (&random, 10) };
      gint64 begin = now ();

      if (!way_document_execute (bench->document, "Edit", NULL, run_edit, &edit, error))
        return FALSE;
      worst = MAX (worst, now () - begin);
      worst_scheduling = MAX (worst_scheduling, bench->scheduling);
    }

  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", worst, worst_scheduling);

  return TRUE;
}

static gboolean
move_many (Bench *bench, GError **error)
{
  g_autofree WayId *ids = g_new (WayId, N_MOVED);
  Edit edit = { ids, N_MOVED, 10, 9 };
  guint count;
  WayRecord *const *records = way_plan_get_records (bench->plan, WAY_KIND_MILESTONE, &count);
  WaySchedule *schedule = way_document_get_schedule (bench->document);
  gint64 begin, moved, followed, undone;

  for (guint i = 0; i < N_MOVED; i++)
    ids[i] = *way_record_get_id (records[(gsize)i * count / N_MOVED]);

  begin = now ();
  if (!way_document_execute (bench->document, "Move", NULL, run_edit, &edit, error))
    return FALSE;
  moved = now ();
  way_schedule_build (schedule);
  followed = now ();
  way_document_undo (bench->document);
  undone = now ();
  way_schedule_build (schedule);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " ", moved - begin,
          undone - followed, followed - moved + now () - undone);

  return TRUE;
}

static gboolean
save (Bench *bench, GFile *file, GError **error)
{
  gint64 begin = now ();

  if (!way_document_save (bench->document, file, NULL, error))
    return FALSE;

  printf ("%" G_GINT64_FORMAT "\n", now () - begin);

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (WayDocument) loaded = NULL;
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();
  Bench bench = { NULL };

  if (argc != 3)
    {
      fputs ("usage: edit-plan PLAN TARGET\n", stderr);
      return 2;
    }

  source = g_file_new_for_commandline_arg (argv[1]);
  target = g_file_new_for_commandline_arg (argv[2]);
  loaded = way_document_load (source, NULL, &error);
  if (loaded == NULL)
    goto failed;

  bench.plan = way_document_get_plan (loaded);
  g_signal_connect (bench.plan, "changed", G_CALLBACK (on_changed_first), &bench);
  bench.document = way_document_new (bench.plan); /* one whose schedule listens now */
  bench.layout = way_layout_new (bench.plan, labels, DAY_WIDTH);
  g_signal_connect (bench.plan, "changed", G_CALLBACK (on_changed_last), &bench);
  warm_up (&bench);

  if (edit_at_random (&bench, &error) && move_many (&bench, &error))
    save (&bench, target, &error);

  way_layout_free (bench.layout);
  g_signal_handlers_disconnect_by_data (bench.plan, &bench);
  g_object_unref (bench.document);
  if (error == NULL)
    return 0;

failed:
  fprintf (stderr, "edit-plan: %s\n", error->message);

  return 3;
}
