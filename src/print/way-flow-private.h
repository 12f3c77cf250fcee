/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a flow is made of, for the files that measure, break and draw it.
 */
#pragma once

#include "way-flow.h"

G_BEGIN_DECLS

#define WAY_FLOW_BOX 7.5 /* points, of a tick box */
#define WAY_FLOW_NO_BLOCK G_MAXUINT

typedef enum
{
  WAY_FLOW_MARK_TEXT,
  WAY_FLOW_MARK_RULE,
  WAY_FLOW_MARK_BOX,
  WAY_FLOW_MARK_STRIPE,
  WAY_FLOW_MARK_ICON,
  WAY_FLOW_MARK_BAR,
} WayFlowMarkKind;

/**
 * WayFlowMark:
 * @rect: of a text the column's x and width, and y is the baseline of its first line
 * @text: (nullable): a reference-counted string
 * @address: (nullable): owned
 * @first_line: of the text
 * @n_lines: so many from there
 * @value: fraction of a bar, icon, whether a box is ticked
 *
 * Something that is drawn. Text is kept as such and shaped again for drawing: a plan of many
 * thousand rows would take gigabytes otherwise.
 */
typedef struct
{
  WayFlowMarkKind kind;
  WayFlowFont font;
  WayFlowAlign align;
  WayRgba colour;
  WayRect rect;
  char *text;
  char *address;
  guint max_lines;
  guint first_line;
  guint n_lines;
  double value;
} WayFlowMark;

/**
 * WayFlowBlock:
 * @again: the block that stands above it where a page begins with it
 * @bookmark: (nullable): owned
 */
typedef struct
{
  WayFlowKind kind;
  WayFlowFlags flags;
  double gap;
  double top; /* the least y of a mark, below 0 for letters that are higher than usual */
  double height;
  guint again;
  guint first_mark;
  guint n_marks;
  char *bookmark;
  guint level;
  guint page;
  double y;
} WayFlowBlock;

struct _WayFlow
{
  const WayStyle *style;
  double width;
  gboolean rtl;
  PangoContext *context;
  PangoFontDescription *fonts[WAY_N_FLOW_FONTS];
  GArray *marks;  /* of WayFlowMark */
  GArray *blocks; /* of WayFlowBlock */
  GArray *pages;  /* of guint: the first block of each page */
  guint again;    /* for the next block */

  /* the text that was shaped last: lines of prose follow one another */
  PangoLayout *layout;
  const char *layout_text;
};

/* The layout of a text; good until the next call */
PangoLayout *way_flow_shape (WayFlow *self, const WayFlowMark *mark);

static inline WayFlowBlock *
way_flow_get_block (const WayFlow *self, guint index)
{
  return &g_array_index (self->blocks, WayFlowBlock, index);
}

G_END_DECLS
