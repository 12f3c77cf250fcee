/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds what the words after # and @ name.
 */
#include "config.h"

#include "way-quick-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_WORDS 16 /* of a name that are looked at */
#define LEAST_LETTERS                                                                              \
  3 /* of the beginning of a further word: "care in" is no "care international" */

/* How well words name a record, the best last */
typedef enum
{
  FIT_NONE,
  FIT_PART,
  FIT_BEGINNING,
  FIT_WHOLE,
} Fit;

/* Words and numbers name, signs between them do not count */
static guint
list_words (const WayQuickToken *tokens, guint n_tokens, const WayQuickToken *words[MAX_WORDS])
{
  guint n = 0;

  for (guint i = 0; i < n_tokens && n < MAX_WORDS && tokens[i].kind != WAY_QUICK_END; i++)
    if (tokens[i].kind != WAY_QUICK_SIGN)
      words[n++] = &tokens[i];

  return n;
}

static gboolean
word_fits (const WayQuickToken *typed, const WayQuickToken *named, gboolean may_begin)
{
  if (typed->kind != named->kind)
    return FALSE;
  if (typed->kind == WAY_QUICK_NUMBER)
    return typed->number == named->number;

  return may_begin ? g_str_has_prefix (named->folded, typed->folded)
                   : g_str_equal (named->folded, typed->folded);
}

static Fit
fit (const WayQuickToken **typed, guint n_typed, const WayQuickToken **named, guint n_named,
     gboolean may_begin)
{
  for (guint first = 0; first + n_typed <= n_named; first++)
    {
      guint n = 0;

      while (n < n_typed && word_fits (typed[n], named[first + n], may_begin && n + 1 == n_typed))
        n++;
      if (n < n_typed)
        continue;
      if (first > 0)
        return FIT_PART;

      return n_typed == n_named && word_fits (typed[n - 1], named[n - 1], FALSE) ? FIT_WHOLE
                                                                                 : FIT_BEGINNING;
    }

  return FIT_NONE;
}

static gboolean
is_long_enough (const WayQuickToken *word, gboolean is_first)
{
  return word->kind == WAY_QUICK_WORD
         && (is_first || g_utf8_strlen (word->folded, -1) >= LEAST_LETTERS);
}

/* Names of a plan, split once for all the lengths that are tried */
static GPtrArray *
split_names (WayPlan *plan, WayKind kind)
{
  GPtrArray *names = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      const char *called = way_record_get_called (records[i]);

      g_ptr_array_add (names, way_quick_split (called != NULL ? called : ""));
    }

  return names;
}

static WayQuickMatch
match_words (WayPlan *plan, WayKind kind, GPtrArray *names, const WayQuickToken **typed,
             guint n_typed, gboolean may_begin)
{
  WayQuickMatch match = { .n_tokens = n_typed };
  Fit best = FIT_PART;
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      GArray *tokens = g_ptr_array_index (names, i);
      const WayQuickToken *named[MAX_WORDS];
      guint n_named = list_words ((WayQuickToken *)tokens->data, tokens->len, named);
      Fit found = fit (typed, n_typed, named, n_named, may_begin);

      if (found < best)
        continue;
      if (found > best)
        match.n_records = 0;
      best = found;
      match.n_records++;
      match.record = records[i];
    }
  if (match.n_records != 1)
    match.record = NULL;

  return match;
}

WayQuickMatch
way_quick_match_record (WayPlan *plan, WayKind kind, const WayQuickToken *tokens, guint n_tokens,
                        gboolean may_begin)
{
  const WayQuickToken *typed[MAX_WORDS];
  guint n_typed = list_words (tokens, n_tokens, typed);
  g_autoptr (GPtrArray) names = split_names (plan, kind);
  WayQuickMatch ambiguous = { .n_tokens = 0 };

  for (guint n = n_typed; n > 0; n--)
    {
      WayQuickMatch match = match_words (plan, kind, names, typed, n,
                                         may_begin && is_long_enough (typed[n - 1], n == 1));

      match.n_tokens = (guint)(typed[n - 1] - tokens) + 1;
      if (match.n_records == 1)
        return match;
      if (match.n_records > 1 && ambiguous.n_records == 0)
        ambiguous = match;
    }

  return ambiguous;
}

GPtrArray *
way_quick_list_records (WayPlan *plan, WayKind kind, const char *typed, guint limit)
{
  GPtrArray *list = g_ptr_array_new ();
  g_autoptr (GArray) tokens = way_quick_split (typed);
  const WayQuickToken *words[MAX_WORDS];
  guint n_words = list_words ((WayQuickToken *)tokens->data, tokens->len, words);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  for (guint i = 0; i < n_records && list->len < limit; i++)
    {
      const char *called = way_record_get_called (records[i]);
      g_autoptr (GArray) name = way_quick_split (called != NULL ? called : "");
      const WayQuickToken *named[MAX_WORDS];
      guint n_named = list_words ((WayQuickToken *)name->data, name->len, named);

      if (n_words == 0 || fit (words, n_words, named, n_named, TRUE) != FIT_NONE)
        g_ptr_array_add (list, records[i]);
    }

  return list;
}

/* What people call a category whose label is another word */
static const struct
{
  WayField field;
  guint choice;
  const char *words;
} synonyms[] = {
  /* Translators: words that quick add understands behind # for the category Education besides its
   * label, separated by |. Case and accents do not matter; English is always understood, too. */
  { WAY_MILESTONE_CATEGORY, WAY_CATEGORY_EDUCATION, NC_ ("quick add", "training|course|studies") },
  /* Translators: words of quick add for the category Licence, see “training|course|studies” */
  { WAY_MILESTONE_CATEGORY, WAY_CATEGORY_LICENCE, NC_ ("quick add", "license|registration") },
  /* Translators: words of quick add for the category Certification, see “training|course|studies”
   */
  { WAY_MILESTONE_CATEGORY, WAY_CATEGORY_CERTIFICATION, NC_ ("quick add", "certificate") },
};

static gboolean
is_among (const char *folded, const char *words)
{
  g_autofree char *all = way_quick_fold (words, -1);
  g_auto (GStrv) list = g_strsplit (all, "|", -1);

  return g_strv_contains ((const char *const *)list, folded);
}

static gboolean
find_synonym (WayField field, const char *folded, guint *choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (synonyms[i].field == field
        && (is_among (folded, synonyms[i].words)
            || is_among (folded, g_dpgettext2 (GETTEXT_PACKAGE, "quick add", synonyms[i].words))))
      {
        *choice = synonyms[i].choice;
        return TRUE;
      }

  return FALSE;
}

guint
way_quick_match_choice (WayField field, const char *folded, guint *choice, gboolean *is_whole)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  guint n_found = 0;
  guint found = 0;

  *is_whole = FALSE;
  for (guint i = 0; i < info->n_choices; i++)
    {
      const char *names[] = { info->choices[i].word, info->choices[i].label,
                              g_dgettext (GETTEXT_PACKAGE, info->choices[i].label) };
      gboolean fits = FALSE;

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        {
          g_autofree char *name = way_quick_fold (names[j], -1);

          if (g_str_equal (name, folded))
            {
              *choice = i;
              *is_whole = TRUE;
              return 1;
            }
          fits = fits || g_str_has_prefix (name, folded);
        }
      if (!fits)
        continue;
      n_found++;
      found = i;
    }
  if (n_found == 1)
    *choice = found;
  if (n_found == 0 && find_synonym (field, folded, choice))
    {
      *is_whole = TRUE;
      return 1;
    }

  return n_found;
}
