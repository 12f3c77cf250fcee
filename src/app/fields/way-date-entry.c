/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Words into a date, and the entry's own sign that they are none.
 */
#include "way-date-entry.h"

#include "way-today.h"

gboolean
way_date_entry_read (GtkWidget *entry, WayDateSide side, WayDate *date)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean is_date = way_date_from_words (text, way_day_today (), side, date);

  if (is_date)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_date ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);

  return is_date;
}
