/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages into files: PDF, SVG and PNG through a stream, the same bytes each time.
 */
#include "config.h"

#include "way-render.h"

#include "way-item-text.h"
#include "way-pager.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_AN_INCH 72.0
#define MAX_PNG_PIXELS 32767 /* of one side, in Cairo */
#define MIN_DPI 24
#define MAX_DPI 1200

G_DEFINE_QUARK (way - render - error - quark, way_render_error)

/* Upright, in points */
static const struct
{
  const char *word;
  double width;
  double height;
} papers[WAY_N_PAPERS] = {
  [WAY_PAPER_A5] = { "a5", 419.53, 595.28 },  [WAY_PAPER_A4] = { "a4", 595.28, 841.89 },
  [WAY_PAPER_A3] = { "a3", 841.89, 1190.55 }, [WAY_PAPER_LETTER] = { "letter", 612, 792 },
  [WAY_PAPER_LEGAL] = { "legal", 612, 1008 }, [WAY_PAPER_TABLOID] = { "tabloid", 792, 1224 },
};

/* The translation's own script says which way its language is written */
static gboolean
is_written_right_to_left (const char *text)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (text));

  return script == G_UNICODE_SCRIPT_ARABIC || script == G_UNICODE_SCRIPT_HEBREW
         || script == G_UNICODE_SCRIPT_SYRIAC || script == G_UNICODE_SCRIPT_THAANA;
}

WayRenderOptions
way_render_options_new (void)
{
  return (WayRenderOptions){
    .format = WAY_RENDER_PDF,
    .theme = WAY_THEME_PAPER,
    .paper = WAY_PAPER_A4,
    .landscape = TRUE,
    .pages_across = 1,
    .from = WAY_DAY_NONE,
    .to = WAY_DAY_NONE,
    .dpi = 144,
    .today = way_day_today (),
    .rtl = is_written_right_to_left (_ ("Today")),
  };
}

gboolean
way_paper_from_word (const char *word, WayPaper *paper)
{
  for (guint i = 0; i < WAY_N_PAPERS; i++)
    if (g_ascii_strcasecmp (word, papers[i].word) == 0)
      {
        *paper = i;
        return TRUE;
      }

  return FALSE;
}

/* Where Cairo's bytes go, and what went wrong on the way */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
} Sink;

static cairo_status_t
on_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error);

  return sink->error == NULL ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* The stream's own error is better than Cairo's "error while writing" */
static gboolean
check_status (cairo_status_t status, Sink *sink, GError **error)
{
  if (sink->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&sink->error));
      return FALSE;
    }

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_DRAW,
               _ ("The plan could not be drawn: %s. Try a smaller picture."),
               cairo_status_to_string (status));

  return FALSE;
}

static gboolean
finish_surface (cairo_surface_t *surface, Sink *sink, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return check_status (status, sink, error);
}

/* The same bytes today and tomorrow: https://reproducible-builds.org/specs/source-date-epoch/ */
static char *
get_creation_date (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  guint64 seconds = 0;
  g_autoptr (GDateTime) date = NULL;

  if (epoch == NULL || !g_ascii_string_to_unsigned (epoch, 10, 0, G_MAXUINT32, &seconds, NULL))
    seconds = 0;

  date = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ");
}

static void
set_metadata (cairo_surface_t *surface, WayPlan *plan)
{
  WayRecord *root = way_plan_get_root (plan);
  const char *owner = way_record_get_text (root, WAY_PLAN_OWNER);
  g_autofree char *title = way_text_title (root);
  g_autofree char *date = get_creation_date ();

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Waymark");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, date);

  if (owner != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, owner);
}

typedef struct
{
  WayPlan *plan;
  WayPager *pager;
  double width; /* of a page, in points */
  double height;
  double dpi;
} Job;

static gboolean
write_pdf (const Job *job, Sink *sink, GError **error)
{
  cairo_surface_t *surface
      = cairo_pdf_surface_create_for_stream (on_bytes, sink, job->width, job->height);
  cairo_t *cr = cairo_create (surface);

  set_metadata (surface, job->plan);

  for (guint i = 0; i < way_pager_get_n_pages (job->pager) && sink->error == NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error))
        break;

      way_pager_draw (job->pager, i, cr);
      cairo_show_page (cr);
    }

  cairo_destroy (cr);

  return finish_surface (surface, sink, error);
}

/* Cairo numbers its surfaces from the start of the process, so that a second picture differs in
 * that number alone */
static gboolean
write_svg_text (GString *svg, Sink *sink, GError **error)
{
  g_autoptr (GRegex) number = g_regex_new ("surface[0-9]+", G_REGEX_RAW, 0, NULL);
  g_autofree char *text = g_regex_replace_literal (number, svg->str, svg->len, 0, "page", 0, error);

  if (text == NULL)
    return FALSE;

  return g_output_stream_write_all (sink->stream, text, strlen (text), NULL, sink->cancellable,
                                    error);
}

static cairo_status_t
on_svg_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_string_append_len (closure, (const char *)data, length);

  return CAIRO_STATUS_SUCCESS;
}

static gboolean
write_svg (const Job *job, Sink *sink, GError **error)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  cairo_surface_t *surface
      = cairo_svg_surface_create_for_stream (on_svg_bytes, svg, job->width, job->height);
  cairo_t *cr = cairo_create (surface);

  way_pager_draw (job->pager, 0, cr);
  cairo_destroy (cr);

  return finish_surface (surface, sink, error) && write_svg_text (svg, sink, error);
}

static gboolean
write_png (const Job *job, Sink *sink, GError **error)
{
  double zoom = job->dpi / POINTS_AN_INCH;
  double width = round (job->width * zoom);
  double height = round (job->height * zoom);
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (width > MAX_PNG_PIXELS || height > MAX_PNG_PIXELS)
    {
      g_set_error (error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_OPTION,
                   _ ("The picture would be %.0f by %.0f pixels, which is too large. Choose fewer "
                      "dots an inch, smaller paper or one goal."),
                   width, height);
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  cr = cairo_create (surface);
  cairo_scale (cr, zoom, zoom);
  way_pager_draw (job->pager, 0, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, on_bytes, sink);
  cairo_surface_destroy (surface);

  return check_status (status, sink, error);
}

static gboolean (*const writers[]) (const Job *job, Sink *sink, GError **error) = {
  [WAY_RENDER_PDF] = write_pdf,
  [WAY_RENDER_SVG] = write_svg,
  [WAY_RENDER_PNG] = write_png,
};

/* A picture is one page, which is as large as it has to be */
static gboolean
make_picture (Job *job, const WayRenderOptions *options, GError **error)
{
  WayRenderOptions one_page = *options;

  one_page.pages_across = 1;
  one_page.pages_down = 1;
  job->width *= MAX (1, options->pages_across);
  job->height *= MAX (1, options->pages_down);

  if (options->pages_down == 0)
    {
      g_autoptr (WayPager) probe = NULL;

      one_page.pages_down = 0;
      probe = way_pager_new (job->plan, &one_page, job->width, job->height, error);
      if (probe == NULL)
        return FALSE;

      job->height = way_pager_get_natural_height (probe);
      one_page.pages_down = 1;
    }

  job->pager = way_pager_new (job->plan, &one_page, job->width, job->height, error);

  return job->pager != NULL;
}

static gboolean
make_pages (Job *job, const WayRenderOptions *options, GError **error)
{
  job->pager = way_pager_new (job->plan, options, job->width, job->height, error);

  return job->pager != NULL;
}

gboolean
way_render (WayPlan *plan, const WayRenderOptions *options, GOutputStream *stream,
            GCancellable *cancellable, GError **error)
{
  Sink sink = { stream, cancellable, NULL };
  Job job = { .plan = plan, .dpi = options->dpi };
  gboolean is_done;

  g_return_val_if_fail (WAY_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (options->paper < WAY_N_PAPERS, FALSE);
  g_return_val_if_fail (options->format < G_N_ELEMENTS (writers), FALSE);

  if (options->dpi < MIN_DPI || options->dpi > MAX_DPI)
    {
      g_set_error (error, WAY_RENDER_ERROR, WAY_RENDER_ERROR_OPTION,
                   _ ("A picture has %d to %d dots an inch."), MIN_DPI, MAX_DPI);
      return FALSE;
    }

  job.width = options->landscape ? papers[options->paper].height : papers[options->paper].width;
  job.height = options->landscape ? papers[options->paper].width : papers[options->paper].height;

  is_done = options->format == WAY_RENDER_PDF ? make_pages (&job, options, error)
                                              : make_picture (&job, options, error);
  is_done = is_done && writers[options->format](&job, &sink, error);
  g_clear_pointer (&job.pager, way_pager_free);
  g_clear_error (&sink.error);

  return is_done;
}
