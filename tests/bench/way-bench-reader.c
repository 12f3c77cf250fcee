/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads a plan in a process of its own and in this one by turns, and prints how many nanoseconds
 * each took, a line a round.
 */
#include "config.h"

#include "way-reader-process.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

typedef WayPlan *(*ReadFunc) (GFile *file, WayReadReport *report, GCancellable *cancellable,
                              GError **error);

/* Freeing the plan is no part of it */
static gint64
time_reading (ReadFunc read, GFile *file)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 begin = now ();
  g_autoptr (WayPlan) plan = read (file, &report, NULL, &error);
  gint64 time = now () - begin;

  if (plan == NULL)
    {
      fprintf (stderr, "read-plan: %s\n", error->message);
      exit (3);
    }

  return time;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  int n_rounds;

  if (argc != 3)
    {
      fputs ("usage: read-plan PLAN ROUNDS\n", stderr);
      return 2;
    }

  file = g_file_new_for_commandline_arg (argv[1]);
  n_rounds = atoi (argv[2]);
  for (int i = 0; i < n_rounds; i++)
    {
      gint64 apart = time_reading (way_plan_read_apart, file);
      gint64 here = time_reading (way_plan_read_file, file);

      printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", apart, here);
    }

  return 0;
}
