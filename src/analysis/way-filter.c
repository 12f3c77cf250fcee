/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which records of a plan answer to what a person looks for, quickly enough to ask at each letter
 * that is typed.
 */
#include "way-filter.h"

#include "way-address-map.h"
#include "way-fold.h"

#include <string.h>

#define FIELD_END '\n' /* a word never contains it, so none is found across two fields */
#define MAX_WASTE 2    /* the block is packed again when it is so many times as large as need be */

#define BITS 64

/* One record: its text in the block, and all else that is looked at */
typedef struct
{
  const WayRecord *record; /* NULL is a free place */
  gsize offset;
  guint length; /* with the NUL at its end */
  WayDay first; /* WAY_DAY_NONE without a date */
  WayDay last;
  guint64 letters; /* that occur in the text, see get_letter() */
  guint8 kind;
  guint8 category;
  guint8 status;
} Entry;

/* An answer that is kept while letters are typed and taken back */
typedef struct
{
  GStrv words;
  guint64 *matches;
} Step;

struct _WayFilter
{
  WayPlan *plan;
  gulong handler;
  gboolean is_prepared;

  WayCriteria criteria; /* its text is not used */
  GStrv words;

  GArray *entries;       /* of Entry */
  GArray *free;          /* of guint: free places among them */
  WayAddressMap *places; /* of a record to its place, plus one */
  GString *block;
  gsize used; /* bytes of the block that belong to entries */

  GArray *matches; /* of guint64: a bit an entry */
  guint n_matches[WAY_N_KINDS];
  GArray *steps; /* of Step; the first has no words, each later one asks for more than the one
                    before */
};

static const WayField milestone_fields[]
    = { WAY_MILESTONE_TITLE, WAY_MILESTONE_LOCATION, WAY_MILESTONE_NOTES,
        WAY_MILESTONE_PRIVATE_NOTES, WAY_FIELD_NONE };
static const WayField goal_fields[]
    = { WAY_GOAL_TITLE, WAY_GOAL_NOTES, WAY_GOAL_PRIVATE_NOTES, WAY_FIELD_NONE };
static const WayField credential_fields[]
    = { WAY_CREDENTIAL_NAME, WAY_CREDENTIAL_ISSUER, WAY_CREDENTIAL_NOTES, WAY_FIELD_NONE };

static const struct
{
  WayKind kind;
  const WayField *texts;
  WayField start;
  WayField end;
} kinds[] = {
  { WAY_KIND_MILESTONE, milestone_fields, WAY_MILESTONE_START, WAY_MILESTONE_END },
  { WAY_KIND_GOAL, goal_fields, WAY_GOAL_START, WAY_GOAL_DUE },
  { WAY_KIND_CREDENTIAL, credential_fields, WAY_CREDENTIAL_ISSUED, WAY_CREDENTIAL_EXPIRES },
};

gboolean
way_criteria_is_empty (const WayCriteria *self)
{
  g_auto (GStrv) words = way_fold_words (self->text);

  return words[0] == NULL && self->categories == 0 && self->statuses == 0
         && way_id_is_null (&self->person) && self->from == WAY_DATE_NONE
         && self->to == WAY_DATE_NONE;
}

/* A bit for each of the 36 letters and digits of ASCII, and shared ones for all other bytes */
static inline guint
get_letter (guchar byte)
{
  if (byte >= 'a' && byte <= 'z')
    return byte - 'a';

  if (byte >= '0' && byte <= '9')
    return 26 + byte - '0';

  return 36 + byte % 28;
}

static guint64
get_letters (const char *text, gsize length)
{
  static guint8 letters[256];
  static gsize is_filled;
  guint64 set = 0;

  if (g_once_init_enter (&is_filled))
    {
      for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
        letters[i] = get_letter (i);
      g_once_init_leave (&is_filled, 1);
    }

  for (gsize i = 0; i < length; i++)
    set |= G_GUINT64_CONSTANT (1) << letters[(guchar)text[i]];

  return set;
}

/* Whether the set of letters alone says that @word occurs */
static gboolean
is_one_letter (const char *word)
{
  return word[1] == '\0' && g_ascii_isalnum (word[0]);
}

static int
find_kind (WayKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return (int)i;

  return -1;
}

static void
fill_dates (Entry *entry, WayDate start, WayDate end)
{
  if (start == WAY_DATE_NONE)
    start = end;
  if (end == WAY_DATE_NONE)
    end = start;

  entry->first = way_date_get_earliest (start);
  entry->last
      = start != WAY_DATE_NONE ? MAX (way_date_get_latest (end), entry->first) : WAY_DAY_NONE;
}

static void
fill_entry (WayFilter *self, Entry *entry, const WayRecord *record, guint kind)
{
  gsize offset = self->block->len;

  for (const WayField *field = kinds[kind].texts; *field != WAY_FIELD_NONE; field++)
    {
      const char *text = way_record_get_text (record, *field);

      if (text == NULL)
        continue;
      way_fold_append (self->block, text);
      g_string_append_c (self->block, FIELD_END);
    }
  g_string_append_c (self->block, '\0');

  *entry = (Entry){ .record = record,
                    .offset = offset,
                    .length = self->block->len - offset,
                    .kind = kinds[kind].kind };
  entry->letters = get_letters (self->block->str + offset, entry->length);
  fill_dates (entry, way_record_get_date (record, kinds[kind].start),
              way_record_get_date (record, kinds[kind].end));

  if (entry->kind == WAY_KIND_MILESTONE)
    {
      entry->category = way_record_get_choice (record, WAY_MILESTONE_CATEGORY);
      entry->status = way_record_get_choice (record, WAY_MILESTONE_STATUS);
    }

  self->used += entry->length;
}

static inline Entry *
get_entry (WayFilter *self, guint place)
{
  return &g_array_index (self->entries, Entry, place);
}

static inline guint64 *
get_matches (WayFilter *self)
{
  return (guint64 *)(gpointer)self->matches->data;
}

static guint
add_entry (WayFilter *self, const WayRecord *record, guint kind)
{
  guint place = self->entries->len;

  if (self->free->len > 0)
    {
      place = g_array_index (self->free, guint, self->free->len - 1);
      g_array_set_size (self->free, self->free->len - 1);
    }
  else
    {
      g_array_set_size (self->entries, place + 1);
      g_array_set_size (self->matches, place / BITS + 1);
    }

  fill_entry (self, get_entry (self, place), record, kind);
  way_address_map_set (self->places, record, place + 1);

  return place;
}

static gboolean
has_person (const WayRecord *milestone, const WayId *person)
{
  guint n_people;
  const WayId *people = way_record_get_refs (milestone, WAY_MILESTONE_PEOPLE, &n_people);

  for (guint i = 0; i < n_people; i++)
    if (way_id_equal (&people[i], person))
      return TRUE;

  return FALSE;
}

/* All but the words */
static gboolean
answers (const WayFilter *self, const Entry *entry)
{
  const WayCriteria *criteria = &self->criteria;
  gboolean of_milestones
      = criteria->categories != 0 || criteria->statuses != 0 || !way_id_is_null (&criteria->person);

  if (of_milestones && entry->kind != WAY_KIND_MILESTONE)
    return FALSE;

  if (criteria->categories != 0 && !(criteria->categories & 1u << entry->category))
    return FALSE;

  if (criteria->statuses != 0 && !(criteria->statuses & 1u << entry->status))
    return FALSE;

  if (criteria->from != WAY_DATE_NONE
      && (entry->last == WAY_DAY_NONE || entry->last < way_date_get_earliest (criteria->from)))
    return FALSE;

  if (criteria->to != WAY_DATE_NONE
      && (entry->first == WAY_DAY_NONE || entry->first > way_date_get_latest (criteria->to)))
    return FALSE;

  return way_id_is_null (&criteria->person) || has_person (entry->record, &criteria->person);
}

/* Words as they are looked for: those that neither the letters decide nor an answer that is @known,
 * and the letters of all */
typedef struct
{
  guint64 letters;
  const char **words;
  guint n_words;
} Needle;

static void
needle_init (Needle *self, GStrv words, GStrv known)
{
  guint count = g_strv_length (words);

  *self = (Needle){ .words = g_new (const char *, count) };
  for (guint i = 0; i < count; i++)
    {
      self->letters |= get_letters (words[i], strlen (words[i]));
      if (is_one_letter (words[i]) || g_strv_contains ((const char *const *)known, words[i]))
        continue;

      self->words[self->n_words++] = words[i];
    }
}

static void
needle_clear (Needle *self)
{
  g_free (self->words);
}

/* Two letters are what is looked for in most texts, and there strstr() is several times as fast as
 * memmem() */
static inline gboolean
has_words (const WayFilter *self, const Entry *entry, const Needle *needle)
{
  const char *text = self->block->str + entry->offset;

  if ((entry->letters & needle->letters) != needle->letters)
    return FALSE;

  for (guint i = 0; i < needle->n_words; i++)
    if (strstr (text, needle->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
step_clear (gpointer data)
{
  Step *step = data;

  g_strfreev (step->words);
  g_free (step->matches);
}

/* Whether whatever has all of @more has all of @less */
static gboolean
implies (GStrv more, GStrv less)
{
  for (guint i = 0; less[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint j = 0; more[j] != NULL && !found; j++)
        found = strstr (more[j], less[i]) != NULL;

      if (!found)
        return FALSE;
    }

  return TRUE;
}

static gsize
get_bytes (const WayFilter *self)
{
  return self->matches->len * sizeof (guint64);
}

/* The first step: all records that the rest of the criteria lets through */
static void
push_first (WayFilter *self)
{
  Step step = { g_new0 (char *, 1), g_malloc0 (MAX (1, get_bytes (self))) };

  for (guint i = 0; i < self->entries->len; i++)
    if (get_entry (self, i)->record != NULL && answers (self, get_entry (self, i)))
      step.matches[i / BITS] |= G_GUINT64_CONSTANT (1) << i % BITS;

  g_array_append_val (self->steps, step);
}

/* From what answered to the last step, that which answers to more words */
static void
push_narrower (WayFilter *self)
{
  const Step *last = &g_array_index (self->steps, Step, self->steps->len - 1);
  Step step = { g_strdupv (self->words), g_memdup2 (last->matches, get_bytes (self)) };
  Needle needle;

  needle_init (&needle, self->words, last->words);
  for (guint i = 0; i < self->matches->len; i++)
    for (guint64 left = step.matches[i]; left != 0; left &= left - 1)
      {
        guint bit = (guint)__builtin_ctzll (left);

        if (!has_words (self, get_entry (self, i * BITS + bit), &needle))
          step.matches[i] &= ~(G_GUINT64_CONSTANT (1) << bit);
      }
  needle_clear (&needle);
  g_array_append_val (self->steps, step);
}

static void
take_matches (WayFilter *self, const guint64 *matches)
{
  if (self->matches->len > 0) /* or there is nothing to copy from */
    memcpy (self->matches->data, matches, get_bytes (self));
  memset (self->n_matches, 0, sizeof self->n_matches);

  for (guint i = 0; i < self->matches->len; i++)
    for (guint64 left = matches[i]; left != 0; left &= left - 1)
      self->n_matches[get_entry (self, i * BITS + (guint)__builtin_ctzll (left))->kind]++;
}

/* Goes back to the last step that may have more than is asked for, and on from there */
static void
search (WayFilter *self)
{
  const Step *last;

  while (self->steps->len > 1
         && !implies (self->words, g_array_index (self->steps, Step, self->steps->len - 1).words))
    g_array_set_size (self->steps, self->steps->len - 1);

  if (self->steps->len == 0)
    push_first (self);

  last = &g_array_index (self->steps, Step, self->steps->len - 1);
  if (!g_strv_equal ((const char *const *)last->words, (const char *const *)self->words))
    push_narrower (self);

  take_matches (self, g_array_index (self->steps, Step, self->steps->len - 1).matches);
}

/* Writes the texts of the entries one behind the other again */
static void
pack_block (WayFilter *self)
{
  GString *packed = g_string_sized_new (self->used);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = get_entry (self, i);
      gsize offset = packed->len;

      if (entry->record == NULL)
        continue;
      g_string_append_len (packed, self->block->str + entry->offset, entry->length);
      entry->offset = offset;
    }

  g_string_free (self->block, TRUE);
  self->block = packed;
}

static void
set_match (WayFilter *self, guint place, gboolean matches)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << place % BITS;
  guint64 *word = &get_matches (self)[place / BITS];
  guint8 kind = get_entry (self, place)->kind;

  if (matches && !(*word & bit))
    self->n_matches[kind]++;
  else if (!matches && (*word & bit))
    self->n_matches[kind]--;

  *word = matches ? *word | bit : *word & ~bit;
}

static void
forget_record (WayFilter *self, const WayRecord *record)
{
  guint place = way_address_map_get (self->places, record);

  if (place == 0)
    return;

  place--;
  set_match (self, place, FALSE);
  self->used -= get_entry (self, place)->length;
  get_entry (self, place)->record = NULL;
  g_array_append_val (self->free, place);
  way_address_map_remove (self->places, record);
}

static void
on_plan_changed (WayPlan *plan, WayChangeSet *set, gpointer user_data)
{
  WayFilter *self = user_data;
  guint count;
  const WayChange *changes = way_change_set_get_changes (set, &count);
  Needle needle;

  if (!self->is_prepared)
    return;

  for (guint i = 0; i < count; i++)
    if (changes[i].before != NULL)
      forget_record (self, changes[i].before);

  needle_init (&needle, self->words, (char *[]){ NULL });
  for (guint i = 0; i < count; i++)
    {
      const WayRecord *record = way_plan_lookup (plan, way_change_get_id (&changes[i]));
      int kind = record != NULL ? find_kind (way_record_get_kind (record)) : -1;
      guint place;

      if (kind < 0 || way_address_map_get (self->places, record) != 0)
        continue;
      place = add_entry (self, record, (guint)kind);
      set_match (self, place,
                 answers (self, get_entry (self, place))
                     && has_words (self, get_entry (self, place), &needle));
    }
  needle_clear (&needle);

  g_array_set_size (self->steps, 0);
  if (self->block->len > MAX_WASTE * self->used)
    pack_block (self);
}

WayFilter *
way_filter_new (WayPlan *plan)
{
  WayFilter *self = g_new0 (WayFilter, 1);

  self->plan = g_object_ref (plan);
  self->words = g_new0 (char *, 1);
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  self->free = g_array_new (FALSE, FALSE, sizeof (guint));
  self->places = way_address_map_new ();
  self->block = g_string_new (NULL);
  self->matches = g_array_new (FALSE, TRUE, sizeof (guint64));
  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, step_clear);
  self->handler = g_signal_connect (plan, "changed", G_CALLBACK (on_plan_changed), self);

  return self;
}

void
way_filter_free (WayFilter *self)
{
  g_signal_handler_disconnect (self->plan, self->handler);
  g_object_unref (self->plan);
  g_strfreev (self->words);
  g_array_unref (self->entries);
  g_array_unref (self->free);
  way_address_map_free (self->places);
  g_string_free (self->block, TRUE);
  g_array_unref (self->matches);
  g_array_unref (self->steps);
  g_free (self);
}

void
way_filter_prepare (WayFilter *self)
{
  if (self->is_prepared)
    return;

  self->is_prepared = TRUE;
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (self->plan, kinds[kind].kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        add_entry (self, records[i], kind);
    }

  search (self);
}

gboolean
way_filter_set_criteria (WayFilter *self, const WayCriteria *criteria)
{
  g_auto (GStrv) words = way_fold_words (criteria->text);
  WayCriteria *before = &self->criteria;
  gboolean same_words = g_strv_equal ((const char *const *)words, (const char *const *)self->words);
  gboolean same_rest = before->categories == criteria->categories
                       && before->statuses == criteria->statuses
                       && way_id_equal (&before->person, &criteria->person)
                       && before->from == criteria->from && before->to == criteria->to;

  if (same_words && same_rest)
    return FALSE;

  if (!same_rest)
    g_array_set_size (self->steps, 0);

  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  self->criteria = *criteria;
  self->criteria.text = NULL;
  if (self->is_prepared)
    search (self);
  else
    way_filter_prepare (self);

  return TRUE;
}

gboolean
way_filter_is_active (WayFilter *self)
{
  return self->words[0] != NULL || !way_criteria_is_empty (&self->criteria);
}

gboolean
way_filter_matches (WayFilter *self, const WayRecord *record)
{
  guint place;

  if (!self->is_prepared)
    return TRUE;

  place = way_address_map_get (self->places, record);
  if (place == 0)
    return TRUE;

  place--;

  return (get_matches (self)[place / BITS] >> place % BITS & 1) != 0;
}

guint
way_filter_get_n_matches (WayFilter *self, WayKind kind)
{
  way_filter_prepare (self);

  return self->n_matches[kind];
}
