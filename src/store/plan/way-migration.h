/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Versions of the plan format, and the steps from an older one to the present. For this room only.
 */
#pragma once

#include "way-plan.h"
#include "way-refusal.h"

G_BEGIN_DECLS

typedef struct
{
  guint major;
  guint minor;
} WayFormatVersion;

/**
 * way_format_version_parse:
 * @text: as "1.0"; need not end in NUL
 *
 * Returns: whether @text is a version
 */
gboolean way_format_version_parse (const char *text, gsize length, WayFormatVersion *version);

/**
 * way_format_version_format:
 *
 * Returns: (transfer full): @version as in the file
 */
char *way_format_version_format (WayFormatVersion version);

/**
 * way_migrate_plan:
 * @plan: as it was read
 * @version: what the file says
 * @error: return location; domain WAY_REFUSAL
 *
 * Brings a plan of an older major version to the present one, step by step. Does nothing to one
 * that is not older.
 *
 * Returns: FALSE when there is no way from that version
 */
gboolean way_migrate_plan (WayPlan *plan, WayFormatVersion version, GError **error);

G_END_DECLS
