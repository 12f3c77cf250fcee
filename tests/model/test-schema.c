/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-schema.h"

#include <string.h>

static void
test_fields_know_themselves (void)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind (kind);

      g_assert_cmpuint (info->kind, ==, kind);
      g_assert_true (way_schema_find_kind (info->xml_name, -1) == info);
      g_assert_cmpuint (info->n_fields, <=, 62);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const WayFieldInfo *field = &info->fields[i];

          g_assert_cmpuint (WAY_FIELD_KIND (field->field), ==, kind);
          g_assert_cmpuint (WAY_FIELD_INDEX (field->field), ==, i);
          g_assert_true (way_schema_get_field (field->field) == field);
          g_assert_true (way_schema_find_field (info, field->xml_name, -1) == field);
          g_assert_cmpstr (field->label, !=, "");
        }
    }
}

static void
test_attributes_come_before_elements (void)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind (kind);

      for (guint i = 1; i < info->n_fields; i++)
        if (way_field_is_element (&info->fields[i - 1]))
          g_assert_true (way_field_is_element (&info->fields[i]));
    }
}

static void
test_details_fit_the_type (void)
{
  for (guint kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind (kind);

      for (guint i = 0; i < info->n_fields; i++)
        {
          const WayFieldInfo *field = &info->fields[i];
          gboolean number = field->type == WAY_TYPE_INTEGER || field->type == WAY_TYPE_DECIMAL;

          g_assert_cmpint (field->type == WAY_TYPE_CHOICE, ==, field->n_choices > 0);
          g_assert_cmpint (number, ==, field->lowest < field->highest);
          if (field->n_choices > 0)
            g_assert_cmpuint (field->default_choice, <, field->n_choices);
          for (guint j = 0; j < field->n_choices; j++)
            for (guint k = 0; k < j; k++)
              g_assert_cmpstr (field->choices[j].word, !=, field->choices[k].word);
        }
    }
}

static void
test_unknown_names_are_not_found (void)
{
  const WayKindInfo *goal = way_schema_get_kind (WAY_KIND_GOAL);

  g_assert_null (way_schema_find_kind ("goa", -1));
  g_assert_null (way_schema_find_kind ("goals", -1));
  g_assert_null (way_schema_find_field (goal, "titl", -1));
  g_assert_true (way_schema_find_field (goal, "titles", 5)
                 == way_schema_get_field (WAY_GOAL_TITLE));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/schema/fields-know-themselves", test_fields_know_themselves);
  g_test_add_func ("/model/schema/attributes-come-before-elements",
                   test_attributes_come_before_elements);
  g_test_add_func ("/model/schema/details-fit-the-type", test_details_fit_the_type);
  g_test_add_func ("/model/schema/unknown-names-are-not-found", test_unknown_names_are_not_found);

  return g_test_run ();
}
