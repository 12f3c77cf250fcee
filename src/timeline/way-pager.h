/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan on pages of any size, for files and for printers.
 */
#pragma once

#include "way-render.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * WayPager:
 *
 * The pages of a plan as it was when the pager was made; the plan must not change meanwhile.
 */
typedef struct _WayPager WayPager;

/**
 * way_pager_new:
 * @page_width: in points
 * @page_height: in points
 * @error: return location; domain WAY_RENDER_ERROR
 *
 * Lays @plan out on pages of the given size; format, paper, orientation and resolution of @options
 * are not minded.
 *
 * Returns: (transfer full) (nullable): the pages
 */
WayPager *way_pager_new (WayPlan *plan, const WayRenderOptions *options, double page_width,
                         double page_height, GError **error);
void way_pager_free (WayPager *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayPager, way_pager_free)

guint way_pager_get_n_pages (WayPager *self);

/**
 * way_pager_get_natural_height:
 *
 * Returns: how high, in points, a page would have to be for all lanes to be on one
 */
double way_pager_get_natural_height (WayPager *self);

/**
 * way_pager_draw:
 * @page: from 0
 * @cr: in points, the page's corner at the origin
 */
void way_pager_draw (WayPager *self, guint page, cairo_t *cr);

G_END_DECLS
