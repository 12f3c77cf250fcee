/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text that was measured and shaped once, and icons that were drawn once, to be used again: they
 * are what a frame spends most on.
 */
#pragma once

#include "way-icon.h"
#include "way-mask.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_FONT_LABEL,      /* items */
  WAY_FONT_LABEL_BOLD, /* titles of goals, years */
  WAY_FONT_SMALL,      /* dates, percentages, months */
  WAY_FONT_SMALL_BOLD, /* pills */
  WAY_FONT_TITLE,      /* of a printed page */
  WAY_N_FONTS,
} WayFont;

/**
 * WayLabels:
 *
 * Bounded caches of widths and of shaped text for one font. Reference-counted; for the thread that
 * made it.
 */
typedef struct _WayLabels WayLabels;

#define WAY_LABELS_LIMIT 4000
#define WAY_LABELS_NO_BUDGET G_MAXUINT

/**
 * way_labels_new:
 * @context: (nullable): where fonts come from, as of gtk_widget_get_pango_context(); %NULL for the
 * machine's default
 *
 * The context's font description gives family and size; its base direction the direction of neutral
 * text.
 *
 * Returns: (transfer full): empty caches
 */
WayLabels *way_labels_new (PangoContext *context);

/**
 * way_labels_new_fixed:
 *
 * Returns: (transfer full): labels whose measures do not depend on the machine's fonts: 7 pixels a
 * character, 6 in small text, for golden files
 */
WayLabels *way_labels_new_fixed (void);

WayLabels *way_labels_ref (WayLabels *self);
void way_labels_unref (WayLabels *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayLabels, way_labels_unref)

/**
 * way_labels_get_scale:
 *
 * Returns: the size of the font as a multiple of the desktop's usual one, at least 0.75
 */
double way_labels_get_scale (WayLabels *self);

/**
 * way_labels_measure:
 *
 * Sums the widths of the characters, which needs no shaping and is never much less than the truth;
 * room that was measured so holds the text, ellipsised by a hair at worst.
 *
 * Returns: pixels, rounded up
 */
double way_labels_measure (WayLabels *self, WayFont font, const char *text);

/**
 * way_labels_set_limit:
 * @limit: shaped labels that are kept for the next time, WAY_LABELS_LIMIT when nobody says; to be
 *   called before any is
 */
void way_labels_set_limit (WayLabels *self, guint limit);

/**
 * way_labels_begin_frame:
 * @budget: how many texts may be shaped until the next call; WAY_LABELS_NO_BUDGET for files
 *
 * What is over the budget is left out of this frame; see way_labels_is_short().
 */
void way_labels_begin_frame (WayLabels *self, guint budget);

/**
 * way_labels_is_short:
 *
 * Returns: whether labels were left out since way_labels_begin_frame(), so that another frame is
 * due
 */
gboolean way_labels_is_short (WayLabels *self);

/**
 * way_labels_get_layout:
 * @width: room in pixels; longer text is ellipsised
 *
 * Returns: (transfer none) (nullable): shaped text, good until the next call; %NULL when the budget
 * is spent
 */
PangoLayout *way_labels_get_layout (WayLabels *self, WayFont font, const char *text, double width);

/**
 * way_labels_get_icon:
 * @size: of both sides, from 1 to 64 pixels
 *
 * Returns: (transfer none): the icon as a mask, for targets that are pixels
 */
cairo_surface_t *way_labels_get_icon (WayLabels *self, WayIcon icon, int size);

/**
 * way_labels_get_icon_font:
 *
 * Returns: (transfer none): the icons for way_icon_font_draw(), for files that keep each once
 */
cairo_font_face_t *way_labels_get_icon_font (WayLabels *self);

/**
 * way_labels_get_masks:
 *
 * Returns: (transfer none): the cache of what else is drawn again and again
 */
WayMasks *way_labels_get_masks (WayLabels *self);

G_END_DECLS
