/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline that people scroll, zoom and edit: the widget, its document and its layout.
 */
#include "config.h"

#include "way-marks.h"
#include "way-timeline-view-private.h"
#include "way-desktop-theme.h"
#include "way-today.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (WayTimelineView, way_timeline_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum
{
  ACTIVATE_RECORD,
  TOAST,
  VIEWPORT_CHANGED,
  LAYOUT_CHANGED,
  PASTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

#define MINIMUM_WIDTH 240
#define MINIMUM_HEIGHT 160

/* Heads never take more than this share, so that in a narrow window the body keeps most of the room
 */
#define HEAD_SHARE 0.36

static void
clear_pictures (WayTimelineView *self)
{
  way_timeline_tiles_clear (self->body);
  way_timeline_tiles_clear (self->heads);
  way_timeline_tiles_clear (self->scale);
  way_timeline_overlay_clear (self->overlay);
  way_timeline_view_update (self);
}

static void
on_theme_notify (WayTimelineView *self)
{
  self->style = way_style_get (way_desktop_theme_get ());
  clear_pictures (self);
}

static int
get_progress (WayPlan *plan, const WayId *goal, gpointer user_data)
{
  return way_progress_get (user_data, goal);
}

/* Where a lane was before an edit */
typedef struct
{
  double y;
  double height;
  guint look;
  const WayRecord *goal; /* only compared */
} LanePlace;

static GArray *
get_lane_places (WayLayout *layout)
{
  guint n_lanes = way_layout_get_n_lanes (layout);
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (LanePlace), n_lanes);

  for (guint i = 0; i < n_lanes; i++)
    {
      const WayLane *lane = way_layout_get_lane (layout, i);
      LanePlace place = { lane->y, lane->height, lane->look, lane->goal };

      g_array_append_val (places, place);
    }
  return places;
}

/* The top of the first lane that is not where or what it was; below it everything has to be painted
 * again */
static double
get_first_difference (GArray *before, WayLayout *layout)
{
  guint n_lanes = way_layout_get_n_lanes (layout);

  for (guint i = 0; i < n_lanes && i < before->len; i++)
    {
      const LanePlace *place = &g_array_index (before, LanePlace, i);
      const WayLane *lane = way_layout_get_lane (layout, i);

      if (place->y != lane->y || place->height != lane->height || place->goal != lane->goal)
        return MIN (place->y, lane->y);
    }
  if (n_lanes == before->len)
    return G_MAXDOUBLE;
  return n_lanes < before->len ? way_layout_get_height (layout)
                               : way_layout_get_lane (layout, before->len)->y;
}

/* The lanes between which something has to be painted again */
typedef struct
{
  WayTimelineView *view;
  double top;
  double bottom;
} Band;

static void
widen_by_goal (Band *band, const WayId *goal)
{
  WayLayout *layout = band->view->layout;
  int index = way_layout_find_goal (layout, goal);
  const WayLane *lane;

  if (index < 0)
    return;
  lane = way_layout_get_lane (layout, (guint)index);
  band->top = MIN (band->top, lane->y);
  band->bottom = MAX (band->bottom, lane->y + lane->height);
}

static void
widen_by_milestone (Band *band, const WayId *id)
{
  WayRecord *milestone
      = way_plan_lookup_kind (way_layout_get_plan (band->view->layout), WAY_KIND_MILESTONE, id);

  if (milestone != NULL)
    widen_by_goal (band, way_record_get_ref (milestone, WAY_MILESTONE_GOAL));
}

static void
widen_by_link (WayRecord *referrer, WayField field, gpointer user_data)
{
  if (way_record_get_kind (referrer) != WAY_KIND_DEPENDENCY)
    return;
  widen_by_milestone (user_data, way_record_get_ref (referrer, WAY_DEPENDENCY_FROM));
  widen_by_milestone (user_data, way_record_get_ref (referrer, WAY_DEPENDENCY_TO));
}

static void
widen_by_record (Band *band, const WayRecord *record)
{
  if (record == NULL)
    return;

  switch (way_record_get_kind (record))
    {
    case WAY_KIND_MILESTONE:
      widen_by_goal (band, way_record_get_ref (record, WAY_MILESTONE_GOAL));
      way_plan_foreach_referrer (way_layout_get_plan (band->view->layout),
                                 way_record_get_id (record), widen_by_link, band);
      break;
    case WAY_KIND_DEPENDENCY:
      widen_by_milestone (band, way_record_get_ref (record, WAY_DEPENDENCY_FROM));
      widen_by_milestone (band, way_record_get_ref (record, WAY_DEPENDENCY_TO));
      break;
    default: /* goals colour their lanes, credentials have a band of their own; both are rarely
                edited */
      band->top = 0;
      band->bottom = G_MAXFLOAT;
    }
}

#define MANY_CHANGES 1000 /* painting all that is seen costs less than looking at each */

static void
invalidate_changes (WayTimelineView *self, WayChangeSet *changes, double moved_from)
{
  Band band = { self, G_MAXDOUBLE, -G_MAXDOUBLE };
  guint n_changes;
  const WayChange *change = way_change_set_get_changes (changes, &n_changes);

  way_timeline_tiles_invalidate (self->heads, NULL);
  if (n_changes > MANY_CHANGES)
    {
      way_timeline_tiles_invalidate (self->body, NULL);
      return;
    }

  for (guint i = 0; i < n_changes; i++)
    {
      if (way_marks_concern (&change[i])) /* runs through all lanes, and the scale */
        {
          way_timeline_tiles_invalidate (self->body, NULL);
          way_timeline_tiles_invalidate (self->scale, NULL);
          return;
        }
      widen_by_record (&band, change[i].before);
      widen_by_record (&band, change[i].after);
    }
  if (moved_from < G_MAXDOUBLE)
    {
      band.top = MIN (band.top, moved_from);
      band.bottom = G_MAXFLOAT;
    }
  if (band.top < band.bottom)
    way_timeline_tiles_invalidate (
        self->body, &(WayRect){ -G_MAXFLOAT, band.top, 2.0 * G_MAXFLOAT, band.bottom - band.top });
}

static void
on_plan_changed (WayPlan *plan, WayChangeSet *changes, WayTimelineView *self)
{
  g_autoptr (GArray) before = get_lane_places (self->layout);

  way_timeline_drag_cancel (self);
  way_layout_update (self->layout, changes);
  if (way_layout_edits_move_arrows (self->layout))
    way_timeline_tiles_clear (self->body);
  invalidate_changes (self, changes, get_first_difference (before, self->layout));
  if (self->show_critical)
    way_timeline_tiles_invalidate (self->body, NULL); /* a path may change far away */
  way_selection_prune (self->selection, plan);
  way_timeline_link_forget_target (self);
  if (way_plan_lookup (plan, &self->link_from) == NULL)
    way_timeline_link_end (self);
  way_timeline_view_update_adjustments (self);
  way_timeline_schedule_begin (self);
  way_timeline_view_update_actions (self);
  way_timeline_view_update (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

/* Arrows of a lane may lead through all others */
static void
invalidate_looks (WayTimelineView *self, GArray *before, double moved_from)
{
  gboolean has_arrows
      = way_plan_get_count (way_timeline_view_get_plan (self), WAY_KIND_DEPENDENCY) > 0;

  way_timeline_tiles_invalidate (self->heads, NULL);
  if (moved_from < G_MAXDOUBLE)
    way_timeline_tiles_invalidate (
        self->body, &(WayRect){ -G_MAXFLOAT, moved_from, 2.0 * G_MAXFLOAT, G_MAXFLOAT });

  for (guint i = 0; i < before->len && i < way_layout_get_n_lanes (self->layout); i++)
    {
      const WayLane *lane = way_layout_get_lane (self->layout, i);

      if (lane->y >= moved_from || lane->look == g_array_index (before, LanePlace, i).look)
        continue;
      if (has_arrows)
        {
          way_timeline_tiles_invalidate (self->body, NULL);
          return;
        }
      way_timeline_tiles_invalidate (
          self->body, &(WayRect){ -G_MAXFLOAT, lane->y, 2.0 * G_MAXFLOAT, lane->height });
    }
}

static void
on_filter_changed (WayTimelineView *self)
{
  g_autoptr (GArray) before = NULL;

  if (self->layout == NULL)
    return;

  before = get_lane_places (self->layout);
  way_timeline_drag_cancel (self);
  way_timeline_find_apply (self);
  invalidate_looks (self, before, get_first_difference (before, self->layout));
  way_timeline_find_prune_selection (self);
  way_timeline_view_update_adjustments (self);
  way_timeline_view_update_actions (self);
  way_timeline_find_show (self);
  way_timeline_view_update (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

static void
on_selection_changed (WayTimelineView *self)
{
  way_timeline_edit_end_run (self);
  if (self->document != NULL)
    way_history_break (way_document_get_history (self->document));
  way_timeline_drag_follow_selection (self);
  way_timeline_view_update_actions (self);
  if (self->drag.kind == WAY_TIMELINE_DRAG_BAND)
    way_timeline_items_put_off (self); /* until it rests or is let go */
  else
    way_timeline_items_follow_selection (self);
  way_timeline_view_forget_selected (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
renew_labels (WayTimelineView *self)
{
  g_clear_pointer (&self->labels, way_labels_unref);
  self->labels = way_labels_new (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  if (self->layout != NULL)
    way_layout_set_labels (self->layout, self->labels);
  way_timeline_view_update_adjustments (self);
  clear_pictures (self);
}

static void
way_timeline_view_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (way_timeline_view_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME
      || setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    renew_labels (WAY_TIMELINE_VIEW (widget));
}

static void
way_timeline_view_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);

  GTK_WIDGET_CLASS (way_timeline_view_parent_class)->direction_changed (widget, previous);
  way_timeline_view_init_shortcuts (self);
  renew_labels (self);
}

static void
way_timeline_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                           int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : MINIMUM_HEIGHT;
  *natural = *minimum;
}

/* Another size has other items in sight */
static void
update_items (WayTimelineView *self, int width, int height)
{
  if (width != self->items_width || height != self->items_height)
    way_timeline_items_sync (self);
  way_timeline_items_allocate (self);
  self->items_width = width;
  self->items_height = height;
}

static void
way_timeline_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);

  if (self->is_fitted && self->layout != NULL && self->fitted_width != width)
    way_timeline_view_fit_now (self);
  else
    way_timeline_view_update_adjustments (self);
  way_timeline_view_settle_state (self);
  update_items (self, width, height);
  way_timeline_entry_allocate (self);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
  if (self->undated != NULL)
    gtk_popover_present (GTK_POPOVER (self->undated));
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

static void
way_timeline_view_unmap (GtkWidget *widget)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);

  way_timeline_drag_cancel (self);
  way_timeline_view_stop_moving (self);
  /* A window that closes takes the focus away last, when the entry can no longer let go of it. */
  way_timeline_entry_close (self, FALSE);
  GTK_WIDGET_CLASS (way_timeline_view_parent_class)->unmap (widget);
}

/* One stop of the Tab key for all items: arrows walk between them */
static gboolean
way_timeline_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_is_focus (widget))
    return FALSE;
  return way_timeline_view_grab_focus (self);
}

static gboolean
way_timeline_view_grab_focus_default (GtkWidget *widget)
{
  return way_timeline_view_grab_focus (WAY_TIMELINE_VIEW (widget));
}

static void
way_timeline_view_dispose (GObject *object)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (object);

  way_timeline_view_set_document (self, NULL);
  way_timeline_view_stop_moving (self);
  way_timeline_view_dispose_adjustments (self);
  way_timeline_items_dispose (self);
  g_clear_handle_id (&self->entry_source, g_source_remove);
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->undated, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (way_timeline_view_parent_class)->dispose (object);
}

static void
way_timeline_view_finalize (GObject *object)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (object);

  way_timeline_tiles_free (self->body);
  way_timeline_tiles_free (self->heads);
  way_timeline_tiles_free (self->scale);
  way_timeline_overlay_free (self->overlay);
  way_timeline_view_forget_stills (self);
  g_clear_pointer (&self->labels, way_labels_unref);
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->used_items);
  G_OBJECT_CLASS (way_timeline_view_parent_class)->finalize (object);
}

static void
way_timeline_view_class_init (WayTimelineViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_timeline_view_dispose;
  object_class->finalize = way_timeline_view_finalize;
  widget_class->measure = way_timeline_view_measure;
  widget_class->size_allocate = way_timeline_view_size_allocate;
  widget_class->snapshot = way_timeline_view_snapshot;
  widget_class->unmap = way_timeline_view_unmap;
  widget_class->focus = way_timeline_view_focus;
  widget_class->grab_focus = way_timeline_view_grab_focus_default;
  widget_class->query_tooltip = way_timeline_view_query_tooltip;
  widget_class->direction_changed = way_timeline_view_direction_changed;
  widget_class->system_setting_changed = way_timeline_view_system_setting_changed;

  way_timeline_view_scroll_class_init (object_class);
  way_timeline_view_install_actions (widget_class);

  signals[ACTIVATE_RECORD]
      = g_signal_new ("activate-record", WAY_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TOAST] = g_signal_new ("toast", WAY_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[VIEWPORT_CHANGED] = g_signal_new ("viewport-changed", WAY_TYPE_TIMELINE_VIEW,
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PASTED] = g_signal_new ("pasted", WAY_TYPE_TIMELINE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
  signals[LAYOUT_CHANGED] = g_signal_new ("layout-changed", WAY_TYPE_TIMELINE_VIEW,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
way_timeline_view_init (WayTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->selection = way_selection_new ();
  self->style = way_style_get (way_desktop_theme_get ());
  self->today = way_day_today ();
  self->anchor = self->today;
  self->day_width = 1;
  self->items = g_ptr_array_new ();
  self->used_items = g_hash_table_new (way_id_hash, way_id_equal);
  self->labels = way_labels_new (gtk_widget_get_pango_context (widget));

  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Timeline"), -1);

  way_timeline_view_init_tiles (self);
  way_timeline_view_init_gestures (self);
  way_timeline_view_init_shortcuts (self);
  way_timeline_undated_init (self);
  way_timeline_view_update_actions (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_theme_notify), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_theme_notify), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (renew_labels), NULL);
  g_signal_connect_object (self->selection, "changed", G_CALLBACK (on_selection_changed), self,
                           G_CONNECT_SWAPPED);
}

WayPlan *
way_timeline_view_get_plan (WayTimelineView *self)
{
  return self->document != NULL ? way_document_get_plan (self->document) : NULL;
}

void
way_timeline_view_update (WayTimelineView *self)
{
  way_timeline_view_forget_stills (self);
  way_timeline_items_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
way_timeline_view_follow (WayTimelineView *self)
{
  if (self->entry != NULL || self->menu != NULL)
    {
      way_timeline_view_update (self);
      return;
    }
  way_timeline_items_put_off (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[VIEWPORT_CHANGED], 0);
}

void
way_timeline_view_relayout (WayTimelineView *self)
{
  way_timeline_tiles_invalidate (self->body, NULL);
  way_timeline_tiles_invalidate (self->heads, NULL);
  way_timeline_view_update_adjustments (self);
  way_timeline_view_update_actions (self);
  way_timeline_view_update (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

void
way_timeline_view_toast (WayTimelineView *self, const char *text, gboolean undo)
{
  g_signal_emit (self, signals[TOAST], 0, text, undo);
}

void
way_timeline_view_activate (WayTimelineView *self, const WayId *id)
{
  WayId record = *id; /* the selection may change under it */

  g_signal_emit (self, signals[ACTIVATE_RECORD], 0, &record);
}

GtkWidget *
way_timeline_view_new (void)
{
  return g_object_new (WAY_TYPE_TIMELINE_VIEW, NULL);
}

static void
forget_document (WayTimelineView *self)
{
  way_timeline_drag_cancel (self);
  way_timeline_view_stop_moving (self);
  way_timeline_entry_close (self, FALSE);
  g_signal_handlers_disconnect_by_func (way_timeline_view_get_plan (self), on_plan_changed, self);
  way_selection_select (self->selection, NULL);
  way_timeline_undated_forget (self);
  way_timeline_edit_end_run (self);
  g_clear_pointer (&self->cut, way_cut_free);
  self->hover = WAY_ID_NULL;
  way_timeline_link_end (self);
  self->restored_top = WAY_ID_NULL;
  g_clear_handle_id (&self->schedule_source, g_source_remove);
  g_clear_pointer (&self->layout, way_layout_free);
  g_clear_pointer (&self->progress, way_progress_free);
  g_clear_object (&self->document);
}

void
way_timeline_view_set_document (WayTimelineView *self, WayDocument *document)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));
  g_return_if_fail (document == NULL || WAY_IS_DOCUMENT (document));

  if (self->document == document)
    return;
  if (self->document != NULL)
    {
      forget_document (self);
      way_timeline_view_update_actions (self); /* nor what could be repaired there */
    }

  if (document != NULL)
    {
      WayPlan *plan = way_document_get_plan (document);

      self->document = g_object_ref (document);
      self->progress
          = way_progress_new (plan); /* before the next line: it must hear of edits first */
      g_signal_connect (plan, "changed", G_CALLBACK (on_plan_changed), self);
      self->layout = way_layout_new (plan, self->labels, self->day_width);
      way_layout_set_progress_func (self->layout, get_progress, self->progress);
      way_timeline_find_apply (self);
      way_timeline_schedule_apply_critical (self);
      way_timeline_schedule_begin (self);
      self->is_fitted = TRUE;
      self->fitted_width = 0;
    }
  way_timeline_view_update_actions (self);
  clear_pictures (self);
  g_signal_emit (self, signals[LAYOUT_CHANGED], 0);
}

void
way_timeline_view_set_filter (WayTimelineView *self, WayFilterState *filter)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "changed", G_CALLBACK (on_filter_changed), self,
                           G_CONNECT_SWAPPED);
  on_filter_changed (self);
}

void
way_timeline_view_set_lowest (WayTimelineView *self, gboolean is_lowest)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));

  self->is_lowest = is_lowest;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

WayDocument *
way_timeline_view_get_document (WayTimelineView *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), NULL);

  return self->document;
}

WaySelection *
way_timeline_view_get_selection (WayTimelineView *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), NULL);

  return self->selection;
}

WayLayout *
way_timeline_view_get_layout (WayTimelineView *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), NULL);

  return self->layout;
}

WayViewport
way_timeline_view_get_viewport (WayTimelineView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  WayMetrics metrics = way_metrics_new (way_labels_get_scale (self->labels));
  int width = gtk_widget_get_width (widget);

  return (WayViewport){
    .scale = { self->anchor + self->offset / self->day_width, self->day_width },
    .scroll_y = way_timeline_view_get_scroll_y (self),
    .width = width,
    .height = gtk_widget_get_height (widget),
    .head_width = floor (MIN (metrics.head_width, width * HEAD_SHARE)),
    .scale_height = floor (metrics.scale_height),
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
}

const WayStyle *
way_timeline_view_get_style (WayTimelineView *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), NULL);

  return self->style;
}

WayDay
way_timeline_view_get_today (WayTimelineView *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), 0);

  return self->today;
}

void
way_timeline_view_set_today (WayTimelineView *self, WayDay today)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));

  self->today = today;
  way_timeline_view_update_adjustments (self);
  way_timeline_view_update (self);
}

gboolean
way_timeline_view_is_typing (WayTimelineView *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_VIEW (self), FALSE);

  return self->entry != NULL;
}

void
way_timeline_view_reveal (WayTimelineView *self, const WayId *id)
{
  g_return_if_fail (WAY_IS_TIMELINE_VIEW (self));
  g_return_if_fail (id != NULL);

  if (self->layout == NULL)
    return;
  way_timeline_unfold_to (self, id);
  way_selection_select (self->selection, id);
  way_timeline_scroll_to_record (self, id);
}
