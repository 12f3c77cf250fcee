/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edit scripts: commands as text, one a line, for the command line and for tests.
 */
#include "config.h"

#include "way-script.h"

#include "way-edit-error.h"
#include "way-script-commands.h"

#include <glib/gi18n-lib.h>

/* A plan with the same records: a script works on one of its own, so that it has its own undo, and
 * a bad line leaves no trace. */
static WayPlan *
copy_plan (WayPlan *plan)
{
  WayPlan *copy = way_plan_new (way_plan_get_id (plan));

  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint count;
      WayRecord *const *records = way_plan_get_records (plan, kind, &count);

      for (guint i = 0; i < count; i++)
        way_plan_add_loaded (copy, way_record_ref (records[i]));
    }

  return copy;
}

/* Edits the records of one kind in @group's plan into those of @result */
static void
transfer_kind (WayEditGroup *group, WayPlan *result, WayKind kind)
{
  WayPlan *plan = way_edit_group_get_plan (group);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  WayRecord *const *records;
  guint count;

  records = way_plan_get_records (plan, kind, &count);
  for (guint i = 0; i < count; i++)
    if (way_plan_lookup (result, way_record_get_id (records[i])) == NULL)
      g_ptr_array_add (gone, records[i]);

  for (guint i = 0; i < gone->len; i++)
    way_edit_group_replace (group, gone->pdata[i], NULL);

  records = way_plan_get_records (result, kind, &count);
  for (guint i = 0; i < count; i++)
    {
      const WayRecord *before = way_plan_lookup (plan, way_record_get_id (records[i]));

      if (before != records[i])
        way_edit_group_replace (group, before, records[i]);
    }
}

static gboolean
run_verb (WayScriptContext *context, GError **error)
{
  const char *unused;

  if (!context->verb->run (context, error))
    return FALSE;

  unused = way_script_line_get_unused (context->line);
  if (unused == NULL)
    return TRUE;

  g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
               _ ("“%s” has no meaning here. Write: %s %s"), unused, context->verb->command.name,
               context->verb->command.arguments);

  return FALSE;
}

static gboolean
run_line (WayHistory *history, WayScriptLine *line, GError **error)
{
  const char *name = way_script_line_take_place (line, 0);
  WayScriptContext context = { .history = history, .line = line };

  context.verb = name == NULL ? NULL : way_script_find_verb (name);
  if (context.verb == NULL)
    {
      g_set_error (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
                   _ ("“%s” is no command. “waymark-cli edit --help” lists them."), line->words[0]);
      return FALSE;
    }

  if (context.verb->is_over_steps)
    return run_verb (&context, error);

  context.group = way_history_begin (history, name, NULL);
  if (!run_verb (&context, error))
    {
      way_history_rollback (history);
      return FALSE;
    }

  way_history_commit (history);

  return TRUE;
}

static gboolean
run_lines (WayHistory *history, const char *text, gsize length, GError **error)
{
  WayScriptReader reader = { .cursor = text, .end = text + length, .number = 1 };

  for (;;)
    {
      g_auto (WayScriptLine) line = { 0 };
      g_autoptr (GError) reason = NULL;

      if (!way_script_reader_next (&reader, &line, &reason))
        {
          if (reason == NULL)
            return TRUE;

          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }

      if (!run_line (history, &line, &reason))
        {
          g_propagate_prefixed_error (error, g_steal_pointer (&reason), _ ("Line %u: "),
                                      line.number);
          return FALSE;
        }
    }
}

gboolean
way_script_run (WayEditGroup *group, const char *text, gssize length, GError **error)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize)length;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WayHistory) history = NULL;

  if (!g_utf8_validate (text, bytes, NULL))
    {
      g_set_error_literal (error, WAY_EDIT_ERROR, WAY_EDIT_ERROR_SCRIPT,
                           _ ("The script is not UTF-8 text. Save it as UTF-8."));
      return FALSE;
    }

  plan = copy_plan (way_edit_group_get_plan (group));
  history = way_history_new (plan);
  if (!run_lines (history, text, bytes, error))
    return FALSE;

  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    transfer_kind (group, plan, kind);

  return TRUE;
}
