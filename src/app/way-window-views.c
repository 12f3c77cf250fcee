/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The views of a window's plan, the timeline and the outline: which is shown, and the switcher that
 * goes to the foot where the window is narrow.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-view-state.h"

#include <glib/gi18n.h>

#define TITLE_CHARS 42 /* about as wide as what is beside the switcher */

static gboolean
is_outline (WayWindow *self)
{
  return g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "outline") == 0;
}

/* The title gives its place in the middle to the switcher, and comes back where that has no room */
void
way_window_update_views (WayWindow *self)
{
  gboolean has_plan = self->document != NULL;
  GtkWidget *sensed = adw_squeezer_get_visible_child (self->width_sensor);
  gboolean is_wide = sensed == self->wide || sensed == self->widest;

  /* Each makes its buttons when it gets the views, and most windows only ever show one of them */
  if (has_plan && is_wide)
    adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (self->switcher), self->views);
  else if (has_plan)
    adw_view_switcher_bar_set_stack (self->switcher_bar, self->views);

  adw_squeezer_page_set_enabled (adw_squeezer_get_page (self->centre, self->switcher),
                                 has_plan && is_wide);
  /* or it would claim its width there all the same */
  gtk_widget_set_visible (GTK_WIDGET (self->centre_title), !has_plan || !is_wide);
  gtk_widget_set_visible (GTK_WIDGET (self->title), has_plan && is_wide);
  /* which the menu has, too: the title needs its place */
  gtk_widget_set_visible (self->new_button, !has_plan || is_wide);
  gtk_widget_set_visible (self->share_place, has_plan && sensed == self->widest);
  adw_view_switcher_bar_set_reveal (self->switcher_bar, has_plan && !is_wide);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.view", has_plan);
}

/* A long title would take the place of all that is beside it, and push the switcher aside */
static void
bound_title (WayWindow *self)
{
  GtkWidget *box = gtk_widget_get_first_child (GTK_WIDGET (self->title));

  for (GtkWidget *label = gtk_widget_get_first_child (box); label != NULL;
       label = gtk_widget_get_next_sibling (label))
    if (GTK_IS_LABEL (label))
      gtk_label_set_max_width_chars (GTK_LABEL (label), TITLE_CHARS);
}

static gboolean
on_idle (gpointer user_data)
{
  WayWindow *self = user_data;

  self->views_source = 0;
  way_window_update_views (self);
  return G_SOURCE_REMOVE;
}

/* It is noticed while places are given out, when none may change */
static void
on_width_changed (WayWindow *self)
{
  if (self->views_source == 0)
    self->views_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_idle, self, NULL);
}

/* As it was when this plan was looked at last */
static void
restore_outline (WayWindow *self)
{
  g_autoptr (GKeyFile) state = NULL;

  if (self->document == NULL || way_document_get_file (self->document) == NULL)
    return;

  state = way_view_state_load (way_plan_get_id (way_document_get_plan (self->document)));
  way_outline_pane_restore_state (self->outline, state);
}

static void
on_view_changed (WayWindow *self)
{
  gboolean had_focus;

  if (adw_view_stack_get_visible_child (self->views) == NULL)
    return; /* while the window is taken apart */

  /* It is made when it is first needed */
  if (is_outline (self) && self->outline == NULL)
    {
      self->outline = WAY_OUTLINE_PANE (way_outline_pane_new ());
      g_signal_connect_swapped (self->outline, "toast", G_CALLBACK (way_window_show_toast), self);
      g_signal_connect_swapped (self->outline, "activate-record",
                                G_CALLBACK (way_window_edit_details), self);
      g_signal_connect_object (way_timeline_pane_get_view (self->timeline), "pasted",
                               G_CALLBACK (way_outline_pane_show_selection), self->outline,
                               G_CONNECT_SWAPPED);
      adw_bin_set_child (self->outline_place, GTK_WIDGET (self->outline));
      way_window_update_outline (self);
      restore_outline (self);
    }

  had_focus = gtk_window_get_focus (GTK_WINDOW (self)) == NULL;
  if (!is_outline (self))
    {
      const WayId *primary
          = way_selection_get_primary (way_timeline_pane_get_selection (self->timeline));

      if (primary != NULL
          && way_selection_get_count (way_timeline_pane_get_selection (self->timeline)) == 1)
        {
          WayId id = *primary;

          way_timeline_pane_reveal (self->timeline, &id);
        }
    }
  if (had_focus
      || !gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self)),
                                  GTK_WIDGET (self->inspector)))
    gtk_widget_grab_focus (way_window_get_view (self));
  g_object_notify (G_OBJECT (self), "view");
}

GtkWidget *
way_window_get_view (WayWindow *self)
{
  if (is_outline (self) && self->outline != NULL)
    return GTK_WIDGET (self->outline);
  return way_timeline_pane_get_view (self->timeline);
}

static gboolean
matches (const WayRecord *record, gpointer user_data)
{
  return way_filter_state_matches (user_data, record);
}

/* A table lists what was found and nothing else: a dimmed row would only be in the way */
void
way_window_filter_outline (WayWindow *self)
{
  WayOutlineModel *model
      = self->outline != NULL ? way_outline_pane_get_model (self->outline) : NULL;

  if (model == NULL)
    return;
  if (way_filter_state_is_active (self->filter))
    way_outline_model_set_filter (model, matches, g_object_ref (self->filter), g_object_unref);
  else
    way_outline_model_set_filter (model, NULL, NULL, NULL);
}

void
way_window_update_outline (WayWindow *self)
{
  if (self->outline == NULL)
    return;
  way_outline_pane_set_document (self->outline, self->document,
                                 way_timeline_pane_get_selection (self->timeline));
  way_window_filter_outline (self);
}

void
way_window_reveal (WayWindow *self, const WayId *id)
{
  if (is_outline (self))
    way_outline_pane_reveal (self->outline, id);
  else
    way_timeline_pane_reveal (self->timeline, id);
}

void
way_window_store_views (WayWindow *self, GKeyFile *state)
{
  g_key_file_set_string (state, "window", "view",
                         adw_view_stack_get_visible_child_name (self->views));
  if (self->outline != NULL)
    way_outline_pane_store_state (self->outline, state);
}

void
way_window_restore_views (WayWindow *self, GKeyFile *state)
{
  g_autofree char *view = g_key_file_get_string (state, "window", "view", NULL);

  if (view != NULL && adw_view_stack_get_child_by_name (self->views, view) != NULL)
    adw_view_stack_set_visible_child_name (self->views, view);
  if (self->outline != NULL)
    way_outline_pane_restore_state (self->outline, state);
}

void
way_window_bind_views (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WayWindow, views);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, outline_place);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, switcher_bar);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, centre);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, centre_title);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, width_sensor);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, wide);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, widest);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, share_place);
}

void
way_window_init_views (WayWindow *self)
{
  bound_title (self);
  g_signal_connect_object (self->views, "notify::visible-child", G_CALLBACK (on_view_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->width_sensor, "notify::visible-child",
                           G_CALLBACK (on_width_changed), self, G_CONNECT_SWAPPED);
}
