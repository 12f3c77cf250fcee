/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that has something for each line of agenda, plan on a page and credential record.
 */
#include "sheet-plan.h"

#include "sample-plan.h"

#define HASH "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"

const char *const sheet_plan_secrets[] = {
  "NobodyMayReadThis", "NorThisOne", "RN-0042-SECRET", "hidden@example.org", "+44 1632 960187",
  "WhatIThoughtOfIt",  NULL
};

static void
set_value (WayRecordBuilder *builder, const Value *value)
{
  WayFieldType type = way_schema_get_field (value->field)->type;
  g_autoptr (GError) error = NULL;
  WayId id;

  if (type == WAY_TYPE_REF || type == WAY_TYPE_REFS)
    {
      id = sample_id (value->value);
      if (type == WAY_TYPE_REF)
        way_record_builder_set_ref (builder, value->field, &id);
      else
        way_record_builder_set_refs (builder, value->field, &id, 1);
      return;
    }

  way_record_builder_parse (builder, value->field, value->value, -1, &error);
  g_assert_no_error (error);
}

void
add_record (WayPlan *plan, WayKind kind, const char *name, const Value *values)
{
  WayRecordBuilder *builder = way_record_builder_new ();
  WayId id = sample_id (name);

  way_record_builder_start (builder, kind, &id);
  for (; values->field != WAY_FIELD_NONE; values++)
    set_value (builder, values);

  g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));
  way_record_builder_free (builder);
}

void
add_activity (WayPlan *plan, const char *name, const char *date, int hundredths,
              gboolean participatory, const char *first, const char *second)
{
  WayRecordBuilder *builder = way_record_builder_new ();
  WayId id = sample_id (name);

  way_record_builder_start (builder, WAY_KIND_ACTIVITY, &id);
  way_record_builder_set_text (builder, WAY_ACTIVITY_TITLE, name, -1);
  set_value (builder, &(Value){ WAY_ACTIVITY_PROVIDER, "University" });
  set_value (builder, &(Value){ WAY_ACTIVITY_DATE, date });
  way_record_builder_set_decimal (builder, WAY_ACTIVITY_HOURS, hundredths);
  way_record_builder_set_decimal (builder, WAY_ACTIVITY_CREDITS, hundredths / 2);
  if (participatory)
    way_record_builder_set_flag (builder, WAY_ACTIVITY_PARTICIPATORY, TRUE);
  set_value (builder, &(Value){ WAY_ACTIVITY_REFLECTION, "WhatIThoughtOfIt" });

  if (first != NULL)
    {
      id = sample_id (first);
      way_record_builder_add_count (builder, WAY_ACTIVITY_COUNTS, &id, "clinical", -1);
    }
  if (second != NULL)
    {
      id = sample_id (second);
      way_record_builder_add_count (builder, WAY_ACTIVITY_COUNTS, &id, "general", -1);
    }

  g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));
  way_record_builder_free (builder);
}

static void
add_dates (WayPlan *plan)
{
  ADD (plan, WAY_KIND_MILESTONE, "late", { WAY_MILESTONE_TITLE, "Long overdue" },
       { WAY_MILESTONE_START, "2026-03-02" }, { WAY_MILESTONE_GOAL, "icu" });
  ADD (plan, WAY_KIND_MILESTONE, "noted", { WAY_MILESTONE_TITLE, "Meet the mentor" },
       { WAY_MILESTONE_START, "2026-12-12" }, { WAY_MILESTONE_GOAL, "icu" },
       { WAY_MILESTONE_CATEGORY, "mentoring" }, { WAY_MILESTONE_LOCATION, "Leeds" },
       { WAY_MILESTONE_NOTES, "Bring the plan." },
       { WAY_MILESTONE_PRIVATE_NOTES, "NobodyMayReadThis" }, { WAY_MILESTONE_PEOPLE, "mentor" });
  ADD (plan, WAY_KIND_GOAL, "private", { WAY_GOAL_TITLE, "A quiet goal" }, { WAY_GOAL_RANK, "z" },
       { WAY_GOAL_DUE, "2027-03" }, { WAY_GOAL_PRIVATE_NOTES, "NorThisOne" },
       { WAY_GOAL_HEARTFELT, "Because it is\nmine." });
  ADD (plan, WAY_KIND_REVIEW, "review", { WAY_REVIEW_DATE, "2026-12-31" });
}

static void
add_evidence (WayPlan *plan)
{
  ADD (plan, WAY_KIND_CREDENTIAL, "nmc", { WAY_CREDENTIAL_NAME, "NMC registration" },
       { WAY_CREDENTIAL_KIND, "registration" }, { WAY_CREDENTIAL_NUMBER, "RN-0042-SECRET" },
       { WAY_CREDENTIAL_ISSUER, "Nursing and Midwifery Council" },
       { WAY_CREDENTIAL_JURISDICTION, "England" }, { WAY_CREDENTIAL_ISSUED, "2024-06-01" },
       { WAY_CREDENTIAL_EXPIRES, "2027-05-31" }, { WAY_CREDENTIAL_RENEWAL, "36" });
  add_activity (plan, "Sepsis study day", "2026-02-10", 650, TRUE, "nmc", NULL);
  add_activity (plan, "Journal club", "2026-01", 125, FALSE, "nmc", "ACLS");
  add_activity (plan, "First aid at the school", "2026-05-05", 200, FALSE, NULL, NULL);
  ADD (plan, WAY_KIND_LINK, "certificate", { WAY_LINK_OF, "Sepsis study day" },
       { WAY_LINK_TITLE, "Certificate" }, { WAY_LINK_URI, "https://example.org/sepsis.pdf" },
       { WAY_LINK_SHA256, HASH });
  ADD (plan, WAY_KIND_LINK, "file", { WAY_LINK_OF, "Journal club" },
       { WAY_LINK_URI, "file:///home/me/club.pdf" });
}

WayPlan *
sheet_plan_new (void)
{
  WayPlan *plan = sample_plan_new ();

  ADD (plan, WAY_KIND_PLAN, "plan", { WAY_PLAN_TITLE, "My way" },
       { WAY_PLAN_OWNER, "Ada Lovelace" });
  add_dates (plan);
  add_evidence (plan);
  ADD (plan, WAY_KIND_PERSON, "mentor", { WAY_PERSON_NAME, "Comfort Mensah" },
       { WAY_PERSON_RELATION, "mentor" }, { WAY_PERSON_ORGANISATION, "Older people’s ward" },
       { WAY_PERSON_EMAIL, "hidden@example.org" }, { WAY_PERSON_PHONE, "+44 1632 960187" });

  return plan;
}
