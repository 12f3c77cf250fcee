/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saves a plan once for each line on standard input, and prints how many nanoseconds the save took
 * and how many bytes more than before were resident at its peak.
 *
 * Whoever asks can so let something else run between two saves.
 */
#include "config.h"

#include "way-plan-reader.h"
#include "way-plan-writer.h"

#include <malloc.h>
#include <stdio.h>
#include <time.h>

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

/* A line of this process's status, in bytes */
static gint64
read_status (const char *name)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, name);

  return line != NULL ? g_ascii_strtoll (line + strlen (name), NULL, 10) * 1024 : 0;
}

/* Gives back what loading has left over, or a save could use that unseen, and begins a new peak */
static gint64
begin_peak (void)
{
  FILE *references = fopen ("/proc/self/clear_refs", "w");

  malloc_trim (0);
  if (references != NULL)
    {
      fputs ("5", references);
      fclose (references);
    }

  return read_status ("VmRSS:");
}

static gboolean
save (WayPlan *plan, GFile *file, GError **error)
{
  gint64 before = begin_peak ();
  gint64 begin = now ();
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (plan);

  if (!way_plan_write_file (snapshot, file, NULL, NULL, NULL, error))
    return FALSE;

  printf ("%" G_GINT64_FORMAT, now () - begin);
  printf (" %" G_GINT64_FORMAT "\n", read_status ("VmHWM:") - before);
  fflush (stdout);

  return TRUE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (WayPlan) plan = NULL;

  if (argc != 3)
    {
      fputs ("usage: save-plan PLAN TARGET\n", stderr);
      return 2;
    }

  source = g_file_new_for_commandline_arg (argv[1]);
  target = g_file_new_for_commandline_arg (argv[2]);
  plan = way_plan_read_file (source, NULL, NULL, &error);

  while (error == NULL && getchar () != EOF)
    save (plan, target, &error);

  if (error == NULL)
    return 0;

  fprintf (stderr, "save-plan: %s\n", error->message);

  return 3;
}
