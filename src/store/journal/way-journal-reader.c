/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From the bytes of a journal to a plan: the checkpoint, and in it the last state of each record
 * that a step has touched.
 */
#include "config.h"

#include "way-journal-reader.h"

#include "way-check.h"
#include "way-journal-format.h"
#include "way-plan-reader.h"
#include "way-plan-writer.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* The last state of a record */
typedef struct
{
  WayId id;
  WayKind kind;
  const char *xml;
  gsize length; /* 0 where it was removed */
} Touched;

typedef struct
{
  const char *name;
  WayJournalContent *content;
  guint64 since; /* the serial of what was saved */
  GInputStream *checkpoint;
  guint64 length; /* of that */
  gboolean is_based;
  gboolean is_whole;   /* whether the checkpoint is */
  GHashTable *touched; /* WayId → Touched */
  GPtrArray *order;    /* of Touched, as they were first touched */
} Replay;

static void
replay_clear (Replay *self)
{
  g_clear_object (&self->checkpoint);
  g_clear_pointer (&self->touched, g_hash_table_unref);
  g_clear_pointer (&self->order, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Replay, replay_clear)

void
way_journal_content_clear (WayJournalContent *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->last_step, g_free);
}

/* Entries; each of these returns whether it is one that can stand there */

static gboolean
take_base (Replay *self, WayJournalCursor cursor)
{
  WayJournalContent *content = self->content;
  const char *path;
  gsize length;
  guint32 is_known;

  if (self->is_based || !way_journal_take_u64 (&cursor, &self->since)
      || !way_journal_take_text (&cursor, &path, &length)
      || !way_journal_take_u32 (&cursor, &is_known)
      || !way_journal_take_u64 (&cursor, &content->fingerprint.high)
      || !way_journal_take_u64 (&cursor, &content->fingerprint.low)
      || memchr (path, '\0', length) != NULL)
    return FALSE;

  self->is_based = TRUE;
  content->is_known = is_known != 0;
  if (length > 0)
    content->path = g_strndup (path, length);

  return TRUE;
}

static gboolean
take_piece (Replay *self, WayJournalCursor cursor)
{
  if (!self->is_based || self->is_whole)
    return FALSE;

  if (cursor.left > 0)
    g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (self->checkpoint), cursor.at,
                                    (gssize)cursor.left, NULL);
  self->length += cursor.left;

  return TRUE;
}

static void
note_step (Replay *self, guint64 serial, guint64 time)
{
  self->content->serial = serial;
  self->content->n_steps = serial - self->since;
  self->content->time = (gint64)time;
}

static gboolean
take_checkpoint (Replay *self, WayJournalCursor cursor)
{
  guint64 serial, time;

  if (!self->is_based || self->is_whole || !way_journal_take_u64 (&cursor, &serial)
      || !way_journal_take_u64 (&cursor, &time))
    return FALSE;

  self->is_whole = TRUE;
  note_step (self, serial, time);

  return TRUE;
}

static gboolean
take_record (WayJournalCursor *cursor, Touched *touched)
{
  guint32 kind;
  const guint8 *id;

  if (!way_journal_take_u32 (cursor, &kind) || kind >= WAY_N_KINDS
      || !way_journal_take_bytes (cursor, sizeof touched->id.bytes, &id)
      || !way_journal_take_text (cursor, &touched->xml, &touched->length)
      || (kind == WAY_KIND_PLAN && touched->length == 0))
    return FALSE;

  touched->kind = (WayKind)kind;
  memcpy (touched->id.bytes, id, sizeof touched->id.bytes);

  return TRUE;
}

static gboolean
take_records (WayJournalCursor cursor, guint32 n_records, GArray *records)
{
  for (guint i = 0; i < n_records; i++)
    {
      Touched touched;

      if (!take_record (&cursor, &touched))
        return FALSE;
      g_array_append_val (records, touched);
    }

  return cursor.left == 0;
}

static void
touch (Replay *self, const Touched *touched)
{
  Touched *known = g_hash_table_lookup (self->touched, &touched->id);

  if (known == NULL)
    {
      known = g_new (Touched, 1);
      g_ptr_array_add (self->order, known);
      known->id = touched->id;
      g_hash_table_insert (self->touched, &known->id, known);
    }

  *known = *touched;
}

/* A step counts as a whole */
static gboolean
take_step (Replay *self, WayJournalCursor cursor)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (Touched));
  guint64 serial, time;
  guint32 n_records;
  const char *name;
  gsize length;

  if (!self->is_whole || !way_journal_take_u64 (&cursor, &serial)
      || !way_journal_take_u64 (&cursor, &time) || !way_journal_take_text (&cursor, &name, &length)
      || !way_journal_take_u32 (&cursor, &n_records) || !take_records (cursor, n_records, records))
    return FALSE;

  for (guint i = 0; i < records->len; i++)
    touch (self, &g_array_index (records, Touched, i));

  note_step (self, serial, time);
  g_free (self->content->last_step);
  self->content->last_step = length > 0 && g_utf8_validate (name, (gssize)length, NULL)
                                 ? g_strndup (name, length)
                                 : NULL;

  return TRUE;
}

static gboolean
take_entry (Replay *self, const WayJournalEntryHead *head, const guint8 *payload)
{
  static gboolean (*const takers[]) (Replay *, WayJournalCursor) = {
    [WAY_JOURNAL_BASE] = take_base,
    [WAY_JOURNAL_PIECE] = take_piece,
    [WAY_JOURNAL_CHECKPOINT] = take_checkpoint,
    [WAY_JOURNAL_STEP] = take_step,
  };

  if (head->type >= G_N_ELEMENTS (takers) || takers[head->type] == NULL)
    return FALSE;

  return takers[head->type](self, (WayJournalCursor){ payload, head->length });
}

/* Goes as far as all is as it was written */
static void
take_entries (Replay *self, WayJournalCursor cursor, guint64 checksum)
{
  guint64 number = 1;

  for (;;)
    {
      WayJournalEntryHead head;
      const guint8 *bytes, *payload;

      if (!way_journal_take_bytes (&cursor, WAY_JOURNAL_ENTRY_HEAD_SIZE, &bytes))
        return;

      head = way_journal_get_entry_head (bytes);
      if (head.number != number || head.length > WAY_JOURNAL_MAX_PAYLOAD
          || !way_journal_take_bytes (&cursor, head.length, &payload)
          || way_journal_get_checksum (&head, payload, checksum) != head.checksum
          || !take_entry (self, &head, payload))
        return;

      checksum = head.checksum;
      number++;
    }
}

static gboolean
fail (const char *name, GError **error)
{
  g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_SYNTAX,
               _ ("%s: the unsaved work in it cannot be read any more. Open the plan's file, or "
                  "an earlier version of it."),
               name);

  return FALSE;
}

/* Plans */

/* The touched records as one file, so that one reading makes them all */
static GBytes *
join_touched (Replay *self, WayPlan *plan, GError **error)
{
  const Touched *root = g_hash_table_lookup (self->touched, way_plan_get_id (plan));
  GString *all = g_string_new (NULL);

  if (root != NULL && root->kind == WAY_KIND_PLAN)
    g_string_append_len (all, root->xml, (gssize)root->length);
  else if (!way_plan_write_record (way_plan_get_root (plan), all, error))
    {
      g_string_free (all, TRUE);
      return NULL;
    }

  for (guint i = 0; i < self->order->len; i++)
    {
      const Touched *touched = g_ptr_array_index (self->order, i);

      if (touched->kind != WAY_KIND_PLAN)
        g_string_append_len (all, touched->xml, (gssize)touched->length);
    }
  g_string_append (all, "</plan>\n");

  return g_string_free_to_bytes (all);
}

static WayPlan *
read_touched (Replay *self, WayPlan *plan, GError **error)
{
  g_autoptr (GBytes) bytes = join_touched (self, plan, error);
  g_autoptr (GInputStream) stream = NULL;

  if (bytes == NULL)
    return NULL;

  stream = g_memory_input_stream_new_from_bytes (bytes);

  return way_plan_read_records (stream, g_bytes_get_size (bytes), self->name, error);
}

static gboolean
add_untouched (Replay *self, WayPlan *plan, WayPlan *from)
{
  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (from, (WayKind)kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        if (!g_hash_table_contains (self->touched, way_record_get_id (records[i]))
            && !way_plan_add_loaded (plan, way_record_ref (records[i])))
          return FALSE;
    }

  return TRUE;
}

static guint
count_records (WayPlan *plan)
{
  guint n = 0;

  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    n += way_plan_get_count (plan, (WayKind)kind);

  return n;
}

/* What was read has to be what the entries say that it is */
static gboolean
add_touched (Replay *self, WayPlan *plan, WayPlan *from)
{
  guint n_present = 0;

  for (guint i = 0; i < self->order->len; i++)
    {
      const Touched *touched = g_ptr_array_index (self->order, i);
      WayRecord *record = way_plan_lookup_kind (from, touched->kind, &touched->id);

      if (touched->kind == WAY_KIND_PLAN || touched->length == 0)
        continue;
      if (record == NULL || !way_plan_add_loaded (plan, way_record_ref (record)))
        return FALSE;
      n_present++;
    }

  return count_records (from) == n_present;
}

static WayPlan *
merge (Replay *self, WayPlan *checkpoint, WayPlan *touched, GError **error)
{
  const WayId *id = way_plan_get_id (checkpoint);
  g_autoptr (WayPlan) plan = way_plan_new (id);

  way_plan_expect_records (plan, count_records (checkpoint) + self->order->len);
  if (way_id_equal (id, way_plan_get_id (touched))
      && way_plan_add_loaded (plan, way_record_ref (way_plan_get_root (touched)))
      && add_untouched (self, plan, checkpoint) && add_touched (self, plan, touched))
    return g_steal_pointer (&plan);

  fail (self->name, error);

  return NULL;
}

static gboolean
is_sound (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  for (guint i = 0; i < problems->len; i++)
    {
      const WayProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == WAY_PROBLEM_ERROR)
        return FALSE;
    }

  return TRUE;
}

static WayPlan *
make_plan (Replay *self, GError **error)
{
  g_autoptr (WayPlan) checkpoint
      = way_plan_read_records (self->checkpoint, self->length, self->name, error);
  g_autoptr (WayPlan) touched = NULL;
  g_autoptr (WayPlan) plan = NULL;

  if (checkpoint == NULL)
    return NULL;

  if (self->order->len == 0)
    plan = g_object_ref (checkpoint);
  else
    {
      touched = read_touched (self, checkpoint, error);
      plan = touched != NULL ? merge (self, checkpoint, touched, error) : NULL;
    }
  if (plan == NULL)
    return NULL;

  if (!is_sound (plan))
    {
      fail (self->name, error);
      return NULL;
    }

  return g_steal_pointer (&plan);
}

gboolean
way_journal_parse (const guint8 *data, gsize length, const char *name, WayJournalContent *content,
                   GError **error)
{
  g_auto (Replay) self = { .name = name, .content = content };
  WayJournalCursor cursor = { data, length };
  const guint8 *magic;
  guint64 checksum;

  self.checkpoint = g_memory_input_stream_new ();
  self.touched = g_hash_table_new (way_id_hash, way_id_equal);
  self.order = g_ptr_array_new_with_free_func (g_free);

  if (way_journal_take_bytes (&cursor, strlen (WAY_JOURNAL_MAGIC), &magic)
      && memcmp (magic, WAY_JOURNAL_MAGIC, strlen (WAY_JOURNAL_MAGIC)) == 0
      && way_journal_take_u64 (&cursor, &checksum))
    take_entries (&self, cursor, checksum);

  if (!self.is_whole)
    {
      way_journal_content_clear (content);
      return fail (name, error);
    }

  content->plan = make_plan (&self, error);
  if (content->plan == NULL)
    way_journal_content_clear (content);

  return content->plan != NULL;
}
