/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A search for start tags by their names alone.
 */
#include "way-salvage-pieces.h"

#include "way-text.h"

#include <string.h>

#define MAX_CALLED 400 /* bytes of a title in a list */

/* Whether a tag of that name begins at @at, which is after its "<" or "</" */
static gboolean
is_tag (const char *at, const char *end, const char *name, gsize length)
{
  if ((gsize)(end - at) <= length || memcmp (at, name, length) != 0)
    return FALSE;

  return g_ascii_isspace (at[length]) || at[length] == '>' || at[length] == '/';
}

/* The kind of the tag, WAY_KIND_PLAN included; NULL for the tags of fields and all else */
static const WayKindInfo *
find_kind (const char *at, const char *end)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind (kind);

      if (is_tag (at, end, info->xml_name, info->xml_length))
        return info;
    }

  return NULL;
}

static void
add_piece (WayPieces *self, gsize start, guint line, WayKind kind)
{
  WayPiece piece = { .start = start, .line = line, .kind = kind };

  if (self->pieces->len == 0)
    self->root_end = start;
  else
    g_array_index (self->pieces, WayPiece, self->pieces->len - 1).end = start;
  g_array_append_val (self->pieces, piece);
}

static void
end_last (WayPieces *self, gsize end)
{
  if (self->pieces->len > 0)
    g_array_index (self->pieces, WayPiece, self->pieces->len - 1).end = end;
  else
    self->root_end = end;
}

static guint
count_lines (const char *from, const char *to)
{
  guint n_lines = 0;

  while ((from = memchr (from, '\n', (gsize)(to - from))) != NULL)
    {
      n_lines++;
      from++;
    }

  return n_lines;
}

void
way_pieces_find (WayPieces *self, const char *bytes, gsize length)
{
  const WayKindInfo *plan = way_schema_get_kind (WAY_KIND_PLAN);
  const char *end = bytes + length;
  const char *counted = bytes;
  gsize last = length;
  gboolean has_root = FALSE;
  guint line = 1;

  self->pieces = g_array_new (FALSE, TRUE, sizeof (WayPiece));
  for (const char *at = bytes; (at = memchr (at, '<', (gsize)(end - at))) != NULL; at++)
    {
      const WayKindInfo *kind = find_kind (at + 1, end);

      if (kind == NULL)
        {
          if (end - at > 2 && at[1] == '/'
              && is_tag (at + 2, end, plan->xml_name, plan->xml_length))
            {
              self->is_whole = TRUE;
              last = (gsize)(at - bytes);
            }
          continue;
        }

      line += count_lines (counted, at);
      counted = at;
      if (kind->kind != WAY_KIND_PLAN)
        add_piece (self, (gsize)(at - bytes), line, kind->kind);
      else if (!has_root)
        self->root = (gsize)(at - bytes);
      has_root = has_root || kind->kind == WAY_KIND_PLAN;
    }

  /* An end tag in the middle, as of two files in one, ends nothing */
  if (self->pieces->len > 0
      && last < g_array_index (self->pieces, WayPiece, self->pieces->len - 1).start)
    last = length;
  end_last (self, last);
  if (!has_root || self->root > self->root_end)
    self->root = self->root_end;
}

void
way_pieces_clear (WayPieces *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
}

gsize
way_piece_find_end (const WayPiece *self, const char *bytes)
{
  const WayKindInfo *kind = way_schema_get_kind (self->kind);
  const char *begin = bytes + self->start;
  const char *end = bytes + self->end;
  const char *bracket = memchr (begin, '>', (gsize)(end - begin));

  if (bracket != NULL && bracket[-1] == '/')
    return (gsize)(bracket + 1 - bytes);

  for (const char *at = begin; (at = memchr (at, '<', (gsize)(end - at))) != NULL; at++)
    if (end - at > 2 && at[1] == '/' && is_tag (at + 2, end, kind->xml_name, kind->xml_length))
      {
        bracket = memchr (at, '>', (gsize)(end - at));
        return bracket != NULL ? (gsize)(bracket + 1 - bytes) : self->end;
      }

  return self->end;
}

/* The characters that a title is most likely to have, of those that XML writes in another way */
static char *
unescape (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "&lt;", "<", 0);
  g_string_replace (plain, "&gt;", ">", 0);
  g_string_replace (plain, "&quot;", "\"", 0);
  g_string_replace (plain, "&amp;", "&", 0);

  return g_string_free (plain, FALSE);
}

char *
way_piece_guess_called (const WayPiece *self, const char *bytes)
{
  WayField field = way_schema_get_kind (self->kind)->called;
  const char *end = bytes + self->end;
  const WayFieldInfo *info;
  g_autofree char *line = NULL;

  if (field == WAY_FIELD_NONE)
    return NULL;

  info = way_schema_get_field (field);
  for (const char *at = bytes + self->start; (at = memchr (at, '<', (gsize)(end - at))) != NULL;
       at++)
    {
      const char *text, *stop;

      if (!is_tag (at + 1, end, info->xml_name, info->xml_length))
        continue;

      text = at + 1 + info->xml_length + 1;
      stop = text < end ? memchr (text, '<', (gsize)(end - text)) : NULL;
      if (stop == NULL)
        stop = end;
      if (text >= stop)
        return NULL;

      if (!way_text_is_clean (text, (gsize)(stop - text)))
        return NULL;
      line = way_text_clean_line (text, MIN (stop - text, MAX_CALLED));
      return *line != '\0' ? unescape (line) : NULL;
    }

  return NULL;
}
