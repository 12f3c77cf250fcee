/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds the catalog of a PDF and repeats it with a language.
 */
#include "way-pdf-language.h"

#include <string.h>

#define CATALOG "/Type /Catalog"

/* As in RFC 5646: "de_AT.UTF-8" is de-AT */
static char *
get_language (void)
{
  const char *name = g_get_language_names ()[0];
  g_autofree char *language = g_strndup (name, strcspn (name, ".@"));

  if (g_str_equal (language, "C") || g_str_equal (language, "POSIX"))
    return g_strdup ("en");

  return g_strdelimit (g_steal_pointer (&language), "_", '-');
}

/* The number behind the last @key of @text, 0 when there is none */
static guint64
find_number (const char *text, const char *key)
{
  const char *found = g_strrstr (text, key);

  return found != NULL ? g_ascii_strtoull (found + strlen (key), NULL, 10) : 0;
}

/* "<< … >>" of object @number, and where in it the language goes */
static char *
find_catalog (const char *text, guint64 number, gsize *place)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n<<", number);
  const char *begin = g_strrstr (text, head);
  const char *type, *end;

  if (begin == NULL)
    return NULL;

  begin = strstr (begin, "<<");
  type = strstr (begin, CATALOG);
  end = strstr (begin, "endobj");
  if (type == NULL || end == NULL || type > end)
    return NULL;

  *place = (gsize)(type - begin) + strlen (CATALOG);

  return g_strndup (begin, (gsize)(end - begin));
}

GString *
way_pdf_language_get_update (const GByteArray *tail, guint64 offset)
{
  g_autofree char *text = g_malloc (tail->len + 1);
  g_autofree char *catalog = NULL;
  g_autofree char *language = get_language ();
  guint64 root, info, size, previous;
  gsize place, xref;
  GString *update;

  /* Fonts between the texts have zeros in them */
  for (guint i = 0; i < tail->len; i++)
    text[i] = tail->data[i] == 0 ? ' ' : (char)tail->data[i];
  text[tail->len] = '\0';

  root = find_number (text, "/Root ");
  info = find_number (text, "/Info ");
  size = find_number (text, "/Size ");
  previous = find_number (text, "startxref\n");
  catalog = root > 0 ? find_catalog (text, root, &place) : NULL;
  if (catalog == NULL || size == 0 || previous == 0)
    return NULL;

  update = g_string_new (NULL);
  g_string_append_printf (update, "%" G_GUINT64_FORMAT " 0 obj\n%.*s\n   /Lang (%s)%sendobj\n",
                          root, (int)place, catalog, language, catalog + place);
  xref = update->len;
  g_string_append_printf (update,
                          "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GUINT64_FORMAT " 00000 n \n"
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GUINT64_FORMAT "\n%%%%EOF\n",
                          root, offset + tail->len, size, root, info, previous,
                          offset + tail->len + xref);

  return update;
}
