/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the inspector: edits one field of one record, or of several, by commands. What a row
 * looks like depends on the field's type; how it follows the plan and applies what was typed is the
 * same for all and stands here.
 */
#pragma once

#include "way-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_FIELD_ROW (way_field_row_get_type ())
G_DECLARE_INTERFACE (WayFieldRow, way_field_row, WAY, FIELD_ROW, GtkWidget)

/**
 * WayFieldRowInterface:
 * @show: brings the widgets to what @record holds, the first of those that the row edits, dropping
 *   what was typed; see way_field_row_is_various()
 * @read: the value that the widgets stand for, as it would stand in a file, empty for none; %NULL
 *   with an error when they make no sense. Asked for each @record that the row edits
 * @show_error: says what is wrong beside the field; %NULL when nothing is
 */
struct _WayFieldRowInterface
{
  GTypeInterface parent_iface;

  void (*show) (WayFieldRow *self, const WayRecord *record);
  char *(*read) (WayFieldRow *self, const WayRecord *record, GError **error);
  void (*show_error) (WayFieldRow *self, const char *text);
};

/**
 * way_field_row_has_editor:
 *
 * Returns: whether people can edit fields of @type in a row
 */
gboolean way_field_row_has_editor (WayFieldType type);

/**
 * way_field_row_serves_several:
 *
 * What is chosen from a list can be meant for several records at once; what is typed, slid or
 * switched belongs to the one it was said of.
 *
 * Returns: whether a row for fields of @type can edit several records
 */
gboolean way_field_row_serves_several (WayFieldType type);

/**
 * way_field_row_new:
 * @field: of a type that has an editor
 * @hint: (nullable): a question that helps to fill the field in
 *
 * Returns: (transfer none): an #AdwPreferencesRow that shows nothing yet
 */
GtkWidget *way_field_row_new (WayField field, const char *hint);

/**
 * way_field_row_set_record:
 * @document: where the record is
 * @id: a record of the field's kind; the plan's id for the plan
 *
 * Shows the field of another record, dropping what was typed; see way_field_row_commit().
 */
void way_field_row_set_record (WayFieldRow *self, WayDocument *document, const WayId *id);

/**
 * way_field_row_set_records:
 * @ids: (element-type WayId): records of the field's kind, at least one, and no more than one
 * unless the row serves several; not to be changed any more
 *
 * Shows the field of all of them, and sets it on all of them.
 */
void way_field_row_set_records (WayFieldRow *self, WayDocument *document, GArray *ids);

/**
 * way_field_row_refresh:
 *
 * Follows the plan after an edit, and when it can be edited or not any more. What is being typed
 * stays.
 */
void way_field_row_refresh (WayFieldRow *self);

/**
 * way_field_row_commit:
 *
 * Applies what was typed, as one step of undo. What makes no sense is explained beside the field.
 *
 * Returns: FALSE when it could not be applied
 */
gboolean way_field_row_commit (WayFieldRow *self);

/**
 * way_field_row_restore:
 *
 * Drops what was typed.
 *
 * Returns: whether there was anything to drop
 */
gboolean way_field_row_restore (WayFieldRow *self);

/* For the rows themselves */

WayField way_field_row_get_field (WayFieldRow *self);
const WayFieldInfo *way_field_row_get_info (WayFieldRow *self);
/* (nullable): without a record */
WayDocument *way_field_row_get_document (WayFieldRow *self);
/* (nullable): the first one that was not removed meanwhile */
WayRecord *way_field_row_get_record (WayFieldRow *self);
/* (transfer container) (element-type WayRecord): all that are still there */
GPtrArray *way_field_row_list_records (WayFieldRow *self);
/* Whether the records that are shown differ in the field */
gboolean way_field_row_is_various (WayFieldRow *self);
/* What stands for a value where they do, translated */
const char *way_field_row_get_various (void);

/**
 * way_field_row_touch:
 *
 * To be called whenever the person changed something in the row.
 *
 * Returns: FALSE when it is the row itself that is being filled
 */
gboolean way_field_row_touch (WayFieldRow *self);

/**
 * way_field_row_watch:
 * @text: the widget that is typed into, a #GtkEditable or a #GtkTextView
 *
 * Applies when @text is left, or Enter is pressed (Ctrl+Enter where Enter makes a line); Escape
 * restores.
 */
void way_field_row_watch (WayFieldRow *self, GtkWidget *text);

/**
 * way_field_row_keep_at_end:
 * @entry: a #GtkEditable
 *
 * From now on its text stands at the row's end, whichever directions both have.
 */
void way_field_row_keep_at_end (GtkWidget *entry);

G_END_DECLS
