/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The credentials of a plan as those who audit them ask for.
 */
#include "config.h"

#include "way-credential-record.h"

#include "way-credential-tally.h"
#include "way-item-text.h"
#include "way-page-link.h"
#include "way-sheet.h"

#include <glib/gi18n-lib.h>

/* Points */
#define SECTION_GAP 26.0
#define ROW_GAP 5.0
#define BASELINE 9.0
#define DETAIL 10.5 /* from a title's baseline to that of the line below it */
#define WIDE 440.0  /* of the body: from here on types have a column of their own */
#define DATE_WIDTH 80.0
#define TYPE_WIDTH 66.0
#define NUMBER_WIDTH 38.0
#define PARTICIPATORY_WIDTH 58.0
#define EVIDENCE_WIDTH 42.0
#define COLUMN_GAP 10.0
#define EVIDENCE_X 20.0 /* of its text, beside its number */
#define FACT_GAP 14.0
#define MAX_TITLE_LINES 4

/* Where the columns of activities stand */
typedef struct
{
  double title_width;
  double type; /* 0 where types have none */
  double hours;
  double credits;
  double participatory;
  double evidence;
} Columns;

typedef struct
{
  WayPlan *plan;
  const WayPrintOptions *options;
  const WayStyle *style;
  WayFlow *flow;
  double width;
  Columns columns;
} Record;

static Columns
get_columns (double width)
{
  Columns columns = { 0 };
  double right;

  columns.evidence = width - EVIDENCE_WIDTH;
  columns.participatory = columns.evidence - PARTICIPATORY_WIDTH;
  columns.credits = columns.participatory - COLUMN_GAP - NUMBER_WIDTH;
  columns.hours = right = columns.credits - NUMBER_WIDTH;
  if (width >= WIDE)
    columns.type = right = columns.hours - TYPE_WIDTH;
  columns.title_width = right - COLUMN_GAP - DATE_WIDTH;

  return columns;
}

static double
add_text (Record *self, const char *text, WayFlowFont font, WayRgba colour, double x, double width,
          double baseline)
{
  return way_flow_add_text (self->flow, &(WayFlowText){ .text = text,
                                                        .font = font,
                                                        .colour = colour,
                                                        .x = x,
                                                        .width = width,
                                                        .baseline = baseline,
                                                        .max_lines = MAX_TITLE_LINES });
}

static void
add_number (Record *self, gint64 hundredths, WayFlowFont font, double x, double baseline)
{
  g_autofree char *number = way_tally_format (hundredths);

  way_flow_add_text (self->flow, &(WayFlowText){ .text = number,
                                                 .font = font,
                                                 .colour = self->style->text,
                                                 .align = WAY_FLOW_END,
                                                 .x = x,
                                                 .width = NUMBER_WIDTH,
                                                 .baseline = baseline,
                                                 .max_lines = 1 });
}

/* What a credential is */

static void
add_heading (Record *self, const char *title)
{
  way_flow_end_section (self->flow);
  way_flow_begin (self->flow, WAY_FLOW_HEADING, SECTION_GAP);
  way_flow_add_bookmark (self->flow, title, 0);
  way_flow_add_rule (
      self->flow, 0, self->width,
      6 + add_text (self, title, WAY_FLOW_FONT_HEADING, self->style->text, 0, self->width, 12),
      self->style->line);
  way_flow_end (self->flow, WAY_FLOW_KEEP);
}

typedef struct
{
  const char *label;
  char *value;  /* owned */
  char *detail; /* owned, nullable */
} Fact;

static void
add_fact (GArray *facts, const char *label, char *value, char *detail)
{
  Fact fact = { label, value, detail };

  if (value != NULL)
    g_array_append_val (facts, fact);
}

static const char *
get_label (WayField field)
{
  return g_dgettext (GETTEXT_PACKAGE, way_schema_get_field (field)->label);
}

static char *
get_date (const WayRecord *record, WayField field)
{
  WayDate date = way_record_get_date (record, field);

  return date != WAY_DATE_NONE ? way_text_date (date) : NULL;
}

/* "6 months left" */
static char *
get_time_left (const Record *self, const WayRecord *credential)
{
  WayDate expires = way_record_get_date (credential, WAY_CREDENTIAL_EXPIRES);

  return expires != WAY_DATE_NONE ? way_sheet_get_expiry (expires, self->options->setup.today, NULL)
                                  : NULL;
}

static char *
get_renewal (const WayRecord *credential)
{
  int months = way_record_get_integer (credential, WAY_CREDENTIAL_RENEWAL);

  if (months == 0)
    return NULL;

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "every %d month", "every %d months", months), months);
}

static void
fact_clear (gpointer data)
{
  Fact *fact = data;

  g_free (fact->value);
  g_free (fact->detail);
}

static GArray *
get_facts (const Record *self, const WayRecord *credential)
{
  static const WayField texts[]
      = { WAY_CREDENTIAL_ISSUER, WAY_CREDENTIAL_JURISDICTION, WAY_CREDENTIAL_NUMBER };
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (Fact));

  g_array_set_clear_func (facts, fact_clear);
  add_fact (facts, get_label (WAY_CREDENTIAL_KIND),
            g_strdup (way_sheet_get_choice (credential, WAY_CREDENTIAL_KIND)), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (self->options->has_private_notes
        || way_schema_get_field (texts[i])->privacy != WAY_PRIVACY_PRIVATE)
      add_fact (facts, get_label (texts[i]), g_strdup (way_record_get_text (credential, texts[i])),
                NULL);

  add_fact (facts, get_label (WAY_CREDENTIAL_ISSUED), get_date (credential, WAY_CREDENTIAL_ISSUED),
            NULL);
  add_fact (facts, get_label (WAY_CREDENTIAL_EXPIRES),
            get_date (credential, WAY_CREDENTIAL_EXPIRES), get_time_left (self, credential));
  add_fact (facts, get_label (WAY_CREDENTIAL_RENEWAL), get_renewal (credential), NULL);

  return facts;
}

static void
add_facts (Record *self, const WayRecord *credential)
{
  g_autoptr (GArray) facts = get_facts (self, credential);
  guint n_columns = self->width >= WIDE ? 4 : 2;
  double width = (self->width - (n_columns - 1) * FACT_GAP) / n_columns;

  for (guint i = 0; i < facts->len; i++)
    {
      const Fact *fact = &g_array_index (facts, Fact, i);
      double x = i % n_columns * (width + FACT_GAP), baseline;

      if (i % n_columns == 0)
        way_flow_begin (self->flow, WAY_FLOW_ROW, i == 0 ? 7 : 6);
      add_text (self, fact->label, WAY_FLOW_FONT_SMALL, self->style->dim_text, x, width, 8);
      baseline
          = add_text (self, fact->value, WAY_FLOW_FONT_BODY, self->style->text, x, width, 19.5);
      if (fact->detail != NULL)
        add_text (self, fact->detail, WAY_FLOW_FONT_SMALL, self->style->dim_text, x, width,
                  baseline + DETAIL);
      if (i % n_columns == n_columns - 1 || i + 1 == facts->len)
        way_flow_end (self->flow, WAY_FLOW_KEEP);
    }
}

/* Columns */

static void
add_column_names (Record *self, double baseline)
{
  const Columns *columns = &self->columns;
  const struct
  {
    const char *name;
    double x;
    double width;
    WayFlowAlign align;
  } names[] = {
    { get_label (WAY_ACTIVITY_DATE), 0, DATE_WIDTH, WAY_FLOW_START },
    { _ ("Activity"), DATE_WIDTH, columns->title_width, WAY_FLOW_START },
    { get_label (WAY_ACTIVITY_TYPE), columns->type, TYPE_WIDTH, WAY_FLOW_START },
    { get_label (WAY_ACTIVITY_HOURS), columns->hours, NUMBER_WIDTH, WAY_FLOW_END },
    { get_label (WAY_ACTIVITY_CREDITS), columns->credits, NUMBER_WIDTH, WAY_FLOW_END },
    { get_label (WAY_ACTIVITY_PARTICIPATORY), columns->participatory, PARTICIPATORY_WIDTH - 4,
      WAY_FLOW_START },
    { _ ("Evidence"), columns->evidence, EVIDENCE_WIDTH, WAY_FLOW_START },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (i != 2 || columns->type > 0)
      way_flow_add_text (self->flow, &(WayFlowText){ .text = names[i].name,
                                                     .font = WAY_FLOW_FONT_SMALL,
                                                     .colour = self->style->dim_text,
                                                     .align = names[i].align,
                                                     .x = names[i].x,
                                                     .width = names[i].width,
                                                     .baseline = baseline,
                                                     .max_lines = 1 });

  way_flow_add_rule (self->flow, 0, self->width, baseline + 5, self->style->line);
}

/* What stands at the top of a page onto which a credential continues */
static void
add_again (Record *self, const char *title, gboolean has_columns)
{
  g_autofree char *again = g_strdup_printf (_ ("%s, continued"), title);
  double baseline = 8;

  way_flow_begin (self->flow, WAY_FLOW_TABLE_HEAD, 0);
  way_flow_add_text (self->flow, &(WayFlowText){ .text = again,
                                                 .font = WAY_FLOW_FONT_SMALL_STRONG,
                                                 .colour = self->style->dim_text,
                                                 .width = self->width,
                                                 .baseline = baseline,
                                                 .max_lines = 1 });
  if (has_columns)
    add_column_names (self, baseline + 16);
  else
    way_flow_add_rule (self->flow, 0, self->width, baseline + 5, self->style->line);
  way_flow_end (self->flow, WAY_FLOW_AGAIN);
}

/* Evidence */

static void
append_links (WayPlan *plan, const WayRecord *record, GPtrArray *links)
{
  g_autoptr (GPtrArray) found
      = way_plan_get_referrers (plan, way_record_get_id (record), WAY_LINK_OF);

  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (links, found->pdata[i]);
}

/* Of the credential, and of each of its activities, in the order of the table */
static GPtrArray *
get_links (WayPlan *plan, const WayRecord *credential, const WayTally *tally)
{
  GPtrArray *links = g_ptr_array_new ();

  if (credential != NULL)
    append_links (plan, credential, links);

  for (guint i = 0; i < tally->activities->len; i++)
    append_links (plan, tally->activities->pdata[i], links);

  return links;
}

static void
add_address (Record *self, const char *address)
{
  gboolean is_safe = way_page_link_is_safe (address);

  way_flow_add_prose (self->flow,
                      &(WayFlowText){ .text = address,
                                      .font = WAY_FLOW_FONT_SMALL,
                                      .colour = is_safe ? self->style->accent : self->style->text,
                                      .x = EVIDENCE_X,
                                      .width = self->width - EVIDENCE_X,
                                      .address = is_safe ? address : NULL },
                      1);
}

static void
add_link (Record *self, const WayRecord *link, guint number)
{
  const char *title = way_record_get_text (link, WAY_LINK_TITLE);
  const char *address = way_record_get_text (link, WAY_LINK_URI);
  const char *hash = way_record_get_text (link, WAY_LINK_SHA256);
  const WayRecord *of = way_plan_lookup (self->plan, way_record_get_ref (link, WAY_LINK_OF));
  g_autofree char *called = way_text_title (of);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  double width = self->width - EVIDENCE_X, baseline;

  way_flow_begin (self->flow, WAY_FLOW_ROW, ROW_GAP);
  add_text (self, digits, WAY_FLOW_FONT_SMALL_STRONG, self->style->text, 0, EVIDENCE_X, BASELINE);
  baseline = add_text (self, title != NULL ? title : called, WAY_FLOW_FONT_SMALL_STRONG,
                       self->style->text, EVIDENCE_X, width, BASELINE);
  if (title != NULL)
    baseline = add_text (self, called, WAY_FLOW_FONT_SMALL, self->style->dim_text, EVIDENCE_X,
                         width, baseline + DETAIL);
  if (hash != NULL)
    {
      g_autofree char *named = g_strconcat ("SHA-256  ", hash, NULL);

      add_text (self, named, WAY_FLOW_FONT_MONOSPACE, self->style->text, EVIDENCE_X, width,
                baseline + DETAIL);
    }
  way_flow_end (self->flow, address != NULL ? WAY_FLOW_KEEP : WAY_FLOW_LOOSE);

  if (address != NULL)
    add_address (self, address);
}

static void
add_evidence (Record *self, const char *title, GPtrArray *links)
{
  if (links->len == 0)
    return;

  way_flow_end_section (self->flow);
  way_flow_begin (self->flow, WAY_FLOW_HEADING, 14);
  add_text (self, _ ("Evidence"), WAY_FLOW_FONT_STRONG, self->style->text, 0, self->width,
            BASELINE);
  way_flow_end (self->flow, WAY_FLOW_KEEP);
  add_again (self, title, FALSE);

  for (guint i = 0; i < links->len; i++)
    add_link (self, links->pdata[i], i + 1);
}

/* Activities */

/* "1, 2" where the first two pieces of evidence are the activity's: those of one stand together,
 * and those of activities in the order of the table, so that @next goes through all of them once */
static char *
get_evidence (const WayRecord *activity, GPtrArray *links, guint *next)
{
  GString *numbers = g_string_new (NULL);

  for (; *next < links->len
         && way_id_equal (way_record_get_ref (links->pdata[*next], WAY_LINK_OF),
                          way_record_get_id (activity));
       (*next)++)
    g_string_append_printf (numbers, "%s%u", numbers->len > 0 ? ", " : "", *next + 1);

  return g_string_free (numbers, FALSE);
}

/* "Employer · yearly" */
static char *
get_details (const Record *self, const WayRecord *activity, const WayId *credential)
{
  g_autofree char *categories = way_tally_get_categories (activity, credential);
  g_autofree char *details
      = way_sheet_join (way_record_get_text (activity, WAY_ACTIVITY_PROVIDER), categories);

  if (self->columns.type > 0)
    return g_steal_pointer (&details);

  return way_sheet_join (way_sheet_get_choice (activity, WAY_ACTIVITY_TYPE), details);
}

static void
add_reflection (Record *self, const WayRecord *activity)
{
  const char *reflection = way_record_get_text (activity, WAY_ACTIVITY_REFLECTION);

  if (self->options->has_private_notes && reflection != NULL)
    way_flow_add_prose (self->flow,
                        &(WayFlowText){ .text = reflection,
                                        .font = WAY_FLOW_FONT_SMALL,
                                        .colour = self->style->text,
                                        .align = WAY_FLOW_NATURAL,
                                        .x = DATE_WIDTH,
                                        .width = self->width - DATE_WIDTH },
                        1);
}

static void
add_activity (Record *self, const WayRecord *activity, const WayId *credential,
              const char *evidence)
{
  const Columns *columns = &self->columns;
  g_autofree char *date = get_date (activity, WAY_ACTIVITY_DATE);
  g_autofree char *title = way_text_title (activity);
  g_autofree char *details = get_details (self, activity, credential);
  WayRgba text = self->style->text, dim = self->style->dim_text;
  double baseline;

  way_flow_begin (self->flow, WAY_FLOW_ROW, ROW_GAP);
  if (date != NULL)
    add_text (self, date, WAY_FLOW_FONT_SMALL, text, 0, DATE_WIDTH - COLUMN_GAP, BASELINE);
  baseline = add_text (self, title, WAY_FLOW_FONT_BODY, text, DATE_WIDTH, columns->title_width,
                       BASELINE);
  if (*details != '\0')
    add_text (self, details, WAY_FLOW_FONT_SMALL, dim, DATE_WIDTH, columns->title_width,
              baseline + DETAIL);
  if (columns->type > 0)
    add_text (self, way_sheet_get_choice (activity, WAY_ACTIVITY_TYPE), WAY_FLOW_FONT_SMALL, text,
              columns->type, TYPE_WIDTH, BASELINE);
  if (way_record_has (activity, WAY_ACTIVITY_HOURS))
    add_number (self, way_record_get_decimal (activity, WAY_ACTIVITY_HOURS), WAY_FLOW_FONT_BODY,
                columns->hours, BASELINE);
  if (way_record_has (activity, WAY_ACTIVITY_CREDITS))
    add_number (self, way_record_get_decimal (activity, WAY_ACTIVITY_CREDITS), WAY_FLOW_FONT_BODY,
                columns->credits, BASELINE);
  if (way_record_get_flag (activity, WAY_ACTIVITY_PARTICIPATORY))
    add_text (self, C_ ("participatory", "yes"), WAY_FLOW_FONT_SMALL, text, columns->participatory,
              PARTICIPATORY_WIDTH, BASELINE);
  if (*evidence != '\0')
    add_text (self, evidence, WAY_FLOW_FONT_SMALL, text, columns->evidence, EVIDENCE_WIDTH,
              BASELINE);
  way_flow_end (self->flow, self->options->has_private_notes
                                    && way_record_has (activity, WAY_ACTIVITY_REFLECTION)
                                ? WAY_FLOW_KEEP
                                : WAY_FLOW_LOOSE);
  add_reflection (self, activity);
}

static void
add_sum (Record *self, const char *name, const WayTallySum *sum, WayFlowFont font, double gap,
         WayFlowFlags flags)
{
  way_flow_begin (self->flow, WAY_FLOW_ROW, gap);
  if (font == WAY_FLOW_FONT_STRONG)
    way_flow_add_rule (self->flow, 0, self->width, 0, self->style->line);
  add_text (self, name, font, self->style->text, DATE_WIDTH, self->columns.title_width,
            BASELINE + 3);
  add_number (self, sum->hours, font, self->columns.hours, BASELINE + 3);
  if (sum->credits > 0)
    add_number (self, sum->credits, font, self->columns.credits, BASELINE + 3);
  way_flow_end (self->flow, flags);
}

static void
add_sums (Record *self, const WayTally *tally)
{
  guint n_activities = tally->activities->len;
  gboolean has_categories = tally->categories->len > 1;
  g_autofree char *total = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Total of %u activity", "Total of %u activities", n_activities),
      n_activities);

  add_sum (self, total, &tally->total, WAY_FLOW_FONT_STRONG, ROW_GAP + 2, WAY_FLOW_KEEP);
  add_sum (self, _ ("of which participatory"), &tally->participatory, WAY_FLOW_FONT_SMALL, 0,
           has_categories ? WAY_FLOW_KEEP : WAY_FLOW_LOOSE);

  for (guint i = 0; has_categories && i < tally->categories->len; i++)
    {
      const WayTallySum *sum = &g_array_index (tally->categories, WayTallySum, i);

      add_sum (self, sum->name, sum, WAY_FLOW_FONT_SMALL, 0, WAY_FLOW_LOOSE);
    }
}

static guint
count_links (WayPlan *plan, const WayId *of)
{
  g_autoptr (GPtrArray) links = of != NULL ? way_plan_get_referrers (plan, of, WAY_LINK_OF) : NULL;

  return links != NULL ? links->len : 0;
}

static void
add_table (Record *self, const char *title, const WayTally *tally, const WayId *credential,
           GPtrArray *links)
{
  guint next = count_links (self->plan, credential);

  way_flow_begin (self->flow, WAY_FLOW_TABLE_HEAD, 12);
  add_column_names (self, 8);
  way_flow_end (self->flow, WAY_FLOW_KEEP);
  add_again (self, title, TRUE);

  for (guint i = 0; i < tally->activities->len; i++)
    {
      g_autofree char *evidence = get_evidence (tally->activities->pdata[i], links, &next);

      add_activity (self, tally->activities->pdata[i], credential, evidence);
    }

  add_sums (self, tally);
}

static void
add_remark (Record *self, const char *text)
{
  way_flow_begin (self->flow, WAY_FLOW_ROW, 10);
  add_text (self, text, WAY_FLOW_FONT_SMALL, self->style->dim_text, 0, self->width, BASELINE);
  way_flow_end (self->flow, WAY_FLOW_LOOSE);
}

static void
add_credential (Record *self, const WayRecord *credential)
{
  const WayPagerOptions *timeline = &self->options->timeline;
  const WayId *id = way_record_get_id (credential);
  g_autofree char *title = way_text_title (credential);
  g_autoptr (WayTally) tally = way_tally_new (self->plan, id, timeline->from, timeline->to);
  g_autoptr (GPtrArray) links = get_links (self->plan, credential, tally);

  add_heading (self, title);
  add_facts (self, credential);
  if (tally->activities->len > 0)
    add_table (self, title, tally, id, links);
  else
    add_remark (self, _ ("No activities count towards it."));
  add_evidence (self, title, links);
}

/* Those that expire first stand first */
static int
compare_credentials (gconstpointer a, gconstpointer b)
{
  const WayRecord *left = *(WayRecord *const *)a, *right = *(WayRecord *const *)b;
  int order = way_date_compare (way_record_get_date (left, WAY_CREDENTIAL_EXPIRES),
                                way_record_get_date (right, WAY_CREDENTIAL_EXPIRES));
  g_autofree char *left_title = NULL;
  g_autofree char *right_title = NULL;

  if (order != 0)
    return order;

  left_title = way_text_title (left);
  right_title = way_text_title (right);
  order = g_utf8_collate (left_title, right_title);

  return order != 0 ? order : way_record_compare (left, right);
}

static void
add_credentials (Record *self)
{
  g_autoptr (GPtrArray) credentials = g_ptr_array_new ();
  guint n_records;
  WayRecord *const *records = way_plan_get_records (self->plan, WAY_KIND_CREDENTIAL, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (way_sheet_has_credential (self->plan, self->options, way_record_get_id (records[i])))
      g_ptr_array_add (credentials, records[i]);

  g_ptr_array_sort (credentials, compare_credentials);

  for (guint i = 0; i < credentials->len; i++)
    add_credential (self, credentials->pdata[i]);
}

static void
add_loose_activities (Record *self)
{
  const WayPagerOptions *timeline = &self->options->timeline;
  const char *title = _ ("Activities that count towards no credential");
  g_autoptr (WayTally) tally = NULL;
  g_autoptr (GPtrArray) links = NULL;

  if (timeline->n_goals > 0)
    return;

  tally = way_tally_new (self->plan, NULL, timeline->from, timeline->to);
  if (tally->activities->len == 0)
    return;

  links = get_links (self->plan, NULL, tally);
  add_heading (self, title);
  add_table (self, title, tally, NULL, links);
  add_evidence (self, title, links);
}

static char *
make_subtitle (const WayPrintOptions *options)
{
  const WayPagerOptions *timeline = &options->timeline;
  WayDate from
      = timeline->from != WAY_DAY_NONE ? way_date_from_day (timeline->from) : WAY_DATE_NONE;
  WayDate to = timeline->to != WAY_DAY_NONE ? way_date_from_day (timeline->to) : WAY_DATE_NONE;
  g_autofree char *range = NULL;

  if (from == WAY_DATE_NONE && to == WAY_DATE_NONE)
    range = way_text_date (way_date_from_day (options->setup.today));
  else if (to == WAY_DATE_NONE)
    {
      g_autofree char *words = way_text_date (from);

      range = g_strdup_printf (C_ ("date", "from %s"), words);
    }
  else
    range = way_text_range (from, to);

  return way_sheet_join (_ ("Credential record"), range);
}

WayPages *
way_credential_record_new (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  g_autofree char *subtitle = make_subtitle (options);
  g_autoptr (WayFlowPages) pages = NULL;
  Record self = { plan, options, way_style_get (options->setup.theme) };

  if (!way_sheet_check (plan, options, error))
    return NULL;

  pages = way_sheet_new (plan, options, subtitle, error);
  if (pages == NULL)
    return NULL;

  self.flow = way_sheet_new_flow (pages, 0);
  self.width = way_flow_get_width (self.flow);
  self.columns = get_columns (self.width);
  add_credentials (&self);
  add_loose_activities (&self);
  if (way_flow_get_n_blocks (self.flow) == 0)
    add_remark (&self, _ ("The plan has no credentials and no activities."));

  way_flow_pages_add (pages, self.flow, 0, WAY_SHEET_TOP);

  return way_sheet_finish (g_steal_pointer (&pages), error);
}
