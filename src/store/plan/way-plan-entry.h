/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One record while its element is being read, and what is to be said about it. For this room only.
 */
#pragma once

#include "way-diagnostic.h"
#include "way-plan-names.h"
#include "way-record-builder.h"
#include "way-unknown.h"

G_BEGIN_DECLS

/**
 * WayPlanEntry:
 * @builder: its values
 * @indent: what stands before a child element in a canonical file
 * @kind: of the record
 * @info: what is true of that kind
 * @id: of the record; null while unknown
 * @line: where it begins
 * @seen: a bit for each field that had an element
 * @attributes: for WAY_FIELD_UNKNOWN_ATTRIBUTES
 * @content: for WAY_FIELD_UNKNOWN_CONTENT
 * @scratch: for a value that does not stand in the file as it is
 * @unread: whether there is a value that cannot be read
 * @failed: whether it cannot become a record
 */
typedef struct
{
  WayRecordBuilder *builder;
  const char *indent;
  WayKind kind;
  const WayKindInfo *info;
  WayId id;
  guint line;
  guint64 seen;
  GString *attributes;
  GString *content;
  GString *scratch;
  gboolean unread;
  gboolean failed;
} WayPlanEntry;

/**
 * way_plan_entry_init:
 * @builder: (transfer full): what makes its records
 * @indent: as above
 */
void way_plan_entry_init (WayPlanEntry *self, WayRecordBuilder *builder, const char *indent);
void way_plan_entry_clear (WayPlanEntry *self);
void way_plan_entry_start (WayPlanEntry *self, WayKind kind, guint line);

/**
 * way_plan_entry_forget_unknown:
 *
 * Drops what was kept for the record, when it has been made.
 */
void way_plan_entry_forget_unknown (WayPlanEntry *self);

/**
 * way_plan_entry_set_text:
 * @text: as it came from the parser
 *
 * Sets a field that is text; what the parser lets through and a plan does not hold is cleaned.
 */
void way_plan_entry_set_text (WayPlanEntry *self, WayField field, const char *text, gsize length);

/**
 * way_plan_entry_set_value:
 *
 * Sets a field of any type but COUNTS from the value of an attribute as SAX2 hands it over; what
 * cannot be read is kept as it is.
 */
void way_plan_entry_set_value (WayPlanEntry *self, const WayFieldInfo *info, const char *text,
                               gsize length);

/**
 * way_plan_entry_is_repeated:
 *
 * Notes that @info's element was there.
 *
 * Returns: whether it was there before, for a field that may have only one
 */
gboolean way_plan_entry_is_repeated (WayPlanEntry *self, const WayFieldInfo *info);

/**
 * way_plan_entry_pass_over:
 *
 * Says that the field was there without a value, which is not written again: the next of its name
 * is its first.
 */
void way_plan_entry_pass_over (WayPlanEntry *self, const WayFieldInfo *info);

/**
 * way_plan_entry_end:
 *
 * Returns: (transfer full): the record
 */
WayRecord *way_plan_entry_end (WayPlanEntry *self);

G_END_DECLS
