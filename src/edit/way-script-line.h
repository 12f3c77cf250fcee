/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The lines of an edit script and the words in them. Internal to the room.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayScriptLine:
 * @number: of its first line in the script, from 1
 * @words: the command, and what follows it, without the quotes
 * @is_used: whether a word has been taken
 *
 * A word with a key, as in key=value, has its place anywhere; the others count from the left.
 */
typedef struct
{
  guint number;
  char **words;
  guint n_words;
  gboolean *is_used;
} WayScriptLine;

void way_script_line_clear (WayScriptLine *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayScriptLine, way_script_line_clear)

/**
 * WayScriptReader:
 * @cursor: what comes next
 * @end: after the last byte
 * @number: of the line that comes next
 */
typedef struct
{
  const char *cursor;
  const char *end;
  guint number;
} WayScriptReader;

/**
 * way_script_reader_next:
 * @line: (out): the next line that is not empty or a comment; clear it
 *
 * A quote may run over several lines.
 *
 * Returns: FALSE at the end of the script, and with @error set when a line has an open quote
 */
gboolean way_script_reader_next (WayScriptReader *self, WayScriptLine *line, GError **error);

/**
 * way_script_line_take_place:
 * @place: 0 for the command itself
 *
 * Returns: (nullable) (transfer none): the word at that place; %NULL when there is none, or it has
 * a key
 */
const char *way_script_line_take_place (WayScriptLine *self, guint place);

/**
 * way_script_line_take_value:
 *
 * Returns: (nullable) (transfer none): the value of @key, %NULL when it is not given
 */
const char *way_script_line_take_value (WayScriptLine *self, const char *key);

/**
 * way_script_line_take_pair:
 * @key: (out) (transfer full): the key of the next word with one
 *
 * Returns: (nullable) (transfer none): its value, %NULL when all have been taken
 */
const char *way_script_line_take_pair (WayScriptLine *self, char **key);

/**
 * way_script_line_get_unused:
 *
 * Returns: (nullable) (transfer none): the first word that nothing has taken
 */
const char *way_script_line_get_unused (const WayScriptLine *self);

G_END_DECLS
