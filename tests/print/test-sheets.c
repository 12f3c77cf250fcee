/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Agenda, plan on a page and credential record, read back.
 */
#include "read-back.h"
#include "sample-plan.h"
#include "sheet-plan.h"
#include "way-flow-pages.h"
#include "way-random-plan.h"

#include <locale.h>

#define EDGE 0.01 /* points by which numbers may differ */

static WayPrintOptions
get_options (WayPrintKind kind)
{
  WayPrintOptions options = way_print_options_new ();

  options.kind = kind;
  options.landscape = FALSE;

  return options;
}

static char *
read_text (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (GBytes) pdf = render (plan, options);

  return ask ("pdftotext", "-layout", pdf);
}

static WayFlowPages *
make_pages (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (GError) error = NULL;
  WayPages *pages = way_print_make_pages (plan, options, &error);

  g_assert_no_error (error);

  return WAY_FLOW_PAGES (pages);
}

/* All blocks of all columns, a line each */
static char *
dump (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (WayFlowPages) pages = make_pages (plan, options);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < way_flow_pages_get_n_flows (pages); i++)
    {
      g_autofree char *own = way_flow_dump (way_flow_pages_get_flow (pages, i));

      g_string_append (text, own);
    }

  return g_string_free (text, FALSE);
}

static guint
count (const char *text, const char *part)
{
  guint n_found = 0;

  for (const char *c = strstr (text, part); c != NULL; c = strstr (c + strlen (part), part))
    n_found++;

  return n_found;
}

static void
assert_in_order (const char *text, const char *const *parts)
{
  const char *last = text;

  for (; *parts != NULL; parts++)
    {
      const char *found = strstr (last, *parts);

      if (found == NULL)
        g_error ("no “%s” after:\n%.200s\n– in:\n%s", *parts, last, text);
      last = found + strlen (*parts);
    }
}

/* Names the first line that differs */
static void
assert_same_lines (const char *text, const char *golden)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (golden, "\n", -1);

  for (guint i = 0; lines[i] != NULL && wanted[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, wanted[i]);

  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (wanted));
}

/* Set WAYMARK_UPDATE_GOLDEN=1 to write the files anew, then read the difference before keeping it
 */
static void
assert_golden (WayPrintKind kind, const char *name)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (kind);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "sheets", name, NULL);
  g_autofree char *text = NULL;
  g_autofree char *golden = NULL;
  g_autoptr (GError) error = NULL;

  /* a picture has room for all, so that it does not depend on the machine's fonts what it says */
  options.format = WAY_RENDER_SVG;
  text = dump (plan, &options);
  if (g_getenv ("WAYMARK_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, text, -1, &error);

  g_assert_no_error (error);
  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  assert_same_lines (text, golden);
}

static void
test_sheets_say_what_the_plan_says (void)
{
  assert_golden (WAY_PRINT_AGENDA, "agenda.txt");
  assert_golden (WAY_PRINT_SUMMARY, "summary.txt");
  assert_golden (WAY_PRINT_CREDENTIALS, "credentials.txt");
}

static void
test_agenda_goes_month_by_month (void)
{
  static const char *const wanted[] = { "Overdue",
                                        "Long overdue",
                                        "December 2026",
                                        "Sat 12",
                                        "Leeds",
                                        "Bring the plan.",
                                        "January 2027",
                                        "February 2027",
                                        "March 2027",
                                        "A quiet goal",
                                        "June 2027",
                                        "Two weeks off",
                                        "October 2027",
                                        "Sit the CCRN",
                                        "Without a date",
                                        "Some day: Antarctica",
                                        NULL };
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (WAY_PRINT_AGENDA);
  g_autofree char *text = read_text (plan, &options);

  assert_in_order (text, wanted);

  /* one date is one line, two dates are two, what was dropped is none */
  g_assert_cmpuint (count (text, "Sit the CCRN"), ==, 1);
  g_assert_cmpuint (count (text, "Two weeks off"), ==, 1);
  g_assert_cmpuint (count (text, "CCRN review course"), ==, 2);
  g_assert_cmpuint (count (text, "Bring the plan."), ==, 1);
  g_assert_cmpuint (count (text, "Aptitude test"), ==, 0);
}

static void
test_agenda_has_boxes_to_tick (void)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (WAY_PRINT_AGENDA);
  g_autofree char *text = dump (plan, &options);

  g_assert_nonnull (strstr (text, "row [x] | Wed 10 | Renew ACLS"));
  g_assert_nonnull (strstr (text, "row [ ] | Sat 12 | Meet the mentor"));
  g_assert_cmpuint (count (text, "row [x]") + count (text, "row [ ]"), ==, count (text, "row "));
}

static void
test_agenda_keeps_to_range_and_goal (void)
{
  const WayId icu = sample_id ("icu");
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (WAY_PRINT_AGENDA);
  g_autofree char *text = NULL;

  options.timeline.from = way_day_from_ymd (2027, 3, 1);
  options.timeline.to = way_day_from_ymd (2027, 8, 31);
  options.timeline.goals = &icu;
  options.timeline.n_goals = 1;
  text = dump (plan, &options);

  g_assert_nonnull (strstr (text, "CCRN review course"));
  g_assert_null (strstr (text, "Overdue"));
  g_assert_null (strstr (text, "Sit the CCRN"));
  g_assert_null (strstr (text, "A quiet goal"));
  g_assert_null (strstr (text, "Two weeks off"));
  g_assert_null (strstr (text, "Antarctica"));
  g_assert_null (strstr (text, "NMC registration"));
  g_assert_null (strstr (text, "Review of"));
}

static void
test_private_notes_are_left_out_unless_wanted (void)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  g_autoptr (GString) all = g_string_new (NULL);

  for (WayPrintKind kind = WAY_PRINT_TIMELINE; kind < WAY_N_PRINT_KINDS; kind++)
    {
      WayPrintOptions options = get_options (kind);
      g_autofree char *text = read_text (plan, &options);
      g_autofree char *more = NULL;

      for (guint i = 0; sheet_plan_secrets[i] != NULL; i++)
        g_assert_null (strstr (text, sheet_plan_secrets[i]));

      options.has_private_notes = TRUE;
      more = read_text (plan, &options);
      g_string_append (all, more);
    }

  for (guint i = 0; sheet_plan_secrets[i] != NULL; i++)
    if (strstr (all->str, sheet_plan_secrets[i]) == NULL)
      g_error ("no “%s” in:\n%s", sheet_plan_secrets[i], all->str);
}

/* Hours are whole, so that nobody has to know how fractions are written */
static void
test_record_adds_up (void)
{
  for (guint32 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (WayPlan) plan = sample_plan_new ();
      WayPrintOptions options = get_options (WAY_PRINT_CREDENTIALS);
      int hours = 0, participatory = 0, n_activities = g_rand_int_range (rand, 2, 60);
      g_autofree char *wanted = NULL;
      g_autofree char *with_others = NULL;
      g_autofree char *text = NULL;

      for (int i = 0; i < n_activities; i++)
        {
          g_autofree char *name = g_strdup_printf ("Activity %d", i);
          int own = g_rand_int_range (rand, 0, 100) * 2;
          gboolean is_participatory = g_rand_boolean (rand);

          add_activity (plan, name, "2026-03-03", own * 100, is_participatory, "ACLS",
                        g_rand_boolean (rand) ? "ACLS" : NULL);
          hours += own;
          participatory += is_participatory ? own : 0;
        }

      text = dump (plan, &options);
      wanted = g_strdup_printf ("| Total of %d activities | %d | %d\n", n_activities, hours,
                                hours / 2);
      with_others = g_strdup_printf ("| of which participatory | %d | %d\n", participatory,
                                     participatory / 2);
      g_test_message ("seed %u: %s %s", seed, wanted, with_others);
      g_assert_nonnull (strstr (text, wanted));
      g_assert_true (participatory == 0 || strstr (text, with_others) != NULL);
    }
}

static void
test_record_has_evidence (void)
{
  static const char *const wanted[]
      = { "NMC registration",
          "England",
          "31 May 2027",
          "Journal club",
          "Sepsis study day",
          "Evidence",
          "file:///home/me/club.pdf",
          "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          "https://example.org/sepsis.pdf",
          "Activities that count towards no credential",
          "First aid at the school",
          NULL };
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (WAY_PRINT_CREDENTIALS);
  g_autoptr (GBytes) pdf = render (plan, &options);
  g_autofree char *bytes = g_malloc (g_bytes_get_size (pdf) + 1);
  g_autofree char *text = ask ("pdftotext", "-layout", pdf);

  /* pages are compressed, links are not */
  for (gsize i = 0; i <= g_bytes_get_size (pdf); i++)
    {
      const char *data = g_bytes_get_data (pdf, NULL);

      bytes[i] = i == g_bytes_get_size (pdf) ? '\0' : data[i] == '\0' ? ' ' : data[i];
    }
  g_assert_nonnull (strstr (bytes, "(https://example.org/sepsis.pdf)"));
  g_assert_null (strstr (bytes, "file:"));

  if (text != NULL)
    assert_in_order (text, wanted);
}

static void
test_record_keeps_to_the_range (void)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (WAY_PRINT_CREDENTIALS);
  g_autofree char *text = NULL;

  options.timeline.from = way_day_from_ymd (2026, 2, 1);
  options.timeline.to = way_day_from_ymd (2026, 4, 30);
  text = dump (plan, &options);
  g_assert_nonnull (strstr (text, "| Total of 1 activity | 6.5 | 3.25"));
  g_assert_null (strstr (text, "Journal club"));
  g_assert_null (strstr (text, "First aid"));
}

static void
add_much (WayPlan *plan, guint n_people)
{
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *name = g_strdup_printf ("person %u", i);

      ADD (plan, WAY_KIND_PERSON, name, { WAY_PERSON_NAME, name });
      name[0] = 'c';
      ADD (plan, WAY_KIND_CREDENTIAL, name, { WAY_CREDENTIAL_NAME, name },
           { WAY_CREDENTIAL_EXPIRES, "2027-07-07" });
    }
}

/* Whatever is not shown is counted: the rows below a heading and what "and 7 more" says */
static guint
count_people (const char *text)
{
  const char *list = strstr (text, "heading | People");
  const char *end, *more;
  guint n_people = 0;

  if (list == NULL)
    return 0;

  end = strstr (list + 1, "heading |");
  for (const char *row = strstr (list, "\nrow | person"); row != NULL && (end == NULL || row < end);
       row = strstr (row + 1, "\nrow | person"))
    n_people++;

  more = strstr (list, "| and ");
  if (more != NULL && (end == NULL || more < end))
    n_people += (guint)g_ascii_strtoull (more + strlen ("| and "), NULL, 10);

  return n_people;
}

static void
test_summary_is_one_page (void)
{
  static const guint sizes[][3] = { { 0, 0, 0 },     { 1, 10, 0 },     { 4, 10, 3 },
                                    { 40, 100, 50 }, { 300, 3000, 9 }, { 2, 3000, 400 } };
  static const WayPaper papers[] = { WAY_PAPER_A5, WAY_PAPER_A4, WAY_PAPER_LETTER };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (WayPlan) plan = sample_plan_new_random (i, sizes[i][0], sizes[i][1], 0);

      add_much (plan, sizes[i][2]);
      for (guint k = 0; k < G_N_ELEMENTS (papers) * 2; k++)
        {
          WayPrintOptions options = get_options (WAY_PRINT_SUMMARY);
          g_autofree char *text = NULL;

          options.paper = papers[k / 2];
          options.landscape = k % 2;
          g_assert_cmpuint (count_pages (plan, &options), ==, 1);
          text = dump (plan, &options);
          g_assert_cmpuint (count_people (text), ==, sizes[i][2]);
        }
    }
}

static void
test_summary_tells_goals_and_people (void)
{
  static const char *const wanted[]
      = { "My way",       "Ada Lovelace",        "Goals", "Become a critical-care",
          "A quiet goal", "Because it is mine.", NULL };
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (WAY_PRINT_SUMMARY);
  g_autofree char *text = read_text (plan, &options);

  assert_in_order (text, wanted);
  g_assert_nonnull (strstr (text, "Comfort Mensah"));
  g_assert_nonnull (strstr (text, "Mentor · Older people’s ward"));
  g_assert_nonnull (strstr (text, "expires 31 May 2027 · 6 months left"));
  g_assert_nonnull (strstr (text, "Meet the mentor"));
}

typedef struct
{
  double height;
  guint8 pages[WAY_FLOW_MAX_PAGES]; /* blocks of each, 1 for many */
  WayFlowPlace last;
} Body;

static void
on_block (const WayFlowPlace *place, gpointer user_data)
{
  Body *body = user_data;

  g_assert_cmpfloat (place->y, >=, 0);
  g_assert_cmpfloat (place->y + place->height, <=, body->height + EDGE);
  g_assert_false (body->last.kind == WAY_FLOW_HEADING && place->page > body->last.page);
  body->pages[place->page] = 1;
  body->last = *place;
}

static void
assert_is_within (WayFlowPages *pages)
{
  WayRect rect = way_page_frame_get_body (way_pages_get_frame (WAY_PAGES (pages)));
  guint n_pages = way_pages_get_n_pages (WAY_PAGES (pages));
  g_autofree Body *body = g_new0 (Body, 1);

  body->height = rect.height;
  for (guint i = 0; i < way_flow_pages_get_n_flows (pages); i++)
    {
      body->last = (WayFlowPlace){ .kind = WAY_FLOW_ROW };
      way_flow_foreach (way_flow_pages_get_flow (pages, i), on_block, body);
    }

  for (guint i = 0; i < n_pages; i++)
    g_assert_cmpuint (body->pages[i], ==, 1);
}

static void
test_no_block_leaves_its_page_and_no_page_is_empty (void)
{
  static const WayPaper papers[] = { WAY_PAPER_A5, WAY_PAPER_A4, WAY_PAPER_LETTER };

  for (guint32 seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (WayPlan) plan = way_random_plan_new (rand, 30, WAY_RANDOM_UNREAD);

      g_test_message ("seed %u", seed);
      for (WayPrintKind kind = WAY_PRINT_AGENDA; kind < WAY_N_PRINT_KINDS; kind++)
        {
          WayPrintOptions options = get_options (kind);
          g_autoptr (WayFlowPages) pages = NULL;

          options.paper = papers[g_rand_int_range (rand, 0, G_N_ELEMENTS (papers))];
          options.landscape = g_rand_boolean (rand);
          options.has_private_notes = g_rand_boolean (rand);
          options.setup.rtl = g_rand_boolean (rand);
          options.setup.has_title = g_rand_boolean (rand);
          if (g_rand_boolean (rand))
            options.timeline.from = way_day_from_ymd (2016, 1, 1);
          pages = make_pages (plan, &options);
          assert_is_within (pages);
        }
    }
}

/* Whether this machine has fonts for a text */
static gboolean
can_draw (const char *text)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  g_object_unref (context);
  pango_layout_set_text (layout, text, -1);

  return pango_layout_get_unknown_glyphs_count (layout) == 0;
}

static char *
remove_spaces (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);

  return g_strjoinv ("", words);
}

/* Where joined letters are wide pdftotext takes them for words of their own, so spaces do not count
 */
static void
test_titles_of_any_script_can_be_selected (void)
{
  static const char *const titles[] = { "اجتياز امتحان البورد", "בחינת התמחות ברפואת משפחה",
                                        "执业护士资格考试", "Prüfung für Hebammen", "Экзамен" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    for (guint k = 0; k < 2 * (WAY_N_PRINT_KINDS - 1); k++)
      {
        g_autoptr (WayPlan) plan = way_plan_new (NULL);
        WayPrintOptions options = get_options (WAY_PRINT_AGENDA + k / 2);
        g_autofree char *text = NULL;
        g_autofree char *found = NULL;
        g_autofree char *wanted = NULL;

        if (!can_draw (titles[i]))
          continue;

        options.setup.rtl = k % 2;
        ADD (plan, WAY_KIND_MILESTONE, "milestone", { WAY_MILESTONE_TITLE, titles[i] },
             { WAY_MILESTONE_START, "2027-02" });
        ADD (plan, WAY_KIND_CREDENTIAL, "credential", { WAY_CREDENTIAL_NAME, titles[i] });
        text = read_text (plan, &options);
        found = remove_spaces (text);
        wanted = remove_spaces (titles[i]);
        if (strstr (found, wanted) == NULL)
          g_error ("no “%s” in:\n%s", titles[i], text);
      }
}

static void
test_pictures_are_one_page (void)
{
  g_autoptr (WayPlan) plan = sample_plan_new_random (3, 12, 150, 0);

  for (WayPrintKind kind = WAY_PRINT_AGENDA; kind < WAY_N_PRINT_KINDS; kind++)
    for (WayRenderFormat format = WAY_RENDER_SVG; format <= WAY_RENDER_PNG; format++)
      {
        WayPrintOptions options = get_options (kind);
        g_autoptr (WayFlowPages) pages = NULL;
        g_autoptr (GBytes) first = NULL;
        g_autoptr (GBytes) second = NULL;
        double width, height, body = 0;

        options.format = format;
        options.dpi = 36;
        pages = make_pages (plan, &options);
        g_assert_cmpuint (way_pages_get_n_pages (WAY_PAGES (pages)), ==, 1);
        way_pages_get_size (WAY_PAGES (pages), &width, &height);
        for (guint i = 0; i < way_flow_pages_get_n_flows (pages); i++)
          body = MAX (body, way_flow_measure (way_flow_pages_get_flow (pages, i), 0));
        g_assert_cmpfloat (height, >, body + 2 * WAY_PAGE_MARGIN);

        first = render (plan, &options);
        second = render (plan, &options);
        g_assert_true (g_bytes_equal (first, second));
      }
}

static void
test_same_bytes_each_time (void)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();

  for (WayPrintKind kind = WAY_PRINT_AGENDA; kind < WAY_N_PRINT_KINDS; kind++)
    for (WayTheme theme = 0; theme < WAY_N_THEMES; theme++)
      {
        WayPrintOptions options = get_options (kind);
        g_autoptr (GBytes) first = NULL;
        g_autoptr (GBytes) second = NULL;

        options.setup.theme = theme;
        first = render (plan, &options);
        second = render (plan, &options);
        g_assert_true (g_bytes_equal (first, second));
      }
}

/* Cairo reads where a link is by the rules of the locale, and writes with points in any */
static void
test_numbers_of_a_locale_do_not_matter (void)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();

  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  ADD (plan, WAY_KIND_LINK, "web", { WAY_LINK_OF, "m1" }, { WAY_LINK_URI, "https://example.org" });
  for (WayPrintKind kind = WAY_PRINT_TIMELINE; kind < WAY_N_PRINT_KINDS; kind++)
    {
      WayPrintOptions options = get_options (kind);

      g_assert_cmpuint (count_pages (plan, &options), >, 0);
    }

  setlocale (LC_NUMERIC, "");
}

static void
on_bookmark (const WayBookmark *bookmark, gpointer titles)
{
  g_ptr_array_add (titles, g_strdup (bookmark->title));
}

static void
test_months_are_bookmarks (void)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  WayPrintOptions options = get_options (WAY_PRINT_AGENDA);
  g_autoptr (WayFlowPages) pages = make_pages (plan, &options);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  way_pages_visit_bookmarks (WAY_PAGES (pages), on_bookmark, titles);
  g_assert_cmpstr (titles->pdata[0], ==, "Overdue");
  g_assert_cmpstr (titles->pdata[1], ==, "December 2026");
  g_assert_cmpstr (titles->pdata[titles->len - 1], ==, "Without a date");
}

static void
assert_refused (WayPlan *plan, const WayPrintOptions *options)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (way_print_make_pages (plan, options, &error));
  g_assert_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION);
}

static void
test_senseless_options_are_refused (void)
{
  g_autoptr (WayPlan) plan = sheet_plan_new ();
  const WayId nobody = sample_id ("nobody");

  for (WayPrintKind kind = WAY_PRINT_AGENDA; kind < WAY_N_PRINT_KINDS; kind++)
    {
      WayPrintOptions options[3] = { get_options (kind), get_options (kind), get_options (kind) };

      options[0].timeline.from = 20000;
      options[0].timeline.to = 19999;
      options[1].timeline.goals = &nobody;
      options[1].timeline.n_goals = 1;
      options[2].setup.width = options[2].setup.height = 200;

      for (guint i = 0; i < G_N_ELEMENTS (options); i++)
        assert_refused (plan, &options[i]);
    }
}

/* Goals that a file brings in a circle, and what counts towards a credential that is not there */
static void
test_what_a_file_brings_cannot_harm (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);
  const WayId a = sample_id ("a");

  ADD (plan, WAY_KIND_GOAL, "a", { WAY_GOAL_TITLE, "A" }, { WAY_GOAL_PARENT, "b" });
  ADD (plan, WAY_KIND_GOAL, "b", { WAY_GOAL_TITLE, "B" }, { WAY_GOAL_PARENT, "a" });
  ADD (plan, WAY_KIND_MILESTONE, "m", { WAY_MILESTONE_GOAL, "a" },
       { WAY_MILESTONE_START, "2027-01-01" });
  add_activity (plan, "Lost", "2026-01-01", 100, TRUE, "nowhere", NULL);
  ADD (plan, WAY_KIND_LINK, "link", { WAY_LINK_OF, "Lost" }, { WAY_LINK_URI, "javascript:0" });

  for (WayPrintKind kind = WAY_PRINT_AGENDA; kind < WAY_N_PRINT_KINDS; kind++)
    for (guint i = 0; i < 2; i++)
      {
        WayPrintOptions options = get_options (kind);
        g_autoptr (GBytes) pdf = NULL;

        if (i == 1)
          {
            options.timeline.goals = &a;
            options.timeline.n_goals = 1;
          }
        pdf = render (plan, &options);
        g_assert_cmpuint (g_bytes_get_size (pdf), >, 1000);
      }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/sheets/say-what-the-plan-says", test_sheets_say_what_the_plan_says);
  g_test_add_func ("/print/sheets/agenda-goes-month-by-month", test_agenda_goes_month_by_month);
  g_test_add_func ("/print/sheets/agenda-has-boxes-to-tick", test_agenda_has_boxes_to_tick);
  g_test_add_func ("/print/sheets/agenda-keeps-to-range-and-goal",
                   test_agenda_keeps_to_range_and_goal);
  g_test_add_func ("/print/sheets/private-notes-are-left-out-unless-wanted",
                   test_private_notes_are_left_out_unless_wanted);
  g_test_add_func ("/print/sheets/record-adds-up", test_record_adds_up);
  g_test_add_func ("/print/sheets/record-has-evidence", test_record_has_evidence);
  g_test_add_func ("/print/sheets/record-keeps-to-the-range", test_record_keeps_to_the_range);
  g_test_add_func ("/print/sheets/summary-is-one-page", test_summary_is_one_page);
  g_test_add_func ("/print/sheets/summary-tells-goals-and-people",
                   test_summary_tells_goals_and_people);
  g_test_add_func ("/print/sheets/no-block-leaves-its-page-and-no-page-is-empty",
                   test_no_block_leaves_its_page_and_no_page_is_empty);
  g_test_add_func ("/print/sheets/titles-of-any-script-can-be-selected",
                   test_titles_of_any_script_can_be_selected);
  g_test_add_func ("/print/sheets/pictures-are-one-page", test_pictures_are_one_page);
  g_test_add_func ("/print/sheets/same-bytes-each-time", test_same_bytes_each_time);
  g_test_add_func ("/print/sheets/numbers-of-a-locale-do-not-matter",
                   test_numbers_of_a_locale_do_not_matter);
  g_test_add_func ("/print/sheets/months-are-bookmarks", test_months_are_bookmarks);
  g_test_add_func ("/print/sheets/senseless-options-are-refused",
                   test_senseless_options_are_refused);
  g_test_add_func ("/print/sheets/what-a-file-brings-cannot-harm",
                   test_what_a_file_brings_cannot_harm);

  return g_test_run ();
}
