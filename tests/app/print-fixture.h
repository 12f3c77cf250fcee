/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What tools say about a PDF that was printed.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pdf_ask:
 * @tool: pdfinfo or pdftotext
 * @option: for it
 *
 * Returns: (transfer full): what @tool says about the file at @path; the test fails without it
 */
char *pdf_ask (const char *tool, const char *option, const char *path);

guint pdf_count_pages (const char *path);

/**
 * pdf_has_size:
 *
 * Returns: whether pages are so large, within a point
 */
gboolean pdf_has_size (const char *path, double width, double height);

void pdf_assert_says (const char *path, const char *text);
void pdf_assert_says_nothing_of (const char *path, const char *text);

G_END_DECLS
