/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Copying parts of a plan, and pasting them.
 */
#include "way-check.h"
#include "way-clip.h"
#include "way-document.h"
#include "way-paste.h"
#include "way-random-plan.h"
#include "way-saved-plan.h"
#include "way-test-commands.h"
#include "way-value.h"

#define N_PLANS 300
#define TODAY way_day_from_ymd (2026, 11, 22)

#define SCRIPT                                                                                     \
  "add-goal id=g title='Become a nurse practitioner' due=2028-06 status=active\n"                  \
  "add-goal id=s title='Pass the boards' parent=g\n"                                               \
  "add-goal id=h title='Stay well'\n"                                                              \
  "add-person id=p name='Ann Okafor' email=ann@example.org\n"                                      \
  "add-credential id=c name=CCRN\n"                                                                \
  "add-milestone id=a goal=g title='Review course' start=2027-01 end=2027-03 people=p\n"           \
  "add-milestone id=b goal=s title='Sit the exam' start=2027-05-10 credential=c cost=250 "         \
  "private-notes='Third try'\n"                                                                    \
  "add-milestone id=d goal=h title='Two weeks off' start=2027-09\n"                                \
  "link id=ab from=a to=b\nlink id=bd from=b to=d\n"                                               \
  "add-link id=l of=b uri=https://example.org title=Proof\n"                                       \
  "add-link id=k of=c uri=https://example.org/c title=Certificate\n"

static WayDocument *
make_document (const char *script)
{
  WayDocument *document = way_document_new (NULL);

  way_test_edit (document, script);
  return document;
}

static WayPlan *
get_plan (WayDocument *document)
{
  return way_document_get_plan (document);
}

static WayId
get_id (WayDocument *document, const char *handle)
{
  return way_id_derive (way_plan_get_id (get_plan (document)), handle);
}

/* The clip of the records with these handles, a letter each */
static WayPlan *
copy (WayDocument *document, const char *handles)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));

  for (const char *handle = handles; *handle != '\0'; handle++)
    {
      char name[] = { *handle, '\0' };
      WayId id = get_id (document, name);

      g_array_append_val (ids, id);
    }
  return way_clip_copy (get_plan (document), (const WayId *)(gpointer)ids->data, ids->len);
}

typedef struct
{
  WayPlan *clip;
  const char *text;
  WayPastePlace place;
  GArray *added;
} Job;

static gboolean
run_paste (WayEditGroup *group, gpointer user_data, GError **error)
{
  Job *job = user_data;
  g_autoptr (WayQuickWords) words = NULL;

  if (job->clip != NULL)
    return way_paste_clip (group, job->clip, job->place, job->added, error);
  words = way_quick_words_new ();
  return way_paste_text (group, job->text, words, TODAY, job->place.goal, job->added, error);
}

/* The ids of what was pasted on top */
static GArray *
paste (WayDocument *document, WayPlan *clip, const WayId *goal, WayDay day)
{
  Job job = { clip, NULL, { goal, day, NULL }, g_array_new (FALSE, FALSE, sizeof (WayId)) };
  g_autoptr (GError) error = NULL;

  way_document_execute (document, "paste", NULL, run_paste, &job, &error);
  g_assert_no_error (error);
  return job.added;
}

static GArray *
paste_text (WayDocument *document, const char *text, const WayId *goal)
{
  Job job
      = { NULL, text, { goal, WAY_DAY_NONE, NULL }, g_array_new (FALSE, FALSE, sizeof (WayId)) };
  g_autoptr (GError) error = NULL;

  way_document_execute (document, "paste", NULL, run_paste, &job, &error);
  g_assert_no_error (error);
  return job.added;
}

static void
assert_value (WayPlan *plan, const WayId *id, WayField field, const char *expected)
{
  WayRecord *record = way_plan_lookup (plan, id);
  g_autoptr (GString) value = g_string_new (NULL);

  g_assert_nonnull (record);
  way_value_format (record, field, value);
  g_assert_cmpstr (value->str, ==, expected);
}

static void
assert_sound (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  for (guint i = 0; i < problems->len; i++)
    {
      const WayProblem *problem = problems->pdata[i];

      if (problem->severity == WAY_PROBLEM_ERROR)
        g_error ("%s", problem->text);
    }
}

static void
assert_undo_name (WayDocument *document, const char *expected)
{
  g_assert_cmpstr (way_history_get_undo_name (way_document_get_history (document), 0), ==,
                   expected);
}

static void
test_copy_takes_what_belongs (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "g");
  WayId exam = get_id (document, "b");

  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_GOAL), ==, 2);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_MILESTONE), ==, 2);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_DEPENDENCY), ==, 1);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_PERSON), ==, 1);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_CREDENTIAL), ==, 1);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_LINK), ==, 2);
  assert_value (clip, &exam, WAY_MILESTONE_PRIVATE_NOTES, "Third try");
  assert_sound (clip);
}

static void
test_copy_leaves_the_rest (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "ad");
  WayId course = get_id (document, "a");

  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_GOAL), ==, 0);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_MILESTONE), ==, 2);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_DEPENDENCY), ==, 0);
  g_assert_cmpuint (way_plan_get_count (clip, WAY_KIND_CREDENTIAL), ==, 0);
  assert_value (clip, &course, WAY_MILESTONE_GOAL, "");
  assert_sound (clip);
}

static void
test_text (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "dg");
  g_autofree char *text = way_clip_get_text (clip);

  g_assert_cmpstr (text, ==,
                   "Two weeks off · September 2027 · Planned\n"
                   "Become a nurse practitioner · by June 2028 · Active\n"
                   "    Review course · January to March 2027 · Planned\n"
                   "    Pass the boards · Committed\n"
                   "        Sit the exam · 10 May 2027 · Planned\n");
}

static void
test_csv_names_the_goals (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "b");
  g_autofree char *text = way_clip_get_csv (clip, get_plan (document));

  g_assert_true (g_str_has_prefix (text, "\"Goal\",\"Category\","));
  g_assert_nonnull (strstr (text, "\r\n\"Pass the boards\",\"step\",\"planned\",\"2027-05-10\","));
  g_assert_null (strstr (text, "Third try"));
}

static void
test_paste_into_a_goal (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "ab");
  WayId goal = get_id (document, "h");
  g_autoptr (GArray) added = paste (document, clip, &goal, WAY_DAY_NONE);
  const WayId *ids = (const WayId *)(gpointer)added->data;
  WayPlan *plan = get_plan (document);
  g_autoptr (GPtrArray) links = way_plan_get_referrers (plan, &ids[1], WAY_LINK_OF);
  g_autoptr (GPtrArray) waits = way_plan_get_referrers (plan, &ids[1], WAY_DEPENDENCY_TO);
  const WayId *from;

  g_assert_cmpuint (added->len, ==, 2);
  assert_value (plan, &ids[0], WAY_MILESTONE_TITLE, "Review course");
  assert_value (plan, &ids[0], WAY_MILESTONE_START, "2027-01");
  g_assert_true (way_id_equal (
      way_record_get_ref (way_plan_lookup (plan, &ids[0]), WAY_MILESTONE_GOAL), &goal));
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpuint (waits->len, ==, 1);
  from = way_record_get_ref (waits->pdata[0], WAY_DEPENDENCY_FROM);
  g_assert_true (way_id_equal (from, &ids[0]));
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_PERSON), ==, 1);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_CREDENTIAL), ==, 1);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_LINK), ==, 3);
  assert_undo_name (document, "Paste 2 items");
  assert_sound (plan);
}

static void
test_people_are_known_by_name (void)
{
  g_autoptr (WayDocument) source = make_document (SCRIPT);
  g_autoptr (WayDocument) target = make_document ("add-person id=x name='ANN OKAFOR'\n");
  g_autoptr (WayPlan) clip = copy (source, "ab");
  g_autoptr (GArray) added = paste (target, clip, NULL, WAY_DAY_NONE);
  g_autoptr (GArray) again = paste (target, clip, NULL, WAY_DAY_NONE);
  WayPlan *plan = get_plan (target);
  WayId ann = get_id (target, "x");
  WayId credential = get_id (source, "c");
  g_autoptr (GPtrArray) met = way_plan_get_referrers (plan, &ann, WAY_MILESTONE_PEOPLE);

  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_PERSON), ==, 1);
  g_assert_cmpuint (met->len, ==, 2);
  /* The credential is new here, and known the second time, with its evidence */
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_CREDENTIAL), ==, 1);
  g_assert_nonnull (way_plan_lookup (plan, &credential));
  g_assert_cmpuint (way_plan_get_n_referrers (plan, &credential), ==, 3);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_MILESTONE), ==, 4);
  assert_sound (plan);
}

static void
test_goals_stand_beside (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "s");
  WayId at = get_id (document, "s");
  WayId above = get_id (document, "g");
  g_autoptr (GArray) added = paste (document, clip, &at, WAY_DAY_NONE);
  WayPlan *plan = get_plan (document);
  WayRecord *goal = way_plan_lookup (plan, &g_array_index (added, WayId, 0));

  g_assert_cmpuint (added->len, ==, 1);
  g_assert_true (way_id_equal (way_record_get_ref (goal, WAY_GOAL_PARENT), &above));
  assert_undo_name (document, "Paste “Pass the boards”");
}

static void
test_dates_move_to_a_day (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "ab");
  g_autoptr (GArray) added = paste (document, clip, NULL, way_day_from_ymd (2028, 1, 1));
  WayPlan *plan = get_plan (document);

  /* By 365 days, each with its precision */
  assert_value (plan, &g_array_index (added, WayId, 0), WAY_MILESTONE_START, "2028-01");
  assert_value (plan, &g_array_index (added, WayId, 0), WAY_MILESTONE_END, "2028-03");
  assert_value (plan, &g_array_index (added, WayId, 1), WAY_MILESTONE_START, "2028-05-09");
}

static gboolean
run_duplicate (WayEditGroup *group, gpointer user_data, GError **error)
{
  Job *job = user_data;

  return way_paste_duplicate (group, job->place.goal, 2, job->added, error);
}

static void
test_duplicates_stay_in_their_goals (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  WayId ids[] = { get_id (document, "a"), get_id (document, "d") };
  WayId goals[] = { get_id (document, "g"), get_id (document, "h") };
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (WayId));
  Job job = { .place.goal = ids, .added = added };

  g_assert_true (way_document_execute (document, "duplicate", NULL, run_duplicate, &job, NULL));
  g_assert_cmpuint (added->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      WayRecord *copied = way_plan_lookup (get_plan (document), &g_array_index (added, WayId, i));

      g_assert_true (way_id_equal (way_record_get_ref (copied, WAY_MILESTONE_GOAL), &goals[i]));
    }
  assert_undo_name (document, "Duplicate 2 items");
}

static void
test_credential_alone_is_there_already (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (WayPlan) clip = copy (document, "c");
  Job job = { clip, NULL, { NULL, WAY_DAY_NONE, NULL }, NULL };
  g_autoptr (GBytes) before = way_saved_bytes (get_plan (document));
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (WayId));
  g_autoptr (GError) error = NULL;

  job.added = added;
  g_assert_false (way_document_execute (document, "paste", NULL, run_paste, &job, &error));
  g_assert_error (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_EMPTY);
  after = way_saved_bytes (get_plan (document));
  g_assert_true (g_bytes_equal (before, after));
}

static void
on_clip_read (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **found = user_data;

  *found = g_object_ref (result);
}

static WayPlan *
read_apart (GBytes *bytes, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GAsyncResult) result = NULL;

  way_clip_read_apart_async (stream, NULL, on_clip_read, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return way_clip_read_apart_finish (result, error);
}

static void
test_bad_data (void)
{
  static const struct
  {
    const char *data;
    WayClipError code;
  } cases[] = {
    { "", WAY_CLIP_ERROR_UNREADABLE },
    { "Hello", WAY_CLIP_ERROR_UNREADABLE },
    { "<html/>", WAY_CLIP_ERROR_UNREADABLE },
    { "<plan xmlns=\"https://waymark.example/ns/plan\"", WAY_CLIP_ERROR_UNREADABLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].data, strlen (cases[i].data));
      g_autoptr (GError) error = NULL;

      g_autoptr (GError) error_apart = NULL;

      g_assert_null (way_clip_read (bytes, &error));
      g_assert_error (error, WAY_CLIP_ERROR, (int)cases[i].code);
      g_assert_cmpuint (strlen (error->message), >, 30);

      g_assert_null (read_apart (bytes, &error_apart));
      g_assert_error (error_apart, WAY_CLIP_ERROR, (int)cases[i].code);
      g_assert_cmpstr (error_apart->message, ==, error->message);
    }
}

/* What others offer is the same plan, and is never parsed here: without the helper there is none */
static void
test_others_are_read_apart (void)
{
  g_autoptr (WayDocument) source = make_document (SCRIPT);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_saved_bytes (get_plan (source));
  g_autoptr (WayPlan) here = way_clip_read (bytes, &error);
  g_autoptr (WayPlan) apart = NULL;
  g_autoptr (GBytes) written_here = NULL, written_apart = NULL;
  g_autofree char *helpers = g_strdup (g_getenv ("WAYMARK_LIBEXECDIR"));

  g_assert_no_error (error);
  apart = read_apart (bytes, &error);
  g_assert_no_error (error);
  written_here = way_saved_bytes (here);
  written_apart = way_saved_bytes (apart);
  g_assert_true (g_bytes_equal (written_here, written_apart));

  g_setenv ("WAYMARK_LIBEXECDIR", "/nonexistent", TRUE);
  g_assert_null (read_apart (bytes, &error));
  g_assert_error (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_UNREADABLE);
  g_setenv ("WAYMARK_LIBEXECDIR", helpers, TRUE);
}

static void
test_clip_of_nothing_is_refused (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  g_autoptr (WayPlan) clip = way_clip_copy (plan, NULL, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = way_clip_write (clip, &error);

  g_assert_no_error (error);
  g_assert_null (way_clip_read (bytes, &error));
  g_assert_error (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_EMPTY);
}

/* What is said of a plan as a whole stays with that plan */
static void
test_whole_plan (void)
{
  g_autoptr (WayDocument) source = make_document (SCRIPT);
  g_autoptr (WayDocument) target = make_document ("");
  g_autofree char *script = NULL;
  g_autoptr (GArray) added = NULL;
  char id[WAY_ID_BUFFER_SIZE];

  script = g_strdup_printf ("add-comment on=%s author=Ann text='Well done'\n",
                            way_id_format (way_plan_get_id (get_plan (source)), id));
  way_test_edit (source, script);
  added = paste (target, get_plan (source), NULL, WAY_DAY_NONE);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_cmpuint (way_plan_get_count (get_plan (target), WAY_KIND_COMMENT), ==, 0);
  assert_sound (get_plan (target));
}

static void
test_lines_of_text (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  WayId goal = get_id (document, "h");
  g_autoptr (GArray) added = paste_text (document,
                                         "\n  - Sit the CCRN exam in June 2027 for 3 months\r\n"
                                         "* Ask Ann\n\n2. Read\t"
                                         "the guidelines\nJune 2027\n",
                                         &goal);
  WayPlan *plan = get_plan (document);
  const WayId *ids = (const WayId *)(gpointer)added->data;

  g_assert_cmpuint (added->len, ==, 4);
  assert_value (plan, &ids[0], WAY_MILESTONE_TITLE, "Sit the CCRN exam");
  assert_value (plan, &ids[0], WAY_MILESTONE_START, "2027-06");
  assert_value (plan, &ids[0], WAY_MILESTONE_END, "2027-08");
  assert_value (plan, &ids[1], WAY_MILESTONE_TITLE, "Ask Ann");
  assert_value (plan, &ids[1], WAY_MILESTONE_START, "");
  assert_value (plan, &ids[2], WAY_MILESTONE_TITLE, "Read the guidelines");
  assert_value (plan, &ids[3], WAY_MILESTONE_TITLE, "June 2027");
  for (guint i = 0; i < added->len; i++)
    g_assert_true (way_id_equal (
        way_record_get_ref (way_plan_lookup (plan, &ids[i]), WAY_MILESTONE_GOAL), &goal));
  assert_undo_name (document, "Paste 4 milestones");
  g_assert_true (way_document_undo (document));
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_MILESTONE), ==, 3);
}

static void
test_text_that_is_no_list (void)
{
  g_autoptr (WayDocument) document = make_document (SCRIPT);
  g_autoptr (GString) novel = g_string_new (NULL);
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (WayId));
  Job job = { NULL, " \n\t\n", { NULL, WAY_DAY_NONE, NULL }, added };
  g_autoptr (GError) error = NULL;

  g_assert_false (way_document_execute (document, "paste", NULL, run_paste, &job, &error));
  g_assert_error (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_EMPTY);
  g_clear_error (&error);

  for (guint i = 0; i < 1001; i++)
    g_string_append (novel, "Call me Ishmael\n");
  job.text = novel->str;
  g_assert_false (way_document_execute (document, "paste", NULL, run_paste, &job, &error));
  g_assert_error (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_TOO_LONG);
  g_assert_cmpuint (way_plan_get_count (get_plan (document), WAY_KIND_MILESTONE), ==, 3);
}

/* What a reference leads to, said without ids that change: a rank or a name */
static void
describe_target (GString *text, WayPlan *plan, const WayId *id)
{
  WayRecord *target = way_plan_lookup (plan, id);
  WayKind kind = way_record_get_kind (target);
  char buffer[WAY_ID_BUFFER_SIZE];
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  if (kind == WAY_KIND_PERSON || kind == WAY_KIND_CREDENTIAL)
    {
      g_string_append_printf (text, " %s", way_id_format (id, buffer));
      return;
    }
  for (guint i = 0; i < n_records; i++)
    if (records[i] == target && way_schema_get_kind (kind)->rank != WAY_FIELD_NONE)
      g_string_append_printf (text, " %u", i);
  g_string_append_printf (text, " %s", way_schema_get_kind (kind)->xml_name);
}

static void
describe_references (GString *text, WayPlan *plan, const WayRecord *record, WayField field)
{
  guint n_ids = 0;
  const WayId *ids;

  if (way_schema_get_field (field)->type == WAY_TYPE_COUNTS)
    {
      for (guint i = 0; i < way_record_get_n_counts (record, field); i++)
        {
          WayCount count = way_record_get_count (record, field, i);

          describe_target (text, plan, &count.credential);
          g_string_append_printf (text, " %s", count.category);
        }
      return;
    }
  ids = way_record_get_refs (record, field, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    describe_target (text, plan, &ids[i]);
}

static char *
describe_record (WayPlan *plan, const WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));
  GString *text = g_string_new (kind->xml_name);

  for (WayField field = way_record_next_field (record, WAY_FIELD_NONE); field != WAY_FIELD_NONE;
       field = way_record_next_field (record, field))
    {
      WayFieldType type = way_schema_get_field (field)->type;

      if (field == kind->rank)
        continue;
      g_string_append_printf (text, "|%s=", way_schema_get_field (field)->xml_name);
      if (way_record_get_unread (record, field) == NULL
          && (type == WAY_TYPE_REF || type == WAY_TYPE_REFS || type == WAY_TYPE_COUNTS))
        describe_references (text, plan, record, field);
      else
        way_value_format (record, field, text);
    }
  return g_string_free (text, FALSE);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* All records but the plan's own; those that have a rank in their order, all others sorted */
static char *
describe (WayPlan *plan)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);
      gboolean is_ranked = way_schema_get_kind (kind)->rank != WAY_FIELD_NONE;

      for (guint i = 0; i < n_records; i++)
        {
          g_autofree char *line = describe_record (plan, records[i]);

          g_ptr_array_add (lines, g_strdup_printf ("%02u %05u %s", kind, is_ranked ? i : 0, line));
        }
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **)lines->pdata);
}

static GArray *
choose_some (GRand *rand, WayPlan *plan)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  double share = g_rand_double (rand);

  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        if (g_rand_double (rand) < share)
          g_array_append_vals (ids, way_record_get_id (records[i]), 1);
    }
  return ids;
}

static GBytes *
write_clip (WayPlan *clip)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = way_clip_write (clip, &error);

  g_assert_no_error (error);
  return bytes;
}

static WayPlan *
read_clip (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  WayPlan *clip = way_clip_read (bytes, &error);

  g_assert_no_error (error);
  return clip;
}

/* Pastes, and takes it back */
static char *
paste_and_undo (WayDocument *target, WayPlan *clip)
{
  g_autoptr (GBytes) before = way_saved_bytes (get_plan (target));
  g_autoptr (GArray) added = paste (target, clip, NULL, WAY_DAY_NONE);
  g_autoptr (GBytes) after = NULL;
  char *pasted = describe (get_plan (target));

  assert_sound (get_plan (target));
  g_assert_true (way_document_undo (target));
  after = way_saved_bytes (get_plan (target));
  g_assert_true (g_bytes_equal (before, after));
  return pasted;
}

static gboolean
has_what_is_always_new (WayPlan *clip)
{
  return way_plan_get_count (clip, WAY_KIND_GOAL) > 0
         || way_plan_get_count (clip, WAY_KIND_MILESTONE) > 0;
}

/* Whatever is copied arrives in an empty plan as it was, and undo leaves nothing of it, there and
 * where it came from */
static void
test_property (void)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_PLANS; i++)
    {
      WayRandomFlags flags = i % 3 == 0 ? WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN : WAY_RANDOM_SOUND;
      g_autoptr (WayPlan) plan = way_random_plan_new (rand, 8, flags);
      g_autoptr (WayDocument) source = way_document_new (plan);
      g_autoptr (WayDocument) target = way_document_new (NULL);
      g_autoptr (GArray) ids = choose_some (rand, plan);
      g_autoptr (WayPlan) clip = way_clip_copy (plan, (const WayId *)(gpointer)ids->data, ids->len);
      g_autofree char *copied = describe (clip);
      g_autoptr (GBytes) bytes = write_clip (clip);
      g_autoptr (WayPlan) read = NULL;
      g_autofree char *pasted = NULL;

      assert_sound (clip);
      if (*copied == '\0')
        continue;

      read = read_clip (bytes);
      pasted = paste_and_undo (target, read);
      g_assert_cmpstr (pasted, ==, copied);
      if (has_what_is_always_new (read))
        g_free (paste_and_undo (source, read));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/clip/copy-takes-what-belongs", test_copy_takes_what_belongs);
  g_test_add_func ("/document/clip/copy-leaves-the-rest", test_copy_leaves_the_rest);
  g_test_add_func ("/document/clip/text", test_text);
  g_test_add_func ("/document/clip/csv-names-the-goals", test_csv_names_the_goals);
  g_test_add_func ("/document/clip/paste-into-a-goal", test_paste_into_a_goal);
  g_test_add_func ("/document/clip/people-are-known-by-name", test_people_are_known_by_name);
  g_test_add_func ("/document/clip/goals-stand-beside", test_goals_stand_beside);
  g_test_add_func ("/document/clip/dates-move-to-a-day", test_dates_move_to_a_day);
  g_test_add_func ("/document/clip/duplicates-stay-in-their-goals",
                   test_duplicates_stay_in_their_goals);
  g_test_add_func ("/document/clip/credential-alone-is-there-already",
                   test_credential_alone_is_there_already);
  g_test_add_func ("/document/clip/bad-data", test_bad_data);
  g_test_add_func ("/document/clip/others-are-read-apart", test_others_are_read_apart);
  g_test_add_func ("/document/clip/clip-of-nothing-is-refused", test_clip_of_nothing_is_refused);
  g_test_add_func ("/document/clip/whole-plan", test_whole_plan);
  g_test_add_func ("/document/clip/lines-of-text", test_lines_of_text);
  g_test_add_func ("/document/clip/text-that-is-no-list", test_text_that_is_no_list);
  g_test_add_func ("/document/clip/property", test_property);

  return g_test_run ();
}
