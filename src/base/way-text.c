/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that XML 1.0 can hold.
 */
#include "way-text.h"

#include <string.h>

/* XML 1.0, production 2 */
static gboolean
is_xml_char (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xd7ff)
         || (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

gboolean
way_text_is_clean (const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      gunichar c = (guchar)*text;

      if (c < 0x80)
        {
          if (c < 0x20 && c != '\t' && c != '\n')
            return FALSE;
          text++;
          continue;
        }

      c = g_utf8_get_char_validated (text, end - text);
      if (c >= 0x110000 || !is_xml_char (c))
        return FALSE;
      text = g_utf8_next_char (text);
    }

  return TRUE;
}

/* Appends @c as it is to be kept; @line says that there are to be no breaks in the text */
static void
append_clean (GString *clean, gunichar c, gboolean line)
{
  if (!is_xml_char (c))
    return;

  if (line && (c == '\n' || c == '\r' || c == '\t'))
    c = ' ';
  else if (c == '\r')
    c = '\n';

  g_string_append_unichar (clean, c);
}

static char *
clean_text (const char *text, gssize length, gboolean line)
{
  gsize bytes = length < 0 ? strlen (text) : (gsize)length;
  g_autofree char *valid = g_utf8_make_valid (text, (gssize)bytes);
  GString *clean = g_string_sized_new (bytes);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (at[0] == '\r' && at[1] == '\n')
        continue;
      append_clean (clean, g_utf8_get_char (at), line);
    }

  return g_string_free (clean, FALSE);
}

char *
way_text_clean (const char *text, gssize length)
{
  return clean_text (text, length, FALSE);
}

char *
way_text_clean_line (const char *text, gssize length)
{
  return g_strstrip (clean_text (text, length, TRUE));
}
