/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two states of a plan, in words.
 */
#include "config.h"

#include "way-comparison.h"

#include "way-item-text.h"
#include "way-moment-words.h"
#include "way-value.h"

#include <glib/gi18n-lib.h>

struct _WayComparison
{
  WayPlan *before;
  WayPlan *after;
  GArray *differences; /* of WayDifference: one for each field that differs */
  GArray *starts;      /* of guint: where each record begins in it, and then its length */
};

void
way_field_words_clear (WayFieldWords *self)
{
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
}

static gboolean
is_next_record (GArray *differences, guint index)
{
  const WayDifference *here = &g_array_index (differences, WayDifference, index);

  return index == 0 || !way_id_equal (&here[-1].id, &here->id) || here[-1].kind != here->kind;
}

WayComparison *
way_comparison_new (WayPlan *before, WayPlan *after)
{
  WayComparison *self = g_atomic_rc_box_new0 (WayComparison);

  self->before = g_object_ref (before);
  self->after = g_object_ref (after);
  self->differences = way_compare_plans (before, after);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->differences->len; i++)
    if (is_next_record (self->differences, i))
      g_array_append_val (self->starts, i);
  g_array_append_val (self->starts, self->differences->len);

  return self;
}

WayComparison *
way_comparison_ref (WayComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
comparison_clear (gpointer data)
{
  WayComparison *self = data;

  g_array_unref (self->starts);
  g_array_unref (self->differences);
  g_object_unref (self->before);
  g_object_unref (self->after);
}

void
way_comparison_unref (WayComparison *self)
{
  g_atomic_rc_box_release_full (self, comparison_clear);
}

WayPlan *
way_comparison_get_after (WayComparison *self)
{
  return self->after;
}

guint
way_comparison_get_n_records (WayComparison *self)
{
  return self->starts->len - 1;
}

/* The first difference of a record */
static const WayDifference *
get_first (WayComparison *self, guint index)
{
  return &g_array_index (self->differences, WayDifference,
                         g_array_index (self->starts, guint, index));
}

/* How much differs */

typedef enum
{
  CHANGED,
  ADDED,
  REMOVED,
  N_FATES,
} Fate;

typedef enum
{
  MILESTONES,
  GOALS,
  OTHERS,
  N_SUBJECTS,
} Subject;

static Subject
get_subject (WayKind kind)
{
  if (kind == WAY_KIND_MILESTONE)
    return MILESTONES;

  return kind == WAY_KIND_GOAL ? GOALS : OTHERS;
}

static Fate
get_fate (const WayDifference *difference)
{
  if (difference->before == NULL)
    return ADDED;

  return difference->after == NULL ? REMOVED : CHANGED;
}

static char *
count_in_words (Subject subject, Fate fate, guint n)
{
  switch ((guint)subject * N_FATES + fate)
    {
    case MILESTONES *N_FATES + CHANGED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u milestone changed", "%u milestones changed", n), n);
    case MILESTONES *N_FATES + ADDED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u milestone added", "%u milestones added", n), n);
    case MILESTONES *N_FATES + REMOVED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u milestone removed", "%u milestones removed", n), n);
    case GOALS *N_FATES + CHANGED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u goal changed", "%u goals changed", n), n);
    case GOALS *N_FATES + ADDED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u goal added", "%u goals added", n),
                              n);
    case GOALS *N_FATES + REMOVED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u goal removed", "%u goals removed", n), n);
    case OTHERS *N_FATES + CHANGED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u other thing changed", "%u other things changed", n), n);
    case OTHERS *N_FATES + ADDED:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u other thing added", "%u other things added", n), n);
    case OTHERS *N_FATES + REMOVED:
    default:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u other thing removed", "%u other things removed", n), n);
    }
}

char *
way_comparison_dup_summary (WayComparison *self)
{
  guint counts[N_SUBJECTS * N_FATES] = { 0 };
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < way_comparison_get_n_records (self); i++)
    {
      const WayDifference *first = get_first (self, i);

      counts[get_subject (first->kind) * N_FATES + get_fate (first)]++;
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      {
        g_autofree char *words = count_in_words (i / N_FATES, i % N_FATES, counts[i]);

        if (summary->len > 0)
          g_string_append (summary, _ (", "));
        g_string_append (summary, words);
      }

  return g_string_free (summary, FALSE);
}

/* Records */

static const char *
translate (const char *label)
{
  return g_dgettext (GETTEXT_PACKAGE, label);
}

static char *
describe_ref (const WayId *id, WayPlan *plan)
{
  const WayRecord *target = way_plan_lookup (plan, id);
  const char *called = target != NULL ? way_record_get_called (target) : NULL;

  if (called != NULL)
    return g_strdup (called);

  /* Translators: what a reference leads to that is not in the plan, or has no title */
  return g_strdup (target != NULL
                       ? translate (way_schema_get_kind (way_record_get_kind (target))->label)
                       : _ ("something that is not there"));
}

char *
way_comparison_dup_title (WayComparison *self, guint index)
{
  const WayDifference *first = get_first (self, index);
  const WayRecord *record = first->after != NULL ? first->after : first->before;
  WayPlan *plan = first->after != NULL ? self->after : self->before;
  const char *called = way_record_get_called (record);
  const WayId *from, *to;
  g_autofree char *earlier = NULL;
  g_autofree char *later = NULL;

  if (called != NULL)
    return g_strdup (called);
  if (first->kind != WAY_KIND_DEPENDENCY)
    return g_strdup (translate (way_schema_get_kind (first->kind)->label));

  from = way_record_get_ref (record, WAY_DEPENDENCY_FROM);
  to = way_record_get_ref (record, WAY_DEPENDENCY_TO);
  if (from == NULL || to == NULL)
    return g_strdup (translate (way_schema_get_kind (first->kind)->label));

  earlier = describe_ref (from, plan);
  later = describe_ref (to, plan);
  /* Translators: a dependency by its milestones, as "“Sit the CCRN” depends on “Review course”" */
  return g_strdup_printf (_ ("“%2$s” depends on “%1$s”"), earlier, later);
}

char *
way_comparison_dup_fate (WayComparison *self, guint index)
{
  const WayDifference *first = get_first (self, index);
  const char *kind = translate (way_schema_get_kind (first->kind)->label);

  switch (get_fate (first))
    {
    case ADDED:
      /* Translators: as "Milestone, added" */
      return g_strdup_printf (_ ("%s, added"), kind);
    case REMOVED:
      return g_strdup_printf (_ ("%s, removed"), kind);
    case CHANGED:
    case N_FATES:
    default:
      return g_strdup_printf (_ ("%s, changed"), kind);
    }
}

/* Values */

static char *
with_unit (const char *number, const WayFieldInfo *info)
{
  return info->unit == NULL ? g_strdup (number)
                            : g_strdup_printf ("%s %s", number, translate (info->unit));
}

static char *
describe_number (const WayRecord *record, const WayFieldInfo *info)
{
  g_autoptr (GString) number = g_string_new (NULL);

  way_value_format (record, info->field, number);

  return with_unit (number->str, info);
}

static char *
describe_refs (const WayRecord *record, WayField field, WayPlan *plan)
{
  GString *words = g_string_new (NULL);
  guint n_ids;
  const WayId *ids = way_record_get_refs (record, field, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autofree char *name = describe_ref (&ids[i], plan);

      g_string_append_printf (words, "%s%s", i > 0 ? _ (", ") : "", name);
    }

  return g_string_free (words, FALSE);
}

static char *
describe_counts (const WayRecord *record, WayField field, WayPlan *plan)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < way_record_get_n_counts (record, field); i++)
    {
      WayCount count = way_record_get_count (record, field, i);
      g_autofree char *name = describe_ref (&count.credential, plan);

      g_string_append_printf (words, "%s%s", i > 0 ? _ (", ") : "", name);
      if (count.category != NULL && *count.category != '\0')
        g_string_append_printf (words, " (%s)", count.category);
    }

  return g_string_free (words, FALSE);
}

/* Returns: (nullable): %NULL when there is no value */
static char *
describe_value (const WayRecord *record, const WayFieldInfo *info, WayPlan *plan)
{
  const char *unread = way_record_get_unread (record, info->field);

  if (unread != NULL)
    return g_strdup (unread);
  /* What is absent means something in these two */
  if (info->type == WAY_TYPE_CHOICE)
    return g_strdup (translate (info->choices[way_record_get_choice (record, info->field)].label));
  if (info->type == WAY_TYPE_FLAG)
    return g_strdup (way_record_get_flag (record, info->field) ? C_ ("value", "yes")
                                                               : C_ ("value", "no"));
  if (!way_record_has (record, info->field))
    return NULL;

  switch (info->type)
    {
    case WAY_TYPE_DATE:
      return way_text_date (way_record_get_date (record, info->field));
    case WAY_TYPE_INSTANT:
      return way_moment_words (way_record_get_instant (record, info->field));
    case WAY_TYPE_INTEGER:
    case WAY_TYPE_DECIMAL:
      return describe_number (record, info);
    case WAY_TYPE_REF:
    case WAY_TYPE_REFS:
      return describe_refs (record, info->field, plan);
    case WAY_TYPE_COUNTS:
      return describe_counts (record, info->field, plan);
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
    case WAY_TYPE_CHOICE:
    case WAY_TYPE_FLAG:
    default:
      return g_strdup (way_record_get_text (record, info->field));
    }
}

guint
way_comparison_get_n_fields (WayComparison *self, guint index)
{
  const WayDifference *first = get_first (self, index);

  if (first->field == WAY_FIELD_NONE)
    return 0;

  return g_array_index (self->starts, guint, index + 1)
         - g_array_index (self->starts, guint, index);
}

WayFieldWords
way_comparison_describe_field (WayComparison *self, guint index, guint field)
{
  const WayDifference *difference = get_first (self, index) + field;
  const WayFieldInfo *info = way_schema_get_field (difference->field);

  if (info == NULL)
    return (WayFieldWords){ .label = g_strdup (_ ("Something that this Waymark does not know")) };
  if (info->field == way_schema_get_kind (difference->kind)->rank)
    return (WayFieldWords){ .label = g_strdup (_ ("Its place among the others")) };

  return (WayFieldWords){
    .label = g_strdup (translate (info->label)),
    .before = describe_value (difference->before, info, self->before),
    .after = describe_value (difference->after, info, self->after),
    .has_values = TRUE,
  };
}
