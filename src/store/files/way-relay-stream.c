/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Two buffers: one is filled here while the other is written by the thread.
 */
#include "way-relay-stream.h"

#include <string.h>

#define PIECE (192 * 1024)

struct _WayRelayStream
{
  GOutputStream parent_instance;

  GOutputStream *base;
  char *filling;
  gsize n_filling;

  GThread *thread; /* nullable: not needed so far */
  GMutex lock;     /* of what follows */
  GCond changed;
  char *handed;
  gsize n_handed; /* bytes that the thread has yet to write, 0 when it waits */
  gboolean is_over;
  GError *error; /* nullable: of the first write that failed; nothing is written after it */
};

G_DEFINE_FINAL_TYPE (WayRelayStream, way_relay_stream, G_TYPE_OUTPUT_STREAM)

/* With the lock held */
static void
write_handed (WayRelayStream *self)
{
  GError *error = NULL;

  if (self->error == NULL)
    {
      g_mutex_unlock (&self->lock);
      g_output_stream_write_all (self->base, self->handed, self->n_handed, NULL, NULL, &error);
      g_mutex_lock (&self->lock);
      self->error = error;
    }
  self->n_handed = 0;
  g_cond_broadcast (&self->changed);
}

static gpointer
run (gpointer data)
{
  WayRelayStream *self = data;

  g_mutex_lock (&self->lock);
  while (!self->is_over)
    {
      if (self->n_handed > 0)
        write_handed (self);
      else
        g_cond_wait (&self->changed, &self->lock);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/* With the lock held */
static gboolean
wait_until_written (WayRelayStream *self, GError **error)
{
  while (self->n_handed > 0)
    g_cond_wait (&self->changed, &self->lock);

  if (self->error == NULL)
    return TRUE;
  if (error != NULL)
    *error = g_error_copy (self->error);

  return FALSE;
}

static gboolean
hand_over (WayRelayStream *self, GError **error)
{
  gboolean is_written;

  if (self->thread == NULL)
    self->thread = g_thread_try_new ("writer", run, self, NULL);

  g_mutex_lock (&self->lock);
  is_written = wait_until_written (self, error);
  if (is_written)
    {
      char *written = self->handed;

      self->handed = self->filling;
      self->n_handed = self->n_filling;
      self->filling = written;
      self->n_filling = 0;
      if (self->thread != NULL)
        g_cond_broadcast (&self->changed);
      else
        write_handed (self); /* there is no thread to be had */
    }
  g_mutex_unlock (&self->lock);

  return is_written;
}

static gssize
way_relay_stream_write (GOutputStream *stream, const void *buffer, gsize count,
                        GCancellable *cancellable, GError **error)
{
  WayRelayStream *self = WAY_RELAY_STREAM (stream);
  gsize length;

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || (self->n_filling == PIECE && !hand_over (self, error)))
    return -1;

  length = MIN (count, PIECE - self->n_filling);
  memcpy (self->filling + self->n_filling, buffer, length);
  self->n_filling += length;

  return (gssize)length;
}

static gboolean
way_relay_stream_flush (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  WayRelayStream *self = WAY_RELAY_STREAM (stream);
  gboolean is_written;

  g_mutex_lock (&self->lock);
  is_written = wait_until_written (self, error);
  g_mutex_unlock (&self->lock);
  if (!is_written
      || !g_output_stream_write_all (self->base, self->filling, self->n_filling, NULL, cancellable,
                                     error))
    return FALSE;
  self->n_filling = 0;

  return g_output_stream_flush (self->base, cancellable, error);
}

static void
way_relay_stream_finalize (GObject *object)
{
  WayRelayStream *self = WAY_RELAY_STREAM (object);

  g_mutex_lock (&self->lock);
  wait_until_written (self, NULL);
  self->is_over = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&self->thread, g_thread_join);

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_clear_error (&self->error);
  g_clear_object (&self->base);
  g_free (self->filling);
  g_free (self->handed);

  G_OBJECT_CLASS (way_relay_stream_parent_class)->finalize (object);
}

static void
way_relay_stream_class_init (WayRelayStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_relay_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = way_relay_stream_write;
  G_OUTPUT_STREAM_CLASS (klass)->flush = way_relay_stream_flush;
}

static void
way_relay_stream_init (WayRelayStream *self)
{
  self->filling = g_malloc (PIECE);
  self->handed = g_malloc (PIECE);
  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
}

GOutputStream *
way_relay_stream_new (GOutputStream *base)
{
  WayRelayStream *self = g_object_new (WAY_TYPE_RELAY_STREAM, NULL);

  self->base = g_object_ref (base);

  return G_OUTPUT_STREAM (self);
}
