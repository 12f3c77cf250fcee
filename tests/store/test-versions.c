/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Earlier versions are there when they are wanted, few, and from long ago as well as from just now.
 */
#include "way-safe-file.h"
#include "way-versions.h"

#include <glib/gstdio.h>

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECOND ((gint64)G_USEC_PER_SEC)
#define HOUR (3600 * SECOND)
#define DAY (24 * HOUR)
#define WEEK (7 * DAY)
#define MONTH (30 * DAY)

typedef struct
{
  char *path; /* in the folder of its own that each test has */
  WayKeeping keeping;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  self->path = g_build_filename (g_get_user_data_dir (), "plan.waymark", NULL);
  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  self->keeping = (WayKeeping){ way_id_new (), 10 };
}

static void
tear_down (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  way_versions_forget (&self->keeping.plan);
  g_unlink (self->path);
  g_free (self->path);
}

static gboolean
write_text (GOutputStream *stream, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return g_output_stream_write_all (stream, user_data, strlen (user_data), NULL, cancellable,
                                    error);
}

/* Returns: whether the save has kept the old file, or had none to keep */
static gboolean
save (Fixture *self, const char *text)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_auto (WaySaveReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  way_safe_file_write (file, write_text, (gpointer)text, &self->keeping, &report, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
  if (report.unkept != NULL)
    g_test_message ("%s", report.unkept->message);

  return report.unkept == NULL;
}

/* The contents of all versions, newest first */
static char *
read_versions (Fixture *self)
{
  g_autoptr (GArray) versions = way_versions_list (&self->keeping.plan);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < versions->len; i++)
    {
      const WayVersion *version = &g_array_index (versions, WayVersion, i);
      g_autofree char *content = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (version->path, &content, &length, NULL));
      g_assert_cmpint (version->size, ==, length);
      g_string_append_printf (all, "%s%s", i > 0 ? " " : "", content);
    }

  return g_string_free (all, FALSE);
}

static void
assert_versions (Fixture *self, const char *expected)
{
  g_autofree char *found = read_versions (self);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_old_files_are_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  save (self, "one");
  assert_versions (self, "");
  save (self, "two");
  save (self, "three");
  g_assert_true (save (self, "four"));
  assert_versions (self, "three two one");
}

static void
test_same_is_kept_once (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  save (self, "one");
  save (self, "one");
  assert_versions (self, "");
  save (self, "two");
  save (self, "one");
  save (self, "two");
  save (self, "one");
  assert_versions (self, "two one");
}

static void
test_none_are_kept (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  self->keeping.count = 0;
  save (self, "one");
  g_assert_true (save (self, "two"));
  assert_versions (self, "");
}

static void
test_private (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GArray) versions = NULL;
  g_autofree char *folder = NULL;
  const WayVersion *version;
  struct stat status;

  save (self, "one");
  g_assert_cmpint (g_chmod (self->path, 0664), ==, 0);
  save (self, "two");
  g_assert_cmpint (stat (self->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0664);

  versions = way_versions_list (&self->keeping.plan);
  g_assert_cmpuint (versions->len, ==, 1);
  version = &g_array_index (versions, WayVersion, 0);
  g_assert_cmpint (stat (version->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  folder = g_path_get_dirname (version->path);
  g_assert_cmpint (stat (folder, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
}

/* The plan is saved all the same, and nothing lies beside it */
static void
test_folder_that_cannot_be (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *root = g_build_filename (g_get_user_data_dir (), "waymark", NULL);
  g_autofree char *aside = g_strconcat (root, ".aside", NULL);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_rename (root, aside);
  g_assert_true (g_file_set_contents (root, "in the way", -1, NULL));
  save (self, "one");
  g_assert_false (save (self, "two"));
  g_assert_cmpint (g_unlink (root), ==, 0);
  g_rename (aside, root);

  dir = g_dir_open (g_get_user_data_dir (), 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_false (g_str_has_prefix (name, ".waymark-"));
}

/* A file system of its own, or one that cannot exchange two files, gets a copy */
static void
test_copy (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  WayContent other = { way_fingerprint_bytes ("other", 5), 5 };
  g_autoptr (GError) error = NULL;

  save (self, "one");
  g_assert_true (way_versions_copy (&self->keeping, self->path, other, DAY, &error));
  g_assert_no_error (error);
  assert_versions (self, "one");
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
}

/* A long history of saves on a clock of its own, thinned after each, on times alone */
typedef struct
{
  gint64 times[101];
  guint count;
} Kept;

static void
keep (Kept *self, guint limit, gint64 now)
{
  memmove (self->times + 1, self->times, self->count * sizeof *self->times);
  self->times[0] = now;
  self->count++;

  while (self->count > limit)
    {
      guint choice = way_versions_choose (self->times, self->count, now);

      g_assert_cmpuint (choice, <, self->count);
      self->count--;
      memmove (self->times + choice, self->times + choice + 1,
               (self->count - choice) * sizeof *self->times);
    }
  g_assert_cmpint (self->times[0], ==, now);
}

static gboolean
has_between (const Kept *self, gint64 now, gint64 youngest, gint64 oldest)
{
  for (guint i = 0; i < self->count; i++)
    if (now - self->times[i] >= youngest && now - self->times[i] <= oldest)
      return TRUE;

  return FALSE;
}

/* Whatever the rhythm of saves: few, the newest, the first, in order */
static void
test_any_series (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint limit = (guint)g_test_rand_int_range (1, 21);
      Kept kept = { .count = 0 };
      gint64 now = DAY;

      for (guint i = 0; i < 300; i++)
        {
          gint64 longest = (gint64[]){ SECOND, HOUR, DAY, MONTH }[g_test_rand_int_range (0, 4)];

          now += 1 + (gint64)(g_test_rand_double () * (double)longest);
          keep (&kept, limit, now);
          g_assert_cmpuint (kept.count, ==, MIN (i + 1, limit));
          for (guint k = 1; k < kept.count; k++)
            g_assert_cmpint (kept.times[k], <, kept.times[k - 1]);
        }
    }
}

/* Half a year of work, eight hours a day, a save every few minutes: ten versions go back by hours,
 * days, weeks and months at any moment */
static void
test_spread (void)
{
  Kept kept = { .count = 0 };
  gint64 begin = DAY, now = begin;

  while (now - begin < 6 * MONTH)
    {
      now += 60 * SECOND + (gint64)(g_test_rand_double () * 600 * (double)SECOND);
      if ((now - begin) % DAY > 8 * HOUR)
        now += 16 * HOUR;
      keep (&kept, 10, now);
      if (now - begin < 4 * MONTH)
        continue;

      g_assert_true (has_between (&kept, now, 0, HOUR));
      g_assert_true (has_between (&kept, now, HOUR, DAY));
      g_assert_true (has_between (&kept, now, DAY, WEEK));
      g_assert_true (has_between (&kept, now, WEEK, MONTH));
      g_assert_true (has_between (&kept, now, MONTH, 6 * MONTH));
    }
}

/* A clock that was put back mixes nothing up: the newest is what was kept last */
static void
test_clock_put_back (Fixture *self, gconstpointer data G_GNUC_UNUSED)
{
  WayContent other = { way_fingerprint_bytes ("other", 5), 5 };
  static const gint64 clock[] = { 5 * DAY, 4 * DAY, 4 * DAY, 6 * DAY };

  for (guint i = 0; i < G_N_ELEMENTS (clock); i++)
    {
      char text[] = { (char)('a' + i), '\0' };

      g_assert_true (g_file_set_contents (self->path, text, -1, NULL));
      g_assert_true (way_versions_copy (&self->keeping, self->path, other, clock[i], NULL));
    }
  assert_versions (self, "d c b a");
}

#define ADD(name, func) g_test_add ("/store/versions/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("old-files-are-kept", test_old_files_are_kept);
  ADD ("same-is-kept-once", test_same_is_kept_once);
  ADD ("none-are-kept", test_none_are_kept);
  ADD ("private", test_private);
  ADD ("folder-that-cannot-be", test_folder_that_cannot_be);
  ADD ("copy", test_copy);
  ADD ("clock-put-back", test_clock_put_back);
  g_test_add_func ("/store/versions/any-series", test_any_series);
  g_test_add_func ("/store/versions/spread", test_spread);

  return g_test_run ();
}
