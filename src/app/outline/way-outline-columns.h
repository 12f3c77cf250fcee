/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the outline's columns: which field of a goal and of a milestone each shows.
 */
#pragma once

#include "way-plan.h"
#include "way-progress.h"

G_BEGIN_DECLS

typedef enum
{
  WAY_OUTLINE_TITLE,
  WAY_OUTLINE_START,
  WAY_OUTLINE_END,
  WAY_OUTLINE_STATUS,
  WAY_OUTLINE_PROGRESS,
  WAY_OUTLINE_CATEGORY,
  WAY_OUTLINE_PEOPLE,
  WAY_OUTLINE_CREDENTIAL,
  WAY_OUTLINE_EFFORT,
  WAY_OUTLINE_PLACE,
  WAY_OUTLINE_N_COLUMNS,
} WayOutlineColumn;

/**
 * WayOutlineColumnInfo:
 * @name: for settings and actions
 * @label: untranslated heading
 * @goal: the field of a goal, or WAY_FIELD_NONE
 * @milestone: the field of a milestone
 * @least: letters that have to fit; not used where way_outline_column_list_words() knows all
 * @most: letters that fit where there is room
 * @is_shown: whether it is there at first
 */
typedef struct
{
  const char *name;
  const char *label;
  WayField goal;
  WayField milestone;
  int least;
  int most;
  gboolean is_shown;
} WayOutlineColumnInfo;

const WayOutlineColumnInfo *way_outline_column_get (WayOutlineColumn column);

/**
 * way_outline_column_get_field:
 *
 * Returns: what the column shows of @record; WAY_FIELD_NONE when it has no such field
 */
WayField way_outline_column_get_field (WayOutlineColumn column, const WayRecord *record);

/**
 * way_outline_column_is_empty:
 *
 * Returns: whether there is nothing to sort by
 */
gboolean way_outline_column_is_empty (WayOutlineColumn column, const WayRecord *record);

/**
 * way_outline_column_is_editable:
 *
 * Returns: whether the field can be edited in the row; FALSE where the record has none, or where
 * it says no more than another one does
 */
gboolean way_outline_column_is_editable (WayOutlineColumn column, const WayRecord *record);

/**
 * way_outline_column_is_chosen:
 *
 * Returns: whether the field is edited by choosing, not by typing
 */
gboolean way_outline_column_is_chosen (WayOutlineColumn column, const WayRecord *record);

/**
 * way_outline_column_list_words:
 *
 * Returns: (transfer full): all words of which the column says one, in the language at hand, a line
 * each; empty where it says other things
 */
char *way_outline_column_list_words (WayOutlineColumn column);

/**
 * way_outline_column_get_text:
 * @progress: (nullable): of goals
 *
 * Returns: (transfer full): what stands in the cell; empty where there is nothing to say
 */
char *way_outline_column_get_text (WayOutlineColumn column, WayPlan *plan, WayProgress *progress,
                                   const WayRecord *record);

/**
 * way_outline_column_get_percent:
 *
 * Returns: how far a goal or a milestone has come; WAY_PROGRESS_NONE for a goal with nothing in it
 */
int way_outline_column_get_percent (WayProgress *progress, const WayRecord *record);

/**
 * way_outline_column_compare:
 *
 * Returns: less than, equal to or greater than 0, as @a comes before @b, by what people read in the
 * column; what is empty comes last
 */
int way_outline_column_compare (WayOutlineColumn column, WayPlan *plan, WayProgress *progress,
                                const WayRecord *a, const WayRecord *b);

G_END_DECLS
