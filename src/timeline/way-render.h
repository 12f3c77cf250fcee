/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pages as files: PDF, SVG and PNG.
 */
#pragma once

#include "way-pages.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_RENDER_MIN_DPI 24
#define WAY_RENDER_MAX_DPI 1200

typedef enum
{
  WAY_RENDER_PDF,
  WAY_RENDER_SVG,
  WAY_RENDER_PNG,
} WayRenderFormat;

/**
 * way_render:
 * @pages: what to draw; of SVG and PNG the first one, for those are one picture
 * @dpi: dots an inch of PNG, from WAY_RENDER_MIN_DPI to WAY_RENDER_MAX_DPI
 * @stream: where the bytes go; it is not closed
 * @error: return location: WAY_PAGES_ERROR, or what the stream says
 *
 * The same pages give the same bytes: the date in a PDF is that of SOURCE_DATE_EPOCH, or none other
 * than 1970. A PDF has title, author and language, the bookmarks of @pages, and links. On an error
 * the stream has been written in part, and what it leads to has to be thrown away.
 *
 * Returns: whether all was written
 */
gboolean way_render (WayPages *pages, WayRenderFormat format, double dpi, GOutputStream *stream,
                     GCancellable *cancellable, GError **error);

G_END_DECLS
