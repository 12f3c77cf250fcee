/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan on one page: which list gets how much room.
 */
#include "config.h"

#include "way-summary.h"

#include "way-events.h"
#include "way-item-text.h"
#include "way-sheet.h"
#include "way-summary-entries.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Points */
#define GUTTER 28.0
#define LEFT_SHARE 0.55 /* of the width, for goals and people */
#define SECTION_GAP 20.0
#define HEADING_HEIGHT 18.0
#define MORE_HEIGHT 18.0
#define STRIP_GAP 16.0
#define STRIP_LINE 30.0
#define STRIP_HEIGHT 44.0
#define DOT 3.6
#define DOT_STEP 4.6
#define MAX_DOTS 5 /* above one another */
#define N_MONTHS 12
#define MAX_LISTS 2 /* in a column */

typedef struct
{
  WaySummaryList *lists;
  guint n_lists;
  double height; /* of the column, infinite for as much as it takes */
} Column;

/* The year at a glance: a line of months with a dot for all that happens */

static WayRgba
get_dot_colour (const WayEvent *event, const WayStyle *style)
{
  switch (way_record_get_kind (event->record))
    {
    case WAY_KIND_MILESTONE:
      return style->categories[way_record_get_choice (event->record, WAY_MILESTONE_CATEGORY)]
          .stroke;
    case WAY_KIND_CREDENTIAL:
      return style->expiry;
    case WAY_KIND_REVIEW:
      return style->review;
    default:
      return style->text;
    }
}

static void
add_months (WayFlow *flow, WayDay from, double day_width)
{
  const WayStyle *style = way_flow_get_style (flow);
  WayYmd ymd = way_day_to_ymd (from);
  WayDay first = way_day_from_ymd (ymd.year, ymd.month, 1);

  for (int i = 0; i <= N_MONTHS; i++)
    {
      WayDay day = way_day_add_months (first, i);
      double x = MAX (0, (day - from) * day_width);
      double end
          = MIN (way_flow_get_width (flow), (way_day_add_months (first, i + 1) - from) * day_width);
      g_autofree char *month = way_text_month (way_day_to_ymd (day).month, FALSE);

      if (i > 0)
        way_flow_add_stripe (flow, &(WayRect){ x, STRIP_LINE - 2, 0.6, 4 }, style->dim_text);
      if (end - x > way_flow_get_width (flow) / N_MONTHS / 2)
        way_flow_add_text (flow, &(WayFlowText){ .text = month,
                                                 .font = WAY_FLOW_FONT_SMALL,
                                                 .colour = style->dim_text,
                                                 .x = x + 3,
                                                 .width = end - x - 3,
                                                 .baseline = STRIP_LINE + 11,
                                                 .max_lines = 1 });
    }
}

static WayFlow *
make_strip (WayFlowPages *pages, const WaySummaryList *months, WayDay from)
{
  WayFlow *flow = way_sheet_new_flow (pages, 0);
  const WayStyle *style = way_flow_get_style (flow);
  double width = way_flow_get_width (flow);
  double day_width = width / (way_day_add_months (from, N_MONTHS) - from);
  g_autofree guint *heights = g_new0 (guint, (gsize)(width / DOT_STEP) + 1);

  way_flow_begin (flow, WAY_FLOW_ROW, 0);
  way_flow_add_rule (flow, 0, width, STRIP_LINE, style->dim_text);
  add_months (flow, from, day_width);

  for (guint i = 0; i < months->entries->len; i++)
    {
      const WayEvent *event = months->entries->pdata[i];
      guint place = event->day > from ? (guint)((event->day - from) * day_width / DOT_STEP) : 0;

      if (way_event_is_overdue (event, months->options->setup.today)
          || heights[place]++ >= MAX_DOTS)
        continue;

      way_flow_add_stripe (
          flow,
          &(WayRect){ place * DOT_STEP, STRIP_LINE - 2.5 - heights[place] * DOT_STEP, DOT, DOT },
          get_dot_colour (event, style));
    }

  way_flow_end (flow, WAY_FLOW_LOOSE);

  return flow;
}

/* Lists */

static void
add_heading (WayFlow *flow, const char *title)
{
  const WayStyle *style = way_flow_get_style (flow);
  double width = way_flow_get_width (flow);

  way_flow_begin (flow, WAY_FLOW_HEADING, SECTION_GAP);
  way_flow_add_text (flow, &(WayFlowText){ .text = title,
                                           .font = WAY_FLOW_FONT_SUBHEADING,
                                           .colour = style->text,
                                           .width = width,
                                           .baseline = 10,
                                           .max_lines = 1 });
  way_flow_add_rule (flow, 0, width, HEADING_HEIGHT - 2, style->line);
  way_flow_end (flow, WAY_FLOW_KEEP);
}

static void
add_small (WayFlow *flow, const char *text)
{
  way_flow_begin (flow, WAY_FLOW_ROW, WAY_SUMMARY_GAP);
  way_flow_add_text (flow, &(WayFlowText){ .text = text,
                                           .font = WAY_FLOW_FONT_SMALL,
                                           .colour = way_flow_get_style (flow)->dim_text,
                                           .width = way_flow_get_width (flow),
                                           .baseline = 8,
                                           .max_lines = 1 });
  way_flow_end (flow, WAY_FLOW_LOOSE);
}

static void
add_more (WayFlow *flow, guint n_more)
{
  g_autofree char *text = g_strdup_printf (
      /* Translators: below a list that there was no room for more of */
      g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n_more), n_more);

  add_small (flow, text);
}

static void
add_list (WayFlow *flow, const WaySummaryList *list, guint n_shown)
{
  add_heading (flow, list->title);

  for (guint i = 0; i < n_shown; i++)
    list->add (list, flow, i);

  if (n_shown < list->n_all)
    add_more (flow, list->n_all - n_shown);
}

/* The height of the first entries below a heading, as many as @limit leaves room for */
static double
measure_entries (WayFlow *scratch, const WaySummaryList *list, double limit, guint *n_entries)
{
  double height = 0;

  way_flow_truncate (scratch, 0);
  add_heading (scratch, list->title);

  for (*n_entries = 0; *n_entries < list->entries->len; (*n_entries)++)
    {
      guint first = way_flow_get_n_blocks (scratch);
      double entry;

      list->add (list, scratch, *n_entries);
      entry = way_flow_measure (scratch, first);
      if (height + entry > limit)
        break;

      height += entry;
    }

  way_flow_truncate (scratch, 0);

  return height;
}

/* Fits the lists into a column: those that need less than their share leave the rest to the others
 */
static void
share_out (WayFlow *scratch, const Column *column, guint *n_shown)
{
  double left
      = column->height - column->n_lists * HEADING_HEIGHT - (column->n_lists - 1) * SECTION_GAP;
  gboolean is_settled[MAX_LISTS] = { FALSE }, has_settled = TRUE;
  guint weight = 0;

  for (guint i = 0; i < column->n_lists; i++)
    weight += column->lists[i].weight;

  while (has_settled)
    {
      double share = left / MAX (1, weight);

      has_settled = FALSE;
      for (guint i = 0; i < column->n_lists; i++)
        {
          const WaySummaryList *list = &column->lists[i];
          double height;

          if (is_settled[i])
            continue;

          height = measure_entries (scratch, list, share * list->weight, &n_shown[i]);
          if (n_shown[i] < list->n_all)
            continue;

          is_settled[i] = has_settled = TRUE;
          left -= height;
          weight -= list->weight;
        }
    }

  for (guint i = 0; i < column->n_lists; i++)
    if (!is_settled[i])
      measure_entries (scratch, &column->lists[i],
                       left / weight * column->lists[i].weight - MORE_HEIGHT, &n_shown[i]);
}

static WayFlow *
fill_column (WayFlowPages *pages, const Column *column, double width)
{
  WayFlow *flow = way_sheet_new_flow (pages, width);
  guint n_shown[MAX_LISTS] = { 0 };

  if (column->n_lists > 0)
    share_out (flow, column, n_shown);

  for (guint i = 0; i < column->n_lists; i++)
    add_list (flow, &column->lists[i], n_shown[i]);

  return flow;
}

static void
drop_empty (Column *column)
{
  guint n_kept = 0;

  for (guint i = 0; i < column->n_lists; i++)
    if (column->lists[i].n_all > 0)
      column->lists[n_kept++] = column->lists[i];
    else
      way_summary_list_clear (&column->lists[i]);

  column->n_lists = n_kept;
}

static void
clear_column (Column *column)
{
  for (guint i = 0; i < column->n_lists; i++)
    way_summary_list_clear (&column->lists[i]);
}

/* Where not all goals fit, the main ones are worth more than parts of the first */
static void
choose_goals (WayFlowPages *pages, WaySummaryList *goals, double height, double width)
{
  g_autoptr (WayFlow) scratch = way_sheet_new_flow (pages, width);
  guint n_entries;

  measure_entries (scratch, goals, height * 0.75, &n_entries);
  if (n_entries < goals->n_all)
    way_summary_keep_roots (goals);
}

static void
fill_page (WayFlowPages *pages, WayPlan *plan, const WayPrintOptions *options)
{
  WayRect body = way_page_frame_get_body (way_pages_get_frame (WAY_PAGES (pages)));
  WayDay from
      = options->timeline.from != WAY_DAY_NONE ? options->timeline.from : options->setup.today;
  double top = WAY_SHEET_TOP + STRIP_HEIGHT + STRIP_GAP;
  double height = body.height > 0 ? body.height - top : G_MAXDOUBLE;
  double left_width = round ((body.width - GUTTER) * LEFT_SHARE);
  double right_width = body.width - GUTTER - left_width;
  WaySummaryList left_lists[]
      = { way_summary_get_goals (plan, options), way_summary_get_people (plan, options) };
  WaySummaryList right_lists[] = { way_summary_get_months (plan, options, from),
                                   way_summary_get_credentials (plan, options) };
  Column left = { left_lists, G_N_ELEMENTS (left_lists), height };
  Column right = { right_lists, G_N_ELEMENTS (right_lists), height };
  WayFlow *flow;

  way_flow_pages_add (pages, make_strip (pages, &right_lists[0], from), 0, WAY_SHEET_TOP);
  choose_goals (pages, &left_lists[0], height, left_width);
  drop_empty (&left);
  drop_empty (&right);

  flow = fill_column (pages, &left, left_width);
  if (left.n_lists + right.n_lists == 0)
    add_small (flow, _ ("There is nothing in the plan yet."));
  way_flow_pages_add (pages, flow, 0, top);
  way_flow_pages_add (pages, fill_column (pages, &right, right_width), left_width + GUTTER, top);

  clear_column (&left);
  clear_column (&right);
}

WayPages *
way_summary_new (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  g_autofree char *today = way_text_date (way_date_from_day (options->setup.today));
  g_autofree char *subtitle = way_sheet_join (_ ("Plan on a page"), today);
  g_autoptr (WayFlowPages) pages = NULL;

  if (!way_sheet_check (plan, options, error))
    return NULL;

  pages = way_sheet_new (plan, options, subtitle, error);
  if (pages == NULL)
    return NULL;

  fill_page (pages, plan, options);

  return way_sheet_finish (g_steal_pointer (&pages), error);
}
