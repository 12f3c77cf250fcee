/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Where a new plan or a picture of one comes from: a file, or a template.
 */
#pragma once

#include "way-plan.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * way_plan_source_read_file:
 * @file: a #GFile
 *
 * Reads a plan to draw a picture of it. Very large ones are left alone.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_source_read_file (gpointer file, GCancellable *cancellable, GError **error);

/**
 * way_plan_source_read_template:
 * @id: a template's id, a string
 *
 * Returns: (transfer full) (nullable): a new plan made from the template, which begins this month
 */
WayPlan *way_plan_source_read_template (gpointer id, GCancellable *cancellable, GError **error);

G_END_DECLS
