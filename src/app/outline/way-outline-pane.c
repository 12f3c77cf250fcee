/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan as a table. This file makes the columns and keeps the rows in step with the plan and the
 * selection.
 */
#include "config.h"

#include "way-outline-pane-private.h"

#include "way-button-name.h"

#include <glib/gi18n.h>

#define ROW_HEIGHT 34
#define ROW_PADDING 14 /* above and below the text together */

G_DEFINE_FINAL_TYPE (WayOutlinePane, way_outline_pane, GTK_TYPE_WIDGET)

enum
{
  ACTIVATE_RECORD,
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_cell_setup (GtkSignalListItemFactory *factory, GtkListItem *item, WayOutlinePane *self)
{
  WayOutlineColumn column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));

  /* The row it is in selects; with Ctrl held both would, and the second takes back the first */
  gtk_list_item_set_selectable (item, FALSE);
  gtk_list_item_set_child (item, way_outline_cell_new (column, &self->look));
}

static void
on_cell_bind (GtkSignalListItemFactory *factory, GtkListItem *item, WayOutlinePane *self)
{
  way_outline_cell_bind (WAY_OUTLINE_CELL (gtk_list_item_get_child (item)), item);
}

static void
on_cell_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, WayOutlinePane *self)
{
  way_outline_cell_bind (WAY_OUTLINE_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkColumnViewColumn *
make_column (WayOutlinePane *self, WayOutlineColumn index)
{
  const WayOutlineColumnInfo *info = way_outline_column_get (index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *column = gtk_column_view_column_new (_ (info->label), factory);
  g_autoptr (GtkSorter) sorter = way_outline_sort_new (self, index);

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect (factory, "setup", G_CALLBACK (on_cell_setup), self);
  g_signal_connect (factory, "bind", G_CALLBACK (on_cell_bind), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (on_cell_unbind), self);
  gtk_column_view_column_set_sorter (column, sorter);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, index == WAY_OUTLINE_TITLE);
  gtk_column_view_column_set_visible (column, info->is_shown);
  return column;
}

/* Which columns there are is chosen at any heading */
static GMenuModel *
make_header_menu (void)
{
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  GMenu *menu = g_menu_new ();

  g_menu_append (order, _ ("Order of the _plan"), "outline.unsort");
  for (guint i = WAY_OUTLINE_TITLE + 1; i < WAY_OUTLINE_N_COLUMNS; i++)
    {
      const WayOutlineColumnInfo *info = way_outline_column_get (i);
      g_autofree char *action = g_strconcat ("outline-columns.", info->name, NULL);

      g_menu_append (shown, _ (info->label), action);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (shown));
  return G_MENU_MODEL (menu);
}

static void
add_columns (WayOutlinePane *self)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenuModel) menu = make_header_menu ();

  for (guint i = 0; i < WAY_OUTLINE_N_COLUMNS; i++)
    {
      g_autoptr (GPropertyAction) action = NULL;

      self->columns[i] = make_column (self, i);
      gtk_column_view_column_set_header_menu (self->columns[i], menu);
      gtk_column_view_append_column (self->view, self->columns[i]);
      action
          = g_property_action_new (way_outline_column_get (i)->name, self->columns[i], "visible");
      g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "outline-columns", G_ACTION_GROUP (actions));
}

/* 0 where the column has no words of its own */
static int
measure_words (WayOutlinePane *self, WayOutlineColumn column)
{
  g_autofree char *words = way_outline_column_list_words (column);
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (words[0] == '\0')
    return 0;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/* Letters as wide as the desktop's are */
static void
measure_letters (WayOutlinePane *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  self->look.letter = letter;
  self->look.row = MAX (ROW_HEIGHT, height + ROW_PADDING);
  pango_font_metrics_unref (metrics);
  for (WayOutlineColumn i = 0; i < WAY_OUTLINE_N_COLUMNS; i++)
    self->look.words[i] = measure_words (self, i);
}

static void
way_outline_pane_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (way_outline_pane_parent_class)->css_changed (widget, change);
  measure_letters (WAY_OUTLINE_PANE (widget));
}

#define USUAL_HEIGHT 1440 /* of a screen, as long as the window has no height of its own */

/* No fewer rows than are seen in the first frame */
static guint
count_first_rows (WayOutlinePane *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (root));
  int width; /* the window insists on saying it */

  if (height == 0 && !gtk_window_is_maximized (GTK_WINDOW (root))
      && !gtk_window_is_fullscreen (GTK_WINDOW (root)))
    gtk_window_get_default_size (GTK_WINDOW (root), &width, &height);
  if (height <= 0)
    height = USUAL_HEIGHT;
  return (guint)(height / self->look.row) + 1;
}

/* The first time the rest is listed after a frame with what is seen of it */
static gboolean
on_list_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);

  if (self->ticks_to_list-- > 0)
    return G_SOURCE_CONTINUE;

  self->list_tick = 0;
  way_outline_model_set_most_rows (self->look.model, G_MAXUINT);
  return G_SOURCE_REMOVE;
}

/* Where the plan was left */
static void
restore_top (WayOutlinePane *self)
{
  WayId top = self->restored_top;

  self->restored_top = WAY_ID_NULL;
  if (way_id_is_null (&top))
    return;

  way_outline_model_set_most_rows (self->look.model, G_MAXUINT);
  if (way_outline_model_find (self->look.model, &top) != WAY_OUTLINE_NOWHERE)
    way_outline_list_set_top (self, way_outline_model_find (self->look.model, &top));
}

/* Once the rows have their places */
static gboolean
on_show_selection (gpointer user_data)
{
  WayOutlinePane *self = user_data;
  const WayId *primary;
  guint position;

  self->show_source = 0;
  restore_top (self);
  primary = self->selection != NULL ? way_selection_get_primary (self->selection) : NULL;
  if (primary == NULL)
    return G_SOURCE_REMOVE;

  way_outline_model_set_most_rows (self->look.model, G_MAXUINT);
  position = way_outline_model_unfold_to (self->look.model, primary);
  if (way_outline_list_has_focus (self))
    way_outline_list_focus (self, position);
  else
    way_outline_list_scroll_to (self, position);
  return G_SOURCE_REMOVE;
}

static void
update_welcome (WayOutlinePane *self)
{
  WayPlan *plan = self->document != NULL ? way_document_get_plan (self->document) : NULL;
  gboolean is_empty = plan != NULL && way_plan_get_count (plan, WAY_KIND_GOAL) == 0
                      && way_plan_get_count (plan, WAY_KIND_MILESTONE) == 0;

  gtk_widget_set_visible (self->welcome, is_empty);
  gtk_widget_set_visible (self->nothing,
                          plan != NULL && !is_empty
                              && g_list_model_get_n_items (G_LIST_MODEL (self->look.model)) == 0);
}

static void
way_outline_pane_map (GtkWidget *widget)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);

  if (!self->was_shown)
    {
      self->was_shown = TRUE;
      self->ticks_to_list = 1; /* the first comes before the first frame */
      way_outline_model_set_most_rows (self->look.model, count_first_rows (self));
      self->list_tick = gtk_widget_add_tick_callback (widget, on_list_tick, NULL, NULL);
    }
  way_outline_model_set_watching (self->look.model, TRUE);
  GTK_WIDGET_CLASS (way_outline_pane_parent_class)->map (widget);
  if (self->show_source == 0)
    self->show_source = g_idle_add (on_show_selection, self);
}

static void
way_outline_pane_unmap (GtkWidget *widget)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);

  g_clear_handle_id (&self->show_source, g_source_remove);
  if (self->list_tick != 0)
    gtk_widget_remove_tick_callback (widget, self->list_tick);
  self->list_tick = 0;
  way_outline_model_set_most_rows (self->look.model, G_MAXUINT);
  GTK_WIDGET_CLASS (way_outline_pane_parent_class)->unmap (widget);
  way_outline_model_set_watching (self->look.model, FALSE);
}

static gboolean
way_outline_pane_grab_focus (GtkWidget *widget)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);

  return gtk_widget_grab_focus (self->list);
}

/* The button of an empty plan lies over the middle of the list, where GTK, which goes by places,
 * finds no order: it comes after the list */
static gboolean
way_outline_pane_focus (GtkWidget *widget, GtkDirectionType direction)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);
  GtkWidget *chain[] = { GTK_WIDGET (self->view), self->welcome };
  guint first = direction == GTK_DIR_TAB_FORWARD ? 0 : 1;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (!gtk_widget_get_visible (self->welcome)
      || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (way_outline_pane_parent_class)->focus (widget, direction);

  if (focus == NULL || !gtk_widget_is_ancestor (focus, chain[1 - first]))
    if (gtk_widget_child_focus (chain[first], direction))
      return TRUE;
  return gtk_widget_child_focus (chain[1 - first], direction);
}

static WayOutlineCell *
find_cell (WayOutlinePane *self, double x, double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  /* The cell fills what GTK calls one, but not its edges */
  if (widget != NULL && !WAY_IS_OUTLINE_CELL (widget)
      && WAY_IS_OUTLINE_CELL (gtk_widget_get_first_child (widget)))
    widget = gtk_widget_get_first_child (widget);
  return WAY_IS_OUTLINE_CELL (widget) ? WAY_OUTLINE_CELL (widget) : NULL;
}

static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, WayOutlinePane *self)
{
  WayOutlineCell *cell = find_cell (self, x, y);
  const WayOutlineEntry *entry;
  graphene_point_t point;

  if (cell == NULL
      || !gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (cell),
                                    &GRAPHENE_POINT_INIT ((float)x, (float)y), &point))
    return;

  entry = way_outline_model_get_entry (self->look.model, way_outline_cell_get_position (cell));
  if (way_outline_cell_is_arrow (cell, point.x))
    way_outline_model_set_expanded (self->look.model, way_record_get_id (entry->record),
                                    !entry->is_expanded);
  else if (n_press == 2)
    way_outline_edit (self, way_outline_cell_get_position (cell),
                      way_outline_cell_get_column (cell));
  else
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
show_menu (WayOutlinePane *self, GtkGesture *gesture, double x, double y)
{
  WayOutlineCell *cell = way_outline_list_pick (self, x, y, NULL);
  guint position;

  if (cell == NULL)
    return;
  position = way_outline_cell_get_position (cell);
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->look.model), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->look.model), position, TRUE);
  way_outline_list_focus (self, position);
  way_outline_menu_popup (self, x, y);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_secondary_pressed (GtkGestureClick *gesture, int n_press, double x, double y,
                      WayOutlinePane *self)
{
  show_menu (self, GTK_GESTURE (gesture), x, y);
}

/* Fingers have no secondary button */
static void
on_long_pressed (GtkGestureLongPress *gesture, double x, double y, WayOutlinePane *self)
{
  show_menu (self, GTK_GESTURE (gesture), x, y);
}

static void
way_outline_pane_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (way_outline_pane_parent_class)->snapshot (widget, snapshot);
  way_outline_drag_snapshot (WAY_OUTLINE_PANE (widget), snapshot);
}

static void
way_outline_pane_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  GTK_WIDGET_CLASS (way_outline_pane_parent_class)->direction_changed (widget, before);
  if (WAY_OUTLINE_PANE (widget)->shortcuts != NULL)
    way_outline_init_shortcuts (WAY_OUTLINE_PANE (widget));
}

static void
way_outline_pane_dispose (GObject *object)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->go_on_source, g_source_remove);
  if (self->look.model != NULL)
    {
      way_outline_model_set_sorter (self->look.model, NULL);
      gtk_column_view_set_model (self->view, NULL);
    }
  self->menu = self->choices = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < WAY_OUTLINE_N_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_pointer (&self->look.progress, way_progress_free);
  g_clear_object (&self->look.model);
  g_clear_object (&self->selection);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (way_outline_pane_parent_class)->dispose (object);
}

static void
way_outline_pane_class_init (WayOutlinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_outline_pane_dispose;
  widget_class->css_changed = way_outline_pane_css_changed;
  widget_class->direction_changed = way_outline_pane_direction_changed;
  widget_class->snapshot = way_outline_pane_snapshot;
  widget_class->map = way_outline_pane_map;
  widget_class->unmap = way_outline_pane_unmap;
  widget_class->focus = way_outline_pane_focus;
  widget_class->grab_focus = way_outline_pane_grab_focus;

  signals[ACTIVATE_RECORD] = g_signal_new ("activate-record", WAY_TYPE_OUTLINE_PANE,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TOAST] = g_signal_new ("toast", WAY_TYPE_OUTLINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  way_outline_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-outline-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WayOutlinePane, view);
  gtk_widget_class_bind_template_child (widget_class, WayOutlinePane, welcome);
  gtk_widget_class_bind_template_child (widget_class, WayOutlinePane, nothing);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outlinepane");
}

static void
way_outline_pane_init (WayOutlinePane *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  way_button_name_set_all (self->welcome);
  self->list = way_outline_list_find (self->view);
  /* What takes the focus in it would be read by the name of its class */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Outline"), -1);
  self->look.model = way_outline_model_new ();
  g_signal_connect_object (self->look.model, "items-changed", G_CALLBACK (update_welcome), self,
                           G_CONNECT_SWAPPED);
  measure_letters (self);
  add_columns (self);
  way_outline_sort_follow (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (way_outline_sort_follow), self, G_CONNECT_SWAPPED);
  way_outline_model_set_sorter (self->look.model, gtk_column_view_get_sorter (self->view));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->look.model));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  way_outline_init_shortcuts (self);
  way_outline_drag_init (self);
}

void
way_outline_pane_toast (WayOutlinePane *self, const char *text, gboolean undo)
{
  g_signal_emit (self, signals[TOAST], 0, text, undo);
}

void
way_outline_pane_activate (WayOutlinePane *self)
{
  g_signal_emit (self, signals[ACTIVATE_RECORD], 0);
}

GtkWidget *
way_outline_pane_new (void)
{
  return g_object_new (WAY_TYPE_OUTLINE_PANE, NULL);
}

void
way_outline_pane_set_document (WayOutlinePane *self, WayDocument *document, WaySelection *selection)
{
  WayPlan *plan = document != NULL ? way_document_get_plan (document) : NULL;

  g_return_if_fail (WAY_IS_OUTLINE_PANE (self));
  g_return_if_fail (document == NULL || WAY_IS_DOCUMENT (document));

  g_set_object (&self->document, document);
  g_set_object (&self->selection, selection);
  /* Before the model, so that it hears first of what is edited */
  g_clear_pointer (&self->look.progress, way_progress_free);
  if (plan != NULL)
    self->look.progress = way_progress_new (plan);
  way_outline_model_set_plan (self->look.model, plan, selection);
  update_welcome (self);
}

WayOutlineModel *
way_outline_pane_get_model (WayOutlinePane *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_PANE (self), NULL);

  return self->look.model;
}

void
way_outline_pane_reveal (WayOutlinePane *self, const WayId *id)
{
  g_return_if_fail (WAY_IS_OUTLINE_PANE (self));

  if (self->selection == NULL)
    return;
  way_selection_select (self->selection, id);
  way_outline_pane_show_selection (self);
}

void
way_outline_pane_show_selection (WayOutlinePane *self)
{
  g_return_if_fail (WAY_IS_OUTLINE_PANE (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && self->show_source == 0)
    self->show_source = g_idle_add (on_show_selection, self);
}
