/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A window with one plan, or with the start page while it has none. This file binds; what the
 * window does is in way-window-actions.c and way-window-files.c.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-button-name.h"
#include "way-document-journal.h"
#include "way-document-watch.h"
#include "way-recent.h"
#include "way-settings.h"
#include "way-still-bin.h"
#include "way-timeline-view.h"
#include "way-tooltip.h"
#include "way-view-state.h"

#include <glib/gi18n.h>

#define RECENT_IN_MENU 8

G_DEFINE_FINAL_TYPE (WayWindow, way_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_INSPECTOR_VISIBLE,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Where the plan is, in as few words as a title bar has room for */
static char *
describe_file (GFile *file)
{
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder_name = NULL;

  if (file == NULL)
    return g_strdup (_ ("not in a file yet"));

  name = g_file_get_basename (file);
  folder = g_file_get_parent (file);
  if (folder == NULL)
    return g_steal_pointer (&name);

  folder_name = g_file_get_basename (folder);
  return g_build_filename (folder_name, name, NULL);
}

static const char *
describe_state (WayDocument *document)
{
  if (way_document_get_file_state (document) == WAY_FILE_STATE_GONE)
    return _ ("the file is gone");
  if (way_document_get_file_state (document) == WAY_FILE_STATE_CHANGED
      && way_document_get_modified (document))
    return _ ("the file has changed on disk");
  if (way_document_get_modified (document))
    return _ ("unsaved changes");
  if (way_document_get_read_only_reason (document) == WAY_READ_ONLY_OTHERS)
    return _ ("read only, open elsewhere");
  if (way_document_get_read_only (document))
    return _ ("read only");
  if (way_document_get_file (document) == NULL)
    return _ ("nothing to save yet");

  return _ ("all changes saved");
}

static void
update_title (WayWindow *self)
{
  g_autofree char *file = NULL;
  g_autofree char *subtitle = NULL;

  if (self->document == NULL)
    {
      adw_window_title_set_title (self->title, "Waymark");
      adw_window_title_set_subtitle (self->title, "");
      adw_window_title_set_subtitle (self->centre_title, "");
      gtk_window_set_title (GTK_WINDOW (self), "Waymark");
      return;
    }

  file = describe_file (way_document_get_file (self->document));
  /* where there is not room for all, it is the end that goes */
  subtitle = g_strdup_printf ("%s · %s", describe_state (self->document), file);
  adw_window_title_set_title (self->title, way_document_get_title (self->document));
  adw_window_title_set_subtitle (self->title, subtitle);
  /* a narrow window has room for what cannot be seen elsewhere */
  adw_window_title_set_subtitle (self->centre_title, describe_state (self->document));
  gtk_window_set_title (GTK_WINDOW (self), way_document_get_title (self->document));
}

/* Made anew each time that it is opened: most starts end without, and what the desktop remembers is
 * read from a file */
static void
on_recent_wanted (GtkMenuButton *button, gpointer user_data)
{
  g_autoptr (GPtrArray) plans = way_recent_list (RECENT_IN_MENU);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < plans->len; i++)
    {
      const WayRecentPlan *plan = g_ptr_array_index (plans, i);
      g_autoptr (GString) label = g_string_new (plan->title);
      g_autoptr (GMenuItem) item = NULL;
      g_autofree char *uri = g_file_get_uri (plan->file);

      g_string_replace (label, "_", "__", 0); /* no mnemonic */
      item = g_menu_item_new (label->str, NULL);
      g_menu_item_set_action_and_target (item, "win.open-uri", "s", uri);
      g_menu_append_item (menu, item);
    }

  if (plans->len == 0)
    g_menu_append (menu, _ ("No recent plans"), "win.none");

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* Where the window is too narrow for both, the inspector lies over the timeline and starts hidden
 */
static void
on_flap_folded (WayWindow *self)
{
  gboolean folded = adw_flap_get_folded (self->flap);

  adw_flap_set_reveal_flap (self->flap, !folded && self->inspector_visible);
}

static void
on_flap_revealed (WayWindow *self)
{
  if (!adw_flap_get_folded (self->flap))
    self->inspector_visible = adw_flap_get_reveal_flap (self->flap);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INSPECTOR_VISIBLE]);
}

void
way_window_edit_details (WayWindow *self)
{
  adw_flap_set_reveal_flap (self->flap, TRUE);
  way_inspector_focus_title (self->inspector);
}

/* What opened over or beside the plan gives the focus back to it */
static void
on_place_closed (WayWindow *self)
{
  if (self->document != NULL && !gtk_widget_in_destruction (GTK_WIDGET (self)))
    gtk_widget_grab_focus (way_window_get_view (self));
}

void
way_window_find (WayWindow *self)
{
  if (self->filter_bar == NULL)
    {
      self->filter_bar = WAY_FILTER_BAR (way_filter_bar_new ());
      way_filter_bar_set_state (self->filter_bar, self->filter);
      g_signal_connect_object (self->filter_bar, "closed", G_CALLBACK (on_place_closed), self,
                               G_CONNECT_SWAPPED);
      adw_bin_set_child (self->filter_place, GTK_WIDGET (self->filter_bar));
    }

  way_filter_bar_open (self->filter_bar);
}

static void
on_history_wanted (GtkMenuButton *button, gpointer user_data)
{
  WayWindow *self = user_data;

  if (self->history != NULL)
    return;

  self->history = WAY_HISTORY_POPOVER (way_history_popover_new ());
  way_history_popover_set_document (self->history, self->document);
  g_signal_connect_object (self->history, "closed", G_CALLBACK (on_place_closed), self,
                           G_CONNECT_SWAPPED);
  gtk_menu_button_set_popover (button, GTK_WIDGET (self->history));
}

static void
on_menu_wanted (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

static void
on_undo_toast_dismissed (WayWindow *self)
{
  g_clear_object (&self->undo_toast);
}

static void
on_said_toast_dismissed (WayWindow *self)
{
  g_clear_object (&self->said_toast);
}

void
way_window_add_toast (WayWindow *self, AdwToast *toast)
{
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
way_window_show_toast (WayWindow *self, const char *text, gboolean undo)
{
  g_autofree char *markup = NULL;
  AdwToast *toast;

  if (!undo && self->said_toast != NULL)
    adw_toast_dismiss (self->said_toast);
  if (text == NULL)
    return;

  markup = g_markup_escape_text (text, -1);
  toast = adw_toast_new (markup);
  adw_toast_set_timeout (toast, WAY_WINDOW_TOAST_SECONDS);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_undo_toast_dismissed), self,
                               G_CONNECT_SWAPPED);
      g_set_object (&self->undo_toast, toast);
    }
  else
    {
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_said_toast_dismissed), self,
                               G_CONNECT_SWAPPED);
      g_set_object (&self->said_toast, toast);
    }

  way_window_add_toast (self, toast);
}

static void
on_unkept (WayWindow *self, const char *reason)
{
  g_autofree char *text = g_strdup_printf (
      _ ("If Waymark ended unexpectedly now, unsaved changes would be lost. %s"), reason);

  way_window_show_toast (self, text, FALSE);
}

/* Its button would undo another step than the one it speaks of */
static void
on_history_changed (WayWindow *self)
{
  if (self->undo_toast != NULL)
    adw_toast_dismiss (self->undo_toast);
}

/* All that goes by which day it is and is seen */
static void
on_day_changed (WayWindow *self, WayDay today)
{
  way_timeline_pane_set_today (self->timeline, today);
  if (self->filter_bar != NULL)
    way_filter_bar_read_again (self->filter_bar);
}

/* A plan without a file will have another id when it is made again */
static void
store_view (WayWindow *self)
{
  const WayId *plan;
  g_autoptr (GKeyFile) state = NULL;

  if (self->document == NULL || way_document_get_file (self->document) == NULL
      || way_document_get_private (self->document))
    return;

  plan = way_plan_get_id (way_document_get_plan (self->document));
  state = way_view_state_load (plan);
  way_timeline_view_store_state (WAY_TIMELINE_VIEW (way_timeline_pane_get_view (self->timeline)),
                                 state);
  way_window_store_views (self, state);
  way_view_state_save (plan, state);
}

static void
restore_view (WayWindow *self)
{
  g_autoptr (GKeyFile) state = NULL;

  if (self->document == NULL || way_document_get_file (self->document) == NULL)
    return;

  state = way_view_state_load (way_plan_get_id (way_document_get_plan (self->document)));
  way_timeline_view_restore_state (WAY_TIMELINE_VIEW (way_timeline_pane_get_view (self->timeline)),
                                   state);
  way_window_restore_views (self, state);
}

static gboolean
way_window_close_request (GtkWindow *window)
{
  WayWindow *self = WAY_WINDOW (window);

  if (!way_window_is_settled (self))
    {
      way_window_settle (self, (WayWindowNext)gtk_window_close);
      return TRUE;
    }

  /* All is saved, or may go */
  if (self->document != NULL)
    way_document_forget_unsaved (self->document);
  store_view (self);
  way_settings_store_window (self->settings, window);
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "inspector-visible", self->inspector_visible);

  return GTK_WINDOW_CLASS (way_window_parent_class)->close_request (window);
}

/* By now it is known whether the window opens with a plan */
static void
way_window_realize (GtkWidget *widget)
{
  way_window_show_page (WAY_WINDOW (widget));

  GTK_WIDGET_CLASS (way_window_parent_class)->realize (widget);
  way_window_begin_background (WAY_WINDOW (widget));
}

static void
way_window_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  way_window_forget_background (WAY_WINDOW (widget));
  GTK_WIDGET_CLASS (way_window_parent_class)->css_changed (widget, change);
}

static void
way_window_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  way_window_snapshot_background (WAY_WINDOW (widget), snapshot);
  GTK_WIDGET_CLASS (way_window_parent_class)->snapshot (widget, snapshot);
}

static void
way_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayWindow *self = WAY_WINDOW (object);

  switch (id)
    {
    case PROP_INSPECTOR_VISIBLE:
      /* The button asks while the template is still being built */
      g_value_set_boolean (value, self->flap == NULL || adw_flap_get_reveal_flap (self->flap));
      break;
    case PROP_VIEW:
      g_value_set_string (
          value, self->views != NULL ? adw_view_stack_get_visible_child_name (self->views) : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  WayWindow *self = WAY_WINDOW (object);

  switch (id)
    {
    case PROP_INSPECTOR_VISIBLE:
      adw_flap_set_reveal_flap (self->flap, g_value_get_boolean (value));
      break;
    case PROP_VIEW:
      adw_view_stack_set_visible_child_name (self->views, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_window_dispose (GObject *object)
{
  WayWindow *self = WAY_WINDOW (object);

  /* A focused child must not go while it has the focus */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);

  g_clear_handle_id (&self->views_source, g_source_remove);
  g_clear_object (&self->chooser);
  g_clear_object (&self->undo_toast);
  g_clear_object (&self->said_toast);
  g_clear_object (&self->offer_toast);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->day_watch);
  if (self->document != NULL)
    way_document_leave_file (self->document);
  g_clear_object (&self->document);
  g_clear_pointer (&self->print_choices, way_print_choices_free);
  g_clear_object (&self->filter);
  g_clear_object (&self->loading);
  g_clear_object (&self->settings);
  way_window_forget_background (self);

  G_OBJECT_CLASS (way_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-window.ui");
  gtk_widget_class_bind_template_child (widget_class, WayWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, title);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, share_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, share_menu);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, filter_place);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, start_place);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, timeline);
  gtk_widget_class_bind_template_child (widget_class, WayWindow, inspector);
  gtk_widget_class_bind_template_callback_full (widget_class, "on_record_activated",
                                                G_CALLBACK (way_window_edit_details));
  gtk_widget_class_bind_template_callback_full (widget_class, "on_toast_wanted",
                                                G_CALLBACK (way_window_show_toast));
}

static void
way_window_class_init (WayWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = way_window_dispose;
  object_class->get_property = way_window_get_property;
  object_class->set_property = way_window_set_property;
  widget_class->realize = way_window_realize;
  widget_class->css_changed = way_window_css_changed;
  widget_class->snapshot = way_window_snapshot;
  window_class->close_request = way_window_close_request;

  /**
   * WayWindow:inspector-visible:
   *
   * Whether the inspector is shown beside or over the timeline.
   */
  properties[PROP_INSPECTOR_VISIBLE]
      = g_param_spec_boolean ("inspector-visible", NULL, NULL, TRUE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * WayWindow:view:
   *
   * Which view of the plan is shown, "timeline" or "outline".
   */
  properties[PROP_VIEW]
      = g_param_spec_string ("view", NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (WAY_TYPE_INSPECTOR);
  g_type_ensure (WAY_TYPE_STILL_BIN);
  g_type_ensure (WAY_TYPE_TIMELINE_PANE);
  bind_template (widget_class);
  way_window_bind_views (widget_class);
  way_window_bind_changes (widget_class);
  way_window_bind_share (widget_class);
  way_window_install_actions (widget_class);
}

static void
way_window_init (WayWindow *self)
{
  GtkWidget *recent_button;

  gtk_widget_init_template (GTK_WIDGET (self));
  way_button_name_set_all (GTK_WIDGET (self->open_button));
  way_window_init_views (self);
  self->inspector_visible = TRUE;
  /* Made when they are first opened: most starts end without */
  gtk_menu_button_set_create_popup_func (self->menu_button, on_menu_wanted, self->main_menu, NULL);
  gtk_menu_button_set_create_popup_func (self->share_button, on_menu_wanted, self->share_menu,
                                         NULL);
  gtk_menu_button_set_create_popup_func (self->history_button, on_history_wanted, self, NULL);
  recent_button = gtk_widget_get_last_child (GTK_WIDGET (self->open_button));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (recent_button), on_recent_wanted, NULL,
                                         NULL);
  gtk_widget_set_visible (recent_button, FALSE); /* as in the template, where a tooltip is set */
  adw_split_button_set_dropdown_tooltip (self->open_button, _ ("Recent plans"));
  gtk_widget_set_visible (recent_button, TRUE);
  way_tooltip_give_way (recent_button, GTK_MENU_BUTTON (recent_button));
  way_tooltip_give_way (GTK_WIDGET (self->open_button), GTK_MENU_BUTTON (recent_button));
  way_tooltip_give_way (GTK_WIDGET (self->menu_button), self->menu_button);
  way_tooltip_give_way (self->share_place, self->share_button);
  way_tooltip_give_way (GTK_WIDGET (self->history_button), self->history_button);

  self->filter = way_filter_state_new ();
  way_timeline_view_set_filter (WAY_TIMELINE_VIEW (way_timeline_pane_get_view (self->timeline)),
                                self->filter);
  g_signal_connect_object (self->filter, "counted", G_CALLBACK (way_window_update_find), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (way_window_filter_outline), self,
                           G_CONNECT_SWAPPED);

  self->document_signals = g_signal_group_new (WAY_TYPE_DOCUMENT);
  for (guint i = 0; i < 5; i++)
    {
      static const char *const details[] = { "notify::title", "notify::file", "notify::modified",
                                             "notify::read-only", "file-noticed" };

      g_signal_group_connect_swapped (self->document_signals, details[i], G_CALLBACK (update_title),
                                      self);
    }
  g_signal_group_connect_swapped (self->document_signals, "notify",
                                  G_CALLBACK (way_window_update_actions), self);
  g_signal_group_connect_swapped (self->document_signals, "unkept", G_CALLBACK (on_unkept), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::undo-name",
                                  G_CALLBACK (on_history_changed), self);

  g_signal_group_connect_swapped (self->document_signals, "notify::private",
                                  G_CALLBACK (way_window_change_traces), self);

  self->day_watch = way_day_watch_new ();
  g_signal_connect_object (self->day_watch, "changed", G_CALLBACK (on_day_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (way_day_watch_check),
                           self->day_watch, G_CONNECT_SWAPPED);

  g_signal_connect_swapped (self->flap, "notify::folded", G_CALLBACK (on_flap_folded), self);
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_flap_revealed), self);
  /* The arrow of the split button, which has no name of its own */
  gtk_accessible_update_property (GTK_ACCESSIBLE (recent_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Recent plans"), -1);
  /* A page of a stack that has no name is read by the name of its class */
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (gtk_stack_get_page (self->stack, GTK_WIDGET (self->flap))),
      GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Plan"), -1);

  way_window_init_drop (self);
  way_window_init_schedule (self);
  way_window_init_changes (self);
  way_window_init_traces (self);
  update_title (self);
  way_window_update_actions (self);
  way_window_update_find (self);
}

WayWindow *
way_window_new (GtkApplication *application, GSettings *settings)
{
  WayWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (WAY_TYPE_WINDOW, "application", application, NULL);
  if (settings == NULL)
    return self;

  self->settings = g_object_ref (settings);
  way_settings_restore_window (settings, GTK_WINDOW (self));
  way_window_bind_push (self);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (settings, "inspector-visible"));

  return self;
}

WayDocument *
way_window_get_document (WayWindow *self)
{
  g_return_val_if_fail (WAY_IS_WINDOW (self), NULL);

  return self->document;
}

void
way_window_set_document (WayWindow *self, WayDocument *document)
{
  g_return_if_fail (WAY_IS_WINDOW (self));
  g_return_if_fail (document == NULL || WAY_IS_DOCUMENT (document));

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  store_view (self);
  if (self->document != NULL && self->document != document)
    way_document_leave_file (self->document); /* whoever else still refers to it */
  g_set_object (&self->document, document);
  g_clear_pointer (&self->print_choices, way_print_choices_free);
  g_signal_group_set_target (self->document_signals, document);
  if (document != NULL)
    {
      way_document_keep_unsaved (document);
      way_document_follow_file (document);
    }
  way_window_follow_push (self);

  if (self->history != NULL)
    way_history_popover_set_document (self->history, document);
  /* before the views, which ask what matches when an edit says what changed */
  if (self->filter_bar != NULL)
    way_filter_bar_close (self->filter_bar);
  way_filter_state_set_plan (self->filter,
                             document != NULL ? way_document_get_plan (document) : NULL);
  way_timeline_pane_set_document (self->timeline, document);
  restore_view (self);
  way_inspector_set_document (self->inspector, document,
                              way_timeline_pane_get_selection (self->timeline));
  way_window_update_outline (self);
  update_title (self);
  way_window_update_traces (self);
  way_window_update_actions (self);
  way_window_update_views (self);
  way_window_follow_changes (self);
  way_window_show_page (self);
}

void
way_window_show_page (WayWindow *self)
{
  if (self->loading != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }
  if (self->document != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "plan");
      gtk_widget_grab_focus (way_window_get_view (self));
      return;
    }

  if (adw_bin_get_child (self->start_place) == NULL)
    adw_bin_set_child (self->start_place, way_start_page_new ());
  gtk_stack_set_visible_child_name (self->stack, "start");
  gtk_widget_grab_focus (adw_bin_get_child (self->start_place));
}

gboolean
way_window_has_file (WayWindow *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (WAY_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (self->loading != NULL && g_file_equal (self->loading, file))
    return TRUE;

  own = self->document != NULL ? way_document_get_file (self->document) : NULL;
  return own != NULL && g_file_equal (own, file);
}
