/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands of edit scripts: each takes its words from the line and calls what the window calls.
 */
#include "config.h"

#include "way-script-commands.h"

#include "way-dependency-commands.h"
#include "way-edit-error.h"
#include "way-goal-commands.h"
#include "way-milestone-commands.h"
#include "way-record-commands.h"
#include "way-remove-commands.h"

#include <glib/gi18n-lib.h>

#define MAX_SHIFT 4000000 /* days; more than the calendar has */

static WayPlan *
get_plan (WayScriptContext *self)
{
  return way_history_get_plan (self->history);
}

static gboolean
refuse_usage (WayScriptContext *self, GError **error)
{
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
               _ ("Something is missing. Write: %s %s"), self->verb->command.name,
               self->verb->command.arguments);

  return FALSE;
}

/* Letters by Unicode are near enough to the ranges of XML's NameStartChar */
static gboolean
is_name (const char *word)
{
  gunichar first = g_utf8_get_char (word);

  if (!g_unichar_isalpha (first) && first != '_' && first != ':')
    return FALSE;

  for (const char *c = word; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isalnum (g_utf8_get_char (c)) && strchr ("_:-.", *c) == NULL)
      return FALSE;

  return TRUE;
}

/* The id that @word stands for, be it in the plan or not */
static gboolean
read_id (WayScriptContext *self, const char *word, WayId *id, GError **error)
{
  if (way_id_parse (word, strlen (word), id))
    return TRUE;

  if (!is_name (word))
    {
      g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
                   _ ("“%s” is neither a UUID nor a name. Write a name such as g1."), word);
      return FALSE;
    }

  *id = way_id_derive (way_plan_get_id (get_plan (self)), word);

  return TRUE;
}

/* The id of a record of @kind that is in the plan */
static gboolean
find_id (WayScriptContext *self, WayKind kind, const char *word, WayId *id, GError **error)
{
  const char *label = kind == WAY_KIND_ANY ? N_ ("Record") : way_schema_get_kind (kind)->label;
  const WayRecord *record;

  if (!read_id (self, word, id, error))
    return FALSE;

  record = way_plan_lookup (get_plan (self), id);
  if (record != NULL && (kind == WAY_KIND_ANY || way_record_get_kind (record) == kind))
    return TRUE;

  g_set_error (
      error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_MISSING,
      /* Translators: a kind of record, as Milestone, and the id that stands in the script */
      _ ("%s “%s” is not in the plan. Add it on an earlier line, or check the id."), _ (label),
      word);

  return FALSE;
}

static const WayKindInfo *
take_kind (WayScriptContext *self, GError **error)
{
  const char *word = way_script_line_take_place (self->line, 1);
  const WayKindInfo *kind = word == NULL ? NULL : way_schema_find_kind (word, -1);
  g_autoptr (GString) names = g_string_new (NULL);

  if (kind != NULL)
    return kind;

  if (word == NULL)
    {
      refuse_usage (self, error);
      return NULL;
    }

  for (guint i = 0; i < WAY_N_KINDS; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", way_schema_get_kind (i)->xml_name);
  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
               _ ("“%s” is no kind of record. The kinds are: %s."), word, names->str);

  return NULL;
}

/* The record that "KIND ID" names; the plan needs no id */
static const WayKindInfo *
take_record (WayScriptContext *self, WayId *id, GError **error)
{
  const WayKindInfo *kind = take_kind (self, error);
  const char *word;

  if (kind == NULL)
    return NULL;

  if (kind->kind == WAY_KIND_PLAN)
    {
      *id = *way_plan_get_id (get_plan (self));
      return kind;
    }

  word = way_script_line_take_place (self->line, 2);
  if (word == NULL)
    {
      refuse_usage (self, error);
      return NULL;
    }

  return find_id (self, kind->kind, word, id, error) ? kind : NULL;
}

static const WayFieldInfo *
find_field (const WayKindInfo *kind, const char *name, GError **error)
{
  const WayFieldInfo *info = way_schema_find_field (kind, name, -1);
  g_autoptr (GString) names = g_string_new (NULL);

  if (info != NULL)
    return info;

  for (guint i = 0; i < kind->n_fields; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", kind->fields[i].xml_name);
  g_set_error (
      error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
      /* Translators: a kind of record, as Milestone; what was written; the names of all fields */
      _ ("%s: there is no field “%s”. The fields are: %s."), _ (kind->label), name, names->str);

  return NULL;
}

/* @value with the ids instead of the handles at the beginning of each part */
static char *
resolve_references (WayScriptContext *self, const WayFieldInfo *info, const char *value,
                    const char *separator, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (value, separator, -1);
  g_autoptr (GString) resolved = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *part = g_strstrip (parts[i]);
      gsize length = strcspn (part, " ");
      g_autofree char *word = g_strndup (part, length);
      char text[WAY_ID_BUFFER_SIZE];
      WayId id;

      if (*part == '\0')
        continue;

      if (!find_id (self, info->target, word, &id, error))
        return NULL;

      g_string_append_printf (resolved, "%s%s%s", resolved->len == 0 ? "" : separator,
                              way_id_format (&id, text), part + length);
    }

  return g_string_free (g_steal_pointer (&resolved), FALSE);
}

static char *
resolve_value (WayScriptContext *self, const WayFieldInfo *info, const char *value, GError **error)
{
  if (info->type == WAY_TYPE_REF || info->type == WAY_TYPE_REFS)
    return resolve_references (self, info, value, " ", error);

  if (info->type == WAY_TYPE_COUNTS)
    return resolve_references (self, info, value, ";", error);

  return g_strdup (value);
}

static void
clear_text (gpointer text)
{
  g_free ((char *)((WayFieldText *)text)->text);
}

/* (element-type WayFieldText): all that the line gives of the form field=value */
static GArray *
take_fields (WayScriptContext *self, const WayKindInfo *kind, GError **error)
{
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (WayFieldText));

  g_array_set_clear_func (texts, clear_text);
  for (;;)
    {
      g_autofree char *key = NULL;
      const char *value = way_script_line_take_pair (self->line, &key);
      const WayFieldInfo *info = value == NULL ? NULL : find_field (kind, key, error);
      WayFieldText text;

      if (value == NULL)
        return g_steal_pointer (&texts);

      if (info == NULL)
        return NULL;

      text = (WayFieldText){ info->field, resolve_value (self, info, value, error) };
      if (text.text == NULL)
        return NULL;

      g_array_append_val (texts, text);
    }
}

/* An id for a record that the script gives none: by its line, so that it is the same every time. No
 * name of a handle can be like it. */
static WayId
make_id (WayScriptContext *self)
{
  for (guint i = 0;; i++)
    {
      g_autofree char *name = g_strdup_printf ("#%u.%u", self->line->number, i);
      WayId id = way_id_derive (way_plan_get_id (get_plan (self)), name);

      if (way_plan_lookup (get_plan (self), &id) == NULL)
        return id;
    }
}

static gboolean
run_add (WayScriptContext *self, GError **error)
{
  const char *word = way_script_line_take_value (self->line, "id");
  g_autoptr (GArray) texts = NULL;
  WayId id;

  if (word == NULL)
    id = make_id (self);
  else if (!read_id (self, word, &id, error))
    return FALSE;

  texts = take_fields (self, way_schema_get_kind (self->verb->kind), error);

  return texts != NULL
         && way_edit_add (self->group, self->verb->kind, &id, (const WayFieldText *)texts->data,
                          texts->len, NULL, error);
}

static gboolean
run_unlink (WayScriptContext *self, GError **error)
{
  const char *from_word = way_script_line_take_value (self->line, "from");
  const char *to_word = way_script_line_take_value (self->line, "to");
  WayId from, to;

  if (from_word == NULL || to_word == NULL)
    return refuse_usage (self, error);

  return find_id (self, WAY_KIND_MILESTONE, from_word, &from, error)
         && find_id (self, WAY_KIND_MILESTONE, to_word, &to, error)
         && way_dependency_remove (self->group, &from, &to, error);
}

static gboolean
run_set (WayScriptContext *self, GError **error)
{
  WayId id;
  const WayKindInfo *kind = take_record (self, &id, error);
  g_autoptr (GArray) texts = kind == NULL ? NULL : take_fields (self, kind, error);

  if (texts == NULL)
    return FALSE;

  if (texts->len == 0)
    return refuse_usage (self, error);

  return way_edit_set (self->group, &id, (const WayFieldText *)texts->data, texts->len, error);
}

static gboolean
run_clear (WayScriptContext *self, GError **error)
{
  WayId id;
  const WayKindInfo *kind = take_record (self, &id, error);
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (WayFieldText));
  const char *name;

  if (kind == NULL)
    return FALSE;

  for (guint place = kind->kind == WAY_KIND_PLAN ? 2 : 3;
       (name = way_script_line_take_place (self->line, place)) != NULL; place++)
    {
      const WayFieldInfo *info = find_field (kind, name, error);

      if (info == NULL)
        return FALSE;

      g_array_append_vals (texts, &(WayFieldText){ info->field, NULL }, 1);
    }

  if (texts->len == 0)
    return refuse_usage (self, error);

  return way_edit_set (self->group, &id, (const WayFieldText *)texts->data, texts->len, error);
}

static gboolean
run_remove (WayScriptContext *self, GError **error)
{
  WayId id;

  return take_record (self, &id, error) != NULL && way_edit_remove (self->group, &id, 1, error);
}

typedef gboolean (*ShiftFunc) (WayEditGroup *group, const WayId *id, int amount, GError **error);
typedef gboolean (*PlaceFunc) (WayEditGroup *group, const WayId *id, const WayId *other,
                               GError **error);

/* What can be done to the kinds that have a place on the timeline */
typedef struct
{
  WayKind kind;
  WayField start;
  WayField end;
  ShiftFunc move;
  ShiftFunc move_months;
  PlaceFunc reparent;
  PlaceFunc reorder;
  gboolean (*set_done) (WayEditGroup *group, const WayId *id, gboolean done, GError **error);
} Subject;

static const Subject subjects[] = {
  { WAY_KIND_GOAL, WAY_GOAL_START, WAY_GOAL_DUE, way_goal_move, way_goal_move_months,
    way_goal_reparent, way_goal_reorder, way_goal_set_achieved },
  { WAY_KIND_MILESTONE, WAY_MILESTONE_START, WAY_MILESTONE_END, way_milestone_move,
    way_milestone_move_months, way_milestone_reparent, way_milestone_reorder,
    way_milestone_set_done },
};

static const Subject *
take_subject (WayScriptContext *self, WayId *id, GError **error)
{
  const WayKindInfo *kind = take_record (self, id, error);

  if (kind == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (subjects[i].kind == kind->kind)
      return &subjects[i];

  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
               _ ("“%s” is for goals and milestones. Use “set” for other records."),
               self->verb->command.name);

  return NULL;
}

/* An amount such as 14d, -2w, 3m or 1y; without a unit, days */
static gboolean
read_shift (const char *text, gint64 *days, gint64 *months, GError **error)
{
  static const struct
  {
    const char *name;
    int days;
    int months;
  } units[] = { { "", 1, 0 }, { "d", 1, 0 }, { "w", 7, 0 }, { "m", 0, 1 }, { "y", 0, 12 } };
  char *rest = NULL;
  gint64 amount = g_ascii_strtoll (text, &rest, 10);

  for (guint i = 0; rest != text && i < G_N_ELEMENTS (units); i++)
    if (strcmp (rest, units[i].name) == 0 && ABS (amount) <= MAX_SHIFT)
      {
        *days = CLAMP (amount * units[i].days, -MAX_SHIFT, MAX_SHIFT);
        *months = CLAMP (amount * units[i].months, -MAX_SHIFT, MAX_SHIFT);
        return TRUE;
      }

  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
               _ ("“%s” is no length of time. Write a number and d, w, m or y, as 14d or -3m."),
               text);

  return FALSE;
}

/* Whether an edit was made after the first @n_before */
static gboolean
has_changed (WayScriptContext *self, guint n_before)
{
  guint n_after;

  way_edit_group_get_edits (self->group, &n_after);

  return n_after > n_before;
}

/* FALSE for dates that are known by the month or the year: a few days later they are the same.
 * @least: what moves them, by their precision */
static gboolean
check_rounded (WayScriptContext *self, const WayId *id, WayPrecision precision, const char *by,
               const char *const least[], GError **error)
{
  const char *sign = *by == '-' ? "-" : "";
  g_autofree char *name
      = way_edit_describe (get_plan (self), way_plan_lookup (get_plan (self), id));

  if (precision == WAY_PRECISION_MONTH)
    g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DATES,
                 /* Translators: a record; an amount that was written; one to write instead, as
                  * -1m, in two parts */
                 _ ("%s: its dates are known by the month, and “%s” moves them by none. Write "
                    "by=%s%s."),
                 name, by, sign, least[precision]);
  else if (precision == WAY_PRECISION_YEAR)
    g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_DATES,
                 /* Translators: a record; an amount that was written; one to write instead, as
                  * -1y, in two parts */
                 _ ("%s: its dates are known by the year, and “%s” moves them by none. Write "
                    "by=%s%s."),
                 name, by, sign, least[precision]);

  return precision != WAY_PRECISION_MONTH && precision != WAY_PRECISION_YEAR;
}

static WayPrecision
get_precision (WayScriptContext *self, const WayId *id, WayField field)
{
  const WayRecord *record = way_plan_lookup (get_plan (self), id);

  return way_date_get_precision (way_record_get_date (record, field));
}

static gboolean
run_move (WayScriptContext *self, GError **error)
{
  static const char *const least[] = { [WAY_PRECISION_YEAR] = "1y", [WAY_PRECISION_MONTH] = "1m" };
  const char *by = way_script_line_take_value (self->line, "by");
  gint64 days, months;
  guint n_before;
  WayId id;
  const Subject *subject = take_subject (self, &id, error);

  if (subject == NULL)
    return FALSE;

  if (by == NULL)
    return refuse_usage (self, error);

  if (!read_shift (by, &days, &months, error))
    return FALSE;

  way_edit_group_get_edits (self->group, &n_before);
  if (months != 0 ? !subject->move_months (self->group, &id, months, error)
                  : !subject->move (self->group, &id, days, error))
    return FALSE;

  return has_changed (self, n_before) || (days == 0 && months == 0)
         || check_rounded (self, &id,
                           MAX (get_precision (self, &id, subject->start),
                                get_precision (self, &id, subject->end)),
                           by, least, error);
}

/* Of the date that is moved, which of a point or a deadline is the other one */
static WayPrecision
get_edge_precision (WayScriptContext *self, const WayId *id, gboolean at_start)
{
  WayPrecision start = get_precision (self, id, WAY_MILESTONE_START);
  WayPrecision end = get_precision (self, id, WAY_MILESTONE_END);

  if (start == WAY_PRECISION_NONE || end == WAY_PRECISION_NONE)
    return MAX (start, end);
  return at_start ? start : end;
}

static gboolean
run_resize (WayScriptContext *self, GError **error)
{
  /* Days that are a month or a year later wherever they begin */
  static const char *const least[]
      = { [WAY_PRECISION_YEAR] = "366d", [WAY_PRECISION_MONTH] = "31d" };
  const char *edge = way_script_line_take_value (self->line, "edge");
  const char *by = way_script_line_take_value (self->line, "by");
  gint64 days, months;
  guint n_before;
  gboolean at_start;
  WayId id;
  const WayKindInfo *kind = take_record (self, &id, error);

  if (kind == NULL)
    return FALSE;

  if (kind->kind != WAY_KIND_MILESTONE || by == NULL || edge == NULL
      || (strcmp (edge, "start") != 0 && strcmp (edge, "end") != 0))
    return refuse_usage (self, error);

  if (!read_shift (by, &days, &months, error))
    return FALSE;

  if (months != 0)
    return refuse_usage (self, error);

  way_edit_group_get_edits (self->group, &n_before);
  at_start = strcmp (edge, "start") == 0;
  if (!way_milestone_resize (self->group, &id, at_start ? WAY_EDGE_START : WAY_EDGE_END, days,
                             error))
    return FALSE;

  return has_changed (self, n_before) || days == 0
         || check_rounded (self, &id, get_edge_precision (self, &id, at_start), by, least, error);
}

/* The record that @word names, %NULL in @id for an absent or empty one */
static gboolean
read_neighbour (WayScriptContext *self, WayKind kind, const char *word, WayId *id,
                const WayId **found, GError **error)
{
  *found = NULL;
  if (word == NULL || *word == '\0')
    return TRUE;

  *found = id;

  return find_id (self, kind, word, id, error);
}

static gboolean
run_reparent (WayScriptContext *self, GError **error)
{
  const char *to = way_script_line_take_value (self->line, "to");
  WayId id, parent;
  const WayId *found;
  const Subject *subject = take_subject (self, &id, error);

  if (subject == NULL)
    return FALSE;

  if (to == NULL)
    return refuse_usage (self, error);

  return read_neighbour (self, WAY_KIND_GOAL, to, &parent, &found, error)
         && subject->reparent (self->group, &id, found, error);
}

static gboolean
run_reorder (WayScriptContext *self, GError **error)
{
  const char *before = way_script_line_take_value (self->line, "before");
  WayId id, next;
  const WayId *found;
  const Subject *subject = take_subject (self, &id, error);

  return subject != NULL && read_neighbour (self, subject->kind, before, &next, &found, error)
         && subject->reorder (self->group, &id, found, error);
}

static gboolean
run_done (WayScriptContext *self, GError **error)
{
  WayId id;
  const Subject *subject = take_subject (self, &id, error);

  return subject != NULL && subject->set_done (self->group, &id, TRUE, error);
}

static gboolean
run_undo (WayScriptContext *self, GError **error)
{
  if (way_history_undo (self->history))
    return TRUE;

  g_set_error_literal (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
                       _ ("There is nothing to undo. Take the line out."));

  return FALSE;
}

static gboolean
run_redo (WayScriptContext *self, GError **error)
{
  if (way_history_redo (self->history))
    return TRUE;

  g_set_error_literal (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
                       _ ("There is nothing to redo. Take the line out."));

  return FALSE;
}

#define ADD(name, kind, arguments, summary)                                                        \
  {                                                                                                \
    { name, arguments, summary }, kind, run_add, FALSE                                             \
  }
#define DO(name, arguments, summary, run)                                                          \
  {                                                                                                \
    { name, arguments, summary }, WAY_KIND_ANY, run, FALSE                                         \
  }
#define STEP(name, summary, run)                                                                   \
  {                                                                                                \
    { name, "", summary }, WAY_KIND_ANY, run, TRUE                                                 \
  }

/* clang-format off */
static const WayScriptVerb verbs[] = {
  ADD ("add-goal", WAY_KIND_GOAL, "[id=ID] title=TEXT [parent=ID] [FIELD=VALUE…]", N_ ("adds a goal")),
  ADD ("add-milestone", WAY_KIND_MILESTONE, "[id=ID] title=TEXT [goal=ID] [start=DATE] [end=DATE] [FIELD=VALUE…]",
       N_ ("adds a milestone")),
  ADD ("add-person", WAY_KIND_PERSON, "[id=ID] name=TEXT [relation=RELATION] [FIELD=VALUE…]", N_ ("adds a person")),
  ADD ("add-credential", WAY_KIND_CREDENTIAL, "[id=ID] name=TEXT [kind=KIND] [FIELD=VALUE…]",
       N_ ("adds a credential")),
  ADD ("add-activity", WAY_KIND_ACTIVITY, "[id=ID] title=TEXT [date=DATE] [counts=\"ID CATEGORY; …\"] [FIELD=VALUE…]",
       N_ ("adds a learning activity")),
  ADD ("add-review", WAY_KIND_REVIEW, "[id=ID] date=DATE [FIELD=VALUE…]", N_ ("adds a review")),
  ADD ("add-comment", WAY_KIND_COMMENT, "[id=ID] on=ID text=TEXT [FIELD=VALUE…]", N_ ("adds a comment on a record")),
  ADD ("add-link", WAY_KIND_LINK, "[id=ID] of=ID uri=ADDRESS [FIELD=VALUE…]", N_ ("adds evidence to a record")),
  ADD ("link", WAY_KIND_DEPENDENCY, "[id=ID] from=ID to=ID [type=TYPE] [lag=DAYS]",
       N_ ("lets a milestone wait for another")),
  DO ("unlink", "from=ID to=ID", N_ ("takes such a link away"), run_unlink),
  DO ("set", "KIND ID FIELD=VALUE…", N_ ("gives fields values; an empty value clears one"), run_set),
  DO ("clear", "KIND ID FIELD…", N_ ("clears fields"), run_clear),
  DO ("move", "KIND ID by=14d", N_ ("moves a goal or milestone by days, w(eeks), m(onths) or y(ears)"), run_move),
  DO ("resize", "milestone ID edge=start|end by=14d", N_ ("moves one end of a milestone by days or w(eeks)"),
      run_resize),
  DO ("reparent", "KIND ID to=ID", N_ ("puts a goal or milestone into a goal; to= for none"), run_reparent),
  DO ("reorder", "KIND ID [before=ID]", N_ ("puts a goal or milestone before another, or last"), run_reorder),
  DO ("done", "KIND ID", N_ ("marks a goal or milestone as done"), run_done),
  DO ("remove", "KIND ID", N_ ("removes a record and what belongs to it"), run_remove),
  STEP ("undo", N_ ("takes the script's last step back"), run_undo),
  STEP ("redo", N_ ("does it again"), run_redo),
};
/* clang-format on */

const WayScriptVerb *
way_script_find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (verbs[i].command.name, name) == 0)
      return &verbs[i];

  return NULL;
}

const WayScriptCommand *
way_script_get_command (guint index)
{
  return index < G_N_ELEMENTS (verbs) ? &verbs[index].command : NULL;
}
