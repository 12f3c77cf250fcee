/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The six themes, from the Adwaita palette; tests/timeline/test-style.c holds their contrasts.
 */
#include "way-style.h"

#include <math.h>

/* What a filter leaves aside; text on a ground so weak keeps 3:1 */
#define DIMMED 0.2
#define DIMMED_LINE 0.4
#define DIMMED_TEXT 0.9

#define TONE(fill, stroke, solid, on_solid)                                                        \
  {                                                                                                \
    0x##fill##ff, 0x##stroke##ff, 0x##solid##ff, 0x##on_solid##ff                                  \
  }

/* clang-format off */
static const WayStyle styles[WAY_N_THEMES] = {
  [WAY_THEME_LIGHT] = {
    .background = 0xffffffff, .alternate = 0xfafafaff,
    .text = 0x2e3436ff, .dim_text = 0x62696cff,
    .line = 0xdededeff, .faint_line = 0xf0f0f0ff, .trough = 0xe3e3e3ff,
    .link = 0x7b8285ff, .broken = 0xc01c28ff,
    .today = 0xd8141dff, .on_today = 0xffffffff, .accent = 0x1c71d8ff,
    .renewal = 0xf9e3a9ff, .expiry = 0x9c6800ff,
    .credential = TONE (d9efe3, 1d7a4d, 1d7a4d, ffffff),
    .dropped = TONE (f2f2f2, 767b7e, 767b7e, ffffff),
    .shade = 0x00000014,
    .leave = 0x2e34360f, .review = 0x6f4b2cff,
    .categories = {
      [WAY_CATEGORY_STEP] = TONE (e8eaed, 56595f, 56595f, ffffff),
      [WAY_CATEGORY_EDUCATION] = TONE (d8e7fa, 1a5fb4, 1a5fb4, ffffff),
      [WAY_CATEGORY_LICENCE] = TONE (d8f6df, 1b7a48, 1b7a48, ffffff),
      [WAY_CATEGORY_CERTIFICATION] = TONE (f0dcf3, 613583, 613583, ffffff),
      [WAY_CATEGORY_EXPERIENCE] = TONE (ffe8cc, b23f00, b23f00, ffffff),
      [WAY_CATEGORY_MENTORING] = TONE (fcd8d4, a51d2d, a51d2d, ffffff),
      [WAY_CATEGORY_WELLBEING] = TONE (d3f0ef, 0b7180, 0b7180, ffffff),
      [WAY_CATEGORY_REVIEW] = TONE (efe4da, 6f4b2c, 6f4b2c, ffffff),
      [WAY_CATEGORY_LEAVE] = TONE (ecf0d0, 5c6600, 5c6600, ffffff),
    },
    .goals = {
      [WAY_COLOUR_BLUE] = 0x1a5fb4ff, [WAY_COLOUR_PURPLE] = 0x813d9cff,
      [WAY_COLOUR_GREEN] = 0x26a269ff, [WAY_COLOUR_RED] = 0xc01c28ff,
      [WAY_COLOUR_TEAL] = 0x0f7f8fff, [WAY_COLOUR_ORANGE] = 0xd15200ff,
      [WAY_COLOUR_YELLOW] = 0xa87400ff, [WAY_COLOUR_BROWN] = 0x865e3cff,
    },
    .line_width = 1.0,
  },
  [WAY_THEME_DARK] = {
    .background = 0x1e1e1eff, .alternate = 0x232323ff,
    .text = 0xf4f4f4ff, .dim_text = 0xb1b5b8ff,
    .line = 0x3c3c3cff, .faint_line = 0x2b2b2bff, .trough = 0x414141ff,
    .link = 0x8f969aff, .broken = 0xff7b73ff,
    .today = 0xff7b63ff, .on_today = 0x1e1e1eff, .accent = 0x78aeedff,
    .renewal = 0x6b4d10ff, .expiry = 0xf5c211ff,
    .credential = TONE (1f4531, 6fd79a, 417b59, ffffff),
    .dropped = TONE (2c2c2c, 8a8f92, 6d7071, ffffff),
    .shade = 0x00000059,
    .leave = 0xffffff12, .review = 0xd9b896ff,
    .categories = {
      [WAY_CATEGORY_STEP] = TONE (3a3b40, c3c6cb, 6c7075, ffffff),
      [WAY_CATEGORY_EDUCATION] = TONE (1c3557, 8ab9f1, 4372a9, ffffff),
      [WAY_CATEGORY_LICENCE] = TONE (1d4a30, 7be3a0, 3b7c52, ffffff),
      [WAY_CATEGORY_CERTIFICATION] = TONE (472a52, dc9be0, 99579d, ffffff),
      [WAY_CATEGORY_EXPERIENCE] = TONE (5a2c12, ffb168, 9b622d, ffffff),
      [WAY_CATEGORY_MENTORING] = TONE (551d24, ff938a, c34339, ffffff),
      [WAY_CATEGORY_WELLBEING] = TONE (184348, 6fd3d6, 41787a, ffffff),
      [WAY_CATEGORY_REVIEW] = TONE (43352a, d9b896, 856b4f, ffffff),
      [WAY_CATEGORY_LEAVE] = TONE (3a3f17, d2dc7a, 6f7a2e, ffffff),
    },
    .goals = {
      [WAY_COLOUR_BLUE] = 0x62a0eaff, [WAY_COLOUR_PURPLE] = 0xc678d2ff,
      [WAY_COLOUR_GREEN] = 0x4fd08aff, [WAY_COLOUR_RED] = 0xf66151ff,
      [WAY_COLOUR_TEAL] = 0x5bc8cbff, [WAY_COLOUR_ORANGE] = 0xffa348ff,
      [WAY_COLOUR_YELLOW] = 0xf8e45cff, [WAY_COLOUR_BROWN] = 0xcdab8fff,
    },
    .line_width = 1.0,
  },
  /* ink is dark and tints are light, so that it reads on a printer without colour */
  [WAY_THEME_PAPER] = {
    .background = 0xffffffff, .alternate = 0xffffffff,
    .text = 0x1a1a1aff, .dim_text = 0x555555ff,
    .line = 0xbfbfbfff, .faint_line = 0xe6e6e6ff, .trough = 0xdcdcdcff,
    .link = 0x6a6a6aff, .broken = 0xa51d2dff,
    .today = 0xc01c28ff, .on_today = 0xffffffff, .accent = 0x1c71d8ff,
    .renewal = 0xf9e3a9ff, .expiry = 0x8a5a00ff,
    .credential = TONE (e4f3eb, 186640, 186640, ffffff),
    .dropped = TONE (f6f6f6, 767676, 767676, ffffff),
    .shade = 0x00000014,
    .leave = 0x0000000d, .review = 0x5e3f25ff,
    .categories = {
      [WAY_CATEGORY_STEP] = TONE (eeeff1, 4a4d52, 4a4d52, ffffff),
      [WAY_CATEGORY_EDUCATION] = TONE (e1edfb, 17529c, 17529c, ffffff),
      [WAY_CATEGORY_LICENCE] = TONE (e2f8e7, 17683d, 17683d, ffffff),
      [WAY_CATEGORY_CERTIFICATION] = TONE (f4e6f6, 562f75, 562f75, ffffff),
      [WAY_CATEGORY_EXPERIENCE] = TONE (ffefdc, 9c3700, 9c3700, ffffff),
      [WAY_CATEGORY_MENTORING] = TONE (fde4e1, 911927, 911927, ffffff),
      [WAY_CATEGORY_WELLBEING] = TONE (e0f4f3, 09616e, 09616e, ffffff),
      [WAY_CATEGORY_REVIEW] = TONE (f3ebe4, 5e3f25, 5e3f25, ffffff),
      [WAY_CATEGORY_LEAVE] = TONE (f1f4dc, 4c5500, 4c5500, ffffff),
    },
    .goals = {
      [WAY_COLOUR_BLUE] = 0x1a5fb4ff, [WAY_COLOUR_PURPLE] = 0x813d9cff,
      [WAY_COLOUR_GREEN] = 0x1f8a58ff, [WAY_COLOUR_RED] = 0xc01c28ff,
      [WAY_COLOUR_TEAL] = 0x0f7f8fff, [WAY_COLOUR_ORANGE] = 0xc64600ff,
      [WAY_COLOUR_YELLOW] = 0x946600ff, [WAY_COLOUR_BROWN] = 0x865e3cff,
    },
    .line_width = 1.0,
  },
  /* the greys that paper has on a printer without colour, but for what has to stand out */
  [WAY_THEME_GREYS] = {
    .background = 0xffffffff, .alternate = 0xffffffff,
    .text = 0x1a1a1aff, .dim_text = 0x555555ff,
    .line = 0xbfbfbfff, .faint_line = 0xe6e6e6ff, .trough = 0xdcdcdcff,
    .link = 0x6a6a6aff, .broken = 0x1a1a1aff,
    .today = 0x333333ff, .on_today = 0xffffffff, .accent = 0x737373ff,
    .renewal = 0xdcdcdcff, .expiry = 0x646464ff,
    .credential = TONE (efefef, 595959, 595959, ffffff),
    .dropped = TONE (f6f6f6, 767676, 767676, ffffff),
    .shade = 0x00000014,
    .leave = 0x0000000d, .review = 0x464646ff,
    .categories = {
      [WAY_CATEGORY_STEP] = TONE (efefef, 4d4d4d, 4d4d4d, ffffff),
      [WAY_CATEGORY_EDUCATION] = TONE (ececec, 535353, 535353, ffffff),
      [WAY_CATEGORY_LICENCE] = TONE (f2f2f2, 5b5b5b, 5b5b5b, ffffff),
      [WAY_CATEGORY_CERTIFICATION] = TONE (eaeaea, 414141, 414141, ffffff),
      [WAY_CATEGORY_EXPERIENCE] = TONE (f1f1f1, 585858, 585858, ffffff),
      [WAY_CATEGORY_MENTORING] = TONE (e9e9e9, 4a4a4a, 4a4a4a, ffffff),
      [WAY_CATEGORY_WELLBEING] = TONE (f0f0f0, 585858, 585858, ffffff),
      [WAY_CATEGORY_REVIEW] = TONE (ececec, 464646, 464646, ffffff),
      [WAY_CATEGORY_LEAVE] = TONE (f2f2f2, 505050, 505050, ffffff),
    },
    .goals = {
      [WAY_COLOUR_BLUE] = 0x606060ff, [WAY_COLOUR_PURPLE] = 0x5b5b5bff,
      [WAY_COLOUR_GREEN] = 0x797979ff, [WAY_COLOUR_RED] = 0x626262ff,
      [WAY_COLOUR_TEAL] = 0x737373ff, [WAY_COLOUR_ORANGE] = 0x717171ff,
      [WAY_COLOUR_YELLOW] = 0x6f6f6fff, [WAY_COLOUR_BROWN] = 0x666666ff,
    },
    .line_width = 1.0,
  },
  [WAY_THEME_HIGH_CONTRAST] = {
    .background = 0xffffffff, .alternate = 0xffffffff,
    .text = 0x000000ff, .dim_text = 0x2a2a2aff,
    .line = 0x6b6b6bff, .faint_line = 0xb5b5b5ff, .trough = 0xc4c4c4ff,
    .link = 0x333333ff, .broken = 0xa00010ff,
    .today = 0xb00012ff, .on_today = 0xffffffff, .accent = 0x0b4fa8ff,
    .renewal = 0xffe9a8ff, .expiry = 0x6b4300ff,
    .credential = TONE (e6f7ee, 0b4a2a, 0b4a2a, ffffff),
    .dropped = TONE (ffffff, 4d4d4d, 4d4d4d, ffffff),
    .shade = 0x00000026,
    .leave = 0x0000001a, .review = 0x000000ff,
    .categories = {
      [WAY_CATEGORY_STEP] = TONE (f1f1f3, 2b2d31, 2b2d31, ffffff),
      [WAY_CATEGORY_EDUCATION] = TONE (e3effd, 0c3c7a, 0c3c7a, ffffff),
      [WAY_CATEGORY_LICENCE] = TONE (e2f9e8, 0a4a28, 0a4a28, ffffff),
      [WAY_CATEGORY_CERTIFICATION] = TONE (f6e6f8, 43205f, 43205f, ffffff),
      [WAY_CATEGORY_EXPERIENCE] = TONE (fff0de, 702700, 702700, ffffff),
      [WAY_CATEGORY_MENTORING] = TONE (fde6e3, 74101c, 74101c, ffffff),
      [WAY_CATEGORY_WELLBEING] = TONE (e0f6f5, 05464f, 05464f, ffffff),
      [WAY_CATEGORY_REVIEW] = TONE (f6ede5, 452c17, 452c17, ffffff),
      [WAY_CATEGORY_LEAVE] = TONE (f3f6e0, 343b00, 343b00, ffffff),
    },
    .goals = {
      [WAY_COLOUR_BLUE] = 0x0c3c7aff, [WAY_COLOUR_PURPLE] = 0x5b2473ff,
      [WAY_COLOUR_GREEN] = 0x0a5a33ff, [WAY_COLOUR_RED] = 0x8a0d18ff,
      [WAY_COLOUR_TEAL] = 0x055560ff, [WAY_COLOUR_ORANGE] = 0x8a3000ff,
      [WAY_COLOUR_YELLOW] = 0x6b4a00ff, [WAY_COLOUR_BROWN] = 0x5c3d22ff,
    },
    .line_width = 2.0,
  },
  [WAY_THEME_HIGH_CONTRAST_DARK] = {
    .background = 0x000000ff, .alternate = 0x000000ff,
    .text = 0xffffffff, .dim_text = 0xe0e0e0ff,
    .line = 0x8c8c8cff, .faint_line = 0x4a4a4aff, .trough = 0x555555ff,
    .link = 0xd0d0d0ff, .broken = 0xff9d96ff,
    .today = 0xff9a86ff, .on_today = 0x000000ff, .accent = 0x9cc7f7ff,
    .renewal = 0x5a4000ff, .expiry = 0xffd84aff,
    .credential = TONE (0c2e1b, 9cf0be, 9cf0be, 000000),
    .dropped = TONE (000000, b5b5b5, b5b5b5, 000000),
    .shade = 0xffffff26,
    .leave = 0xffffff24, .review = 0xffffffff,
    .categories = {
      [WAY_CATEGORY_STEP] = TONE (26272b, e6e8ec, e6e8ec, 000000),
      [WAY_CATEGORY_EDUCATION] = TONE (0e2444, b5d4f8, b5d4f8, 000000),
      [WAY_CATEGORY_LICENCE] = TONE (0d3019, a5f3bf, a5f3bf, 000000),
      [WAY_CATEGORY_CERTIFICATION] = TONE (30183a, ecc0ef, ecc0ef, 000000),
      [WAY_CATEGORY_EXPERIENCE] = TONE (3d1b07, ffcb98, ffcb98, 000000),
      [WAY_CATEGORY_MENTORING] = TONE (3d1016, ffbdb7, ffbdb7, 000000),
      [WAY_CATEGORY_WELLBEING] = TONE (0a2d31, a0e8ea, a0e8ea, 000000),
      [WAY_CATEGORY_REVIEW] = TONE (2d2219, ecd5bd, ecd5bd, 000000),
      [WAY_CATEGORY_LEAVE] = TONE (2a2e0c, e4ee94, e4ee94, 000000),
    },
    .goals = {
      [WAY_COLOUR_BLUE] = 0x99c1f1ff, [WAY_COLOUR_PURPLE] = 0xe0a3e8ff,
      [WAY_COLOUR_GREEN] = 0x8ff0a4ff, [WAY_COLOUR_RED] = 0xff9d96ff,
      [WAY_COLOUR_TEAL] = 0x93e5e8ff, [WAY_COLOUR_ORANGE] = 0xffbe6fff,
      [WAY_COLOUR_YELLOW] = 0xf9f06bff, [WAY_COLOUR_BROWN] = 0xe0c4a8ff,
    },
    .line_width = 2.0,
  },
};
/* clang-format on */

static const char *const theme_words[WAY_N_THEMES] = {
  [WAY_THEME_LIGHT] = "light",
  [WAY_THEME_DARK] = "dark",
  [WAY_THEME_PAPER] = "paper",
  [WAY_THEME_GREYS] = "greys",
  [WAY_THEME_HIGH_CONTRAST] = "high-contrast",
  [WAY_THEME_HIGH_CONTRAST_DARK] = "high-contrast-dark",
};

const WayStyle *
way_style_get (WayTheme theme)
{
  g_return_val_if_fail (theme < WAY_N_THEMES, &styles[WAY_THEME_LIGHT]);

  return &styles[theme];
}

gboolean
way_theme_from_word (const char *word, WayTheme *theme)
{
  for (guint i = 0; i < WAY_N_THEMES; i++)
    if (g_ascii_strcasecmp (word, theme_words[i]) == 0)
      {
        *theme = i;
        return TRUE;
      }

  return FALSE;
}

/* Relative luminance as WCAG 2.1 defines it */
static double
get_luminance (WayRgba colour)
{
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      double channel = (colour >> (24 - 8 * i) & 0xff) / 255.0;

      channel = channel <= 0.03928 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
      luminance += weights[i] * channel;
    }

  return luminance;
}

double
way_rgba_contrast (WayRgba a, WayRgba b)
{
  double first = get_luminance (a);
  double second = get_luminance (b);

  return (MAX (first, second) + 0.05) / (MIN (first, second) + 0.05);
}

WayRgba
way_rgba_fade (WayRgba colour, double factor)
{
  guint alpha = (guint)round ((colour & 0xff) * CLAMP (factor, 0.0, 1.0));

  return (colour & ~0xffu) | alpha;
}

WayRgba
way_rgba_over (WayRgba colour, WayRgba ground)
{
  WayRgba result = 0xff;
  guint alpha = colour & 0xff;

  for (guint shift = 8; shift <= 24; shift += 8)
    {
      guint above = colour >> shift & 0xff;
      guint below = ground >> shift & 0xff;

      result |= (above * alpha + below * (0xff - alpha) + 127) / 0xff << shift;
    }

  return result;
}

WayRgba
way_style_dim (WayRgba colour)
{
  return way_rgba_fade (colour, DIMMED);
}

WayRgba
way_style_dim_line (WayRgba colour)
{
  return way_rgba_fade (colour, DIMMED_LINE);
}

WayRgba
way_style_get_dimmed_text (const WayStyle *style)
{
  return way_rgba_fade (style->dim_text, DIMMED_TEXT);
}

WayMetrics
way_metrics_new (double font_scale)
{
  double scale = MAX (font_scale, 1.0);
  double row = round (34 * scale);
  double bar = round (26 * scale);

  return (WayMetrics){
    .head_width
    = round (252 * (1 + (scale - 1) * 0.6)), /* large text wraps the head less than it grows */
    .stripe = 4,
    .indent = 16,
    .scale_height = round (54 * scale),
    .row_height = row,
    .bar_height = bar,
    .bar_radius = 6,
    .band = 4,
    .icon = round (16 * scale),
    .diamond = round (18 * scale),
    .lane_padding = 9,
    .lane_minimum = round (74 * scale),
    .lane_folded = round (40 * scale),
    .credential_row = round (24 * scale),
    .credential_bar = round (16 * scale),
    .gap = 8,
    .padding = 7,
    .label_min = 40,
    .label_max = round (300 * scale),
  };
}
