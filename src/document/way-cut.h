/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a cut loses that a clip cannot hold: dependencies that lead out of it. They come back when
 * the clip is pasted into the same plan.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

typedef struct _WayCut WayCut;

/**
 * way_cut_new:
 * @plan: before the cut
 * @clip: what is to be cut, see way_clip_copy()
 */
WayCut *way_cut_new (WayPlan *plan, WayPlan *clip);
void way_cut_free (WayCut *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayCut, way_cut_free)

/**
 * way_cut_restore:
 * @clip: what was pasted; nothing happens when it is another one
 * @ids: what became of each of its ids
 *
 * Adds the dependencies whose other end is still there. One that would make a circle by now, and
 * one that is there because the cut was undone or the clip pasted before, is left out.
 */
void way_cut_restore (const WayCut *self, WayEditGroup *group, WayPlan *clip, GHashTable *ids);

G_END_DECLS
