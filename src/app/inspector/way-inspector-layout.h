/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In which groups and in what order the inspector shows the fields of a record.
 */
#pragma once

#include "way-document.h"

G_BEGIN_DECLS

#define WAY_INSPECTOR_GROUP_FIELDS 8    /* at most */
#define WAY_INSPECTOR_GROUPS_OF_NOTES 2 /* at the end of each kind's: notes, private notes */

/**
 * WayInspectorFact:
 * @label: untranslated
 * @describe: what to show; %NULL from it hides the row
 *
 * Something that follows from the fields and cannot be edited by itself, as a length.
 */
typedef struct
{
  const char *label;
  char *(*describe) (WayDocument *document, const WayRecord *record);
} WayInspectorFact;

/**
 * WayInspectorField:
 * @field: which one
 * @hint: (nullable): untranslated question that helps to fill it in
 */
typedef struct
{
  WayField field;
  const char *hint;
} WayInspectorField;

/**
 * WayInspectorGroup:
 * @title: (nullable): untranslated heading
 * @description: (nullable): untranslated line below it
 * @fields: (array length=n_fields): in the order of the rows
 * @fact: (nullable): the last row
 */
typedef struct
{
  const char *title;
  const char *description;
  WayInspectorField fields[WAY_INSPECTOR_GROUP_FIELDS];
  guint n_fields;
  const WayInspectorFact *fact;
} WayInspectorGroup;

/**
 * way_inspector_layout_get:
 * @kind: the plan, a goal or a milestone
 * @n_groups: (out): how many
 *
 * Each field of the kind's row in the schema table is in one group, but for the program's own
 * notes; a field that is in none here comes before the notes, under "Details".
 *
 * Returns: (transfer full) (array length=n_groups): the groups, in the order of a person's thinking
 */
WayInspectorGroup *way_inspector_layout_get (WayKind kind, guint *n_groups);

G_END_DECLS
