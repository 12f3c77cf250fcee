/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tells readers of a PDF, and those who listen to it, in which language it is written.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_pdf_language_get_update:
 * @tail: what a PDF ends with, from before its catalog
 * @offset: bytes of the PDF before @tail
 *
 * Cairo 1.16 has no words for the language of a document, so that the catalog is written once more
 * with it, as an incremental update (ISO 32000-1, 7.5.6 and 14.9.2). The language is that of the
 * locale's messages.
 *
 * Returns: (transfer full) (nullable): what to write behind the PDF; %NULL when @tail is not what
 * Cairo writes
 */
GString *way_pdf_language_get_update (const GByteArray *tail, guint64 offset);

G_END_DECLS
