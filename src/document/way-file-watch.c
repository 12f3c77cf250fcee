/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A monitor that gives hints, and looks on a thread that tell what there is to the hints.
 *
 * A look may be overtaken by a save of our own: what it has found is worth nothing then, and there
 * is another one.
 */
#include "way-file-watch.h"

#include "way-file-stamp.h"

#include <stdlib.h>

struct _WayFileWatch
{
  GObject parent_instance;

  char *path;            /* nullable: not on this computer, and nothing is noticed */
  GFileMonitor *monitor; /* nullable: not yet, or there is none for this file */
  WayFingerprint known;
  WayFingerprint found; /* while the state is that it has changed */
  WayFileState state;
  WayFileStamp stamp; /* at the last look */
  guint source;       /* 0, or a look that is due later */
  guint starting;     /* 0, or makes the monitor */
  gboolean is_held;
  gboolean is_looking;
  gboolean is_again;  /* another look is wanted when the one that goes on ends */
  gboolean is_missed; /* at the last look there was no file, for the first time */
  guint64 serial;     /* of what is known */
};

G_DEFINE_FINAL_TYPE (WayFileWatch, way_file_watch, G_TYPE_OBJECT)

enum
{
  NOTICED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* One look at the file, on whatever thread */
typedef struct
{
  char *path;
  WayFileStamp last; /* all zero to read the file in any case */
  guint64 serial;
  WayFileStamp stamp;
  WayFileState state; /* SAME where the stamp is as it was */
  WayFingerprint found;
} Look;

static void
look_free (Look *look)
{
  g_free (look->path);
  g_free (look);
}

static void
look_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Look *look = task_data;
  g_autoptr (GError) error = NULL;

  look->stamp = way_file_stamp_take (look->path);
  if (look->last.inode != 0 && way_file_stamp_equal (&look->stamp, &look->last))
    look->state = WAY_FILE_STATE_SAME;
  else if (way_fingerprint_file (look->path, &look->found, &error))
    look->state = WAY_FILE_STATE_CHANGED;
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    look->state = WAY_FILE_STATE_GONE;
  else
    look->stamp = (WayFileStamp){ 0 }; /* not to be read just now; that says nothing */

  g_task_return_boolean (task, TRUE);
}

static void begin_look (WayFileWatch *self);

static gboolean
on_due (gpointer user_data)
{
  WayFileWatch *self = user_data;

  self->source = 0;
  begin_look (self);

  return G_SOURCE_REMOVE;
}

static void
look_later (WayFileWatch *self, guint delay)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (delay, on_due, self);
}

static void
set_state (WayFileWatch *self, WayFileState state, WayFingerprint found)
{
  gboolean is_news
      = state != self->state
        || (state == WAY_FILE_STATE_CHANGED && !way_fingerprint_equal (found, self->found));

  self->state = state;
  self->found = found;
  if (is_news)
    g_signal_emit (self, signals[NOTICED], 0);
}

static void
judge (WayFileWatch *self, const Look *look)
{
  gboolean was_missed = self->is_missed;

  self->is_missed = look->state == WAY_FILE_STATE_GONE;
  if (look->state == WAY_FILE_STATE_SAME)
    return; /* as at the last look, which has told already */

  self->stamp = look->stamp;
  if (look->state == WAY_FILE_STATE_CHANGED)
    set_state (self,
               way_fingerprint_equal (look->found, self->known) ? WAY_FILE_STATE_SAME
                                                                : WAY_FILE_STATE_CHANGED,
               look->found);
  else if (was_missed)
    set_state (self, WAY_FILE_STATE_GONE, look->found);
  else
    look_later (self, WAY_FILE_WATCH_GONE_DELAY);
}

static void
on_looked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  WayFileWatch *self = WAY_FILE_WATCH (object);
  const Look *look = g_task_get_task_data (G_TASK (result));
  gboolean is_overtaken = look->serial != self->serial;

  self->is_looking = FALSE;
  if (self->is_held)
    {
      self->is_again = TRUE;
      return;
    }

  if (!is_overtaken)
    judge (self, look);
  if (is_overtaken || self->is_again)
    begin_look (self);
}

static void
begin_look (WayFileWatch *self)
{
  g_autoptr (GTask) task = NULL;
  Look *look;

  if (self->path == NULL)
    return;
  if (self->is_looking || self->is_held)
    {
      self->is_again = TRUE;
      return;
    }

  self->is_looking = TRUE;
  self->is_again = FALSE;
  look = g_new0 (Look, 1);
  look->path = g_strdup (self->path);
  look->last = self->stamp;
  look->serial = self->serial;
  task = g_task_new (self, NULL, on_looked, NULL);
  g_task_set_task_data (task, look, (GDestroyNotify)look_free);
  g_task_run_in_thread (task, look_in_thread);
}

/* A hint may come within the same tick of the file system's clock as the change before it, so that
 * the stamp says nothing */
static void
on_hint (WayFileWatch *self)
{
  self->stamp = (WayFileStamp){ 0 };
  look_later (self, WAY_FILE_WATCH_DELAY);
}

/* A link is not changed when what it leads to is */
static GFile *
resolve (const char *path)
{
  char *real = realpath (path, NULL);
  GFile *file = g_file_new_for_path (real != NULL ? real : path);

  free (real);

  return file;
}

static gboolean
on_start (gpointer user_data)
{
  WayFileWatch *self = user_data;
  g_autoptr (GFile) file = resolve (self->path);

  self->starting = 0;
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (on_hint), self);
  begin_look (self); /* what has happened before */

  return G_SOURCE_REMOVE;
}

static void
way_file_watch_dispose (GObject *object)
{
  WayFileWatch *self = WAY_FILE_WATCH (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->starting, g_source_remove);
  if (self->monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->monitor, self);
  g_clear_object (&self->monitor);
  self->is_held = TRUE; /* a look that goes on has nobody to tell */

  G_OBJECT_CLASS (way_file_watch_parent_class)->dispose (object);
}

static void
way_file_watch_finalize (GObject *object)
{
  g_free (WAY_FILE_WATCH (object)->path);

  G_OBJECT_CLASS (way_file_watch_parent_class)->finalize (object);
}

static void
way_file_watch_class_init (WayFileWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = way_file_watch_dispose;
  G_OBJECT_CLASS (klass)->finalize = way_file_watch_finalize;

  signals[NOTICED] = g_signal_new ("noticed", WAY_TYPE_FILE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
way_file_watch_init (WayFileWatch *self)
{
}

WayFileWatch *
way_file_watch_new (GFile *file, WayFingerprint known)
{
  WayFileWatch *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (WAY_TYPE_FILE_WATCH, NULL);
  self->path = g_file_get_path (file);
  self->known = known;
  /* A monitor is made with a thread and a read of the mounts, for which no first frame need wait */
  if (self->path != NULL)
    self->starting = g_idle_add_full (G_PRIORITY_LOW, on_start, self, NULL);

  return self;
}

void
way_file_watch_hold (WayFileWatch *self)
{
  g_return_if_fail (WAY_IS_FILE_WATCH (self));

  self->is_held = TRUE;
}

void
way_file_watch_release (WayFileWatch *self)
{
  g_return_if_fail (WAY_IS_FILE_WATCH (self));

  self->is_held = FALSE;
  if (self->is_again)
    begin_look (self);
}

void
way_file_watch_set_known (WayFileWatch *self, WayFingerprint known)
{
  g_return_if_fail (WAY_IS_FILE_WATCH (self));

  self->known = known;
  self->serial++;
  self->state = WAY_FILE_STATE_SAME;
  self->is_missed = FALSE;
  self->stamp = (WayFileStamp){ 0 };
  way_file_watch_release (self);
}

void
way_file_watch_look (WayFileWatch *self)
{
  g_return_if_fail (WAY_IS_FILE_WATCH (self));

  begin_look (self);
}

WayFileState
way_file_watch_get_state (WayFileWatch *self)
{
  g_return_val_if_fail (WAY_IS_FILE_WATCH (self), WAY_FILE_STATE_SAME);

  return self->state;
}
