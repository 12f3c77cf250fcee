/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading all of a record, under the sanitizers' eyes.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * way_record_use:
 *
 * Reads every value of @record, and makes it anew.
 *
 * Returns: (nullable): what is wrong with it; %NULL when it could have been made here
 */
const char *way_record_use (WayRecord *record);

G_END_DECLS
