/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes and changes the plans of this room's tests by edit scripts.
 */
#pragma once

#include "way-history.h"

G_BEGIN_DECLS

/* One step of undo; fails the test where the script does */
void script_run (WayHistory *history, const char *script);

G_END_DECLS
