/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Locks beside plans: who has one, what it is worth, and that nobody but its maker loses it.
 */
#include "way-file-lock.h"
#include "way-lock-entry.h"

#include <glib/gstdio.h>

#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#define DAY (24 * 60 * 60)

typedef struct
{
  char *folder;
  char *plan;
  char *lock;
  GFile *file;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  self->folder = g_dir_make_tmp ("waymark-lock-XXXXXX", NULL);
  self->plan = g_build_filename (self->folder, "plan.waymark", NULL);
  self->lock = g_build_filename (self->folder, ".~lock.plan.waymark#", NULL);
  self->file = g_file_new_for_path (self->plan);
  g_assert_true (g_file_set_contents (self->plan, "<plan/>", -1, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_remove (self->lock);
  g_remove (self->plan);
  g_assert_no_errno (g_rmdir (self->folder)); /* nothing else was left there */
  g_free (self->folder);
  g_free (self->plan);
  g_free (self->lock);
  g_object_unref (self->file);
}

static void
write_lock (Fixture *self, const char *text, gint64 age)
{
  struct utimbuf times = { time (NULL) - age, time (NULL) - age };

  g_assert_true (g_file_set_contents (self->lock, text, -1, NULL));
  g_assert_no_errno (g_utime (self->lock, &times));
}

static char *
read_lock (Fixture *self)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (self->lock, &text, NULL, NULL));

  return text;
}

static gboolean
is_there (const char *path)
{
  struct stat status;

  return lstat (path, &status) == 0;
}

/* Has the n-th of the words that tell one process from another (0 the process, 1 its start, 2 the
 * boot, 3 the machine) be @word */
static char *
change_process (pid_t pid, guint index, const char *word)
{
  g_autofree char *entry = way_lock_entry_format (pid, time (NULL));
  char *process = strstr (entry, "waymark:") + strlen ("waymark:");
  g_auto (GStrv) words = NULL;
  g_autofree char *joined = NULL;

  *strchr (process, ';') = '\0';
  words = g_strsplit (process, ":", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 4);
  g_free (words[index]);
  words[index] = g_strdup (word);
  joined = g_strjoinv (":", words);
  *process = '\0';

  return g_strconcat (entry, joined, ";", NULL);
}

static void
test_lies_beside_the_plan_while_it_is_open (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  WayFileLock *lock = way_file_lock_take (self->file, NULL);
  g_autofree char *text = read_lock (self);
  g_auto (GStrv) fields = g_strsplit (text, ",", -1);

  g_assert_nonnull (lock);
  g_assert_cmpstr (way_file_lock_get_path (lock), ==, self->lock);
  g_assert_cmpuint (g_strv_length (fields), ==, 5);
  g_assert_cmpstr (fields[1], ==, g_get_user_name ());
  g_assert_cmpstr (fields[2], ==, g_get_host_name ());
  g_assert_true (g_str_has_suffix (text, ";"));

  way_file_lock_release (lock);
  g_assert_false (is_there (self->lock));
}

static void
test_another_window_is_us (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (WayFileLock) lock = way_file_lock_take (self->file, NULL);
  g_autoptr (WayLockHolder) holder = NULL;

  g_assert_null (way_file_lock_take (self->file, &holder));
  g_assert_nonnull (holder);
  g_assert_true (holder->is_us);
  g_assert_cmpint (holder->state, ==, WAY_LOCK_LIVING);
  g_assert_cmpstr (holder->host, ==, g_get_host_name ());
  g_assert_cmpint (ABS (holder->time - time (NULL)), <=, 120);
}

/* A program with the lock of the plan, until it is killed */
static pid_t
start_holder (Fixture *self)
{
  int ready[2];
  char byte;
  pid_t pid;

  g_assert_no_errno (pipe (ready));
  pid = fork ();
  if (pid == 0)
    {
      WayFileLock *lock = way_file_lock_take (self->file, NULL);

      if (write (ready[1], lock != NULL ? "y" : "n", 1) == 1)
        pause ();
      _exit (0);
    }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  close (ready[0]);
  close (ready[1]);

  return pid;
}

static void
test_a_living_program_keeps_it_and_a_killed_one_does_not (Fixture *self,
                                                          gconstpointer data G_GNUC_UNUSED)
{
  pid_t pid = start_holder (self);
  g_autoptr (WayLockHolder) holder = NULL;
  g_autoptr (WayLockHolder) nobody = NULL;
  g_autoptr (WayFileLock) lock = NULL;

  g_assert_null (way_file_lock_take (self->file, &holder));
  g_assert_cmpint (holder->state, ==, WAY_LOCK_LIVING);
  g_assert_false (holder->is_us);

  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  lock = way_file_lock_take (self->file, &nobody);
  g_assert_nonnull (lock);
  g_assert_null (nobody);
}

static void
assert_state (Fixture *self, const char *text, gint64 age, WayLockState state)
{
  g_autoptr (WayLockHolder) holder = NULL;
  g_autoptr (WayFileLock) lock = NULL;

  write_lock (self, text, age);
  lock = way_file_lock_take (self->file, &holder);
  if (state == WAY_LOCK_DEAD)
    {
      g_assert_nonnull (lock);
      g_assert_null (holder);
      return;
    }
  g_assert_null (lock);
  g_assert_nonnull (holder);
  g_assert_cmpint (holder->state, ==, state);
}

static void
test_a_number_of_a_process_is_used_again (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other_start = change_process (getppid (), 1, "17");
  g_autofree char *other_boot = change_process (getppid (), 2, "before");
  g_autofree char *same = way_lock_entry_format (getppid (), time (NULL));

  assert_state (self, other_start, 0, WAY_LOCK_DEAD);
  assert_state (self, other_boot, 0, WAY_LOCK_DEAD);
  assert_state (self, same, 0, WAY_LOCK_LIVING);
  assert_state (self, same, 100 * DAY, WAY_LOCK_LIVING); /* however long it has been open */
}

static void
test_elsewhere_only_age_tells (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *elsewhere = change_process (getppid (), 3, "elsewhere");
  const char *libre_office
      = "Ana Lima,alima,ward-pc-3,26.11.2026 14:05,file:///home/alima/.config/libreoffice/4;";

  assert_state (self, elsewhere, 0, WAY_LOCK_LIVING);
  assert_state (self, elsewhere, DAY, WAY_LOCK_LIVING);
  assert_state (self, elsewhere, 4 * DAY, WAY_LOCK_OLD);
  assert_state (self, libre_office, 0, WAY_LOCK_LIVING);
  assert_state (self, libre_office, 4 * DAY, WAY_LOCK_OLD);
}

static void
test_an_old_one_is_taken_over_when_a_person_says_so (Fixture *self,
                                                     gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *elsewhere = change_process (getppid (), 3, "elsewhere");
  g_autofree char *text = NULL;
  g_autoptr (WayFileLock) lock = NULL;

  write_lock (self, elsewhere, 4 * DAY);
  lock = way_file_lock_take_over (self->file);
  g_assert_nonnull (lock);
  text = read_lock (self);
  g_assert_cmpstr (text, !=, elsewhere);
}

static void
test_names_the_holder (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (WayLockHolder) holder = way_lock_entry_parse (
      "Lima\\, Ana \\;\\\\ RN,alima,ward-pc-3,26.11.2026 14:05,file:///x;", 1000, 2000);
  g_autoptr (WayLockHolder) nameless
      = way_lock_entry_parse (",alima,,26.13.2026 14:05,;", 1000, 2000);
  g_autoptr (GDateTime) time = g_date_time_new_local (2026, 11, 26, 14, 5, 0);

  g_assert_cmpstr (holder->user, ==, "Lima, Ana ;\\ RN");
  g_assert_cmpstr (holder->host, ==, "ward-pc-3");
  g_assert_cmpint (holder->time, ==, g_date_time_to_unix (time));

  g_assert_cmpstr (nameless->user, ==, "alima");
  g_assert_null (nameless->host);
  g_assert_cmpint (nameless->time, ==, 1000);
}

/* Whatever stands there, it is somebody without a name at the worst, and never taken for dead */
static void
test_garbage_is_somebody (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  static const char alphabet[] = "a,;\\:\n\t \x01\x80\xff\xc3\xa4 1.waymark:";
  g_autofree char *long_text = g_strnfill (100000, 'x');

  assert_state (self, "", 0, WAY_LOCK_LIVING);
  assert_state (self, "", 4 * DAY, WAY_LOCK_OLD);
  assert_state (self, long_text, 0, WAY_LOCK_LIVING);
  assert_state (self, ",,,,,,,,;", 0, WAY_LOCK_LIVING);
  assert_state (self, "a,b,c,d,waymark:0:0:0:0;", 0, WAY_LOCK_LIVING);
  assert_state (self, "a,b,c,d,waymark:-1:0:0:0;", 0, WAY_LOCK_LIVING);
  assert_state (self, "a,b,c,d,waymark:99999999999999999999:0:0:0;", 0, WAY_LOCK_LIVING);

  for (guint i = 0; i < 20000; i++)
    {
      char text[64] = { 0 };
      guint length = (guint)g_test_rand_int_range (0, sizeof text - 1);
      g_autoptr (WayLockHolder) holder = NULL;

      for (guint j = 0; j < length; j++)
        text[j] = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];
      holder = way_lock_entry_parse (text, 1000, 2000);
      g_assert_cmpint (holder->state, ==, WAY_LOCK_LIVING);
      g_assert_true (holder->user == NULL || g_utf8_validate (holder->user, -1, NULL));
      g_assert_true (holder->user == NULL || strpbrk (holder->user, "\n\t\x01") == NULL);
      g_assert_true (holder->host == NULL || g_utf8_validate (holder->host, -1, NULL));
    }
}

static void
test_no_lock_and_no_fuss (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (WayLockHolder) holder = NULL;
  g_autofree char *long_name = g_strnfill (250, 'x');
  g_autoptr (GFile) named_long = g_file_new_build_filename (self->folder, long_name, NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nowhere/plan.waymark");
  g_autoptr (GFile) remote = g_file_new_for_uri ("nowhere://host/plan.waymark");
  GFile *files[] = { named_long, nowhere, remote };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_assert_null (way_file_lock_take (files[i], &holder));
      g_assert_null (holder);
    }

  g_assert_no_errno (g_mkdir (self->lock, 0700));
  g_assert_null (way_file_lock_take (self->file, &holder));
  g_assert_null (holder);
  g_assert_null (way_file_lock_take_over (self->file));
  g_assert_no_errno (g_rmdir (self->lock));

  /* Nor is a link followed to a file of somebody's */
  g_assert_no_errno (symlink (self->plan, self->lock));
  g_assert_null (way_file_lock_take (self->file, &holder));
  g_assert_null (holder);
  g_assert_null (way_file_lock_take_over (self->file));

  g_assert_no_errno (g_remove (self->lock));
  g_assert_no_errno (mkfifo (self->lock, 0600));
  g_assert_null (way_file_lock_take (self->file, &holder));
  g_assert_null (holder);
}

static void
test_lies_beside_the_file_itself (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *other = g_dir_make_tmp ("waymark-lock-XXXXXX", NULL);
  g_autofree char *link_path = g_build_filename (other, "link.waymark", NULL);
  g_autoptr (GFile) link_file = g_file_new_for_path (link_path);
  WayFileLock *lock;

  g_assert_no_errno (symlink (self->plan, link_path));
  lock = way_file_lock_take (link_file, NULL);
  g_assert_true (is_there (self->lock));
  way_file_lock_release (lock);
  g_assert_false (is_there (self->lock));

  g_assert_no_errno (g_remove (link_path));
  g_assert_no_errno (g_rmdir (other));
}

static void
test_leaves_the_lock_of_another (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  WayFileLock *lock = way_file_lock_take (self->file, NULL);
  g_autofree char *text = NULL;

  write_lock (self, "somebody else", 0);
  way_file_lock_release (lock);
  text = read_lock (self);
  g_assert_cmpstr (text, ==, "somebody else");
}

/* Of many that find a dead lock at the same time one gets the plan */
static void
test_one_of_many_takes_over (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  enum
  {
    N = 8,
    ROUNDS = 40
  };
  g_autofree char *dead = change_process (getppid (), 1, "17");

  for (guint round = 0; round < ROUNDS; round++)
    {
      pid_t pids[N];
      int start[2], done[2];
      guint n_taken = 0;

      write_lock (self, dead, 0);
      g_assert_no_errno (pipe (start));
      g_assert_no_errno (pipe (done));
      for (guint i = 0; i < N; i++)
        {
          pids[i] = fork ();
          if (pids[i] == 0)
            {
              char byte;

              close (start[1]);
              close (done[1]);
              if (read (start[0], &byte, 1) < 0)
                _exit (2);
              byte = way_file_lock_take (self->file, NULL) != NULL;
              /* Who has it stays alive until all have tried */
              if (byte && read (done[0], &byte, 1) < 0)
                _exit (2);
              _exit (byte ? 1 : 0);
            }
        }
      close (start[0]);
      close (start[1]);
      close (done[0]);
      for (guint i = 0; i < N; i++)
        if (i + 1 < N)
          {
            int status;
            pid_t pid = waitpid (-1, &status, 0);

            g_assert_cmpint (pid, >, 0);
            n_taken += WEXITSTATUS (status) != 0;
          }
      close (done[1]);
      g_assert_cmpint (waitpid (-1, NULL, 0), >, 0);
      g_assert_cmpuint (n_taken, ==, 0);
      g_assert_true (is_there (self->lock));
      g_remove (self->lock);
    }
}

static void
add (const char *path, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/file-lock/lies-beside-the-plan-while-it-is-open",
       test_lies_beside_the_plan_while_it_is_open);
  add ("/store/file-lock/another-window-is-us", test_another_window_is_us);
  add ("/store/file-lock/a-living-program-keeps-it-and-a-killed-one-does-not",
       test_a_living_program_keeps_it_and_a_killed_one_does_not);
  add ("/store/file-lock/a-number-of-a-process-is-used-again",
       test_a_number_of_a_process_is_used_again);
  add ("/store/file-lock/elsewhere-only-age-tells", test_elsewhere_only_age_tells);
  add ("/store/file-lock/an-old-one-is-taken-over-when-a-person-says-so",
       test_an_old_one_is_taken_over_when_a_person_says_so);
  add ("/store/file-lock/names-the-holder", test_names_the_holder);
  add ("/store/file-lock/garbage-is-somebody", test_garbage_is_somebody);
  add ("/store/file-lock/no-lock-and-no-fuss", test_no_lock_and_no_fuss);
  add ("/store/file-lock/lies-beside-the-file-itself", test_lies_beside_the_file_itself);
  add ("/store/file-lock/leaves-the-lock-of-another", test_leaves_the_lock_of_another);
  add ("/store/file-lock/one-of-many-takes-over", test_one_of_many_takes_over);

  return g_test_run ();
}
