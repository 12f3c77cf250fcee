/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The id of a plan whose file cannot be read.
 */
#pragma once

#include "way-id.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * way_plan_id_find:
 * @file: may be damaged
 * @id: (out): the plan's id; untouched when FALSE is returned
 *
 * Looks for the id of the root element at the beginning of the file, and at nothing else of it.
 * Blocks.
 *
 * Returns: whether it stands there
 */
gboolean way_plan_id_find (GFile *file, WayId *id);

G_END_DECLS
