/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers and texts as they stand in a journal.
 */
#include "way-journal-format.h"

#include <string.h>
#include <xxhash.h>

/* Up to where the checksum stands */
#define SUMMED_HEAD_SIZE 16

void
way_journal_put_entry_head (const WayJournalEntryHead *head,
                            guint8 bytes[WAY_JOURNAL_ENTRY_HEAD_SIZE])
{
  guint32 length = GUINT32_TO_LE (head->length), type = GUINT32_TO_LE (head->type);
  guint64 number = GUINT64_TO_LE (head->number), checksum = GUINT64_TO_LE (head->checksum);

  memcpy (bytes, &length, sizeof length);
  memcpy (bytes + 4, &type, sizeof type);
  memcpy (bytes + 8, &number, sizeof number);
  memcpy (bytes + SUMMED_HEAD_SIZE, &checksum, sizeof checksum);
}

WayJournalEntryHead
way_journal_get_entry_head (const guint8 bytes[WAY_JOURNAL_ENTRY_HEAD_SIZE])
{
  WayJournalEntryHead head;

  memcpy (&head.length, bytes, sizeof head.length);
  memcpy (&head.type, bytes + 4, sizeof head.type);
  memcpy (&head.number, bytes + 8, sizeof head.number);
  memcpy (&head.checksum, bytes + SUMMED_HEAD_SIZE, sizeof head.checksum);

  return (WayJournalEntryHead){ GUINT32_FROM_LE (head.length), GUINT32_FROM_LE (head.type),
                                GUINT64_FROM_LE (head.number), GUINT64_FROM_LE (head.checksum) };
}

guint64
way_journal_get_checksum (const WayJournalEntryHead *head, gconstpointer payload, guint64 before)
{
  guint8 bytes[WAY_JOURNAL_ENTRY_HEAD_SIZE];
  guint64 sum;

  way_journal_put_entry_head (head, bytes);
  sum = XXH3_64bits_withSeed (bytes, SUMMED_HEAD_SIZE, before);

  return XXH3_64bits_withSeed (payload, head->length, sum);
}

void
way_journal_put_u32 (GByteArray *out, guint32 value)
{
  guint32 bytes = GUINT32_TO_LE (value);

  g_byte_array_append (out, (const guint8 *)&bytes, sizeof bytes);
}

void
way_journal_put_u64 (GByteArray *out, guint64 value)
{
  guint64 bytes = GUINT64_TO_LE (value);

  g_byte_array_append (out, (const guint8 *)&bytes, sizeof bytes);
}

void
way_journal_put_text (GByteArray *out, const char *text, gsize length)
{
  way_journal_put_u32 (out, (guint32)length);
  g_byte_array_append (out, (const guint8 *)text, (guint)length);
}

gboolean
way_journal_take_bytes (WayJournalCursor *self, gsize length, const guint8 **bytes)
{
  if (length > self->left)
    return FALSE;

  *bytes = self->at;
  self->at += length;
  self->left -= length;

  return TRUE;
}

gboolean
way_journal_take_u32 (WayJournalCursor *self, guint32 *value)
{
  const guint8 *bytes;

  if (!way_journal_take_bytes (self, sizeof *value, &bytes))
    return FALSE;

  memcpy (value, bytes, sizeof *value);
  *value = GUINT32_FROM_LE (*value);

  return TRUE;
}

gboolean
way_journal_take_u64 (WayJournalCursor *self, guint64 *value)
{
  const guint8 *bytes;

  if (!way_journal_take_bytes (self, sizeof *value, &bytes))
    return FALSE;

  memcpy (value, bytes, sizeof *value);
  *value = GUINT64_FROM_LE (*value);

  return TRUE;
}

gboolean
way_journal_take_text (WayJournalCursor *self, const char **text, gsize *length)
{
  guint32 stated;
  const guint8 *bytes;

  if (!way_journal_take_u32 (self, &stated) || !way_journal_take_bytes (self, stated, &bytes))
    return FALSE;

  *text = (const char *)bytes;
  *length = stated;

  return TRUE;
}
