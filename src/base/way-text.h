/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text hygiene: only what XML 1.0 can hold ever enters a plan.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_text_is_clean:
 * @text: bytes; need not end in NUL
 * @length: how many
 *
 * Returns: whether @text is UTF-8 made of XML 1.0 Char only (production 2) and no carriage return
 */
gboolean way_text_is_clean (const char *text, gsize length);

/**
 * way_text_clean:
 * @text: anything typed, pasted or imported; need not end in NUL
 * @length: how many bytes, or -1 when it ends in NUL
 *
 * Drops what XML cannot hold, turns broken UTF-8 into U+FFFD, and CR LF and CR into LF.
 *
 * Returns: (transfer full): the text to keep
 */
char *way_text_clean (const char *text, gssize length);

/**
 * way_text_clean_line:
 *
 * Like way_text_clean(), and line breaks and tabs become spaces, and spaces at both ends go: for
 * titles and names.
 *
 * Returns: (transfer full): the text to keep
 */
char *way_text_clean_line (const char *text, gssize length);

G_END_DECLS
