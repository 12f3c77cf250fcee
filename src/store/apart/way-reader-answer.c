/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes what the reader says for what it is worth.
 */
#include "way-reader-answer.h"

#include "way-check.h"
#include "way-reader-wire.h"
#include "way-unknown-check.h"

void
way_reader_answer_init (WayReaderAnswer *self)
{
  *self = (WayReaderAnswer){ 0 };
  self->plan = way_plan_new (NULL);
  self->blocks = way_block_reader_new ();
  self->report.diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)way_diagnostic_free);
}

void
way_reader_answer_clear (WayReaderAnswer *self)
{
  g_clear_object (&self->plan);
  g_clear_pointer (&self->blocks, way_block_reader_free);
  way_read_report_clear (&self->report);
  g_clear_error (&self->refusal);
}

/* What the reader finds sound has to be so for us, too */
static gboolean
is_sound (WayPlan *plan)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  for (guint i = 0; i < problems->len; i++)
    if (((const WayProblem *)g_ptr_array_index (problems, i))->severity == WAY_PROBLEM_ERROR)
      return FALSE;

  return TRUE;
}

/* The plan's own record is the last one: it is checked here while the reader checks it there */
static gboolean
take_record (WayReaderAnswer *self, const WayWireMessage *message)
{
  WayRecord *record = way_block_reader_read (self->blocks, message->bytes, message->size);
  gboolean is_last = record != NULL && way_record_get_kind (record) == WAY_KIND_PLAN;

  /* It is saved as it came: what a reader that a file has taken over put into it could close the
   * record and begin another */
  if (record != NULL && !way_unknown_is_sound (record))
    g_clear_pointer (&record, way_record_unref);
  if (record == NULL || self->has_root || !way_plan_add_loaded (self->plan, record))
    return FALSE;
  if (is_last)
    {
      self->has_root = TRUE;
      self->is_sound = is_sound (self->plan);
    }

  return TRUE;
}

/* FALSE when it is nothing that the reader says */
static gboolean
take_message (WayReaderAnswer *self, const WayWireMessage *message)
{
  WayDiagnostic *diagnostic;

  switch (message->type)
    {
    case WAY_WIRE_RECORD:
      return take_record (self, message);
    case WAY_WIRE_DIAGNOSTIC:
      diagnostic = way_wire_message_get_diagnostic (message);
      if (diagnostic == NULL || self->report.diagnostics->len >= WAY_MAX_DIAGNOSTICS)
        {
          g_clear_pointer (&diagnostic, way_diagnostic_free);
          return FALSE;
        }
      g_ptr_array_add (self->report.diagnostics, diagnostic);
      return TRUE;
    case WAY_WIRE_FORMAT:
      g_free (self->report.format);
      self->report.format = way_wire_message_get_text (message);
      return self->report.format != NULL;
    case WAY_WIRE_READ_ONLY:
      self->report.read_only = TRUE;
      return TRUE;
    case WAY_WIRE_REFUSED:
      self->refusal = way_wire_message_get_refusal (message);
      return self->refusal != NULL;
    case WAY_WIRE_DONE:
      self->is_done = TRUE;
      return TRUE;
    default:
      return FALSE;
    }
}

void
way_reader_answer_take (WayReaderAnswer *self, GInputStream *stream, GCancellable *cancellable)
{
  g_autoptr (WayWireReader) reader = way_wire_reader_new (stream);
  WayWireMessage message;

  while (!self->is_done && self->refusal == NULL
         && way_wire_reader_next (reader, &message, cancellable))
    if (!take_message (self, &message))
      return;
}

gboolean
way_reader_answer_is_whole (const WayReaderAnswer *self)
{
  return self->is_done && self->is_sound;
}
