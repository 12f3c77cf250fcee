/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Opening, unpacking and recoding, in up to three layers of streams.
 */
#include "config.h"

#include "way-byte-source.h"

#include "way-plan-format.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define LAYER_BUFFER (32 * 1024)
#define MAX_PACKING 1032 /* to one: what a byte of DEFLATE can stand for */
#define PEEK 4           /* as many bytes as the longest mark needs */

struct _WayByteSource
{
  GInputStream *base; /* the bytes as they are */
  int fd;             /* of a local file, -1 otherwise; owned by @base */
  goffset start;      /* where @base stood */
  guint64 size;       /* as it is, perhaps packed; 0 when not known */

  GInputStream
      *top; /* what is read: @base and perhaps converters over it; NULL before the first read */
  guint64 n_read;
  gboolean packed;
  gboolean wide;
};

static gboolean
refuse_errno (GError **error, int number)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return way_refusal_set (error, WAY_REFUSAL_MISSING, NULL);
    case EACCES:
    case EPERM:
      return way_refusal_set (error, WAY_REFUSAL_FORBIDDEN, NULL);
    case ENXIO: /* a socket */
      return way_refusal_set (error, WAY_REFUSAL_SPECIAL, NULL);
    default:
      return way_refusal_set (error, WAY_REFUSAL_UNREADABLE, g_strerror (number));
    }
}

/* What GIO says, as one of our causes; a cancellation stays one */
static void
refuse_gio (GError **error, GError *cause)
{
  g_autoptr (GError) owned = cause;

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&owned));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    way_refusal_set (error, WAY_REFUSAL_MISSING, NULL);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    way_refusal_set (error, WAY_REFUSAL_FORBIDDEN, NULL);
  else
    way_refusal_set (error, WAY_REFUSAL_UNREADABLE, cause->message);
}

/* What is open already is looked at, so that nobody can swap the file in between */
static gboolean
take_local (WayByteSource *self, int fd, gboolean owned, GError **error)
{
  struct stat status;

  self->fd = fd;
  self->base = g_unix_input_stream_new (fd, owned);
  if (fstat (fd, &status) != 0)
    return refuse_errno (error, errno);
  if (S_ISDIR (status.st_mode))
    return way_refusal_set (error, WAY_REFUSAL_FOLDER, NULL);
  if (!S_ISREG (status.st_mode))
    return way_refusal_set (error, WAY_REFUSAL_SPECIAL, NULL);
  self->size = (guint64)status.st_size;

  return TRUE;
}

/* O_NONBLOCK lets the opening of a pipe return */
static gboolean
open_local (WayByteSource *self, const char *path, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

  return fd >= 0 ? take_local (self, fd, TRUE, error) : refuse_errno (error, errno);
}

static gboolean
open_remote (WayByteSource *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInfo) info
      = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, cancellable, &cause);

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return way_refusal_set (error, WAY_REFUSAL_FOLDER, NULL);
  if (info != NULL && g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    return way_refusal_set (error, WAY_REFUSAL_SPECIAL, NULL);
  if (info != NULL)
    self->base = G_INPUT_STREAM (g_file_read (file, cancellable, &cause));

  if (self->base == NULL)
    {
      refuse_gio (error, g_steal_pointer (&cause));
      return FALSE;
    }
  self->size = (guint64)g_file_info_get_size (info);

  return TRUE;
}

static gboolean
check_size (const WayByteSource *self, GError **error)
{
  return self->size <= WAY_PLAN_MAX_BYTES || way_refusal_set (error, WAY_REFUSAL_TOO_LARGE, NULL);
}

WayByteSource *
way_byte_source_new_for_file (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (WayByteSource) self = g_new0 (WayByteSource, 1);
  g_autofree char *path = g_file_get_path (file);
  gboolean opened;

  self->fd = -1;
  opened = path != NULL ? open_local (self, path, error)
                        : open_remote (self, file, cancellable, error);
  if (!opened || !check_size (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

WayByteSource *
way_byte_source_new_for_fd (int fd, GError **error)
{
  g_autoptr (WayByteSource) self = g_new0 (WayByteSource, 1);

  if (!take_local (self, fd, FALSE, error) || !check_size (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
measure_stream (WayByteSource *self, GSeekable *stream)
{
  self->start = g_seekable_tell (stream);
  if (!g_seekable_seek (stream, 0, G_SEEK_END, NULL, NULL))
    return;

  self->size = (guint64)(g_seekable_tell (stream) - self->start);
  g_seekable_seek (stream, self->start, G_SEEK_SET, NULL, NULL);
}

WayByteSource *
way_byte_source_new_for_stream (GInputStream *stream)
{
  WayByteSource *self = g_new0 (WayByteSource, 1);

  self->fd = -1;
  self->base = g_object_ref (stream);
  if (way_byte_source_can_rewind (self))
    measure_stream (self, G_SEEKABLE (stream));

  return self;
}

void
way_byte_source_free (WayByteSource *self)
{
  g_clear_object (&self->top);
  g_clear_object (&self->base);
  g_free (self);
}

gboolean
way_byte_source_can_rewind (WayByteSource *self)
{
  return self->fd >= 0
         || (G_IS_SEEKABLE (self->base) && g_seekable_can_seek (G_SEEKABLE (self->base)));
}

gboolean
way_byte_source_rewind (WayByteSource *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  g_clear_object (&self->top);
  self->n_read = 0;
  self->packed = FALSE;
  self->wide = FALSE;

  if (self->fd >= 0)
    return lseek (self->fd, 0, SEEK_SET) == 0 || refuse_errno (error, errno);

  if (g_seekable_seek (G_SEEKABLE (self->base), self->start, G_SEEK_SET, NULL, &cause))
    return TRUE;

  refuse_gio (error, g_steal_pointer (&cause));

  return FALSE;
}

gboolean
way_byte_source_is_wide (WayByteSource *self)
{
  return self->wide;
}

/* Lets the first bytes of the topmost layer be seen without taking them */
static gboolean
peek (WayByteSource *self, guint8 head[PEEK], GCancellable *cancellable, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new_sized (self->top, LAYER_BUFFER);
  GBufferedInputStream *buffer = G_BUFFERED_INPUT_STREAM (buffered);
  gssize filled;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  g_set_object (&self->top, buffered);
  memset (head, 0, PEEK);

  do
    filled = g_buffered_input_stream_fill (buffer, -1, cancellable, error);
  while (filled > 0 && g_buffered_input_stream_get_available (buffer) < PEEK);
  g_buffered_input_stream_peek (buffer, head, 0, PEEK);

  return filled >= 0;
}

static void
add_converter (WayByteSource *self, GConverter *converter)
{
  g_autoptr (GInputStream) converted = g_converter_input_stream_new (self->top, converter);

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (converted), FALSE);
  g_set_object (&self->top, converted);
}

/* The byte order marks, and what to recode from */
static const struct
{
  guint8 bytes[PEEK];
  gsize length;
  const char *charset; /* NULL for UTF-8 */
} marks[] = {
  { { 0xef, 0xbb, 0xbf }, 3, NULL },
  { { 0xff, 0xfe }, 2, "UTF-16LE" },
  { { 0xfe, 0xff }, 2, "UTF-16BE" },
};

static gboolean
take_mark (WayByteSource *self, const guint8 head[PEEK], GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (GConverter) recode = NULL;

      if (memcmp (head, marks[i].bytes, marks[i].length) != 0)
        continue;
      if (g_input_stream_skip (self->top, marks[i].length, cancellable, error) < 0)
        return FALSE;
      if (marks[i].charset == NULL)
        return TRUE;

      recode = G_CONVERTER (g_charset_converter_new ("UTF-8", marks[i].charset, error));
      if (recode == NULL)
        return FALSE;
      add_converter (self, recode);
      self->wide = TRUE;

      return TRUE;
    }

  return TRUE;
}

/* Puts the layers on top of each other by what the first bytes say */
static gboolean
build_layers (WayByteSource *self, GCancellable *cancellable, GError **error)
{
  guint8 head[PEEK];

  self->top = g_object_ref (self->base);
  if (!peek (self, head, cancellable, error))
    return FALSE;

  if (head[0] == 0x1f && head[1] == 0x8b)
    {
      g_autoptr (GConverter) unpack
          = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));

      self->packed = TRUE;
      add_converter (self, unpack);
      if (!peek (self, head, cancellable, error))
        return FALSE;
    }

  return take_mark (self, head, cancellable, error);
}

guint64
way_byte_source_get_bound (WayByteSource *self, GCancellable *cancellable)
{
  /* What goes wrong here goes wrong again when it is read, and is told about then */
  if (self->top == NULL && !build_layers (self, cancellable, NULL))
    g_clear_object (&self->top);

  return self->packed ? self->size * MAX_PACKING : self->size;
}

guint64
way_byte_source_get_left (WayByteSource *self)
{
  return self->packed || self->n_read > self->size ? 0 : self->size - self->n_read;
}

gboolean
way_byte_source_sample (WayByteSource *self, guint64 offset, gpointer buffer, gsize size)
{
  if (self->fd < 0 || self->top == NULL || self->packed || self->wide)
    return FALSE;

  return pread (self->fd, buffer, size, (off_t)offset) == (gssize)size;
}

/* An error while reading, by the layer that it comes from */
static void
refuse_read (WayByteSource *self, GError **error, GError *cause)
{
  gboolean converting = g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_INVALID_DATA)
                        || g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);

  if (!converting)
    {
      refuse_gio (error, cause);
      return;
    }

  if (self->packed)
    way_refusal_set (error, WAY_REFUSAL_PACKING, cause->message);
  else
    way_refusal_set (error, WAY_REFUSAL_NOT_UTF8, NULL);
  g_error_free (cause);
}

gssize
way_byte_source_read (WayByteSource *self, guint8 *buffer, gsize size, GCancellable *cancellable,
                      GError **error)
{
  GError *cause = NULL;
  gsize n_read = 0;

  if (g_cancellable_set_error_if_cancelled (cancellable, &cause)
      || (self->top == NULL && !build_layers (self, cancellable, &cause))
      || !g_input_stream_read_all (self->top, buffer, size, &n_read, cancellable, &cause))
    {
      refuse_read (self, error, cause);
      return -1;
    }

  self->n_read += n_read;
  if (self->n_read > WAY_PLAN_MAX_BYTES)
    {
      way_refusal_set (error, WAY_REFUSAL_TOO_LARGE, NULL);
      return -1;
    }

  return (gssize)n_read;
}
