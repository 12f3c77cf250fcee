/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The earlier versions of a plan, what differs in them, and a way back to each.
 */
#pragma once

#include "way-document.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_VERSIONS_DIALOG (way_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayVersionsDialog, way_versions_dialog, WAY, VERSIONS_DIALOG, AdwWindow)

/**
 * WayVersionsDialog::restore:
 * @plan: the version that the person wants back
 * @when: when it was saved, in words
 *
 * Its restoring is for the listener to do; the dialog closes.
 */

/**
 * WayVersionsDialog::open-copy:
 * @plan: the version that is to be opened as a plan of its own
 *
 * Likewise.
 */

/**
 * WayVersionsDialog::salvage:
 * @file: a damaged version of which the person wants what is intact
 *
 * Likewise.
 */

/**
 * way_versions_dialog_new:
 * @document: whose versions they are
 * @n_kept: how many are kept as the person prefers, to say why there are none
 */
GtkWidget *way_versions_dialog_new (GtkWindow *parent, WayDocument *document, guint n_kept);

/**
 * way_versions_dialog_set_lost:
 *
 * The plan as it was last saved cannot be read, and the document is an empty one with its id: each
 * version can be restored, and nothing else is offered.
 */
void way_versions_dialog_set_lost (WayVersionsDialog *self);

G_END_DECLS
