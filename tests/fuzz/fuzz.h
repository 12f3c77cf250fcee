/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the fuzz targets hold their subjects to; a target is one function that libFuzzer calls with
 * any bytes, and fuzz-corpus.c with those of the corpus.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/**
 * fuzz_require:
 * @error: (nullable): more about it
 *
 * Ends the program when @condition is FALSE.
 */
void fuzz_require (gboolean condition, const char *what, const GError *error);

/**
 * fuzz_save:
 *
 * Returns: (transfer full): the plan's file, for a plan that has to be such that it can be saved
 */
GBytes *fuzz_save (WayPlan *plan);

/**
 * fuzz_require_lasting:
 *
 * The plan contradicts itself nowhere, all its texts are clean, and what is saved of it opens and
 * is saved as the same bytes.
 *
 * Returns: (transfer full): the plan's file
 */
GBytes *fuzz_require_lasting (WayPlan *plan);

/**
 * FuzzInput:
 * @data: (array length=size): what is left of the input
 *
 * Takes decisions from the input's bytes; 0 when there are none left.
 */
typedef struct
{
  const guint8 *data;
  gsize size;
} FuzzInput;

guint fuzz_input_take (FuzzInput *self, guint n_bytes);

/**
 * fuzz_input_change:
 * @bytes: changed at places, and to values, that the input says
 *
 * Bytes that were right before, so that what is looked at late is reached.
 */
void fuzz_input_change (FuzzInput *self, guint8 *bytes, gsize size);

G_END_DECLS
