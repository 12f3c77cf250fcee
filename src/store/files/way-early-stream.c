/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Asks the kernel, where it can be asked, to write out what there is every so often, and keeps a
 * fingerprint of what it was given.
 */
#include "config.h"

#include "way-early-stream.h"

#include <fcntl.h>

#define STEP (2 * 1024 * 1024) /* enough for a disk to be busy with */

struct _WayEarlyStream
{
  GUnixOutputStream parent_instance;

  goffset written;
  goffset begun; /* up to here the disk has been asked to write */
  WayFingerprinter *fingerprinter;
  WayReadBack *read_back;
};

G_DEFINE_FINAL_TYPE (WayEarlyStream, way_early_stream, G_TYPE_UNIX_OUTPUT_STREAM)

/* Only a hint: what goes wrong is told by the flush at the end */
static void
begin_writing (WayEarlyStream *self)
{
#ifdef HAVE_SYNC_FILE_RANGE
  sync_file_range (g_unix_output_stream_get_fd (G_UNIX_OUTPUT_STREAM (self)), self->begun,
                   self->written - self->begun, SYNC_FILE_RANGE_WRITE);
#endif
  self->begun = self->written;
  way_read_back_follow (self->read_back, self->begun);
}

static gssize
way_early_stream_write (GOutputStream *stream, const void *buffer, gsize count,
                        GCancellable *cancellable, GError **error)
{
  WayEarlyStream *self = WAY_EARLY_STREAM (stream);
  gssize n_written = G_OUTPUT_STREAM_CLASS (way_early_stream_parent_class)
                         ->write_fn (stream, buffer, count, cancellable, error);

  if (n_written > 0)
    {
      self->written += n_written;
      way_fingerprinter_add (self->fingerprinter, buffer, (gsize)n_written);
    }
  if (self->written - self->begun >= STEP)
    begin_writing (self);

  return n_written;
}

static void
way_early_stream_finalize (GObject *object)
{
  way_fingerprinter_free (WAY_EARLY_STREAM (object)->fingerprinter);

  G_OBJECT_CLASS (way_early_stream_parent_class)->finalize (object);
}

static void
way_early_stream_class_init (WayEarlyStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_early_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = way_early_stream_write;
}

static void
way_early_stream_init (WayEarlyStream *self)
{
  self->fingerprinter = way_fingerprinter_new ();
}

GOutputStream *
way_early_stream_new (int fd, WayReadBack *read_back)
{
  WayEarlyStream *self = g_object_new (WAY_TYPE_EARLY_STREAM, "fd", fd, "close-fd", FALSE, NULL);

  self->read_back = read_back;

  return G_OUTPUT_STREAM (self);
}

WayContent
way_early_stream_get_content (WayEarlyStream *self)
{
  return (WayContent){ way_fingerprinter_get (self->fingerprinter), self->written };
}
