/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writing a journal: the beginning beside it, the steps at its end.
 */
#include "config.h"

#include "way-journal-file.h"

#include "way-journal-format.h"
#include "way-plan-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MODE 0600
#define SMALL (256 * 1024) /* up to which size it does not matter how long a journal is */

struct _WayJournalFile
{
  int fd;
  guint64 size;       /* of what is sound */
  guint64 checkpoint; /* bytes up to the first step */
  guint64 number;     /* of the last entry */
  guint64 checksum;   /* of the last entry */
};

static gboolean
fail (int number, GError **error)
{
  const char *remedy
      = number == ENOSPC || number == EDQUOT
            ? _ ("There is no room left on the disk. Free some space, and save often until then.")
            : _ ("Save often until that is mended.");

  g_set_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE, "%s: %s", g_strerror (number),
               remedy);

  return FALSE;
}

static gboolean
write_all (int fd, const guint8 *bytes, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize written = write (fd, bytes, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written <= 0)
        return fail (written < 0 ? errno : EIO, error);
      bytes += written;
      length -= (gsize)written;
    }

  return TRUE;
}

/* @entry: room for the head, and then the payload. What could not be written whole is taken away
 * again, so that another entry can follow. */
static gboolean
append_entry (WayJournalFile *self, WayJournalEntryType type, GByteArray *entry, GError **error)
{
  WayJournalEntryHead head = { .length = entry->len - WAY_JOURNAL_ENTRY_HEAD_SIZE,
                               .type = type,
                               .number = self->number + 1 };

  head.checksum
      = way_journal_get_checksum (&head, entry->data + WAY_JOURNAL_ENTRY_HEAD_SIZE, self->checksum);
  way_journal_put_entry_head (&head, entry->data);

  if (!write_all (self->fd, entry->data, entry->len, error))
    {
      if (ftruncate (self->fd, (off_t)self->size) == 0)
        lseek (self->fd, (off_t)self->size, SEEK_SET);
      return FALSE;
    }

  self->number = head.number;
  self->checksum = head.checksum;
  self->size += entry->len;

  return TRUE;
}

static GByteArray *
entry_new (gsize size)
{
  GByteArray *entry = g_byte_array_sized_new ((guint)(WAY_JOURNAL_ENTRY_HEAD_SIZE + size));

  return g_byte_array_set_size (entry, WAY_JOURNAL_ENTRY_HEAD_SIZE);
}

static gboolean
write_head (WayJournalFile *self, GError **error)
{
  g_autoptr (GByteArray) head = g_byte_array_new ();

  self->checksum = (guint64)g_random_int () << 32 | g_random_int ();
  g_byte_array_append (head, (const guint8 *)WAY_JOURNAL_MAGIC, strlen (WAY_JOURNAL_MAGIC));
  way_journal_put_u64 (head, self->checksum);
  self->size = head->len;

  return write_all (self->fd, head->data, head->len, error);
}

/* A file that has already become another is none that the work is based on */
static gboolean
take_fingerprint (const WayJournalBase *base, WayFingerprint *fingerprint)
{
  WayFileStamp before = way_file_stamp_take (base->path), after;

  if (base->path == NULL || before.inode == 0 || !way_file_stamp_equal (&before, &base->stamp)
      || !way_fingerprint_file (base->path, fingerprint, NULL))
    return FALSE;

  after = way_file_stamp_take (base->path);

  return way_file_stamp_equal (&before, &after);
}

static gboolean
write_base (WayJournalFile *self, const WayJournalStart *start, GError **error)
{
  g_autoptr (GByteArray) entry = entry_new (0);
  const char *path = start->base.path != NULL ? start->base.path : "";
  WayFingerprint fingerprint = { 0, 0 };
  gboolean is_known = take_fingerprint (&start->base, &fingerprint);

  way_journal_put_u64 (entry, start->since);
  way_journal_put_text (entry, path, strlen (path));
  way_journal_put_u32 (entry, is_known);
  way_journal_put_u64 (entry, fingerprint.high);
  way_journal_put_u64 (entry, fingerprint.low);

  return append_entry (self, WAY_JOURNAL_BASE, entry, error);
}

/* What the plan's writer writes becomes pieces */

#define WAY_TYPE_PIECE_STREAM (way_piece_stream_get_type ())
G_DECLARE_FINAL_TYPE (WayPieceStream, way_piece_stream, WAY, PIECE_STREAM, GOutputStream)

struct _WayPieceStream
{
  GOutputStream parent_instance;

  WayJournalFile *file;
  GByteArray *entry;
};

G_DEFINE_FINAL_TYPE (WayPieceStream, way_piece_stream, G_TYPE_OUTPUT_STREAM)

static gssize
way_piece_stream_write (GOutputStream *stream, const void *buffer, gsize length,
                        GCancellable *cancellable, GError **error)
{
  WayPieceStream *self = WAY_PIECE_STREAM (stream);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  length = MIN (length, G_MAXINT);
  g_byte_array_set_size (self->entry, WAY_JOURNAL_ENTRY_HEAD_SIZE);
  g_byte_array_append (self->entry, buffer, (guint)length);

  return append_entry (self->file, WAY_JOURNAL_PIECE, self->entry, error) ? (gssize)length : -1;
}

static void
way_piece_stream_finalize (GObject *object)
{
  g_byte_array_unref (WAY_PIECE_STREAM (object)->entry);

  G_OBJECT_CLASS (way_piece_stream_parent_class)->finalize (object);
}

static void
way_piece_stream_class_init (WayPieceStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_piece_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = way_piece_stream_write;
}

static void
way_piece_stream_init (WayPieceStream *self)
{
  self->entry = g_byte_array_new ();
}

static gboolean
write_checkpoint (WayJournalFile *self, const WayJournalStart *start, GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (WayPieceStream) stream = g_object_new (WAY_TYPE_PIECE_STREAM, NULL);
  g_autoptr (GByteArray) entry = entry_new (0);

  stream->file = self;
  if (!way_plan_write_stream (start->snapshot, G_OUTPUT_STREAM (stream), cancellable, error))
    return FALSE;

  way_journal_put_u64 (entry, start->serial);
  way_journal_put_u64 (entry, (guint64)start->time);
  if (!append_entry (self, WAY_JOURNAL_CHECKPOINT, entry, error))
    return FALSE;

  self->checkpoint = self->size;

  return way_journal_file_flush (self, error);
}

/* The rename is to survive a power cut as well; where folders cannot be flushed it may not */
static void
flush_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static char *
make_new_path (const char *path)
{
  g_autofree char *stem = g_strdup (path);

  if (g_str_has_suffix (stem, WAY_JOURNAL_ENDING))
    stem[strlen (stem) - strlen (WAY_JOURNAL_ENDING)] = '\0';

  return g_strconcat (stem, WAY_JOURNAL_NEW_ENDING, NULL);
}

WayJournalFile *
way_journal_file_new (const char *path, const WayJournalStart *start, GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (WayJournalFile) self = g_new0 (WayJournalFile, 1);
  g_autofree char *new_path = make_new_path (path);

  self->fd = open (new_path, O_RDWR | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, MODE);
  if (self->fd < 0 || flock (self->fd, LOCK_EX | LOCK_NB) != 0)
    {
      fail (errno, error);
      return NULL;
    }

  if (!write_head (self, error) || !write_base (self, start, error)
      || !write_checkpoint (self, start, cancellable, error))
    {
      g_unlink (new_path);
      return NULL;
    }

  if (g_rename (new_path, path) != 0)
    {
      fail (errno, error);
      g_unlink (new_path);
      return NULL;
    }
  flush_folder (path);

  return g_steal_pointer (&self);
}

void
way_journal_file_free (WayJournalFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}

/* Of a record that was changed several times only the last state counts */
static GHashTable *
find_last_changes (const WayChange *changes, guint n_changes)
{
  GHashTable *last = g_hash_table_new (way_id_hash, way_id_equal);

  for (guint i = 0; i < n_changes; i++)
    g_hash_table_replace (last, (gpointer)way_change_get_id (&changes[i]), (gpointer)&changes[i]);

  return last;
}

static gboolean
put_change (GByteArray *entry, const WayChange *change, GString *scratch, GError **error)
{
  const WayId *id = way_change_get_id (change);

  g_string_truncate (scratch, 0);
  if (change->after != NULL && !way_plan_write_record (change->after, scratch, error))
    return FALSE;

  way_journal_put_u32 (entry, way_change_get_kind (change));
  g_byte_array_append (entry, id->bytes, sizeof id->bytes);
  way_journal_put_text (entry, scratch->str, scratch->len);

  return TRUE;
}

static gboolean
put_changes (GByteArray *entry, WayChangeSet *set, GError **error)
{
  guint n_changes;
  const WayChange *changes = way_change_set_get_changes (set, &n_changes);
  g_autoptr (GHashTable) last = n_changes > 1 ? find_last_changes (changes, n_changes) : NULL;
  g_autoptr (GString) scratch = g_string_new (NULL);

  way_journal_put_u32 (entry, last != NULL ? g_hash_table_size (last) : n_changes);
  for (guint i = 0; i < n_changes; i++)
    if ((last == NULL || g_hash_table_lookup (last, way_change_get_id (&changes[i])) == &changes[i])
        && !put_change (entry, &changes[i], scratch, error))
      return FALSE;

  if (entry->len > WAY_JOURNAL_MAX_PAYLOAD)
    return fail (EFBIG, error);

  return TRUE;
}

gboolean
way_journal_file_append (WayJournalFile *self, WayChangeSet *changes, guint64 serial, gint64 time,
                         const char *name, GError **error)
{
  g_autoptr (GByteArray) entry = entry_new (1024);

  way_journal_put_u64 (entry, serial);
  way_journal_put_u64 (entry, (guint64)time);
  way_journal_put_text (entry, name != NULL ? name : "", name != NULL ? strlen (name) : 0);

  return put_changes (entry, changes, error) && append_entry (self, WAY_JOURNAL_STEP, entry, error);
}

gboolean
way_journal_file_flush (WayJournalFile *self, GError **error)
{
  return fdatasync (self->fd) == 0 ? TRUE : fail (errno, error);
}

gboolean
way_journal_file_is_long (WayJournalFile *self)
{
  return self->size - self->checkpoint > MAX (2 * self->checkpoint, SMALL);
}
