/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows message dialogs.
 */
#include "way-message.h"

#include "way-button-name.h"

void
way_message_present (GtkWidget *dialog)
{
  way_button_name_set_all (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}
