/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Makes and changes the plans of this room's tests by edit scripts.
 */
#include "script.h"

#include "way-script.h"

void
script_run (WayHistory *history, const char *script)
{
  g_autoptr (GError) error = NULL;
  WayEditGroup *group = way_history_begin (history, "script", NULL);

  way_script_run (group, script, -1, &error);
  g_assert_no_error (error);
  way_history_commit (history);
}
