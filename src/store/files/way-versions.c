/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One folder a plan, one file a version, named after its time.
 *
 * The rule of thinning keeps ages that are about evenly spaced on a logarithmic scale, as backup
 * programs do by hours, days, weeks and months, but for any number of versions and without a table
 * of periods.
 */
#include "config.h"

#include "way-versions.h"

#include "way-paths.h"
#include "way-save-temporary.h"
#include "way-store-error.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER "versions"
#define ENDING ".waymark"
#define FILE_MODE 0600
#define FOLDER_MODE 0700
/* Added to ages: with it ten versions are so dense that each of hours, days, weeks and months has
 * one; within the last hour there is undo */
#define LEAST_AGE (3600 * (gint64)G_USEC_PER_SEC)

static void
version_clear (gpointer data)
{
  g_free (((WayVersion *)data)->path);
}

static char *
make_name (gint64 time)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);
  g_autofree char *seconds = g_date_time_format (date, "%Y%m%dT%H%M%S");

  return g_strdup_printf ("%s.%06dZ" ENDING, seconds, (int)(time % G_USEC_PER_SEC));
}

/* Returns: the time that a file's name stands for, or -1 */
static gint64
parse_name (const char *name)
{
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) date = NULL;

  if (!g_str_has_suffix (name, ENDING))
    return -1;

  text = g_strndup (name, strlen (name) - strlen (ENDING));
  date = g_date_time_new_from_iso8601 (text, NULL);

  return date == NULL
             ? -1
             : g_date_time_to_unix (date) * G_USEC_PER_SEC + g_date_time_get_microsecond (date);
}

static char *
get_folder (const WayId *plan)
{
  char name[WAY_ID_BUFFER_SIZE];
  g_autofree char *root = way_paths_get_private_folder (WAY_PRIVATE_DATA, FOLDER);

  return g_build_filename (root, way_id_format (plan, name), NULL);
}

static int
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const WayVersion *left = a, *right = b;

  return (left->time < right->time) - (left->time > right->time);
}

GArray *
way_versions_list (const WayId *plan)
{
  GArray *versions = g_array_new (FALSE, FALSE, sizeof (WayVersion));
  g_autofree char *folder = get_folder (plan);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_array_set_clear_func (versions, version_clear);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      WayVersion version = { parse_name (name), 0, NULL };
      struct stat status;

      if (version.time < 0 || lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
        continue;
      version.size = status.st_size;
      version.path = g_steal_pointer (&path);
      g_array_append_val (versions, version);
    }
  g_array_sort (versions, compare_newest_first);

  return versions;
}

void
way_versions_forget (const WayId *plan)
{
  g_autoptr (GArray) versions = way_versions_list (plan);
  g_autofree char *folder = get_folder (plan);

  for (guint i = 0; i < versions->len; i++)
    g_unlink (g_array_index (versions, WayVersion, i).path);
  g_rmdir (folder);
}

guint
way_versions_choose (const gint64 *times, guint count, gint64 now)
{
  guint choice = count - 1;
  double smallest = G_MAXDOUBLE;

  g_return_val_if_fail (count > 0, 0);

  for (guint i = 1; i + 1 < count; i++)
    {
      double older = (double)(MAX (now - times[i + 1], 0) + LEAST_AGE);
      double newer = (double)(MAX (now - times[i - 1], 0) + LEAST_AGE);

      if (older / newer < smallest)
        {
          smallest = older / newer;
          choice = i;
        }
    }

  return choice;
}

static void
thin (const WayKeeping *keeping, GArray *versions, gint64 now)
{
  while (versions->len > keeping->count)
    {
      g_autofree gint64 *times = g_new (gint64, versions->len);
      guint choice;

      for (guint i = 0; i < versions->len; i++)
        times[i] = g_array_index (versions, WayVersion, i).time;
      choice = way_versions_choose (times, versions->len, now);
      g_unlink (g_array_index (versions, WayVersion, choice).path);
      g_array_remove_index (versions, choice);
    }
}

static gboolean
fail (const char *what, int number, GError **error)
{
  g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE,
               _ ("The earlier version could not be kept in %s: %s. The plan itself is saved. Free "
                  "some space there, or see to it that you may write there."),
               what, g_strerror (number));

  return FALSE;
}

/* Most sizes differ, and then nothing is read */
static gboolean
holds_one_of (int fd, goffset size, WayContent newer, GArray *versions)
{
  WayFingerprint own, other;
  gboolean is_read = FALSE;

  if (size == newer.size)
    {
      if (!way_fingerprint_fd (fd, &own, NULL))
        return FALSE;
      if (way_fingerprint_equal (own, newer.fingerprint))
        return TRUE;
      is_read = TRUE;
    }

  for (guint i = 0; i < versions->len; i++)
    {
      const WayVersion *version = &g_array_index (versions, WayVersion, i);

      if (version->size != size)
        continue;
      if (!is_read && !way_fingerprint_fd (fd, &own, NULL))
        return FALSE;
      is_read = TRUE;
      if (way_fingerprint_file (version->path, &other, NULL) && way_fingerprint_equal (own, other))
        return TRUE;
    }

  return FALSE;
}

/* The file's own time, but in the order in which files are kept, whatever clocks have done */
static gint64
choose_time (const struct stat *status, GArray *versions, gint64 now)
{
  gint64 time = (gint64)status->st_mtim.tv_sec * G_USEC_PER_SEC + status->st_mtim.tv_nsec / 1000;

  time = CLAMP (time, 0, now);
  if (versions->len > 0)
    time = MAX (time, g_array_index (versions, WayVersion, 0).time + 1);

  return time;
}

static int
copy_bytes (int from, int to)
{
  gssize n_copied;

  do
    n_copied = copy_file_range (from, NULL, to, NULL, 1 << 30, 0);
  while (n_copied > 0 || (n_copied < 0 && errno == EINTR));

  if (n_copied == 0)
    return 0;
  if (errno != EXDEV && errno != EINVAL && errno != EOPNOTSUPP && errno != ENOSYS)
    return errno;

  for (;;)
    {
      char buffer[64 * 1024];

      n_copied = TEMP_FAILURE_RETRY (read (from, buffer, sizeof buffer));
      if (n_copied <= 0)
        return n_copied == 0 ? 0 : errno;
      for (gssize done = 0, n_written; done < n_copied; done += n_written)
        {
          n_written = TEMP_FAILURE_RETRY (write (to, buffer + done, (size_t)(n_copied - done)));
          if (n_written < 0)
            return errno;
        }
    }
}

/* A copy that is cut short is no version */
static int
copy_to (int from, const char *folder, const char *to)
{
  g_auto (WaySaveTemporary) copy = WAY_SAVE_TEMPORARY_INIT;
  int number = way_save_temporary_open (&copy, folder);

  if (number == 0)
    number = copy_bytes (from, copy.fd);
  if (number == 0)
    number = way_save_temporary_name (&copy, folder);
  if (number == 0 && g_rename (copy.path, to) != 0)
    number = errno;
  if (number == 0)
    g_clear_pointer (&copy.path, g_free);

  return number;
}

/* On another file system a file can only be copied */
static int
move_to (int fd, const char *path, const char *folder, const char *to)
{
  if (g_rename (path, to) != 0)
    return copy_to (fd, folder, to);

  /* By its descriptor and only now: while the file had its place its mode was not ours to change */
  return fchmod (fd, FILE_MODE) == 0 ? 0 : errno;
}

static gboolean
keep (const WayKeeping *keeping, int fd, const char *path, gboolean is_moved, WayContent newer,
      gint64 now, GError **error)
{
  g_autoptr (GArray) versions = way_versions_list (&keeping->plan);
  g_autofree char *root = way_paths_make_private_folder (WAY_PRIVATE_DATA, FOLDER, error);
  g_autofree char *folder = get_folder (&keeping->plan);
  g_autofree char *name = NULL;
  WayVersion version = { 0 };
  struct stat status;
  int number;

  if (root == NULL)
    return FALSE;
  if (fstat (fd, &status) != 0)
    return fail (folder, errno, error);
  if (holds_one_of (fd, status.st_size, newer, versions))
    return TRUE;
  if (g_mkdir (folder, FOLDER_MODE) != 0 && errno != EEXIST)
    return fail (folder, errno, error);

  way_save_temporary_sweep (folder);
  version.time = choose_time (&status, versions, now);
  name = make_name (version.time);
  version.path = g_build_filename (folder, name, NULL);
  number = is_moved ? move_to (fd, path, folder, version.path) : copy_to (fd, folder, version.path);
  if (number != 0)
    {
      g_free (version.path);
      return fail (folder, number, error);
    }

  g_array_prepend_val (versions, version);
  thin (keeping, versions, now);

  return TRUE;
}

static gboolean
keep_file (const WayKeeping *keeping, const char *path, gboolean is_moved, WayContent newer,
           gint64 now, GError **error)
{
  int fd = TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  gboolean is_kept;

  if (fd < 0)
    return fail (path, errno, error);

  is_kept = keep (keeping, fd, path, is_moved, newer, now, error);
  close (fd);

  return is_kept;
}

gboolean
way_versions_move (const WayKeeping *keeping, const char *path, WayContent newer, gint64 now,
                   GError **error)
{
  gboolean is_kept = keep_file (keeping, path, TRUE, newer, now, error);

  g_unlink (path); /* where it was not moved */

  return is_kept;
}

gboolean
way_versions_copy (const WayKeeping *keeping, const char *path, WayContent newer, gint64 now,
                   GError **error)
{
  return keep_file (keeping, path, FALSE, newer, now, error);
}
