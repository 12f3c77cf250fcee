/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window can do by its menu, its buttons and its keys.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-plan-source.h"
#include "way-remove-commands.h"
#include "way-timeline-view.h"
#include "way-tooltip.h"

#include <glib/gi18n.h>

static void
new_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (WayDocument) document = way_document_new (NULL);

  way_window_show_document (WAY_WINDOW (widget), document);
}

static void
new_from_template (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *id = g_variant_dup_string (parameter, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_source_read_template (id, NULL, &error);
  g_autoptr (WayDocument) document = NULL;

  if (plan == NULL)
    {
      way_window_show_error (WAY_WINDOW (widget), _ ("The template could not be opened"),
                             error->message);
      return;
    }

  document = way_document_new (plan);
  way_window_show_document (WAY_WINDOW (widget), document);
}

static void
open_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_window_choose_open (WAY_WINDOW (widget));
}

static void
open_uri (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  way_window_open_file (WAY_WINDOW (widget), file);
}

static void
open_example (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  way_window_open_copy (WAY_WINDOW (widget), file);
}

static void
save_plan (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_inspector_commit (WAY_WINDOW (widget)->inspector);
  way_window_save (WAY_WINDOW (widget), NULL);
}

static void
save_plan_as (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_inspector_commit (WAY_WINDOW (widget)->inspector);
  way_window_save_as (WAY_WINDOW (widget), NULL);
}

static void
show_versions (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_window_show_versions (WAY_WINDOW (widget));
}

static void
print (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_window_print (WAY_WINDOW (widget));
}

static void
print_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_window_print_again (WAY_WINDOW (widget));
}

static void
set_up_page (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_window_set_up_page (WAY_WINDOW (widget));
}

WayRecord *
way_window_find_target (WayWindow *self, GVariant *target, WayKind kind)
{
  const char *text = g_variant_get_string (target, NULL);
  WayId id;

  if (self->document == NULL || !way_id_parse (text, strlen (text), &id))
    return NULL;

  return way_plan_lookup_kind (way_document_get_plan (self->document), kind, &id);
}

static gboolean
run_remove (WayEditGroup *group, gpointer id, GError **error)
{
  return way_edit_remove (group, id, 1, error);
}

void
way_window_remove (WayWindow *self, const WayId *id, const char *name, const char *said)
{
  g_autoptr (GError) error = NULL;
  WayId removed = *id; /* its record goes */

  if (way_document_execute (self->document, name, NULL, run_remove, &removed, &error))
    way_window_show_toast (self, said, TRUE);
  else
    way_window_show_toast (self, error->message, FALSE);
}

static void
reveal (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const char *text = g_variant_get_string (parameter, NULL);
  WayId id;

  if (way_id_parse (text, strlen (text), &id))
    way_window_reveal (WAY_WINDOW (widget), &id);
}

static void
quick_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  /* The line is below the timeline */
  g_object_set (widget, "view", "timeline", NULL);
  way_timeline_pane_quick_add (WAY_WINDOW (widget)->timeline);
}

/* What is typed and not applied yet is what one takes back first */
static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);

  if (!way_inspector_restore (self->inspector))
    way_document_undo (self->document);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_document_redo (WAY_WINDOW (widget)->document);
}

static void
show_history (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (WAY_WINDOW (widget)->history_button);
}

/* Back to the plan, which the inspector may lie over */
static void
leave_inspector (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);

  gtk_widget_grab_focus (way_window_get_view (self));
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* The inspector is not within the timeline, so the window hands its actions on */
static const struct
{
  const char *action;
  const char *of_timeline;
} forwarded[] = {
  { "win.cut", "timeline.cut" },       { "win.copy", "timeline.copy" },
  { "win.paste", "timeline.paste" },   { "win.duplicate", "timeline.duplicate" },
  { "win.remove", "timeline.remove" }, { "win.toggle-done", "timeline.toggle-done" },
};

static void
forward (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *view = way_timeline_pane_get_view (WAY_WINDOW (widget)->timeline);

  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    if (g_str_equal (name, forwarded[i].action))
      gtk_widget_activate_action (view, forwarded[i].of_timeline, NULL);
}

static void
find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  way_window_find (WAY_WINDOW (widget));
}

static void
find_match (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayWindow *self = WAY_WINDOW (widget);
  GtkWidget *view = way_timeline_pane_get_view (self->timeline);
  const WayId *found;
  WayId id;

  if (!way_timeline_view_find (WAY_TIMELINE_VIEW (view), g_str_equal (name, "win.find-next")))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  /* the views share the selection, and the outline shows it, too */
  found = way_selection_get_primary (way_timeline_pane_get_selection (self->timeline));
  id = *found;
  if (way_window_get_view (self) != view)
    way_window_reveal (self, &id);
}

static void
select_found (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *view = way_timeline_pane_get_view (WAY_WINDOW (widget)->timeline);

  way_timeline_view_select_found (WAY_TIMELINE_VIEW (view));
}

static void
set_tooltip (GtkWidget *button, const char *plain, const char *with_name, const char *name)
{
  g_autofree char *text = NULL;

  text = name != NULL ? g_strdup_printf ("%s %s", with_name, name) : g_strdup (plain);
  way_tooltip_set (button, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

void
way_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_plan);
  gtk_widget_class_install_action (widget_class, "win.new-from-template", "s", new_from_template);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_plan);
  gtk_widget_class_install_action (widget_class, "win.open-uri", "s", open_uri);
  gtk_widget_class_install_action (widget_class, "win.open-example", "s", open_example);
  gtk_widget_class_install_action (widget_class, "win.save", NULL, save_plan);
  gtk_widget_class_install_action (widget_class, "win.save-as", NULL, save_plan_as);
  gtk_widget_class_install_action (widget_class, "win.versions", NULL, show_versions);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "win.print-again", NULL, print_again);
  gtk_widget_class_install_action (widget_class, "win.page-setup", NULL, set_up_page);
  gtk_widget_class_install_action (widget_class, "win.quick-add", NULL, quick_add);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo);
  gtk_widget_class_install_action (widget_class, "win.history", NULL, show_history);
  gtk_widget_class_install_action (widget_class, "win.reveal", "s", reveal);
  gtk_widget_class_install_action (widget_class, "win.leave-inspector", NULL, leave_inspector);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_match);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_match);
  gtk_widget_class_install_action (widget_class, "win.select-found", NULL, select_found);
  way_window_install_evidence (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (forwarded); i++)
    gtk_widget_class_install_action (widget_class, forwarded[i].action, NULL, forward);
  gtk_widget_class_install_property_action (widget_class, "win.inspector", "inspector-visible");
  gtk_widget_class_install_property_action (widget_class, "win.view", "view");
}

void
way_window_update_actions (WayWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_plan = self->document != NULL;
  gboolean can_undo = FALSE, can_redo = FALSE;
  g_autofree char *undo_name = NULL;
  g_autofree char *redo_name = NULL;

  if (has_plan)
    g_object_get (self->document, "can-undo", &can_undo, "can-redo", &can_redo, "undo-name",
                  &undo_name, "redo-name", &redo_name, NULL);

  gtk_widget_action_set_enabled (widget, "win.save", has_plan);
  gtk_widget_action_set_enabled (widget, "win.save-as", has_plan);
  gtk_widget_action_set_enabled (widget, "win.versions", has_plan);
  way_window_update_share (WAY_WINDOW (widget));
  gtk_widget_action_set_enabled (widget, "win.print", has_plan);
  gtk_widget_action_set_enabled (widget, "win.print-again", has_plan);
  gtk_widget_action_set_enabled (widget, "win.quick-add", has_plan);
  gtk_widget_action_set_enabled (widget, "win.undo", can_undo);
  gtk_widget_action_set_enabled (widget, "win.redo", can_redo);
  gtk_widget_action_set_enabled (widget, "win.history", can_undo || can_redo);
  gtk_widget_action_set_enabled (widget, "win.inspector", has_plan);
  gtk_widget_action_set_enabled (widget, "win.add-evidence", has_plan);
  gtk_widget_action_set_enabled (widget, "win.find", has_plan);

  /* Translators: followed by what is undone, as in: Undo Move “Sit the CCRN” */
  set_tooltip (self->undo_button, _ ("Undo"), C_ ("before a step", "Undo"), undo_name);
  /* Translators: followed by what is done again, as in: Redo Move “Sit the CCRN” */
  set_tooltip (self->redo_button, _ ("Redo"), C_ ("before a step", "Redo"), redo_name);

  gtk_widget_set_sensitive (GTK_WIDGET (self->history_button), can_undo || can_redo);
  gtk_widget_set_visible (GTK_WIDGET (self->history_button), has_plan);
  gtk_widget_set_visible (self->undo_button, has_plan);
  gtk_widget_set_visible (self->find_button, has_plan);
  gtk_widget_set_visible (self->redo_button, has_plan);
  gtk_widget_set_visible (self->inspector_button, has_plan);
}

void
way_window_update_find (WayWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n_milestones = way_filter_state_get_n_found (self->filter, WAY_KIND_MILESTONE);
  guint n_others = way_filter_state_get_n_found (self->filter, WAY_KIND_GOAL)
                   + way_filter_state_get_n_found (self->filter, WAY_KIND_CREDENTIAL);

  gtk_widget_action_set_enabled (widget, "win.find-next", n_milestones + n_others > 0);
  gtk_widget_action_set_enabled (widget, "win.find-previous", n_milestones + n_others > 0);
  gtk_widget_action_set_enabled (widget, "win.select-found", n_milestones > 0);
}
