/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Small pictures of plans, drawn by the timeline's own painter away from the main thread.
 */
#include "config.h"

#include "way-plan-preview.h"

#include "way-thumbnail.h"
#include "way-today.h"

typedef struct
{
  WayPlanLoader loader;
  gpointer source;
  GDestroyNotify free_source;
  WayTheme theme;
  int width;
  int height;
  int scale;
  gboolean rtl;
} Order;

typedef struct
{
  GdkTexture *texture;
  char *title;
} Preview;

static void
order_free (Order *self)
{
  self->free_source (self->source);
  g_free (self);
}

static void
preview_free (Preview *self)
{
  g_clear_object (&self->texture);
  g_free (self->title);
  g_free (self);
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
make_preview (WayPlan *plan, const Order *order)
{
  Preview *preview = g_new0 (Preview, 1);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, order->width * order->scale, order->height * order->scale);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, order->scale, order->scale);
  way_thumbnail_draw (plan, order->theme, order->width, order->height, way_day_today (), order->rtl,
                      cr);
  cairo_destroy (cr);
  preview->texture = make_texture (surface);
  preview->title = g_strdup (way_record_get_text (way_plan_get_root (plan), WAY_PLAN_TITLE));
  cairo_surface_destroy (surface);

  return preview;
}

static void
load_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  const Order *order = task_data;
  GError *error = NULL;
  g_autoptr (WayPlan) plan = order->loader (order->source, cancellable, &error);

  if (plan == NULL)
    g_task_return_error (task, error);
  else if (way_record_get_flag (way_plan_get_root (plan), WAY_PLAN_PRIVATE))
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                             "The plan is to leave no traces"); /* nobody reads this */
  else
    g_task_return_pointer (task, make_preview (plan, order), (GDestroyNotify)preview_free);
}

void
way_plan_preview_load_async (WayPlanLoader loader, gpointer source, GDestroyNotify free_source,
                             WayTheme theme, int width, int height, int scale,
                             GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Order *order;

  g_return_if_fail (loader != NULL && free_source != NULL);
  g_return_if_fail (width > 0 && height > 0 && scale > 0);

  order = g_new (Order, 1);
  order->loader = loader;
  order->source = source;
  order->free_source = free_source;
  order->theme = theme;
  order->width = width;
  order->height = height;
  order->scale = scale;
  order->rtl = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;

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
