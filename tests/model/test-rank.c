/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-rank.h"

#include <string.h>

static void
assert_between (const char *rank, const char *before, const char *after)
{
  if (before != NULL)
    g_assert_cmpstr (before, <, rank);
  if (after != NULL)
    g_assert_cmpstr (rank, <, after);
  g_assert_false (g_str_has_suffix (rank, "0"));
}

static void
test_random_insertions_stay_in_order (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3000; i++)
    {
      guint at = (guint)g_test_rand_int_range (0, (int)ranks->len + 1);
      const char *before = at > 0 ? g_ptr_array_index (ranks, at - 1) : NULL;
      const char *after = at < ranks->len ? g_ptr_array_index (ranks, at) : NULL;
      char *rank = way_rank_between (before, after);

      assert_between (rank, before, after);
      g_ptr_array_insert (ranks, (int)at, rank);
    }
}

static void
test_appending_keeps_ranks_short (void)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      char *next = way_rank_between (last, NULL);

      assert_between (next, last, NULL);
      g_free (last);
      last = next;
    }
  g_assert_cmpuint (strlen (last), <=, 4);
}

static void
test_always_in_the_same_gap (void)
{
  g_autofree char *upper = g_strdup ("b");

  for (guint i = 0; i < 300; i++)
    {
      char *rank = way_rank_between ("a", upper);

      assert_between (rank, "a", upper);
      g_free (upper);
      upper = rank;
    }
}

static void
test_bad_order_still_gives_a_rank (void)
{
  g_autofree char *equal = way_rank_between ("a0b", "a0b");
  g_autofree char *wrong = way_rank_between ("b", "a");

  g_assert_cmpstr (equal, >, "a0b");
  g_assert_cmpstr (wrong, >, "b");
}

/* A file may bring any text as a rank. */
static void
test_strange_neighbours_still_give_a_rank (void)
{
  static const char *const strange[] = { "",
                                         "0",
                                         "00",
                                         "a",
                                         "a0",
                                         "a00",
                                         "#",
                                         "~",
                                         "a~",
                                         "é",
                                         "zzz",
                                         "az",
                                         "b",
                                         "bz",
                                         "bzz",
                                         "cz",
                                         "yz",
                                         "Zz",
                                         "Pass the boards",
                                         NULL };

  for (guint i = 0; i < G_N_ELEMENTS (strange); i++)
    for (guint j = 0; j < G_N_ELEMENTS (strange); j++)
      {
        g_autofree char *rank = way_rank_between (strange[i], strange[j]);

        assert_between (rank, strange[i], NULL);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/rank/random-insertions-stay-in-order",
                   test_random_insertions_stay_in_order);
  g_test_add_func ("/model/rank/appending-keeps-ranks-short", test_appending_keeps_ranks_short);
  g_test_add_func ("/model/rank/always-in-the-same-gap", test_always_in_the_same_gap);
  g_test_add_func ("/model/rank/bad-order-still-gives-a-rank", test_bad_order_still_gives_a_rank);
  g_test_add_func ("/model/rank/strange-neighbours-still-give-a-rank",
                   test_strange_neighbours_still_give_a_rank);

  return g_test_run ();
}
