/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan and an edit script, divided by a line of its own: what the script makes of the plan lasts,
 * and all of it can be undone and done again.
 */
#include "fuzz.h"

#include "way-history.h"
#include "way-plan-reader.h"
#include "way-script.h"

#include <string.h>

#define DIVIDER "\n%%\n"

/* What a script without a plan works on */
static const char default_plan[]
    = "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" "
      "id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"><title>Towards the ICU</title>"
      "<goal id=\"10000000-0000-4000-8000-000000000001\" rank=\"a0\"><title>Intensive care</title>"
      "</goal><goal id=\"10000000-0000-4000-8000-000000000002\" rank=\"a1\" "
      "parent=\"10000000-0000-4000-8000-000000000001\"><title>Teach</title></goal>"
      "<milestone id=\"20000000-0000-4000-8000-000000000001\" rank=\"a0\" "
      "goal=\"10000000-0000-4000-8000-000000000001\" start=\"2027-01\" end=\"2027-06\">"
      "<title>Course</title></milestone>"
      "<milestone id=\"20000000-0000-4000-8000-000000000002\" rank=\"a1\" start=\"2028\">"
      "<title>Mentor</title></milestone>"
      "<dependency id=\"30000000-0000-4000-8000-000000000001\" "
      "from=\"20000000-0000-4000-8000-000000000001\" "
      "to=\"20000000-0000-4000-8000-000000000002\"/></plan>";

static WayPlan *
open_plan (const char *text, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, size);
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = way_plan_read_bytes (bytes, "input", &report, NULL);

  return plan == NULL || report.read_only ? NULL : g_steal_pointer (&plan);
}

static void
require_same (WayPlan *plan, GBytes *expected, const char *what)
{
  g_autoptr (GBytes) bytes = fuzz_save (plan);

  fuzz_require (g_bytes_equal (bytes, expected), what, NULL);
}

static void
run (WayPlan *plan, const char *script, gsize size)
{
  g_autoptr (WayHistory) history = way_history_new (plan);
  g_autoptr (GBytes) before = fuzz_save (plan);
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_run
      = way_script_run (way_history_begin (history, "Script", NULL), script, (gssize)size, &error);

  fuzz_require (is_run == (error == NULL), "an error and a success, or neither", error);
  if (!is_run)
    {
      way_history_rollback (history);
      require_same (plan, before, "a script that failed left something behind");
      return;
    }

  way_history_commit (history);
  after = fuzz_require_lasting (plan);
  while (way_history_undo (history))
    ;
  require_same (plan, before, "undo does not lead back to where it began");
  while (way_history_redo (history))
    ;
  require_same (plan, after, "redo does not lead to where undo began");
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *text = (const char *)data;
  const char *divider = memmem (text, size, DIVIDER, strlen (DIVIDER));
  const char *script = divider == NULL ? text : divider + strlen (DIVIDER);
  g_autoptr (WayPlan) plan = divider == NULL ? open_plan (default_plan, strlen (default_plan))
                                             : open_plan (text, (gsize)(divider - text));

  if (plan != NULL)
    run (plan, script, size - (gsize)(script - text));

  return 0;
}
