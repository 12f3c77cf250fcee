/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are dropped on the window: plans are opened, others become evidence of what they fall
 * on.
 */
#include "config.h"

#include "way-format.h"
#include "way-window-private.h"

#include <glib/gi18n.h>

static gboolean
is_plan (GFile *file)
{
  const WayFormat *plans = way_formats_find ("waymark");
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFileInfo) info = NULL;

  if (way_formats_find_for_path (name) == plans)
    return TRUE;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_CONTENT_TYPE, G_FILE_QUERY_INFO_NONE,
                            NULL, NULL);
  return info != NULL && g_file_info_get_content_type (info) != NULL
         && g_content_type_is_a (g_file_info_get_content_type (info), plans->media_type);
}

/* FALSE where there is none. The view shows which it is. */
static gboolean
find_record (WayWindow *self, double x, double y, WayId *id)
{
  GtkWidget *timeline = way_timeline_pane_get_view (self->timeline);
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *view = way_window_get_view (self);
  const WayId *primary
      = way_selection_get_primary (way_timeline_pane_get_selection (self->timeline));
  double view_x = -1;
  double view_y = -1;
  gboolean is_found;

  if (self->document == NULL)
    return FALSE;

  if (picked != NULL && (picked == view || gtk_widget_is_ancestor (picked, view)))
    gtk_widget_translate_coordinates (GTK_WIDGET (self), view, x, y, &view_x, &view_y);
  is_found = view == timeline
                 ? way_timeline_view_point_at (WAY_TIMELINE_VIEW (view), view_x, view_y, id)
                 : way_outline_pane_point_at (self->outline, view_x, view_y, id);
  if (is_found || picked == NULL || primary == NULL
      || !gtk_widget_is_ancestor (picked, GTK_WIDGET (self->inspector)))
    return is_found;

  *id = *primary; /* it is the one that the inspector shows */
  return TRUE;
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, WayWindow *self)
{
  WayId id;

  find_record (self, x, y, &id);
  return GDK_ACTION_COPY;
}

static void
on_leave (WayWindow *self)
{
  WayId id;

  find_record (self, -1, -1, &id);
}

static void
say_no_plan (WayWindow *self, GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (
      _ ("“%s” is no plan. Drop it on a milestone to have it there as evidence."), shown);

  way_window_show_toast (self, text, FALSE);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, WayWindow *self)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));
  g_autoptr (GListStore) evidence = g_list_store_new (G_TYPE_FILE);
  WaySelection *selection = way_timeline_pane_get_selection (self->timeline);
  WayId id;
  gboolean is_found = find_record (self, x, y, &id);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      /* Where no plan is open, what is wrong with a file is told by who cannot read it */
      if (self->document == NULL || is_plan (l->data))
        way_window_open_file (self, l->data);
      else if (is_found)
        g_list_store_append (evidence, l->data);
      else
        say_no_plan (self, l->data);
    }

  on_leave (self);
  if (g_list_model_get_n_items (G_LIST_MODEL (evidence)) > 0)
    {
      way_selection_select (selection, &id); /* the inspector lists it */
      way_window_add_evidence (self, &id, G_LIST_MODEL (evidence));
    }

  return files != NULL;
}

void
way_window_init_drop (WayWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
