/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The classes of rows, one for each look of a field; way-field-row.c chooses by the field's type.
 */
#pragma once

#include "way-field-row.h"

G_BEGIN_DECLS

#define WAY_TYPE_FIELD_ROW_TEXT (way_field_row_text_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowText, way_field_row_text, WAY, FIELD_ROW_TEXT, AdwEntryRow)

#define WAY_TYPE_FIELD_ROW_PROSE (way_field_row_prose_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowProse, way_field_row_prose, WAY, FIELD_ROW_PROSE,
                      AdwPreferencesRow)

#define WAY_TYPE_FIELD_ROW_ENTRY (way_field_row_entry_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowEntry, way_field_row_entry, WAY, FIELD_ROW_ENTRY,
                      AdwPreferencesRow)

#define WAY_TYPE_FIELD_ROW_DATE (way_field_row_date_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowDate, way_field_row_date, WAY, FIELD_ROW_DATE, AdwPreferencesRow)

#define WAY_TYPE_FIELD_ROW_SCALE (way_field_row_scale_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowScale, way_field_row_scale, WAY, FIELD_ROW_SCALE, AdwActionRow)

#define WAY_TYPE_FIELD_ROW_FLAG (way_field_row_flag_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowFlag, way_field_row_flag, WAY, FIELD_ROW_FLAG, AdwActionRow)

#define WAY_TYPE_FIELD_ROW_CHOICE (way_field_row_choice_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowChoice, way_field_row_choice, WAY, FIELD_ROW_CHOICE, AdwComboRow)

#define WAY_TYPE_FIELD_ROW_REF (way_field_row_ref_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowRef, way_field_row_ref, WAY, FIELD_ROW_REF, AdwComboRow)

#define WAY_TYPE_FIELD_ROW_REFS (way_field_row_refs_get_type ())
G_DECLARE_FINAL_TYPE (WayFieldRowRefs, way_field_row_refs, WAY, FIELD_ROW_REFS, AdwActionRow)

/* All of them are made with the field's row of the schema and a hint, which may be %NULL */
GtkWidget *way_field_row_text_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_prose_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_entry_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_date_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_scale_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_flag_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_choice_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_ref_new (const WayFieldInfo *info, const char *hint);
GtkWidget *way_field_row_refs_new (const WayFieldInfo *info, const char *hint);

G_END_DECLS
