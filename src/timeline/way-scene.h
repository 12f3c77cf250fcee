/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A picture as a list of things to draw, which can be painted, compared and read.
 */
#pragma once

#include "way-icon.h"
#include "way-layout.h"

G_BEGIN_DECLS

/**
 * WayScene:
 *
 * What it is made of lives in it; it keeps nothing of the plan.
 */
typedef struct _WayScene WayScene;

/**
 * WaySceneParts:
 *
 * Parts of a timeline's picture, to be combined.
 */
typedef enum
{
  WAY_SCENE_BODY = 1 << 0,
  WAY_SCENE_HEADS = 1 << 1,
  WAY_SCENE_SCALE = 1 << 2,
  WAY_SCENE_LINKS = 1 << 3, /* dependencies, drawn within the body */
  WAY_SCENE_FOLDS = 1 << 4, /* arrows for folding, in the heads */
  WAY_SCENE_PINS = 1 << 5, /* bars that began earlier keep icon and label in sight; not for tiles */
  WAY_SCENE_COARSE = 1 << 6, /* items without their words: a picture for a moment */
  WAY_SCENE_CUTS = 1 << 7,   /* marks where bars go on beyond the start or the end; for paper */
  WAY_SCENE_ALL = WAY_SCENE_BODY | WAY_SCENE_HEADS | WAY_SCENE_SCALE | WAY_SCENE_LINKS
                  | WAY_SCENE_FOLDS | WAY_SCENE_PINS,
} WaySceneParts;

/**
 * way_scene_build:
 * @layout: laid out for the viewport's zoom
 * @viewport: what to show
 * @style: its colours
 * @parts: which parts
 *
 * Makes the still part of the picture; what moves (today, selection, ghost) comes from
 * way-overlay.h.
 *
 * Returns: (transfer full): the picture, `viewport->width` by `viewport->height`
 */
WayScene *way_scene_build (WayLayout *layout, const WayViewport *viewport, const WayStyle *style,
                           WaySceneParts parts);

/**
 * way_scene_new:
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer full): an empty scene
 */
WayScene *way_scene_new (double width, double height);
void way_scene_free (WayScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayScene, way_scene_free)

/**
 * way_scene_dump:
 *
 * Returns: (transfer full): the scene as text, a line a thing, for people and for golden files
 */
char *way_scene_dump (WayScene *self);

G_END_DECLS
