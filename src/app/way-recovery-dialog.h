/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows what there is to be restored, and asks what is to become of it.
 */
#pragma once

#include "way-recovery.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_RECOVERY_DIALOG (way_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayRecoveryDialog, way_recovery_dialog, WAY, RECOVERY_DIALOG, AdwWindow)

/**
 * WayRecoveryDialog::restore:
 * @recovery: what the person wants back
 *
 * Its restoring is for the listener to do; the dialog lists it no more.
 */

/**
 * way_recovery_dialog_new:
 * @parent: the window that it lies over
 * @list: (element-type WayRecovery): what is left in it is what was neither restored nor discarded
 */
GtkWidget *way_recovery_dialog_new (GtkWindow *parent, GPtrArray *list);

G_END_DECLS
