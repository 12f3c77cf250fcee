/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that is read in a process of its own is the plan that is read here, and whatever becomes
 * of that process, it costs only the file.
 */
#include "way-random-plan.h"
#include "way-reader-process.h"
#include "way-saved-plan.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

#define N_PLANS 25
#define N_ANSWERS 120

typedef struct
{
  char *folder;
  char *path; /* of the plan */
  GFile *file;
  char *helpers; /* where helpers are found that are none of ours */
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("way-reader-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "plan.waymark", NULL);
  self->file = g_file_new_for_path (self->path);
  self->helpers = g_strdup (g_getenv ("WAYMARK_LIBEXECDIR"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  g_setenv ("WAYMARK_LIBEXECDIR", self->helpers, TRUE);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->folder);
  g_object_unref (self->file);
  g_free (self->helpers);
  g_free (self->path);
  g_free (self->folder);
}

static void
write_file (const char *path, gconstpointer bytes, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize)length, &error);
  g_assert_no_error (error);
}

/* All that is said about a file, in a line each */
static char *
describe (const WayReadReport *report, const GError *error)
{
  GString *words = g_string_new (error != NULL ? error->message : "it opens");

  g_string_append_printf (words, "\nformat %s%s\n", report->format,
                          report->read_only ? ", to be read only" : "");
  for (guint i = 0; report->diagnostics != NULL && i < report->diagnostics->len; i++)
    {
      const WayDiagnostic *diagnostic = g_ptr_array_index (report->diagnostics, i);
      g_autofree char *line = way_diagnostic_describe (diagnostic);

      g_string_append_printf (words, "%u %u: %s\n", diagnostic->severity, diagnostic->line, line);
    }

  return g_string_free (words, FALSE);
}

static void
assert_reads_alike (Fixture *self)
{
  g_auto (WayReadReport) here = { 0 }, apart = { 0 };
  g_autoptr (GError) error_here = NULL, error_apart = NULL;
  g_autoptr (WayPlan) plan_here = way_plan_read_file (self->file, &here, NULL, &error_here);
  g_autoptr (WayPlan) plan_apart = way_plan_read_apart (self->file, &apart, NULL, &error_apart);
  g_autofree char *words_here = describe (&here, error_here);
  g_autofree char *words_apart = describe (&apart, error_apart);

  g_assert_cmpstr (words_apart, ==, words_here);
  g_assert_true ((plan_here == NULL) == (plan_apart == NULL));
  if (plan_here != NULL)
    {
      g_autoptr (GBytes) bytes_here = way_saved_bytes (plan_here);
      g_autoptr (GBytes) bytes_apart = way_saved_bytes (plan_apart);

      g_assert_true (g_bytes_equal (bytes_here, bytes_apart));
    }
}

static void
test_plans_come_back (Fixture *self, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan
          = way_random_plan_new (rand, 15, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
      g_autoptr (GBytes) bytes = way_saved_bytes (plan);

      write_file (self->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      assert_reads_alike (self);
    }
}

static void
test_refusals_come_back (Fixture *self, gconstpointer data)
{
#define PLAN                                                                                       \
  "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\""
  static const char *const texts[] = {
    "",
    "%PDF-1.7",
    "<!DOCTYPE plan>" PLAN "/>",
    PLAN "><goal id=\"x\"/><goal/></plan>",
    PLAN "><milestone id=\"7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/>\n</plan>",
    PLAN "><goal id=\"7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\" start=\"soon\"/></plan>",
    PLAN ">",
    "<plan xmlns=\"urn:waymark:plan:2\" format=\"2.0\" "
    "id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/>",
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" PLAN "/>",
    "\x1f\x8b not packed at all",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      write_file (self->path, texts[i], strlen (texts[i]));
      assert_reads_alike (self);
    }
  g_remove (self->path);
  assert_reads_alike (self); /* there is no such file */
}

/* UTF-16 and messages need tables that a closed process could not open any more */
static void
test_other_encodings_come_back (Fixture *self, gconstpointer data)
{
  static const char *const charsets[] = { "UTF-16LE", "UTF-16BE" };
  const char *text = "\xef\xbb\xbf" PLAN "><title>Überblick</title></plan>";

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize length;
      g_autofree char *wide = g_convert (text, -1, charsets[i], "UTF-8", NULL, &length, NULL);

      write_file (self->path, wide, length);
      assert_reads_alike (self);
    }
}

/* Makes a helper that says what is in the file "answer" */
static void
install_helper (Fixture *self, const char *script)
{
  g_autofree char *path = g_build_filename (self->folder, "waymark-reader", NULL);

  write_file (path, script, strlen (script));
  g_chmod (path, 0700);
  g_setenv ("WAYMARK_LIBEXECDIR", self->folder, TRUE);
}

static void
assert_refused (Fixture *self, const char *words)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_apart (self->file, &report, NULL, &error);

  g_assert_null (plan);
  g_assert_nonnull (error);
  g_assert_cmpuint (error->domain, ==, WAY_STORE_ERROR);
  g_assert_nonnull (strstr (error->message, self->path));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_process_that_dies_is_a_refused_file (Fixture *self, gconstpointer data)
{
  static const char *const scripts[] = {
    "#!/bin/sh\nexit 0\n", "#!/bin/sh\nkill -SEGV $$\n",
    "#!/bin/sh\necho These are no messages at all, and it goes on and on\n",
    "#!/bin/sh\nexec cat /dev/zero\n", /* records of no bytes, for ever */
  };

  write_file (self->path, PLAN "/>", strlen (PLAN "/>"));
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      install_helper (self, scripts[i]);
      assert_refused (self, "reading it had to be stopped");
    }
}

static void
test_missing_helper_is_said (Fixture *self, gconstpointer data)
{
  write_file (self->path, PLAN "/>", strlen (PLAN "/>"));
  g_setenv ("WAYMARK_LIBEXECDIR", self->folder, TRUE);
  assert_refused (self, "Install Waymark again");
}

/* What the true helper says about @self's plan */
static char *
record_answer (Fixture *self, gsize *length)
{
  g_autofree char *program = g_build_filename (self->helpers, "waymark-reader", NULL);
  g_autofree char *answer = g_build_filename (self->folder, "answer", NULL);
  /* Through a pipe, for the helper may not write to files */
  g_autofree char *line
      = g_strdup_printf ("sh -c '%s read plan < %s | cat > %s'", program, self->path, answer);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;

  g_spawn_command_line_sync (line, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (answer, &bytes, length, &error);
  g_assert_no_error (error);

  return bytes;
}

static void
test_lies_do_no_harm (Fixture *self, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayPlan) plan = way_random_plan_new (rand, 10, WAY_RANDOM_UNREAD);
  g_autoptr (GBytes) bytes = way_saved_bytes (plan);
  g_autofree char *answer_path = g_build_filename (self->folder, "answer", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\nexec cat '%s'\n", answer_path);
  g_autofree char *answer = NULL;
  gsize length;

  g_test_message ("seed %u", seed);
  write_file (self->path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  answer = record_answer (self, &length);
  install_helper (self, script);
  assert_reads_alike (self);

  for (guint i = 0; i < N_ANSWERS; i++)
    {
      g_autofree char *lie = g_memdup2 (answer, length);
      gsize end = i % 5 == 0 ? (gsize)g_rand_int_range (rand, 0, (gint32)length) : length;
      g_auto (WayReadReport) report = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (WayPlan) read = NULL;

      for (guint n = 0; n < 3; n++)
        lie[g_rand_int_range (rand, 0, (gint32)length)] = (char)g_rand_int (rand);
      write_file (answer_path, lie, end);
      read = way_plan_read_apart (self->file, &report, NULL, &error);
      if (read == NULL)
        {
          g_assert_nonnull (error);
        }
      else
        {
          g_autoptr (GBytes) written = way_saved_bytes (read); /* every value can be looked at */

          g_assert_cmpuint (g_bytes_get_size (written), >, 0);
        }
    }
}

static void
test_cancelling_ends_it (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;

  write_file (self->path, PLAN "/>", strlen (PLAN "/>"));
  install_helper (self, "#!/bin/sh\nexec sleep 1000\n");
  g_cancellable_cancel (cancellable);
  g_assert_null (way_plan_read_apart (self->file, &report, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nobody waits for it, and still it ends and is buried */
static void
assert_no_process_stays (void)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  siginfo_t child;

  while (waitid (P_ALL, 0, &child, WEXITED | WNOHANG | WNOWAIT) == 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_usleep (1000);
    }
  g_assert_cmpint (errno, ==, ECHILD);
}

static void
test_no_process_stays (Fixture *self, gconstpointer data)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  write_file (self->path, PLAN "/>", strlen (PLAN "/>"));
  plan = way_plan_read_apart (self->file, &report, NULL, &error);
  g_assert_no_error (error);
  assert_no_process_stays ();

  /* Not even one that says that it is done and goes on */
  install_helper (self, "#!/bin/sh\nprintf '\\005\\0\\0\\0\\0\\0\\0\\0'\nexec sleep 1000\n");
  assert_refused (self, "");
  assert_no_process_stays ();
}

static void
test_what_is_left_comes_back (Fixture *self, gconstpointer data)
{
  const char *damaged = PLAN "><goal id=\"7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/><goal id=\"8f";
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = NULL;

  write_file (self->path, damaged, strlen (damaged));
  plan = way_plan_salvage_apart (self->file, &missing, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_GOAL), ==, 1);
  g_assert_cmpuint (missing->len, ==, 2);

  g_clear_object (&plan);
  write_file (self->path, "nothing", 7);
  plan = way_plan_salvage_apart (self->file, &missing, NULL, &error);
  g_assert_null (plan);
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_SYNTAX);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/store/reader-process/plans-come-back", test_plans_come_back);
  ADD ("/store/reader-process/refusals-come-back", test_refusals_come_back);
  ADD ("/store/reader-process/other-encodings-come-back", test_other_encodings_come_back);
  ADD ("/store/reader-process/process-that-dies-is-a-refused-file",
       test_process_that_dies_is_a_refused_file);
  ADD ("/store/reader-process/missing-helper-is-said", test_missing_helper_is_said);
  ADD ("/store/reader-process/lies-do-no-harm", test_lies_do_no_harm);
  ADD ("/store/reader-process/cancelling-ends-it", test_cancelling_ends_it);
  ADD ("/store/reader-process/no-process-stays", test_no_process_stays);
  ADD ("/store/reader-process/what-is-left-comes-back", test_what_is_left_comes_back);

  return g_test_run ();
}
