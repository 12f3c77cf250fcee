/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the process that reads a plan tells the one that asked for it: framed messages through a
 * pipe. For this room only.
 *
 * Both ends are of the same build, so a message is its structures' bytes; the end that asked still
 * believes none of them unseen.
 */
#pragma once

#include "way-diagnostic.h"
#include "way-plan.h"
#include "way-record-block.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayWireType:
 * @WAY_WIRE_RECORD: a record's block
 * @WAY_WIRE_DIAGNOSTIC: something to be said about the file
 * @WAY_WIRE_FORMAT: the version that the file says it has
 * @WAY_WIRE_READ_ONLY: it is of a newer major version
 * @WAY_WIRE_REFUSED: a #WayStoreError and the line for people; the last message
 * @WAY_WIRE_DONE: all records have come; the last message
 */
typedef enum
{
  WAY_WIRE_RECORD,
  WAY_WIRE_DIAGNOSTIC,
  WAY_WIRE_FORMAT,
  WAY_WIRE_READ_ONLY,
  WAY_WIRE_REFUSED,
  WAY_WIRE_DONE,
} WayWireType;

/* Sending */

typedef struct _WayWireWriter WayWireWriter;

/**
 * way_wire_writer_new:
 * @fd: where to; stays the caller's
 */
WayWireWriter *way_wire_writer_new (int fd);
void way_wire_writer_free (WayWireWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWireWriter, way_wire_writer_free)

void way_wire_writer_add (WayWireWriter *self, WayWireType type, gconstpointer bytes, gsize size);
void way_wire_writer_add_record (WayWireWriter *self, const WayRecord *record);

/* All records, the plan's own last, as when a plan is read */
void way_wire_writer_add_plan (WayWireWriter *self, WayPlan *plan);
void way_wire_writer_add_diagnostic (WayWireWriter *self, const WayDiagnostic *diagnostic);
void way_wire_writer_add_refusal (WayWireWriter *self, const GError *error);

/**
 * way_wire_writer_flush:
 *
 * Returns: whether all that was added is in the pipe
 */
gboolean way_wire_writer_flush (WayWireWriter *self);

/* Receiving */

/**
 * WayWireMessage:
 * @type: what it is
 * @bytes: (array length=size): its content, up to the next message
 * @size: how many
 */
typedef struct
{
  WayWireType type;
  const char *bytes;
  gsize size;
} WayWireMessage;

typedef struct _WayWireReader WayWireReader;

WayWireReader *way_wire_reader_new (GInputStream *stream);
void way_wire_reader_free (WayWireReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayWireReader, way_wire_reader_free)

/**
 * way_wire_reader_next:
 * @message: (out): set on success
 *
 * Returns: FALSE where the pipe ends, or what comes is no message
 */
gboolean way_wire_reader_next (WayWireReader *self, WayWireMessage *message,
                               GCancellable *cancellable);

/**
 * way_wire_message_get_text:
 *
 * Returns: (transfer full) (nullable): the content of a message that is nothing but clean text
 */
char *way_wire_message_get_text (const WayWireMessage *self);

/**
 * way_wire_message_get_diagnostic:
 *
 * Returns: (transfer full) (nullable): the diagnostic, %NULL when it is none
 */
WayDiagnostic *way_wire_message_get_diagnostic (const WayWireMessage *self);

/**
 * way_wire_message_get_refusal:
 *
 * Returns: (transfer full) (nullable): an error of the domain WAY_STORE_ERROR, %NULL when it is
 * none
 */
GError *way_wire_message_get_refusal (const WayWireMessage *self);

G_END_DECLS
