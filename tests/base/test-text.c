/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-text.h"

#include <string.h>

static void
test_clean_drops_what_xml_cannot_hold (void)
{
  static const struct
  {
    const char *dirty;
    const char *clean;
    const char *line;
  } cases[] = {
    { "plain", "plain", "plain" },
    { "a\vb\001c\033d", "abcd", "abcd" },
    { "one\r\ntwo\rthree\n", "one\ntwo\nthree\n", "one two three" },
    { "\ttab ", "\ttab ", "tab" },
    { "caf\303\251 \360\237\251\272", "caf\303\251 \360\237\251\272",
      "caf\303\251 \360\237\251\272" },
    { "bad \377 byte", "bad \357\277\275 byte", "bad \357\277\275 byte" },
    { "no\357\277\276char", "nochar", "nochar" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = way_text_clean (cases[i].dirty, -1);
      g_autofree char *line = way_text_clean_line (cases[i].dirty, -1);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_cmpstr (line, ==, cases[i].line);
      g_assert_true (way_text_is_clean (clean, strlen (clean)));
      g_assert_cmpint (way_text_is_clean (cases[i].dirty, strlen (cases[i].dirty)), ==,
                       strcmp (cases[i].dirty, cases[i].clean) == 0);
    }
}

static void
test_any_bytes_come_out_clean (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      char bytes[24];
      gsize length = (gsize)g_test_rand_int_range (0, sizeof bytes);
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;

      for (gsize j = 0; j < length; j++)
        bytes[j] = (char)g_test_rand_int_range (0, 256);

      clean = way_text_clean (bytes, (gssize)length);
      g_assert_true (way_text_is_clean (clean, strlen (clean)));
      again = way_text_clean (clean, -1);
      g_assert_cmpstr (clean, ==, again);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text/clean-drops-what-xml-cannot-hold",
                   test_clean_drops_what_xml_cannot_hold);
  g_test_add_func ("/base/text/any-bytes-come-out-clean", test_any_bytes_come_out_clean);

  return g_test_run ();
}
