/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes a milestone of a sentence.
 */
#include "config.h"

#include "way-quick-add.h"

#include "way-add-commands.h"
#include "way-edit-error.h"
#include "way-milestone-commands.h"
#include "way-quick-date.h"
#include "way-quick-names.h"
#include "way-record-commands.h"
#include "way-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LONGEST_NAME 16 /* tokens */

typedef struct
{
  WayQuickReader reader;
  WayPlan *plan;
  const char *text;
  WayQuickAdd *add;
  WayQuickWhen when;
  gboolean has_category;
  gboolean has_status;
} Parse;

static const WayQuickToken *
peek (const Parse *self, guint index)
{
  return &self->reader.tokens[index];
}

static void
add_span (Parse *self, guint first, guint behind, WayQuickMeaning meaning)
{
  WayQuickSpan span = { .start = peek (self, first)->start,
                        .end = peek (self, behind - 1)->end,
                        .meaning = meaning };

  g_array_append_val (self->add->spans, span);
}

/* The first doubt is the one that the person can do something about */
static void
doubt (Parse *self, const char *format, guint first, guint behind)
{
  g_autofree char *words = NULL;

  if (self->add->doubt != NULL || behind <= first)
    return;
  words = g_strndup (self->text + peek (self, first)->start,
                     peek (self, behind - 1)->end - peek (self, first)->start);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* one of the callers' literals */
  self->add->doubt = g_strdup_printf (format, words);
#pragma GCC diagnostic pop
}

/* Returns: the token of the closing mark, 0 when @index opens nothing */
static guint
find_closing_quote (const Parse *self, guint index)
{
  const WayQuickToken *token = peek (self, index);

  if (token->kind != WAY_QUICK_SIGN || g_utf8_strchr ("\"“„«»", -1, token->sign) == NULL)
    return 0;

  for (guint i = index + 1; peek (self, i)->kind != WAY_QUICK_END; i++)
    if (peek (self, i)->kind == WAY_QUICK_SIGN
        && g_utf8_strchr ("\"”“»«", -1, peek (self, i)->sign) != NULL)
      return i;

  return 0;
}

/* "#certification", "#done" */
static gboolean
read_tag (Parse *self, guint *index)
{
  const WayQuickToken *word = peek (self, *index + 1);
  guint category = 0, status = 0, n_categories, n_statuses;
  gboolean is_category, is_status;

  if (!way_quick_token_is_sign (peek (self, *index), '#') || word->kind != WAY_QUICK_WORD
      || !word->is_glued || !way_quick_reader_is_end (&self->reader, *index + 2))
    return FALSE;

  n_categories
      = way_quick_match_choice (WAY_MILESTONE_CATEGORY, word->folded, &category, &is_category);
  n_statuses = way_quick_match_choice (WAY_MILESTONE_STATUS, word->folded, &status, &is_status);
  if (is_category || (n_categories == 1 && n_statuses == 0))
    {
      if (self->has_category)
        return FALSE;
      self->has_category = TRUE;
      self->add->category = category;
    }
  else if (is_status || (n_statuses == 1 && n_categories == 0))
    {
      if (self->has_status)
        return FALSE;
      self->has_status = TRUE;
      self->add->status = status;
    }
  else
    {
      doubt (self,
             n_categories + n_statuses > 0
                 ? _ ("“%s” may mean several categories. Write more of it.")
                 : _ ("There is no category “%s”. It stays in the title."),
             *index, *index + 2);
      return FALSE;
    }

  add_span (self, *index, *index + 2,
            is_category || n_statuses == 0 ? WAY_QUICK_MEANS_CATEGORY : WAY_QUICK_MEANS_STATUS);
  *index += 2;

  return TRUE;
}

/* How many tokens may belong to a name that begins at @first: the next # or @ ends it */
static guint
count_name (const Parse *self, guint first)
{
  guint n = 0;

  while (n < LONGEST_NAME && peek (self, first + n)->kind != WAY_QUICK_END
         && !way_quick_token_is_sign (peek (self, first + n), '#')
         && !way_quick_token_is_sign (peek (self, first + n), '@'))
    n++;

  return n;
}

/* "@Critical care", "@“Critical care”" */
static gboolean
read_goal (Parse *self, guint *index)
{
  WayQuickMatch match;
  guint first = *index + 1, closing, n_words, behind;

  if (!way_quick_token_is_sign (peek (self, *index), '@')
      || !way_quick_reader_is_start (&self->reader, *index) || !peek (self, first)->is_glued)
    return FALSE;

  closing = find_closing_quote (self, first);
  if (closing > 0)
    first++;
  n_words = closing > 0 ? closing - first : count_name (self, first);
  match = way_quick_match_record (self->plan, WAY_KIND_GOAL, peek (self, first), n_words, TRUE);
  behind = closing > 0 ? closing + 1 : first + match.n_tokens;
  if (match.record == NULL)
    {
      doubt (self,
             match.n_records > 1 ? _ ("“%s” may mean several goals. Write more of it.")
                                 : _ ("There is no goal “%s”. It stays in the title."),
             *index, match.n_records > 1 || closing > 0 ? behind : first + MIN (n_words, 1));
      return FALSE;
    }
  if (!way_id_is_null (&self->add->goal))
    return FALSE;

  self->add->goal = *way_record_get_id (match.record);
  add_span (self, *index, behind, WAY_QUICK_MEANS_GOAL);
  *index = behind;

  return TRUE;
}

/* A whole name or whole words of it, for nothing marks where it ends */
static gboolean
read_person (Parse *self, guint *index)
{
  WayQuickMatch match = way_quick_match_record (self->plan, WAY_KIND_PERSON, peek (self, *index),
                                                count_name (self, *index), FALSE);
  const WayQuickToken *word = peek (self, *index);
  GArray *people = self->add->people;

  if (match.record == NULL || word->kind != WAY_QUICK_WORD
      || !way_quick_reader_is_end (&self->reader, *index + match.n_tokens)
      || (match.n_tokens == 1 && g_utf8_strlen (word->folded, -1) < 2))
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    if (way_id_equal (&g_array_index (people, WayId, i), way_record_get_id (match.record)))
      return FALSE;

  g_array_append_vals (people, way_record_get_id (match.record), 1);
  *index += match.n_tokens;

  return TRUE;
}

/* "with Anna Berg and Okafor" */
static gboolean
read_people (Parse *self, guint *index)
{
  guint n = way_quick_words_match (self->reader.words, WAY_QUICK_WITH, peek (self, *index));
  guint at = *index + n, next;

  if (n == 0 || !way_quick_reader_is_start (&self->reader, *index)
      || way_plan_get_count (self->plan, WAY_KIND_PERSON) == 0 || !read_person (self, &at))
    return FALSE;

  do
    {
      next = at;
      if (way_quick_token_is_sign (peek (self, next), ',')
          || way_quick_token_is_sign (peek (self, next), '&'))
        next++;
      next += way_quick_words_match (self->reader.words, WAY_QUICK_AND, peek (self, next));
    }
  while (next > at && read_person (self, &next) && (at = next));

  add_span (self, *index, at, WAY_QUICK_MEANS_PERSON);
  *index = at;

  return TRUE;
}

static gboolean
read_dates (Parse *self, guint *index)
{
  guint at = *index;
  WayQuickReading reading = way_quick_when_read (&self->reader, &at, &self->when);

  if (reading == WAY_QUICK_READ_NOTHING)
    return FALSE;

  add_span (self, *index, at,
            reading == WAY_QUICK_READ_DATES ? WAY_QUICK_MEANS_DATES : WAY_QUICK_MEANS_LENGTH);
  *index = at;

  return TRUE;
}

static void
read_all (Parse *self)
{
  for (guint i = 0; peek (self, i)->kind != WAY_QUICK_END;)
    {
      guint closing = find_closing_quote (self, i);

      if (closing > 0)
        i = closing + 1;
      else if (!read_tag (self, &i) && !read_goal (self, &i) && !read_people (self, &i)
               && !read_dates (self, &i))
        i++;
    }
}

static void
drop_spans (GArray *spans, WayQuickMeaning meaning)
{
  for (guint i = spans->len; i > 0; i--)
    if (g_array_index (spans, WayQuickSpan, i - 1).meaning == meaning)
      g_array_remove_index (spans, i - 1);
}

static void
resolve_dates (Parse *self)
{
  WayQuickAdd *add = self->add;

  if (!way_quick_when_resolve (&self->when, self->reader.today, &add->start, &add->end))
    drop_spans (add->spans, WAY_QUICK_MEANS_LENGTH);
  if (add->start == WAY_DATE_NONE && add->end == WAY_DATE_NONE)
    drop_spans (add->spans, WAY_QUICK_MEANS_DATES);
}

/* A comma or a full stop that stood before what was taken out need not stand there twice */
static void
append_rest (GString *title, const char *text, gsize length)
{
  g_autofree char *line = way_text_clean_line (text, (gssize)length);
  const char *rest = line;

  if (title->len == 0 || strchr (",;:", title->str[title->len - 1]) != NULL)
    while (*rest != '\0' && strchr (" ,;:", *rest) != NULL)
      rest++;
  if (*rest == '\0')
    return;
  if (title->len > 0 && strchr (",;:.!)", *rest) == NULL)
    g_string_append_c (title, ' ');
  g_string_append (title, rest);
}

static char *
make_title (const char *text, const GArray *spans)
{
  GString *title = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const WayQuickSpan *span = &g_array_index (spans, WayQuickSpan, i);

      append_rest (title, text + at, span->start - at);
      at = span->end;
    }
  append_rest (title, text + at, strlen (text) - at);
  if (spans->len > 0)
    while (title->len > 0 && strchr (" ,;:", title->str[title->len - 1]) != NULL)
      g_string_truncate (title, title->len - 1);

  return g_string_free (title, FALSE);
}

WayQuickAdd *
way_quick_add_parse (const WayQuickWords *words, const char *text, WayPlan *plan, WayDay today)
{
  g_autoptr (GArray) tokens = NULL;
  Parse parse;

  g_return_val_if_fail (words != NULL, NULL);
  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);
  g_return_val_if_fail (WAY_IS_PLAN (plan), NULL);

  tokens = way_quick_split (text);
  parse = (Parse){
    .reader = { .words = words, .tokens = (WayQuickToken *)tokens->data, .today = today },
    .plan = plan,
    .text = text,
    .add = g_new0 (WayQuickAdd, 1),
  };
  parse.add->category = way_schema_get_field (WAY_MILESTONE_CATEGORY)->default_choice;
  parse.add->status = way_schema_get_field (WAY_MILESTONE_STATUS)->default_choice;
  parse.add->people = g_array_new (FALSE, FALSE, sizeof (WayId));
  parse.add->spans = g_array_new (FALSE, FALSE, sizeof (WayQuickSpan));
  read_all (&parse);
  resolve_dates (&parse);
  parse.add->title = make_title (text, parse.add->spans);

  return parse.add;
}

void
way_quick_add_free (WayQuickAdd *self)
{
  g_free (self->title);
  g_free (self->doubt);
  g_array_unref (self->people);
  g_array_unref (self->spans);
  g_free (self);
}

gboolean
way_quick_add_check (const WayQuickAdd *self, GError **error)
{
  if (*self->title == '\0')
    {
      g_set_error_literal (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE,
                           _ ("Write what is to be done, too."));
      return FALSE;
    }
  if (self->start != WAY_DATE_NONE && self->end != WAY_DATE_NONE
      && way_date_get_latest (self->end) < way_date_get_earliest (self->start))
    {
      g_set_error_literal (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_VALUE,
                           _ ("It would end before it starts. Check the dates."));
      return FALSE;
    }

  return TRUE;
}

/* What is as it is by default is not written down */
static gboolean
set_choice (WayEditGroup *group, const WayId *id, WayField field, guint choice, GError **error)
{
  return choice == way_schema_get_field (field)->default_choice
         || way_edit_set_choice (group, id, field, choice, error);
}

gboolean
way_quick_add_run (WayEditGroup *group, const WayQuickAdd *self, const WayId *goal, WayId *added,
                   GError **error)
{
  WayId id;

  if (!way_id_is_null (&self->goal))
    goal = &self->goal;
  if (!way_quick_add_check (self, error)
      || !way_milestone_add (group, self->title, goal, self->start, self->end, &id, error)
      || !set_choice (group, &id, WAY_MILESTONE_CATEGORY, self->category, error))
    return FALSE;

  if (self->status == WAY_STATUS_DONE
          ? !way_milestone_set_done (group, &id, TRUE, error)
          : !set_choice (group, &id, WAY_MILESTONE_STATUS, self->status, error))
    return FALSE;
  if (self->people->len > 0
      && !way_edit_set_refs (group, &id, WAY_MILESTONE_PEOPLE, (const WayId *)self->people->data,
                             self->people->len, error))
    return FALSE;
  if (added != NULL)
    *added = id;

  return TRUE;
}
