/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text as it is compared when something is searched for: without case and without accents.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * way_fold_append:
 * @text: valid UTF-8
 *
 * Appends @text in lower case, without accents and other marks, compatibility forms replaced by
 * what they stand for, and every white space a plain one: "Prüfung" and "PRUFUNG" become the same.
 */
void way_fold_append (GString *folded, const char *text);

/**
 * way_fold_words:
 * @text: (nullable): what was typed
 *
 * Returns: (transfer full): its words, folded; perhaps none
 */
GStrv way_fold_words (const char *text);

G_END_DECLS
