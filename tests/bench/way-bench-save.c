/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Saves a plan once for each line on standard input, and prints how many nanoseconds the save took
 * and how many bytes more than before were resident at its peak. For a line "plain" it writes the
 * same bytes from memory to another file, flushes and renames it: the least that a save can be.
 *
 * Whoever asks can so let something else run between two saves.
 */
#include "config.h"

#include "way-plan-reader.h"
#include "way-plan-writer.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

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

static gboolean
write_plain (GBytes *bytes, const char *path)
{
  g_autofree char *temporary = g_strconcat (path, ".new", NULL);
  gsize size, done = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  gint64 begin = now ();
  int fd = open (temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  while (fd >= 0 && done < size)
    {
      gssize n_written = write (fd, data + done, size - done);

      if (n_written < 0)
        return FALSE;
      done += (gsize)n_written;
    }
  if (fd < 0 || fsync (fd) != 0 || close (fd) != 0 || rename (temporary, path) != 0)
    return FALSE;

  printf ("%" G_GINT64_FORMAT " 0\n", now () - begin);
  fflush (stdout);

  return TRUE;
}

static gboolean
do_line (WayPlan *plan, GBytes *bytes, GFile *target, const char *line, GError **error)
{
  g_autofree char *plain = g_strconcat (g_file_peek_path (target), ".plain", NULL);

  if (!g_str_has_prefix (line, "plain"))
    return save (plan, target, error);
  if (write_plain (bytes, plain))
    return TRUE;

  g_set_error (error, G_FILE_ERROR, (int)g_file_error_from_errno (errno), "%s: %s", plain,
               g_strerror (errno));

  return FALSE;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char line[16];

  if (argc != 3)
    {
      fputs ("usage: save-plan PLAN TARGET\n", stderr);
      return 2;
    }

  source = g_file_new_for_commandline_arg (argv[1]);
  target = g_file_new_for_commandline_arg (argv[2]);
  plan = way_plan_read_file (source, NULL, NULL, &error);

  if (plan != NULL)
    {
      snapshot = way_snapshot_new (plan);
      bytes = way_plan_write_bytes (snapshot, &error);
    }

  while (error == NULL && fgets (line, sizeof line, stdin) != NULL)
    do_line (plan, bytes, target, line, &error);

  if (error == NULL)
    return 0;

  fprintf (stderr, "save-plan: %s\n", error->message);

  return 3;
}
