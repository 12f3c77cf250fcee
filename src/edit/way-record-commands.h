/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What can be done to a record of any kind: add it, give its fields values, take them away.
 *
 * Every command of the room ends in way_edit_put(), which is where the plan's invariants are kept.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/**
 * WayFieldText:
 * @field: which field
 * @text: its value as it stands in a file; empty clears the field. Entries of a COUNTS field are
 * separated by semicolons, each a credential's id, perhaps followed by a space and a category.
 */
typedef struct
{
  WayField field;
  const char *text;
} WayFieldText;

/**
 * way_edit_put:
 * @before: (nullable): the record in the plan, %NULL to insert
 * @after: what takes its place, made with the group's builder
 *
 * Replaces or inserts a record if the plan stays sound: references lead to records of the right
 * kind, goals and dependencies do not run in circles, nothing ends before it starts, numbers are
 * within their range. A goal or milestone without a rank gets the last one.
 *
 * Returns: FALSE with @error set (WAY_EDIT_ERROR) and nothing changed when it would not
 */
gboolean way_edit_put (WayEditGroup *group, const WayRecord *before, const WayRecord *after,
                       GError **error);

/**
 * way_edit_begin:
 * @kind: what kind it has to be of, or WAY_KIND_ANY
 *
 * Starts the group's builder from a record, so that fields can be set by their types;
 * way_edit_end() follows.
 *
 * Returns: (nullable) (transfer none): the record as it is, %NULL with @error set when it is not in
 * the plan
 */
const WayRecord *way_edit_begin (WayEditGroup *group, WayKind kind, const WayId *id,
                                 GError **error);

/**
 * way_edit_end:
 * @before: (nullable): what way_edit_begin() gave; %NULL for a new record that the builder was
 * started with
 *
 * Puts what the builder holds into the plan by way_edit_put().
 */
gboolean way_edit_end (WayEditGroup *group, const WayRecord *before, GError **error);

/**
 * way_edit_add:
 * @kind: any but WAY_KIND_PLAN
 * @id: (nullable): the new record's id, %NULL for a new one
 * @texts: (array length=n_texts): the values that it starts with
 * @added: (out) (optional): its id
 */
gboolean way_edit_add (WayEditGroup *group, WayKind kind, const WayId *id,
                       const WayFieldText *texts, guint n_texts, WayId *added, GError **error);

/**
 * way_edit_set:
 * @id: a record, the plan's own id for the plan
 * @texts: (array length=n_texts): fields of that record's kind and what they are to be
 *
 * Sets several fields at once; the invariants count only after all of them.
 */
gboolean way_edit_set (WayEditGroup *group, const WayId *id, const WayFieldText *texts,
                       guint n_texts, GError **error);

/* One field, by its text or by a value of its type. %NULL, WAY_DATE_NONE and the null id clear it.
 */

gboolean way_edit_set_text (WayEditGroup *group, const WayId *id, WayField field, const char *text,
                            GError **error);
gboolean way_edit_set_date (WayEditGroup *group, const WayId *id, WayField field, WayDate date,
                            GError **error);
gboolean way_edit_set_choice (WayEditGroup *group, const WayId *id, WayField field, guint choice,
                              GError **error);
gboolean way_edit_set_integer (WayEditGroup *group, const WayId *id, WayField field, int value,
                               GError **error);
/* in hundredths */
gboolean way_edit_set_decimal (WayEditGroup *group, const WayId *id, WayField field, int hundredths,
                               GError **error);
gboolean way_edit_set_flag (WayEditGroup *group, const WayId *id, WayField field, gboolean value,
                            GError **error);
gboolean way_edit_set_ref (WayEditGroup *group, const WayId *id, WayField field, const WayId *ref,
                           GError **error);
gboolean way_edit_set_refs (WayEditGroup *group, const WayId *id, WayField field, const WayId *refs,
                            guint n_refs, GError **error);
gboolean way_edit_clear (WayEditGroup *group, const WayId *id, WayField field, GError **error);

G_END_DECLS
