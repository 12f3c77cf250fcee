/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Colours of each theme, and the measures that hold for all of them.
 */
#pragma once

#include "way-schema.h"

G_BEGIN_DECLS

/**
 * WayRgba:
 *
 * A colour as 0xRRGGBBAA, not premultiplied.
 */
typedef guint32 WayRgba;

typedef enum
{
  WAY_THEME_LIGHT,
  WAY_THEME_DARK,
  WAY_THEME_PAPER,
  WAY_THEME_GREYS,
  WAY_THEME_HIGH_CONTRAST,
  WAY_THEME_HIGH_CONTRAST_DARK,
  WAY_N_THEMES,
} WayTheme;

/**
 * WayTone:
 * @fill: soft tint of a bar
 * @stroke: outline, progress and icon; 3:1 or more against @fill and the background
 * @solid: ground of what is done; @on_solid is 4.5:1 or more against it
 * @on_solid: text and icons on @solid
 */
typedef struct
{
  WayRgba fill;
  WayRgba stroke;
  WayRgba solid;
  WayRgba on_solid;
} WayTone;

/**
 * WayStyle:
 * @background: behind the lanes
 * @alternate: behind every other lane
 * @text: titles and labels
 * @dim_text: dates and the scale
 * @line: between lanes and at major ticks
 * @faint_line: at minor ticks
 * @trough: behind a progress bar
 * @link: dependency arrows
 * @broken: dependencies that do not hold, missed milestones
 * @today: line and pill
 * @on_today: text on the pill
 * @accent: selection, focus, window of the overview
 * @renewal: window before a credential expires
 * @expiry: dot of an expiry
 * @credential: validity of a credential
 * @dropped: what was given up
 * @shade: laid over what lies outside the overview's window
 * @leave: laid over days of leave
 * @review: of a review's line
 * @categories: by #WayCategory
 * @goals: by #WayColour
 * @line_width: of outlines, in pixels
 *
 * A theme as a plain struct.
 */
typedef struct
{
  WayRgba background;
  WayRgba alternate;
  WayRgba text;
  WayRgba dim_text;
  WayRgba line;
  WayRgba faint_line;
  WayRgba trough;
  WayRgba link;
  WayRgba broken;
  WayRgba today;
  WayRgba on_today;
  WayRgba accent;
  WayRgba renewal;
  WayRgba expiry;
  WayTone credential;
  WayTone dropped;
  WayRgba shade;
  WayRgba leave;
  WayRgba review;
  WayTone categories[WAY_N_CATEGORIES];
  WayRgba goals[WAY_N_COLOURS];
  double line_width;
} WayStyle;

/**
 * way_style_get:
 *
 * Returns: (transfer none): the colours of @theme
 */
const WayStyle *way_style_get (WayTheme theme);

/**
 * way_theme_from_word:
 * @word: light, dark, paper, high-contrast or high-contrast-dark
 * @theme: (out): the theme
 *
 * Returns: whether there is such a theme
 */
gboolean way_theme_from_word (const char *word, WayTheme *theme);

/**
 * way_rgba_contrast:
 *
 * Returns: the contrast ratio of WCAG 2.1, 1 to 21, of two opaque colours
 */
double way_rgba_contrast (WayRgba a, WayRgba b);

/**
 * way_rgba_fade:
 * @factor: 0 to 1
 *
 * Returns: @colour with its opacity multiplied
 */
WayRgba way_rgba_fade (WayRgba colour, double factor);

/**
 * way_style_dim:
 * @colour: of a ground
 *
 * Returns: @colour for what a filter leaves aside
 */
WayRgba way_style_dim (WayRgba colour);

/**
 * way_style_dim_line:
 * @colour: of an outline, an arrow or a small mark
 *
 * Returns: @colour for what a filter leaves aside
 */
WayRgba way_style_dim_line (WayRgba colour);

/**
 * way_style_get_dimmed_text:
 *
 * Returns: the colour of text and icons of what a filter leaves aside: weaker than all other text,
 * and still 3:1 against the background and against what way_style_dim() makes of any ground
 */
WayRgba way_style_get_dimmed_text (const WayStyle *style);

/**
 * way_rgba_over:
 * @ground: an opaque colour
 *
 * Returns: what is seen of @colour when it lies over @ground
 */
WayRgba way_rgba_over (WayRgba colour, WayRgba ground);

/**
 * WayMetrics:
 *
 * Sizes in pixels. They grow with the font, so that large text has the room it needs.
 */
typedef struct
{
  double head_width;   /* the column of lane heads */
  double stripe;       /* of the goal's colour */
  double indent;       /* a level of goals */
  double scale_height; /* both rows of ticks */
  double row_height;
  double bar_height;
  double bar_radius;
  double band; /* of progress, at a bar's foot */
  double icon;
  double diamond;        /* from tip to tip */
  double lane_padding;   /* above the first row and below the last */
  double lane_minimum;   /* room for a head's three lines */
  double lane_folded;    /* a folded lane */
  double credential_row; /* row height in the band of credentials */
  double credential_bar;
  double gap;       /* between an item and its label, and between items */
  double padding;   /* within a bar, at both ends */
  double label_min; /* a label with less room is not drawn */
  double label_max; /* a longer label is ellipsised */
} WayMetrics;

/**
 * way_metrics_new:
 * @font_scale: 1 for the desktop's usual text size
 */
WayMetrics way_metrics_new (double font_scale);

G_END_DECLS
