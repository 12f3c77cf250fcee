/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What copying and pasting share. Internal to the room.
 */
#pragma once

#include "way-record-builder.h"

G_BEGIN_DECLS

/**
 * way_clip_is_shared:
 *
 * Returns: whether records of @kind are referred to from all over a plan, so that a clip brings
 * them along and a plan that has them already keeps its own
 */
gboolean way_clip_is_shared (WayKind kind);

/**
 * way_clip_map_references:
 * @builder: holds @record's fields
 * @ids: (element-type WayId WayId): by what each reference is replaced; one that is not in it is
 * taken away
 */
void way_clip_map_references (WayRecordBuilder *builder, const WayRecord *record, GHashTable *ids);

G_END_DECLS
