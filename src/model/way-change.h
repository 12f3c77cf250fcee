/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The one primitive edit, and the set of them that a plan tells its listeners about.
 */
#pragma once

#include "way-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * WayChange:
 * @before: (nullable): the record as it was; %NULL inserts
 * @after: (nullable): the record as it is to be; %NULL removes
 *
 * "Replace the record of this kind and id by that one." Its inverse is itself with the sides
 * swapped.
 */
typedef struct
{
  WayRecord *before;
  WayRecord *after;
} WayChange;

const WayId *way_change_get_id (const WayChange *self);
WayKind way_change_get_kind (const WayChange *self);
WayChange way_change_invert (const WayChange *self);

#define WAY_CHANGE_LOOK_AHEAD 8

/**
 * way_changes_look_ahead:
 * @changes: (array length=n_changes): a list that is gone through
 * @index: where that has got to
 *
 * Records lie anywhere in memory: those of a change a little further on are asked for, so that they
 * are at hand when their turn comes.
 */
static inline void
way_changes_look_ahead (const WayChange *changes, guint n_changes, guint index)
{
  if (n_changes <= WAY_CHANGE_LOOK_AHEAD || index >= n_changes - WAY_CHANGE_LOOK_AHEAD)
    return;

  way_record_prefetch (changes[index + WAY_CHANGE_LOOK_AHEAD].before);
  way_record_prefetch (changes[index + WAY_CHANGE_LOOK_AHEAD].after);
}

/**
 * WayChangeSet:
 *
 * All that one group of edits did, in order. Reference-counted and immutable.
 */
typedef struct _WayChangeSet WayChangeSet;

#define WAY_TYPE_CHANGE_SET (way_change_set_get_type ())
GType way_change_set_get_type (void);

/**
 * way_change_set_new:
 * @changes: (array length=n_changes): references are taken
 */
WayChangeSet *way_change_set_new (const WayChange *changes, guint n_changes);
WayChangeSet *way_change_set_ref (WayChangeSet *self);
void way_change_set_unref (WayChangeSet *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayChangeSet, way_change_set_unref)

/**
 * way_change_set_get_changes:
 * @n_changes: (out): how many
 *
 * Returns: (array length=n_changes) (transfer none): the changes, the same id perhaps several times
 */
const WayChange *way_change_set_get_changes (WayChangeSet *self, guint *n_changes);

/**
 * way_change_set_touches:
 *
 * Returns: whether a record of @kind was changed
 */
gboolean way_change_set_touches (WayChangeSet *self, WayKind kind);

G_END_DECLS
