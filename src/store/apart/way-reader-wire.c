/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Frames of a type and a length, gathered into large pieces for the pipe.
 */
#include "way-reader-wire.h"

#include "way-store-error.h"
#include "way-text.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#define PIECE (256 * 1024)
#define MAX_MESSAGE                                                                                \
  (64 * 1024 * 1024) /* far more than the bounds on tags and texts let a record be */

typedef struct
{
  guint32 type;
  guint32 size;
} Frame;

typedef struct
{
  guint32 severity;
  guint32 line;
  guint32 kind;
  WayId id;
  guint32 has_called; /* then three texts follow, otherwise two, each ended by NUL */
} DiagnosticHead;

struct _WayWireWriter
{
  int fd;
  GByteArray *bytes;
  gboolean failed; /* nobody listens any more */
};

WayWireWriter *
way_wire_writer_new (int fd)
{
  WayWireWriter *self = g_new0 (WayWireWriter, 1);

  self->fd = fd;
  self->bytes = g_byte_array_sized_new (2 * PIECE);

  return self;
}

void
way_wire_writer_free (WayWireWriter *self)
{
  g_byte_array_unref (self->bytes);
  g_free (self);
}

gboolean
way_wire_writer_flush (WayWireWriter *self)
{
  gsize written = 0;

  while (!self->failed && written < self->bytes->len)
    {
      gssize length = write (self->fd, self->bytes->data + written, self->bytes->len - written);

      if (length >= 0)
        written += (gsize)length;
      else if (errno != EINTR)
        self->failed = TRUE;
    }
  g_byte_array_set_size (self->bytes, 0);

  return !self->failed;
}

void
way_wire_writer_add (WayWireWriter *self, WayWireType type, gconstpointer bytes, gsize size)
{
  Frame frame = { type, (guint32)size };
  gsize begin = self->bytes->len;

  g_byte_array_set_size (self->bytes, (guint)(begin + sizeof frame + size));
  memcpy (self->bytes->data + begin, &frame, sizeof frame);
  if (size > 0)
    memcpy (self->bytes->data + begin + sizeof frame, bytes, size);
  if (self->bytes->len >= PIECE)
    way_wire_writer_flush (self);
}

void
way_wire_writer_add_record (WayWireWriter *self, const WayRecord *record)
{
  gsize size;
  gconstpointer block = way_record_get_block (record, &size);

  way_wire_writer_add (self, WAY_WIRE_RECORD, block, size);
}

void
way_wire_writer_add_plan (WayWireWriter *self, WayPlan *plan)
{
  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        way_wire_writer_add_record (self, records[i]);
    }
  way_wire_writer_add_record (self, way_plan_get_root (plan));
}

static void
append_string (GByteArray *bytes, const char *text)
{
  g_byte_array_append (bytes, (const guint8 *)text, (guint)strlen (text) + 1);
}

void
way_wire_writer_add_diagnostic (WayWireWriter *self, const WayDiagnostic *diagnostic)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  DiagnosticHead head = {
    .severity = diagnostic->severity,
    .line = diagnostic->line,
    .kind = diagnostic->kind,
    .id = diagnostic->id,
    .has_called = diagnostic->called != NULL,
  };

  g_byte_array_append (bytes, (const guint8 *)&head, sizeof head);
  if (diagnostic->called != NULL)
    append_string (bytes, diagnostic->called);
  append_string (bytes, diagnostic->text);
  append_string (bytes, diagnostic->remedy);
  way_wire_writer_add (self, WAY_WIRE_DIAGNOSTIC, bytes->data, bytes->len);
}

void
way_wire_writer_add_refusal (WayWireWriter *self, const GError *error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint32 code = (guint32)error->code;

  g_byte_array_append (bytes, (const guint8 *)&code, sizeof code);
  g_byte_array_append (bytes, (const guint8 *)error->message, (guint)strlen (error->message));
  way_wire_writer_add (self, WAY_WIRE_REFUSED, bytes->data, bytes->len);
}

struct _WayWireReader
{
  GInputStream *stream;
  char *buffer;
  gsize size; /* of the buffer */
  gsize at;   /* what of it has been given out */
  gsize end;  /* what of it is filled */
};

WayWireReader *
way_wire_reader_new (GInputStream *stream)
{
  WayWireReader *self = g_new0 (WayWireReader, 1);

  self->stream = g_object_ref (stream);
  self->size = PIECE;
  self->buffer = g_malloc (self->size);

  return self;
}

void
way_wire_reader_free (WayWireReader *self)
{
  g_object_unref (self->stream);
  g_free (self->buffer);
  g_free (self);
}

/* Has @size bytes at hand from where the last message ended */
static gboolean
fill (WayWireReader *self, gsize size, GCancellable *cancellable)
{
  if (self->end - self->at >= size)
    return TRUE;

  memmove (self->buffer, self->buffer + self->at, self->end - self->at);
  self->end -= self->at;
  self->at = 0;
  if (size > self->size)
    {
      self->size = size;
      self->buffer = g_realloc (self->buffer, size);
    }

  while (self->end < size)
    {
      gssize length = g_input_stream_read (self->stream, self->buffer + self->end,
                                           self->size - self->end, cancellable, NULL);

      if (length <= 0)
        return FALSE;
      self->end += (gsize)length;
    }

  return TRUE;
}

gboolean
way_wire_reader_next (WayWireReader *self, WayWireMessage *message, GCancellable *cancellable)
{
  Frame frame;

  if (!fill (self, sizeof frame, cancellable))
    return FALSE;
  memcpy (&frame, self->buffer + self->at, sizeof frame);
  if (frame.type > WAY_WIRE_DONE || frame.size > MAX_MESSAGE
      || !fill (self, sizeof frame + frame.size, cancellable))
    return FALSE;

  *message = (WayWireMessage){ frame.type, self->buffer + self->at + sizeof frame, frame.size };
  self->at += sizeof frame + frame.size;

  return TRUE;
}

char *
way_wire_message_get_text (const WayWireMessage *self)
{
  return way_text_is_clean (self->bytes, self->size) ? g_strndup (self->bytes, self->size) : NULL;
}

/* Takes a text that ends in NUL off the front */
static char *
take_string (const char **at, const char *end)
{
  const char *stop = memchr (*at, '\0', (gsize)(end - *at));
  const char *text = *at;

  if (stop == NULL || !way_text_is_clean (text, (gsize)(stop - text)))
    return NULL;
  *at = stop + 1;

  return g_strdup (text);
}

WayDiagnostic *
way_wire_message_get_diagnostic (const WayWireMessage *self)
{
  g_autoptr (WayDiagnostic) diagnostic = g_new0 (WayDiagnostic, 1);
  const char *at = self->bytes + sizeof (DiagnosticHead);
  const char *end = self->bytes + self->size;
  DiagnosticHead head;

  if (self->size < sizeof head)
    return NULL;

  memcpy (&head, self->bytes, sizeof head);
  if (head.severity > WAY_DIAGNOSTIC_WARNING || head.kind > WAY_N_KINDS)
    return NULL;

  diagnostic->severity = head.severity;
  diagnostic->line = head.line;
  diagnostic->kind = head.kind;
  diagnostic->id = head.id;
  if (head.has_called != 0 && (diagnostic->called = take_string (&at, end)) == NULL)
    return NULL;
  diagnostic->text = take_string (&at, end);
  diagnostic->remedy = diagnostic->text != NULL ? take_string (&at, end) : NULL;

  return diagnostic->remedy != NULL ? g_steal_pointer (&diagnostic) : NULL;
}

GError *
way_wire_message_get_refusal (const WayWireMessage *self)
{
  guint32 code;
  gsize length = self->size - sizeof code;
  g_autofree char *text = NULL;

  if (self->size <= sizeof code || !way_text_is_clean (self->bytes + sizeof code, length))
    return NULL;

  memcpy (&code, self->bytes, sizeof code);
  if (code > WAY_STORE_ERROR_WRITE)
    return NULL;
  text = g_strndup (self->bytes + sizeof code, length);

  return g_error_new_literal (WAY_STORE_ERROR, (int)code, text);
}
