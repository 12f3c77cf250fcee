/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The identity of a record: a UUID, kept as its sixteen bytes.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_ID_TEXT_LENGTH 36 /* characters, without the final NUL */
#define WAY_ID_BUFFER_SIZE (WAY_ID_TEXT_LENGTH + 1)

/**
 * WayId:
 * @bytes: the UUID in network order (RFC 4122)
 *
 * A plain value: copy it. All zero bytes mean "none".
 */
typedef struct
{
  guint8 bytes[16];
} WayId;

#define WAY_ID_NULL ((WayId){ { 0 } })

/**
 * way_id_new:
 *
 * Returns: a random UUID (version 4)
 */
WayId way_id_new (void);

/**
 * way_id_derive:
 * @seed: the id that gives the name its scope, as a plan's
 * @name: any text
 *
 * Makes the same id from the same scope and name, so that a script run twice writes the same bytes.
 * The bits of a version 4 UUID are set.
 *
 * Returns: the id
 */
WayId way_id_derive (const WayId *seed, const char *name);

/**
 * way_id_parse:
 * @text: the 36 characters of a UUID in either case; need not end in NUL
 * @length: how many bytes @text has
 * @id: (out): the id; untouched when FALSE is returned
 *
 * Returns: whether @text is a UUID other than the null one
 */
gboolean way_id_parse (const char *text, gsize length, WayId *id);

/**
 * way_id_format:
 * @id: an id
 * @buffer: (out): room for WAY_ID_BUFFER_SIZE bytes
 *
 * Returns: (transfer none): @buffer, filled with the lower-case text and a NUL
 */
char *way_id_format (const WayId *id, char buffer[WAY_ID_BUFFER_SIZE]);

gboolean way_id_is_null (const WayId *id);
gboolean way_id_equal (gconstpointer a, gconstpointer b);
guint way_id_hash (gconstpointer id);

/**
 * way_id_compare:
 *
 * Returns: less than, equal to or greater than 0, in the order of the ids' text
 */
int way_id_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
