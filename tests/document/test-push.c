/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-document-schedule.h"

#include "way-dependency.h"
#include "way-milestone-commands.h"
#include "way-push.h"
#include "way-test-commands.h"

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  guint n_early; /* as was told last */
  guint n_kept;
} Fixture;

static void
run (Fixture *fixture, const char *script)
{
  way_test_edit (fixture->document, script);
}

static void
on_early (WayDocument *document, guint n_early, guint n_kept, Fixture *fixture)
{
  fixture->n_early = n_early;
  fixture->n_kept = n_kept;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->document = way_document_new (NULL);
  fixture->plan = way_document_get_plan (fixture->document);
  g_signal_connect (fixture->document, "early", G_CALLBACK (on_early), fixture);
  run (fixture, "add-milestone id=course title=Course start=2027-01-01 end=2027-01-31\n"
                "add-milestone id=exam title=Exam start=2027-02-01 end=2027-02-28\n"
                "add-milestone id=papers title=Papers start=2027-04\n"
                "add-milestone id=job title=Job start=2027-03-11\n"
                "link id=l1 from=course to=exam\n"
                "link id=l2 from=course to=papers\n"
                "link id=l3 from=exam to=job");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->document);
}

static WayId
make_id (Fixture *fixture, const char *handle)
{
  return way_id_derive (way_plan_get_id (fixture->plan), handle);
}

typedef struct
{
  const WayId *ids;
  guint n_ids;
  int days;
} Shift;

static gboolean
run_shift (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Shift *shift = user_data;

  for (guint i = 0; i < shift->n_ids; i++)
    if (!way_milestone_move (group, &shift->ids[i], shift->days, error))
      return FALSE;

  return TRUE;
}

static void
move_ids (Fixture *fixture, const WayId *ids, guint n_ids, int days, WayPush push)
{
  Shift shift = { ids, n_ids, days };
  const char *name = n_ids == 1 ? "Move “Course”" : "Move 2 milestones";
  g_autoptr (GError) error = NULL;

  way_document_set_push (fixture->document, push);
  fixture->n_early = fixture->n_kept = 0;
  way_document_execute (fixture->document, name, NULL, run_shift, &shift, &error);
  g_assert_no_error (error);
}

static void
move (Fixture *fixture, const char *handle, int days, WayPush push)
{
  WayId id = make_id (fixture, handle);

  move_ids (fixture, &id, 1, days, push);
}

static void
assert_dates (Fixture *fixture, const char *handle, const char *start, const char *end)
{
  WayId id = make_id (fixture, handle);
  WayRecord *record = way_plan_lookup (fixture->plan, &id);
  char buffer[WAY_DATE_BUFFER_SIZE];

  g_assert_cmpstr (way_date_format (way_record_get_date (record, WAY_MILESTONE_START), buffer), ==,
                   start);
  if (end != NULL)
    g_assert_cmpstr (way_date_format (way_record_get_date (record, WAY_MILESTONE_END), buffer), ==,
                     end);
}

static void
assert_undo_name (Fixture *fixture, const char *name)
{
  g_assert_cmpstr (way_history_get_undo_name (way_document_get_history (fixture->document), 0), ==,
                   name);
}

static void
test_always (Fixture *fixture, gconstpointer data)
{
  move (fixture, "course", 20, WAY_PUSH_ALWAYS);

  /* Back to back as before; the job had ten days to spare, the papers more than that */
  assert_dates (fixture, "exam", "2027-02-21", "2027-03-20");
  assert_dates (fixture, "job", "2027-03-21", NULL);
  assert_dates (fixture, "papers", "2027-04", NULL);
  assert_undo_name (fixture, "Move “Course” and 2 that depend on it");

  /* One step */
  way_document_undo (fixture->document);
  assert_dates (fixture, "course", "2027-01-01", "2027-01-31");
  assert_dates (fixture, "exam", "2027-02-01", "2027-02-28");
  assert_dates (fixture, "job", "2027-03-11", NULL);
}

/* It does not matter how dates are changed */
static void
test_any_command (Fixture *fixture, gconstpointer data)
{
  way_document_set_push (fixture->document, WAY_PUSH_ALWAYS);
  run (fixture, "set milestone course end=2027-02-20");
  assert_dates (fixture, "exam", "2027-02-21", "2027-03-20");
  assert_dates (fixture, "job", "2027-03-21", NULL);
  assert_undo_name (fixture, "script and 2 that depend on it");

  /* A start does not push, nor does what is no date */
  run (fixture, "set milestone course start=2027-02 title=Class");
  assert_undo_name (fixture, "script");
  assert_dates (fixture, "exam", "2027-02-21", "2027-03-20");

  way_document_set_push (fixture->document, WAY_PUSH_ASK);
  run (fixture, "set milestone course end=2027-03");
  g_assert_cmpuint (fixture->n_early, ==, 1);
  assert_dates (fixture, "exam", "2027-02-21", "2027-03-20");

  /* What has been too early is none of the next step's business */
  run (fixture, "set milestone course title=Course");
  g_assert_cmpuint (fixture->n_early, ==, 0);
}

static void
test_precision_stays (Fixture *fixture, gconstpointer data)
{
  move (fixture, "course", 100, WAY_PUSH_ALWAYS);
  assert_dates (fixture, "course", "2027-04-11", "2027-05-11");
  assert_dates (fixture, "papers", "2027-05", NULL);
}

static void
test_ask (Fixture *fixture, gconstpointer data)
{
  WayPushResult result;

  move (fixture, "course", 20, WAY_PUSH_ASK);
  g_assert_cmpuint (fixture->n_early, ==, 1);
  g_assert_cmpuint (way_document_count_early (fixture->document), ==, 1);
  assert_dates (fixture, "exam", "2027-02-01", "2027-02-28");
  assert_undo_name (fixture, "Move “Course”");

  g_assert_true (way_document_push_along (fixture->document, &result, NULL));
  g_assert_cmpuint (result.n_pushed, ==, 2);
  g_assert_cmpuint (fixture->n_early, ==, 0);
  assert_undo_name (fixture, "Push 2 milestones along");
  assert_dates (fixture, "exam", "2027-02-21", "2027-03-20");

  way_document_undo (fixture->document);
  assert_dates (fixture, "exam", "2027-02-01", "2027-02-28");
  assert_dates (fixture, "course", "2027-01-21", "2027-02-20");
}

/* Undo takes the offer back, and so does moving back by hand */
static void
test_ask_is_over (Fixture *fixture, gconstpointer data)
{
  move (fixture, "course", 20, WAY_PUSH_ASK);
  g_assert_cmpuint (fixture->n_early, ==, 1);
  way_document_undo (fixture->document);
  g_assert_cmpuint (fixture->n_early, ==, 0);

  move (fixture, "course", 20, WAY_PUSH_ASK);
  g_assert_cmpuint (fixture->n_early, ==, 1);
  run (fixture, "set milestone exam start=2027-02-21 end=2027-03-20");
  g_assert_cmpuint (fixture->n_early, ==, 1); /* the job, now */
  run (fixture, "set milestone job start=2027-03-21");
  g_assert_cmpuint (fixture->n_early, ==, 0);
}

static void
test_never (Fixture *fixture, gconstpointer data)
{
  move (fixture, "course", 20, WAY_PUSH_NEVER);
  g_assert_cmpuint (fixture->n_early, ==, 0);
  assert_dates (fixture, "exam", "2027-02-01", "2027-02-28");
}

/* Not pulled, not pushed when there is room, and not when all go together */
static void
test_no_need (Fixture *fixture, gconstpointer data)
{
  WayId both[] = { make_id (fixture, "course"), make_id (fixture, "exam") };

  move (fixture, "course", -20, WAY_PUSH_ALWAYS);
  assert_undo_name (fixture, "Move “Course”");
  assert_dates (fixture, "exam", "2027-02-01", "2027-02-28");

  move_ids (fixture, both, 2, 15, WAY_PUSH_ALWAYS);
  assert_undo_name (fixture, "Move 2 milestones and 1 that depends on them");
  assert_dates (fixture, "exam", "2027-02-16", "2027-03-15");
  assert_dates (fixture, "job", "2027-03-16", NULL);
}

static void
test_settled_stay (Fixture *fixture, gconstpointer data)
{
  run (fixture, "done milestone exam");
  move (fixture, "course", 20, WAY_PUSH_ALWAYS);
  g_assert_cmpuint (fixture->n_kept, ==, 1);
  assert_dates (fixture, "exam", "2027-02-01", "2027-02-28");
  assert_undo_name (fixture, "Move “Course”");
}

/* What was too early before is left to its owner, until it is to be repaired */
static void
test_only_what_newly_breaks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) broken = NULL;
  WayPushResult result;

  run (fixture, "set milestone job start=2027-02-15");
  move (fixture, "course", 20, WAY_PUSH_ALWAYS);
  assert_dates (fixture, "exam", "2027-02-21", "2027-03-20");
  assert_dates (fixture, "job", "2027-02-15", NULL);

  broken = way_schedule_get_broken (way_document_get_schedule (fixture->document));
  g_assert_cmpuint (broken->len, ==, 1);
  g_assert_true (way_document_repair (fixture->document, "Repair",
                                      way_record_get_id (broken->pdata[0]), 1, &result, NULL));
  assert_dates (fixture, "job", "2027-03-21", NULL);
  assert_undo_name (fixture, "Repair");
  g_assert_cmpuint (way_schedule_get_n_broken (way_document_get_schedule (fixture->document)), ==,
                    0);
}

#define N_MILESTONES 30

/* A plan of milestones that wait for earlier ones, some too early from the start */
static void
fill_at_random (Fixture *fixture, GRand *rand)
{
  static const char *const forms[]
      = { "start=2027-%02d-%02d", "start=2027-%02d end=2028-03",
          "start=2027-%02d-%02d end=2027-12-31", "end=2027-%02d~", "start=2027-%02d status=done" };
  static const char *const types[]
      = { "finish-start", "start-start", "finish-finish", "start-finish" };
  g_autoptr (GString) script = g_string_new (NULL);

  for (int i = 0; i < N_MILESTONES; i++)
    {
      const char *form = forms[g_rand_int_range (rand, 0, G_N_ELEMENTS (forms))];
      g_autofree char *dates = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
      dates
          = g_strdup_printf (form, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
#pragma GCC diagnostic pop
      g_string_append_printf (script, "add-milestone id=m%d title=M %s\n", i, dates);
    }

  for (int i = 1; i < N_MILESTONES; i++)
    for (int j = 0; j < i; j += g_rand_int_range (rand, 1, 15))
      g_string_append_printf (script, "link from=m%d to=m%d type=%s lag=%d\n", j, i,
                              types[g_rand_int_range (rand, 0, G_N_ELEMENTS (types))],
                              g_rand_int_range (rand, -100, 60));

  run (fixture, script->str);
}

/* Those that do not hold, with a successor that could be moved */
static GHashTable *
get_broken (Fixture *fixture)
{
  g_autoptr (GPtrArray) broken
      = way_schedule_get_broken (way_document_get_schedule (fixture->document));
  GHashTable *set = g_hash_table_new (way_id_hash, way_id_equal);

  for (guint i = 0; i < broken->len; i++)
    g_hash_table_add (set, (gpointer)way_record_get_id (broken->pdata[i]));

  return set;
}

static void
assert_breaks_nothing (Fixture *fixture, GHashTable *before, const WayId *moved)
{
  g_autoptr (GHashTable) after = get_broken (fixture);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      WayRecord *dependency = way_plan_lookup (fixture->plan, id);
      const WayId *to = way_record_get_ref (dependency, WAY_DEPENDENCY_TO);

      g_assert_true (g_hash_table_contains (before, id) || way_id_equal (to, moved));
    }
}

static void
test_nothing_newly_breaks (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20; i++)
    {
      Fixture fixture = { .document = way_document_new (NULL) };
      g_autoptr (GPtrArray) broken = NULL;
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));
      WayPushResult result;

      fixture.plan = way_document_get_plan (fixture.document);
      fill_at_random (&fixture, rand);

      for (guint j = 0; j < 30; j++)
        {
          g_autoptr (GHashTable) before = get_broken (&fixture);
          g_autofree char *handle
              = g_strdup_printf ("m%d", g_rand_int_range (rand, 0, N_MILESTONES));
          WayId moved = make_id (&fixture, handle);

          move_ids (&fixture, &moved, 1, g_rand_int_range (rand, -50, 150), WAY_PUSH_ALWAYS);
          assert_breaks_nothing (&fixture, before, &moved);
        }

      broken = way_schedule_get_broken (way_document_get_schedule (fixture.document));
      for (guint j = 0; j < broken->len; j++)
        g_array_append_vals (ids, way_record_get_id (broken->pdata[j]), 1);
      g_assert_true (way_document_repair (fixture.document, "Repair all",
                                          (const WayId *)(gpointer)ids->data, ids->len, &result,
                                          NULL));
      g_assert_cmpuint (way_schedule_get_n_broken (way_document_get_schedule (fixture.document)),
                        ==, 0);
      g_object_unref (fixture.document);
    }
}

/* Every third is too early for the one that it depends on, and every fifth is done */
static void
test_early_are_counted_among_many (void)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GString) script = g_string_new (NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  WayRecord *const *dependencies;
  guint n_dependencies, n_early = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_string_append_printf (script, "add-milestone id=a%u title=A start=2027-03-01\n", i);
      g_string_append_printf (script, "add-milestone id=b%u title=B start=%s status=%s\n", i,
                              i % 3 == 0 ? "2027-01-01" : "2027-06-01",
                              i % 5 == 0 ? "done" : "planned");
      g_string_append_printf (script, "link from=a%u to=b%u\n", i, i);
      n_early += i % 3 == 0 && i % 5 != 0;
    }
  way_test_edit (document, script->str);

  g_array_append_vals (ids, way_plan_get_id (plan), 1); /* no dependency */
  dependencies = way_plan_get_records (plan, WAY_KIND_DEPENDENCY, &n_dependencies);
  for (guint i = 0; i < n_dependencies; i++)
    g_array_append_vals (ids, way_record_get_id (dependencies[i]), 1);
  g_assert_cmpuint (way_push_count_early (plan, (const WayId *)(gpointer)ids->data, ids->len), ==,
                    n_early);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/document/push/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("always", test_always);
  ADD ("any-command", test_any_command);
  ADD ("precision-stays", test_precision_stays);
  ADD ("ask", test_ask);
  ADD ("ask-is-over", test_ask_is_over);
  ADD ("never", test_never);
  ADD ("no-need", test_no_need);
  ADD ("settled-stay", test_settled_stay);
  ADD ("only-what-newly-breaks", test_only_what_newly_breaks);
  g_test_add_func ("/document/push/nothing-newly-breaks", test_nothing_newly_breaks);
  g_test_add_func ("/document/push/early-are-counted-among-many",
                   test_early_are_counted_among_many);

  return g_test_run ();
}
