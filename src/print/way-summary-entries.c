/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the lists of a plan on a page, and how an entry looks.
 */
#include "config.h"

#include "way-summary-entries.h"

#include "way-events.h"
#include "way-item-text.h"
#include "way-sheet.h"

#include <glib/gi18n-lib.h>

/* Points */
#define BASELINE 9.0
#define DETAIL 10.5    /* from a title's baseline to that of the line below it */
#define INDENT 11.0    /* a level of goals */
#define MAX_DEPTH 1000 /* of goals: where a file brings them in a circle */
#define MAX_LEVEL 3
#define STRIPE 2.5
#define TEXT_X 9.0
#define PERCENT_WIDTH 30.0
#define BAR_HEIGHT 3.0
#define MONTH_WIDTH 43.0
#define DAY_WIDTH 12.0
#define EVENT_X 62.0
#define WORD_WIDTH 36.0
#define MIN_WIDTH_FOR_WORDS 170.0
#define MONTHS 12
#define MAX_OVERDUE                                                                                \
  4 /* of the next twelve months' list: the latest, for what comes is worth more */

void
way_summary_list_clear (WaySummaryList *self)
{
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->events, g_array_unref);
}

static double
add_text (WayFlow *flow, const char *text, WayFlowFont font, WayRgba colour, double x,
          double baseline, guint max_lines)
{
  return way_flow_add_text (flow, &(WayFlowText){ .text = text,
                                                  .font = font,
                                                  .colour = colour,
                                                  .x = x,
                                                  .width = way_flow_get_width (flow) - x,
                                                  .baseline = baseline,
                                                  .max_lines = max_lines });
}

static void
add_at_end (WayFlow *flow, const char *text, double width)
{
  way_flow_add_text (flow, &(WayFlowText){ .text = text,
                                           .font = WAY_FLOW_FONT_SMALL,
                                           .colour = way_flow_get_style (flow)->dim_text,
                                           .align = WAY_FLOW_END,
                                           .x = way_flow_get_width (flow) - width,
                                           .width = width,
                                           .baseline = BASELINE,
                                           .max_lines = 1 });
}

/* Goals */

/* How far it is below the highest goal that is listed */
static guint
get_level (WayPlan *plan, const WayPrintOptions *options, const WayRecord *goal)
{
  gboolean has_all = options->timeline.n_goals == 0;
  guint level = 0;

  for (guint i = 0; goal != NULL && i < MAX_DEPTH; i++)
    {
      const WayId *parent = way_record_get_ref (goal, WAY_GOAL_PARENT);

      if (has_all || way_sheet_is_chosen (options, goal))
        level = i;
      goal = parent != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, parent) : NULL;
    }

  return MIN (level, MAX_LEVEL);
}

/* "Committed · due Dec 2027" */
static char *
get_status (const WayRecord *goal)
{
  WayGoalStatus status = way_record_get_choice (goal, WAY_GOAL_STATUS);
  g_autofree char *due = way_text_goal_due (goal);

  /* the words of these two say it all */
  if (status == WAY_GOAL_STATUS_ACHIEVED || status == WAY_GOAL_STATUS_PAUSED)
    return g_steal_pointer (&due);

  return way_sheet_join (way_sheet_get_choice (goal, WAY_GOAL_STATUS), due);
}

static int
get_progress (const WaySummaryList *self, const WayRecord *goal)
{
  const WayPagerOptions *timeline = &self->options->timeline;

  return timeline->progress != NULL
             ? timeline->progress (self->plan, way_record_get_id (goal), timeline->progress_data)
             : -1;
}

static void
add_goal (const WaySummaryList *self, WayFlow *flow, guint index)
{
  const WayStyle *style = way_flow_get_style (flow);
  const WayRecord *goal = self->entries->pdata[index];
  WayRgba colour = style->goals[way_record_get_choice (goal, WAY_GOAL_COLOUR)];
  const char *why = way_record_get_text (goal, WAY_GOAL_HEARTFELT);
  double left = get_level (self->plan, self->options, goal) * INDENT;
  double x = left + TEXT_X, width = way_flow_get_width (flow) - x, baseline;
  g_autofree char *title = way_text_title (goal);
  g_autofree char *status = get_status (goal);
  int progress = get_progress (self, goal);

  way_flow_begin (flow, WAY_FLOW_ROW, left > 0 ? WAY_SUMMARY_GAP : WAY_SUMMARY_GAP + 3);
  if (left == 0)
    way_flow_add_bookmark (flow, title, 0);
  baseline = way_flow_add_text (flow, &(WayFlowText){ .text = title,
                                                      .font = WAY_FLOW_FONT_STRONG,
                                                      .colour = style->text,
                                                      .x = x,
                                                      .width = width - PERCENT_WIDTH,
                                                      .baseline = BASELINE,
                                                      .max_lines = 2 });
  baseline = add_text (flow, status, WAY_FLOW_FONT_SMALL, style->dim_text, x, baseline + DETAIL, 1);

  if (progress >= 0)
    {
      g_autofree char *percent = g_strdup_printf ("%d %%", progress);

      add_at_end (flow, percent, PERCENT_WIDTH);
      baseline += 4 + BAR_HEIGHT;
      way_flow_add_bar (flow, &(WayRect){ x, baseline - BAR_HEIGHT, width, BAR_HEIGHT },
                        progress / 100.0, colour);
    }

  if (why != NULL)
    baseline = add_text (flow, why, WAY_FLOW_FONT_SMALL, style->text, x, baseline + DETAIL, 2);

  way_flow_add_stripe (flow, &(WayRect){ left, 1.5, STRIPE, baseline }, colour);
  way_flow_end (flow, WAY_FLOW_LOOSE);
}

/* The goals by what they are part of; the null id for those that are part of none */
static GHashTable *
find_children (WayPlan *plan)
{
  static const WayId none = { { 0 } };
  GHashTable *children
      = g_hash_table_new_full (way_id_hash, way_id_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_GOAL, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      const WayId *parent = way_record_get_ref (records[i], WAY_GOAL_PARENT);
      GPtrArray *goals;

      if (way_record_get_choice (records[i], WAY_GOAL_STATUS) == WAY_GOAL_STATUS_DROPPED)
        continue;
      if (parent == NULL || way_plan_lookup_kind (plan, WAY_KIND_GOAL, parent) == NULL)
        parent = &none;

      goals = g_hash_table_lookup (children, parent);
      if (goals == NULL)
        {
          goals = g_ptr_array_new ();
          g_hash_table_insert (children, (gpointer)parent, goals);
        }
      g_ptr_array_add (goals, records[i]);
    }

  return children;
}

/* Goals of @parent in reverse, for a stack. They are taken away, so that goals in a circle end. */
static void
push_children (GPtrArray *stack, const WayId *parent, GHashTable *children)
{
  gpointer goals;

  if (!g_hash_table_steal_extended (children, parent, NULL, &goals))
    return;

  for (guint i = ((GPtrArray *)goals)->len; i > 0; i--)
    g_ptr_array_add (stack, g_ptr_array_index ((GPtrArray *)goals, i - 1));

  g_ptr_array_unref (goals);
}

/* Those below @top, each before those that are part of it */
static void
append_goals (WaySummaryList *self, const WayId *top, GHashTable *children)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  push_children (stack, top, children);

  while (stack->len > 0)
    {
      WayRecord *goal = g_ptr_array_steal_index (stack, stack->len - 1);

      g_ptr_array_add (self->entries, goal);
      push_children (stack, way_record_get_id (goal), children);
    }
}

/* Those that were chosen, each with what is part of it; one within another comes with that */
static void
append_chosen (WaySummaryList *self, GHashTable *children)
{
  const WayPagerOptions *timeline = &self->options->timeline;

  for (guint i = 0; i < timeline->n_goals; i++)
    {
      WayRecord *goal = way_plan_lookup_kind (self->plan, WAY_KIND_GOAL, &timeline->goals[i]);
      const WayId *parent = way_record_get_ref (goal, WAY_GOAL_PARENT);

      if (g_ptr_array_find (self->entries, goal, NULL)
          || way_sheet_has_goal (self->plan, self->options, parent))
        continue;

      g_ptr_array_add (self->entries, goal);
      append_goals (self, &timeline->goals[i], children);
    }
}

WaySummaryList
way_summary_get_goals (WayPlan *plan, const WayPrintOptions *options)
{
  WaySummaryList self = { .title = _ ("Goals"),
                          .weight = 3,
                          .entries = g_ptr_array_new (),
                          .add = add_goal,
                          .plan = plan,
                          .options = options };
  g_autoptr (GHashTable) children = find_children (plan);

  if (options->timeline.n_goals > 0)
    append_chosen (&self, children);
  else
    append_goals (&self, &WAY_ID_NULL, children);
  self.n_all = self.entries->len;

  return self;
}

void
way_summary_keep_roots (WaySummaryList *goals)
{
  guint n_kept = 0;

  for (guint i = 0; i < goals->entries->len; i++)
    if (get_level (goals->plan, goals->options, goals->entries->pdata[i]) == 0)
      goals->entries->pdata[n_kept++] = goals->entries->pdata[i];

  g_ptr_array_set_size (goals->entries, n_kept);
}

/* The next twelve months */

/* What stands at the first of a month's entries; NULL at the others */
static char *
get_month (const WaySummaryList *self, guint index)
{
  WayDay today = self->options->setup.today;
  const WayEvent *event = self->entries->pdata[index];
  const WayEvent *last = index > 0 ? self->entries->pdata[index - 1] : NULL;
  gboolean is_overdue = way_event_is_overdue (event, today);
  WayYmd ymd = way_day_to_ymd (event->day);
  g_autofree char *month = NULL;

  if (last != NULL && is_overdue == way_event_is_overdue (last, today)
      && (is_overdue
          || (way_day_to_ymd (last->day).month == ymd.month
              && way_day_to_ymd (last->day).year == ymd.year)))
    return NULL;

  if (is_overdue)
    return g_strdup (C_ ("agenda", "Overdue"));

  month = way_text_month (ymd.month, FALSE);

  return way_text_month_and_year (month, ymd.year);
}

static void
add_event (const WaySummaryList *self, WayFlow *flow, guint index)
{
  const WayStyle *style = way_flow_get_style (flow);
  const WayEvent *event = self->entries->pdata[index];
  gboolean is_overdue = way_event_is_overdue (event, self->options->setup.today);
  const char *word
      = way_flow_get_width (flow) < MIN_WIDTH_FOR_WORDS ? NULL : way_event_get_word (event);
  g_autofree char *title = way_event_get_title (event);
  g_autofree char *month = get_month (self, index);
  double right = word != NULL ? WORD_WIDTH + 4 : 0;

  way_flow_begin (flow, WAY_FLOW_ROW, month != NULL ? WAY_SUMMARY_GAP : 2.5);
  if (month != NULL)
    way_flow_add_text (flow, &(WayFlowText){ .text = month,
                                             .font = WAY_FLOW_FONT_SMALL_STRONG,
                                             .colour = is_overdue ? style->broken : style->dim_text,
                                             .width = MONTH_WIDTH,
                                             .baseline = BASELINE,
                                             .max_lines = 1 });
  if (!is_overdue && !way_date_is_fuzzy (event->end != WAY_DATE_NONE ? event->end : event->start))
    {
      g_autofree char *day = g_strdup_printf ("%d", way_day_to_ymd (event->day).day);

      way_flow_add_text (flow, &(WayFlowText){ .text = day,
                                               .font = WAY_FLOW_FONT_SMALL,
                                               .colour = style->dim_text,
                                               .align = WAY_FLOW_END,
                                               .x = MONTH_WIDTH,
                                               .width = DAY_WIDTH,
                                               .baseline = BASELINE,
                                               .max_lines = 1 });
    }
  way_flow_add_text (flow, &(WayFlowText){ .text = title,
                                           .font = WAY_FLOW_FONT_SMALL,
                                           .colour = event->is_done ? style->dim_text : style->text,
                                           .x = EVENT_X,
                                           .width = way_flow_get_width (flow) - EVENT_X - right,
                                           .baseline = BASELINE,
                                           .max_lines = 2 });
  if (word != NULL)
    add_at_end (flow, word, WORD_WIDTH);
  way_flow_end (flow, WAY_FLOW_LOOSE);
}

WaySummaryList
way_summary_get_months (WayPlan *plan, const WayPrintOptions *options, WayDay from)
{
  WaySummaryList self = { .title = _ ("The next twelve months"),
                          .weight = 3,
                          .entries = g_ptr_array_new (),
                          .add = add_event,
                          .plan = plan,
                          .options = options,
                          .events = way_events_new (plan, options) };
  WayDay to = way_day_add_months (from, MONTHS);
  guint n_overdue = 0;

  for (guint i = 0; i < self.events->len; i++)
    n_overdue
        += way_event_is_overdue (&g_array_index (self.events, WayEvent, i), options->setup.today);

  for (guint i = 0; i < self.events->len; i++)
    {
      WayEvent *event = &g_array_index (self.events, WayEvent, i);
      gboolean is_overdue = way_event_is_overdue (event, options->setup.today);

      if (!is_overdue && (event->day < from || event->day >= to))
        continue;

      self.n_all++;
      if (!is_overdue || n_overdue-- <= MAX_OVERDUE)
        g_ptr_array_add (self.entries, event);
    }

  return self;
}

/* Credentials */

static void
add_credential (const WaySummaryList *self, WayFlow *flow, guint index)
{
  const WayStyle *style = way_flow_get_style (flow);
  const WayRecord *credential = self->entries->pdata[index];
  WayDate expires = way_record_get_date (credential, WAY_CREDENTIAL_EXPIRES);
  g_autofree char *title = way_text_title (credential);
  g_autofree char *details = NULL;
  gboolean is_over = FALSE;
  double baseline;

  if (expires != WAY_DATE_NONE)
    {
      g_autofree char *left = way_sheet_get_expiry (expires, self->options->setup.today, &is_over);
      g_autofree char *date = way_text_date (expires);
      g_autofree char *words = g_strdup_printf (_ ("expires %s"), date);

      details = is_over ? way_sheet_join (left, date) : way_sheet_join (words, left);
    }
  else
    details = way_sheet_join (way_sheet_get_choice (credential, WAY_CREDENTIAL_KIND),
                              way_record_get_text (credential, WAY_CREDENTIAL_ISSUER));

  way_flow_begin (flow, WAY_FLOW_ROW, WAY_SUMMARY_GAP);
  baseline = add_text (flow, title, WAY_FLOW_FONT_BODY, style->text, 0, BASELINE, 2);
  add_text (flow, details, WAY_FLOW_FONT_SMALL, is_over ? style->broken : style->dim_text, 0,
            baseline + DETAIL, 1);
  way_flow_end (flow, WAY_FLOW_LOOSE);
}

static int
compare_credentials (gconstpointer a, gconstpointer b)
{
  const WayRecord *left = *(WayRecord *const *)a, *right = *(WayRecord *const *)b;
  int order = way_date_compare (way_record_get_date (left, WAY_CREDENTIAL_EXPIRES),
                                way_record_get_date (right, WAY_CREDENTIAL_EXPIRES));

  return order != 0 ? order : way_record_compare (left, right);
}

WaySummaryList
way_summary_get_credentials (WayPlan *plan, const WayPrintOptions *options)
{
  WaySummaryList self = { .title = _ ("Credentials"),
                          .weight = 2,
                          .entries = g_ptr_array_new (),
                          .add = add_credential,
                          .plan = plan,
                          .options = options };
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_CREDENTIAL, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (way_sheet_has_credential (plan, options, way_record_get_id (records[i])))
      g_ptr_array_add (self.entries, records[i]);

  g_ptr_array_sort (self.entries, compare_credentials);
  self.n_all = self.entries->len;

  return self;
}

/* People */

static void
add_person (const WaySummaryList *self, WayFlow *flow, guint index)
{
  const WayStyle *style = way_flow_get_style (flow);
  const WayRecord *person = self->entries->pdata[index];
  g_autofree char *name = way_text_title (person);
  g_autofree char *details = way_sheet_join (way_sheet_get_choice (person, WAY_PERSON_RELATION),
                                             way_record_get_text (person, WAY_PERSON_ORGANISATION));
  double baseline;

  way_flow_begin (flow, WAY_FLOW_ROW, WAY_SUMMARY_GAP);
  baseline = add_text (flow, name, WAY_FLOW_FONT_BODY, style->text, 0, BASELINE, 1);
  baseline
      = add_text (flow, details, WAY_FLOW_FONT_SMALL, style->dim_text, 0, baseline + DETAIL, 1);

  if (self->options->has_private_notes)
    {
      g_autofree char *reach = way_sheet_join (way_record_get_text (person, WAY_PERSON_EMAIL),
                                               way_record_get_text (person, WAY_PERSON_PHONE));

      if (*reach != '\0')
        add_text (flow, reach, WAY_FLOW_FONT_SMALL, style->dim_text, 0, baseline + DETAIL, 1);
    }

  way_flow_end (flow, WAY_FLOW_LOOSE);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const WayRecord *left = *(WayRecord *const *)a, *right = *(WayRecord *const *)b;
  guint left_relation = way_record_get_choice (left, WAY_PERSON_RELATION);
  guint right_relation = way_record_get_choice (right, WAY_PERSON_RELATION);

  if (left_relation != right_relation)
    return left_relation < right_relation ? -1 : 1;

  return way_record_compare (left, right);
}

/* Whether a milestone within the goals of @options, if there are any, is about the person */
static gboolean
has_person (WayPlan *plan, const WayPrintOptions *options, const WayId *person)
{
  g_autoptr (GPtrArray) milestones = NULL;

  if (options->timeline.n_goals == 0)
    return TRUE;

  milestones = way_plan_get_referrers (plan, person, WAY_MILESTONE_PEOPLE);

  for (guint i = 0; i < milestones->len; i++)
    if (way_sheet_has_goal (plan, options,
                            way_record_get_ref (milestones->pdata[i], WAY_MILESTONE_GOAL)))
      return TRUE;

  return FALSE;
}

WaySummaryList
way_summary_get_people (WayPlan *plan, const WayPrintOptions *options)
{
  WaySummaryList self = { .title = _ ("People"),
                          .weight = 1,
                          .entries = g_ptr_array_new (),
                          .add = add_person,
                          .plan = plan,
                          .options = options };
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, WAY_KIND_PERSON, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (has_person (plan, options, way_record_get_id (records[i])))
      g_ptr_array_add (self.entries, records[i]);

  g_ptr_array_sort (self.entries, compare_people);
  self.n_all = self.entries->len;

  return self;
}
