/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another record of the plan, or none: the goal of a milestone, the credential that it leads to.
 */
#include "config.h"

#include "way-field-rows.h"

#include "way-item-text.h"

#include <glib/gi18n.h>

struct _WayFieldRowRef
{
  AdwComboRow parent_instance;

  GPtrArray *records; /* of WayRecord: what the list offers after "None", in its order */
};

static void field_row_iface_init (WayFieldRowInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (WayFieldRowRef, way_field_row_ref, ADW_TYPE_COMBO_ROW,
                               G_IMPLEMENT_INTERFACE (WAY_TYPE_FIELD_ROW, field_row_iface_init))

/* Whether @record is @self or leads to it by @field: a goal cannot be part of what is in it */
static gboolean
is_within (WayPlan *plan, const WayRecord *record, const WayRecord *self, WayField field)
{
  WayKind kind = way_record_get_kind (self);

  while (record != NULL && way_record_get_kind (record) == kind)
    {
      const WayId *up = way_record_get_ref (record, field);

      if (record == self)
        return TRUE;
      record = up != NULL ? way_plan_lookup_kind (plan, kind, up) : NULL;
    }

  return FALSE;
}

static GPtrArray *
list_targets (WayFieldRow *row, const WayRecord *record)
{
  const WayFieldInfo *info = way_field_row_get_info (row);
  WayPlan *plan = way_document_get_plan (way_field_row_get_document (row));
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, info->target, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (!is_within (plan, records[i], record, info->field))
      g_ptr_array_add (targets, way_record_ref (records[i]));

  return targets;
}

/* Records never change, so the same pointers are the same list */
static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  return a != NULL && a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

static void
update_model (WayFieldRowRef *self, GPtrArray *targets)
{
  g_autoptr (GtkStringList) titles = NULL;

  if (is_same (self->records, targets))
    return;

  g_clear_pointer (&self->records, g_ptr_array_unref);
  self->records = g_ptr_array_ref (targets);
  titles = gtk_string_list_new (NULL);
  gtk_string_list_append (titles, _ ("None"));
  for (guint i = 0; i < targets->len; i++)
    gtk_string_list_take (titles, way_text_title (targets->pdata[i]));

  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (titles));
}

static guint
find_position (WayFieldRowRef *self, const WayId *id)
{
  for (guint i = 0; id != NULL && i < self->records->len; i++)
    if (way_id_equal (way_record_get_id (self->records->pdata[i]), id))
      return i + 1;

  return 0;
}

/* The row's name is its title; what was chosen is told after it */
static void
tell_target (WayFieldRowRef *self)
{
  GtkStringObject *chosen = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self));

  if (chosen != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_string_object_get_string (chosen), -1);
}

static void
way_field_row_ref_show (WayFieldRow *row, const WayRecord *record)
{
  WayFieldRowRef *self = WAY_FIELD_ROW_REF (row);
  g_autoptr (GPtrArray) targets = list_targets (row, record);

  update_model (self, targets);
  adw_combo_row_set_selected (
      ADW_COMBO_ROW (row),
      find_position (self, way_record_get_ref (record, way_field_row_get_field (row))));
  tell_target (self);
}

static char *
way_field_row_ref_read (WayFieldRow *row, GError **error)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (row));
  char buffer[WAY_ID_BUFFER_SIZE];
  const WayRecord *target;

  if (selected == 0)
    return g_strdup ("");

  target = WAY_FIELD_ROW_REF (row)->records->pdata[selected - 1];
  return g_strdup (way_id_format (way_record_get_id (target), buffer));
}

static void
way_field_row_ref_show_error (WayFieldRow *row, const char *text)
{
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text != NULL ? text : "");
}

static void
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_ref_show;
  iface->read = way_field_row_ref_read;
  iface->show_error = way_field_row_ref_show_error;
}

static void
on_selected_changed (WayFieldRow *row)
{
  if (!way_field_row_touch (row))
    return;
  tell_target (WAY_FIELD_ROW_REF (row));
  way_field_row_commit (row);
}

static void
way_field_row_ref_finalize (GObject *object)
{
  g_clear_pointer (&WAY_FIELD_ROW_REF (object)->records, g_ptr_array_unref);

  G_OBJECT_CLASS (way_field_row_ref_parent_class)->finalize (object);
}

static void
way_field_row_ref_class_init (WayFieldRowRefClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_field_row_ref_finalize;
}

static void
way_field_row_ref_init (WayFieldRowRef *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
way_field_row_ref_new (const WayFieldInfo *info, const char *hint)
{
  GtkWidget *self = g_object_new (WAY_TYPE_FIELD_ROW_REF, "title", _ (info->label), NULL);

  g_signal_connect (self, "notify::selected", G_CALLBACK (on_selected_changed), NULL);

  return self;
}
