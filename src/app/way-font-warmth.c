/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Letters are fitted to pixels when they are first drawn, for each size anew, which takes more than
 * a tenth of the first frame. The main thread reads style sheets meanwhile.
 */
#include "way-font-warmth.h"

#include "way-label.h"

/* What titles and dates are mostly made of */
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,·–…"

/* What the thread needs to know of the desktop; its own font map knows the fonts */
typedef struct
{
  PangoFontDescription *description;
  cairo_font_options_t *options;
  double resolution;
} Look;

static void
look_free (gpointer data)
{
  Look *self = data;

  pango_font_description_free (self->description);
  cairo_font_options_destroy (self->options);
  g_free (self);
}

static PangoContext *
make_context (const Look *look)
{
  PangoFontMap *map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);

  g_object_unref (map);
  pango_context_set_font_description (context, look->description);
  pango_cairo_context_set_font_options (context, look->options);
  pango_cairo_context_set_resolution (context, look->resolution);

  return context;
}

static void
warm_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  PangoContext *context = make_context (task_data);
  g_autoptr (PangoLayout) plain = pango_layout_new (context);
  WayLabels *labels = way_labels_new (context);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1200, 32);
  cairo_t *cr = cairo_create (surface);

  pango_layout_set_text (plain, LETTERS, -1);
  pango_cairo_show_layout (cr, plain);
  for (WayFont font = 0; font < WAY_FONT_TITLE; font++)
    pango_cairo_show_layout (cr, way_labels_get_layout (labels, font, LETTERS, G_MAXINT16));

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  way_labels_unref (labels);
  g_object_unref (context);
  g_task_return_boolean (task, TRUE);
}

void
way_font_warmth_begin (void)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Look *look = g_new0 (Look, 1);

  look->description = pango_font_description_copy (pango_context_get_font_description (context));
  look->options = cairo_font_options_copy (pango_cairo_context_get_font_options (context));
  look->resolution = pango_cairo_context_get_resolution (context);
  g_task_set_task_data (task, look, look_free);
  g_task_run_in_thread (task, warm_in_thread);
  g_object_unref (widget);
}
