/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Names of buttons as screen readers are to say them.
 */
#include "way-button-name.h"

char *
way_button_name_strip_mark (const char *label)
{
  g_autoptr (GString) plain = g_string_new (label);
  char *mark = strchr (plain->str, '_');

  if (mark != NULL)
    g_string_erase (plain, mark - plain->str, 1);

  return g_string_free (g_steal_pointer (&plain), FALSE);
}

void
way_button_name_set (GtkWidget *button, const char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
way_button_name_set_all (GtkWidget *root)
{
  const char *label = GTK_IS_BUTTON (root) ? gtk_button_get_label (GTK_BUTTON (root)) : NULL;

  if (label != NULL)
    {
      g_autofree char *name = gtk_button_get_use_underline (GTK_BUTTON (root))
                                  ? way_button_name_strip_mark (label)
                                  : g_strdup (label);

      way_button_name_set (root, name);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    way_button_name_set_all (child);
}
