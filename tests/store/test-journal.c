/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whatever happens to a journal, what it gives back is what the plan once was.
 */
#include "journal-fixture.h"

#include "way-journal-reader.h"
#include "way-journal.h"
#include "way-random-plan.h"
#include "way-saved-plan.h"

#include <glib/gstdio.h>

#include <string.h>
#include <sys/stat.h>

#define HEAD_SIZE 16
#define ENTRY_HEAD_SIZE 24
#define N_ROUNDS 20
#define N_STEPS 12

/* From one byte that is tried to the next. A sanitizer makes each try dear; no entry is as short.
 */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define STRIDE 23
#endif
#endif
#ifndef STRIDE
#define STRIDE 1
#endif

static gboolean
is_thorough (void)
{
  return g_strcmp0 (g_getenv ("WAYMARK_THOROUGH"), "1") == 0;
}

static guint8 *
load (const char *path, gsize *length)
{
  g_autoptr (GError) error = NULL;
  char *data = NULL;

  g_file_get_contents (path, &data, length, &error);
  g_assert_no_error (error);

  return (guint8 *)data;
}

/* Which of the states it gives back; -1 for none. A state that never was is the end of the test. */
static int
replay (const JournalFixture *fixture, const guint8 *data, gsize length)
{
  g_auto (WayJournalContent) content = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint64 index;

  if (!way_journal_parse (data, length, "journal", &content, &error))
    {
      g_assert_nonnull (error);
      g_assert_null (content.plan);
      return -1;
    }

  g_assert_no_error (error);
  index = content.serial - 1;
  bytes = way_saved_bytes (content.plan);
  g_assert_cmpuint (index, <, fixture->states->len);
  g_assert_true (g_bytes_equal (bytes, fixture->states->pdata[index]));
  g_assert_cmpuint (content.n_steps, ==, index + 1);

  return (int)index;
}

static void
test_round_trip (void)
{
  guint n_rounds = is_thorough () ? 50 * N_ROUNDS : 5 * N_ROUNDS;

  for (guint i = 0; i < n_rounds; i++)
    {
      g_auto (JournalFixture) fixture = { NULL };
      g_autofree guint8 *data = NULL;
      gsize length;

      journal_fixture_init (&fixture, N_STEPS);
      data = load (fixture.path, &length);
      g_assert_cmpint (replay (&fixture, data, length), ==, N_STEPS);
    }
}

static void
test_cut_anywhere (void)
{
  g_auto (JournalFixture) fixture = { NULL };
  g_autofree guint8 *data = NULL;
  gsize length;
  int last = -1;
  guint n_states = 0;
  gsize cut = 0;

  journal_fixture_init (&fixture, N_STEPS);
  data = load (fixture.path, &length);
  for (gboolean is_last = FALSE; !is_last; cut = MIN (cut + STRIDE, length))
    {
      g_autofree guint8 *part
          = g_memdup2 (data, MAX (cut, 1)); /* so that a reader beyond it is seen */
      int state = replay (&fixture, part, cut);

      g_assert_cmpint (state, >=, last);
      g_assert_cmpint (state, <=, last + 1);
      n_states += state != last;
      last = state;
      is_last = cut == length;
    }
  g_assert_cmpuint (n_states, ==, N_STEPS + 1);
}

static void
test_flip_anywhere (void)
{
  g_auto (JournalFixture) fixture = { NULL };
  g_autofree guint8 *data = NULL;
  gsize length;
  guint n_lost = 0, n_flipped = 0;

  journal_fixture_init (&fixture, N_STEPS);
  data = load (fixture.path, &length);
  for (gsize at = 0; at < length; at += STRIDE)
    {
      guint8 flip = (guint8)(1u << g_test_rand_int_range (0, 8));

      data[at] ^= flip;
      n_lost += replay (&fixture, data, length) < N_STEPS;
      data[at] ^= flip;
      n_flipped++;
    }
  g_assert_cmpuint (n_lost, ==, n_flipped);
}

/* Where each entry begins, and where the last ends */
static GArray *
find_entries (const guint8 *data, gsize length)
{
  GArray *offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  gsize at = HEAD_SIZE;

  while (at < length)
    {
      guint32 payload;

      g_array_append_val (offsets, at);
      memcpy (&payload, data + at, sizeof payload);
      at += ENTRY_HEAD_SIZE + GUINT32_FROM_LE (payload);
    }
  g_assert_cmpuint (at, ==, length);
  g_array_append_val (offsets, at);

  return offsets;
}

static gsize
offset (GArray *offsets, guint index)
{
  return g_array_index (offsets, gsize, index);
}

static void
append (GByteArray *out, const guint8 *data, gsize from, gsize to)
{
  g_byte_array_append (out, data + from, (guint)(to - from));
}

typedef enum
{
  LOST,
  DOUBLED, /* after the next */
  REORDERED,
} How;

static void
test_lost_doubled_reordered (void)
{
  g_auto (JournalFixture) fixture = { NULL };
  g_autofree guint8 *data = NULL;
  g_autoptr (GArray) offsets = NULL;
  gsize length;

  journal_fixture_init (&fixture, N_STEPS);
  data = load (fixture.path, &length);
  offsets = find_entries (data, length);
  for (guint back = 2; back <= 5; back++)
    for (How how = LOST; how <= REORDERED; how++)
      {
        g_autoptr (GByteArray) bent = g_byte_array_new ();
        gsize from = offset (offsets, offsets->len - 1 - back);
        gsize to = offset (offsets, offsets->len - back);
        gsize next = offset (offsets, offsets->len + 1 - back);
        /* How one is doubled, it stands in its place once, and so does the one after it */
        int expected = N_STEPS - (int)back + (how == DOUBLED ? 2 : 0);

        append (bent, data, 0, from);
        if (how == DOUBLED)
          append (bent, data, from, to);
        append (bent, data, to, next);
        if (how != LOST)
          append (bent, data, from, to);
        append (bent, data, next, length);
        g_assert_cmpint (replay (&fixture, bent->data, bent->len), ==, expected);
      }
}

static void
test_tail_of_another (void)
{
  g_auto (JournalFixture) fixture = { NULL }, other = { NULL };
  g_autofree guint8 *data = NULL, *other_data = NULL;
  g_autoptr (GByteArray) mixed = g_byte_array_new ();
  g_autoptr (GArray) offsets = NULL, other_offsets = NULL;
  gsize length, other_length;

  journal_fixture_init (&fixture, N_STEPS);
  journal_fixture_init (&other, N_STEPS);
  data = load (fixture.path, &length);
  other_data = load (other.path, &other_length);
  offsets = find_entries (data, length);
  other_offsets = find_entries (other_data, other_length);
  append (mixed, data, 0, offset (offsets, offsets->len - 3));
  append (mixed, other_data, offset (other_offsets, other_offsets->len - 3), other_length);
  g_assert_cmpint (replay (&fixture, mixed->data, mixed->len), ==, N_STEPS - 2);
}

static WaySnapshot *
snapshot_of_random_plan (GRand **rand, WayPlan **plan)
{
  *rand = g_rand_new_with_seed ((guint32)g_test_rand_int ());
  *plan = way_random_plan_new (*rand, 3, WAY_RANDOM_SOUND);

  return way_snapshot_new (*plan);
}

static guint
count_claims (void)
{
  g_autoptr (GPtrArray) claims = way_journal_claim_all (NULL);

  return claims->len;
}

static void
test_belongs_to_the_living (void)
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) snapshot = snapshot_of_random_plan (&rand, &plan);
  g_autofree char *path = way_journal_make_path (NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  WayJournal *journal = way_journal_new (path, NULL, NULL);
  WayJournalBase base = { NULL };
  guint n_others = count_claims ();
  struct stat status;

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  way_journal_start (journal, &base, snapshot, 1);
  way_journal_wait (journal);
  g_assert_cmpuint (way_journal_get_written (journal), ==, 1);
  g_assert_cmpuint (way_journal_get_flushed (journal), ==, 1);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 07777, ==, 0700);
  g_assert_cmpuint (count_claims (), ==, n_others);

  way_journal_free (journal);
  g_assert_cmpuint (count_claims (), ==, n_others + 1);
  g_unlink (path);
}

static void
test_claimed_once (void)
{
  g_auto (JournalFixture) fixture = { NULL };
  g_autoptr (GPtrArray) claims = NULL;

  journal_fixture_init (&fixture, 1);
  claims = way_journal_claim_all (NULL);
  g_assert_cmpuint (claims->len, >, 0);
  g_assert_cmpuint (count_claims (), ==, 0);
  for (guint i = 0; i < claims->len; i++)
    way_journal_claim_remove (claims->pdata[i]);
  g_assert_false (g_file_test (fixture.path, G_FILE_TEST_EXISTS));
}

static void
test_flushed_within_a_second (void)
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) snapshot = snapshot_of_random_plan (&rand, &plan);
  g_autofree char *path = way_journal_make_path (NULL);
  g_autoptr (WayJournal) journal = way_journal_new (path, NULL, NULL);
  WayJournalBase base = { NULL };

  way_journal_start (journal, &base, snapshot, 1);
  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (WayChangeSet) changes = journal_fixture_edit (plan, rand);

      way_journal_append (journal, changes, NULL);
    }
  way_journal_wait (journal);
  g_assert_cmpuint (way_journal_get_written (journal), ==, 11);
  /* The one second is a promise about a disk that answers; the test waits longer for a slow one */
  for (guint i = 0; i < 1000 && way_journal_get_flushed (journal) < 11; i++)
    g_usleep (10000);
  g_assert_cmpuint (way_journal_get_flushed (journal), ==, 11);
}

static void
test_removed_and_begun_again (void)
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) snapshot = snapshot_of_random_plan (&rand, &plan);
  g_autofree char *path = way_journal_make_path (NULL);
  g_autoptr (WayJournal) journal = way_journal_new (path, NULL, NULL);
  WayJournalBase base = { NULL };

  g_assert_true (way_journal_wants_start (journal));
  for (guint i = 0; i < 3; i++)
    {
      way_journal_start (journal, &base, snapshot, 1);
      g_assert_false (way_journal_wants_start (journal));
      way_journal_wait (journal);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      way_journal_remove (journal);
      g_assert_true (way_journal_wants_start (journal));
      way_journal_wait (journal);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
assert_short (const char *path, WayPlan *plan)
{
  g_autoptr (GBytes) saved = way_saved_bytes (plan);
  struct stat status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint ((guint64)status.st_size, <, 4 * g_bytes_get_size (saved) + 300 * 1024);
}

/* However long one works, the journal is begun anew before it is much longer than the plan */
static void
test_stays_short (void)
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) first = snapshot_of_random_plan (&rand, &plan);
  g_autofree char *path = way_journal_make_path (NULL);
  g_autoptr (WayJournal) journal = way_journal_new (path, NULL, NULL);
  g_autoptr (WayChangeSet) changes = journal_fixture_edit (plan, rand);
  WayJournalBase base = { NULL };
  guint n_starts = 0;

  way_journal_start (journal, &base, first, 1);
  for (guint i = 0; i < 10000; i++)
    {
      if (i % 10 == 0)
        way_journal_wait (journal);
      if (way_journal_wants_start (journal))
        {
          g_autoptr (WaySnapshot) snapshot = way_snapshot_new (plan);

          way_journal_start (journal, &base, snapshot, i);
          n_starts++;
        }
      else
        way_journal_append (journal, changes, NULL);
      if (i % 100 == 0)
        {
          way_journal_wait (journal);
          assert_short (path, plan);
        }
    }
  g_test_message ("begun anew %u times", n_starts);
  g_assert_cmpuint (n_starts, >, 0);
}

static void
on_failed (const GError *error, gpointer user_data)
{
  guint *n_failures = user_data;

  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE);
  (*n_failures)++;
}

static void
test_failure_is_told_once (void)
{
  g_autoptr (GRand) rand = NULL;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WaySnapshot) snapshot = snapshot_of_random_plan (&rand, &plan);
  g_autoptr (WayJournal) journal = NULL;
  WayJournalBase base = { NULL };
  guint n_failures = 0;

  journal = way_journal_new ("/dev/null/nowhere/a.journal", on_failed, &n_failures);
  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (WayChangeSet) changes = journal_fixture_edit (plan, rand);

      way_journal_start (journal, &base, snapshot, 1);
      way_journal_append (journal, changes, NULL);
      way_journal_wait (journal);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_cmpuint (n_failures, ==, 1);
  g_assert_cmpuint (way_journal_get_written (journal), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/journal/round-trip", test_round_trip);
  g_test_add_func ("/store/journal/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/store/journal/flip-anywhere", test_flip_anywhere);
  g_test_add_func ("/store/journal/lost-doubled-reordered", test_lost_doubled_reordered);
  g_test_add_func ("/store/journal/tail-of-another", test_tail_of_another);
  g_test_add_func ("/store/journal/belongs-to-the-living", test_belongs_to_the_living);
  g_test_add_func ("/store/journal/claimed-once", test_claimed_once);
  g_test_add_func ("/store/journal/flushed-within-a-second", test_flushed_within_a_second);
  g_test_add_func ("/store/journal/removed-and-begun-again", test_removed_and_begun_again);
  g_test_add_func ("/store/journal/stays-short", test_stays_short);
  g_test_add_func ("/store/journal/failure-is-told-once", test_failure_is_told_once);

  return g_test_run ();
}
