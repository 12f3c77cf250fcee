/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The rows of the inspector for one kind of record, made once and pointed at one record after the
 * other, or at several at once.
 */
#include "config.h"

#include "way-inspector-page.h"

#include "way-field-row.h"
#include "way-inspector-layout.h"
#include "way-inspector-related.h"

#include <glib/gi18n.h>

struct _WayInspectorPage
{
  GtkBox parent_instance;

  WayDocument *document; /* nullable */
  WayId id;              /* of the first record */

  GPtrArray *rows;              /* of WayFieldRow, in the groups */
  GPtrArray *facts;             /* of AdwActionRow, each with its WayInspectorFact */
  WayInspectorRelated *related; /* nullable: only of one record */
};

G_DEFINE_FINAL_TYPE (WayInspectorPage, way_inspector_page, GTK_TYPE_BOX)

#define FACT_KEY "way-inspector-fact"

static GtkWidget *
make_fact_row (const WayInspectorFact *fact)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *value = gtk_label_new (NULL);

  /* Or a long one would leave the label room for a letter a line */
  gtk_label_set_wrap (GTK_LABEL (value), TRUE);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_justify (GTK_LABEL (value), GTK_JUSTIFY_RIGHT);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (fact->label));
  gtk_widget_add_css_class (value, "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  g_object_set_data (G_OBJECT (row), FACT_KEY, (gpointer)fact);
  g_object_set_data (G_OBJECT (row), "value", value);

  return row;
}

static void
add_field (WayInspectorPage *self, AdwPreferencesGroup *group, const WayInspectorField *field)
{
  GtkWidget *row = way_field_row_new (field->field, field->hint != NULL ? _ (field->hint) : NULL);

  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_group (WayInspectorPage *self, const WayInspectorGroup *layout)
{
  GtkWidget *widget = adw_preferences_group_new ();
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (widget);

  if (layout->title != NULL)
    adw_preferences_group_set_title (group, _ (layout->title));
  if (layout->description != NULL)
    adw_preferences_group_set_description (group, _ (layout->description));

  for (guint i = 0; i < layout->n_fields; i++)
    add_field (self, group, &layout->fields[i]);

  if (layout->fact != NULL)
    {
      GtkWidget *row = make_fact_row (layout->fact);

      adw_preferences_group_add (group, row);
      g_ptr_array_add (self->facts, row);
    }

  gtk_box_append (GTK_BOX (self), widget);
}

static WayRecord *
find_record (WayInspectorPage *self)
{
  return self->document != NULL
             ? way_plan_lookup (way_document_get_plan (self->document), &self->id)
             : NULL;
}

static void
refresh_rest (WayInspectorPage *self)
{
  WayRecord *record = find_record (self);

  if (record == NULL || self->related == NULL)
    return;

  way_inspector_related_show (self->related, self->document, &self->id);
  for (guint i = 0; i < self->facts->len; i++)
    {
      GObject *row = self->facts->pdata[i];
      const WayInspectorFact *fact = g_object_get_data (row, FACT_KEY);
      g_autofree char *text = fact->describe (self->document, record);

      gtk_label_set_label (g_object_get_data (row, "value"), text != NULL ? text : "");
      gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
    }
}

static void
way_inspector_page_dispose (GObject *object)
{
  g_clear_object (&WAY_INSPECTOR_PAGE (object)->document);

  G_OBJECT_CLASS (way_inspector_page_parent_class)->dispose (object);
}

static void
way_inspector_page_finalize (GObject *object)
{
  WayInspectorPage *self = WAY_INSPECTOR_PAGE (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->facts);

  G_OBJECT_CLASS (way_inspector_page_parent_class)->finalize (object);
}

static void
way_inspector_page_class_init (WayInspectorPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = way_inspector_page_dispose;
  object_class->finalize = way_inspector_page_finalize;
}

static void
way_inspector_page_init (WayInspectorPage *self)
{
  self->rows = g_ptr_array_new ();
  self->facts = g_ptr_array_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

GtkWidget *
way_inspector_page_new (WayKind kind)
{
  WayInspectorPage *self = g_object_new (WAY_TYPE_INSPECTOR_PAGE, NULL);
  guint n_groups;
  g_autofree WayInspectorGroup *groups = way_inspector_layout_get (kind, &n_groups);

  self->related = WAY_INSPECTOR_RELATED (way_inspector_related_new ());
  for (guint i = 0; i < n_groups; i++)
    {
      /* What else is known stands before the notes */
      if (i == n_groups - WAY_INSPECTOR_GROUPS_OF_NOTES)
        gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->related));
      add_group (self, &groups[i]);
    }

  return GTK_WIDGET (self);
}

GtkWidget *
way_inspector_page_new_for_several (WayKind kind)
{
  WayInspectorPage *self = g_object_new (WAY_TYPE_INSPECTOR_PAGE, NULL);
  GtkWidget *group = adw_preferences_group_new ();
  guint n_groups;
  g_autofree WayInspectorGroup *groups = way_inspector_layout_get (kind, &n_groups);

  for (guint i = 0; i < n_groups; i++)
    for (guint j = 0; j < groups[i].n_fields; j++)
      if (way_field_row_serves_several (way_schema_get_field (groups[i].fields[j].field)->type))
        add_field (self, ADW_PREFERENCES_GROUP (group), &groups[i].fields[j]);
  gtk_box_append (GTK_BOX (self), group);

  return GTK_WIDGET (self);
}

void
way_inspector_page_set_records (WayInspectorPage *self, WayDocument *document, GArray *ids)
{
  g_return_if_fail (WAY_IS_INSPECTOR_PAGE (self));
  g_return_if_fail (WAY_IS_DOCUMENT (document));
  g_return_if_fail (ids != NULL && ids->len > 0);

  g_set_object (&self->document, document);
  self->id = g_array_index (ids, WayId, 0);
  for (guint i = 0; i < self->rows->len; i++)
    way_field_row_set_records (self->rows->pdata[i], document, ids);
  refresh_rest (self);
}

void
way_inspector_page_refresh (WayInspectorPage *self)
{
  g_return_if_fail (WAY_IS_INSPECTOR_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    way_field_row_refresh (self->rows->pdata[i]);
  refresh_rest (self);
}

void
way_inspector_page_commit (WayInspectorPage *self)
{
  g_return_if_fail (WAY_IS_INSPECTOR_PAGE (self));

  for (guint i = 0; i < self->rows->len; i++)
    way_field_row_commit (self->rows->pdata[i]);
}

gboolean
way_inspector_page_restore (WayInspectorPage *self)
{
  gboolean any = FALSE;

  g_return_val_if_fail (WAY_IS_INSPECTOR_PAGE (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    any |= way_field_row_restore (self->rows->pdata[i]);

  return any;
}

GtkWidget *
way_inspector_page_get_row (WayInspectorPage *self, WayField field)
{
  g_return_val_if_fail (WAY_IS_INSPECTOR_PAGE (self), NULL);

  for (guint i = 0; i < self->rows->len; i++)
    if (way_field_row_get_field (self->rows->pdata[i]) == field)
      return self->rows->pdata[i];

  return NULL;
}

void
way_inspector_page_focus_first (WayInspectorPage *self)
{
  g_return_if_fail (WAY_IS_INSPECTOR_PAGE (self));

  gtk_widget_child_focus (self->rows->pdata[0], GTK_DIR_TAB_FORWARD);
}
