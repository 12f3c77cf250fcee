/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random work, written down.
 */
#include "journal-fixture.h"

#include "way-check.h"
#include "way-journal.h"
#include "way-random-plan.h"
#include "way-saved-plan.h"

#define MAX_RECORDS 6 /* of a kind */
#define MAX_EDITS 4   /* of a step */
#define TRIES 50

static gboolean
is_sound (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  for (guint i = 0; i < problems->len; i++)
    {
      const WayProblem *problem = problems->pdata[i];

      if (problem->severity == WAY_PROBLEM_ERROR)
        return FALSE;
    }

  return TRUE;
}

static WayRecord *
pick (WayPlan *plan, GRand *rand)
{
  WayKind kind = (WayKind)g_rand_int_range (rand, 0, WAY_N_KINDS);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  if (n_records == 0)
    return NULL;

  return records[g_rand_int_range (rand, 0, (int)n_records)];
}

/* A record with another value, a copy of one with another id, or one less */
static WayChange
make_change (WayPlan *plan, GRand *rand)
{
  WayChange change = { pick (plan, rand), NULL };
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  const WayKindInfo *kind;
  int what = g_rand_int_range (rand, 0, 4);

  if (change.before == NULL)
    return change;

  way_record_ref (change.before);
  kind = way_schema_get_kind (way_record_get_kind (change.before));
  if (what == 0 && kind->kind != WAY_KIND_PLAN)
    return change;

  way_record_builder_start_from (builder, change.before);
  if (what == 1 && kind->kind != WAY_KIND_PLAN)
    {
      WayId id = way_random_id (rand);

      way_record_builder_set_id (builder, &id);
      g_clear_pointer (&change.before, way_record_unref);
    }
  way_random_plan_set_field (rand, builder,
                             &kind->fields[g_rand_int_range (rand, 0, (int)kind->n_fields)], plan);
  change.after = way_record_builder_end (builder);

  return change;
}

static void
clear_change (gpointer data)
{
  WayChange *change = data;

  g_clear_pointer (&change->before, way_record_unref);
  g_clear_pointer (&change->after, way_record_unref);
}

static void
try_change (WayPlan *plan, GRand *rand, GArray *changes)
{
  WayChange change = make_change (plan, rand);
  WayChange inverse = way_change_invert (&change);

  if (change.before == NULL && change.after == NULL)
    return;

  way_plan_apply (plan, &change);
  if (is_sound (plan))
    {
      g_array_append_val (changes, change);
      return;
    }

  way_plan_apply (plan, &inverse);
  clear_change (&change);
}

WayChangeSet *
journal_fixture_edit (WayPlan *plan, GRand *rand)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (WayChange));
  guint n_edits = (guint)g_rand_int_range (rand, 1, MAX_EDITS + 1);

  g_array_set_clear_func (changes, clear_change);
  for (guint i = 0; i < TRIES && changes->len < n_edits; i++)
    try_change (plan, rand, changes);

  return way_change_set_new ((const WayChange *)(gpointer)changes->data, changes->len);
}

void
journal_fixture_init (JournalFixture *self, guint n_steps)
{
  guint32 seed = (guint32)g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (WayPlan) plan
      = way_random_plan_new (rand, MAX_RECORDS, WAY_RANDOM_UNREAD | WAY_RANDOM_UNKNOWN);
  g_autoptr (WayJournal) journal = NULL;
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (plan);
  WayJournalBase base = { NULL };
  g_autoptr (GError) error = NULL;

  g_test_message ("seed %u", seed);
  self->path = way_journal_make_path (&error);
  g_assert_no_error (error);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_ptr_array_add (self->states, way_saved_bytes (plan));

  journal = way_journal_new (self->path, NULL, NULL);
  way_journal_start (journal, &base, snapshot, 1);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (WayChangeSet) changes = journal_fixture_edit (plan, rand);

      way_journal_append (journal, changes, "A step");
      g_ptr_array_add (self->states, way_saved_bytes (plan));
    }
}

void
journal_fixture_clear (JournalFixture *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->states, g_ptr_array_unref);
}
