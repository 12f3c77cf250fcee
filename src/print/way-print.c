/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From options to pages of the right kind and size.
 */
#include "config.h"

#include "way-print.h"

#include "way-agenda.h"
#include "way-credential-record.h"
#include "way-pager-source.h"
#include "way-poster.h"
#include "way-print-kind.h"
#include "way-progress.h"
#include "way-summary.h"
#include "way-today.h"

#include <glib/gi18n-lib.h>

#define POSTER_MARGIN 12.0 /* points within the poster; its sheets have margins of their own */

/* The translation's own script says which way its language is written */
static gboolean
is_written_right_to_left (const char *text)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW
         || script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA;
}

WayPrintOptions
way_print_options_new (void)
{
  return (WayPrintOptions){
    .kind = WAY_PRINT_TIMELINE,
    .format = WAY_RENDER_PDF,
    .dpi = 144,
    .paper = WAY_PAPER_A4,
    .landscape = TRUE,
    .setup = { .margin = WAY_PAGE_MARGIN,
               .has_title = TRUE,
               .theme = WAY_THEME_PAPER,
               .today = way_day_today (),
               .rtl = is_written_right_to_left (_ ("Today")) },
    .timeline = { .from = WAY_DAY_NONE, .to = WAY_DAY_NONE, .pages_across = 1, .has_legend = TRUE },
  };
}

static void
fill_in_paper (WayPrintOptions *options)
{
  double width, height;

  if (options->setup.width > 0)
    return;

  way_paper_get_size (options->paper, &width, &height);
  options->setup.width = options->landscape ? height : width;
  options->setup.height = options->landscape ? width : height;
}

static WayPages *
make_poster (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  WayPageSetup page = options->setup;
  WayPagerOptions timeline = options->timeline;
  guint across = MAX (1, timeline.pages_across), down = MAX (1, timeline.pages_down);
  double margin = way_poster_choose_margin (options->unreachable);
  g_autoptr (WayPages) pages = NULL;

  way_poster_get_page_size (options->setup.width, options->setup.height, margin, across, down,
                            &page.width, &page.height);
  page.margin = POSTER_MARGIN;
  timeline.pages_across = timeline.pages_down = 1;
  timeline.day_width = 0;
  pages = way_pager_new (plan, &page, &timeline, error);

  return pages != NULL ? way_poster_new (pages, options->setup.width, options->setup.height, margin,
                                         across, down)
                       : NULL;
}

/* A picture is one page, which is as large as it has to be */
static WayPages *
make_picture (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  WayPageSetup page = options->setup;
  WayPagerOptions timeline = options->timeline;

  page.width *= MAX (1, timeline.pages_across);
  page.height *= timeline.pages_down;
  timeline.pages_across = 1;
  timeline.pages_down = MIN (1, timeline.pages_down);

  return way_pager_new (plan, &page, &timeline, error);
}

static int
get_progress (WayPlan *plan, const WayId *goal, gpointer progress)
{
  return way_progress_get (progress, goal);
}

static WayPages *
make_timeline (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  if (options->format != WAY_RENDER_PDF)
    return make_picture (plan, options, error);
  if (options->is_poster)
    return make_poster (plan, options, error);

  return way_pager_new (plan, &options->setup, &options->timeline, error);
}

typedef WayPages *(*PagesFunc) (WayPlan *plan, const WayPrintOptions *options, GError **error);

static const PagesFunc makers[WAY_N_PRINT_KINDS] = {
  [WAY_PRINT_TIMELINE] = make_timeline,
  [WAY_PRINT_AGENDA] = way_agenda_new,
  [WAY_PRINT_SUMMARY] = way_summary_new,
  [WAY_PRINT_CREDENTIALS] = way_credential_record_new,
};

/* Heads of lanes ask for the progress while they are drawn */
static void
show_progress (WayPagerOptions *timeline, WayProgress *progress)
{
  timeline->progress = get_progress;
  timeline->progress_data = progress;
}

/* Takes @progress, which lives as long as the pages */
static WayPages *
keep_progress (WayPages *pages, WayProgress *progress)
{
  if (pages != NULL)
    g_object_set_data_full (G_OBJECT (pages), "way-progress", progress,
                            (GDestroyNotify)way_progress_free);
  else
    way_progress_free (progress);

  return pages;
}

static WayPages *
make_pages (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  WayPrintOptions own = *options;

  fill_in_paper (&own);
  if (own.kind != WAY_PRINT_TIMELINE && own.format != WAY_RENDER_PDF)
    own.setup.height = 0; /* a picture of text is as tall as that is */

  return makers[own.kind](plan, &own, error);
}

WayPages *
way_print_make_pages (WayPlan *plan, const WayPrintOptions *options, GError **error)
{
  WayPrintOptions own = *options;
  WayProgress *progress;

  g_return_val_if_fail (WAY_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options->kind < WAY_N_PRINT_KINDS, NULL);
  g_return_val_if_fail (options->paper < WAY_N_PAPERS, NULL);

  progress = way_progress_new (plan);
  show_progress (&own.timeline, progress);

  return keep_progress (make_pages (plan, &own, error), progress);
}

static void
turn (WayPrintOptions *options, gboolean landscape)
{
  double width, height;

  fill_in_paper (options);
  width = options->setup.width;
  height = options->setup.height;
  options->landscape = landscape;
  options->setup.width = landscape ? MAX (width, height) : MIN (width, height);
  options->setup.height = landscape ? MIN (width, height) : MAX (width, height);
}

static gboolean
is_better (WayPages *a, WayPages *b)
{
  guint n_a = way_pages_get_n_pages (a), n_b = way_pages_get_n_pages (b);

  return n_a != n_b ? n_a < n_b : way_pages_get_zoom (a) > way_pages_get_zoom (b);
}

/* The plan as it is on either paper; text is set for one */
static gboolean
lay_out (WayPrintOptions *options, WayPlan *plan, GError **error)
{
  if (options->kind != WAY_PRINT_TIMELINE)
    return TRUE;

  options->timeline.source = way_pager_source_new (plan, &options->timeline, error);

  return options->timeline.source != NULL;
}

/* Turns @options as it suits the plan */
static WayPages *
make_better_pages (WayPlan *plan, WayPrintOptions *options, GError **error)
{
  WayPrintOptions other = *options;
  g_autoptr (WayPages) usual = NULL;
  g_autoptr (WayPages) turned = NULL;

  turn (options, way_print_kind_get_info (options->kind)->is_wide);
  turn (&other, !options->landscape);
  /* The usual way last: what it shares with the other way is then as it is going to be drawn */
  turned = make_pages (plan, &other, NULL);
  usual = make_pages (plan, options, error);

  if (turned == NULL || (usual != NULL && !is_better (turned, usual)))
    return g_steal_pointer (&usual);

  g_clear_error (error);
  *options = other;

  return g_steal_pointer (&turned);
}

WayPages *
way_print_make_best_pages (WayPlan *plan, WayPrintOptions *options, GError **error)
{
  WayPrintOptions own = *options;
  WayProgress *progress;
  WayPages *pages;

  g_return_val_if_fail (WAY_IS_PLAN (plan), NULL);
  g_return_val_if_fail (options->kind < WAY_N_PRINT_KINDS, NULL);

  progress = way_progress_new (plan);
  show_progress (&own.timeline, progress);
  pages = lay_out (&own, plan, error) ? make_better_pages (plan, &own, error) : NULL;
  g_clear_pointer (&own.timeline.source, way_pager_source_unref);
  options->landscape = own.landscape;
  options->setup = own.setup;

  return keep_progress (pages, progress);
}

gboolean
way_print_render (WayPlan *plan, const WayPrintOptions *options, GOutputStream *stream,
                  GCancellable *cancellable, GError **error)
{
  g_autoptr (WayPages) pages = way_print_make_pages (plan, options, error);

  return pages != NULL
         && way_render (pages, options->format, options->dpi, stream, cancellable, error);
}
