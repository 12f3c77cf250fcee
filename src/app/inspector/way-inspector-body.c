/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The heading and the pages of the inspector, and what can be done to several records at once;
 * which of them is shown is the inspector's to say.
 */
#include "config.h"

#include "way-inspector-body.h"

#include <adwaita.h>

struct _WayInspectorBody
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkStack *stack;
  GtkWidget *several;
};

G_DEFINE_FINAL_TYPE (WayInspectorBody, way_inspector_body, GTK_TYPE_WIDGET)

static void
way_inspector_body_dispose (GObject *object)
{
  g_clear_pointer (&WAY_INSPECTOR_BODY (object)->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (way_inspector_body_parent_class)->dispose (object);
}

static void
way_inspector_body_class_init (WayInspectorBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_inspector_body_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-inspector-body.ui");
  gtk_widget_class_bind_template_child (widget_class, WayInspectorBody, scroller);
  gtk_widget_class_bind_template_child (widget_class, WayInspectorBody, title);
  gtk_widget_class_bind_template_child (widget_class, WayInspectorBody, subtitle);
  gtk_widget_class_bind_template_child (widget_class, WayInspectorBody, stack);
  gtk_widget_class_bind_template_child (widget_class, WayInspectorBody, several);
}

static void
way_inspector_body_init (WayInspectorBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_inspector_body_new (void)
{
  return g_object_new (WAY_TYPE_INSPECTOR_BODY, NULL);
}

void
way_inspector_body_set_heading (WayInspectorBody *self, const char *title, const char *subtitle)
{
  g_return_if_fail (WAY_IS_INSPECTOR_BODY (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
}

void
way_inspector_body_add_page (WayInspectorBody *self, GtkWidget *page)
{
  g_return_if_fail (WAY_IS_INSPECTOR_BODY (self));

  gtk_stack_add_child (self->stack, page);
}

void
way_inspector_body_show_page (WayInspectorBody *self, GtkWidget *page, gboolean for_several)
{
  g_return_if_fail (WAY_IS_INSPECTOR_BODY (self));

  if (page != NULL)
    gtk_stack_set_visible_child (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->stack), page != NULL);
  gtk_widget_set_visible (self->several, for_several);
  gtk_adjustment_set_value (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}
