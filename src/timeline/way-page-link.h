/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Links that a reader of a PDF can follow.
 */
#pragma once

#include "way-plan.h"
#include "way-viewport.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * way_page_link_is_safe:
 *
 * Returns: whether a click on paper that was mailed may open it: nothing on the reader's own
 * computer
 */
gboolean way_page_link_is_safe (const char *address);

/**
 * way_page_links_new:
 *
 * Returns: (transfer full) (nullable) (element-type WayId utf8): the first address on the web or
 * for mail of each record that has one; %NULL when none has
 */
GHashTable *way_page_links_new (WayPlan *plan);

/**
 * way_page_link_is_wanted:
 *
 * Returns: whether what @cr draws on can have links
 */
gboolean way_page_link_is_wanted (cairo_t *cr);

/**
 * way_page_link_add:
 * @rect: where it can be clicked, in the units of @cr; widened to whole ones
 * @address: of any letters; quotes and the like are encoded
 */
void way_page_link_add (cairo_t *cr, const WayRect *rect, const char *address);

G_END_DECLS
