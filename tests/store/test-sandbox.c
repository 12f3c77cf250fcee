/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A process in the sandbox does its work, and nothing else; each try is a child that gets away with
 * it, is told no, or is killed.
 */
#include "way-sandbox.h"
#include "way-sanitizer.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MEMORY (64 * 1024 * 1024)
#define SECONDS 1

typedef enum
{
  GOT_AWAY = 0,
  TOLD_NO = 1,
  KILLED = 2,
  NOT_ENTERED = 3,
} Outcome;

typedef Outcome (*Try) (void);

/* What the layers are here, as a child finds out */
static WaySandboxLayers
find_layers (void)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit ((int)way_sandbox_enter (MEMORY, SECONDS, NULL));
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));

  return (WaySandboxLayers)WEXITSTATUS (status);
}

static Outcome
outcome_of (Try try)
{
  pid_t child = fork ();
  int status;

  if (child == 0)
    _exit (way_sandbox_enter (MEMORY, SECONDS, NULL) == 0 ? NOT_ENTERED : (int)try ());
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);

  return WIFEXITED (status) ? (Outcome)WEXITSTATUS (status) : KILLED;
}

static int input;
static int output[2];

static Outcome
work (void)
{
  char buffer[64];
  struct stat status;

  return read (input, buffer, sizeof buffer) > 0 && lseek (input, 0, SEEK_SET) == 0
                 && fstat (input, &status) == 0 && write (output[1], buffer, 1) == 1
                 && g_try_malloc (MEMORY / 4) != NULL
             ? GOT_AWAY
             : TOLD_NO;
}

static void
test_work_goes_on (void)
{
  input = open ("/proc/self/cmdline", O_RDONLY | O_CLOEXEC);
  g_assert_cmpint (input, >=, 0);
  g_assert_cmpint (pipe (output), ==, 0);

  g_assert_cmpint (outcome_of (work), ==, GOT_AWAY);

  close (input);
  close (output[0]);
  close (output[1]);
}

static Outcome
open_a_file (void)
{
  return open ("/etc/passwd", O_RDONLY) >= 0 ? GOT_AWAY : TOLD_NO;
}

static Outcome
write_a_file (void)
{
  return open ("/tmp/way-sandbox-test", O_WRONLY | O_CREAT, 0600) >= 0 ? GOT_AWAY : TOLD_NO;
}

static Outcome
connect_somewhere (void)
{
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons (9) };
  int fd = socket (AF_INET, SOCK_STREAM, 0);

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  if (fd < 0 || connect (fd, (struct sockaddr *)&address, sizeof address) == 0)
    return fd < 0 ? TOLD_NO : GOT_AWAY;

  return errno == EACCES ? TOLD_NO : GOT_AWAY; /* refused by the other end: it got that far */
}

static Outcome
start_a_program (void)
{
  execl ("/bin/true", "true", NULL);

  return TOLD_NO; /* else it would have ended well, as who got away */
}

static Outcome
look_at_a_file (void)
{
  struct stat status;

  return stat ("/etc/passwd", &status) == 0 ? GOT_AWAY : TOLD_NO;
}

static Outcome
signal_another (void)
{
  return kill (getppid (), 0) == 0 ? GOT_AWAY : TOLD_NO;
}

static void
test_files_stay_closed (void)
{
  if ((find_layers () & (WAY_SANDBOX_FILES | WAY_SANDBOX_CALLS)) == 0)
    {
      g_test_skip ("this kernel has neither Landlock nor seccomp");
      return;
    }

  g_assert_cmpint (outcome_of (open_a_file), ==, TOLD_NO);
  g_assert_cmpint (outcome_of (write_a_file), ==, TOLD_NO);
  g_assert_false (g_file_test ("/tmp/way-sandbox-test", G_FILE_TEST_EXISTS));
}

static void
test_other_calls_kill (void)
{
  const Try tries[] = { connect_somewhere, start_a_program, signal_another };

  if ((find_layers () & WAY_SANDBOX_CALLS) == 0)
    {
      g_test_skip ("this kernel has no seccomp, or a sanitizer needs more of it");
      return;
    }

  g_assert_cmpint (outcome_of (look_at_a_file), ==, TOLD_NO);
  for (guint i = 0; i < G_N_ELEMENTS (tries); i++)
    g_assert_cmpint (outcome_of (tries[i]), ==, KILLED);
}

static Outcome
take_memory (void)
{
  gpointer memory = g_try_malloc (2 * MEMORY);

  if (memory == NULL)
    return TOLD_NO;
  memset (memory, 1, 2 * MEMORY);

  return GOT_AWAY;
}

static Outcome
take_time (void)
{
  volatile guint64 n_turns = 0;

  while (n_turns < G_MAXUINT64)
    n_turns++;

  return GOT_AWAY;
}

static void
test_limits_hold (void)
{
  g_assert_cmpint (outcome_of (take_time), ==, KILLED);
  if (!WAY_HAS_ADDRESS_SANITIZER)
    g_assert_cmpint (outcome_of (take_memory), ==, TOLD_NO);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/sandbox/work-goes-on", test_work_goes_on);
  g_test_add_func ("/store/sandbox/files-stay-closed", test_files_stay_closed);
  g_test_add_func ("/store/sandbox/other-calls-kill", test_other_calls_kill);
  g_test_add_func ("/store/sandbox/limits-hold", test_limits_hold);

  return g_test_run ();
}
