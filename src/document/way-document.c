/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan with its history, its file and its state.
 */
#include "config.h"

#include "way-document-private.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (WayDocument, way_document, G_TYPE_OBJECT)

G_DEFINE_QUARK (way - document - error - quark, way_document_error)

enum
{
  PROP_FILE = 1,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_PRIVATE,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
state_clear (State *state)
{
  g_clear_pointer (&state->title, g_free);
  g_clear_pointer (&state->undo_name, g_free);
  g_clear_pointer (&state->redo_name, g_free);
}

static State
get_state (WayDocument *self)
{
  return (State){
    .title = g_strdup (way_document_get_title (self)),
    .undo_name = g_strdup (way_history_get_undo_name (self->history, 0)),
    .redo_name = g_strdup (way_history_get_redo_name (self->history, 0)),
    .modified = way_document_get_modified (self),
    .is_private = way_document_get_private (self),
  };
}

static void
notify (WayDocument *self, gboolean is_changed, guint property)
{
  if (is_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Tells what an edit, an undo or a save has made of the document */
static void
update_state (WayDocument *self)
{
  State old = self->state;
  State new = self->state = get_state (self);

  g_object_freeze_notify (G_OBJECT (self));
  notify (self, g_strcmp0 (old.title, new.title) != 0, PROP_TITLE);
  notify (self, old.modified != new.modified, PROP_MODIFIED);
  notify (self, old.is_private != new.is_private, PROP_PRIVATE);
  notify (self, g_strcmp0 (old.undo_name, new.undo_name) != 0, PROP_UNDO_NAME);
  notify (self, g_strcmp0 (old.redo_name, new.redo_name) != 0, PROP_REDO_NAME);
  notify (self, (old.undo_name == NULL) != (new.undo_name == NULL), PROP_CAN_UNDO);
  notify (self, (old.redo_name == NULL) != (new.redo_name == NULL), PROP_CAN_REDO);
  state_clear (&old);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
way_document_finalize (GObject *object)
{
  g_array_unref (WAY_DOCUMENT (object)->early);

  G_OBJECT_CLASS (way_document_parent_class)->finalize (object);
}

static void
way_document_dispose (GObject *object)
{
  WayDocument *self = WAY_DOCUMENT (object);

  way_document_part_with_file (self);
  way_document_close_journal (self);
  g_clear_pointer (&self->schedule, way_schedule_free);
  g_clear_object (&self->history);
  g_clear_object (&self->plan);
  g_clear_object (&self->file);
  g_clear_pointer (&self->unkept, g_free);
  state_clear (&self->state);

  G_OBJECT_CLASS (way_document_parent_class)->dispose (object);
}

static void
way_document_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WayDocument *self = WAY_DOCUMENT (object);

  switch (id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, way_document_get_title (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, way_document_get_modified (self));
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, way_document_get_read_only (self));
      break;
    case PROP_PRIVATE:
      g_value_set_boolean (value, way_document_get_private (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, way_history_get_undo_name (self->history, 0) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, way_history_get_redo_name (self->history, 0) != NULL);
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, way_history_get_undo_name (self->history, 0));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, way_history_get_redo_name (self->history, 0));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
way_document_class_init (WayDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = way_document_dispose;
  object_class->finalize = way_document_finalize;
  object_class->get_property = way_document_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, flags);
  properties[PROP_PRIVATE] = g_param_spec_boolean ("private", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  g_signal_new ("unkept", WAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_STRING);
  g_signal_new ("file-noticed", WAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("early", WAY_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                G_TYPE_UINT, G_TYPE_UINT);
}

static void
way_document_init (WayDocument *self)
{
  self->push = WAY_PUSH_NEVER;
  self->early = g_array_new (FALSE, FALSE, sizeof (WayId));
}

WayDocument *
way_document_new (WayPlan *plan)
{
  WayDocument *self = g_object_new (WAY_TYPE_DOCUMENT, NULL);

  self->plan = plan != NULL ? g_object_ref (plan) : way_plan_new (NULL);
  self->schedule = way_schedule_new (self->plan);
  self->history = way_history_new (self->plan);
  self->saved_serial = way_history_get_serial (self->history);
  self->state = get_state (self);
  g_signal_connect_object (self->history, "changed", G_CALLBACK (update_state), self,
                           G_CONNECT_SWAPPED);

  return self;
}

WayPlan *
way_document_get_plan (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), NULL);

  return self->plan;
}

WayHistory *
way_document_get_history (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), NULL);

  return self->history;
}

GFile *
way_document_get_file (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
way_document_get_title (WayDocument *self)
{
  const char *title;

  g_return_val_if_fail (WAY_IS_DOCUMENT (self), NULL);

  title = way_record_get_called (way_plan_get_root (self->plan));

  return title != NULL ? title : _ ("Untitled plan");
}

gboolean
way_document_get_modified (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  return !way_history_is_saved (self->history);
}

gboolean
way_document_get_read_only (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  return self->read_only != WAY_READ_ONLY_NO;
}

WayReadOnly
way_document_get_read_only_reason (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), WAY_READ_ONLY_NO);

  return self->read_only;
}

gboolean
way_document_get_private (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  return way_record_get_flag (way_plan_get_root (self->plan), WAY_PLAN_PRIVATE);
}

gboolean
way_document_execute (WayDocument *self, const char *name, const char *coalesce,
                      WayCommandFunc command, gpointer user_data, GError **error)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return way_document_run (self, name, coalesce, command, user_data, self->push, error);
}

static gboolean
refuse_change (WayDocument *self, GError **error)
{
  g_set_error (error, WAY_DOCUMENT_ERROR, WAY_DOCUMENT_ERROR_READ_ONLY,
               self->read_only == WAY_READ_ONLY_NEWER
                   ? _ ("“%s” was made by a newer Waymark and can only be read. Save a copy under "
                        "another name to change it.")
                   : _ ("“%s” is open elsewhere and can only be read here. Save a copy under "
                        "another name to change it."),
               way_document_get_title (self));

  return FALSE;
}

gboolean
way_document_run (WayDocument *self, const char *name, const char *coalesce, WayCommandFunc command,
                  gpointer user_data, WayPush push, GError **error)
{
  g_auto (WayAftermath) aftermath = { NULL };
  WayEditGroup *group;

  if (self->read_only != WAY_READ_ONLY_NO)
    return refuse_change (self, error);

  /* It says what held before */
  if (push != WAY_PUSH_NEVER)
    way_schedule_build (self->schedule);

  group = way_history_begin (self->history, name, coalesce);
  if (!command (group, user_data, error)
      || !way_document_follow_moves (self, group, push, &aftermath, error))
    {
      way_history_rollback (self->history);
      return FALSE;
    }

  if (way_history_commit (self->history))
    way_document_tell_early (self, &aftermath);

  return TRUE;
}

gboolean
way_document_undo (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  way_document_forget_early (self);

  return way_history_undo (self->history);
}

gboolean
way_document_redo (WayDocument *self)
{
  g_return_val_if_fail (WAY_IS_DOCUMENT (self), FALSE);

  way_document_forget_early (self);

  return way_history_redo (self->history);
}

void
way_document_set_file (WayDocument *self, GFile *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;

  way_document_part_with_file (self);
  g_set_object (&self->file, file);
  way_document_attend_file (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

void
way_document_set_read_only (WayDocument *self, WayReadOnly reason)
{
  g_return_if_fail (WAY_IS_DOCUMENT (self));

  if (self->read_only == reason)
    return;

  self->read_only = reason;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
}
