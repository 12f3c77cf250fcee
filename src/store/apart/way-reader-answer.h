/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the process that reads a plan has said, put together and believed only as far as it makes
 * sense. For this room only.
 */
#pragma once

#include "way-plan-reader.h"
#include "way-record-block.h"

G_BEGIN_DECLS

/**
 * WayReaderAnswer:
 * @plan: the records that have come
 * @report: what else there is to say about the file
 * @refusal: (nullable): why the file is refused
 * @blocks: makes the records
 * @has_root: whether the last record has come
 * @is_sound: whether all of them together make a plan
 * @is_done: whether the reader has said that this is all
 */
typedef struct
{
  WayPlan *plan;
  WayReadReport report;
  GError *refusal;
  WayBlockReader *blocks;
  gboolean has_root;
  gboolean is_sound;
  gboolean is_done;
} WayReaderAnswer;

void way_reader_answer_init (WayReaderAnswer *self);
void way_reader_answer_clear (WayReaderAnswer *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayReaderAnswer, way_reader_answer_clear)

/**
 * way_reader_answer_take:
 * @stream: where the messages come from
 *
 * Reads on to the last message, or to where the answer stops making sense.
 */
void way_reader_answer_take (WayReaderAnswer *self, GInputStream *stream,
                             GCancellable *cancellable);

/**
 * way_reader_answer_is_whole:
 *
 * Returns: whether a sound plan has come, to its end
 */
gboolean way_reader_answer_is_whole (const WayReaderAnswer *self);

G_END_DECLS
