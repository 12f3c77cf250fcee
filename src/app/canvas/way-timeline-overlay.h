/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows a scene so that only what is not as it was in the last frame is drawn again.
 */
#pragma once

#include "way-scene-piece.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayTimelineOverlay:
 *
 * For what moves over a picture. Each piece of a scene, or a few that are joined and small, is a
 * render node of its own, with tight bounds, and keeps it for as long as it looks the same,
 * wherever it is: GTK draws again where nodes differ from those of the last frame, and nowhere
 * else.
 */
typedef struct _WayTimelineOverlay WayTimelineOverlay;

GdkRGBA way_timeline_get_colour (WayRgba colour);

WayTimelineOverlay *way_timeline_overlay_new (void);
void way_timeline_overlay_free (WayTimelineOverlay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayTimelineOverlay, way_timeline_overlay_free)

/**
 * way_timeline_overlay_clear:
 *
 * Forgets everything, as when text looks different from now on.
 */
void way_timeline_overlay_clear (WayTimelineOverlay *self);

/**
 * way_timeline_overlay_begin_frame:
 * @scale_factor: how many pixels of the screen a unit takes
 *
 * To be called before the first scene of each frame: much that was not shown for some frames is
 * forgotten.
 */
void way_timeline_overlay_begin_frame (WayTimelineOverlay *self, int scale_factor);

/**
 * way_timeline_overlay_snapshot:
 * @scene: what to show
 * @labels: what it was laid out with
 */
void way_timeline_overlay_snapshot (WayTimelineOverlay *self, GtkSnapshot *snapshot,
                                    WayScene *scene, WayLabels *labels);

/**
 * way_timeline_overlay_snapshot_whole:
 *
 * As way_timeline_overlay_snapshot(), but all of @scene is one piece: for what comes, goes and
 * moves together.
 */
void way_timeline_overlay_snapshot_whole (WayTimelineOverlay *self, GtkSnapshot *snapshot,
                                          WayScene *scene, WayLabels *labels);

/**
 * way_timeline_overlay_get_n_painted:
 *
 * Returns: how many pieces were painted so far, for tests and measurements
 */
guint way_timeline_overlay_get_n_painted (WayTimelineOverlay *self);

G_END_DECLS
