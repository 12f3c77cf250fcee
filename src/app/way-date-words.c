/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads dates as people write them.
 */
#include "config.h"

#include "way-date-words.h"

#include "way-quick-words.h"

#include <glib/gi18n.h>

#include <string.h>

#define MAX_WORDS 8
#define SHORTEST_MONTH 3 /* letters: "sep" is a month, "se" is nothing */

typedef struct
{
  const char *word; /* may be written without a space before what follows when it is a sign */
  WayDateQualifier qualifier;
} Qualifier;

static const Qualifier qualifiers[] = {
  { "~", WAY_DATE_APPROXIMATE },      { "about", WAY_DATE_APPROXIMATE },
  { "around", WAY_DATE_APPROXIMATE }, { "approximately", WAY_DATE_APPROXIMATE },
  { "circa", WAY_DATE_APPROXIMATE },  { "ca", WAY_DATE_APPROXIMATE },
  { "c", WAY_DATE_APPROXIMATE },      { "?", WAY_DATE_UNCERTAIN },
  { "perhaps", WAY_DATE_UNCERTAIN },  { "maybe", WAY_DATE_UNCERTAIN },
  { "possibly", WAY_DATE_UNCERTAIN },
};

static const char *const english_months[]
    = { "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december" };

/* The words of a text; signs stand alone, points after words are dropped */
typedef struct
{
  char *words[MAX_WORDS];
  guint n_words;
  gboolean is_month_first; /* of numbers */
} Words;

static void
words_clear (Words *self)
{
  for (guint i = 0; i < self->n_words; i++)
    g_free (self->words[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
is_separator (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == '/' || c == '.';
}

static gsize
word_length (const char *text)
{
  gsize length = 0;

  if (*text == '~' || *text == '?')
    return 1;

  while (text[length] != '\0' && !is_separator (text[length]) && text[length] != '~'
         && text[length] != '?')
    length++;

  return length;
}

/* Returns: FALSE when there are more words than any date has */
static gboolean
split (const char *text, Words *words)
{
  while (*text != '\0')
    {
      gsize length;

      if (is_separator (*text))
        {
          text++;
          continue;
        }
      if (words->n_words == MAX_WORDS)
        return FALSE;

      length = word_length (text);
      words->words[words->n_words++] = g_strndup (text, length);
      text += length;
    }

  return TRUE;
}

static void
drop (Words *self, guint index)
{
  g_free (self->words[index]);
  memmove (&self->words[index], &self->words[index + 1],
           (self->n_words - index - 1) * sizeof *self->words);
  self->n_words--;
}

static gboolean
word_is (const char *word, const char *english)
{
  g_autofree char *translated = g_utf8_strdown (_ (english), -1);

  return g_str_equal (word, english) || g_str_equal (word, translated);
}

/* Takes out the English words that say how sure the date is */
static WayDateQualifier
take_qualifiers (Words *words)
{
  WayDateQualifier found = WAY_DATE_EXACT;

  for (guint i = 0; i < words->n_words;)
    {
      guint match = 0;

      while (match < G_N_ELEMENTS (qualifiers)
             && !g_str_equal (words->words[i], qualifiers[match].word))
        match++;

      if (match == G_N_ELEMENTS (qualifiers))
        {
          i++;
          continue;
        }
      found |= qualifiers[match].qualifier;
      drop (words, i);
    }

  return found;
}

/* Blanks @phrase in @text where it stands by itself */
static gboolean
take_phrase (char *text, const char *phrase)
{
  gsize length = strlen (phrase);
  char *found = length > 0 ? strstr (text, phrase) : NULL;

  if (found == NULL || (found > text && !is_separator (found[-1]))
      || (found[length] != '\0' && !is_separator (found[length])))
    return FALSE;

  memset (found, ' ', length);
  return TRUE;
}

/* Takes out what dates are qualified with in the language of the desktop: what way_text_date()
 * writes must be understood when it is left standing and edited */
static WayDateQualifier
take_translated_qualifiers (char *text)
{
  static const struct
  {
    const char *format;
    WayDateQualifier qualifier;
  } formats[] = {
    { "perhaps about %s", WAY_DATE_UNCERTAIN | WAY_DATE_APPROXIMATE },
    { "perhaps %s", WAY_DATE_UNCERTAIN },
    { "about %s", WAY_DATE_APPROXIMATE },
  };
  WayDateQualifier found = WAY_DATE_EXACT;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GString) phrase = g_string_new (g_dpgettext2 (NULL, "date", formats[i].format));
      g_autofree char *lower = NULL;

      g_string_replace (phrase, "%s", "", 0);
      lower = g_utf8_strdown (phrase->str, -1);
      if (take_phrase (text, g_strstrip (lower)))
        found |= formats[i].qualifier;
    }

  return found;
}

/* Returns: the number, or -1 when @word is none of one to four digits */
static int
read_number (const char *word)
{
  int number = 0;

  for (const char *c = word; *c != '\0'; c++)
    {
      if (!g_ascii_isdigit (*c) || c - word == 4)
        return -1;
      number = number * 10 + g_ascii_digit_value (*c);
    }

  return *word != '\0' ? number : -1;
}

/* As in 1st, 2nd, 30th */
static int
read_ordinal (const char *word)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (word, endings[i]))
      {
        g_autofree char *digits = g_strndup (word, strlen (word) - 2);

        return read_number (digits);
      }

  return read_number (word);
}

static gboolean
begins (const char *word, const char *month)
{
  return g_utf8_strlen (word, -1) >= SHORTEST_MONTH && g_str_has_prefix (month, word);
}

/* A month by its name or the beginning of it; 0 when @word is none */
static int
read_month (const char *word)
{
  for (int month = 1; month <= 12; month++)
    {
      g_autoptr (GDateTime) some_day = g_date_time_new_utc (2001, month, 1, 0, 0, 0);
      g_autofree char *full = g_date_time_format (some_day, "%B");
      g_autofree char *lower = g_utf8_strdown (full, -1);

      if (begins (word, english_months[month - 1]) || begins (word, lower))
        return month;
    }

  return g_str_equal (word, "sept") ? 9 : 0;
}

static gboolean
make_date (int year, int month, int day, WayDateQualifier qualifier, WayDate *date)
{
  WayPrecision precision = day > 0     ? WAY_PRECISION_DAY
                           : month > 0 ? WAY_PRECISION_MONTH
                                       : WAY_PRECISION_YEAR;

  if (year < 0 || year > 9999 || month > 12
      || (day > 0 && (month == 0 || day > way_days_in_month (year, month))))
    return FALSE;

  *date
      = way_date_new (precision, way_day_from_ymd (year, MAX (month, 1), MAX (day, 1)), qualifier);
  return TRUE;
}

/* A year has four digits, so that 12 is a day or a month and never the year 12 */
static gboolean
is_year (const char *word)
{
  return strlen (word) == 4 && read_number (word) >= 0;
}

/* "2027", "June 2027", "30 June 2027", "June 30 2027", "6 2027", "30 6 2027", "2027 6 30", and
 * without a year the next such day */
static gboolean
read_calendar (const Words *words, WayDay today, WayDateQualifier qualifier, WayDate *date)
{
  int year = -1, month = 0, numbers[2] = { 0, 0 };
  guint n_numbers = 0;
  gboolean year_first = FALSE;

  for (guint i = 0; i < words->n_words; i++)
    {
      const char *word = words->words[i];

      if (year < 0 && is_year (word))
        {
          year = read_number (word);
          year_first = i == 0;
        }
      else if (month == 0 && read_month (word) > 0)
        month = read_month (word);
      else if (n_numbers < 2 && read_ordinal (word) > 0)
        numbers[n_numbers++] = read_ordinal (word);
      else
        return FALSE;
    }

  if (month > 0 && n_numbers <= 1)
    {
      WayDate next;

      if (year >= 0)
        return make_date (year, month, numbers[0], qualifier, date);

      year = way_day_to_ymd (today).year;
      if (!make_date (year, month, numbers[0], qualifier, &next)
          || way_date_get_latest (next) < today)
        return make_date (year + 1, month, numbers[0], qualifier, date);
      *date = next;
      return TRUE;
    }

  if (month > 0 || year < 0)
    return FALSE;
  if (n_numbers == 2)
    {
      gboolean month_first = year_first || (words->is_month_first && numbers[0] <= 12);

      return make_date (year, numbers[month_first ? 0 : 1], numbers[month_first ? 1 : 0], qualifier,
                        date);
    }

  return make_date (year, numbers[0], 0, qualifier, date);
}

/* "in 3 months", "in a year"; to the unit's own precision, because nobody means the very day */
static gboolean
read_distance (const Words *words, WayDay today, WayDateQualifier qualifier, WayDate *date)
{
  static const struct
  {
    const char *one;
    const char *many;
    int days;
    int months;
    WayPrecision precision;
  } units[] = {
    { N_ ("day"), N_ ("days"), 1, 0, WAY_PRECISION_DAY },
    { N_ ("week"), N_ ("weeks"), 7, 0, WAY_PRECISION_DAY },
    { N_ ("month"), N_ ("months"), 0, 1, WAY_PRECISION_MONTH },
    { N_ ("year"), N_ ("years"), 0, 12, WAY_PRECISION_MONTH },
  };
  int count;

  if (words->n_words != 3 || !word_is (words->words[0], N_ ("in")))
    return FALSE;

  count = g_str_equal (words->words[1], "a") || g_str_equal (words->words[1], "one")
              ? 1
              : read_number (words->words[1]);
  for (guint i = 0; count >= 0 && i < G_N_ELEMENTS (units); i++)
    if (word_is (words->words[2], units[i].one) || word_is (words->words[2], units[i].many))
      {
        WayDay day = way_day_add_months (today + count * units[i].days, count * units[i].months);

        *date = way_date_new (units[i].precision, day, qualifier);
        return TRUE;
      }

  return FALSE;
}

static gboolean
read_named_day (const Words *words, WayDay today, WayDate *date)
{
  static const struct
  {
    const char *word;
    int days;
  } days[] = { { N_ ("today"), 0 }, { N_ ("tomorrow"), 1 }, { N_ ("yesterday"), -1 } };

  if (words->n_words != 1)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (word_is (words->words[0], days[i].word))
      {
        *date = way_date_from_day (today + days[i].days);
        return TRUE;
      }

  return FALSE;
}

gboolean
way_date_from_words (const char *text, WayDay today, WayDate *date)
{
  g_auto (Words) words = { 0 };
  g_autofree char *stripped = NULL;
  g_autofree char *lower = NULL;
  WayDateQualifier qualifier;

  g_return_val_if_fail (text != NULL && date != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '\0')
    {
      *date = WAY_DATE_NONE;
      return TRUE;
    }
  if (way_date_parse (stripped, strlen (stripped), date))
    return TRUE;

  lower = g_utf8_strdown (stripped, -1);
  qualifier = take_translated_qualifiers (lower);
  if (!split (lower, &words))
    return FALSE;

  words.is_month_first = strchr (lower, '/') != NULL && way_quick_locale_is_month_first ();
  qualifier |= take_qualifiers (&words);
  return words.n_words > 0
         && (read_named_day (&words, today, date) || read_distance (&words, today, qualifier, date)
             || read_calendar (&words, today, qualifier, date));
}
