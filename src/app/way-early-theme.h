/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spares the toolkit a stylesheet that nobody will see.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_early_theme_init:
 *
 * Initialises GTK without its own theme, which libadwaita would take away again before anything is
 * shown, after all of it was parsed: a third of what starting the toolkit takes. Does nothing when
 * the person chose a theme by the environment.
 *
 * Changes the environment for a moment, so it comes before this program starts any thread.
 */
void way_early_theme_init (void);

G_END_DECLS
