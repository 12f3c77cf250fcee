/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The id of a plan is found where the rest of it may be anything.
 */
#include "way-plan-id.h"

#include <glib/gstdio.h>

#define ID "6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978"
#define OTHER "10000000-0000-4000-8000-000000000001"

static const struct
{
  const char *text;
  gboolean is_found;
} cases[] = {
  { "<?xml version=\"1.0\"?>\n<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" id=\"" ID
    "\">\n<go",
    TRUE },
  { "<plan id='" ID "'>", TRUE },
  { "<!-- mine --><plan\n  id=\"" ID "\"\n>", TRUE },
  { "<plan xml:id=\"" OTHER "\" id=\"" ID "\">", TRUE },
  { "<plan id=\"" ID, FALSE },
  { "<plan id=\"" ID "\"", FALSE },
  { "<plan id=\"\">", FALSE },
  { "<plan id=\"6f0c\">", FALSE },
  { "<plan><goal id=\"" ID "\">", FALSE },
  { "<plan", FALSE },
  { "", FALSE },
};

static void
test_finds_the_root (void)
{
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "plan.waymark", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  WayId expected, id;

  g_assert_true (way_id_parse (ID, WAY_ID_TEXT_LENGTH, &expected));
  g_assert_false (way_plan_id_find (file, &id));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      g_assert_cmpint (way_plan_id_find (file, &id), ==, cases[i].is_found);
      if (cases[i].is_found)
        g_assert_true (way_id_equal (&id, &expected));
    }
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/plan-id/finds-the-root", test_finds_the_root);

  return g_test_run ();
}
