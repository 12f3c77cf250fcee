/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small machine over the markup of XML. What is ordinary is hopped over by many tags at a time;
 * only what is unusually long is looked at byte by byte.
 */
#include "way-xml-guard.h"

#include "way-plan-format.h"

#include <string.h>

/* A tag and the text after it that together are no longer have fewer than 256 attributes, for the
 * shortest, ` a=""`, has five bytes */
#define ORDINARY 1024

/* Between two marks in neighbouring pieces there is less than ORDINARY */
#define PIECE (ORDINARY / 2)

/* Escaped, a text may take more bytes than it has: this is the longest way to write a line break
 * that tools use */
#define MAX_ESCAPED_TEXT (8 * WAY_PLAN_MAX_TEXT)

typedef struct
{
  const char *data;
  const char *end;
  const char *markup; /* where the present markup began, or @data when that was earlier */
  GError **error;
} Scan;

/* Each takes bytes from @at on, and returns where the next state begins, or NULL when it refuses */
typedef const char *(*ScanFunc) (WayXmlGuard *self, Scan *scan, const char *at);

static const char *
refuse (Scan *scan, WayRefusal refusal)
{
  way_refusal_set (scan->error, refusal, NULL);

  return NULL;
}

static void
enter (WayXmlGuard *self, WayXmlGuardState state)
{
  self->state = state;
  self->length = 0;
  self->attributes = 0;
  self->matched = 0;
}

static const char *
scan_text (WayXmlGuard *self, Scan *scan, const char *at)
{
  const char *next = memchr (at, '<', (gsize)(scan->end - at));

  self->length += (gsize)((next != NULL ? next : scan->end) - at);
  if (self->length > MAX_ESCAPED_TEXT)
    return refuse (scan, WAY_REFUSAL_TEXT);
  if (next == NULL)
    return scan->end;

  enter (self, WAY_XML_GUARD_OPEN);
  scan->markup = next;

  return next + 1;
}

/* Whether a piece has a < in it, and none that is followed by ! or ?. Written so that the compiler
 * looks at many bytes at a time; it reads one byte more than the piece has. */
static gboolean
is_ordinary (const char *piece)
{
  guint8 any = 0, special = 0;

  for (guint i = 0; i < PIECE; i++)
    {
      guint8 mark = piece[i] == '<' ? 0xff : 0;
      guint8 bang = piece[i + 1] == '!' ? 0xff : 0;
      guint8 query = piece[i + 1] == '?' ? 0xff : 0;

      any |= mark;
      special |= (guint8)(mark & (bang | query));
    }

  return any != 0 && special == 0;
}

/* From behind one < to behind the last one that is reached by ordinary tags and texts only */
static const char *
hop (Scan *scan, const char *at)
{
  const char *end = at;
  const char *last;

  while (scan->end - end > PIECE && is_ordinary (end))
    end += PIECE;

  last = memrchr (at, '<', (gsize)(end - at));
  if (last == NULL)
    return at;

  scan->markup = last;

  return last + 1;
}

static const char *
scan_open (WayXmlGuard *self, Scan *scan, const char *at)
{
  const char *next;

  if (*at == '!' || *at == '?')
    {
      enter (self, *at == '!' ? WAY_XML_GUARD_BANG : WAY_XML_GUARD_INSTRUCTION);
      return at + 1;
    }

  next = hop (scan, at);
  if (next > at)
    return next;

  next = memchr (at, '<', MIN ((gsize)(scan->end - at), ORDINARY));
  if (next == NULL)
    {
      enter (self, WAY_XML_GUARD_TAG);
      return at;
    }

  scan->markup = next;

  return next + 1;
}

static const char *
scan_bang (WayXmlGuard *self, Scan *scan, const char *at)
{
  if (*at != '-' && *at != '[')
    return refuse (scan, WAY_REFUSAL_DOCTYPE);

  enter (self, *at == '-' ? WAY_XML_GUARD_DASH : WAY_XML_GUARD_CDATA);

  return at + 1;
}

static const char *
scan_dash (WayXmlGuard *self, Scan *scan, const char *at)
{
  enter (self, WAY_XML_GUARD_COMMENT);

  return at + 1;
}

/* What each kind of value ends with */
static const char closing[] = { [WAY_XML_GUARD_DOUBLE] = '"', [WAY_XML_GUARD_SINGLE] = '\'' };

/* How many bytes of a value, and of those that a tag may still have, come before a byte that means
 * something */
static gsize
count_plain (const WayXmlGuard *self, const char *at, const char *end)
{
  gsize n = MIN ((gsize)(end - at), WAY_PLAN_MAX_TAG - 2 - self->length);
  const char *stop = memchr (at, closing[self->state], n);

  n = stop != NULL ? (gsize)(stop - at) : n;
  stop = memchr (at, '<', n);

  return stop != NULL ? (gsize)(stop - at) : n;
}

/* One byte of a tag; where quotation marks are left open, < ends the tag, as it does for the parser
 */
static void
step_in_tag (WayXmlGuard *self, char c)
{
  if (self->state != WAY_XML_GUARD_TAG)
    {
      if (c == closing[self->state])
        self->state = WAY_XML_GUARD_TAG;
    }
  else if (c == '"')
    self->state = WAY_XML_GUARD_DOUBLE;
  else if (c == '\'')
    self->state = WAY_XML_GUARD_SINGLE;
  else if (c == '=')
    self->attributes++;
}

static const char *
scan_tag (WayXmlGuard *self, Scan *scan, const char *at)
{
  for (; at < scan->end; at++)
    {
      if (self->state != WAY_XML_GUARD_TAG)
        {
          gsize n = count_plain (self, at, scan->end);

          self->length += n;
          at += n;
          if (at == scan->end)
            break;
        }

      if (*at == '<')
        {
          enter (self, WAY_XML_GUARD_OPEN);
          scan->markup = at;
          return at + 1;
        }
      if (*at == '>' && self->state == WAY_XML_GUARD_TAG)
        {
          enter (self, WAY_XML_GUARD_TEXT);
          return at + 1;
        }

      step_in_tag (self, *at);
      if (self->attributes > WAY_PLAN_MAX_ATTRIBUTES)
        return refuse (scan, WAY_REFUSAL_ATTRIBUTES);
      if (++self->length > WAY_PLAN_MAX_TAG - 2) /* its < and > are bytes too */
        return refuse (scan, WAY_REFUSAL_TAG);
    }

  return at;
}

/* How each construct ends: a byte, so many times, and > */
static const struct
{
  char byte;
  guint times;
} closings[] = {
  [WAY_XML_GUARD_COMMENT] = { '-', 2 },
  [WAY_XML_GUARD_CDATA] = { ']', 2 },
  [WAY_XML_GUARD_INSTRUCTION] = { '?', 1 },
};

static const char *
scan_construct (WayXmlGuard *self, Scan *scan, const char *at)
{
  char byte = closings[self->state].byte;
  guint times = closings[self->state].times;

  for (; at < scan->end; at++)
    {
      if (*at == '>' && self->matched == times)
        {
          enter (self, WAY_XML_GUARD_TEXT);
          return at + 1;
        }

      self->matched = *at == byte ? MIN (self->matched + 1, times) : 0;
      if (++self->length > WAY_PLAN_MAX_TEXT + times) /* what closes it counts along */
        return refuse (scan, WAY_REFUSAL_TEXT);
    }

  return at;
}

static const ScanFunc scanners[] = {
  [WAY_XML_GUARD_TEXT] = scan_text,       [WAY_XML_GUARD_OPEN] = scan_open,
  [WAY_XML_GUARD_BANG] = scan_bang,       [WAY_XML_GUARD_DASH] = scan_dash,
  [WAY_XML_GUARD_TAG] = scan_tag,         [WAY_XML_GUARD_DOUBLE] = scan_tag,
  [WAY_XML_GUARD_SINGLE] = scan_tag,      [WAY_XML_GUARD_COMMENT] = scan_construct,
  [WAY_XML_GUARD_CDATA] = scan_construct, [WAY_XML_GUARD_INSTRUCTION] = scan_construct,
};

gboolean
way_xml_guard_scan (WayXmlGuard *self, const char *data, gsize length, gsize *safe, GError **error)
{
  Scan scan = { data, data + length, data, error };
  const char *at = data;

  while (at != NULL && at < scan.end)
    at = scanners[self->state](self, &scan, at);

  if (at != NULL)
    return TRUE;

  *safe = (gsize)(scan.markup - data);

  return FALSE;
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Each of these four takes what it is about off the front of @at, and says whether it was there */

static gboolean
take_word (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;

  *at += strlen (word);

  return TRUE;
}

static gboolean
take_blanks (const char **at)
{
  const char *from = *at;

  while (is_blank (**at))
    (*at)++;

  return *at != from;
}

/* What is between two quotes of a kind, which the caller frees */
static gboolean
take_quoted (const char **at, char **value)
{
  char quote = **at;
  const char *end = quote == '"' || quote == '\'' ? strchr (*at + 1, quote) : NULL;

  if (end == NULL)
    return FALSE;

  *value = g_strndup (*at + 1, (gsize)(end - *at - 1));
  *at = end + 1;

  return TRUE;
}

/* With the blanks before it; nothing is taken when another name stands there */
static gboolean
take_attribute (const char **at, const char *name, char **value)
{
  const char *next = *at;

  if (!take_blanks (&next) || !take_word (&next, name))
    return FALSE;
  take_blanks (&next);
  if (!take_word (&next, "="))
    return FALSE;
  take_blanks (&next);
  if (!take_quoted (&next, value))
    return FALSE;

  *at = next;

  return TRUE;
}

static gboolean
is_encoding_name (const char *name)
{
  return g_ascii_isalpha (*name)
         && name[strspn (name, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "._-")] == '\0';
}

/* XML 1.0, production 23, with any encoding. It is a few words, for which no library of patterns
 * needs to be in memory. */
static gboolean
read_declaration (const char *at, char **encoding)
{
  g_autofree char *version = NULL;
  g_autofree char *standalone = NULL;

  if (!take_word (&at, "<?xml") || !take_attribute (&at, "version", &version)
      || !g_str_equal (version, "1.0"))
    return FALSE;
  if (take_attribute (&at, "encoding", encoding) && !is_encoding_name (*encoding))
    return FALSE;
  if (take_attribute (&at, "standalone", &standalone) && !g_str_equal (standalone, "yes")
      && !g_str_equal (standalone, "no"))
    return FALSE;
  take_blanks (&at);

  return g_str_equal (at, "?>");
}

static gboolean
check_declaration (const char *declaration, gboolean wide, GError **error)
{
  g_autofree char *encoding = NULL;

  if (!read_declaration (declaration, &encoding))
    return way_refusal_set (error, WAY_REFUSAL_DECLARATION, declaration);

  if (encoding == NULL || g_ascii_strcasecmp (encoding, "UTF-8") == 0
      || (wide && g_ascii_strncasecmp (encoding, "UTF-16", 6) == 0))
    return TRUE;

  return way_refusal_set (error, WAY_REFUSAL_ENCODING, encoding);
}

/* Line breaks stay, so that lines count as they stand in the file */
static void
blank_out (char *data, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (data[i] != '\n')
      data[i] = ' ';
}

gboolean
way_xml_guard_take_declaration (char *data, gsize length, gboolean wide, GError **error)
{
  gsize at = 0;

  if (length == 0)
    return way_refusal_set (error, WAY_REFUSAL_EMPTY, NULL);

  if (length > 6 && memcmp (data, "<?xml", 5) == 0 && is_blank (data[5]))
    {
      const char *end = memmem (data, MIN (length, ORDINARY), "?>", 2);
      gsize size = end != NULL ? (gsize)(end - data) + 2 : MIN (length, ORDINARY);
      g_autofree char *declaration = g_strndup (data, size);

      if (!check_declaration (declaration, wide, error))
        return FALSE;
      blank_out (data, size);
    }

  /* A first byte that is neither blank nor < would let the parser guess at encodings, and so would
   * < before a NUL */
  while (at < length && is_blank (data[at]))
    at++;
  if (at + 1 < length && data[at] == '<' && data[at + 1] == '\0')
    return way_refusal_set (error, WAY_REFUSAL_ENCODING, "UTF-16, without a mark");
  if (at == length || data[at] != '<')
    return way_refusal_set (error, WAY_REFUSAL_NOT_XML, NULL);

  return TRUE;
}
