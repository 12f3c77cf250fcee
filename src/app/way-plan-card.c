/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan to choose on the start page: a picture of its timeline, its title and a line about it.
 */
#include "config.h"

#include "way-plan-card.h"
#include "way-desktop-theme.h"

#include <adwaita.h>

#define PICTURE_WIDTH 280
#define PICTURE_HEIGHT 132

struct _WayPlanCard
{
  GtkFlowBoxChild parent_instance;

  char *action;
  char *target;
  WayPlanLoader loader; /* nullable: without a picture */
  gpointer source;
  GBoxedCopyFunc copy_source;
  GDestroyNotify free_source;
  gboolean takes_title; /* of the plan that is drawn */
  GCancellable *cancellable;

  GtkWidget *frame;
  GtkPicture *picture;
  GtkLabel *title;
  GtkLabel *subtitle;
};

G_DEFINE_FINAL_TYPE (WayPlanCard, way_plan_card, GTK_TYPE_FLOW_BOX_CHILD)

static void
name_card (WayPlanCard *self, const char *title)
{
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

static void
on_preview_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WayPlanCard) self = user_data;
  g_autofree char *title = NULL;
  g_autoptr (GdkTexture) texture = way_plan_preview_load_finish (result, &title, NULL);

  if (texture == NULL || self->cancellable == NULL)
    return; /* a card without a picture still opens its plan, or says why it cannot */

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  if (title != NULL && self->takes_title)
    name_card (self, title);
}

static void
update_picture (WayPlanCard *self)
{
  if (self->loader == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  way_plan_preview_load_async (self->loader, self->copy_source (self->source), self->free_source,
                               way_desktop_theme_get (), PICTURE_WIDTH, PICTURE_HEIGHT,
                               gtk_widget_get_scale_factor (GTK_WIDGET (self)), self->cancellable,
                               on_preview_loaded, g_object_ref (self));
}

static void
way_plan_card_dispose (GObject *object)
{
  WayPlanCard *self = WAY_PLAN_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (way_plan_card_parent_class)->dispose (object);
}

static void
way_plan_card_finalize (GObject *object)
{
  WayPlanCard *self = WAY_PLAN_CARD (object);

  if (self->free_source != NULL)
    self->free_source (self->source);
  g_free (self->action);
  g_free (self->target);

  G_OBJECT_CLASS (way_plan_card_parent_class)->finalize (object);
}

static void
way_plan_card_class_init (WayPlanCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_plan_card_dispose;
  object_class->finalize = way_plan_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-plan-card.ui");
  gtk_widget_class_bind_template_child (widget_class, WayPlanCard, frame);
  gtk_widget_class_bind_template_child (widget_class, WayPlanCard, picture);
  gtk_widget_class_bind_template_child (widget_class, WayPlanCard, title);
  gtk_widget_class_bind_template_child (widget_class, WayPlanCard, subtitle);
}

static void
way_plan_card_init (WayPlanCard *self)
{
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->frame, FALSE);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (update_picture), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (update_picture), self, G_CONNECT_SWAPPED);
}

GtkWidget *
way_plan_card_new (const char *title, const char *subtitle, const char *action, const char *target)
{
  WayPlanCard *self;

  g_return_val_if_fail (title != NULL && subtitle != NULL, NULL);
  g_return_val_if_fail (action != NULL && target != NULL, NULL);

  self = g_object_new (WAY_TYPE_PLAN_CARD, NULL);
  self->action = g_strdup (action);
  self->target = g_strdup (target);
  name_card (self, title);
  gtk_label_set_label (self->subtitle, subtitle);

  return GTK_WIDGET (self);
}

void
way_plan_card_draw (WayPlanCard *self, WayPlanLoader loader, gpointer source,
                    GBoxedCopyFunc copy_source, GDestroyNotify free_source)
{
  g_return_if_fail (WAY_IS_PLAN_CARD (self));
  g_return_if_fail (self->loader == NULL);

  self->loader = loader;
  self->source = source;
  self->copy_source = copy_source;
  self->free_source = free_source;
  gtk_widget_set_visible (self->frame, TRUE);
  update_picture (self);
}

void
way_plan_card_take_title (WayPlanCard *self)
{
  g_return_if_fail (WAY_IS_PLAN_CARD (self));

  self->takes_title = TRUE;
}

void
way_plan_card_choose (WayPlanCard *self)
{
  g_return_if_fail (WAY_IS_PLAN_CARD (self));

  gtk_widget_activate_action (GTK_WIDGET (self), self->action, "s", self->target);
}
