/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The timeline's theme by the style manager's word.
 */
#include "way-desktop-theme.h"

#include <adwaita.h>

WayTheme
way_desktop_theme_get (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return dark ? WAY_THEME_HIGH_CONTRAST_DARK : WAY_THEME_HIGH_CONTRAST;

  return dark ? WAY_THEME_DARK : WAY_THEME_LIGHT;
}
