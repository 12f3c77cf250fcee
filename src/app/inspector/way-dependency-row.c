/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the inspector for a dependency: what it leads to or comes from, and, unfolded, its type
 * and lag.
 */
#include "config.h"

#include "way-dependency-row.h"

#include "way-dependency.h"
#include "way-field-row.h"
#include "way-item-text.h"
#include "way-schedule-words.h"

#include <glib/gi18n.h>

static const WayField fields[] = { WAY_DEPENDENCY_TYPE, WAY_DEPENDENCY_LAG };

struct _WayDependencyRow
{
  AdwExpanderRow parent_instance;

  WayField end;
  GtkWidget *repair;
  GtkWidget *reveal;
  GtkWidget *remove;
  GtkWidget *rows[G_N_ELEMENTS (fields)]; /* WayFieldRow */
};

G_DEFINE_FINAL_TYPE (WayDependencyRow, way_dependency_row, ADW_TYPE_EXPANDER_ROW)

/* As "Finish to start, 14 days later · 4 days too early" */
static char *
describe (WayPlan *plan, const WayRecord *dependency)
{
  g_autofree char *type = way_schedule_words_type (dependency);
  g_autofree char *early = way_schedule_words_early (plan, dependency);

  return early != NULL ? g_strdup_printf ("%s · %s", type, early) : g_steal_pointer (&type);
}

/* Moves the milestone on the page, and those that wait for it, to the first day that fits */
static GtkWidget *
make_repair_button (void)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Repair"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Move what is too early to the first day that fits"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Repair dependencies"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.repair");
  return button;
}

static GtkWidget *
make_reveal_button (void)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Go to this milestone"));
  return button;
}

static GtkWidget *
make_remove_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Remove the dependency"));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("user-trash-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static void
way_dependency_row_class_init (WayDependencyRowClass *klass)
{
}

static void
way_dependency_row_init (WayDependencyRow *self)
{
  AdwExpanderRow *row = ADW_EXPANDER_ROW (self);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->repair = make_repair_button ();
  self->reveal = make_reveal_button ();
  self->remove = make_remove_row ();
  adw_expander_row_add_action (row, self->repair);
  adw_expander_row_add_action (row, self->reveal);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->rows[i] = way_field_row_new (fields[i], NULL);
      adw_expander_row_add_row (row, self->rows[i]);
    }
  adw_expander_row_add_row (row, self->remove);
}

GtkWidget *
way_dependency_row_new (WayField end)
{
  WayDependencyRow *self = g_object_new (WAY_TYPE_DEPENDENCY_ROW, NULL);

  self->end = end;
  return GTK_WIDGET (self);
}

/* The target first: GTK warns of an action that lacks one */
static void
set_action (GtkWidget *widget, const char *name, const WayRecord *record)
{
  char id[WAY_ID_BUFFER_SIZE];

  gtk_actionable_set_action_target (GTK_ACTIONABLE (widget), "s",
                                    way_id_format (way_record_get_id (record), id));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (widget), name);
}

static void
show_fields (WayDependencyRow *self, WayDocument *document, const WayRecord *dependency)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      WayFieldRow *row = WAY_FIELD_ROW (self->rows[i]);

      if (way_field_row_get_document (row) == NULL)
        way_field_row_set_record (row, document, way_record_get_id (dependency));
      else
        way_field_row_refresh (row);
    }
}

void
way_dependency_row_show (WayDependencyRow *self, WayDocument *document, const WayRecord *dependency)
{
  WayPlan *plan = way_document_get_plan (document);
  const WayRecord *milestone = NULL;
  gboolean is_broken = way_dependency_get_days_missing (plan, dependency) > 0;
  g_autofree char *subtitle = describe (plan, dependency);
  g_autofree char *title = NULL;
  g_autofree char *go = NULL;

  g_return_if_fail (WAY_IS_DEPENDENCY_ROW (self));

  milestone = way_plan_lookup (plan, way_record_get_ref (dependency, self->end));
  title = way_text_title (milestone);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  /* Translators: a milestone */
  go = g_strdup_printf (_ ("Go to “%s”"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reveal), GTK_ACCESSIBLE_PROPERTY_LABEL, go,
                                  -1);
  set_action (self->reveal, "win.reveal", milestone);
  set_action (self->remove, "win.remove-dependency", dependency);
  gtk_widget_set_visible (self->repair, is_broken);
  if (is_broken)
    gtk_widget_add_css_class (GTK_WIDGET (self), "broken-dependency");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "broken-dependency");
  show_fields (self, document, dependency);
}
