/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Runs a command with its output thrown away and prints its CPU time and wall time in nanoseconds
 * and its largest resident size in KiB.
 *
 * The kernel counts the peak of whoever starts a process as the process's own until it grows
 * beyond, so whoever measures has to be small: this program links nothing but the C library.
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static int64_t
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return time.tv_sec * INT64_C (1000000000) + time.tv_nsec;
}

static int64_t
nanoseconds (struct timeval time)
{
  return time.tv_sec * INT64_C (1000000000) + time.tv_usec * INT64_C (1000);
}

int
main (int argc, char *argv[])
{
  posix_spawn_file_actions_t actions;
  struct rusage usage;
  int64_t begin, end;
  int status, failure;
  pid_t child;

  if (argc < 2)
    {
      fputs ("usage: measure COMMAND [ARGUMENT...]\n", stderr);
      return 2;
    }

  posix_spawn_file_actions_init (&actions);
  posix_spawn_file_actions_addopen (&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);

  begin = now ();
  failure = posix_spawnp (&child, argv[1], &actions, NULL, argv + 1, environ);
  if (failure != 0)
    {
      fprintf (stderr, "measure: %s: %s\n", argv[1], strerror (failure));
      return 3;
    }
  while (wait4 (child, &status, 0, &usage) < 0 && errno == EINTR)
    ;
  end = now ();

  if (!WIFEXITED (status) || WEXITSTATUS (status) != 0)
    {
      fprintf (stderr, "measure: %s failed with status %#x\n", argv[1], (unsigned)status);
      return 1;
    }

  printf ("%" PRId64 " %" PRId64 " %ld\n",
          nanoseconds (usage.ru_utime) + nanoseconds (usage.ru_stime), end - begin,
          usage.ru_maxrss);

  return 0;
}
