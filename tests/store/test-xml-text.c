/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Escaping finds every byte that means something, wherever in a text it stands.
 */
#include "way-xml-text.h"

#define LONGEST 50

static const struct
{
  char byte;
  const char *escaped[3]; /* by WayXmlEscape */
} cases[] = {
  { '&', { "&amp;", "&amp;", "&amp;" } },
  { '<', { "&lt;", "&lt;", "&lt;" } },
  { '>', { "&gt;", "&gt;", "&gt;" } },
  { '"', { "\"", "&quot;", "\"" } },
  { '\n', { "&#10;", "&#10;", "\n" } },
  { '\t', { "&#9;", "&#9;", "\t" } },
  { '\r', { "&#13;", "&#13;", "&#13;" } },
  { ' ', { " ", " ", " " } },
  { '=', { "=", "=", "=" } },
  { '\'', { "'", "'", "'" } },
  { '\xc3', { "\xc3", "\xc3", "\xc3" } },
  { '\xbc', { "\xbc", "\xbc", "\xbc" } },
};

static void
test_escapes_in_every_place (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint escape = WAY_XML_ESCAPE_TEXT; escape <= WAY_XML_ESCAPE_VERBATIM; escape++)
      for (guint length = 1; length <= LONGEST; length++)
        for (guint place = 0; place < length; place++)
          {
            g_autofree char *text = g_strnfill (length, 'a');
            g_autofree char *rest = g_strnfill (length - place - 1, 'a');
            g_autoptr (GString) expected = g_string_new_len (text, place);
            g_autoptr (GString) found = g_string_new (NULL);

            text[place] = cases[i].byte;
            g_string_append_printf (expected, "%s%s", cases[i].escaped[escape], rest);
            way_xml_append_escaped (found, text, length, (WayXmlEscape)escape);
            g_assert_cmpstr (found->str, ==, expected->str);
          }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/xml-text/escapes-in-every-place", test_escapes_in_every_place);

  return g_test_run ();
}
