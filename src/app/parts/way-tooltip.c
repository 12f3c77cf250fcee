/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Tooltips that are set again and again, or that would lie over something.
 */
#include "way-tooltip.h"

void
way_tooltip_set (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (text, gtk_widget_get_tooltip_text (widget)) != 0)
    gtk_widget_set_tooltip_text (widget, text);
}

static void
on_popover_changed (GtkMenuButton *button, GParamSpec *pspec, GtkWidget *widget)
{
  GtkPopover *popover = gtk_menu_button_get_popover (button);

  if (popover != NULL)
    g_object_bind_property (popover, "visible", widget, "has-tooltip", G_BINDING_INVERT_BOOLEAN);
}

void
way_tooltip_give_way (GtkWidget *widget, GtkMenuButton *button)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));

  g_signal_connect_object (button, "notify::popover", G_CALLBACK (on_popover_changed), widget, 0);
  on_popover_changed (button, NULL, widget);
}
