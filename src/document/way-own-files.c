/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A private list of fingerprints, the newest last.
 */
#include "way-own-files.h"

#include "way-paths.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "saved"
#define NAME "fingerprints"
#define LINE_LENGTH 33 /* with its end */
#define KEPT 500
#define MOST 1000 /* before the list is made shorter */

static char *
get_path (void)
{
  g_autofree char *folder = way_paths_get_private_folder (WAY_PRIVATE_STATE, FOLDER);

  return g_build_filename (folder, NAME, NULL);
}

static void
shorten (const char *path)
{
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL) || length < KEPT * LINE_LENGTH)
    return;

  g_file_set_contents_full (path, text + length - KEPT * LINE_LENGTH, KEPT * LINE_LENGTH,
                            G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

void
way_own_files_add (WayFingerprint fingerprint)
{
  g_autofree char *folder = way_paths_make_private_folder (WAY_PRIVATE_STATE, FOLDER, NULL);
  g_autofree char *path = get_path ();
  g_autofree char *digits = way_fingerprint_format (fingerprint);
  g_autofree char *line = g_strconcat (digits, "\n", NULL);
  int fd = folder != NULL ? open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
  off_t length;

  if (fd < 0)
    return;

  if (write (fd, line, LINE_LENGTH) != LINE_LENGTH)
    g_info ("A save could not be remembered: %s", g_strerror (errno));
  length = lseek (fd, 0, SEEK_END);
  close (fd);
  if (length > MOST * LINE_LENGTH)
    shorten (path);
}

static gboolean
is_listed (WayFingerprint fingerprint)
{
  g_autofree char *path = get_path ();
  g_autofree char *digits = way_fingerprint_format (fingerprint);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) && strstr (text, digits) != NULL;
}

static gboolean
came_with_us (GFile *file)
{
  g_autofree char *folder = way_paths_get_data_dir ();
  g_autoptr (GFile) ours = g_file_new_for_path (folder);

  return g_file_has_prefix (file, ours);
}

gboolean
way_own_files_has (GFile *file, const WayFingerprint *content)
{
  return came_with_us (file) || (content != NULL && is_listed (*content));
}
