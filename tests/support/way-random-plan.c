/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random plans: first the ids of all records, then their values, so that references can lead
 * anywhere.
 */
#include "way-random-plan.h"

#include "way-random-text.h"

#include <string.h>

#define FIRST_DAY 16436 /* 2015-01-01 */
#define MAX_STEP 900    /* days from one date of a record to its next */

typedef struct
{
  GRand *rand;
  WayRecordBuilder *builder;
  GArray *ids[WAY_N_KINDS]; /* of WayId */

  /* What keeps a record sound: its dates rise, and its references to one kind too, so that
   * dependencies cannot run in a circle and goals are only part of earlier ones */
  WayDay day;
  guint next;  /* the first index that a reference may lead to */
  guint limit; /* the first that it may not */
} Maker;

WayId
way_random_id (GRand *rand)
{
  WayId id;

  for (guint i = 0; i < sizeof id.bytes; i++)
    id.bytes[i] = (guint8)g_rand_int_range (rand, 0, 256);
  id.bytes[6] = (guint8)((id.bytes[6] & 0x0f) | 0x40);
  id.bytes[8] = (guint8)((id.bytes[8] & 0x3f) | 0x80);

  return id;
}

WayDate
way_random_date (GRand *rand, WayDay earliest)
{
  WayDay day = earliest + g_rand_int_range (rand, 0, MAX_STEP);

  return way_date_new (
      (WayPrecision)g_rand_int_range (rand, WAY_PRECISION_YEAR, WAY_PRECISION_DAY + 1), day,
      (WayDateQualifier)g_rand_int_range (rand, 0, 4));
}

static gboolean
one_in (Maker *self, int n)
{
  return g_rand_int_range (self->rand, 0, n) == 0;
}

/* The ids that a reference to @target may lead to */
static GArray *
targets (Maker *self, WayKind target)
{
  if (target != WAY_KIND_ANY)
    return self->ids[target];

  return self->ids[g_rand_int_range (self->rand, 0, WAY_N_KINDS)];
}

/* Each gives a field a value of its type, or leaves it when it cannot */
typedef void (*SetFunc) (Maker *self, const WayFieldInfo *info);

static void
set_line (Maker *self, const WayFieldInfo *info)
{
  g_autofree char *text = way_random_line (self->rand);

  way_record_builder_set_text (self->builder, info->field, text, -1);
}

static void
set_prose (Maker *self, const WayFieldInfo *info)
{
  g_autofree char *text = way_random_text (self->rand);

  way_record_builder_set_text (self->builder, info->field, text, -1);
}

static void
set_choice (Maker *self, const WayFieldInfo *info)
{
  way_record_builder_set_choice (self->builder, info->field,
                                 (guint)g_rand_int_range (self->rand, 0, (int)info->n_choices));
}

static void
set_date (Maker *self, const WayFieldInfo *info)
{
  WayDate date = way_random_date (self->rand, self->day);

  self->day = way_date_get_earliest (date);
  way_record_builder_set_date (self->builder, info->field, date);
}

static void
set_instant (Maker *self, const WayFieldInfo *info)
{
  gint64 day = FIRST_DAY + g_rand_int_range (self->rand, 0, 20000);

  way_record_builder_set_instant (self->builder, info->field,
                                  day * 86400 + g_rand_int_range (self->rand, 0, 86400));
}

static void
set_integer (Maker *self, const WayFieldInfo *info)
{
  way_record_builder_set_integer (self->builder, info->field,
                                  g_rand_int_range (self->rand, info->lowest, info->highest + 1));
}

static void
set_decimal (Maker *self, const WayFieldInfo *info)
{
  int whole = g_rand_int_range (self->rand, info->lowest, info->highest);

  way_record_builder_set_decimal (self->builder, info->field,
                                  whole * 100 + g_rand_int_range (self->rand, 0, 101));
}

static void
set_flag (Maker *self, const WayFieldInfo *info)
{
  way_record_builder_set_flag (self->builder, info->field, g_rand_boolean (self->rand));
}

static void
set_ref (Maker *self, const WayFieldInfo *info)
{
  GArray *ids = targets (self, info->target);
  guint limit = MIN (self->limit, ids->len);
  guint index;

  /* A needed reference leaves room for the next one */
  if (info->needed && limit == ids->len && self->next == 0 && ids->len > 1)
    limit--;
  if (self->next >= limit)
    return;

  index = (guint)g_rand_int_range (self->rand, (int)self->next, (int)limit);
  if (info->needed && info->target != WAY_KIND_ANY)
    self->next = index + 1;
  way_record_builder_set_ref (self->builder, info->field, &g_array_index (ids, WayId, index));
}

static void
set_refs (Maker *self, const WayFieldInfo *info)
{
  GArray *ids = targets (self, info->target);
  guint count = (guint)g_rand_int_range (self->rand, 1, 4);

  way_record_builder_set_refs (self->builder, info->field, (const WayId *)(gpointer)ids->data,
                               MIN (ids->len, count));
}

static void
set_counts (Maker *self, const WayFieldInfo *info)
{
  GArray *ids = targets (self, info->target);
  int n_counts = ids->len > 0 ? g_rand_int_range (self->rand, 1, 4) : 0;

  way_record_builder_clear (self->builder, info->field);
  for (int i = 0; i < n_counts; i++)
    {
      g_autofree char *category = one_in (self, 4) ? g_strdup ("") : way_random_line (self->rand);
      guint index = (guint)g_rand_int_range (self->rand, 0, (int)ids->len);

      way_record_builder_add_count (self->builder, info->field, &g_array_index (ids, WayId, index),
                                    category, -1);
    }
}

static const SetFunc setters[] = {
  [WAY_TYPE_TEXT] = set_line,       [WAY_TYPE_PROSE] = set_prose,
  [WAY_TYPE_WORD] = set_line,       [WAY_TYPE_CHOICE] = set_choice,
  [WAY_TYPE_DATE] = set_date,       [WAY_TYPE_INSTANT] = set_instant,
  [WAY_TYPE_INTEGER] = set_integer, [WAY_TYPE_DECIMAL] = set_decimal,
  [WAY_TYPE_FLAG] = set_flag,       [WAY_TYPE_REF] = set_ref,
  [WAY_TYPE_REFS] = set_refs,       [WAY_TYPE_COUNTS] = set_counts,
};

/* A value that is none of the field's type */
static void
set_unread (Maker *self, const WayFieldInfo *info)
{
  g_autofree char *text = way_random_text (self->rand);
  g_autofree char *unread = g_strconcat ("next ", text, NULL);

  if (way_field_is_element (info) || info->type == WAY_TYPE_WORD || info->needed)
    setters[info->type](self, info);
  else
    way_record_builder_set_unread (self->builder, info->field, unread, -1);
}

static const char *const unknown_attributes[] = {
  " mood=\"sunny\"",
  " mood=\"&quot;so &amp; so&quot;\" weight=\"3\"",
  " x:colour=\"mauve\" xmlns:x=\"urn:example:x\"",
  " x:a=\"1&#10;2\" y:b=\"3\" xmlns:x=\"urn:example:x\" xmlns:y=\"urn:example:y\"",
};

static const char *const unknown_content[] = {
  "<future/>",
  "<future level=\"2\">some &lt;text&gt; &amp; more</future>",
  "<x:note xmlns:x=\"urn:example:x\">\n  laid out\tby <x:who/>\n</x:note>",
  "<note xmlns=\"urn:example:x\" a=\"1\"><inner xmlns=\"urn:waymark:plan:1\"/></note>",
  "<!-- left by hand -->",
  "<?editor state?>",
};

static void
add_unknown (Maker *self, WayKind kind)
{
  const char *indent = kind == WAY_KIND_PLAN ? "  " : "    ";
  g_autoptr (GString) content = g_string_new (NULL);

  if (one_in (self, 2))
    {
      int index = g_rand_int_range (self->rand, 0, G_N_ELEMENTS (unknown_attributes));

      way_record_builder_set_text (self->builder, WAY_FIELD_UNKNOWN_ATTRIBUTES (kind),
                                   unknown_attributes[index], -1);
    }

  while (!one_in (self, 3))
    g_string_append_printf (
        content, "%s%s\n", indent,
        unknown_content[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (unknown_content))]);
  way_record_builder_set_text (self->builder, WAY_FIELD_UNKNOWN_CONTENT (kind), content->str, -1);
}

static void
fill_record (Maker *self, WayKind kind, guint index, WayRandomFlags flags)
{
  const WayKindInfo *info = way_schema_get_kind (kind);

  self->day = FIRST_DAY + g_rand_int_range (self->rand, 0, 5000);
  self->next = 0;
  for (guint i = 0; i < info->n_fields; i++)
    {
      const WayFieldInfo *field = &info->fields[i];

      self->limit = field->target == kind ? index : G_MAXUINT;
      if (!field->needed && one_in (self, 3))
        continue;
      if ((flags & WAY_RANDOM_UNREAD) != 0 && one_in (self, 8))
        set_unread (self, field);
      else
        setters[field->type](self, field);
    }

  if ((flags & WAY_RANDOM_UNKNOWN) != 0 && one_in (self, 3))
    add_unknown (self, kind);
}

static gboolean
has_needed (WayRecordBuilder *builder, WayKind kind)
{
  const WayKindInfo *info = way_schema_get_kind (kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].needed && !way_record_builder_has (builder, info->fields[i].field))
      return FALSE;

  return TRUE;
}

static void
choose_ids (Maker *self, guint max_records)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint count = kind == WAY_KIND_PLAN
                        ? 1
                        : (guint)g_rand_int_range (self->rand, 0, (int)max_records + 1);

      self->ids[kind] = g_array_new (FALSE, FALSE, sizeof (WayId));
      for (guint i = 0; i < count; i++)
        {
          WayId id = way_random_id (self->rand);

          g_array_append_val (self->ids[kind], id);
        }
    }
}

/* A comment or a link may lead to a record that could not be made, so it is made last or not at all
 */
static gboolean
leads_nowhere (WayPlan *plan, const WayRecord *record)
{
  const WayKindInfo *info = way_schema_get_kind (way_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == WAY_TYPE_REF && info->fields[i].target == WAY_KIND_ANY
        && way_plan_lookup (plan, way_record_get_ref (record, info->fields[i].field)) == NULL)
      return TRUE;

  return FALSE;
}

WayPlan *
way_random_plan_new (GRand *rand, guint max_records, WayRandomFlags flags)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  Maker self = { .rand = rand, .builder = builder };
  WayPlan *plan;

  choose_ids (&self, max_records);
  plan = way_plan_new (&g_array_index (self.ids[WAY_KIND_PLAN], WayId, 0));

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    for (guint i = 0; i < self.ids[kind]->len; i++)
      {
        g_autoptr (WayRecord) record = NULL;

        way_record_builder_start (builder, (WayKind)kind,
                                  &g_array_index (self.ids[kind], WayId, i));
        fill_record (&self, (WayKind)kind, i, flags);
        record = way_record_builder_end (builder);
        if (has_needed (builder, (WayKind)kind) && !leads_nowhere (plan, record))
          way_plan_add_loaded (plan, g_steal_pointer (&record));
      }

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    g_array_unref (self.ids[kind]);

  return plan;
}

void
way_random_plan_set_field (GRand *rand, WayRecordBuilder *builder, const WayFieldInfo *info,
                           WayPlan *plan)
{
  Maker self = { .rand = rand, .builder = builder, .day = FIRST_DAY, .limit = G_MAXUINT };

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (plan, (WayKind)kind, &n_records);

      self.ids[kind] = g_array_new (FALSE, FALSE, sizeof (WayId));
      for (guint i = 0; i < n_records; i++)
        g_array_append_vals (self.ids[kind], way_record_get_id (records[i]), 1);
    }

  setters[info->type](&self, info);

  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    g_array_unref (self.ids[kind]);
}
