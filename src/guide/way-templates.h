/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans to start from.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayTemplate:
 * @id: as in `waymark-cli new --template student`
 * @title: untranslated; pass it through _()
 * @description: untranslated, one sentence; pass it through _()
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *description;
} WayTemplate;

/**
 * way_templates_list:
 * @n_templates: (out): how many
 *
 * Returns: (array length=n_templates) (transfer none): all templates, the most general first
 */
const WayTemplate *way_templates_list (guint *n_templates);

/**
 * way_templates_find:
 *
 * Returns: (nullable) (transfer none): the template of that id
 */
const WayTemplate *way_templates_find (const char *id);

/**
 * way_template_load:
 * @error: return location
 *
 * Returns: (transfer full): the bytes of the template's plan file; give the plan that is read from
 * them to way_template_instantiate()
 */
GBytes *way_template_load (const WayTemplate *self, GError **error);

/**
 * way_template_instantiate:
 * @plan: a template's plan
 * @id: (nullable): id of the new plan, %NULL for a new one
 * @start: a day in the month that the new plan begins with
 *
 * Returns: (transfer full): the same plan with ids of its own, made from the new plan's id, and
 * with its dates moved by whole months
 */
WayPlan *way_template_instantiate (WayPlan *plan, const WayId *id, WayDay start);

G_END_DECLS
