/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two states of a plan, in words.
 */
#pragma once

#include "way-compare.h"

G_BEGIN_DECLS

/**
 * WayComparison:
 *
 * The differences between two plans, record by record. Reference-counted and immutable; the plans
 * must not be changed while it lives.
 */
typedef struct _WayComparison WayComparison;

/**
 * WayFieldWords:
 * @label: the field
 * @before: (nullable): its value in words, %NULL where it has none
 * @after: (nullable): likewise
 * @has_values: whether the values say anything to people; ranks do not, nor does what this program
 *   does not know
 */
typedef struct
{
  char *label;
  char *before;
  char *after;
  gboolean has_values;
} WayFieldWords;

void way_field_words_clear (WayFieldWords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayFieldWords, way_field_words_clear)

/**
 * way_comparison_new:
 *
 * Compares two plans.
 */
WayComparison *way_comparison_new (WayPlan *before, WayPlan *after);
WayComparison *way_comparison_ref (WayComparison *self);
void way_comparison_unref (WayComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayComparison, way_comparison_unref)

/* The second of the two plans */
WayPlan *way_comparison_get_after (WayComparison *self);

/**
 * way_comparison_get_n_records:
 *
 * Returns: how many records differ
 */
guint way_comparison_get_n_records (WayComparison *self);

/**
 * way_comparison_dup_summary:
 *
 * Returns: (transfer full): in few words, as "3 milestones changed, 1 goal added"; empty when
 * nothing differs
 */
char *way_comparison_dup_summary (WayComparison *self);

/**
 * way_comparison_dup_title:
 * @index: below way_comparison_get_n_records()
 *
 * Returns: (transfer full): what people call the record
 */
char *way_comparison_dup_title (WayComparison *self, guint index);

/**
 * way_comparison_dup_fate:
 *
 * Returns: (transfer full): what it is and what has become of it, as "Milestone, changed"
 */
char *way_comparison_dup_fate (WayComparison *self, guint index);

/**
 * way_comparison_get_n_fields:
 *
 * Returns: how many fields of the record differ; 0 when it is in one of the plans only
 */
guint way_comparison_get_n_fields (WayComparison *self, guint index);

/**
 * way_comparison_describe_field:
 * @field: below way_comparison_get_n_fields()
 *
 * Returns: the field, and its value in both plans
 */
WayFieldWords way_comparison_describe_field (WayComparison *self, guint index, guint field);

G_END_DECLS
