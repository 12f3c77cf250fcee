/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * render: draws a plan as PDF, SVG or PNG: its timeline, or an agenda, a summary, a record.
 */
#include "config.h"

#include "cli-files.h"
#include "cli-progress.h"

#include "way-print-kind.h"

#include <glib/gi18n.h>

#define NOT_GIVEN (-G_MAXDOUBLE) /* a number that nobody types */
#define MAX_SCALE 1000           /* points a day */

/* The options as they were typed */
typedef struct
{
  char *output;
  char *what;
  char *from;
  char *to;
  char *paper;
  char *pages;
  char *theme;
  char **goals;
  char *header;
  char *footer;
  gboolean landscape;
  gboolean is_poster;
  gboolean has_private_notes;
  gboolean has_no_legend;
  gboolean has_no_title;
  double scale;
  double dpi;
} Typed;

static void
typed_clear (Typed *self)
{
  g_free (self->output);
  g_free (self->what);
  g_free (self->from);
  g_free (self->to);
  g_free (self->paper);
  g_free (self->pages);
  g_free (self->theme);
  g_strfreev (self->goals);
  g_free (self->header);
  g_free (self->footer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Typed, typed_clear)

static gboolean
find_format (const char *output, WayRenderFormat *format)
{
  static const struct
  {
    const char *ending;
    WayRenderFormat format;
  } formats[] = {
    { ".pdf", WAY_RENDER_PDF },
    { ".svg", WAY_RENDER_SVG },
    { ".png", WAY_RENDER_PNG },
  };
  const char *ending = strrchr (output, '.');

  if (cli_is_standard (output))
    {
      *format = WAY_RENDER_PDF;
      return TRUE;
    }

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (ending, formats[i].ending) == 0)
      {
        *format = formats[i].format;
        return TRUE;
      }

  return FALSE;
}

/* "2x3", each from 1 to 20 */
static gboolean
read_pages (const char *text, guint *across, guint *down)
{
  g_auto (GStrv) parts = g_strsplit (text, "x", 3);
  guint64 numbers[2];

  if (g_strv_length (parts) != 2)
    return FALSE;

  for (guint i = 0; i < 2; i++)
    if (!g_ascii_string_to_unsigned (parts[i], 10, 1, 20, &numbers[i], NULL))
      return FALSE;

  *across = numbers[0];
  *down = numbers[1];

  return TRUE;
}

static gboolean
read_date (const char *text, WayDate *date)
{
  return text == NULL || way_date_parse (text, strlen (text), date);
}

static CliStatus
read_range (Cli *cli, const Typed *typed, WayPrintOptions *options)
{
  WayDate from = WAY_DATE_NONE, to = WAY_DATE_NONE;

  if (!read_date (typed->from, &from))
    return cli_refuse_usage (cli, _ ("“%s” is no date. Write 2027, 2027-06 or 2027-06-30."),
                             typed->from);

  if (!read_date (typed->to, &to))
    return cli_refuse_usage (cli, _ ("“%s” is no date. Write 2027, 2027-06 or 2027-06-30."),
                             typed->to);

  options->timeline.from = way_date_get_earliest (from);
  options->timeline.to = way_date_get_latest (to);
  if (from != WAY_DATE_NONE && to != WAY_DATE_NONE && options->timeline.from > options->timeline.to)
    return cli_refuse_usage (cli, _ ("--from lies after --to. Exchange them."));

  return CLI_DONE;
}

/* What is drawn, and what stands around it */
static CliStatus
read_what (Cli *cli, const Typed *typed, WayPrintOptions *options)
{
  gboolean is_fitted = typed->pages != NULL || typed->scale != NOT_GIVEN || typed->is_poster;

  if (typed->what != NULL && !way_print_kind_from_word (typed->what, &options->kind))
    return cli_refuse_usage (
        cli, _ ("“%s” cannot be drawn. Choose timeline, agenda, summary or credentials."),
        typed->what);

  if (options->kind != WAY_PRINT_TIMELINE && (is_fitted || typed->has_no_legend))
    return cli_refuse_usage (
        cli, _ ("--pages, --scale, --poster and --no-legend are for a timeline only."));

  if (typed->is_poster && options->format != WAY_RENDER_PDF)
    return cli_refuse_usage (cli, _ ("A poster is made of pages, so it has to be a .pdf."));

  options->is_poster = typed->is_poster;
  options->has_private_notes = typed->has_private_notes;
  options->timeline.has_legend = !typed->has_no_legend;
  options->setup.has_title = !typed->has_no_title;
  options->setup.header = typed->header;
  options->setup.footer = typed->footer;

  return CLI_DONE;
}

static CliStatus
read_page (Cli *cli, const Typed *typed, WayPrintOptions *options)
{
  if (typed->paper != NULL && !way_paper_from_word (typed->paper, &options->paper))
    return cli_refuse_usage (
        cli, _ ("“%s” is no paper. Choose a5, a4, a3, letter, legal or tabloid."), typed->paper);

  /* A timeline is wide, so it lies on its side unless the paper is named. */
  if (typed->paper != NULL || options->kind != WAY_PRINT_TIMELINE)
    options->landscape = typed->landscape;

  if (typed->pages != NULL && typed->scale != NOT_GIVEN)
    return cli_refuse_usage (cli, _ ("--pages fits and --scale does not. Choose one of them."));

  if (typed->pages != NULL
      && !read_pages (typed->pages, &options->timeline.pages_across, &options->timeline.pages_down))
    return cli_refuse_usage (cli, _ ("“%s” is no number of pages. Write 2x3, up to 20x20."),
                             typed->pages);

  /* Asked so that what is no number fails, too */
  if (typed->scale != NOT_GIVEN && !(typed->scale > 0 && typed->scale <= MAX_SCALE))
    return cli_refuse_usage (cli, _ ("--scale has to be points a day, up to 1000."));

  if (typed->scale != NOT_GIVEN)
    options->timeline.day_width = typed->scale;
  if (typed->dpi != NOT_GIVEN)
    options->dpi = typed->dpi;

  return CLI_DONE;
}

static CliStatus
read_options (Cli *cli, const Typed *typed, WayPrintOptions *options)
{
  CliStatus status;

  if (g_strv_length (cli->files) != 1)
    return cli_refuse_usage (cli, _ ("Name one plan."));

  if (typed->output == NULL)
    return cli_refuse_usage (cli, _ ("Name the file to write by -o."));

  if (!find_format (typed->output, &options->format))
    return cli_refuse_usage (
        cli, _ ("“%s” does not end in .pdf, .svg or .png. Choose one of them."), typed->output);

  if (typed->theme != NULL && !way_theme_from_word (typed->theme, &options->setup.theme))
    return cli_refuse_usage (cli,
                             _ ("“%s” is no theme. Choose paper, greys, light, dark, high-contrast "
                                "or high-contrast-dark."),
                             typed->theme);

  status = read_what (cli, typed, options);
  if (status == CLI_DONE)
    status = read_range (cli, typed, options);

  return status != CLI_DONE ? status : read_page (cli, typed, options);
}

/* The id of the goal to draw: a UUID, or the handle that an edit script gave it */
static gboolean
find_goal (WayPlan *plan, const char *text, WayId *id)
{
  if (!way_id_parse (text, strlen (text), id))
    *id = way_id_derive (way_plan_get_id (plan), text);

  return way_plan_lookup_kind (plan, WAY_KIND_GOAL, id) != NULL;
}

static gboolean
write_bytes (GOutputStream *stream, gpointer bytes, GCancellable *cancellable, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return g_output_stream_write_all (stream, data, size, NULL, cancellable, error);
}

/* Draws into memory first: whatever goes wrong there has nothing to do with the file. */
static CliStatus
draw (Cli *cli, WayPlan *plan, WayPrintOptions *options, const char *output)
{
  g_autoptr (CliProgress) progress = cli_progress_new (cli, _ ("Drawing %s"), cli->files[0]);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (!way_print_render (plan, options, memory, cli->cancellable, &error)
      || !g_output_stream_close (memory, cli->cancellable, &error))
    {
      if (!g_cancellable_is_cancelled (cli->cancellable))
        cli_complain ("%s: %s", cli->files[0], error->message);
      return g_error_matches (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION) ? CLI_USAGE
                                                                              : CLI_FILE;
    }

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  g_clear_pointer (&progress, cli_progress_free);

  return cli_write (cli, output, write_bytes, bytes);
}

static CliStatus
render (Cli *cli, const Typed *typed, WayPrintOptions *options)
{
  g_auto (WayReadReport) report = { 0 };
  WayPlan *plan = cli_read_plan (cli, cli->files[0], &report);
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (WayId));

  if (plan == NULL)
    return CLI_FILE;

  for (guint i = 0; typed->goals != NULL && typed->goals[i] != NULL; i++)
    {
      WayId id;

      if (!find_goal (plan, typed->goals[i], &id))
        {
          cli_complain (_ ("%s: there is no goal “%s”. Look up its id in the plan."), cli->files[0],
                        typed->goals[i]);
          return CLI_NO;
        }
      g_array_append_val (goals, id);
    }
  options->timeline.goals = (const WayId *)(gconstpointer)goals->data;
  options->timeline.n_goals = goals->len;

  return draw (cli, plan, options, typed->output);
}

CliStatus
cli_run_render (Cli *cli, int argc, char **argv)
{
  g_auto (Typed) typed = { .scale = NOT_GIVEN, .dpi = NOT_GIVEN };
  WayPrintOptions options = way_print_options_new ();
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &typed.output,
      N_ ("The file to write, which ends in .pdf, .svg or .png; - is a PDF"), N_ ("FILE") },
    { "what", 0, 0, G_OPTION_ARG_FILENAME, &typed.what,
      N_ ("timeline, agenda, summary or credentials; timeline when not given"), N_ ("KIND") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &typed.from, N_ ("First day to draw"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &typed.to, N_ ("Last day to draw"), N_ ("DATE") },
    { "goal", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &typed.goals,
      N_ ("Draw only this goal and what is part of it; may be given several times"), N_ ("ID") },
    { "paper", 0, 0, G_OPTION_ARG_FILENAME, &typed.paper,
      N_ ("a5, a4, a3, letter, legal or tabloid, upright; A4 on its side when not given"), N_ ("SIZE") },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &typed.landscape, N_ ("Turn the paper on its side"), NULL },
    { "pages", 0, 0, G_OPTION_ARG_FILENAME, &typed.pages, N_ ("Fit to so many pages"), N_ ("WxH") },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &typed.scale, N_ ("Points a day, instead of fitting"), N_ ("NUMBER") },
    { "poster", 0, 0, G_OPTION_ARG_NONE, &typed.is_poster,
      N_ ("Cut one large page into sheets to be glued together"), NULL },
    { "no-legend", 0, 0, G_OPTION_ARG_NONE, &typed.has_no_legend, N_ ("Leave out what icons and colours mean"), NULL },
    { "no-title", 0, 0, G_OPTION_ARG_NONE, &typed.has_no_title, N_ ("Leave out the title and the owner"), NULL },
    { "header", 0, 0, G_OPTION_ARG_STRING, &typed.header,
      N_ ("Line above each page; {title}, {owner}, {date}, {page}, {pages}, {row} and {column} are filled in"),
      N_ ("TEXT") },
    { "footer", 0, 0, G_OPTION_ARG_STRING, &typed.footer, N_ ("Line below each page, likewise; empty for none"),
      N_ ("TEXT") },
    { "private-notes", 0, 0, G_OPTION_ARG_NONE, &typed.has_private_notes,
      N_ ("Also draw what is for yourself only"), NULL },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &typed.theme,
      N_ ("paper, greys, light, dark, high-contrast or high-contrast-dark"), N_ ("NAME") },
    { "dpi", 0, 0, G_OPTION_ARG_DOUBLE, &typed.dpi, N_ ("Dots per inch of a PNG"), N_ ("NUMBER") },
    G_OPTION_ENTRY_NULL,
  };
  /* clang-format on */
  CliStatus status;

  if (!cli_parse (cli, entries, NULL, argc, argv))
    return CLI_USAGE;

  status = read_options (cli, &typed, &options);

  return status != CLI_DONE ? status : render (cli, &typed, &options);
}
