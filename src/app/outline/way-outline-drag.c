/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Rows that are dragged: where they would go, and what is drawn there.
 */
#include "config.h"

#include "way-desktop-theme.h"
#include "way-outline-pane-private.h"

#define LINE 2.0F
#define EDGE 0.3F /* of a goal's row: above and below it, and not into it */

static GdkContentProvider *
on_prepare (GtkDragSource *source, double x, double y, WayOutlinePane *self)
{
  WayOutlineCell *cell = way_outline_list_pick (self, x, y, NULL);
  WayOutlineRow *row = cell != NULL ? way_outline_cell_get_row (cell) : NULL;
  const WayId *id;
  g_autoptr (GdkPaintable) picture = NULL;

  if (row == NULL || self->editor != NULL || way_document_get_read_only (self->document))
    return NULL;

  id = way_record_get_id (way_outline_row_get_record (row));
  if (!way_selection_contains (self->selection, id))
    way_selection_select (self->selection, id);
  picture = gtk_widget_paintable_new (GTK_WIDGET (cell));
  gtk_drag_source_set_icon (source, picture, 0, 0);
  return gdk_content_provider_new_typed (WAY_TYPE_OUTLINE_ROW, row);
}

gboolean
way_outline_drag_find_place (WayOutlinePane *self, double x, double y, WayOutlineDrop *drop)
{
  g_autoptr (GArray) ids = way_outline_get_moved (self);
  const WayId *moved = (const WayId *)(gpointer)ids->data;
  WayOutlineCell *cell = way_outline_list_pick (self, x, y, &drop->area);
  WayOutlineRow *row = cell != NULL ? way_outline_cell_get_row (cell) : NULL;
  WayPlan *plan = way_document_get_plan (self->document);
  const WayRecord *target;
  float part;

  if (row == NULL)
    return FALSE;

  target = way_outline_row_get_record (row);
  drop->target = *way_record_get_id (target);
  part = ((float)y - drop->area.origin.y) / drop->area.size.height;
  drop->place = part < 0.5F ? WAY_OUTLINE_BEFORE : WAY_OUTLINE_AFTER;
  if (way_record_get_kind (target) == WAY_KIND_GOAL
      && ((part > EDGE && part < 1 - EDGE)
          || !way_outline_can_move (plan, moved, ids->len, target, drop->place)))
    drop->place = WAY_OUTLINE_INTO;
  drop->indent = way_outline_cell_get_indent (cell);
  return way_outline_can_move (plan, moved, ids->len, target, drop->place);
}

static void
clear (WayOutlinePane *self)
{
  self->drop_is_shown = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
way_outline_pane_point_at (WayOutlinePane *self, double x, double y, WayId *id)
{
  WayOutlineCell *cell = way_outline_list_pick (self, x, y, &self->drop.area);
  WayOutlineRow *row = cell != NULL ? way_outline_cell_get_row (cell) : NULL;

  clear (self);
  if (row == NULL)
    return FALSE;

  *id = *way_record_get_id (way_outline_row_get_record (row));
  self->drop.place = WAY_OUTLINE_INTO;
  self->drop_is_shown = TRUE;
  return TRUE;
}

static GdkDragAction
on_motion (GtkDropTarget *target, double x, double y, WayOutlinePane *self)
{
  clear (self);
  self->drop_is_shown = way_outline_drag_find_place (self, x, y, &self->drop);
  return self->drop_is_shown ? GDK_ACTION_MOVE : 0;
}

/* Rows of another window are of another plan */
static gboolean
is_ours (WayOutlinePane *self, const GValue *value)
{
  WayRecord *record = way_outline_row_get_record (g_value_get_object (value));

  return way_plan_lookup (way_document_get_plan (self->document), way_record_get_id (record))
         == record;
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, WayOutlinePane *self)
{
  WayOutlineDrop drop;

  clear (self);
  return is_ours (self, value) && way_outline_drag_find_place (self, x, y, &drop)
         && way_outline_try_move (self, &drop.target, drop.place);
}

void
way_outline_drag_snapshot (WayOutlinePane *self, GtkSnapshot *snapshot)
{
  WayRgba accent = way_style_get (way_desktop_theme_get ())->accent;
  GdkRGBA colour = { (accent >> 24 & 255) / 255.0F, (accent >> 16 & 255) / 255.0F,
                     (accent >> 8 & 255) / 255.0F, 1 };
  graphene_rect_t area = self->drop.area;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GskRoundedRect outline;

  if (!self->drop_is_shown)
    return;
  if (self->drop.place == WAY_OUTLINE_INTO)
    {
      gsk_rounded_rect_init_from_rect (&outline, &area, 6);
      gtk_snapshot_append_border (snapshot, &outline, (float[4]){ LINE, LINE, LINE, LINE },
                                  (GdkRGBA[4]){ colour, colour, colour, colour });
      return;
    }

  if (self->drop.place == WAY_OUTLINE_AFTER)
    area.origin.y += area.size.height;
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (area.origin.x + (rtl ? 0 : (float)self->drop.indent),
                           area.origin.y - LINE / 2, area.size.width - (float)self->drop.indent,
                           LINE));
}

void
way_outline_drag_init (WayOutlinePane *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (WAY_TYPE_OUTLINE_ROW, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare), self);
  g_signal_connect (target, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (clear), self);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
