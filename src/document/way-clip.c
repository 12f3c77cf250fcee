/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Part of a plan, cut out so that it makes sense elsewhere.
 */
#include "config.h"

#include "way-clip-private.h"
#include "way-clip.h"

#include "way-csv.h"
#include "way-plan-reader.h"
#include "way-plan-writer.h"
#include "way-reader-process.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (way - clip - error - quark, way_clip_error)

typedef struct
{
  WayPlan *plan;
  GPtrArray *records; /* of WayRecord, in the order in which they were come upon */
  GHashTable *ids;    /* WayId of them → the same */
} Cutting;

static void
cutting_clear (Cutting *self)
{
  g_hash_table_unref (self->ids);
  g_ptr_array_unref (self->records);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cutting, cutting_clear)

gboolean
way_clip_is_shared (WayKind kind)
{
  return kind == WAY_KIND_PERSON || kind == WAY_KIND_CREDENTIAL;
}

static void
take (Cutting *self, const WayRecord *record)
{
  gpointer id = (gpointer)way_record_get_id (record);

  if (g_hash_table_insert (self->ids, id, id))
    g_ptr_array_add (self->records, way_record_ref (record));
}

/* Whether all that @record makes no sense without is in the clip */
static gboolean
has_all_it_needs (Cutting *self, const WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const WayId *id;

      if (!kind->fields[i].needed)
        continue;
      id = way_record_get_ref (record, kind->fields[i].field);
      if (id == NULL || !g_hash_table_contains (self->ids, id))
        return FALSE;
    }
  return TRUE;
}

static void
on_referrer (WayRecord *referrer, WayField field, gpointer user_data)
{
  Cutting *self = user_data;

  if (field == WAY_GOAL_PARENT || field == WAY_MILESTONE_GOAL
      || (way_schema_get_field (field)->needed && has_all_it_needs (self, referrer)))
    take (self, referrer);
}

static void
take_shared (Cutting *self, const WayId *id)
{
  const WayRecord *record = way_plan_lookup (self->plan, id);

  if (record != NULL && way_clip_is_shared (way_record_get_kind (record)))
    take (self, record);
}

static void
take_what_it_refers_to (Cutting *self, const WayRecord *record)
{
  for (WayField field = way_record_next_field (record, WAY_FIELD_NONE); field != WAY_FIELD_NONE;
       field = way_record_next_field (record, field))
    {
      WayFieldType type = way_schema_get_field (field)->type;
      guint n_ids = 0;
      const WayId *ids;

      if (type == WAY_TYPE_REF || type == WAY_TYPE_REFS)
        {
          ids = way_record_get_refs (record, field, &n_ids);
          for (guint i = 0; i < n_ids; i++)
            take_shared (self, &ids[i]);
        }
      else if (type == WAY_TYPE_COUNTS)
        for (guint i = 0; i < way_record_get_n_counts (record, field); i++)
          {
            WayCount count = way_record_get_count (record, field, i);

            take_shared (self, &count.credential);
          }
    }
}

static void
map_refs (WayRecordBuilder *builder, const WayRecord *record, WayField field, GHashTable *ids)
{
  guint n_refs = 0;
  const WayId *refs = way_record_get_refs (record, field, &n_refs);
  g_autofree WayId *mapped = g_new (WayId, MAX (1, n_refs));
  guint n_mapped = 0;

  for (guint i = 0; i < n_refs; i++)
    {
      const WayId *id = g_hash_table_lookup (ids, &refs[i]);
      gboolean is_new = id != NULL;

      /* Two people can have become one */
      for (guint j = 0; j < n_mapped && is_new; j++)
        is_new = !way_id_equal (&mapped[j], id);
      if (is_new)
        mapped[n_mapped++] = *id;
    }

  if (n_mapped == 0)
    way_record_builder_clear (builder, field);
  else if (way_schema_get_field (field)->type == WAY_TYPE_REF)
    way_record_builder_set_ref (builder, field, mapped);
  else
    way_record_builder_set_refs (builder, field, mapped, n_mapped);
}

static void
map_counts (WayRecordBuilder *builder, const WayRecord *record, WayField field, GHashTable *ids)
{
  way_record_builder_clear (builder, field);
  for (guint i = 0; i < way_record_get_n_counts (record, field); i++)
    {
      WayCount count = way_record_get_count (record, field, i);
      const WayId *id = g_hash_table_lookup (ids, &count.credential);

      if (id != NULL)
        way_record_builder_add_count (builder, field, id, count.category, -1);
    }
}

void
way_clip_map_references (WayRecordBuilder *builder, const WayRecord *record, GHashTable *ids)
{
  for (WayField field = way_record_next_field (record, WAY_FIELD_NONE); field != WAY_FIELD_NONE;
       field = way_record_next_field (record, field))
    {
      WayFieldType type = way_schema_get_field (field)->type;

      if (way_record_get_unread (record, field) != NULL)
        continue;
      if (type == WAY_TYPE_REF || type == WAY_TYPE_REFS)
        map_refs (builder, record, field, ids);
      else if (type == WAY_TYPE_COUNTS)
        map_counts (builder, record, field, ids);
    }
}

/* Costs mean nothing without their currency */
static void
add_root (WayPlan *clip, WayRecordBuilder *builder, WayPlan *plan)
{
  way_record_builder_start (builder, WAY_KIND_PLAN, way_plan_get_id (clip));
  way_record_builder_set_text (builder, WAY_PLAN_CURRENCY,
                               way_record_get_text (way_plan_get_root (plan), WAY_PLAN_CURRENCY),
                               -1);
  way_plan_add_loaded (clip, way_record_builder_end (builder));
}

WayPlan *
way_clip_copy (WayPlan *plan, const WayId *ids, guint n_ids)
{
  WayPlan *clip = way_plan_new (NULL);
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_auto (Cutting) cutting = {
    .plan = plan,
    .records = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref),
    .ids = g_hash_table_new (way_id_hash, way_id_equal),
  };

  for (guint i = 0; i < n_ids; i++)
    {
      const WayRecord *record = way_plan_lookup (plan, &ids[i]);

      /* What needs others comes along with them */
      if (record != NULL && way_record_get_kind (record) != WAY_KIND_PLAN
          && way_schema_get_kind (way_record_get_kind (record))->needed == 0)
        take (&cutting, record);
    }

  /* The array grows by what belongs to what is in it, and by what that refers to */
  for (guint i = 0; i < cutting.records->len; i++)
    {
      const WayRecord *record = cutting.records->pdata[i];

      way_plan_foreach_referrer (plan, way_record_get_id (record), on_referrer, &cutting);
      take_what_it_refers_to (&cutting, record);
    }

  add_root (clip, builder, plan);
  for (guint i = 0; i < cutting.records->len; i++)
    {
      way_record_builder_start_from (builder, cutting.records->pdata[i]);
      way_clip_map_references (builder, cutting.records->pdata[i], cutting.ids);
      way_plan_add_loaded (clip, way_record_builder_end (builder));
    }

  return clip;
}

GBytes *
way_clip_write (WayPlan *clip, GError **error)
{
  g_autoptr (WaySnapshot) snapshot = way_snapshot_new (clip);

  return way_plan_write_bytes (snapshot, error);
}

char *
way_clip_get_csv (WayPlan *clip, WayPlan *plan)
{
  guint n_milestones;
  WayRecord *const *milestones = way_plan_get_records (clip, WAY_KIND_MILESTONE, &n_milestones);
  g_autofree WayRecord **originals = g_new (WayRecord *, MAX (1, n_milestones));
  GString *text;

  if (n_milestones == 0)
    return NULL;
  for (guint i = 0; i < n_milestones; i++)
    originals[i] = way_plan_lookup (plan, way_record_get_id (milestones[i]));

  text = g_string_new (NULL);
  way_csv_write_labelled (plan, originals, n_milestones, text);
  return g_string_free (text, FALSE);
}

static gboolean
is_empty (WayPlan *clip)
{
  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    if (way_plan_get_count (clip, kind) > 0)
      return FALSE;
  return TRUE;
}

/* What was read as a clip, or why it is none */
static WayPlan *
take_clip (WayPlan *plan, const WayReadReport *report, const GError *reason, GError **error)
{
  g_autoptr (WayPlan) clip = plan;

  if (clip == NULL)
    g_set_error (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_UNREADABLE,
                 _ ("What is on the clipboard cannot be pasted. %s"), reason->message);
  else if (report->read_only)
    g_set_error_literal (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_UNREADABLE,
                         _ ("What is on the clipboard was copied by a newer Waymark. Update this "
                            "one to paste it."));
  else if (is_empty (clip))
    g_set_error_literal (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_EMPTY,
                         _ ("There is nothing on the clipboard that can be pasted. Copy goals or "
                            "milestones first."));
  else
    return g_steal_pointer (&clip);

  return NULL;
}

WayPlan *
way_clip_read (GBytes *bytes, GError **error)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) reason = NULL;
  WayPlan *plan = way_plan_read_bytes (bytes, C_ ("where a plan is read from", "Clipboard"),
                                       &report, &reason);

  return take_clip (plan, &report, reason, error);
}

static void
read_apart (GTask *task, gpointer source G_GNUC_UNUSED, gpointer stream, GCancellable *cancellable)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) reason = NULL;
  g_autoptr (GError) error = NULL;
  WayPlan *plan = way_plan_read_stream_apart (stream, C_ ("where a plan is read from", "Clipboard"),
                                              &report, cancellable, &reason);
  WayPlan *clip = take_clip (plan, &report, reason, &error);

  if (clip != NULL)
    g_task_return_pointer (task, clip, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
way_clip_read_apart_async (GInputStream *stream, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, way_clip_read_apart_async);
  g_task_set_task_data (task, g_object_ref (stream), g_object_unref);
  g_task_run_in_thread (task, read_apart);
}

WayPlan *
way_clip_read_apart_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
