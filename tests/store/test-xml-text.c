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

/* Longer than room is made for at once, all of it escaped */
static void
test_escapes_long_texts (void)
{
  for (guint length = 500; length <= 1100; length++)
    {
      g_autofree char *text = g_strnfill (length, '"');
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GString) found = g_string_new ("before");

      for (guint i = 0; i < length; i++)
        g_string_append (expected, "&quot;");
      way_xml_append_escaped (found, text, length, WAY_XML_ESCAPE_ATTRIBUTE);
      g_assert_true (g_str_has_prefix (found->str, "before"));
      g_assert_cmpstr (found->str + strlen ("before"), ==, expected->str);
      g_assert_cmpuint (found->len, ==, strlen (found->str));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/xml-text/escapes-in-every-place", test_escapes_in_every_place);
  g_test_add_func ("/store/xml-text/escapes-long-texts", test_escapes_long_texts);

  return g_test_run ();
}
