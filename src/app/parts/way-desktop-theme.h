/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which of the timeline's themes goes with the desktop's colours.
 */
#pragma once

#include "way-style.h"

G_BEGIN_DECLS

/**
 * way_desktop_theme_get:
 *
 * Returns: light or dark, of high contrast where the desktop asks for it, as the style manager says
 * now
 */
WayTheme way_desktop_theme_get (void);

G_END_DECLS
