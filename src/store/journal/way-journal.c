/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The thread that writes a journal, and what it is told to do.
 */
#include "config.h"

#include "way-journal-file.h"
#include "way-journal-format.h"

#include "way-paths.h"

#include <glib/gstdio.h>

#define FLUSH_AFTER (G_USEC_PER_SEC / 2)
#define RETRY_AFTER (10 * G_USEC_PER_SEC)

typedef enum
{
  ORDER_START,
  ORDER_STEP,
  ORDER_REMOVE,
  ORDER_STOP,
} OrderType;

typedef struct
{
  OrderType type;
  guint64 serial;
  char *base_path; /* of a start; nullable */
  WayJournalStart start;
  GCancellable *cancellable; /* of a start */
  WayChangeSet *changes;     /* of a step */
  char *name;                /* of a step; nullable */
  gint64 time;               /* of a step */
} Order;

struct _WayJournal
{
  char *path;
  WayJournalFailedFunc failed;
  gpointer failed_data;
  GMainContext *context; /* where failures are told */
  GThread *thread;       /* NULL until there is something to do */
  guint64 serial;
  GCancellable *starting; /* of the last start, nullable */

  GMutex mutex;
  GCond ordered;
  GCond done;
  GQueue orders; /* of Order */
  gboolean busy; /* whether the thread has orders in hand */
  gboolean open; /* whether there is a file, or will be one when the orders are done */
  gboolean is_long;
  gint64 retry_at; /* 0, or when it is worth the while to try again */
  guint64 written;
  guint64 flushed;
  GSource *telling; /* of a failure, nullable */

  /* Of the thread alone */
  WayJournalFile *file; /* nullable */
  gboolean broken;      /* a step is missing in the file: nothing can follow */
  gint64 flush_at;      /* 0 when all is on the disk */
  guint64 file_serial;
};

static void
order_free (Order *self)
{
  g_clear_pointer (&self->start.snapshot, way_snapshot_unref);
  g_clear_pointer (&self->changes, way_change_set_unref);
  g_clear_object (&self->cancellable);
  g_free (self->base_path);
  g_free (self->name);
  g_free (self);
}

static gint64
get_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The thread */

typedef struct
{
  WayJournal *journal;
  GError *error;
} Failure;

static void
failure_free (gpointer data)
{
  Failure *self = data;

  g_error_free (self->error);
  g_free (self);
}

static gboolean
tell_failure (gpointer data)
{
  const Failure *self = data;

  self->journal->failed (self->error, self->journal->failed_data);

  return G_SOURCE_REMOVE;
}

static void
tell_later (WayJournal *self, GError *error)
{
  Failure *failure = g_new (Failure, 1);
  GSource *source = g_idle_source_new ();

  *failure = (Failure){ self, error };
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, tell_failure, failure, failure_free);
  g_source_attach (source, self->context);
  g_clear_pointer (&self->telling, g_source_unref);
  self->telling = source;
}

/* What is in the file so far stays there: it is better than nothing */
static void
give_up (WayJournal *self, GError *error)
{
  self->broken = TRUE;
  self->flush_at = 0;

  g_mutex_lock (&self->mutex);
  if (self->retry_at == 0)
    tell_later (self, error);
  else
    g_error_free (error);
  self->retry_at = g_get_monotonic_time () + RETRY_AFTER;
  g_mutex_unlock (&self->mutex);
}

static void
note_written (WayJournal *self, guint64 serial, gboolean is_flushed)
{
  self->file_serial = serial;

  g_mutex_lock (&self->mutex);
  self->written = serial;
  if (is_flushed)
    self->flushed = serial;
  self->is_long = way_journal_file_is_long (self->file);
  self->retry_at = 0;
  g_mutex_unlock (&self->mutex);
}

static void
flush (WayJournal *self)
{
  GError *error = NULL;

  self->flush_at = 0;
  if (self->file == NULL)
    return;

  if (!way_journal_file_flush (self->file, &error))
    {
      give_up (self, error);
      return;
    }

  g_mutex_lock (&self->mutex);
  self->flushed = self->file_serial;
  g_mutex_unlock (&self->mutex);
}

static void
do_start (WayJournal *self, Order *order)
{
  GError *error = NULL;
  WayJournalFile *file;

  order->start.base.path = order->base_path;
  file = way_journal_file_new (self->path, &order->start, order->cancellable, &error);
  if (file == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_error_free (error);
      else
        give_up (self, error);
      return;
    }

  g_clear_pointer (&self->file, way_journal_file_free);
  self->file = file;
  self->broken = FALSE;
  self->flush_at = 0;
  note_written (self, order->serial, TRUE);
}

static void
do_step (WayJournal *self, const Order *order)
{
  GError *error = NULL;

  if (self->file == NULL || self->broken)
    return;

  if (!way_journal_file_append (self->file, order->changes, order->serial, order->time, order->name,
                                &error))
    {
      give_up (self, error);
      return;
    }

  note_written (self, order->serial, FALSE);
  if (self->flush_at == 0)
    self->flush_at = g_get_monotonic_time () + FLUSH_AFTER;
}

/* The name goes before the lock, or somebody could find it free */
static void
do_remove (WayJournal *self)
{
  g_unlink (self->path);
  g_clear_pointer (&self->file, way_journal_file_free);
  self->flush_at = 0;
}

static void
do_order (WayJournal *self, Order *order)
{
  switch (order->type)
    {
    case ORDER_START:
      do_start (self, order);
      break;
    case ORDER_STEP:
      do_step (self, order);
      break;
    case ORDER_REMOVE:
      do_remove (self);
      break;
    case ORDER_STOP:
    default:
      flush (self);
      g_clear_pointer (&self->file, way_journal_file_free);
    }
}

/* Waits for an order, and flushes when it is time */
static Order *
await_order (WayJournal *self)
{
  Order *order;

  g_mutex_lock (&self->mutex);
  while ((order = g_queue_pop_head (&self->orders)) == NULL)
    {
      self->busy = FALSE;
      g_cond_broadcast (&self->done);
      if (self->flush_at == 0)
        g_cond_wait (&self->ordered, &self->mutex);
      else if (!g_cond_wait_until (&self->ordered, &self->mutex, self->flush_at))
        {
          g_mutex_unlock (&self->mutex);
          flush (self);
          g_mutex_lock (&self->mutex);
        }
    }
  self->busy = TRUE;
  g_mutex_unlock (&self->mutex);

  return order;
}

static gpointer
run (gpointer data)
{
  WayJournal *self = data;
  gboolean is_stopped = FALSE;

  while (!is_stopped)
    {
      Order *order = await_order (self);

      do_order (self, order);
      is_stopped = order->type == ORDER_STOP;
      order_free (order);
      /* Who works without a pause is not to wait for one */
      if (self->flush_at != 0 && g_get_monotonic_time () >= self->flush_at)
        flush (self);
    }

  return NULL;
}

/* The thread of the document */

static void
give_order (WayJournal *self, Order *order)
{
  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->orders, order);
  self->busy = TRUE;
  g_cond_signal (&self->ordered);
  g_mutex_unlock (&self->mutex);

  if (self->thread == NULL)
    self->thread = g_thread_new ("journal", run, self);
}

WayJournal *
way_journal_new (const char *path, WayJournalFailedFunc failed, gpointer user_data)
{
  WayJournal *self = g_new0 (WayJournal, 1);

  self->path = g_strdup (path);
  self->failed = failed;
  self->failed_data = user_data;
  self->context = g_main_context_ref_thread_default ();
  g_mutex_init (&self->mutex);
  g_cond_init (&self->ordered);
  g_cond_init (&self->done);

  return self;
}

char *
way_journal_make_path (GError **error)
{
  g_autofree char *folder
      = way_paths_make_private_folder (WAY_PRIVATE_DATA, WAY_JOURNAL_FOLDER, error);
  g_autofree char *name = NULL;

  if (folder == NULL)
    return NULL;

  name = g_strdup_printf ("%08x%08x" WAY_JOURNAL_ENDING, g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

void
way_journal_free (WayJournal *self)
{
  Order *order = g_new0 (Order, 1);

  if (self->thread != NULL)
    {
      order->type = ORDER_STOP;
      give_order (self, order);
      g_thread_join (self->thread);
    }
  else
    order_free (order);

  if (self->telling != NULL)
    g_source_destroy (self->telling);
  g_clear_pointer (&self->telling, g_source_unref);
  g_clear_object (&self->starting);
  g_main_context_unref (self->context);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ordered);
  g_cond_clear (&self->done);
  g_free (self->path);
  g_free (self);
}

void
way_journal_start (WayJournal *self, const WayJournalBase *base, WaySnapshot *snapshot,
                   guint n_unsaved)
{
  Order *order = g_new0 (Order, 1);

  order->type = ORDER_START;
  order->serial = ++self->serial;
  order->base_path = g_strdup (base->path);
  order->cancellable = g_cancellable_new ();
  g_set_object (&self->starting, order->cancellable);
  order->start = (WayJournalStart){ .base.stamp = base->stamp,
                                    .snapshot = way_snapshot_ref (snapshot),
                                    .serial = order->serial,
                                    .since = order->serial - n_unsaved,
                                    .time = get_seconds () };

  g_mutex_lock (&self->mutex);
  self->open = TRUE;
  self->is_long = FALSE;
  if (self->retry_at != 0)
    self->retry_at = G_MAXINT64; /* this is the try */
  g_mutex_unlock (&self->mutex);
  give_order (self, order);
}

gboolean
way_journal_wants_start (WayJournal *self)
{
  gboolean wanted;

  g_mutex_lock (&self->mutex);
  wanted = !self->open || self->is_long
           || (self->retry_at != 0 && g_get_monotonic_time () >= self->retry_at);
  g_mutex_unlock (&self->mutex);

  return wanted;
}

void
way_journal_append (WayJournal *self, WayChangeSet *changes, const char *name)
{
  Order *order = g_new0 (Order, 1);

  order->type = ORDER_STEP;
  order->serial = ++self->serial;
  order->changes = way_change_set_ref (changes);
  order->name = g_strdup (name);
  order->time = get_seconds ();
  give_order (self, order);
}

void
way_journal_remove (WayJournal *self)
{
  Order *order = g_new0 (Order, 1);

  /* What is still to be written is not worth the time any more */
  if (self->starting != NULL)
    g_cancellable_cancel (self->starting);

  order->type = ORDER_REMOVE;
  g_mutex_lock (&self->mutex);
  g_queue_clear_full (&self->orders, (GDestroyNotify)order_free);
  self->open = FALSE;
  self->is_long = FALSE;
  g_mutex_unlock (&self->mutex);
  give_order (self, order);
}

guint64
way_journal_get_serial (WayJournal *self)
{
  return self->serial;
}

guint64
way_journal_get_written (WayJournal *self)
{
  guint64 serial;

  g_mutex_lock (&self->mutex);
  serial = self->written;
  g_mutex_unlock (&self->mutex);

  return serial;
}

guint64
way_journal_get_flushed (WayJournal *self)
{
  guint64 serial;

  g_mutex_lock (&self->mutex);
  serial = self->flushed;
  g_mutex_unlock (&self->mutex);

  return serial;
}

void
way_journal_wait (WayJournal *self)
{
  g_mutex_lock (&self->mutex);
  while (self->busy)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
}
