/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that tests fill by edit scripts, with its history.
 */
#pragma once

#include "way-edit-error.h"
#include "way-history.h"
#include "way-script.h"
#include "way-value.h"

typedef struct
{
  WayPlan *plan;
  WayHistory *history;
} EditFixture;

static inline void
edit_fixture_clear (EditFixture *self)
{
  g_clear_object (&self->history);
  g_clear_object (&self->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (EditFixture, edit_fixture_clear)

/* Runs @script as one step */
static inline gboolean
edit_fixture_try (EditFixture *self, const char *script, GError **error)
{
  WayEditGroup *group = way_history_begin (self->history, "script", NULL);

  if (!way_script_run (group, script, -1, error))
    {
      way_history_rollback (self->history);
      return FALSE;
    }

  way_history_commit (self->history);

  return TRUE;
}

static inline void
edit_fixture_run (EditFixture *self, const char *script)
{
  g_autoptr (GError) error = NULL;

  edit_fixture_try (self, script, &error);
  g_assert_no_error (error);
}

/* Runs @script, which has to fail with a message that has @part in it */
static inline void
edit_fixture_refuse (EditFixture *self, const char *script, int code, const char *part)
{
  g_autoptr (GError) error = NULL;
  guint64 serial = way_history_get_serial (self->history);

  g_assert_false (edit_fixture_try (self, script, &error));
  g_assert_error (error, WAY_EDIT_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
  g_assert_cmpuint (way_history_get_serial (self->history), ==, serial);
}

static inline void
edit_fixture_init (EditFixture *self, const char *script)
{
  WayId id;

  g_assert_true (way_id_parse ("00000000-0000-4000-8000-000000000001", 36, &id));
  self->plan = way_plan_new (&id);
  self->history = way_history_new (self->plan);
  edit_fixture_run (self, script);
}

/* The record of a script's handle, %NULL when there is none */
static inline WayRecord *
edit_fixture_get (EditFixture *self, const char *handle)
{
  WayId id = way_id_derive (way_plan_get_id (self->plan), handle);

  return way_plan_lookup (self->plan, &id);
}

/* Checks the value of a field of the record of a handle, as it would stand in the file; empty when
 * absent */
static inline void
edit_fixture_assert (EditFixture *self, const char *handle, WayField field, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  WayRecord *record = edit_fixture_get (self, handle);

  g_assert_nonnull (record);
  way_value_format (record, field, text);
  g_assert_cmpstr (text->str, ==, expected);
}
