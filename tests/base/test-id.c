/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-id.h"

#include <string.h>

static void
test_text_comes_back (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      WayId id = way_id_new (), again;
      char text[WAY_ID_BUFFER_SIZE];

      way_id_format (&id, text);
      g_assert_true (g_uuid_string_is_valid (text));
      g_assert_cmpint (text[14], ==, '4');
      g_assert_true (way_id_parse (text, strlen (text), &again));
      g_assert_true (way_id_equal (&id, &again));
    }
}

static void
test_upper_case_is_the_same_id (void)
{
  WayId lower, upper;

  g_assert_true (way_id_parse ("0f8fad5b-d9cb-469f-a165-70867728950e", 36, &lower));
  g_assert_true (way_id_parse ("0F8FAD5B-D9CB-469F-A165-70867728950E", 36, &upper));
  g_assert_true (way_id_equal (&lower, &upper));
  g_assert_cmpuint (way_id_hash (&lower), ==, way_id_hash (&upper));
}

static void
test_refuses_what_is_none (void)
{
  static const char *const bad[] = {
    "",
    "g1",
    "0f8fad5b-d9cb-469f-a165-70867728950",
    "0f8fad5b-d9cb-469f-a165-70867728950e0",
    "0f8fad5b_d9cb-469f-a165-70867728950e",
    "0f8fad5b-d9cb-469f-a165-70867728950g",
    "0f8fad5bd-9cb-469f-a165-70867728950e",
    "00000000-0000-0000-0000-000000000000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      WayId id = WAY_ID_NULL;

      g_assert_false (way_id_parse (bad[i], strlen (bad[i]), &id));
      g_assert_true (way_id_is_null (&id));
    }
}

/* Each byte there is, in each place: a digit counts for what it is, and nothing else is one */
static void
test_every_byte_in_every_place (void)
{
  static const char model[] = "0f8fad5b-d9cb-469f-a165-70867728950e";

  for (guint place = 0; place < sizeof model - 1; place++)
    for (guint byte = 0; byte < 256; byte++)
      {
        char text[sizeof model], again[WAY_ID_BUFFER_SIZE];
        gboolean is_digit = model[place] != '-' && g_ascii_isxdigit ((char)byte);
        WayId id;

        memcpy (text, model, sizeof model);
        text[place] = (char)byte;
        g_assert_cmpint (way_id_parse (text, sizeof model - 1, &id), ==,
                         is_digit || text[place] == model[place]);
        if (!is_digit)
          continue;

        text[place] = g_ascii_tolower (text[place]);
        g_assert_cmpstr (way_id_format (&id, again), ==, text);
      }
}

static void
test_derived_ids_depend_on_scope_and_name (void)
{
  WayId scope = way_id_new (), other = way_id_new ();
  WayId a = way_id_derive (&scope, "g1"), again = way_id_derive (&scope, "g1");
  WayId b = way_id_derive (&scope, "g2"), c = way_id_derive (&other, "g1");
  char text[WAY_ID_BUFFER_SIZE];

  g_assert_true (way_id_equal (&a, &again));
  g_assert_false (way_id_equal (&a, &b));
  g_assert_false (way_id_equal (&a, &c));
  g_assert_cmpint (way_id_format (&a, text)[14], ==, '4');
}

static void
test_order_is_that_of_the_text (void)
{
  for (guint i = 0; i < 1000; i++)
    {
      WayId a = way_id_new (), b = way_id_new ();
      char text_a[WAY_ID_BUFFER_SIZE], text_b[WAY_ID_BUFFER_SIZE];
      int by_text = strcmp (way_id_format (&a, text_a), way_id_format (&b, text_b));

      g_assert_cmpint (way_id_compare (&a, &b) < 0, ==, by_text < 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/text-comes-back", test_text_comes_back);
  g_test_add_func ("/base/id/upper-case-is-the-same-id", test_upper_case_is_the_same_id);
  g_test_add_func ("/base/id/refuses-what-is-none", test_refuses_what_is_none);
  g_test_add_func ("/base/id/every-byte-in-every-place", test_every_byte_in_every_place);
  g_test_add_func ("/base/id/derived-ids-depend-on-scope-and-name",
                   test_derived_ids_depend_on_scope_and_name);
  g_test_add_func ("/base/id/order-is-that-of-the-text", test_order_is_that_of_the_text);

  return g_test_run ();
}
