/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows message dialogs.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_message_present:
 * @dialog: an #AdwMessageDialog that has all of its responses
 *
 * Shows it, with buttons that screen readers call what they say.
 */
void way_message_present (GtkWidget *dialog);

G_END_DECLS
