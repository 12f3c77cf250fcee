/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * GTK parses its theme when its settings are made. Only the environment is asked before, and
 * libadwaita keeps its own styles back when it finds a theme there; so it is named there for just
 * as long as the settings take to be made.
 */
#include "way-early-theme.h"

#define VARIABLE "GTK_THEME"
#define EMPTY "Adwaita-empty" /* what libadwaita sets in its stead, and brings along */

void
way_early_theme_init (void)
{
  if (g_getenv (VARIABLE) != NULL)
    return;

  g_setenv (VARIABLE, EMPTY, TRUE);
  if (gtk_init_check ())
    gtk_settings_get_default ();
  g_unsetenv (VARIABLE);
}
