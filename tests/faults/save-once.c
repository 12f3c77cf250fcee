/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opens a plan, gives it another title, saves it, and prints how that went: saved or failed,
 * whether the document is modified, the message, and why the earlier version was not kept.
 */
#include "config.h"

#include "fault-shim.h"
#include "way-document.h"
#include "way-plan-writer.h"
#include "way-test-commands.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

/* How not to save: straight over the file, or beside it but without a flush. With these the tests
 * show that they would notice. */
static gboolean
save_badly (WayDocument *document, const char *path, gboolean is_beside)
{
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (way_document_get_plan (document));
  g_autoptr (GBytes) bytes = way_plan_write_bytes (snapshot, NULL);
  g_autofree char *beside = g_strconcat (path, "~", NULL);
  gsize size, done = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = open (is_beside ? beside : path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  while (fd >= 0 && done < size)
    {
      gssize n_written = write (fd, data + done, MIN (size - done, 4096));

      if (n_written < 0 && errno != EINTR)
        break;
      done += (gsize)MAX (n_written, 0);
    }
  if (fd >= 0)
    close (fd);
  if (is_beside)
    rename (beside, path);

  return TRUE; /* it never looks */
}

static void
limit_size (int bytes)
{
  const struct rlimit limit = { (rlim_t)bytes, (rlim_t)bytes };

  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &limit);
}

int
main (int argc, char *argv[])
{
  int n_versions = 0, user = -1, limit = 0;
  g_autofree char *manner = NULL;
  const GOptionEntry entries[] = {
    { "versions", 0, 0, G_OPTION_ARG_INT, &n_versions, "How many earlier ones are kept", "N" },
    { "user", 0, 0, G_OPTION_ARG_INT, &user, "As whom it is saved", "ID" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, "How large a file may become", "BYTES" },
    { "badly", 0, 0, G_OPTION_ARG_STRING, &manner, "How it is not to be done", "over|unflushed" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new ("SOURCE TARGET TITLE");
  g_autoptr (GError) error = NULL;
  g_autoptr (WayDocument) document = NULL;
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) target = NULL;
  gboolean is_saved;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 4)
    return 2;

  source = g_file_new_for_path (argv[1]);
  target = g_file_new_for_path (argv[2]);
  document = way_document_load (source, NULL, &error);
  if (document == NULL
      || !way_document_execute (document, "Title", NULL, way_test_run_title, argv[3], &error)
      || (user >= 0 && seteuid ((uid_t)user) != 0))
    return 2;

  way_document_set_n_versions (document, (guint)n_versions);
  if (limit > 0)
    limit_size (limit);

  if (fault_shim_begin != NULL)
    fault_shim_begin ();
  is_saved = manner != NULL ? save_badly (document, argv[2], strcmp (manner, "unflushed") == 0)
                            : way_document_save (document, target, NULL, &error);
  if (fault_shim_end != NULL)
    fault_shim_end ();

  printf ("%s\t%d\t%s\t%s\n", is_saved ? "saved" : "failed", way_document_get_modified (document),
          error != NULL ? error->message : "",
          way_document_get_unkept (document) != NULL ? way_document_get_unkept (document) : "");

  return 0;
}
