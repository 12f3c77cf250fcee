/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which files hold what this person's Waymark has written, so that a stranger's can be told apart.
 */
#pragma once

#include "way-fingerprint.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * way_own_files_add:
 * @fingerprint: of what was just saved
 *
 * Remembers the content of the last few hundred saves, by their fingerprints and nothing else. What
 * cannot be remembered is only read with more care the next time.
 */
void way_own_files_add (WayFingerprint fingerprint);

/**
 * way_own_files_has:
 * @content: (nullable): what @file holds, %NULL when that is not known
 *
 * Returns: whether that was saved by Waymark here, or the file came with it
 */
gboolean way_own_files_has (GFile *file, const WayFingerprint *content);

G_END_DECLS
