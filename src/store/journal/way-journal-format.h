/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What writer and reader of recovery journals agree on. For this room only.
 *
 * A journal is a head and entries. The head is a magic number, which ends in the version, and a
 * number by chance. An entry is a head of its own and a payload. Numbers are in little-endian
 * order.
 *
 * The first entry tells what the work is based on. Pieces of a checkpoint follow, which together
 * are a plan file, and the end of it. Then there is one entry a step, with all records that it left
 * different, each as it stands in a plan file.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_JOURNAL_MAGIC "WAYJRNL1"
#define WAY_JOURNAL_HEAD_SIZE 16
#define WAY_JOURNAL_FOLDER "recovery"
#define WAY_JOURNAL_ENDING ".journal"
#define WAY_JOURNAL_NEW_ENDING ".journal-new" /* of one that is not whole yet */

#define WAY_JOURNAL_MAX_BYTES (G_GUINT64_CONSTANT (4) << 30) /* of a journal that is read */
#define WAY_JOURNAL_MAX_PAYLOAD (1u << 30)

typedef enum
{
  WAY_JOURNAL_BASE = 1,
  WAY_JOURNAL_PIECE,
  WAY_JOURNAL_CHECKPOINT,
  WAY_JOURNAL_STEP,
} WayJournalEntryType;

/**
 * WayJournalEntryHead:
 * @length: bytes of the payload
 * @type: a #WayJournalEntryType
 * @number: 1 for the first entry, and one more for each that follows
 * @checksum: over all of the entry, and over the checksum of the entry before it or the head's
 * number: so it is noticed when one is missing, twice there, or in another's place
 */
typedef struct
{
  guint32 length;
  guint32 type;
  guint64 number;
  guint64 checksum;
} WayJournalEntryHead;

#define WAY_JOURNAL_ENTRY_HEAD_SIZE 24

/**
 * way_journal_get_checksum:
 * @before: that of the entry before
 */
guint64 way_journal_get_checksum (const WayJournalEntryHead *head, gconstpointer payload,
                                  guint64 before);

void way_journal_put_entry_head (const WayJournalEntryHead *head,
                                 guint8 bytes[WAY_JOURNAL_ENTRY_HEAD_SIZE]);
WayJournalEntryHead way_journal_get_entry_head (const guint8 bytes[WAY_JOURNAL_ENTRY_HEAD_SIZE]);

/* Payloads are made and read piece by piece */

void way_journal_put_u32 (GByteArray *out, guint32 value);
void way_journal_put_u64 (GByteArray *out, guint64 value);
void way_journal_put_text (GByteArray *out, const char *text, gsize length);

/**
 * WayJournalCursor:
 *
 * What of a payload is still to be read.
 */
typedef struct
{
  const guint8 *at;
  gsize left;
} WayJournalCursor;

/* Each returns whether there was enough */
gboolean way_journal_take_u32 (WayJournalCursor *self, guint32 *value);
gboolean way_journal_take_u64 (WayJournalCursor *self, guint64 *value);
gboolean way_journal_take_bytes (WayJournalCursor *self, gsize length, const guint8 **bytes);
gboolean way_journal_take_text (WayJournalCursor *self, const char **text, gsize *length);

G_END_DECLS
