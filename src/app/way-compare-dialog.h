/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Shows what differs between a plan as it is here and as its file has it.
 */
#pragma once

#include "way-comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define WAY_TYPE_COMPARE_DIALOG (way_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WayCompareDialog, way_compare_dialog, WAY, COMPARE_DIALOG, AdwWindow)

/**
 * way_compare_dialog_new:
 * @parent: the window that it lies over
 * @comparison: the plan as it is here, and as the file has it
 */
GtkWidget *way_compare_dialog_new (GtkWindow *parent, WayComparison *comparison);

G_END_DECLS
