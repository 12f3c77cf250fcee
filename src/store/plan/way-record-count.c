/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A look here and there, and where that leaves a doubt from < to <, with the depth as all there is
 * to remember.
 */
#include "way-record-count.h"

#include "way-plan-format.h"
#include "way-xml-guard.h"

#include <string.h>

#define CHUNK (256 * 1024)
#define N_SAMPLES 256
#define SAMPLE 4096

typedef struct
{
  guint depth;
  guint n_records;
  gboolean lost; /* met something that is not plain elements */
} Count;

/* Counts the complete tags among @data; returns how many bytes are done with */
static gsize
count_tags (Count *self, const char *data, gsize length)
{
  const char *end = data + length;
  const char *tag = memchr (data, '<', length);

  while (tag != NULL)
    {
      const char *close = memchr (tag, '>', (gsize)(end - tag));

      if (close == NULL)
        return (gsize)(tag - data);

      if (tag[1] == '/')
        {
          self->lost |= self->depth == 0;
          self->depth--;
        }
      else if (tag[1] == '!' || (tag[1] == '?' && self->depth > 0))
        self->lost = TRUE;
      else if (tag[1] != '?')
        {
          self->n_records += self->depth == 1;
          self->depth += close[-1] != '/';
          self->lost |= self->depth > WAY_PLAN_MAX_DEPTH;
        }

      if (self->lost)
        return length;
      tag = memchr (close, '<', (gsize)(end - close));
    }

  return length;
}

/* A record has one attribute id; whatever else looks like it makes the estimate too high, which
 * costs nothing but a count */
static guint
count_ids (const char *data, gsize length)
{
  const char *end = data + length - 2;
  guint n_ids = 0;

  for (const char *at = data; (at = memchr (at, 'i', (gsize)(end - at))) != NULL; at++)
    n_ids += at[1] == 'd' && (at[2] == '=' || g_ascii_isspace (at[2]));

  return n_ids;
}

/* Estimates the number of records by samples at random from equal parts of the file, so that no
 * order of records, and nobody who knows this, can keep many of them out of sight */
static gboolean
is_surely_below (WayByteSource *source, guint limit)
{
  guint64 size = way_byte_source_get_left (source);
  guint64 part = size / N_SAMPLES;
  guint64 n_ids = 0;

  if (part < SAMPLE)
    return FALSE;

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      guint64 place = (guint64)(g_random_double () * (double)(part - SAMPLE));
      char sample[SAMPLE];

      if (!way_byte_source_sample (source, i * part + place, sample, sizeof sample))
        return FALSE;
      n_ids += count_ids (sample, sizeof sample);
    }

  return n_ids * part / SAMPLE < (guint64)limit * 3 / 4;
}

/* What stops the count for good; the rest is told by who reads, and perhaps comes after another
 * refusal there */
static gboolean
is_final (const GError *refusal)
{
  return g_error_matches (refusal, WAY_REFUSAL, WAY_REFUSAL_TOO_LARGE)
         || g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

gboolean
way_record_count_check (WayByteSource *source, guint limit, GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *data = NULL;
  WayXmlGuard guard = { 0 };
  Count self = { 0 };
  gsize kept = 0;

  if (is_surely_below (source, limit))
    return TRUE;

  data = g_malloc (CHUNK);
  while (kept < CHUNK && !self.lost && self.n_records <= limit)
    {
      g_autoptr (GError) refusal = NULL;
      gssize n_read = way_byte_source_read (source, (guint8 *)data + kept, CHUNK - kept,
                                            cancellable, &refusal);
      gsize length, done, safe;

      if (n_read < 0 && is_final (refusal))
        {
          g_propagate_error (error, g_steal_pointer (&refusal));
          return FALSE;
        }

      /* Reading ends where the guard lets nothing more pass. A few packed bytes can stand for very
       * many of those, and to unpack them takes seconds. */
      if (n_read <= 0 || !way_xml_guard_scan (&guard, data + kept, (gsize)n_read, &safe, NULL))
        return TRUE;

      length = kept + (gsize)n_read;
      done = count_tags (&self, data, length);
      kept = length - done;
      memmove (data, data + done, kept);
    }

  return self.lost || self.n_records <= limit || way_refusal_set (error, WAY_REFUSAL_RECORDS, NULL);
}
