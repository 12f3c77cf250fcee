/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the tests of several rooms do to a document.
 */
#include "way-test-commands.h"

#include "way-record-commands.h"
#include "way-script.h"

static gboolean
run_script (WayEditGroup *group, gpointer script, GError **error)
{
  return way_script_run (group, script, -1, error);
}

gboolean
way_test_run_title (WayEditGroup *group, gpointer title, GError **error)
{
  return way_edit_set_text (group, way_plan_get_id (way_edit_group_get_plan (group)),
                            WAY_PLAN_TITLE, title, error);
}

static void
execute (WayDocument *document, const char *name, WayCommandFunc command, const char *text)
{
  g_autoptr (GError) error = NULL;

  way_document_execute (document, name, NULL, command, (gpointer)text, &error);
  g_assert_no_error (error);
}

void
way_test_edit (WayDocument *document, const char *script)
{
  execute (document, "script", run_script, script);
}

void
way_test_set_title (WayDocument *document, const char *title)
{
  execute (document, "Title", way_test_run_title, title);
}
