/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two states of a plan, as rows of a list.
 */
#pragma once

#include "way-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * way_difference_rows_new:
 * @before: translated, with %s for a value as it is in the first state, as "Now: %s"
 * @after: likewise in the second, as "Then: %s"
 *
 * Returns: (transfer container) (element-type GtkWidget): a floating row for each record that
 *   differs, with the fields and their values; where they are too many to read, the last says how
 *   many more there are
 */
GPtrArray *way_difference_rows_new (WayComparison *comparison, const char *before,
                                    const char *after);

G_END_DECLS
