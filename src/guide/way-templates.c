/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans to start from, as resources/templates has them.
 */
#include "config.h"

#include "way-templates.h"

#include "way-core-resources.h"
#include "way-record-builder.h"

#include <glib/gi18n-lib.h>

#define FIRST_MONTH (2000 * 12) /* what the months of a template count from: January 2000 */

/* Titles and descriptions are those of the plans, so that they can be translated without opening
 * one; a test compares them. */
static const WayTemplate templates[] = {
  { "blank", N_ ("My plan"),
    N_ ("A frame with questions instead of answers: one main goal, what it takes, who helps, and "
        "how you stay well.") },
  { "student", N_ ("From first lecture to first shift"),
    N_ ("Three years of study and placements, the licence, and the first post.") },
  { "new-graduate-nurse", N_ ("My first two years as a nurse"),
    N_ ("Preceptorship, the skills of a specialty, a place in the team, and enough sleep.") },
  { "advanced-practice", N_ ("To advanced practice"),
    N_ ("Experience, a part-time master’s degree with supervised hours, certification, licence "
        "and the first year in the role.") },
  { "resident-physician", N_ ("My first years as a doctor"),
    N_ ("The first year, the choice of a specialty and its examination, teaching, and a life "
        "besides.") },
  { "allied-health", N_ ("From rotations to specialist"),
    N_ ("Physiotherapy, radiography, occupational therapy and the other allied professions: "
        "rotations, a specialty, leadership, registration.") },
};

const WayTemplate *
way_templates_list (guint *n_templates)
{
  *n_templates = G_N_ELEMENTS (templates);

  return templates;
}

const WayTemplate *
way_templates_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (templates); i++)
    if (g_strcmp0 (templates[i].id, id) == 0)
      return &templates[i];

  return NULL;
}

GBytes *
way_template_load (const WayTemplate *self, GError **error)
{
  g_autofree char *path = g_strdup_printf ("/org/waymark/core/templates/%s.waymark", self->id);

  return g_resource_lookup_data (way_core_get_resource (), path, 0, error);
}

/* What turns the records of a template into those of a plan */
typedef struct
{
  WayRecordBuilder *builder;
  WayId plan_id;
  int months;
} Making;

static WayId
make_id (const Making *self, const WayId *id)
{
  char text[WAY_ID_BUFFER_SIZE];

  return way_id_derive (&self->plan_id, way_id_format (id, text));
}

static void
make_date (const Making *self, const WayRecord *record, WayField field)
{
  way_record_builder_set_date (
      self->builder, field,
      way_date_add_months (way_record_get_date (record, field), self->months));
}

static void
make_refs (const Making *self, const WayRecord *record, WayField field)
{
  guint count = 0;
  const WayId *ids = way_record_get_refs (record, field, &count);
  g_autofree WayId *made = g_new (WayId, count);

  for (guint i = 0; i < count; i++)
    made[i] = make_id (self, &ids[i]);

  if (way_schema_get_field (field)->type == WAY_TYPE_REF)
    way_record_builder_set_ref (self->builder, field, made);
  else
    way_record_builder_set_refs (self->builder, field, made, count);
}

static void
make_counts (const Making *self, const WayRecord *record, WayField field)
{
  way_record_builder_clear (self->builder, field);
  for (guint i = 0; i < way_record_get_n_counts (record, field); i++)
    {
      WayCount count = way_record_get_count (record, field, i);
      WayId id = make_id (self, &count.credential);

      way_record_builder_add_count (self->builder, field, &id, count.category, -1);
    }
}

typedef void (*MakeField) (const Making *self, const WayRecord *record, WayField field);

/* By the field's type; without a row, the value stays */
static const MakeField makers[] = {
  [WAY_TYPE_DATE] = make_date,
  [WAY_TYPE_REF] = make_refs,
  [WAY_TYPE_REFS] = make_refs,
  [WAY_TYPE_COUNTS] = make_counts,
};

static WayRecord *
make_record (const Making *self, const WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));
  WayId id
      = kind->kind == WAY_KIND_PLAN ? self->plan_id : make_id (self, way_record_get_id (record));

  way_record_builder_start_from (self->builder, record);
  way_record_builder_set_id (self->builder, &id);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const WayFieldInfo *info = &kind->fields[i];
      MakeField make = info->type < G_N_ELEMENTS (makers) ? makers[info->type] : NULL;

      if (make != NULL && way_record_has (record, info->field))
        make (self, record, info->field);
    }

  return way_record_builder_end (self->builder);
}

WayPlan *
way_template_instantiate (WayPlan *plan, const WayId *id, WayDay start)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  WayYmd ymd = way_day_to_ymd (start);
  Making making
      = { builder, id != NULL ? *id : way_id_new (), ymd.year * 12 + ymd.month - 1 - FIRST_MONTH };
  WayPlan *made = way_plan_new (&making.plan_id);

  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint count;
      WayRecord *const *records = way_plan_get_records (plan, kind, &count);

      for (guint i = 0; i < count; i++)
        way_plan_add_loaded (made, make_record (&making, records[i]));
    }

  return made;
}
