/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers by id.
 */
#pragma once

#include "way-id.h"

G_BEGIN_DECLS

/**
 * WayIdMap:
 *
 * A table from ids to numbers that holds both itself: to find one takes one look into memory where
 * a #GHashTable takes four, and nothing is allocated for an id.
 */
typedef struct _WayIdMap WayIdMap;

WayIdMap *way_id_map_new (void);
void way_id_map_free (WayIdMap *self);

/**
 * way_id_map_get:
 * @number: (out): that of @id; untouched when FALSE is returned
 *
 * Returns: whether @id is there
 */
gboolean way_id_map_get (const WayIdMap *self, const WayId *id, guint *number);

/**
 * way_id_map_prefetch:
 *
 * Asks memory for where @id is looked for soon.
 */
void way_id_map_prefetch (const WayIdMap *self, const WayId *id);

/**
 * way_id_map_reserve:
 *
 * Makes room for @n_ids in all at once.
 */
void way_id_map_reserve (WayIdMap *self, guint n_ids);

/**
 * way_id_map_set:
 * @id: not the null id
 *
 * Gives @id a number, in the place of the one that it may have.
 */
void way_id_map_set (WayIdMap *self, const WayId *id, guint number);

/**
 * way_id_map_remove:
 *
 * Returns: whether @id was there
 */
gboolean way_id_map_remove (WayIdMap *self, const WayId *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayIdMap, way_id_map_free)

G_END_DECLS
