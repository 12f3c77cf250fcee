/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-fold.h"

static void
test_becomes_the_same (void)
{
  static const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "", "" },
    { "Sit the CCRN", "sit the ccrn" },
    { "Prüfung", "prufung" },
    { "PRU\314\210FUNG", "prufung" }, /* the same with a mark of its own */
    { "STRASSE Straße", "strasse strasse" },
    { "Élève café", "eleve cafe" },
    { "ΟΔΟΣ οδός", "οδοσ οδοσ" },
    { "ﬁrst ℂ２", "first c2" },
    { "İstanbul", "istanbul" },
    { "a\tb\nc\302\240d", "a b c d" },
    { "Ё й", "е и" },
    { "看護師", "看護師" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) folded = g_string_new ("+");

      way_fold_append (folded, cases[i].text);
      g_assert_cmpstr (folded->str + 1, ==, cases[i].folded);
      g_assert_cmpuint (folded->len, ==, strlen (folded->str));
    }
}

static void
test_words (void)
{
  g_auto (GStrv) none = way_fold_words (NULL);
  g_auto (GStrv) blank = way_fold_words (" \t ");
  g_auto (GStrv) words = way_fold_words ("  Über\tden  Tag\302\240 ");
  const char *const expected[] = { "uber", "den", "tag", NULL };

  g_assert_null (none[0]);
  g_assert_null (blank[0]);
  g_assert_true (g_strv_equal ((const char *const *)words, expected));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/fold/becomes-the-same", test_becomes_the_same);
  g_test_add_func ("/analysis/fold/words", test_words);

  return g_test_run ();
}
