/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A field as people type it, and the step of undo that gives it to a record: the same wherever one
 * types, in the inspector and in the outline.
 */
#pragma once

#include "way-document.h"

G_BEGIN_DECLS

/**
 * way_field_read:
 * @typed: what stands in the field
 *
 * Returns: (transfer full) (nullable): the value as it would stand in a file, empty for none; %NULL
 * with @error set when it makes no sense
 */
char *way_field_read (const WayFieldInfo *info, const char *typed, GError **error);

/**
 * way_field_read_date:
 * @info: of a field of dates
 * @date: (out): WAY_DATE_NONE for an empty text; untouched when FALSE is returned
 *
 * Returns: whether @typed is a date
 */
gboolean way_field_read_date (const WayFieldInfo *info, const char *typed, WayDate *date);

/**
 * WayFieldSetting:
 * @id: a record
 * @text: what a field of it is to be, as it stands in a file
 */
typedef struct
{
  WayId id;
  const char *text;
} WayFieldSetting;

/**
 * way_field_apply_to_all:
 * @field: of the records
 * @settings: (array length=n_settings): at least one
 *
 * One step of undo for all of them, or none and nothing changed on an error. A step for one record
 * is joined with the one before when that set the same field.
 */
gboolean way_field_apply_to_all (WayDocument *document, WayField field,
                                 const WayFieldSetting *settings, guint n_settings, GError **error);

/**
 * way_field_apply:
 * @field: of the record
 * @text: its value as it stands in a file
 *
 * way_field_apply_to_all() for one record.
 */
gboolean way_field_apply (WayDocument *document, const WayRecord *record, WayField field,
                          const char *text, GError **error);

G_END_DECLS
