/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Numbers by address.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayAddressMap:
 *
 * What #WayIdMap is for ids, for things that lie where they are: a table that is asked 100,000
 * times a frame, and takes one look into memory where a #GHashTable takes three.
 */
typedef struct _WayAddressMap WayAddressMap;

WayAddressMap *way_address_map_new (void);
void way_address_map_free (WayAddressMap *self);

/**
 * way_address_map_get:
 *
 * Returns: the number of @address, 0 when it is not there
 */
guint way_address_map_get (const WayAddressMap *self, gconstpointer address);

/**
 * way_address_map_set:
 * @address: not %NULL
 * @number: other than 0
 *
 * Gives @address a number, in the place of the one that it may have.
 */
void way_address_map_set (WayAddressMap *self, gconstpointer address, guint number);

/**
 * way_address_map_remove:
 * @address: one that is there
 */
void way_address_map_remove (WayAddressMap *self, gconstpointer address);

G_END_DECLS
