/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-document-schedule.h"
#include "way-document-version.h"

#include "way-moment-words.h"
#include "way-plan-reader.h"
#include "way-random-plan.h"
#include "way-saved-plan.h"
#include "way-test-commands.h"

#include <glib/gstdio.h>

#define N_PLANS 300
#define DAY (24 * 60 * 60)

/* A plan of its own with the same records, some of them taken from another plan, some left out */
static WayPlan *
make_version (GRand *rand, WayPlan *plan)
{
  WayPlan *version = way_plan_new (way_plan_get_id (plan));
  g_autoptr (WayPlan) other = way_random_plan_new (rand, 6, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  if (g_rand_boolean (rand))
    {
      way_record_builder_start_from (builder, way_plan_get_root (other));
      way_record_builder_set_id (builder, way_plan_get_id (plan));
      way_plan_add_loaded (version, way_record_builder_end (builder));
    }
  else
    way_plan_add_loaded (version, way_record_ref (way_plan_get_root (plan)));

  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_own, n_others;
      WayRecord *const *own = way_plan_get_records (plan, kind, &n_own);
      WayRecord *const *others = way_plan_get_records (other, kind, &n_others);

      for (guint i = 0; i < n_own; i++)
        {
          int chance = g_rand_int_range (rand, 0, 4);

          if (chance == 0)
            continue;
          way_record_builder_start_from (builder, own[i]);
          if (chance == 1 && n_others > 0) /* the id has come to be of another record's content */
            {
              way_record_builder_start_from (builder, others[i % n_others]);
              way_record_builder_set_id (builder, way_record_get_id (own[i]));
            }
          way_plan_add_loaded (version, way_record_builder_end (builder));
        }
      for (guint i = 0; i < n_others; i++)
        if (g_rand_boolean (rand))
          way_plan_add_loaded (version, way_record_ref (others[i]));
    }

  return version;
}

static void
test_restoring_gives_its_bytes_and_undoing_takes_them_back (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < N_PLANS; i++)
    {
      g_autoptr (WayPlan) plan
          = way_random_plan_new (rand, 6, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
      g_autoptr (WayPlan) version = make_version (rand, plan);
      g_autoptr (WayDocument) document = way_document_new (plan);
      g_autoptr (GBytes) first = way_saved_bytes (plan);
      g_autoptr (GBytes) meant = way_saved_bytes (version);
      g_autoptr (GBytes) restored = NULL, undone = NULL, redone = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (way_document_restore (document, version, "Restore", &error));
      g_assert_no_error (error);
      restored = way_saved_bytes (plan);
      g_assert_true (g_bytes_equal (restored, meant));
      if (g_bytes_equal (first, meant))
        continue; /* no step */

      g_assert_cmpuint (way_history_get_n_undo (way_document_get_history (document)), ==, 1);
      g_assert_true (way_document_undo (document));
      undone = way_saved_bytes (plan);
      g_assert_true (g_bytes_equal (undone, first));
      g_assert_true (way_document_redo (document));
      redone = way_saved_bytes (plan);
      g_assert_true (g_bytes_equal (redone, meant));
    }
}

/* An id that was a goal's and is a person's */
static void
test_an_id_of_another_kind_changes_places (void)
{
  WayId id = way_id_new ();
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayPlan) version = way_plan_new (way_plan_get_id (plan));
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayDocument) document = way_document_new (plan);

  way_record_builder_start (builder, WAY_KIND_GOAL, &id);
  way_plan_add_loaded (version, way_record_builder_end (builder));
  way_record_builder_start (builder, WAY_KIND_PERSON, &id);
  way_plan_add_loaded (plan, way_record_builder_end (builder));

  g_assert_true (way_document_restore (document, version, "Restore", NULL));
  g_assert_nonnull (way_plan_lookup_kind (plan, WAY_KIND_GOAL, &id));
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_PERSON), ==, 0);
  way_document_undo (document);
  g_assert_nonnull (way_plan_lookup_kind (plan, WAY_KIND_PERSON, &id));
}

/* Comparing */

typedef struct
{
  char *folder;
  GFile *file;
  WayDocument *document;
  WayPlan *plan;
} Fixture;

static const char *const plan_text
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" "
      "id=\"6f0c1234-5678-4abc-9def-0123456789ab\">\n"
      "  <goal id=\"11111111-1111-4111-8111-111111111111\" rank=\"a1\">\n"
      "    <title>One goal</title>\n"
      "  </goal>\n"
      "  <milestone id=\"22222222-2222-4222-8222-222222222222\" "
      "goal=\"11111111-1111-4111-8111-111111111111\" rank=\"a1\" start=\"2027-06\">\n"
      "    <title>Sit the CCRN</title>\n"
      "  </milestone>\n"
      "</plan>\n";

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (plan_text, strlen (plan_text));
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("waymark-version-XXXXXX", NULL);
  path = g_build_filename (self->folder, "version.waymark", NULL);
  self->file = g_file_new_for_path (path);
  g_assert_true (g_file_set_contents (path, plan_text, -1, NULL));
  self->plan = way_plan_read_bytes (bytes, "plan", NULL, NULL);
  g_assert_nonnull (self->plan);
  self->document = way_document_new (self->plan);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_file_delete (self->file, NULL, NULL);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_object_unref (self->file);
  g_object_unref (self->document);
  g_object_unref (self->plan);
}

static void
on_compared (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

static WayComparison *
compare (Fixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  way_document_compare_async (self->document, self->file, NULL, on_compared, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return way_document_compare_finish (self->document, result, error);
}

static void
edit (Fixture *self, const char *script)
{
  way_test_edit (self->document, script);
}

static void
test_the_same_is_the_same (Fixture *self, gconstpointer data)
{
  g_autoptr (WayComparison) comparison = compare (self, NULL);
  g_autofree char *summary = way_comparison_dup_summary (comparison);

  g_assert_cmpuint (way_comparison_get_n_records (comparison), ==, 0);
  g_assert_cmpstr (summary, ==, "");
}

static char *
describe (WayComparison *comparison)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < way_comparison_get_n_records (comparison); i++)
    {
      g_autofree char *title = way_comparison_dup_title (comparison, i);
      g_autofree char *fate = way_comparison_dup_fate (comparison, i);

      g_string_append_printf (text, "%s | %s\n", title, fate);
      for (guint j = 0; j < way_comparison_get_n_fields (comparison, i); j++)
        {
          g_auto (WayFieldWords) words = way_comparison_describe_field (comparison, i, j);

          g_string_append_printf (text, "  %s: ", words.label);
          if (words.has_values)
            g_string_append_printf (text, "%s -> %s", words.before != NULL ? words.before : "-",
                                    words.after != NULL ? words.after : "-");
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}

static void
test_says_what_differs_in_words (Fixture *self, gconstpointer data)
{
  g_autoptr (WayComparison) comparison = NULL;
  g_autofree char *words = NULL;
  g_autofree char *summary = NULL;

  edit (self, "set milestone 22222222-2222-4222-8222-222222222222 start=2027-09~ progress=50 "
              "category=licence title=\"Sit the exam\"\n"
              "add-goal id=g title=\"Another goal\"\n"
              "set milestone 22222222-2222-4222-8222-222222222222 goal=g\n"
              "add-milestone id=m goal=g title=Course\n"
              "link from=m to=22222222-2222-4222-8222-222222222222 type=finish-start\n");
  comparison = compare (self, NULL);
  words = describe (comparison);
  summary = way_comparison_dup_summary (comparison);

  g_assert_cmpstr (words, ==,
                   "Another goal | Goal, removed\n"
                   "Sit the CCRN | Milestone, changed\n"
                   "  Goal: Another goal -> One goal\n"
                   "  Category: Licence -> Step\n"
                   "  Starts: about September 2027 -> June 2027\n"
                   "  Progress: 50 % -> -\n"
                   "  Title: Sit the exam -> Sit the CCRN\n"
                   "Course | Milestone, removed\n"
                   "“Sit the exam” depends on “Course” | Dependency, removed\n");
  g_assert_cmpstr (summary, ==,
                   "1 milestone changed, 1 milestone removed, 1 goal removed, "
                   "1 other thing removed");
}

/* What waits is not pushed along: that would be another plan than the one that was chosen */
static void
test_what_depends_stays_where_it_was (Fixture *self, gconstpointer data)
{
  g_autoptr (WayPlan) version = NULL;
  g_autoptr (GBytes) meant = NULL, restored = NULL;

  edit (self, "add-milestone id=m goal=11111111-1111-4111-8111-111111111111 title=Later "
              "start=2027-08-01 end=2027-08-10\n"
              "link from=22222222-2222-4222-8222-222222222222 to=m type=finish-start\n");
  meant = way_saved_bytes (self->plan);
  version = way_plan_read_bytes (meant, "version", NULL, NULL);
  edit (self, "set milestone 22222222-2222-4222-8222-222222222222 start=2027-01\n");
  way_document_set_push (self->document, WAY_PUSH_ALWAYS);

  g_assert_true (way_document_restore (self->document, version, "Restore", NULL));
  restored = way_saved_bytes (self->plan);
  g_assert_true (g_bytes_equal (restored, meant));
}

static void
test_a_damaged_version_is_an_error (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
      g_file_replace_contents (self->file, plan_text, 200, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_null (compare (self, &error));
  g_assert_nonnull (error);
}

static void
test_a_copy_has_yet_to_be_saved (Fixture *self, gconstpointer data)
{
  g_autoptr (WayDocument) copy = way_document_new_copy (self->plan);

  g_assert_null (way_document_get_file (copy));
  g_assert_true (way_document_get_modified (copy));
}

static void
assert_words (gint64 seconds, gint64 now, const char *expected)
{
  g_autofree char *words = way_moment_words_from (seconds, now);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_moments_are_said_as_people_do (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (2026, 11, 12, 14, 5, 0);
  g_autoptr (GDateTime) midnight = g_date_time_new_local (2026, 11, 13, 0, 0, 0);
  gint64 seconds = g_date_time_to_unix (time);

  assert_words (seconds, seconds + 60, "Today 14:05");
  assert_words (seconds, g_date_time_to_unix (midnight) - 1, "Today 14:05");
  assert_words (seconds, g_date_time_to_unix (midnight), "Yesterday 14:05");
  assert_words (seconds, seconds + 3 * DAY, "12 November 2026, 14:05");
  assert_words (seconds, seconds - 3 * DAY, "12 November 2026, 14:05"); /* clocks go wrong */
}

/* For moments of the same minute */
static void
test_moments_are_told_apart (void)
{
  g_autoptr (GDateTime) time = g_date_time_new_local (2026, 11, 12, 14, 5, 9);
  gint64 seconds = g_date_time_to_unix (time);
  g_autofree char *today = way_moment_words_to_the_second (seconds, seconds);
  g_autofree char *yesterday = way_moment_words_to_the_second (seconds, seconds + DAY);
  g_autofree char *then = way_moment_words_to_the_second (seconds, seconds + 3 * DAY);

  g_assert_cmpstr (today, ==, "Today 14:05:09");
  g_assert_cmpstr (yesterday, ==, "Yesterday 14:05:09");
  g_assert_cmpstr (then, ==, "12 November 2026, 14:05:09");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/document/version/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/version/restoring-gives-its-bytes-and-undoing-takes-them-back",
                   test_restoring_gives_its_bytes_and_undoing_takes_them_back);
  g_test_add_func ("/document/version/an-id-of-another-kind-changes-places",
                   test_an_id_of_another_kind_changes_places);
  ADD ("the-same-is-the-same", test_the_same_is_the_same);
  ADD ("says-what-differs-in-words", test_says_what_differs_in_words);
  ADD ("what-depends-stays-where-it-was", test_what_depends_stays_where_it_was);
  ADD ("a-damaged-version-is-an-error", test_a_damaged_version_is_an_error);
  ADD ("a-copy-has-yet-to-be-saved", test_a_copy_has_yet_to_be_saved);
  g_test_add_func ("/document/version/moments-are-said-as-people-do",
                   test_moments_are_said_as_people_do);
  g_test_add_func ("/document/version/moments-are-told-apart", test_moments_are_told_apart);

  return g_test_run ();
}
