/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The widgets that screen readers and the focus find over the painted picture: one for each lane
 * and item in sight.
 */
#include "way-item-text.h"
#include "way-schedule-words.h"
#include "way-timeline-view-private.h"

#define REST_MS 100    /* after the last step of scrolling or zooming */
#define LONGEST_MS 500 /* that they are put off in all */
#define MOST_ITEMS 500 /* beyond that items melt together and there is nothing to point at */

/* While the widgets are dealt out anew */
typedef struct
{
  WayTimelineView *view;
  WayViewport viewport;
  GPtrArray *wanted; /* of WayRecord, in the order of the picture */
} Deal;

static gboolean
want_item (const WayItem *item, gpointer user_data)
{
  Deal *deal = user_data;

  g_ptr_array_add (deal->wanted, item->record);
  return deal->wanted->len < MOST_ITEMS;
}

/* The lanes in sight, each before its items */
static void
gather (Deal *deal)
{
  WayTimelineView *self = deal->view;
  WayRect sight = way_viewport_get_area (&deal->viewport);
  guint n_lanes = way_layout_get_n_lanes (self->layout);
  int index = MAX (0, way_layout_find_lane (self->layout, sight.y));

  for (guint i = (guint)index; i < n_lanes && deal->wanted->len < MOST_ITEMS; i++)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, i);
      double top = MAX (lane->y, sight.y);
      double bottom = MIN (lane->y + lane->height, sight.y + sight.height);
      WayRect part = { sight.x, top, sight.width, bottom - top };

      if (top >= bottom)
        break;
      if (lane->goal != NULL)
        g_ptr_array_add (deal->wanted, lane->goal);
      way_layout_foreach_visible (self->layout, deal->viewport.scale, &part, want_item, deal);
    }
}

static void
on_item_focused (GtkEventControllerFocus *focus, WayTimelineView *self)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));
  WayRecord *record = way_timeline_item_get_record (WAY_TIMELINE_ITEM (widget));

  if (self->moving_focus || record == NULL
      || way_selection_contains (self->selection, way_record_get_id (record)))
    return;
  way_selection_select (self->selection, way_record_get_id (record));
}

static WayTimelineItem *
add_item (WayTimelineView *self)
{
  GtkWidget *item = way_timeline_item_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (on_item_focused), self);
  gtk_widget_add_controller (item, focus);
  gtk_widget_set_child_visible (item, FALSE);
  gtk_widget_set_parent (item, GTK_WIDGET (self));
  g_ptr_array_add (self->items, item);
  return WAY_TIMELINE_ITEM (item);
}

/* Those that show what is still wanted keep it; the others are free for something else */
static GPtrArray *
release_unwanted (WayTimelineView *self, GPtrArray *wanted)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (way_id_hash, way_id_equal);
  GPtrArray *free_items = g_ptr_array_new ();

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (kept, (gpointer)way_record_get_id (g_ptr_array_index (wanted, i)));

  g_hash_table_remove_all (self->used_items);
  for (guint i = 0; i < self->items->len; i++)
    {
      WayTimelineItem *item = g_ptr_array_index (self->items, i);
      WayRecord *record = way_timeline_item_get_record (item);

      if (record == NULL || !g_hash_table_contains (kept, way_record_get_id (record)))
        g_ptr_array_add (free_items, item);
      else
        g_hash_table_insert (self->used_items, (gpointer)way_record_get_id (record), item);
    }
  return free_items;
}

/* A widget must not go away with the focus: a dialog that is open then gives it back to nothing */
static void
free_focus (WayTimelineView *self, GPtrArray *free_items)
{
  GtkWidget *focused = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (focused == NULL || !g_ptr_array_find (free_items, focused, NULL))
    return;
  self->moving_focus = TRUE;
  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
  self->moving_focus = FALSE;
}

static GtkAllocation
get_area (Deal *deal, WayRecord *record)
{
  WayTimelineView *self = deal->view;
  const WayId *id = way_record_get_id (record);
  int index = way_layout_find_goal (self->layout, id);
  WayRect rect = { 0, 0, 0, 0 };

  if (index >= 0)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, (guint)index);

      rect = way_viewport_mirror (
          &deal->viewport,
          (WayRect){ 0, lane->y - deal->viewport.scroll_y + deal->viewport.scale_height,
                     deal->viewport.head_width, lane->height });
    }
  else
    way_hit_item_rect (self->layout, &deal->viewport, id, &rect);

  return (GtkAllocation){ (int)floor (rect.x), (int)floor (rect.y), MAX (1, (int)ceil (rect.width)),
                          MAX (1, (int)ceil (rect.height)) };
}

/* What a milestone belongs to, or a goal is part of */
static WayRecord *
find_goal (Deal *deal, WayRecord *record)
{
  WayPlan *plan = way_timeline_view_get_plan (deal->view);
  WayKind kind = way_record_get_kind (record);
  const WayId *id = NULL;

  if (kind == WAY_KIND_MILESTONE)
    id = way_record_get_ref (record, WAY_MILESTONE_GOAL);
  else if (kind == WAY_KIND_GOAL)
    id = way_record_get_ref (record, WAY_GOAL_PARENT);
  return id != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, id) : NULL;
}

/* Assistive technology counts positions by the order of the widgets, which are dealt out as they
 * come free. Those in use come to stand as in the picture, before all others. */
static void
put_in_order (WayTimelineView *self, GPtrArray *wanted)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *before = NULL;

  for (guint i = 0; i < wanted->len; i++)
    {
      const WayId *id = way_record_get_id (g_ptr_array_index (wanted, i));
      GtkWidget *item = g_hash_table_lookup (self->used_items, id);

      if (gtk_widget_get_prev_sibling (item) != before)
        gtk_widget_insert_after (item, widget, before);
      before = item;
    }
}

/* What the name of an item says besides, for it does not stand in its record alone */
static char *
make_remark (Deal *deal, const WayRecord *record)
{
  WayTimelineView *self = deal->view;
  WayKind kind = way_record_get_kind (record);
  guint n_undated;
  int index;

  if (kind == WAY_KIND_MILESTONE)
    return way_schedule_words_remark (way_timeline_view_get_plan (self), record);
  if (kind != WAY_KIND_GOAL)
    return NULL;

  index = way_layout_find_goal (self->layout, way_record_get_id (record));
  n_undated = index >= 0 ? way_layout_get_lane (self->layout, (guint)index)->n_undated : 0;
  return n_undated > 0 ? way_text_undated (n_undated) : NULL;
}

static void
show (Deal *deal, WayTimelineItem *item, WayRecord *record)
{
  WayTimelineView *self = deal->view;
  const WayId *id = way_record_get_id (record);
  GtkAllocation area = get_area (deal, record);
  g_autofree char *remark = make_remark (deal, record);

  way_timeline_item_set_record (item, record, remark);
  way_timeline_item_set_goal (item, find_goal (deal, record));
  way_timeline_item_set_selected (item, way_selection_contains (self->selection, id));
  if (way_record_get_kind (record) == WAY_KIND_GOAL)
    way_timeline_item_set_expanded (item, !way_layout_get_folded (self->layout, id));
  way_timeline_item_set_area (item, &area);
  gtk_widget_set_child_visible (GTK_WIDGET (item), TRUE);
}

static void
hide_all (WayTimelineView *self)
{
  free_focus (self, self->items);
  g_hash_table_remove_all (self->used_items);
  for (guint i = 0; i < self->items->len; i++)
    {
      gtk_widget_set_child_visible (g_ptr_array_index (self->items, i), FALSE);
      way_timeline_item_set_record (g_ptr_array_index (self->items, i), NULL, NULL);
    }
}

static gboolean
on_rest (gpointer user_data)
{
  way_timeline_items_catch_up (user_data);
  return G_SOURCE_REMOVE;
}

void
way_timeline_items_put_off (WayTimelineView *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->items_source == 0)
    self->items_since = now;
  else if (now - self->items_since > LONGEST_MS * 1000)
    return; /* a movement that does not end, as at the edge of the view */

  g_clear_handle_id (&self->items_source, g_source_remove);
  self->items_source = g_timeout_add (REST_MS, on_rest, self);
}

void
way_timeline_items_catch_up (WayTimelineView *self)
{
  if (self->items_source == 0)
    return;
  way_timeline_items_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
way_timeline_items_sync (WayTimelineView *self)
{
  Deal deal = { .view = self, .viewport = way_timeline_view_get_viewport (self) };
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();
  g_autoptr (GPtrArray) free_items = NULL;

  g_clear_handle_id (&self->items_source, g_source_remove);
  if (self->layout == NULL || way_viewport_body_width (&deal.viewport) <= 0)
    {
      hide_all (self);
      return;
    }

  deal.wanted = wanted;
  gather (&deal);
  free_items = release_unwanted (self, wanted);
  free_focus (self, free_items);
  for (guint i = 0; i < wanted->len; i++)
    {
      WayRecord *record = g_ptr_array_index (wanted, i);
      WayTimelineItem *item = g_hash_table_lookup (self->used_items, way_record_get_id (record));

      if (item == NULL)
        item = free_items->len > 0 ? g_ptr_array_steal_index_fast (free_items, free_items->len - 1)
                                   : add_item (self);
      /* The key lives in the record, which may be another one of the same id now */
      g_hash_table_remove (self->used_items, way_record_get_id (record));
      show (&deal, item, record);
      g_hash_table_insert (self->used_items, (gpointer)way_record_get_id (record), item);
    }
  put_in_order (self, wanted);

  for (guint i = 0; i < free_items->len; i++)
    {
      gtk_widget_set_child_visible (g_ptr_array_index (free_items, i), FALSE);
      way_timeline_item_set_record (g_ptr_array_index (free_items, i), NULL, NULL);
    }

  /* What was selected out of sight and came into it is what screen readers wait for */
  if (self->entry == NULL && gtk_widget_is_focus (GTK_WIDGET (self)))
    way_timeline_view_grab_focus (self);
}

void
way_timeline_items_allocate (WayTimelineView *self)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->used_items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    way_timeline_item_place (item);
}

void
way_timeline_items_dispose (WayTimelineView *self)
{
  g_clear_handle_id (&self->items_source, g_source_remove);
  g_hash_table_remove_all (self->used_items);
  for (guint i = 0; i < self->items->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->items, i));
  g_ptr_array_set_size (self->items, 0);
}

/* The widget of the primary record, or the view itself when that is out of sight */
gboolean
way_timeline_view_grab_focus (WayTimelineView *self)
{
  const WayId *primary = way_selection_get_primary (self->selection);
  GtkWidget *item;
  gboolean taken;

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return FALSE; /* it is going, and with it what is selected */
  way_timeline_items_catch_up (self);
  item = primary != NULL ? g_hash_table_lookup (self->used_items, primary) : NULL;
  self->moving_focus = TRUE;
  if (item != NULL)
    taken = gtk_widget_grab_focus (item);
  else
    taken = GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->grab_focus (GTK_WIDGET (self));
  self->moving_focus = FALSE;
  return taken;
}

void
way_timeline_items_follow_selection (WayTimelineView *self)
{
  GHashTableIter iter;
  gpointer id;
  gpointer item;

  way_timeline_items_catch_up (self);
  g_hash_table_iter_init (&iter, self->used_items);
  while (g_hash_table_iter_next (&iter, &id, &item))
    way_timeline_item_set_selected (item, way_selection_contains (self->selection, id));

  /* Only when the focus is here: typing in the inspector must not lose it */
  if (self->entry == NULL
      && (gtk_widget_is_focus (GTK_WIDGET (self))
          || gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL))
    way_timeline_view_grab_focus (self);
}
