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
 * After a layout GTK asks the display itself, as the next frame begins, where the pointer is, and
 * tells it as a motion before it reads the events that wait. If the button was let go just then,
 * the motion has no button in it and comes before the release: gestures give up, and a click or a
 * drag that was well done comes to nothing. In @root such a motion goes no further; those of the
 * pointer do.
 */
void way_click_keeper_watch (GtkWindow *root);

G_END_DECLS
