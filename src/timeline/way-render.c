/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages into files: PDF, SVG and PNG through a stream, the same bytes each time.
 */
#include "config.h"

#include "way-render.h"

#include "way-item-text.h"
#include "way-pager.h"
#include "way-pdf-language.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define POINTS_AN_INCH 72.0
#define MAX_PNG_PIXELS 32767 /* of one side, in Cairo */

/* Where Cairo's bytes go, and what went wrong on the way */
typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  guint64 offset;   /* bytes before the tail */
  GByteArray *tail; /* nullable: what comes is kept here as well */
} Sink;

static cairo_status_t
on_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  Sink *sink = closure;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, data, length, NULL, sink->cancellable, &sink->error);
  if (sink->tail != NULL)
    g_byte_array_append (sink->tail, data, length);
  else
    sink->offset += length;

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

  g_set_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_DRAW,
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
  cairo_surface_t *surface;
  GArray *parents; /* of int: the last outline entry of each level */
} Outline;

static void
on_bookmark (const WayBookmark *bookmark, gpointer user_data)
{
  const Outline *outline = user_data;
  guint level = MIN (bookmark->level, outline->parents->len);
  int parent
      = level > 0 ? g_array_index (outline->parents, int, level - 1) : CAIRO_PDF_OUTLINE_ROOT;
  g_autofree char *target
      = g_strdup_printf ("page=%u pos=[0 %d]", bookmark->page + 1, (int)bookmark->y);
  int entry = cairo_pdf_surface_add_outline (outline->surface, parent, bookmark->title, target,
                                             CAIRO_PDF_OUTLINE_FLAG_OPEN);

  g_array_set_size (outline->parents, level);
  g_array_append_val (outline->parents, entry);
}

static void
add_outline (cairo_surface_t *surface, WayPages *pages)
{
  g_autoptr (GArray) parents = g_array_new (FALSE, FALSE, sizeof (int));
  Outline outline = { surface, parents };

  way_pages_visit_bookmarks (pages, on_bookmark, &outline);
}

static gboolean
write_language (Sink *sink, GError **error)
{
  g_autoptr (GString) update = way_pdf_language_get_update (sink->tail, sink->offset);

  return update == NULL
         || g_output_stream_write_all (sink->stream, update->str, update->len, NULL,
                                       sink->cancellable, error);
}

static gboolean
write_pdf (WayPages *pages, double dpi, Sink *sink, GError **error)
{
  g_autoptr (GByteArray) tail = g_byte_array_new ();
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  way_pages_get_size (pages, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (on_bytes, sink, width, height);
  cr = cairo_create (surface);
  set_metadata (surface, way_page_frame_get_plan (way_pages_get_frame (pages)));

  for (guint i = 0; i < way_pages_get_n_pages (pages) && sink->error == NULL; i++)
    {
      if (g_cancellable_set_error_if_cancelled (sink->cancellable, &sink->error))
        break;

      way_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }

  cairo_destroy (cr);
  add_outline (surface, pages);
  sink->tail = tail;

  return finish_surface (surface, sink, error) && write_language (sink, error);
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
write_svg (WayPages *pages, double dpi, Sink *sink, GError **error)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  double width, height;
  cairo_surface_t *surface;
  cairo_t *cr;

  way_pages_get_size (pages, &width, &height);
  surface = cairo_svg_surface_create_for_stream (on_svg_bytes, svg, width, height);
  cr = cairo_create (surface);
  way_pages_draw (pages, 0, cr);
  cairo_destroy (cr);

  return finish_surface (surface, sink, error) && write_svg_text (svg, sink, error);
}

static gboolean
write_png (WayPages *pages, double dpi, Sink *sink, GError **error)
{
  double zoom = dpi / POINTS_AN_INCH;
  double width, height;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  way_pages_get_size (pages, &width, &height);
  width = round (width * zoom);
  height = round (height * zoom);
  if (width > MAX_PNG_PIXELS || height > MAX_PNG_PIXELS)
    {
      g_set_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
                   _ ("The picture would be %.0f by %.0f pixels, which is too large. Choose fewer "
                      "dots an inch, smaller paper or one goal."),
                   width, height);
      return FALSE;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int)width, (int)height);
  cr = cairo_create (surface);
  cairo_scale (cr, zoom, zoom);
  way_pages_draw (pages, 0, cr);
  cairo_destroy (cr);
  status = cairo_surface_write_to_png_stream (surface, on_bytes, sink);
  cairo_surface_destroy (surface);

  return check_status (status, sink, error);
}

gboolean
way_render (WayPages *pages, WayRenderFormat format, double dpi, GOutputStream *stream,
            GCancellable *cancellable, GError **error)
{
  static gboolean (*const writers[]) (WayPages * pages, double dpi, Sink *sink, GError **error) = {
    [WAY_RENDER_PDF] = write_pdf,
    [WAY_RENDER_SVG] = write_svg,
    [WAY_RENDER_PNG] = write_png,
  };
  Sink sink = { stream, cancellable };
  gboolean is_done;

  g_return_val_if_fail (WAY_IS_PAGES (pages), FALSE);
  g_return_val_if_fail (format < G_N_ELEMENTS (writers), FALSE);

  if (!(dpi >= WAY_RENDER_MIN_DPI && dpi <= WAY_RENDER_MAX_DPI))
    {
      g_set_error (error, WAY_PAGES_ERROR, WAY_PAGES_ERROR_OPTION,
                   _ ("A picture has %d to %d dots an inch."), WAY_RENDER_MIN_DPI,
                   WAY_RENDER_MAX_DPI);
      return FALSE;
    }

  is_done = writers[format](pages, dpi, &sink, error);
  g_clear_error (&sink.error);

  return is_done;
}
