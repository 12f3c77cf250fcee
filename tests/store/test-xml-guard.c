/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-xml-guard.h"

#include <string.h>

/* Pieces that together make markup, sound or not, with what the guard looks for in odd places */
static const char *const pieces[] = {
  "<milestone id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\" rank='a1' start=\"2027-06?\">",
  "</milestone>",
  "<title>Wow! Why?</title>\n    ",
  "<a b='<!' c=\"<?\"/>",
  "<a b='",
  "<",
  ">",
  "\"",
  "<!",
  "<!--",
  "-->",
  "<!-- < > <a> -- ! ? -->",
  "<![CDATA[ <a b=\" ]]>",
  "<![CDATA[",
  "]]>",
  "<?x <a '?>",
  "<?",
  "?>",
  "<!DOCTYPE plan>",
};

/* How often each is drawn; those that end most documents early are rare */
static const guint weights[] = { 60, 60, 60, 20, 2, 2, 4, 4, 1, 1, 1, 6, 4, 1, 1, 4, 1, 1, 1 };

G_STATIC_ASSERT (G_N_ELEMENTS (pieces) == G_N_ELEMENTS (weights));

static const char *
draw_piece (void)
{
  guint draw, sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i];
  draw = (guint)g_test_rand_int_range (0, (int)sum);
  for (guint i = 0;; i++)
    {
      if (draw < weights[i])
        return pieces[i];
      draw -= weights[i];
    }
}

static char *
draw_document (void)
{
  GString *document = g_string_new ("<plan>");
  guint n = (guint)g_test_rand_int_range (1, 200);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (document, draw_piece ());
      if (g_test_rand_int_range (0, 10) == 0)
        for (int j = g_test_rand_int_range (0, 2000); j > 0; j--)
          g_string_append_c (document, " x=!?>"[g_test_rand_int_range (0, 6)]);
    }

  return g_string_free (document, FALSE);
}

#define PASSED (-1)

/* Scans in chunks of @size; gives the refusal that it ends with, and where markup that is refused
 * begins */
static int
scan (const char *document, gsize size, WayXmlGuard *guard, gsize *safe)
{
  g_autoptr (GError) error = NULL;
  gsize length = strlen (document);

  *guard = (WayXmlGuard){ 0 };
  for (gsize at = 0; at < length; at += size)
    {
      gsize n = MIN (size, length - at);

      if (way_xml_guard_scan (guard, document + at, n, safe, &error))
        continue;

      *safe += at;
      return error->code;
    }

  return PASSED;
}

/* However many bytes the guard sees at once, it says the same; by the byte it cannot hop over any
 */
static void
test_hops_over_nothing_that_matters (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *document = draw_document ();
      WayXmlGuard whole, parts, bytes;
      gsize safe = 0, safe_parts = 0, safe_bytes = 0;
      gsize size = (gsize)g_test_rand_int_range (600, 5000);
      int refusal = scan (document, strlen (document), &whole, &safe);

      g_assert_cmpint (scan (document, size, &parts, &safe_parts), ==, refusal);
      g_assert_cmpint (scan (document, 1, &bytes, &safe_bytes), ==, refusal);
      g_assert_cmpint (whole.state, ==, bytes.state);
      g_assert_cmpuint (whole.length, ==, bytes.length);
      g_assert_cmpuint (whole.attributes, ==, bytes.attributes);
      g_assert_cmpint (parts.state, ==, bytes.state);
      g_assert_cmpuint (parts.length, ==, bytes.length);
      if (refusal != PASSED)
        g_assert_cmpint (document[safe], ==, '<');
    }
}

/* One @filler after the other, @before of them, then a document type */
static void
check_finds (const char *filler, guint before)
{
  g_autoptr (GString) document = g_string_new ("<plan>");
  WayXmlGuard guard;
  gsize safe = 0, place;

  for (guint i = 0; i < before; i++)
    g_string_append (document, filler);
  place = document->len;
  g_string_append (document, "<!DOCTYPE plan>");
  for (guint i = 0; i < 600; i++)
    g_string_append (document, filler);

  g_assert_cmpint (scan (document->str, document->len, &guard, &safe), ==, WAY_REFUSAL_DOCTYPE);
  g_assert_cmpuint (safe, ==, place);
}

/* Wherever it stands, in a piece that is looked at as one or on the edge of it */
static void
test_finds_a_document_type_anywhere (void)
{
  for (guint before = 0; before < 1200; before++)
    check_finds ("<a/>", before);
  for (guint before = 0; before < 300; before++)
    check_finds ("<a b='!?'>x</a>\n", before);
}

#define DECLARED "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"

static void
test_takes_the_declaration_that_xml_has (void)
{
  static const struct
  {
    const char *declaration;
    int refusal;
  } cases[] = {
    { DECLARED, PASSED },
    { "<?xml version='1.0'?>", PASSED },
    { "<?xml\tversion = \"1.0\"\n encoding='utf-8' standalone = 'no' ?>", PASSED },
    { "<?xml version=\"1.0\" standalone=\"yes\"?>", PASSED },
    { "<?xml version=\"1.0\" encoding=\"latin1\"?>", WAY_REFUSAL_ENCODING },
    { "<?xml version=\"1.0\" encoding=\"\"?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.0\" encoding=\"8\"?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.0\" encoding=\"UTF-8'?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.0\"encoding=\"UTF-8\"?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.0\" standalone=\"yes\" encoding=\"UTF-8\"?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.0\" standalone=\"maybe\"?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.1\"?>", WAY_REFUSAL_DECLARATION },
    { "<?xml encoding=\"UTF-8\"?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.0?>", WAY_REFUSAL_DECLARATION },
    { "<?xml version=\"1.0\" ", WAY_REFUSAL_DECLARATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *data = g_strconcat (cases[i].declaration, "<plan/>", NULL);
      g_autoptr (GError) error = NULL;
      gboolean taken = way_xml_guard_take_declaration (data, strlen (data), FALSE, &error);

      g_test_message ("%s", cases[i].declaration);
      g_assert_cmpint (taken ? PASSED : error->code, ==, cases[i].refusal);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/xml-guard/takes-the-declaration-that-xml-has",
                   test_takes_the_declaration_that_xml_has);
  g_test_add_func ("/store/xml-guard/hops-over-nothing-that-matters",
                   test_hops_over_nothing_that_matters);
  g_test_add_func ("/store/xml-guard/finds-a-document-type-anywhere",
                   test_finds_a_document_type_anywhere);

  return g_test_run ();
}
