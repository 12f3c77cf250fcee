/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One timeout for all that is asked until it ends.
 */
#include "way-pace.h"

static gboolean
on_time (gpointer user_data)
{
  WayPace *self = user_data;

  self->source = 0;
  self->func (self->data);

  return G_SOURCE_REMOVE;
}

void
way_pace_ask (WayPace *self)
{
  if (self->source == 0)
    self->source = g_timeout_add (self->milliseconds, on_time, self);
}

void
way_pace_clear (WayPace *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}
