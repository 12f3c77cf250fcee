/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether what a record keeps without being understood can be written into a file. For this room
 * only.
 *
 * It is XML text that goes into files as it is. What the reader in this process has kept is sound;
 * what another process says that it has kept may be anything, and is looked at here without a
 * parser that strangers' bytes might break.
 */
#pragma once

#include "way-record.h"

G_BEGIN_DECLS

/**
 * way_unknown_is_sound:
 * @record: of any kind
 *
 * Returns: whether its two hidden fields are such as the reader keeps: well-formed by themselves,
 *   with each prefix declared, escaped and laid out as the writer does, and nothing in them would
 *   be taken for a record or a field when it is read again
 */
gboolean way_unknown_is_sound (const WayRecord *record);

G_END_DECLS
