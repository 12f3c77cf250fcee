/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Putting a clip into a plan. What it holds was sound, and gets ids that nobody has: so the records
 * go in as they are, whatever the order, without each being looked at once more.
 */
#include "config.h"

#include "way-clip-private.h"
#include "way-clip.h"
#include "way-paste.h"

#include "way-item-text.h"
#include "way-rank.h"
#include "way-shift.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  WayEditGroup *group;
  WayPlan *plan;
  WayPlan *clip;
  WayPastePlace place;
  gboolean in_place;        /* beside the originals, which are in the plan */
  GHashTable *ids;          /* WayId in the clip → WayId in the plan */
  GHashTable *present;      /* WayId in the clip, of what is not added */
  char *ranks[WAY_N_KINDS]; /* the last one of each kind */
  int days;
  guint n_added;
} Paste;

static void
paste_clear (Paste *self)
{
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->present, g_hash_table_unref);
  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    g_clear_pointer (&self->ranks[kind], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Paste, paste_clear)

/* As people compare names; %NULL without one */
static char *
get_key (const WayRecord *record)
{
  const char *called = way_record_get_called (record);
  g_autofree char *plain = NULL;

  if (called == NULL)
    return NULL;
  plain = g_utf8_normalize (called, -1, G_NORMALIZE_ALL);
  return g_utf8_casefold (plain != NULL ? plain : called, -1);
}

/* Who is in the plan, by name */
static GHashTable *
index_names (WayPlan *plan, WayKind kind)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      char *key = get_key (records[i]);

      if (key != NULL)
        g_hash_table_insert (names, key, records[i]);
    }
  return names;
}

static const WayRecord *
find_present (Paste *self, const WayRecord *record, GHashTable *names)
{
  const WayRecord *present
      = way_plan_lookup_kind (self->plan, way_record_get_kind (record), way_record_get_id (record));
  g_autofree char *key = NULL;

  if (present != NULL)
    return present;
  key = get_key (record);
  return key != NULL ? g_hash_table_lookup (names, key) : NULL;
}

static void
map_id (Paste *self, const WayRecord *record, WayId id)
{
  g_hash_table_insert (self->ids, (gpointer)way_record_get_id (record), g_memdup2 (&id, sizeof id));
}

static void
map_shared (Paste *self, WayKind kind)
{
  g_autoptr (GHashTable) names = index_names (self->plan, kind);
  guint n_records;
  WayRecord *const *records = way_plan_get_records (self->clip, kind, &n_records);

  for (guint i = 0; i < n_records; i++)
    {
      const WayRecord *present = find_present (self, records[i], names);
      const WayId *id = way_record_get_id (records[i]);

      if (present != NULL)
        {
          map_id (self, records[i], *way_record_get_id (present));
          g_hash_table_add (self->present, (gpointer)id);
        }
      else
        map_id (self, records[i], way_plan_lookup (self->plan, id) == NULL ? *id : way_id_new ());
    }
}

typedef struct
{
  GPtrArray *records; /* of WayRecord */
  GHashTable *ids;    /* of them */
} Belongings;

static void
on_belonging (WayRecord *referrer, WayField field, gpointer user_data)
{
  Belongings *self = user_data;

  if (way_schema_get_field (field)->needed
      && g_hash_table_add (self->ids, (gpointer)way_record_get_id (referrer)))
    g_ptr_array_add (self->records, referrer);
}

/* The plan has its own evidence of a credential that it has already */
static void
leave_out_belongings (Paste *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  Belongings belongings = { records, self->present };
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->present);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (records, way_plan_lookup (self->clip, id));
  for (guint i = 0; i < records->len; i++)
    way_plan_foreach_referrer (self->clip, way_record_get_id (records->pdata[i]), on_belonging,
                               &belongings);
}

/* A whole plan may be pasted, too: what is said of it as a whole is not said of this one */
static void
map_root (Paste *self)
{
  const WayRecord *root = way_plan_get_root (self->clip);

  map_id (self, root, *way_plan_get_id (self->plan));
  g_hash_table_add (self->present, (gpointer)way_record_get_id (root));
}

static void
map_ids (Paste *self)
{
  map_root (self);
  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (self->clip, kind, &n_records);

      if (way_clip_is_shared (kind))
        {
          map_shared (self, kind);
          continue;
        }
      for (guint i = 0; i < n_records; i++)
        map_id (self, records[i], way_id_new ());
    }
  leave_out_belongings (self);
}

static void
set_rank (Paste *self, WayRecordBuilder *builder, const WayKindInfo *info)
{
  char **last = &self->ranks[info->kind];
  g_autofree char *before = g_steal_pointer (last);

  if (before == NULL)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (self->plan, info->kind, &n_records);

      if (n_records > 0)
        before = g_strdup (way_record_get_text (records[n_records - 1], info->rank));
    }
  *last = way_rank_between (before, NULL);
  way_record_builder_set_text (builder, info->rank, *last, -1);
}

static WayField
get_owner_field (WayKind kind)
{
  if (kind == WAY_KIND_GOAL)
    return WAY_GOAL_PARENT;
  return kind == WAY_KIND_MILESTONE ? WAY_MILESTONE_GOAL : WAY_FIELD_NONE;
}

/* What @record is part of, when that is not in the clip */
static const WayId *
get_owner (Paste *self, const WayRecord *record, WayField field)
{
  const WayRecord *original, *goal;

  if (self->in_place)
    {
      original = way_plan_lookup (self->plan, way_record_get_id (record));
      return original != NULL ? way_record_get_ref (original, field) : NULL;
    }
  if (field == WAY_MILESTONE_GOAL)
    return self->place.goal;

  goal = self->place.goal != NULL
             ? way_plan_lookup_kind (self->plan, WAY_KIND_GOAL, self->place.goal)
             : NULL;
  return goal != NULL ? way_record_get_ref (goal, WAY_GOAL_PARENT) : NULL;
}

static gboolean
shift (Paste *self, const WayId *id, WayKind kind, GError **error)
{
  WayShift by = { .days = self->days };

  if (self->days == 0)
    return TRUE;
  if (kind == WAY_KIND_GOAL)
    return way_shift_dates (self->group, id, WAY_GOAL_START, WAY_GOAL_DUE, by, error);
  return kind != WAY_KIND_MILESTONE
         || way_shift_dates (self->group, id, WAY_MILESTONE_START, WAY_MILESTONE_END, by, error);
}

static gboolean
add (Paste *self, const WayRecord *record, GArray *added, GError **error)
{
  const WayKindInfo *info = way_schema_get_kind (way_record_get_kind (record));
  WayRecordBuilder *builder = way_edit_group_get_builder (self->group);
  const WayId *id = g_hash_table_lookup (self->ids, way_record_get_id (record));
  WayField owner = get_owner_field (info->kind);
  g_autoptr (WayRecord) copy = NULL;

  way_record_builder_start_from (builder, record);
  way_record_builder_set_id (builder, id);
  way_clip_map_references (builder, record, self->ids);
  if (owner != WAY_FIELD_NONE && !way_record_has (record, owner))
    {
      way_record_builder_set_ref (builder, owner, get_owner (self, record, owner));
      g_array_append_val (added, *id);
    }
  if (info->rank != WAY_FIELD_NONE)
    set_rank (self, builder, info);

  copy = way_record_builder_end (builder);
  way_edit_group_replace (self->group, NULL, copy);
  self->n_added++;
  return shift (self, id, info->kind, error);
}

static gboolean
add_all (Paste *self, GArray *added, GError **error)
{
  for (WayKind kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (self->clip, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        if (!g_hash_table_contains (self->present, way_record_get_id (records[i]))
            && !add (self, records[i], added, error))
          return FALSE;
    }
  if (self->n_added > 0)
    return TRUE;

  g_set_error_literal (error, WAY_CLIP_ERROR, WAY_CLIP_ERROR_EMPTY,
                       _ ("All that is on the clipboard is in this plan already."));
  return FALSE;
}

static gboolean
paste (Paste *self, GArray *added, GError **error)
{
  WayDay first, last;

  self->plan = way_edit_group_get_plan (self->group);
  self->ids = g_hash_table_new_full (way_id_hash, way_id_equal, NULL, g_free);
  self->present = g_hash_table_new (way_id_hash, way_id_equal);
  if (self->place.day != WAY_DAY_NONE && way_plan_get_span (self->clip, &first, &last))
    self->days = self->place.day - first;
  map_ids (self);
  if (!add_all (self, added, error))
    return FALSE;

  if (self->place.cut != NULL)
    way_cut_restore (self->place.cut, self->group, self->clip, self->ids);

  return TRUE;
}

/* What a step added: the only one of it, or %NULL when they are several */
static char *
get_only_title (Paste *self, GArray *added, guint n_before)
{
  if (added->len != n_before + 1)
    return NULL;
  return way_text_title (way_plan_lookup (self->plan, &g_array_index (added, WayId, n_before)));
}

/* How many things people would say that there are */
static guint
count_added (Paste *self, GArray *added, guint n_before)
{
  return added->len > n_before ? added->len - n_before : self->n_added;
}

gboolean
way_paste_clip (WayEditGroup *group, WayPlan *clip, WayPastePlace place, GArray *added,
                GError **error)
{
  g_auto (Paste) self = { .group = group, .clip = clip, .place = place };
  guint n_before = added->len, n;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (!paste (&self, added, error))
    return FALSE;

  title = get_only_title (&self, added, n_before);
  n = count_added (&self, added, n_before);
  name = title != NULL ? g_strdup_printf (_ ("Paste “%s”"), title)
                       : g_strdup_printf (
                           g_dngettext (GETTEXT_PACKAGE, "Paste %u item", "Paste %u items", n), n);
  way_edit_group_set_name (group, name);
  return TRUE;
}

gboolean
way_paste_duplicate (WayEditGroup *group, const WayId *ids, guint n_ids, GArray *added,
                     GError **error)
{
  g_autoptr (WayPlan) clip = way_clip_copy (way_edit_group_get_plan (group), ids, n_ids);
  g_auto (Paste) self = {
    .group = group,
    .clip = clip,
    .place = { .day = WAY_DAY_NONE },
    .in_place = TRUE,
  };
  guint n_before = added->len, n;
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (!paste (&self, added, error))
    return FALSE;

  title = get_only_title (&self, added, n_before);
  n = count_added (&self, added, n_before);
  name = title != NULL
             ? g_strdup_printf (_ ("Duplicate “%s”"), title)
             : g_strdup_printf (
                 g_dngettext (GETTEXT_PACKAGE, "Duplicate %u item", "Duplicate %u items", n), n);
  way_edit_group_set_name (group, name);
  return TRUE;
}
