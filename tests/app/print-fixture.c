/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tools say about a PDF that was printed.
 */
#include "print-fixture.h"

#include <math.h>
#include <stdio.h>

char *
pdf_ask (const char *tool, const char *option, const char *path)
{
  const char *argv[] = { tool, option, path, g_str_equal (tool, "pdftotext") ? "-" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return output;
}

guint
pdf_count_pages (const char *path)
{
  g_autofree char *info = pdf_ask ("pdfinfo", "-isodates", path);
  const char *pages = strstr (info, "Pages:");

  g_assert_nonnull (pages);

  return (guint)g_ascii_strtoull (pages + strlen ("Pages:"), NULL, 10);
}

gboolean
pdf_has_size (const char *path, double width, double height)
{
  g_autofree char *info = pdf_ask ("pdfinfo", "-isodates", path);
  const char *size = strstr (info, "Page size:");
  double sizes[2];

  g_assert_nonnull (size);
  g_assert_cmpint (sscanf (size + strlen ("Page size:"), "%lf x %lf", &sizes[0], &sizes[1]), ==, 2);

  return fabs (sizes[0] - width) <= 1 && fabs (sizes[1] - height) <= 1;
}

void
pdf_assert_says (const char *path, const char *text)
{
  g_autofree char *all = pdf_ask ("pdftotext", "-layout", path);

  if (strstr (all, text) == NULL)
    g_error ("no “%s” in the PDF:\n%s", text, all);
}

void
pdf_assert_says_nothing_of (const char *path, const char *text)
{
  g_autofree char *all = pdf_ask ("pdftotext", "-layout", path);

  if (strstr (all, text) != NULL)
    g_error ("“%s” is in the PDF:\n%s", text, all);
}
