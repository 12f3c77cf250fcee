/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeps clicks and drags from being lost at their end.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_click_keeper_watch:
 * @root: a window or dialog
 *
 * GTK reads no events while it draws a frame, and after a layout asks the display itself where the
 * pointer is, to tell it as a motion. If the button was let go just before that, the motion, which
 * has no button in it, comes before the release: gestures give up, and a click or a drag that was
 * well done comes to nothing. In @root such a motion goes no further; those of the pointer do.
 */
void way_click_keeper_watch (GtkWindow *root);

G_END_DECLS
