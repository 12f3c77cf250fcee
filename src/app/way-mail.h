/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Hands a file to the person's mail program.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_mail_compose_async:
 * @path: what is attached; it has to stay there, for nobody says when a mail program has read it
 *
 * Opens a new mail, without an address, by the desktop's portal; where there is none, by
 * `xdg-email`. Whether it is ever sent is the person's affair and never known.
 */
void way_mail_compose_async (const char *subject, const char *path, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data);

/**
 * way_mail_compose_finish:
 *
 * Returns: whether a mail program has taken it; %FALSE without an error when the person declined
 */
gboolean way_mail_compose_finish (GAsyncResult *result, GError **error);

G_END_DECLS
