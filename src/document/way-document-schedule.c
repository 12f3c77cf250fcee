/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document does with its schedule: moves that take along what depends on them, and repairs.
 */
#include "config.h"

#include "way-document-schedule.h"

#include "way-document-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  WaySchedule *schedule;
  const WayMove *move;
  WayPushResult result;
  GArray *broken;
} MoveRun;

/* As "Move “Sit the CCRN” and 5 that depend on it" */
static void
name_with_pushed (WayEditGroup *group, const WayMove *move, guint n_pushed)
{
  g_autofree char *name = NULL;

  if (move->n_moved == 1)
    /* Translators: a step of undo, and how many milestones were moved along, as
       "Move “Sit the CCRN” and 5 that depend on it" */
    name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u that depends on it",
                                         "%s and %u that depend on it", n_pushed),
                            move->name, n_pushed);
  else
    /* Translators: the same of several, as "Move 3 milestones and 5 that depend on them" */
    name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u that depends on them",
                                         "%s and %u that depend on them", n_pushed),
                            move->name, n_pushed);

  way_edit_group_set_name (group, name);
}

static gboolean
run_move (WayEditGroup *group, gpointer user_data, GError **error)
{
  MoveRun *run = user_data;
  const WayMove *move = run->move;
  g_autoptr (GArray) broken = NULL;

  if (!move->command (group, move->user_data, error))
    return FALSE;

  if (move->push == WAY_PUSH_NEVER)
    return TRUE;

  broken = way_schedule_find_broken_by (run->schedule, move->moved, move->n_moved);
  if (move->push == WAY_PUSH_ASK)
    {
      run->broken = g_steal_pointer (&broken);
      return TRUE;
    }

  if (!way_push_repair (group, run->schedule, (const WayId *)(gpointer)broken->data, broken->len,
                        move->moved, move->n_moved, &run->result, error))
    return FALSE;

  if (run->result.n_pushed > 0)
    name_with_pushed (group, move, run->result.n_pushed);

  return TRUE;
}

WaySchedule *
way_document_get_schedule (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), NULL);

  return self->schedule;
}

gboolean
way_document_move (WayDocument *self, const WayMove *move, WayPushResult *result, GArray **broken,
                   GError **error)
{
  MoveRun run = { .move = move };

  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  if (move->push != WAY_PUSH_NEVER)
    way_schedule_build (self->schedule);

  run.schedule = self->schedule;
  if (!way_document_execute (self, move->name, move->coalesce, run_move, &run, error))
    {
      g_clear_pointer (&run.broken, g_array_unref);
      return FALSE;
    }

  *result = run.result;
  *broken = run.broken != NULL ? run.broken : g_array_new (FALSE, FALSE, sizeof (WayId));

  return TRUE;
}

typedef struct
{
  WaySchedule *schedule;
  const WayId *dependencies;
  guint n_dependencies;
  gboolean has_name;
  WayPushResult result;
} RepairRun;

static gboolean
run_repair (WayEditGroup *group, gpointer user_data, GError **error)
{
  RepairRun *run = user_data;
  g_autofree char *name = NULL;

  if (!way_push_repair (group, run->schedule, run->dependencies, run->n_dependencies, NULL, 0,
                        &run->result, error))
    return FALSE;

  if (run->has_name)
    return TRUE;

  name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Push %u milestone along",
                                       "Push %u milestones along", run->result.n_pushed),
                          run->result.n_pushed);
  way_edit_group_set_name (group, name);

  return TRUE;
}

gboolean
way_document_repair (WayDocument *self, const char *name, const WayId *dependencies,
                     guint n_dependencies, WayPushResult *result, GError **error)
{
  RepairRun run = { .dependencies = dependencies,
                    .n_dependencies = n_dependencies,
                    .has_name = name != NULL };

  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  way_schedule_build (self->schedule);
  run.schedule = self->schedule;
  if (!way_document_execute (self, name != NULL ? name : "", NULL, run_repair, &run, error))
    return FALSE;

  *result = run.result;

  return TRUE;
}
