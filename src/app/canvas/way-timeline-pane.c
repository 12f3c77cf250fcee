/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline as a window shows it: the scrolled view, the zoom presets, of which the one that is
 * shown stands out, and the overview strip below.
 */
#include "config.h"

#include "way-timeline-pane.h"

#include "way-button-name.h"
#include "way-fold-box.h"
#include "way-quick-bar.h"
#include "way-pace.h"
#include "way-scrollbar-pace.h"
#include "way-shortcut-keys.h"
#include "way-still-bin.h"
#include "way-timeline-overview.h"
#include "way-timeline-shortcuts.h"
#include "way-timeline-view.h"
#include "way-tooltip.h"

#include <glib/gi18n.h>
#include <math.h>

struct _WayTimelinePane
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scrolled_window;
  WayTimelineView *view;
  WayTimelineOverview *overview;
  WayQuickBar *quick_bar;
  GtkWidget *welcome;
  GtkWidget *nothing;
  guint viewport_tick; /* 0 when nothing follows the viewport */
  int shown_days;      /* the preset that the view is at, 0 when it is at none */
  GtkWidget *add_milestone_button;
  GtkWidget *add_goal_button;
  GtkMenuButton *add_button; /* the two that narrow windows have instead of a row of buttons */
  GMenuModel *add_menu;
  GtkMenuButton *zoom_button;
  GMenuModel *zoom_menu;
};

G_DEFINE_FINAL_TYPE (WayTimelinePane, way_timeline_pane, GTK_TYPE_WIDGET)

/* In days, as the buttons and the menu name them */
static const int presets[] = { 91, 365, 1826 };

enum
{
  PROP_SHOWN_DAYS = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  ACTIVATE_RECORD,
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_view_activate_record (WayTimelinePane *self, const WayId *id)
{
  g_signal_emit (self, signals[ACTIVATE_RECORD], 0, id);
}

static void
on_view_toast (WayTimelinePane *self, const char *text, gboolean undo)
{
  g_signal_emit (self, signals[TOAST], 0, text, undo);
}

static gboolean
is_empty (WayPlan *plan)
{
  return way_plan_get_count (plan, WAY_KIND_GOAL) == 0
         && way_plan_get_count (plan, WAY_KIND_MILESTONE) == 0
         && way_plan_get_count (plan, WAY_KIND_CREDENTIAL) == 0;
}

/* A filter that hides leaves one lane, for there has to be one */
static gboolean
finds_nothing (WayLayout *layout)
{
  return layout != NULL && way_layout_is_filtered (layout) && way_layout_get_n_lanes (layout) == 1
         && way_layout_get_lane (layout, 0)->goal == NULL
         && way_layout_get_lane (layout, 0)->n_items == 0;
}

/* An empty plan says how to begin, and gets out of the way of the first title */
static void
update_welcome (WayTimelinePane *self)
{
  WayDocument *document = way_timeline_view_get_document (self->view);

  gtk_widget_set_visible (self->nothing, finds_nothing (way_timeline_view_get_layout (self->view)));

  gtk_widget_set_visible (self->welcome, document != NULL
                                             && is_empty (way_document_get_plan (document))
                                             && !way_timeline_view_is_typing (self->view));
}

static void
update_shown_days (WayTimelinePane *self)
{
  WayViewport viewport = way_timeline_view_get_viewport (self->view);
  double days = way_viewport_body_width (&viewport) / viewport.scale.day_width;
  int shown = 0;

  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (fabs (days - presets[i]) < 0.5)
      shown = presets[i];
  if (shown == self->shown_days)
    return;
  self->shown_days = shown;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWN_DAYS]);
}

static gboolean
on_viewport_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  WayTimelinePane *self = WAY_TIMELINE_PANE (widget);

  self->viewport_tick = 0;
  update_welcome (self);
  update_shown_days (self);

  return G_SOURCE_REMOVE;
}

/* It may come while sizes are given out, and what turns visible then would have none */
static void
on_view_viewport_changed (WayTimelinePane *self)
{
  if (self->viewport_tick == 0)
    self->viewport_tick
        = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_viewport_tick, NULL, NULL);
}

/* The line keeps the focus for the next one */
static void
on_quick_bar_added (WayTimelinePane *self, const WayId *id)
{
  way_timeline_view_reveal (self->view, id);
}

static void
on_quick_bar_left (WayTimelinePane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Made when it is first opened: most windows never are narrow */
static void
on_menu_wanted (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/* The buttons are not within the view, so the pane hands its actions on */
static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (WAY_TIMELINE_PANE (widget)->view), name,
                                      parameter);
}

/* AdwButtonContent adds its label to the button's name whenever it comes into a window */
static void
way_timeline_pane_root (GtkWidget *widget)
{
  WayTimelinePane *self = WAY_TIMELINE_PANE (widget);

  GTK_WIDGET_CLASS (way_timeline_pane_parent_class)->root (widget);
  way_button_name_set (self->add_milestone_button, _ ("Add a milestone"));
  way_button_name_set (self->add_goal_button, _ ("Add a goal"));
}

static gboolean
way_timeline_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (WAY_TIMELINE_PANE (widget)->view));
}

static void
way_timeline_pane_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayTimelinePane *self = WAY_TIMELINE_PANE (object);

  switch (id)
    {
    case PROP_SHOWN_DAYS:
      g_value_set_int (value, self->shown_days);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

/* The view glides there, and says so when it has arrived */
static void
way_timeline_pane_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WayTimelinePane *self = WAY_TIMELINE_PANE (object);

  switch (id)
    {
    case PROP_SHOWN_DAYS:
      way_timeline_view_zoom_to_days (self->view, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_timeline_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (way_timeline_pane_parent_class)->dispose (object);
}

static void
way_timeline_pane_class_init (WayTimelinePaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint n_shortcuts;
  const WayShortcut *shortcuts = way_timeline_get_shortcuts (&n_shortcuts);

  object_class->get_property = way_timeline_pane_get_property;
  object_class->set_property = way_timeline_pane_set_property;
  object_class->dispose = way_timeline_pane_dispose;
  widget_class->root = way_timeline_pane_root;
  widget_class->grab_focus = way_timeline_pane_grab_focus;

  /* How many days the body of the view shows when that is a preset, else 0; set, it shows as many
   */
  properties[PROP_SHOWN_DAYS]
      = g_param_spec_int ("shown-days", NULL, NULL, 0, G_MAXINT, 0,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[ACTIVATE_RECORD]
      = g_signal_new ("activate-record", WAY_TYPE_TIMELINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[TOAST] = g_signal_new ("toast", WAY_TYPE_TIMELINE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);

  for (guint i = 0; i < n_shortcuts; i++)
    gtk_widget_class_install_action (widget_class, shortcuts[i].action, NULL, on_action);
  gtk_widget_class_install_property_action (widget_class, "timeline.shown-days", "shown-days");

  g_type_ensure (WAY_TYPE_FOLD_BOX);
  g_type_ensure (WAY_TYPE_QUICK_BAR);
  g_type_ensure (WAY_TYPE_STILL_BIN);
  g_type_ensure (WAY_TYPE_TIMELINE_OVERVIEW);
  g_type_ensure (WAY_TYPE_TIMELINE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-timeline-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, view);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, overview);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, quick_bar);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, welcome);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, nothing);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, add_milestone_button);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, add_goal_button);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, add_button);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, add_menu);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, WayTimelinePane, zoom_menu);
  gtk_widget_class_bind_template_callback (widget_class, on_quick_bar_added);
  gtk_widget_class_bind_template_callback (widget_class, on_quick_bar_left);
  gtk_widget_class_bind_template_callback (widget_class, on_view_activate_record);
  gtk_widget_class_bind_template_callback (widget_class, on_view_toast);
  gtk_widget_class_bind_template_callback (widget_class, on_view_viewport_changed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinepane");
}

/* Who types a line or a field looks around without leaving it */
static void
add_keys (WayTimelinePane *self)
{
  guint n_shortcuts;
  const WayShortcut *shortcuts = way_timeline_get_shortcuts (&n_shortcuts);

  for (guint i = 0; i < n_shortcuts; i++)
    if (shortcuts[i].anywhere)
      {
        GtkEventController *keys = way_shortcut_keys_new (
            &shortcuts[i], 1, gtk_widget_get_direction (GTK_WIDGET (self)));

        gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys),
                                           GTK_SHORTCUT_SCOPE_MANAGED);
        gtk_widget_add_controller (GTK_WIDGET (self), keys);
      }
}

static void
way_timeline_pane_init (WayTimelinePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_keys (self);
  way_button_name_set_all (self->welcome);
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  way_timeline_overview_set_view (self->overview, self->view);
  way_scrollbar_pace_set_up (self->scrolled_window, WAY_PACE_MS);
  gtk_menu_button_set_create_popup_func (self->add_button, on_menu_wanted, self->add_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->zoom_button, on_menu_wanted, self->zoom_menu, NULL);
  way_tooltip_give_way (GTK_WIDGET (self->add_button), self->add_button);
  way_tooltip_give_way (GTK_WIDGET (self->zoom_button), self->zoom_button);
}

GtkWidget *
way_timeline_pane_new (void)
{
  return g_object_new (WAY_TYPE_TIMELINE_PANE, NULL);
}

void
way_timeline_pane_set_document (WayTimelinePane *self, WayDocument *document)
{
  g_return_if_fail (WAY_IS_TIMELINE_PANE (self));

  way_timeline_view_set_document (self->view, document);
  way_quick_bar_set_document (self->quick_bar, document,
                              way_timeline_view_get_selection (self->view));
}

WayDocument *
way_timeline_pane_get_document (WayTimelinePane *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_PANE (self), NULL);

  return way_timeline_view_get_document (self->view);
}

WaySelection *
way_timeline_pane_get_selection (WayTimelinePane *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_PANE (self), NULL);

  return way_timeline_view_get_selection (self->view);
}

GtkWidget *
way_timeline_pane_get_view (WayTimelinePane *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_PANE (self), NULL);

  return GTK_WIDGET (self->view);
}

GtkWidget *
way_timeline_pane_get_overview (WayTimelinePane *self)
{
  g_return_val_if_fail (WAY_IS_TIMELINE_PANE (self), NULL);

  return GTK_WIDGET (self->overview);
}

void
way_timeline_pane_set_today (WayTimelinePane *self, WayDay today)
{
  g_return_if_fail (WAY_IS_TIMELINE_PANE (self));

  way_timeline_view_set_today (self->view, today);
  way_quick_bar_read_again (self->quick_bar);
}

void
way_timeline_pane_reveal (WayTimelinePane *self, const WayId *id)
{
  g_return_if_fail (WAY_IS_TIMELINE_PANE (self));

  way_timeline_view_reveal (self->view, id);
}

void
way_timeline_pane_quick_add (WayTimelinePane *self)
{
  g_return_if_fail (WAY_IS_TIMELINE_PANE (self));

  way_quick_bar_focus (self->quick_bar);
}
