/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Another record of the plan, or none: the goal of a milestone, the credential that it leads to.
 */
#include "config.h"

#include "way-field-row-combo.h"
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

/* Whether @record is one of @edited or leads to one by @field: a goal cannot be part of what is in
 * it */
static gboolean
is_within (WayPlan *plan, const WayRecord *record, GHashTable *edited, WayField field)
{
  while (record != NULL)
    {
      const WayId *up = way_record_get_ref (record, field);

      if (g_hash_table_contains (edited, record))
        return TRUE;
      record = up != NULL ? way_plan_lookup_kind (plan, WAY_FIELD_KIND (field), up) : NULL;
    }

  return FALSE;
}

/* (transfer container) (nullable): what the row edits, where its own kind is what it refers to */
static GHashTable *
find_edited (WayFieldRow *row)
{
  g_autoptr (GPtrArray) records = NULL;
  GHashTable *edited;

  if (way_field_row_get_info (row)->target != WAY_FIELD_KIND (way_field_row_get_field (row)))
    return NULL;

  records = way_field_row_list_records (row);
  edited = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (edited, records->pdata[i]);

  return edited;
}

static GPtrArray *
list_targets (WayFieldRow *row)
{
  const WayFieldInfo *info = way_field_row_get_info (row);
  WayPlan *plan = way_document_get_plan (way_field_row_get_document (row));
  GPtrArray *targets = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  g_autoptr (GHashTable) edited = find_edited (row);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, info->target, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (edited == NULL || !is_within (plan, records[i], edited, info->field))
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

static void
way_field_row_ref_show (WayFieldRow *row, const WayRecord *record)
{
  WayFieldRowRef *self = WAY_FIELD_ROW_REF (row);
  g_autoptr (GPtrArray) targets = list_targets (row);
  const WayId *id = way_record_get_ref (record, way_field_row_get_field (row));

  update_model (self, targets);
  way_field_row_combo_show (row, targets->len + 1, find_position (self, id));
}

static char *
way_field_row_ref_read (WayFieldRow *row, const WayRecord *record, GError **error)
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
field_row_iface_init (WayFieldRowInterface *iface)
{
  iface->show = way_field_row_ref_show;
  iface->read = way_field_row_ref_read;
  iface->show_error = way_field_row_combo_show_error;
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
  way_field_row_combo_init (WAY_FIELD_ROW (self));
}

GtkWidget *
way_field_row_ref_new (const WayFieldInfo *info, const char *hint)
{
  return g_object_new (WAY_TYPE_FIELD_ROW_REF, "title", _ (info->label), NULL);
}
