/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small pictures of plans, drawn by the timeline's own painter away from the main thread.
 */
#include "config.h"

#include "way-plan-preview.h"

#include "way-document.h"
#include "way-painter.h"

#include <glib/gi18n.h>

#define LARGEST_FILE (4 << 20) /* bytes: some 12,000 milestones; more would keep a core busy */
#define REDUCTION 0.36         /* of the timeline's own size */

typedef struct
{
  GFile *file;
  WayTheme theme;
  int width;
  int height;
  int scale;
} Order;

typedef struct
{
  GdkTexture *texture;
  char *title;
} Preview;

static void
order_free (Order *self)
{
  g_object_unref (self->file);
  g_free (self);
}

static void
preview_free (Preview *self)
{
  g_clear_object (&self->texture);
  g_free (self->title);
  g_free (self);
}

static void
draw_plan (WayPlan *plan, const Order *order, cairo_t *cr)
{
  const WayStyle *style = way_style_get (order->theme);
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  g_autoptr (WayLayout) layout = way_layout_new (plan, labels, 1);
  g_autoptr (WayScene) scene = NULL;
  WayViewport viewport = {
    .width = order->width / REDUCTION,
    .height = order->height / REDUCTION,
  };

  viewport.scale = way_scale_align (way_layout_fit (layout, viewport.width, way_day_today ()));
  way_layout_set_day_width (layout, viewport.scale.day_width);
  scene = way_scene_build (layout, &viewport, style, WAY_SCENE_BODY | WAY_SCENE_LINKS);

  way_labels_begin_frame (labels, WAY_LABELS_NO_BUDGET);
  cairo_scale (cr, order->scale * REDUCTION, order->scale * REDUCTION);
  way_painter_paint (scene, labels, cr);
}

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize)stride * height);

  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, stride);
}

static Preview *
make_preview (WayDocument *document, const Order *order)
{
  Preview *preview = g_new0 (Preview, 1);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, order->width * order->scale, order->height * order->scale);
  cairo_t *cr = cairo_create (surface);

  draw_plan (way_document_get_plan (document), order, cr);
  cairo_destroy (cr);
  preview->texture = make_texture (surface);
  preview->title = g_strdup (way_document_get_title (document));
  cairo_surface_destroy (surface);

  return preview;
}

static gboolean
is_small (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return FALSE;
  if (g_file_info_get_size (info) <= LARGEST_FILE)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _ ("The plan is too large for a preview."));
  return FALSE;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  g_autoptr (WayDocument) document = NULL;
  GError *error = NULL;

  if (is_small (order->file, cancellable, &error))
    document = way_document_load (order->file, cancellable, &error);

  if (document == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, make_preview (document, order), (GDestroyNotify)preview_free);
}

void
way_plan_preview_load_async (GFile *file, WayTheme theme, int width, int height, int scale,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (width > 0 && height > 0 && scale > 0);

  order = g_new (Order, 1);
  order->file = g_object_ref (file);
  order->theme = theme;
  order->width = width;
  order->height = height;
  order->scale = scale;

  g_task_set_source_tag (task, way_plan_preview_load_async);
  g_task_set_task_data (task, order, (GDestroyNotify)order_free);
  g_task_run_in_thread (task, load_in_thread);
}

GdkTexture *
way_plan_preview_load_finish (GAsyncResult *result, char **title, GError **error)
{
  Preview *preview;
  GdkTexture *texture;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (title != NULL, NULL);

  preview = g_task_propagate_pointer (G_TASK (result), error);
  if (preview == NULL)
    return NULL;

  texture = g_steal_pointer (&preview->texture);
  *title = g_steal_pointer (&preview->title);
  preview_free (preview);

  return texture;
}
