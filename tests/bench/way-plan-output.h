/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The canonical form of a plan, piece by piece, on standard output.
 *
 * It stands apart from the product's writer, which is measured with the plans that come out here.
 */
#pragma once

#include "way-bench-random.h"

#include "way-date.h"
#include "way-id.h"

typedef void (*WayWordsFunc) (WayBenchRandom *random, GString *text);

/* Attributes, in the order of the schema */
void way_plan_output_word (GString *out, const char *name, const char *value);
void way_plan_output_id (GString *out, const char *name, const WayId *id);
void way_plan_output_number (GString *out, const char *name, guint number);
void way_plan_output_date (GString *out, const char *name, WayPrecision precision, WayDay day,
                           WayDateQualifier qualifier);

/* The rank of number @place among siblings, below 3,782 */
void way_plan_output_rank (GString *out, guint place);

/* A child element with what @words draws */
void way_plan_output_text (GString *out, const char *name, WayWordsFunc words,
                           WayBenchRandom *random);

void way_plan_output_begin (GString *out, const char *kind, const WayId *id);
void way_plan_output_end (GString *out, const char *kind);

/* Writes what has gathered once that is @limit bytes or more; ends the program when it cannot */
void way_plan_output_flush (GString *out, gsize limit);
