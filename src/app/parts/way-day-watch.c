/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells when another day has begun.
 */
#include "way-day-watch.h"

#include "way-today.h"

/* Timeouts stand still while the computer sleeps, and do not hear of a clock that is set */
#define LONGEST_WAIT 3600

struct _WayDayWatch
{
  GObject parent_instance;

  WayDay today;
  guint source; /* looks when its time has come */
};

G_DEFINE_FINAL_TYPE (WayDayWatch, way_day_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
on_time (gpointer user_data)
{
  WayDayWatch *self = user_data;

  self->source = 0;
  way_day_watch_check (self);

  return G_SOURCE_REMOVE;
}

static void
wait (WayDayWatch *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  g_clear_handle_id (&self->source, g_source_remove);
  self->source
      = g_timeout_add_seconds (MIN (way_today_get_seconds_left (now), LONGEST_WAIT), on_time, self);
}

static void
way_day_watch_dispose (GObject *object)
{
  g_clear_handle_id (&WAY_DAY_WATCH (object)->source, g_source_remove);
  G_OBJECT_CLASS (way_day_watch_parent_class)->dispose (object);
}

static void
way_day_watch_class_init (WayDayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_day_watch_dispose;

  signals[CHANGED] = g_signal_new ("changed", WAY_TYPE_DAY_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
way_day_watch_init (WayDayWatch *self)
{
  self->today = way_day_today ();
  wait (self);
}

WayDayWatch *
way_day_watch_new (void)
{
  return g_object_new (WAY_TYPE_DAY_WATCH, NULL);
}

void
way_day_watch_check (WayDayWatch *self)
{
  WayDay today = way_day_today ();

  g_return_if_fail (WAY_IS_DAY_WATCH (self));

  wait (self);
  if (today == self->today)
    return;
  self->today = today;
  g_signal_emit (self, signals[CHANGED], 0, today);
}
