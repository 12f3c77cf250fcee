/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws the letters that the first frame will need on a thread, while the toolkit starts.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_font_warmth_begin:
 *
 * Has the desktop's font read and its letters drawn at the sizes that a window and a timeline show.
 * Nobody waits for it: Cairo keeps drawn letters for all threads, and what it has not got yet when
 * it is asked, it draws then.
 *
 * GTK is initialised by then.
 */
void way_font_warmth_begin (void);

G_END_DECLS
