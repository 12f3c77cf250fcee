/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-clip.h"
#include "way-document.h"
#include "way-paste.h"
#include "way-test-commands.h"

/* "b" stands between "a" and "d"; "c" goes along with it */
#define SCRIPT                                                                                     \
  "add-milestone id=a title=Course\n"                                                              \
  "add-milestone id=b title=Exam\n"                                                                \
  "add-milestone id=c title=Papers\n"                                                              \
  "add-milestone id=d title=Job\n"                                                                 \
  "link id=l1 from=a to=b type=finish-start lag=14\n"                                              \
  "link id=l2 from=b to=c\n"                                                                       \
  "link id=l3 from=b to=d"

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  WayPlan *clip;
  WayCut *cut;
} Fixture;

static void
run (Fixture *fixture, const char *script)
{
  way_test_edit (fixture->document, script);
}

static WayId
get_id (Fixture *fixture, const char *handle)
{
  return way_id_derive (way_plan_get_id (fixture->plan), handle);
}

/* Takes "b" and "c", and keeps what they lose */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  WayId ids[2];

  fixture->document = way_document_new (NULL);
  fixture->plan = way_document_get_plan (fixture->document);
  run (fixture, SCRIPT);
  ids[0] = get_id (fixture, "b");
  ids[1] = get_id (fixture, "c");
  fixture->clip = way_clip_copy (fixture->plan, ids, G_N_ELEMENTS (ids));
  fixture->cut = way_cut_new (fixture->plan, fixture->clip);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->cut, way_cut_free);
  g_clear_object (&fixture->clip);
  g_clear_object (&fixture->document);
}

typedef struct
{
  WayPlan *clip;
  WayPastePlace place;
  GArray *added;
} Job;

static gboolean
run_paste (WayEditGroup *group, gpointer user_data, GError **error)
{
  Job *job = user_data;

  return way_paste_clip (group, job->clip, job->place, job->added, error);
}

static void
paste (Fixture *fixture)
{
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (WayId));
  Job job = { fixture->clip, { NULL, WAY_DAY_NONE, fixture->cut }, added };
  g_autoptr (GError) error = NULL;

  way_document_execute (fixture->document, "paste", NULL, run_paste, &job, &error);
  g_assert_no_error (error);
}

static const char *
get_title (Fixture *fixture, const WayRecord *dependency, WayField end)
{
  return way_record_get_called (
      way_plan_lookup (fixture->plan, way_record_get_ref (dependency, end)));
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *)a, *(char *const *)b);
}

/* As "Course Exam 14|Exam Job 0|" */
static void
assert_dependencies (Fixture *fixture, const char *expected)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  guint count;
  WayRecord *const *records = way_plan_get_records (fixture->plan, WAY_KIND_DEPENDENCY, &count);

  for (guint i = 0; i < count; i++)
    g_ptr_array_add (
        lines, g_strdup_printf ("%s %s %d|", get_title (fixture, records[i], WAY_DEPENDENCY_FROM),
                                get_title (fixture, records[i], WAY_DEPENDENCY_TO),
                                way_record_get_integer (records[i], WAY_DEPENDENCY_LAG)));
  g_ptr_array_sort (lines, compare);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (text, lines->pdata[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

#define CUT "remove milestone b\nremove milestone c"
#define ALL "Course Exam 14|Exam Job 0|Exam Papers 0|"

static void
test_they_come_back (Fixture *fixture, gconstpointer data)
{
  run (fixture, CUT);
  assert_dependencies (fixture, "");
  paste (fixture);
  assert_dependencies (fixture, ALL);

  /* Another time it is a copy, whose own come along and no others */
  paste (fixture);
  assert_dependencies (fixture, "Course Exam 14|Exam Job 0|Exam Papers 0|Exam Papers 0|");
}

static void
test_not_beside_the_originals (Fixture *fixture, gconstpointer data)
{
  run (fixture, CUT);
  way_document_undo (fixture->document);
  paste (fixture);
  assert_dependencies (fixture, "Course Exam 14|Exam Job 0|Exam Papers 0|Exam Papers 0|");
}

static void
test_not_where_the_other_end_is_gone (Fixture *fixture, gconstpointer data)
{
  run (fixture, CUT "\nremove milestone d");
  paste (fixture);
  assert_dependencies (fixture, "Course Exam 14|Exam Papers 0|");
}

/* What was first is there; the one that would close the circle is left out */
static void
test_not_into_a_circle (Fixture *fixture, gconstpointer data)
{
  run (fixture, CUT "\nlink from=d to=a");
  paste (fixture);
  assert_dependencies (fixture, "Exam Job 0|Exam Papers 0|Job Course 0|");
}

static void
test_not_of_another_clip (Fixture *fixture, gconstpointer data)
{
  WayId id = get_id (fixture, "b");
  g_autoptr (WayPlan) other = way_clip_copy (fixture->plan, &id, 1);

  run (fixture, CUT);
  g_set_object (&fixture->clip, other);
  paste (fixture);
  assert_dependencies (fixture, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/document/cut/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("they-come-back", test_they_come_back);
  ADD ("not-beside-the-originals", test_not_beside_the_originals);
  ADD ("not-where-the-other-end-is-gone", test_not_where_the_other_end_is_gone);
  ADD ("not-into-a-circle", test_not_into_a_circle);
  ADD ("not-of-another-clip", test_not_of_another_clip);

  return g_test_run ();
}
