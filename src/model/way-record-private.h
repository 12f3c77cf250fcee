/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a record lies in memory; for this room only.
 *
 * A record is one block: this head, then a 32-bit slot for each field that is present, in the order
 * of the table, then the bytes that slots point to, in the same order and without gaps. Two records
 * with the same values are the same bytes. A slot holds a number (31 bits, signed), or the offset
 * of its bytes from the head; the top bit says that the bytes are text that could not be read.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

struct _WayRecord
{
  int ref_count; /* atomic */
  guint32 size : 27;
  guint32 pooled : 1; /* whether it lies in a block of a #WayRecordPool */
  guint32 kind : 4;
  guint64 present; /* a bit for each field's index */
  WayId id;
  guint32 slots[];
};

#define WAY_RECORD_KNOWN (~G_GUINT64_CONSTANT (0) >> 2) /* all but the two hidden fields */
#define WAY_RECORD_MAX_SIZE ((1u << 27) - 1)
#define WAY_SLOT_UNREAD (1u << 31)
#define WAY_SLOT_VALUE (WAY_SLOT_UNREAD - 1)
#define WAY_SLOT_NUMBER_MIN (-(1 << 30))
#define WAY_SLOT_NUMBER_MAX ((1 << 30) - 1)

/* Ones in a set of fields; without a processor's own instruction, which not all of them have, the
 * compiler's way is a call */
static inline guint
way_record_count_fields (guint64 set)
{
  set -= set >> 1 & G_GUINT64_CONSTANT (0x5555555555555555);
  set = (set & G_GUINT64_CONSTANT (0x3333333333333333))
        + (set >> 2 & G_GUINT64_CONSTANT (0x3333333333333333));
  set = (set + (set >> 4)) & G_GUINT64_CONSTANT (0x0f0f0f0f0f0f0f0f);

  return (guint)(set * G_GUINT64_CONSTANT (0x0101010101010101) >> 56);
}

/* The type of any field, the hidden ones included */
static inline WayFieldType
way_record_field_type (WayField field)
{
  const WayKindInfo *kind = way_schema_get_kind (WAY_FIELD_KIND (field));
  guint index = WAY_FIELD_INDEX (field);

  return index < kind->n_fields ? kind->fields[index].type : WAY_TYPE_PROSE;
}

/* Whether a slot of that type points to bytes */
static inline gboolean
way_record_type_has_bytes (WayFieldType type)
{
  switch (type)
    {
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
    case WAY_TYPE_INSTANT:
    case WAY_TYPE_REF:
    case WAY_TYPE_REFS:
    case WAY_TYPE_COUNTS:
      return TRUE;
    case WAY_TYPE_CHOICE:
    case WAY_TYPE_DATE:
    case WAY_TYPE_INTEGER:
    case WAY_TYPE_DECIMAL:
    case WAY_TYPE_FLAG:
    default:
      return FALSE;
    }
}

G_END_DECLS
