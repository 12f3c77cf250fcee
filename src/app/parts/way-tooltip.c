/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tooltips that are set again and again.
 */
#include "way-tooltip.h"

void
way_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (text, gtk_widget_get_tooltip_text (widget)) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}
