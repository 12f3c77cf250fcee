/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Several records of the plan, ticked in a list: the people of a milestone. The list can make a new
 * one.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-item-text.h"
#include "way-record-commands.h"
#include "way-text.h"

#include <glib/gi18n.h>

struct _WayFieldRowRefs
{
  AdwActionRow parent_instance;

  GtkMenuButton *button;
  GtkBox *list; /* of GtkCheckButton, in the order of the records */
  GtkEditable *entry;
  GArray *offered; /* of WayId, in the same order */
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowRefs, way_field_row_refs, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

static char *
join_titles (WayPlan *plan, const WayId *ids, guint n_ids)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < n_ids; i++)
    {
      WayRecord *record = way_plan_lookup (plan, &ids[i]);
      g_autofree char *title = record != NULL ? way_text_title (record) : NULL;

      if (title != NULL)
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", title);
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

static void
way_field_row_refs_show (WayFieldRow *row, const WayRecord *record)
{
  guint n_ids;
  const WayId *ids = way_record_get_refs (record, way_field_row_get_field (row), &n_ids);
  WayPlan *plan = way_document_get_plan (way_field_row_get_document (row));
  g_autofree char *titles = way_field_row_is_various (row) ? g_strdup (way_field_row_get_various ())
                                                           : join_titles (plan, ids, n_ids);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), titles);
  gtk_accessible_update_property (GTK_ACCESSIBLE (WAY_FIELD_ROW_REFS (row)->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, titles, -1);
}

static gboolean
contains (const WayRecord *record, WayField field, const WayId *id)
{
  guint n_ids;
  const WayId *ids = way_record_get_refs (record, field, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    if (way_id_equal (&ids[i], id))
      return TRUE;

  return FALSE;
}

/* What only some of the records have and nobody touched stays as it is in each */
static char *
way_field_row_refs_read (WayFieldRow *row, const WayRecord *record, GError **error)
{
  WayFieldRowRefs *self = WAY_FIELD_ROW_REFS (row);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->list));

  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    {
      const WayId *id = &g_array_index (self->offered, WayId, i);
      GtkCheckButton *button = GTK_CHECK_BUTTON (check);
      char buffer[WAY_ID_BUFFER_SIZE];

      if (gtk_check_button_get_inconsistent (button)
              ? !contains (record, way_field_row_get_field (row), id)
              : !gtk_check_button_get_active (button))
        continue;
      way_id_format (id, buffer);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", buffer);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
way_field_row_refs_show_error (WayFieldRow *row, const char *text)
{
  if (text != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_refs_show;
  iface->read = way_field_row_refs_read;
  iface->show_error = way_field_row_refs_show_error;
}

static void
on_check_toggled (WayFieldRow *row, GtkCheckButton *check)
{
  if (!way_field_row_touch (row))
    return;
  gtk_check_button_set_inconsistent (check, FALSE);
  way_field_row_commit (row);
}

/* A tick for what all of @edited have, a dash for what only some do */
static void
add_check (WayFieldRowRefs *self, const WayRecord *target, GPtrArray *edited)
{
  const WayId *id = way_record_get_id (target);
  g_autofree char *title = way_text_title (target);
  GtkWidget *check = gtk_check_button_new_with_label (title);
  guint n_having = 0;

  for (guint i = 0; i < edited->len; i++)
    n_having += contains (edited->pdata[i], way_field_row_get_field (WAY_FIELD_ROW (self)), id);

  g_array_append_vals (self->offered, id, 1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), n_having == edited->len);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check),
                                     n_having > 0 && n_having < edited->len);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (on_check_toggled), self);
  gtk_box_append (self->list, check);
}

static void
fill_list (WayFieldRowRefs *self)
{
  WayFieldRow *row = WAY_FIELD_ROW (self);
  g_autoptr (GPtrArray) edited = way_field_row_list_records (row);
  WayPlan *plan = way_document_get_plan (way_field_row_get_document (row));
  GtkWidget *child;
  guint n_targets;
  WayRecord *const *targets;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  g_array_set_size (self->offered, 0);
  if (edited->len == 0)
    return;

  targets = way_plan_get_records (plan, way_field_row_get_info (row)->target, &n_targets);
  for (guint i = 0; i < n_targets; i++)
    add_check (self, targets[i], edited);
}

static void
on_popover_shown (WayFieldRowRefs *self)
{
  gtk_editable_set_text (self->entry, "");
  fill_list (self);
}

typedef struct
{
  WayFieldRow *row;
  const char *name;
} Addition;

static gboolean
refer (WayEditGroup *group, const WayRecord *record, WayField field, const WayId *added,
       GError **error)
{
  guint n_ids;
  const WayId *ids = way_record_get_refs (record, field, &n_ids);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (WayId));

  if (n_ids > 0)
    g_array_append_vals (all, ids, n_ids);
  g_array_append_vals (all, added, 1);

  return way_edit_set_refs (group, way_record_get_id (record), field,
                            (const WayId *)(gpointer)all->data, all->len, error);
}

/* Makes the new record and refers to it, in one step */
static gboolean
add_target (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Addition *addition = user_data;
  const WayFieldInfo *info = way_field_row_get_info (addition->row);
  const WayFieldText name = { way_schema_get_kind (info->target)->called, addition->name };
  g_autoptr (GPtrArray) records = way_field_row_list_records (addition->row);
  WayId added;

  if (!way_edit_add (group, info->target, NULL, &name, 1, &added, error))
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!refer (group, records->pdata[i], info->field, &added, error))
      return FALSE;

  return TRUE;
}

static void
on_entry_activated (WayFieldRowRefs *self)
{
  WayFieldRow *row = WAY_FIELD_ROW (self);
  g_autofree char *name = way_text_clean_line (gtk_editable_get_text (self->entry), -1);
  g_autofree char *step = NULL;
  g_autoptr (GError) error = NULL;
  Addition addition = { row, name };

  if (*name == '\0' || way_field_row_get_record (row) == NULL)
    return;

  /* Translators: a step of work, as in: Undo Add “R. Okafor” */
  step = g_strdup_printf (_ ("Add “%s”"), name);
  if (!way_document_execute (way_field_row_get_document (row), step, NULL, add_target, &addition,
                             &error))
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self), error->message);
      return;
    }

  on_popover_shown (self);
}

static void
way_field_row_refs_finalize (GObject *object)
{
  g_array_unref (WAY_FIELD_ROW_REFS (object)->offered);

  G_OBJECT_CLASS (way_field_row_refs_parent_class)->finalize (object);
}

static void
way_field_row_refs_class_init (WayFieldRowRefsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = way_field_row_refs_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-field-row-refs.ui");
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowRefs, button);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowRefs, list);
  gtk_widget_class_bind_template_child (widget_class, WayFieldRowRefs, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activated);
}

static void
way_field_row_refs_init (WayFieldRowRefs *self)
{
  self->offered = g_array_new (FALSE, FALSE, sizeof (WayId));

  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_field_row_refs_new (const WayFieldInfo *info, const char *hint)
{
  WayFieldRowRefs *self = g_object_new (WAY_TYPE_FIELD_ROW_REFS, "title", _ (info->label), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);
  return GTK_WIDGET (self);
}
