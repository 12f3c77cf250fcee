/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words that quick add understands, in the languages of the desktop and of its formats, and in
 * English.
 */
#include "config.h"

#include "way-quick-words.h"

#include <glib/gi18n-lib.h>

#include <langinfo.h>
#include <locale.h>
#include <string.h>

#define SHORTEST_MONTH 3 /* letters: "sep" is a month, "se" is nothing */
#define MAX_PHRASE 8     /* words, or forms of a number */

struct _WayQuickWords
{
  GPtrArray *phrases[WAY_N_QUICK_ROLES]; /* of GStrv, folded */
  GPtrArray *months[12];                 /* of char *, folded */
  gboolean is_month_first;
};

static const char *const roles[WAY_N_QUICK_ROLES] = {
  /* Translators: words that quick add understands, separated by |, each perhaps of several words.
   * Write as many as people use, in every form; case and accents do not matter. English is always
   * understood too. This one: before a date, as in: in June 2027, on 14 June */
  [WAY_QUICK_IN] = NC_ ("quick add", "in|on|during"),
  /* Translators: words of quick add, see “in|on|during”: before a beginning, as in: from March */
  [WAY_QUICK_FROM] = NC_ ("quick add", "from|starting|starting in|starting on|since"),
  /* Translators: words of quick add, see “in|on|during”: between two dates: March to May */
  [WAY_QUICK_TO] = NC_ ("quick add", "to|until|till|through"),
  /* Translators: words of quick add, see “in|on|during”: before a deadline: by June 2027 */
  [WAY_QUICK_BY] = NC_ ("quick add", "by|until|till|before the end of|no later than|due"),
  /* Translators: words of quick add, see “in|on|during”: the beginning of 2028 */
  [WAY_QUICK_START_OF] = NC_ ("quick add", "the beginning of|beginning of|at the beginning of|"
                                           "the start of|start of|at the start of"),
  /* Translators: words of quick add, see “in|on|during”: the middle of 2028, mid-2028 */
  [WAY_QUICK_MIDDLE_OF] = NC_ ("quick add", "the middle of|middle of|in the middle of|mid"),
  /* Translators: words of quick add, see “in|on|during”: by the end of June */
  [WAY_QUICK_END_OF] = NC_ ("quick add", "the end of|end of|at the end of|towards the end of"),
  /* Translators: words of quick add, see “in|on|during”, that say more than when something is:
   * early 2028 */
  [WAY_QUICK_EARLY] = NC_ ("quick add", "early|early in"),
  /* Translators: words of quick add, see “in|on|during”, as “early|early in”: late 2028 */
  [WAY_QUICK_LATE] = NC_ ("quick add", "late|late in"),
  /* Translators: words of quick add, see “in|on|during”: before a length: for 3 months */
  [WAY_QUICK_FOR] = NC_ ("quick add", "for"),
  /* Translators: words of quick add, see “in|on|during”: fillers within a date or before it, as in:
   * the 14th of June. In Spanish: el|de|del */
  [WAY_QUICK_OF] = NC_ ("quick add", "the|of"),
  /* Translators: words of quick add, see “in|on|during”: about June 2027 */
  [WAY_QUICK_ABOUT] = NC_ ("quick add", "about|around|approximately|circa|ca"),
  /* Translators: words of quick add, see “in|on|during”: perhaps June 2027 */
  [WAY_QUICK_PERHAPS] = NC_ ("quick add", "perhaps|maybe|possibly"),
  /* Translators: words of quick add, see “in|on|during”: this month, this year */
  [WAY_QUICK_THIS] = NC_ ("quick add", "this"),
  /* Translators: words of quick add, see “in|on|during”: next month, next year */
  [WAY_QUICK_NEXT] = NC_ ("quick add", "next"),
  /* Translators: words of quick add, see “in|on|during” */
  [WAY_QUICK_YESTERDAY] = NC_ ("quick add", "yesterday"),
  /* Translators: words of quick add, see “in|on|during” */
  [WAY_QUICK_TODAY] = NC_ ("quick add", "today"),
  /* Translators: words of quick add, see “in|on|during” */
  [WAY_QUICK_TOMORROW] = NC_ ("quick add", "tomorrow"),
  /* Translators: words of quick add, see “in|on|during”: after a number, in every form */
  [WAY_QUICK_DAYS] = NC_ ("quick add", "day|days"),
  /* Translators: words of quick add, see “in|on|during”: after a number, in every form */
  [WAY_QUICK_WEEKS] = NC_ ("quick add", "week|weeks"),
  /* Translators: words of quick add, see “in|on|during”: after a number, in every form */
  [WAY_QUICK_MONTHS] = NC_ ("quick add", "month|months"),
  /* Translators: words of quick add, see “in|on|during”: three months from January, April, July or
   * October, as in: 3rd quarter 2027 */
  [WAY_QUICK_QUARTERS] = NC_ ("quick add", "quarter|quarters"),
  /* Translators: words of quick add, see “in|on|during”: after a number, in every form */
  [WAY_QUICK_YEARS] = NC_ ("quick add", "year|years"),
  /* Translators: words of quick add, see “in|on|during”: spring 2028 */
  [WAY_QUICK_SPRING] = NC_ ("quick add", "spring|springtime"),
  /* Translators: words of quick add, see “in|on|during”: summer 2028 */
  [WAY_QUICK_SUMMER] = NC_ ("quick add", "summer|summertime"),
  /* Translators: words of quick add, see “in|on|during”: autumn 2028 */
  [WAY_QUICK_AUTUMN] = NC_ ("quick add", "autumn|fall"),
  /* Translators: words of quick add, see “in|on|during”: winter 2028 */
  [WAY_QUICK_WINTER] = NC_ ("quick add", "winter|wintertime"),
  /* Translators: words of quick add: the numbers 1 to 12, separated by |, the forms of one number
   * by a space */
  [WAY_QUICK_NUMBERS] = NC_ ("quick add", "one a an|two|three|four|five|six|seven|eight|nine|ten|"
                                          "eleven|twelve"),
  /* Translators: words of quick add, see “in|on|during”: before a person: with Anna Berg */
  [WAY_QUICK_WITH] = NC_ ("quick add", "with"),
  /* Translators: words of quick add, see “in|on|during”: between people: with Anna and Samuel */
  [WAY_QUICK_AND] = NC_ ("quick add", "and"),
};

/* Translators: words of quick add: the months from January to December, separated by |, the names
 * of one month by a space: all that are used wherever your language is spoken, and forms that the
 * calendar of the desktop does not have. What they begin with is understood, too. */
static const char *const months
    = NC_ ("quick add", "january|february|march|april|may|june|july|august|"
                        "september sept|october|november|december");

static void
add_phrases (GPtrArray *phrases, const char *list)
{
  g_autofree char *folded = way_quick_fold (list, -1);
  g_auto (GStrv) alternatives = g_strsplit (folded, "|", -1);

  for (guint i = 0; alternatives[i] != NULL; i++)
    g_ptr_array_add (phrases, g_strsplit (g_strstrip (alternatives[i]), " ", MAX_PHRASE));
}

static void
add_month (GPtrArray *names, const char *name)
{
  g_autofree char *folded = way_quick_fold (name, -1);
  gsize length = strlen (folded);

  while (length > 0 && folded[length - 1] == '.')
    folded[--length] = '\0';
  if (length > 0)
    g_ptr_array_add (names, g_steal_pointer (&folded));
}

/* Those of one month in a list of all */
static void
add_months_of (GPtrArray *names, const char *list, int month)
{
  g_auto (GStrv) all = g_strsplit (list, "|", 12);
  g_auto (GStrv) forms
      = g_strsplit ((int)g_strv_length (all) >= month ? all[month - 1] : "", " ", -1);

  for (guint i = 0; forms[i] != NULL; i++)
    add_month (names, forms[i]);
}

/* Full names and short ones, alone and as they stand beside a day, which is another case in many
 * languages */
static GPtrArray *
list_month (int month)
{
  static const char *const forms[] = { "%B", "%OB", "%b", "%Ob" };
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDateTime) some_day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);

  add_months_of (names, months, month);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *name = g_date_time_format (some_day, forms[i]);

      if (name != NULL)
        add_month (names, name);
    }

  return names;
}

static gboolean
locale_is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strstr (format, "%m");
  const char *day = strstr (format, "%d") != NULL ? strstr (format, "%d") : strstr (format, "%e");

  if (strstr (format, "%D") != NULL)
    return TRUE;

  return month != NULL && day != NULL && month < day;
}

/* In the language that messages are in now */
static void
add_translated (WayQuickWords *self)
{
  const char *all_months = g_dpgettext2 (GETTEXT_PACKAGE, "quick add", months);

  for (guint i = 0; i < WAY_N_QUICK_ROLES; i++)
    add_phrases (self->phrases[i], g_dpgettext2 (GETTEXT_PACKAGE, "quick add", roles[i]));
  for (int i = 0; i < 12; i++)
    add_months_of (self->months[i], all_months, i + 1);
}

/* Who has dates written as in Germany writes them so, under an English desktop, too */
static void
add_words_of_formats (WayQuickWords *self)
{
  const char *formats = setlocale (LC_TIME, NULL);
  locale_t base, locale, before;

  if (g_strcmp0 (formats, setlocale (LC_MESSAGES, NULL)) == 0)
    return;

  base = duplocale (LC_GLOBAL_LOCALE);
  locale = newlocale (LC_MESSAGES_MASK, formats, base);
  if (locale == (locale_t)0)
    {
      freelocale (base);
      return;
    }

  before = uselocale (locale);
  add_translated (self);
  uselocale (before);
  freelocale (locale);
}

WayQuickWords *
way_quick_words_new (void)
{
  WayQuickWords *self = g_new0 (WayQuickWords, 1);

  for (guint i = 0; i < WAY_N_QUICK_ROLES; i++)
    {
      self->phrases[i] = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
      add_phrases (self->phrases[i], roles[i]);
    }
  for (int i = 0; i < 12; i++)
    self->months[i] = list_month (i + 1);
  add_translated (self);
  add_words_of_formats (self);
  self->is_month_first = locale_is_month_first ();

  return self;
}

void
way_quick_words_free (WayQuickWords *self)
{
  for (guint i = 0; i < WAY_N_QUICK_ROLES; i++)
    g_ptr_array_unref (self->phrases[i]);
  for (guint i = 0; i < 12; i++)
    g_ptr_array_unref (self->months[i]);
  g_free (self);
}

static gboolean
token_is (const WayQuickToken *token, const char *folded)
{
  return token->kind == WAY_QUICK_WORD && g_str_equal (token->folded, folded);
}

/* Returns: how many tokens @words are, 0 when others stand there */
static guint
match_phrase (char **words, const WayQuickToken *tokens)
{
  guint n = 0;

  for (; words[n] != NULL; n++)
    if (!token_is (&tokens[n], words[n]) || (n > 0 && tokens[n].is_glued))
      return 0;

  return n;
}

guint
way_quick_words_match (const WayQuickWords *self, WayQuickRole role, const WayQuickToken *tokens)
{
  guint longest = 0;

  for (guint i = 0; i < self->phrases[role]->len; i++)
    longest = MAX (longest, match_phrase (g_ptr_array_index (self->phrases[role], i), tokens));

  return longest;
}

int
way_quick_words_match_number (const WayQuickWords *self, const WayQuickToken *token)
{
  const GPtrArray *numbers = self->phrases[WAY_QUICK_NUMBERS];

  /* Twelve in English, then as many as the translation has */
  for (guint i = 0; i < numbers->len; i++)
    {
      char **forms = g_ptr_array_index (numbers, i);

      for (guint j = 0; forms[j] != NULL; j++)
        if (token_is (token, forms[j]))
          return (int)(i % 12) + 1;
    }

  return 0;
}

int
way_quick_words_match_month (const WayQuickWords *self, const WayQuickToken *token)
{
  gboolean may_begin;

  if (token->kind != WAY_QUICK_WORD)
    return 0;

  may_begin = g_utf8_strlen (token->folded, -1) >= SHORTEST_MONTH;
  for (int month = 0; month < 12; month++)
    for (guint i = 0; i < self->months[month]->len; i++)
      {
        const char *name = g_ptr_array_index (self->months[month], i);

        if (g_str_equal (name, token->folded)
            || (may_begin && g_str_has_prefix (name, token->folded)))
          return month + 1;
      }

  return 0;
}

gboolean
way_quick_words_is_month_first (const WayQuickWords *self)
{
  return self->is_month_first;
}
