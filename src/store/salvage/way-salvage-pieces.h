/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where in a damaged plan records begin. For this room only.
 */
#pragma once

#include "way-schema.h"

G_BEGIN_DECLS

/**
 * WayPiece:
 * @start: of the record's start tag, in bytes
 * @end: where the next record begins, or the plan ends
 * @line: of @start
 * @kind: by the tag's name
 *
 * A record, and what else stands before the next one.
 */
typedef struct
{
  gsize start;
  gsize end;
  guint line;
  WayKind kind;
} WayPiece;

/**
 * WayPieces:
 * @pieces: (element-type WayPiece): the records, in the order of the file
 * @root: where the plan's own start tag begins; @root_end where it has none
 * @root_end: where the first record begins, or the plan ends
 * @is_whole: whether the plan's end tag is there
 */
typedef struct
{
  GArray *pieces;
  gsize root;
  gsize root_end;
  gboolean is_whole;
} WayPieces;

/**
 * way_pieces_find:
 *
 * A literal "<" cannot stand in a text or a value, so "<goal " begins a goal wherever it is found,
 * whatever the bytes before it have come to be.
 */
void way_pieces_find (WayPieces *self, const char *bytes, gsize length);
void way_pieces_clear (WayPieces *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayPieces, way_pieces_clear)

/**
 * way_piece_find_end:
 *
 * Returns: where the record itself ends by its tags, in bytes; @self->end where that is not to be
 *   seen
 */
gsize way_piece_find_end (const WayPiece *self, const char *bytes);

/**
 * way_piece_guess_called:
 *
 * Returns: (transfer full) (nullable): what stands between the tags of the field that the record is
 *   called by, %NULL when that is damaged, too
 */
char *way_piece_guess_called (const WayPiece *self, const char *bytes);

G_END_DECLS
