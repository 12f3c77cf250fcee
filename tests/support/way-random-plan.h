/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans by chance, for properties that are to hold for all: made by walking the schema table, so
 * that a new field is in them without anyone thinking of it.
 */
#pragma once

#include "way-plan.h"
#include "way-record-builder.h"

G_BEGIN_DECLS

/**
 * WayRandomFlags:
 * @WAY_RANDOM_SOUND: plans of which way_plan_check() has nothing to say
 * @WAY_RANDOM_UNREAD: some values cannot be read, which gives warnings
 * @WAY_RANDOM_UNKNOWN: some records have attributes and content of programs to come
 */
typedef enum
{
  WAY_RANDOM_SOUND = 0,
  WAY_RANDOM_UNREAD = 1 << 0,
  WAY_RANDOM_UNKNOWN = 1 << 1,
} WayRandomFlags;

/**
 * way_random_id:
 *
 * Returns: a UUID that depends on @rand alone
 */
WayId way_random_id (GRand *rand);

/**
 * way_random_date:
 * @earliest: the date's last day is not before
 *
 * Returns: a date of any precision and qualifier
 */
WayDate way_random_date (GRand *rand, WayDay earliest);

/**
 * way_random_plan_new:
 * @rand: the source of chance; print the seed with g_test_message()
 * @max_records: at most so many of each kind
 *
 * No text in it is longer than a line or two, and no invariant is broken.
 *
 * Returns: (transfer full): a plan
 */
WayPlan *way_random_plan_new (GRand *rand, guint max_records, WayRandomFlags flags);

/**
 * way_random_plan_set_field:
 * @builder: a record that is being made
 * @info: one of its fields
 * @plan: where references find what they lead to
 *
 * Gives a field some value; whether it goes with the others is not looked at. A reference stays as
 * it is when there is nothing that it could lead to.
 */
void way_random_plan_set_field (GRand *rand, WayRecordBuilder *builder, const WayFieldInfo *info,
                                WayPlan *plan);

G_END_DECLS
