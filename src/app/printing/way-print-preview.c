/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One order at a time goes to a thread, with the pages that the last one made unless a choice has
 * changed; what comes back is a picture.
 */
#include "config.h"

#include "way-print-preview.h"

#include "way-print-work.h"

#include <glib/gi18n.h>

#define DELAY 60 /* milliseconds, so that a word that is typed is not drawn letter by letter */

typedef struct
{
  WaySnapshot *plan;
  WayPrintChoices *choices;
  WayPrintPaper paper;
  WayPrintWork *work; /* nullable: to be made */
  guint page;
  int width; /* room for the page, in pixels of the screen */
  int height;
  cairo_surface_t *picture; /* nullable until it is drawn */
} Order;

struct _WayPrintPreview
{
  GtkBox parent_instance;

  WaySnapshot *plan;        /* nullable */
  WayPrintChoices *choices; /* nullable */
  WayPrintPaper paper;
  WayPrintWork *work; /* nullable: not made, or with the thread */
  GCancellable *cancellable;
  gboolean is_working; /* a thread has the order */
  gboolean is_stale;   /* the pages are not those of the choices any more */
  gboolean is_wanted;  /* another picture, once the thread is done */
  gboolean is_refused; /* until there is something else to show */
  guint source;        /* 0, or begins soon */
  guint page;
  guint n_pages;
  cairo_surface_t *picture; /* nullable */

  GtkStack *stack;
  GtkDrawingArea *area;
  GtkLabel *error;
  GtkLabel *place;
  GtkLabel *count;
  GtkWidget *back;
  GtkWidget *forward;
};

G_DEFINE_FINAL_TYPE (WayPrintPreview, way_print_preview, GTK_TYPE_BOX)

static void
order_free (Order *self)
{
  way_snapshot_unref (self->plan);
  way_print_choices_free (self->choices);
  g_clear_pointer (&self->work, way_print_work_free);
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_free (self);
}

/* The thread's part */

static void
draw_page (Order *order)
{
  WayPages *pages = way_print_work_get_pages (order->work);
  double width, height, scale;
  cairo_t *cr;

  order->page = MIN (order->page, way_pages_get_n_pages (pages) - 1);
  way_pages_get_size (pages, &width, &height);
  scale = MIN (order->width / width, order->height / height);
  order->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, MAX (1, (int)(width * scale)),
                                               MAX (1, (int)(height * scale)));

  cr = cairo_create (order->picture);
  cairo_scale (cr, scale, scale);
  way_pages_draw (pages, order->page, cr);
  cairo_destroy (cr);
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Order *order = task_data;
  GError *error = NULL;

  if (order->work == NULL)
    order->work = way_print_work_new (order->plan, order->choices, &order->paper, &error);
  if (order->work == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  draw_page (order);
  g_task_return_boolean (task, TRUE);
}

/* The window's part */

static char *
describe_count (WayPages *pages)
{
  WayPagePlace place = way_pages_get_place (pages, 0);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u page", "%u pages", place.n_pages), place.n_pages);

  if (place.n_columns == 1 || place.n_rows == 1)
    return g_steal_pointer (&count);

  /* Translators: "6 pages", then how many lie side by side and how many below one another */
  return g_strdup_printf (_ ("%s, %u × %u"), count, place.n_columns, place.n_rows);
}

static void
update_place (WayPrintPreview *self)
{
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;

  gtk_widget_set_sensitive (self->back, self->n_pages > 0 && self->page > 0);
  gtk_widget_set_sensitive (self->forward, self->page + 1 < self->n_pages);
  if (self->n_pages == 0)
    {
      gtk_label_set_label (self->place, "");
      return;
    }

  place = g_strdup_printf (_ ("Page %u of %u"), self->page + 1, self->n_pages);
  /* Translators: the picture of a page, as in: Preview, Page 1 of 6 */
  name = g_strdup_printf (_ ("Preview, %s"), place);
  gtk_label_set_label (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static void
show_pages (WayPrintPreview *self)
{
  WayPages *pages = way_print_work_get_pages (self->work);
  g_autofree char *count = describe_count (pages);

  self->n_pages = way_pages_get_n_pages (pages);
  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->area));
  gtk_widget_queue_draw (GTK_WIDGET (self->area));
  update_place (self);
}

void
way_print_preview_show_error (WayPrintPreview *self, const char *text)
{
  g_return_if_fail (WAY_IS_PRINT_PREVIEW (self));

  /* what a thread may still bring is not asked for any more */
  g_clear_handle_id (&self->source, g_source_remove);
  self->is_wanted = FALSE;
  self->is_stale = self->is_refused = TRUE;
  self->n_pages = 0;
  gtk_label_set_label (self->error, text);
  gtk_label_set_label (self->count, "");
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->error));
  update_place (self);
}

static void begin (WayPrintPreview *self);

static void
on_drawn (GObject *object, GAsyncResult *result, gpointer user_data)
{
  WayPrintPreview *self = WAY_PRINT_PREVIEW (object);
  Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  gboolean is_drawn = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_working = FALSE;
  if (g_cancellable_is_cancelled (self->cancellable))
    return;

  /* another page is wanted, or what is due has not come to its turn */
  if (!self->is_stale && (self->is_wanted || self->source != 0))
    self->work = g_steal_pointer (&order->work);
  if (self->is_wanted)
    begin (self);
  if (self->is_working || self->is_stale || self->source != 0)
    return;
  if (!is_drawn)
    {
      way_print_preview_show_error (self, error->message);
      return;
    }

  self->work = g_steal_pointer (&order->work);
  self->page = order->page;
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  self->picture = g_steal_pointer (&order->picture);
  show_pages (self);
}

static void
begin (WayPrintPreview *self)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  g_autoptr (GTask) task = NULL;
  Order *order;

  if (self->is_stale)
    g_clear_pointer (&self->work, way_print_work_free);

  order = g_new0 (Order, 1);
  order->plan = way_snapshot_ref (self->plan);
  order->choices = way_print_choices_copy (self->choices);
  order->paper = self->paper;
  order->work = g_steal_pointer (&self->work);
  order->page = self->page;
  order->width = MAX (1, gtk_widget_get_width (GTK_WIDGET (self->stack))) * scale;
  order->height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self->stack))) * scale;

  self->is_working = TRUE;
  self->is_stale = self->is_wanted = FALSE;
  task = g_task_new (self, NULL, on_drawn, NULL);
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, order, (GDestroyNotify)order_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static gboolean
on_due (gpointer user_data)
{
  WayPrintPreview *self = user_data;

  self->source = 0;
  if (self->is_working)
    self->is_wanted = TRUE;
  else
    begin (self);

  return G_SOURCE_REMOVE;
}

static void
want (WayPrintPreview *self, guint delay)
{
  if (self->plan == NULL || self->is_refused)
    return;

  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (delay, on_due, self);
}

static void
turn_to (WayPrintPreview *self, guint page)
{
  self->page = page;
  update_place (self);
  want (self, 0);
}

static void
on_back (WayPrintPreview *self)
{
  turn_to (self, self->page - 1);
}

static void
on_forward (WayPrintPreview *self)
{
  turn_to (self, self->page + 1);
}

/* The picture has as many pixels as there were when it was drawn; until the next one it is scaled
 */
static void
on_draw (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  WayPrintPreview *self = user_data;
  double page_width, page_height, scale;

  if (self->picture == NULL)
    return;

  page_width = cairo_image_surface_get_width (self->picture);
  page_height = cairo_image_surface_get_height (self->picture);
  scale = MIN (width / page_width, height / page_height);
  cairo_translate (cr, (width - page_width * scale) / 2, (height - page_height * scale) / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);

  /* paper that is as light as the window has an edge */
  cairo_rectangle (cr, 0.5 / scale, 0.5 / scale, page_width - 1 / scale, page_height - 1 / scale);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.3);
  cairo_set_line_width (cr, 1 / scale);
  cairo_stroke (cr);
}

static void
on_resize (WayPrintPreview *self)
{
  want (self, DELAY);
}

static void
way_print_preview_dispose (GObject *object)
{
  WayPrintPreview *self = WAY_PRINT_PREVIEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->work, way_print_work_free);
  g_clear_pointer (&self->plan, way_snapshot_unref);
  g_clear_pointer (&self->choices, way_print_choices_free);
  g_clear_pointer (&self->picture, cairo_surface_destroy);

  G_OBJECT_CLASS (way_print_preview_parent_class)->dispose (object);
}

static void
way_print_preview_finalize (GObject *object)
{
  g_clear_object (&WAY_PRINT_PREVIEW (object)->cancellable);

  G_OBJECT_CLASS (way_print_preview_parent_class)->finalize (object);
}

static void
way_print_preview_class_init (WayPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_print_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_print_preview_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPrintPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPreview, area);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPreview, error);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPreview, place);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPreview, count);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPreview, back);
  gtk_widget_class_bind_template_child (widget_class, WayPrintPreview, forward);
  gtk_widget_class_bind_template_callback (widget_class, on_back);
  gtk_widget_class_bind_template_callback (widget_class, on_forward);
  gtk_widget_class_bind_template_callback (widget_class, on_resize);
}

static void
way_print_preview_init (WayPrintPreview *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->area, on_draw, self, NULL);
  update_place (self);
}

void
way_print_preview_show (WayPrintPreview *self, WaySnapshot *plan, const WayPrintChoices *choices,
                        const WayPrintPaper *paper)
{
  g_return_if_fail (WAY_IS_PRINT_PREVIEW (self));

  if (self->plan != plan)
    {
      g_clear_pointer (&self->plan, way_snapshot_unref);
      self->plan = way_snapshot_ref (plan);
    }
  g_clear_pointer (&self->choices, way_print_choices_free);
  self->choices = way_print_choices_copy (choices);
  self->paper = *paper;
  self->is_stale = TRUE;
  self->is_refused = FALSE;
  want (self, DELAY);
}
