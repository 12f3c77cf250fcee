/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Removing records together with what makes no sense without them.
 */
#include "config.h"

#include "way-remove-commands.h"

#include "way-edit-error.h"

#include <glib/gi18n-lib.h>

/* What is to go and what stays but refers to it */
typedef struct
{
  GPtrArray *doomed;      /* WayRecord, an owner before what goes with it */
  GHashTable *doomed_ids; /* WayId of them */
  GPtrArray *bereft;      /* WayRecord that stay */
  GHashTable *bereft_ids;
} Removal;

static void
removal_init (Removal *self)
{
  self->doomed = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  self->doomed_ids = g_hash_table_new (way_id_hash, way_id_equal);
  self->bereft = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  self->bereft_ids = g_hash_table_new (way_id_hash, way_id_equal);
}

static void
removal_clear (Removal *self)
{
  g_hash_table_unref (self->doomed_ids);
  g_ptr_array_unref (self->doomed);
  g_hash_table_unref (self->bereft_ids);
  g_ptr_array_unref (self->bereft);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Removal, removal_clear)

static void
add_once (GPtrArray *records, GHashTable *ids, const WayRecord *record)
{
  if (g_hash_table_add (ids, (gpointer)way_record_get_id (record)))
    g_ptr_array_add (records, way_record_ref (record));
}

/* Whether a record goes when what it refers to by @field does */
static gboolean
is_owned_by (WayField field)
{
  return field == WAY_GOAL_PARENT || field == WAY_MILESTONE_GOAL
         || way_schema_get_field (field)->needed;
}

static void
on_owned_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
  Removal *self = user_data;

  if (is_owned_by (field))
    add_once (self->doomed, self->doomed_ids, referrer);
}

static void
on_bereft_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
  Removal *self = user_data;

  if (!g_hash_table_contains (self->doomed_ids, way_record_get_id (referrer)))
    add_once (self->bereft, self->bereft_ids, referrer);
}

static void
collect (Removal *self, WayPlan *plan, const WayId *ids, guint n_ids)
{
  for (guint i = 0; i < n_ids; i++)
    {
      const WayRecord *record = way_plan_lookup (plan, &ids[i]);

      if (record != NULL)
        add_once (self->doomed, self->doomed_ids, record);
    }

  /* The array grows by what belongs to what is in it. */
  for (guint i = 0; i < self->doomed->len; i++)
    way_plan_foreach_referrer (plan, way_record_get_id (self->doomed->pdata[i]), on_owned_referrer,
                               self);
}

static void
strip_refs (Removal *self, WayRecordBuilder *builder, const WayRecord *record, WayField field)
{
  guint n_ids = 0;
  const WayId *ids = way_record_get_refs (record, field, &n_ids);
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (WayId));

  for (guint i = 0; i < n_ids; i++)
    if (!g_hash_table_contains (self->doomed_ids, &ids[i]))
      g_array_append_val (kept, ids[i]);

  if (kept->len == n_ids)
    return;

  if (kept->len == 0)
    way_record_builder_clear (builder, field);
  else
    way_record_builder_set_refs (builder, field, (const WayId *)kept->data, kept->len);
}

static void
strip_counts (Removal *self, WayRecordBuilder *builder, const WayRecord *record, WayField field)
{
  way_record_builder_clear (builder, field);
  for (guint i = 0; i < way_record_get_n_counts (record, field); i++)
    {
      WayCount count = way_record_get_count (record, field, i);

      if (!g_hash_table_contains (self->doomed_ids, &count.credential))
        way_record_builder_add_count (builder, field, &count.credential, count.category, -1);
    }
}

/* @record without its references to what goes */
static WayRecord *
strip (Removal *self, WayRecordBuilder *builder, const WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));

  way_record_builder_start_from (builder, record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const WayFieldInfo *info = &kind->fields[i];

      if (!way_record_has (record, info->field)
          || way_record_get_unread (record, info->field) != NULL)
        continue;

      if (info->type == WAY_TYPE_REF || info->type == WAY_TYPE_REFS)
        strip_refs (self, builder, record, info->field);
      else if (info->type == WAY_TYPE_COUNTS)
        strip_counts (self, builder, record, info->field);
    }

  return way_record_builder_end (builder);
}

gboolean
way_edit_remove (WayEditGroup *group, const WayId *ids, guint n_ids, GError **error)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  g_auto (Removal) removal;

  removal_init (&removal);

  for (guint i = 0; i < n_ids; i++)
    if (way_plan_lookup (plan, &ids[i]) == NULL)
      return way_edit_error_missing (error, WAY_KIND_ANY, &ids[i]);
    else if (way_id_equal (&ids[i], way_plan_get_id (plan)))
      {
        g_set_error_literal (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_REFERENCE,
                             _ ("The plan cannot be removed from itself. Choose records in it."));
        return FALSE;
      }

  collect (&removal, plan, ids, n_ids);
  for (guint i = 0; i < removal.doomed->len; i++)
    way_plan_foreach_referrer (plan, way_record_get_id (removal.doomed->pdata[i]),
                               on_bereft_referrer, &removal);

  for (guint i = 0; i < removal.bereft->len; i++)
    {
      const WayRecord *before = removal.bereft->pdata[i];
      g_autoptr (WayRecord) after = strip (&removal, way_edit_group_get_builder (group), before);

      way_edit_group_replace (group, before, after);
    }

  /* What belongs goes before its owner. */
  for (guint i = removal.doomed->len; i > 0; i--)
    way_edit_group_replace (group, removal.doomed->pdata[i - 1], NULL);

  return TRUE;
}

guint
way_edit_count_removed (WayPlan *plan, const WayId *ids, guint n_ids)
{
  g_auto (Removal) removal;

  removal_init (&removal);
  collect (&removal, plan, ids, n_ids);

  return removal.doomed->len;
}
