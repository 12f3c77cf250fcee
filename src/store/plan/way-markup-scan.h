/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Goes through markup from left to right, without a parser that strangers' bytes might break. For
 * this room only.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaySpan:
 *
 * A piece of a text. A plain value: copy it.
 */
typedef struct
{
  const char *at;
  gsize length;
} WaySpan;

/* @prefix is empty for none */
typedef struct
{
  WaySpan prefix;
  WaySpan name;
} WayMarkupName;

/**
 * WayMarkupAttribute:
 * @name: in a declaration the name is what is declared, empty for the default
 * @value: still escaped
 * @uri: what the prefix stands for; for the caller to set
 * @is_declaration: of a namespace
 */
typedef struct
{
  WayMarkupName name;
  WaySpan value;
  WaySpan uri;
  gboolean is_declaration;
} WayMarkupAttribute;

/**
 * WayScan:
 * @at: what comes next, in clean text that ends in NUL
 */
typedef struct
{
  const char *at;
} WayScan;

gboolean way_span_is (WaySpan span, const char *text);
gboolean way_span_equal (WaySpan a, WaySpan b);
WaySpan way_span_between (const char *start, const char *end);

/**
 * way_span_is_uri:
 *
 * Returns: whether the parser takes it for the address of a namespace, be it relative to another
 */
gboolean way_span_is_uri (WaySpan uri);

/**
 * way_scan_skip:
 *
 * Returns: whether @text comes next, and is behind then
 */
gboolean way_scan_skip (WayScan *self, const char *text);

/* Each takes something that is as it has to be, and returns whether it was */

gboolean way_scan_take_name (WayScan *self, WayMarkupName *name);
/* A name, and after it the value */
gboolean way_scan_take_attribute (WayScan *self, WayMarkupAttribute *attribute);
/* Up to the next tag, or the end */
gboolean way_scan_take_text (WayScan *self);
/* What follows the opening characters of the two */
gboolean way_scan_take_comment (WayScan *self);
gboolean way_scan_take_instruction (WayScan *self);

/**
 * way_markup_attribute_is_legal:
 *
 * Returns: FALSE where the name is one that XML itself gives a meaning to, and the value has none
 */
gboolean way_markup_attribute_is_legal (const WayMarkupAttribute *self);

G_END_DECLS
