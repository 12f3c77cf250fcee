/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file that a plan would be saved as, to compare two states.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * way_saved_bytes:
 *
 * The test fails when @plan cannot be written.
 *
 * Returns: (transfer full): what stands in the file
 */
GBytes *way_saved_bytes (WayPlan *plan);

/**
 * way_saved_text:
 *
 * Returns: (transfer full): the same as a string
 */
char *way_saved_text (WayPlan *plan);

G_END_DECLS
