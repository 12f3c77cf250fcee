/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is due, begins and expires, month by month.
 */
#include "config.h"

#include "way-agenda.h"

#include "way-events.h"
#include "way-item-text.h"
#include "way-page-link.h"
#include "way-sheet.h"

#include <glib/gi18n-lib.h>

/* Columns, in points */
#define DATE_X 17.0
#define DATE_WIDTH 88.0
#define TITLE_X 113.0
#define CATEGORY_WIDTH 88.0
#define COLUMN_GAP 12.0
#define ICON 8.5
#define ICON_GAP 4.0

#define SECTION_GAP 18.0
#define ROW_GAP 6.0
#define BASELINE 9.0
#define MAX_TITLE_LINES 4

typedef struct
{
  WayPlan *plan;
  const WayPrintOptions *options;
  const WayStyle *style;
  WayFlow *flow;
  GHashTable *links; /* nullable */
  WayDay from;       /* the first day of the first month */
} Agenda;

static void
add_heading (Agenda *self, const char *title)
{
  double width = way_flow_get_width (self->flow);
  g_autofree char *again = NULL;

  way_flow_end_section (self->flow);
  way_flow_begin (self->flow, WAY_FLOW_HEADING, SECTION_GAP);
  way_flow_add_bookmark (self->flow, title, 0);
  way_flow_add_text (self->flow, &(WayFlowText){ .text = title,
                                                 .font = WAY_FLOW_FONT_HEADING,
                                                 .colour = self->style->text,
                                                 .width = width,
                                                 .baseline = 12,
                                                 .max_lines = 1 });
  way_flow_add_rule (self->flow, 0, width, 18.5, self->style->line);
  way_flow_end (self->flow, WAY_FLOW_KEEP);

  /* Translators: at the top of a page, of a month's list that began on the page before */
  again = g_strdup_printf (_ ("%s, continued"), title);
  way_flow_begin (self->flow, WAY_FLOW_HEADING, 0);
  way_flow_add_text (self->flow, &(WayFlowText){ .text = again,
                                                 .font = WAY_FLOW_FONT_SMALL_STRONG,
                                                 .colour = self->style->dim_text,
                                                 .width = width,
                                                 .baseline = 8,
                                                 .max_lines = 1 });
  way_flow_add_rule (self->flow, 0, width, 13, self->style->line);
  way_flow_end (self->flow, WAY_FLOW_AGAIN);
}

/* The goal and the place: "Become a critical-care nurse · Leeds" */
static char *
get_details (const Agenda *self, const WayEvent *event)
{
  const WayId *id = NULL;
  const WayRecord *goal;

  switch (way_record_get_kind (event->record))
    {
    case WAY_KIND_MILESTONE:
      id = way_record_get_ref (event->record, WAY_MILESTONE_GOAL);
      goal = id != NULL ? way_plan_lookup_kind (self->plan, WAY_KIND_GOAL, id) : NULL;
      return way_sheet_join (goal != NULL ? way_record_get_called (goal) : NULL,
                             way_record_get_text (event->record, WAY_MILESTONE_LOCATION));
    case WAY_KIND_CREDENTIAL:
      return way_sheet_join (way_record_get_text (event->record, WAY_CREDENTIAL_ISSUER), NULL);
    default:
      return g_strdup ("");
    }
}

/* What begins and ends within the agenda stands there twice, and its notes once */
static gboolean
has_said_notes (const Agenda *self, const WayEvent *event)
{
  WayDate start;

  if (event->kind != WAY_EVENT_ENDS)
    return FALSE;

  start = way_record_get_date (event->record, WAY_MILESTONE_START);

  return way_date_get_earliest (start) >= self->from;
}

static const char *
get_notes (const Agenda *self, const WayEvent *event)
{
  if (has_said_notes (self, event))
    return NULL;

  switch (way_record_get_kind (event->record))
    {
    case WAY_KIND_MILESTONE:
      return way_record_get_text (event->record, WAY_MILESTONE_NOTES);
    case WAY_KIND_CREDENTIAL:
      return way_record_get_text (event->record, WAY_CREDENTIAL_NOTES);
    case WAY_KIND_GOAL:
      return way_record_get_text (event->record, WAY_GOAL_NOTES);
    default:
      return NULL;
    }
}

static const char *
get_private_notes (const Agenda *self, const WayEvent *event)
{
  WayKind kind = way_record_get_kind (event->record);

  if (!self->options->has_private_notes || has_said_notes (self, event))
    return NULL;

  return kind == WAY_KIND_MILESTONE
             ? way_record_get_text (event->record, WAY_MILESTONE_PRIVATE_NOTES)
         : kind == WAY_KIND_GOAL ? way_record_get_text (event->record, WAY_GOAL_PRIVATE_NOTES)
                                 : NULL;
}

/* A day beside its month's name is short; all else takes many words, and small ones */
static void
add_date (Agenda *self, const WayEvent *event, gboolean is_overdue)
{
  gboolean is_short = !is_overdue && event->start != WAY_DATE_NONE && event->end == WAY_DATE_NONE
                      && !way_date_is_fuzzy (event->start);
  const char *word = way_event_get_word (event);
  g_autofree char *date = is_short ? way_event_get_short_date (event) : way_event_get_date (event);
  double baseline = BASELINE;

  if (event->start != WAY_DATE_NONE)
    baseline = way_flow_add_text (
        self->flow, &(WayFlowText){ .text = date,
                                    .colour = is_overdue ? self->style->broken : self->style->text,
                                    .font = is_short ? WAY_FLOW_FONT_BODY : WAY_FLOW_FONT_SMALL,
                                    .x = DATE_X,
                                    .width = DATE_WIDTH,
                                    .baseline = BASELINE,
                                    .max_lines = 3 });
  if (word != NULL)
    way_flow_add_text (self->flow, &(WayFlowText){ .text = word,
                                                   .colour = self->style->dim_text,
                                                   .font = WAY_FLOW_FONT_SMALL,
                                                   .x = DATE_X,
                                                   .width = DATE_WIDTH,
                                                   .baseline = baseline + 11,
                                                   .max_lines = 1 });
}

static void
add_title (Agenda *self, const WayEvent *event, double width)
{
  g_autofree char *title = way_event_get_title (event);
  g_autofree char *details = get_details (self, event);
  const char *address = self->links != NULL
                            ? g_hash_table_lookup (self->links, way_record_get_id (event->record))
                            : NULL;
  double baseline = way_flow_add_text (
      self->flow,
      &(WayFlowText){ .text = title,
                      .font = WAY_FLOW_FONT_STRONG,
                      .colour = event->is_done ? self->style->dim_text : self->style->text,
                      .x = TITLE_X,
                      .width = width,
                      .baseline = BASELINE,
                      .max_lines = MAX_TITLE_LINES,
                      .address = address });

  if (*details != '\0')
    way_flow_add_text (self->flow, &(WayFlowText){ .text = details,
                                                   .font = WAY_FLOW_FONT_SMALL,
                                                   .colour = self->style->dim_text,
                                                   .x = TITLE_X,
                                                   .width = width,
                                                   .baseline = baseline + 11,
                                                   .max_lines = 2 });
}

static void
add_category (Agenda *self, const WayEvent *event, double x)
{
  way_flow_add_icon (self->flow, way_event_get_icon (event), x, BASELINE - ICON + 1, ICON,
                     self->style->dim_text);
  way_flow_add_text (self->flow, &(WayFlowText){ .text = way_event_get_category (event),
                                                 .font = WAY_FLOW_FONT_SMALL,
                                                 .colour = self->style->dim_text,
                                                 .x = x + ICON + ICON_GAP,
                                                 .width = CATEGORY_WIDTH - ICON - ICON_GAP,
                                                 .baseline = BASELINE,
                                                 .max_lines = 2 });
}

static void
add_notes (Agenda *self, const char *notes, double gap)
{
  way_flow_add_prose (self->flow,
                      &(WayFlowText){ .text = notes,
                                      .font = WAY_FLOW_FONT_SMALL,
                                      .colour = self->style->text,
                                      .align = WAY_FLOW_NATURAL,
                                      .x = TITLE_X,
                                      .width = way_flow_get_width (self->flow) - TITLE_X },
                      gap);
}

static void
add_event (Agenda *self, const WayEvent *event, gboolean is_overdue)
{
  double category_x = way_flow_get_width (self->flow) - CATEGORY_WIDTH;
  const char *notes = get_notes (self, event), *private_notes = get_private_notes (self, event);

  way_flow_begin (self->flow, WAY_FLOW_ROW, ROW_GAP);
  way_flow_add_box (self->flow, 0, BASELINE - 7, event->is_done);
  add_date (self, event, is_overdue);
  add_title (self, event, category_x - COLUMN_GAP - TITLE_X);
  add_category (self, event, category_x);
  way_flow_end (self->flow,
                notes != NULL || private_notes != NULL ? WAY_FLOW_KEEP : WAY_FLOW_LOOSE);

  if (notes != NULL)
    add_notes (self, notes, 1.5);
  if (private_notes != NULL)
    {
      /* Translators: before notes that a person keeps to themselves */
      g_autofree char *marked = g_strdup_printf (_ ("Private: %s"), private_notes);

      add_notes (self, marked, 1.5);
    }
}

static void
add_month_heading (Agenda *self, WayYmd ymd)
{
  g_autofree char *month = way_text_month (ymd.month, TRUE);
  g_autofree char *title = way_text_month_and_year (month, ymd.year);

  add_heading (self, title);
}

static void
add_overdue (Agenda *self, GArray *events)
{
  gboolean has_heading = FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      const WayEvent *event = &g_array_index (events, WayEvent, i);

      if (!way_event_is_overdue (event, self->options->setup.today))
        continue;
      if (!has_heading)
        add_heading (self, C_ ("agenda", "Overdue"));
      has_heading = TRUE;
      add_event (self, event, TRUE);
    }
}

static void
add_months (Agenda *self, GArray *events, gboolean has_overdue)
{
  WayDay to = self->options->timeline.to;
  WayYmd last = { 0 };

  for (guint i = 0; i < events->len; i++)
    {
      const WayEvent *event = &g_array_index (events, WayEvent, i);
      WayYmd ymd = way_day_to_ymd (event->day);

      if (event->day < self->from || (to != WAY_DAY_NONE && event->day > to)
          || (has_overdue && way_event_is_overdue (event, self->options->setup.today)))
        continue;
      if (ymd.year != last.year || ymd.month != last.month)
        add_month_heading (self, ymd);
      last = ymd;
      add_event (self, event, FALSE);
    }
}

static void
add_undated (Agenda *self)
{
  g_autoptr (GArray) events = way_events_get_undated (self->plan, self->options);

  if (events->len > 0)
    add_heading (self, C_ ("agenda", "Without a date"));

  for (guint i = 0; i < events->len; i++)
    add_event (self, &g_array_index (events, WayEvent, i), FALSE);
}

static void
add_nothing (Agenda *self)
{
  way_flow_begin (self->flow, WAY_FLOW_ROW, 0);
  way_flow_add_text (self->flow, &(WayFlowText){ .text = _ ("Nothing is due in this time."),
                                                 .font = WAY_FLOW_FONT_BODY,
                                                 .colour = self->style->dim_text,
                                                 .width = way_flow_get_width (self->flow),
                                                 .baseline = BASELINE,
                                                 .max_lines = 2 });
  way_flow_end (self->flow, WAY_FLOW_LOOSE);
}

/* "Agenda · from November 2026", or up to a month */
static char *
make_subtitle (WayDay from, WayDay to)
{
  WayDate first = way_date_new (WAY_PRECISION_MONTH, from, WAY_DATE_EXACT);
  g_autofree char *words = NULL;
  g_autofree char *range = NULL;

  if (to == WAY_DAY_NONE)
    {
      words = way_text_date (first);
      range = g_strdup_printf (C_ ("date", "from %s"), words);
    }
  else
    range = way_text_range (first, way_date_new (WAY_PRECISION_MONTH, to, WAY_DATE_EXACT));

  return way_sheet_join (_ ("Agenda"), range);
}

WayPages *
way_agenda_new (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  WayYmd today = way_day_to_ymd (options->setup.today);
  gboolean has_overdue = options->timeline.from == WAY_DAY_NONE;
  WayDay from
      = has_overdue ? way_day_from_ymd (today.year, today.month, 1) : options->timeline.from;
  g_autofree char *subtitle = make_subtitle (from, options->timeline.to);
  g_autoptr (WayFlowPages) pages = NULL;
  g_autoptr (GHashTable) links = NULL;
  g_autoptr (GArray) events = NULL;
  Agenda self = { plan, options, way_style_get (options->setup.theme), NULL, NULL, from };

  if (!way_sheet_check (plan, options, error))
    return NULL;

  pages = way_sheet_new (plan, options, subtitle, error);
  if (pages == NULL)
    return NULL;

  self.flow = way_sheet_new_flow (pages, 0);
  self.links = links = way_page_links_new (plan);
  events = way_events_new (plan, options);
  if (has_overdue)
    add_overdue (&self, events);
  add_months (&self, events, has_overdue);
  add_undated (&self);
  if (way_flow_get_n_blocks (self.flow) == 0)
    add_nothing (&self);

  way_flow_pages_add (pages, self.flow, 0, WAY_SHEET_TOP);

  return way_sheet_finish (g_steal_pointer (&pages), error);
}
