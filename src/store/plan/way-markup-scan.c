/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The words of the grammar that WayCapture writes. It is less than XML: a value is always in
 * quotation marks, and of a character there is one form only.
 */
#include "way-markup-scan.h"

#include "way-plan-format.h"

#include <string.h>

#define MAX_ESCAPED (8 * WAY_PLAN_MAX_TEXT) /* as the guard has it */

gboolean
way_span_is (WaySpan span, const char *text)
{
  return strlen (text) == span.length && memcmp (span.at, text, span.length) == 0;
}

gboolean
way_span_equal (WaySpan a, WaySpan b)
{
  return a.length == b.length && memcmp (a.at, b.at, a.length) == 0;
}

WaySpan
way_span_between (const char *start, const char *end)
{
  return (WaySpan){ start, (gsize)(end - start) };
}

gboolean
way_scan_skip (WayScan *self, const char *text)
{
  gsize length = strlen (text);

  if (strncmp (self->at, text, length) != 0)
    return FALSE;
  self->at += length;

  return TRUE;
}

/* Names */

/* NameStartChar of XML 1.0, fifth edition, without the colon */
static const gunichar name_starts[][2] = {
  { 'A', 'Z' },       { '_', '_' },       { 'a', 'z' },         { 0xc0, 0xd6 },
  { 0xd8, 0xf6 },     { 0xf8, 0x2ff },    { 0x370, 0x37d },     { 0x37f, 0x1fff },
  { 0x200c, 0x200d }, { 0x2070, 0x218f }, { 0x2c00, 0x2fef },   { 0x3001, 0xd7ff },
  { 0xf900, 0xfdcf }, { 0xfdf0, 0xfffd }, { 0x10000, 0xeffff },
};

static const gunichar name_rests[][2] = {
  { '-', '.' }, { '0', '9' }, { 0xb7, 0xb7 }, { 0x300, 0x36f }, { 0x203f, 0x2040 },
};

static gboolean
is_within (gunichar c, const gunichar ranges[][2], guint n_ranges)
{
  for (guint i = 0; i < n_ranges; i++)
    if (c >= ranges[i][0] && c <= ranges[i][1])
      return TRUE;

  return FALSE;
}

static gboolean
way_scan_take_part (WayScan *self, WaySpan *part)
{
  const char *start = self->at;

  for (;; self->at = g_utf8_next_char (self->at))
    {
      gunichar c = g_utf8_get_char (self->at);

      if (!is_within (c, name_starts, G_N_ELEMENTS (name_starts))
          && (self->at == start || !is_within (c, name_rests, G_N_ELEMENTS (name_rests))))
        break;
    }
  *part = way_span_between (start, self->at);

  return part->length > 0;
}

gboolean
way_scan_take_name (WayScan *self, WayMarkupName *name)
{
  *name = (WayMarkupName){ { self->at, 0 }, { NULL, 0 } };
  if (!way_scan_take_part (self, &name->name))
    return FALSE;
  if (!way_scan_skip (self, ":"))
    return TRUE;

  name->prefix = name->name;

  return way_scan_take_part (self, &name->name);
}

/* Text */

static gboolean
skip_reference (WayScan *self, const char *const *references)
{
  for (; *references != NULL; references++)
    if (way_scan_skip (self, *references))
      return TRUE;

  return FALSE;
}

/* The text is clean, so only what is escaped is to be looked for */
static gboolean
way_scan_take_value (WayScan *self, WaySpan *value)
{
  static const char *const references[]
      = { "&amp;", "&lt;", "&gt;", "&quot;", "&#10;", "&#9;", "&#13;", NULL };
  const char *start;

  if (!way_scan_skip (self, "=\""))
    return FALSE;

  start = self->at;
  while (*self->at != '"')
    {
      self->at += strcspn (self->at, "&<>\"\n\t\r");
      if (*self->at != '"' && !skip_reference (self, references))
        return FALSE;
    }
  *value = way_span_between (start, self->at++);

  return TRUE;
}

/* Up to the next tag; a text that stands by itself is one line at least */
gboolean
way_scan_take_text (WayScan *self)
{
  static const char *const references[] = { "&amp;", "&lt;", "&gt;", "&#13;", NULL };
  const char *start = self->at;

  for (;;)
    {
      self->at += strcspn (self->at, "&<>\r");
      if (*self->at == '<' || *self->at == '\0')
        break;
      if (!skip_reference (self, references))
        return FALSE;
    }

  return self->at - start <= MAX_ESCAPED;
}

gboolean
way_scan_take_comment (WayScan *self)
{
  const char *end = strstr (self->at, "--");

  /* Two dashes end a comment, or are not allowed in it */
  if (end == NULL || end[2] != '>')
    return FALSE;
  self->at = end + 3;

  return TRUE;
}

/* XML 1.0, production 17, and the two names that were given out since: what else begins so is
 * kept for standards to come, and the parser does not take it */
static gboolean
is_reserved (WaySpan target)
{
  return target.length >= 3 && g_ascii_strncasecmp (target.at, "xml", 3) == 0
         && !way_span_is (target, "xml-stylesheet") && !way_span_is (target, "xml-model");
}

gboolean
way_scan_take_instruction (WayScan *self)
{
  WaySpan target;
  const char *end;

  if (!way_scan_take_part (self, &target) || is_reserved (target))
    return FALSE;
  if (way_scan_skip (self, "?>"))
    return TRUE;

  end = strstr (self->at, "?>");
  if (*self->at != ' ' || end == NULL || g_ascii_isspace (self->at[1]))
    return FALSE;
  self->at = end + 2;

  return TRUE;
}

/* What is before the first colon, with it; nothing of an address that is relative to another */
static gboolean
skip_scheme (const char **at, const char *end)
{
  const char *c = *at;

  while (c < end && strchr (":/?#&", *c) == NULL)
    c++;
  if (c == end || *c != ':')
    return TRUE;

  if (!g_ascii_isalpha (**at))
    return FALSE;
  for (const char *letter = *at; letter < c; letter++)
    if (!g_ascii_isalnum (*letter) && strchr ("+.-", *letter) == NULL)
      return FALSE;
  *at = c + 1;

  return *at < end;
}

/* A host's name and its port */
static gboolean
skip_host (const char **at, const char *end)
{
  const char *c = *at;

  if (end - c < 2 || c[0] != '/' || c[1] != '/')
    return TRUE;

  c += 2;
  while (c < end && (g_ascii_isalnum (*c) || strchr (".-", *c) != NULL))
    c++;
  if (c < end && *c == ':')
    c++;
  while (c < end && c[-1] != '/' && g_ascii_isdigit (*c))
    c++;
  *at = c;

  return c == end || strchr ("/?#", *c) != NULL;
}

/* The parser is content with more, such as addresses of persons or by number; nobody names a
 * namespace so. An ampersand it takes for the beginning of a fragment, since it has a reference
 * with # for it. */
gboolean
way_span_is_uri (WaySpan uri)
{
  const char *end = uri.at + uri.length;
  const char *at = uri.at;
  guint n_fragments = 0;

  if (at == end || !skip_scheme (&at, end) || !skip_host (&at, end))
    return FALSE;

  for (; at < end; at++)
    if (*at == '%')
      {
        if (end - at < 3 || !g_ascii_isxdigit (at[1]) || !g_ascii_isxdigit (at[2]))
          return FALSE;
      }
    else if (end - at >= 5 && strncmp (at, "&amp;", 5) == 0)
      {
        at += 4;
        if (++n_fragments > 1)
          return FALSE;
      }
    else if (*at == '#' ? ++n_fragments > 1
                        : !g_ascii_isalnum (*at) && strchr ("._~!$'()*+,;=:@/?-", *at) == NULL)
      return FALSE;

  return TRUE;
}

gboolean
way_scan_take_attribute (WayScan *self, WayMarkupAttribute *attribute)
{
  if (!way_scan_take_name (self, &attribute->name)
      || !way_scan_take_value (self, &attribute->value))
    return FALSE;

  attribute->is_declaration = way_span_is (attribute->name.prefix, "xmlns");
  if (attribute->name.prefix.length == 0 && way_span_is (attribute->name.name, "xmlns"))
    {
      attribute->is_declaration = TRUE;
      attribute->name.name.length = 0;
    }

  return TRUE;
}

/* The parser has an opinion on one of the names that need no declaration */
gboolean
way_markup_attribute_is_legal (const WayMarkupAttribute *attribute)
{
  return !way_span_is (attribute->name.prefix, "xml")
         || !way_span_is (attribute->name.name, "space")
         || way_span_is (attribute->value, "default") || way_span_is (attribute->value, "preserve");
}
