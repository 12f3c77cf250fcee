/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text, tick boxes and bars one below the other, measured with the fonts of the machine and broken
 * onto pages: what agendas, summaries and records are made of. Internal to the room.
 *
 * All measures are points. What is placed is placed as on a page whose lines begin at the left;
 * where they begin at the right, all is mirrored when it is drawn.
 */
#pragma once

#include "way-icon.h"
#include "way-pages.h"
#include "way-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * WayFlowFont:
 *
 * The sizes of text on a sheet. Few, so that a page is calm.
 */
typedef enum
{
  WAY_FLOW_FONT_HEADING,
  WAY_FLOW_FONT_SUBHEADING,
  WAY_FLOW_FONT_BODY,
  WAY_FLOW_FONT_STRONG,
  WAY_FLOW_FONT_SMALL,
  WAY_FLOW_FONT_SMALL_STRONG,
  WAY_FLOW_FONT_MONOSPACE,
  WAY_N_FLOW_FONTS,
} WayFlowFont;

/**
 * WayFlowAlign:
 * @WAY_FLOW_START: where lines of the page begin, whatever the direction of the text
 * @WAY_FLOW_END: where lines of the page end
 * @WAY_FLOW_NATURAL: where lines of the text begin
 */
typedef enum
{
  WAY_FLOW_START,
  WAY_FLOW_END,
  WAY_FLOW_NATURAL,
} WayFlowAlign;

/**
 * WayFlowKind:
 * @WAY_FLOW_HEADING: never the last on a page
 * @WAY_FLOW_ROW: cells side by side
 * @WAY_FLOW_PROSE: a line of a longer text
 * @WAY_FLOW_TABLE_HEAD: names of columns
 */
typedef enum
{
  WAY_FLOW_HEADING,
  WAY_FLOW_ROW,
  WAY_FLOW_PROSE,
  WAY_FLOW_TABLE_HEAD,
} WayFlowKind;

/**
 * WayFlowFlags:
 * @WAY_FLOW_KEEP: on the same page as what follows
 * @WAY_FLOW_AGAIN: not here, but at the top of each page onto which what follows continues
 */
typedef enum
{
  WAY_FLOW_LOOSE = 0,
  WAY_FLOW_KEEP = 1 << 0,
  WAY_FLOW_AGAIN = 1 << 1,
} WayFlowFlags;

/**
 * WayFlowText:
 * @text: what to write
 * @x: where its column begins
 * @width: of the column
 * @baseline: of its first line, below the block's top
 * @max_lines: longer text is ellipsised; 0 for none
 * @address: (nullable): where a click leads
 *
 * Text in a column.
 */
typedef struct
{
  const char *text;
  WayFlowFont font;
  WayRgba colour;
  WayFlowAlign align;
  double x;
  double width;
  double baseline;
  guint max_lines;
  const char *address;
} WayFlowText;

typedef struct _WayFlow WayFlow;

/**
 * way_flow_new:
 * @style: colours of rules and boxes
 * @width: of the flow
 * @rtl: whether lines of the page begin at the right
 *
 * Returns: (transfer full): a flow without blocks
 */
WayFlow *way_flow_new (const WayStyle *style, double width, gboolean rtl);
void way_flow_free (WayFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFlow, way_flow_free)

double way_flow_get_width (WayFlow *self);
const WayStyle *way_flow_get_style (WayFlow *self);

/**
 * way_flow_get_leading:
 *
 * Returns: from one baseline to the next
 */
double way_flow_get_leading (WayFlowFont font);

/**
 * way_flow_begin:
 * @gap: above it, where it is not the first on a page
 *
 * Begins a block, which is not broken. It is as high as what is added to it.
 */
void way_flow_begin (WayFlow *self, WayFlowKind kind, double gap);
void way_flow_end (WayFlow *self, WayFlowFlags flags);

/**
 * way_flow_add_text:
 *
 * Returns: the baseline of its last line
 */
double way_flow_add_text (WayFlow *self, const WayFlowText *text);

void way_flow_add_rule (WayFlow *self, double x, double width, double y, WayRgba colour);
void way_flow_add_box (WayFlow *self, double x, double y, gboolean is_ticked);
void way_flow_add_stripe (WayFlow *self, const WayRect *rect, WayRgba colour);
void way_flow_add_icon (WayFlow *self, WayIcon icon, double x, double y, double size,
                        WayRgba colour);

/**
 * way_flow_add_bar:
 * @fraction: 0 to 1
 */
void way_flow_add_bar (WayFlow *self, const WayRect *rect, double fraction, WayRgba colour);

/**
 * way_flow_add_bookmark:
 * @level: 0 for one that is part of none
 *
 * Lets the block that has begun be found by the reader of a PDF.
 */
void way_flow_add_bookmark (WayFlow *self, const char *title, guint level);

/**
 * way_flow_add_prose:
 * @gap: above it
 *
 * Adds blocks for a text of any length, which may be broken between lines, but no line is left
 * alone on a page where there are several.
 */
void way_flow_add_prose (WayFlow *self, const WayFlowText *text, double gap);

/**
 * way_flow_end_section:
 *
 * What was added by WAY_FLOW_AGAIN holds up to here.
 */
void way_flow_end_section (WayFlow *self);

guint way_flow_get_n_blocks (WayFlow *self);

/**
 * way_flow_truncate:
 * @n_blocks: how many to keep
 *
 * Takes the last blocks back.
 */
void way_flow_truncate (WayFlow *self, guint n_blocks);

/**
 * way_flow_measure:
 * @first: a block, 0 for the first
 *
 * Returns: what the blocks from @first on add to the height of one page
 */
double way_flow_measure (WayFlow *self, guint first);

/**
 * way_flow_break:
 * @height: of a page; 0 for one that is as tall as it takes
 *
 * To be called after the last block and before what follows here.
 */
void way_flow_break (WayFlow *self, double height);

guint way_flow_get_n_pages (WayFlow *self);

/**
 * WayFlowPlace:
 * @kind: what it is
 * @page: from 0
 * @y: its top
 * @height: without the gap above
 */
typedef struct
{
  WayFlowKind kind;
  guint page;
  double y;
  double height;
} WayFlowPlace;

typedef void (*WayFlowFunc) (const WayFlowPlace *place, gpointer user_data);

/**
 * way_flow_foreach:
 *
 * Calls @func for each block, also for those that stand again at the top of a page.
 */
void way_flow_foreach (WayFlow *self, WayFlowFunc func, gpointer user_data);

/**
 * way_flow_draw:
 * @cr: the flow's corner at the origin
 */
void way_flow_draw (WayFlow *self, guint page, cairo_t *cr);

/**
 * way_flow_visit_bookmarks:
 * @y: of the flow's top on each page
 */
void way_flow_visit_bookmarks (WayFlow *self, double y, WayBookmarkFunc func, gpointer user_data);

/**
 * way_flow_dump:
 *
 * Returns: (transfer full): a line a block, with its kind and its texts
 */
char *way_flow_dump (WayFlow *self);

G_END_DECLS
