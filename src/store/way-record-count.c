/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From < to <, with the depth as all there is to remember.
 */
#include "way-record-count.h"

#include <string.h>

#define CHUNK (256 * 1024)

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
        }

      if (self->lost)
        return length;
      tag = memchr (close, '<', (gsize)(end - close));
    }

  return length;
}

gboolean
way_record_count_exceeds (WayByteSource *source, guint limit, GCancellable *cancellable)
{
  g_autofree char *data = g_malloc (CHUNK);
  Count self = { 0 };
  gsize kept = 0;

  while (kept < CHUNK && !self.lost && self.n_records <= limit)
    {
      gssize n_read
          = way_byte_source_read (source, (guint8 *)data + kept, CHUNK - kept, cancellable, NULL);
      gsize length, done;

      if (n_read <= 0)
        return FALSE;

      length = kept + (gsize)n_read;
      done = count_tags (&self, data, length);
      kept = length - done;
      memmove (data, data + done, kept);
    }

  return self.n_records > limit && !self.lost;
}
