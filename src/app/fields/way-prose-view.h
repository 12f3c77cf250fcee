/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A text view that is always as high as its text.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define WAY_TYPE_PROSE_VIEW (way_prose_view_get_type ())
G_DECLARE_FINAL_TYPE (WayProseView, way_prose_view, WAY, PROSE_VIEW, GtkTextView)

G_END_DECLS
