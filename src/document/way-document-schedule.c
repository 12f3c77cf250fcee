/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a document does with its schedule: moves that take along what depends on them, and repairs.
 */
#include "config.h"

#include "way-document-schedule.h"

#include "way-dependency.h"
#include "way-document-private.h"
#include "way-id-map.h"

#include <glib/gi18n-lib.h>

static const WayId *
get_ids (GArray *ids)
{
  return (const WayId *)(gpointer)ids->data;
}

/* Each once */
static GArray *
find_moved (const WayChange *edits, guint n_edits)
{
  g_autoptr (WayIdMap) known = way_id_map_new ();
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (WayId));

  way_id_map_reserve (known, n_edits);
  for (guint i = 0; i < n_edits; i++)
    {
      const WayId *id = way_change_get_id (&edits[i]);
      guint number;

      way_changes_look_ahead (edits, n_edits, i);
      if (!way_milestone_change_moves (&edits[i]) || way_id_map_get (known, id, &number))
        continue;
      way_id_map_set (known, id, i);
      g_array_append_vals (moved, id, 1);
    }

  return moved;
}

/* As "Move “Sit the CCRN” and 5 that depend on it" */
static void
name_with_pushed (WayEditGroup *group, guint n_moved, guint n_pushed)
{
  const char *step = way_edit_group_get_name (group);
  g_autofree char *name = NULL;

  if (n_moved == 1)
    /* Translators: a step of undo, and how many milestones were moved along, as
       "Move “Sit the CCRN” and 5 that depend on it" */
    name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u that depends on it",
                                         "%s and %u that depend on it", n_pushed),
                            step, n_pushed);
  else
    /* Translators: the same of several, as "Move 3 milestones and 5 that depend on them" */
    name = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s and %u that depends on them",
                                         "%s and %u that depend on them", n_pushed),
                            step, n_pushed);

  way_edit_group_set_name (group, name);
}

void
way_aftermath_clear (WayAftermath *self)
{
  g_clear_pointer (&self->broken, g_array_unref);
}

gboolean
way_document_follow_moves (WayDocument *self, WayEditGroup *group, WayPush push,
                           WayAftermath *aftermath, GError **error)
{
  g_autoptr (GArray) broken = NULL;
  g_autoptr (GArray) moved = NULL;
  const WayChange *edits;
  guint n_edits;

  if (push == WAY_PUSH_NEVER)
    return TRUE;

  edits = way_edit_group_get_edits (group, &n_edits);
  broken = way_schedule_find_broken_by (self->schedule, edits, n_edits);
  if (broken == NULL)
    return TRUE;

  if (push == WAY_PUSH_ASK)
    {
      aftermath->broken = g_steal_pointer (&broken);
      return TRUE;
    }

  moved = find_moved (edits, n_edits);
  if (!way_push_repair (group, self->schedule, get_ids (broken), broken->len, get_ids (moved),
                        moved->len, &aftermath->result, error))
    return FALSE;

  if (aftermath->result.n_pushed > 0)
    name_with_pushed (group, moved->len, aftermath->result.n_pushed);

  return TRUE;
}

static void
tell (WayDocument *self, guint n_kept)
{
  g_signal_emit_by_name (self, "early", way_document_count_early (self), n_kept);
}

/* Runs of keys break more and more, or mend what they broke: what is too early is all of it */
void
way_document_tell_early (WayDocument *self, const WayAftermath *aftermath)
{
  GArray *broken = aftermath->broken;

  if (broken == NULL || (broken->len == 0 && self->early->len == 0))
    {
      way_document_forget_early (self);
      if (aftermath->result.n_kept > 0)
        tell (self, aftermath->result.n_kept);
      return;
    }

  for (guint i = 0; i < self->early->len;)
    {
      WayRecord *dependency = way_plan_lookup (self->plan, &get_ids (self->early)[i]);

      if (dependency == NULL || way_dependency_get_days_missing (self->plan, dependency) == 0)
        g_array_remove_index_fast (self->early, i);
      else
        i++;
    }
  g_array_append_vals (self->early, broken->data, broken->len);
  tell (self, 0);
}

void
way_document_forget_early (WayDocument *self)
{
  if (self->early->len == 0)
    return;

  g_array_set_size (self->early, 0);
  tell (self, 0);
}

WaySchedule *
way_document_get_schedule (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), NULL);

  return self->schedule;
}

void
way_document_set_push (WayDocument *self, WayPush push)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  self->push = push;
  way_document_forget_early (self);
}

guint
way_document_count_early (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), 0);

  return way_push_count_early (self->plan, get_ids (self->early), self->early->len);
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
  if (!way_document_run (self, name != NULL ? name : "", NULL, run_repair, &run, WAY_PUSH_NEVER,
                         error))
    return FALSE;

  *result = run.result;
  if (result->n_kept > 0)
    tell (self, result->n_kept);

  return TRUE;
}

gboolean
way_document_push_along (WayDocument *self, WayPushResult *result, GError **error)
{
  g_autoptr (GArray) early = NULL;

  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  early = g_array_copy (self->early);

  return way_document_repair (self, NULL, get_ids (early), early->len, result, error);
}
