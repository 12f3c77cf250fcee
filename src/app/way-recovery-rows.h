/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Unsaved work in words: the plan, when, and by name what differs from its file.
 */
#pragma once

#include "way-recovery.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * way_recovery_rows_new:
 *
 * Returns: (transfer floating): an AdwPreferencesGroup. What differs is listed when a person opens
 * its row.
 */
GtkWidget *way_recovery_rows_new (WayRecovery *recovery);

G_END_DECLS
