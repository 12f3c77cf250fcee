/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-label.h"

#include <locale.h>
#include <math.h>

static const char *const texts[] = { "Critical-care residency",
                                     "AVATAR WAY Ty fi ffl",
                                     "Prüfung zur Fachkrankenpflege",
                                     "امتحان البورد",
                                     "בחינת התמחות",
                                     "执业护士资格考试",
                                     "การสอบ",
                                     "1,750 h" };

/* Room that was measured holds the text, so that packing by measures is safe */
static void
test_measure_holds_the_text (void)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);

  for (WayFont font = 0; font < WAY_N_FONTS; font++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      {
        double room = way_labels_measure (labels, font, texts[i]);
        PangoLayout *layout = way_labels_get_layout (labels, font, texts[i], room);
        int width;

        g_assert_false (pango_layout_is_ellipsized (layout));
        pango_layout_get_pixel_size (layout, &width, NULL);
        g_assert_cmpfloat (width, <=, room + 1);
      }
}

/* What is measured by letters is as wide as what is shaped, be it from the font itself or not */
static void
test_letters_are_as_wide_as_shaped (void)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);

  for (WayFont font = 0; font < WAY_N_FONTS; font++)
    for (gunichar character = 0xa1; character < 0x260; character++)
      {
        char letter[7] = { 0 };
        g_autoptr (GString) text = g_string_new (NULL);
        PangoLayout *layout;
        g_autoptr (GString) row = g_string_new (NULL);
        double room;
        int width;

        /* signs that write no space may bear on one another in a row */
        if (!g_unichar_isalnum (character))
          continue;
        g_unichar_to_utf8 (character, letter);
        for (guint i = 0; i < 20; i++)
          {
            g_string_append_printf (text, "%s\u200c", letter);
            g_string_append (row, letter);
          }

        room = way_labels_measure (labels, font, row->str) - 1;
        layout = way_labels_get_layout (labels, font, text->str, 1e6);
        pango_layout_get_size (layout, &width, NULL);
        g_assert_cmpfloat (fabs (width / (double)PANGO_SCALE - room) / 20, <=, 1.0);
      }
}

static void
test_too_long_is_ellipsised (void)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);

  for (double room = 10; room < 100; room += 7)
    {
      PangoLayout *layout = way_labels_get_layout (labels, WAY_FONT_LABEL, texts[0], room);
      int width;

      pango_layout_get_pixel_size (layout, &width, NULL);
      g_assert_true (pango_layout_is_ellipsized (layout));
      g_assert_cmpfloat (width, <=, MAX (room, 16));
    }
}

static void
test_shapes_are_kept (void)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  PangoLayout *first = way_labels_get_layout (labels, WAY_FONT_LABEL, texts[0], 400);

  way_labels_begin_frame (labels, 0);
  /* what fits has one shape for all widths */
  g_assert_true (way_labels_get_layout (labels, WAY_FONT_LABEL, texts[0], 500) == first);
  g_assert_false (way_labels_is_short (labels));
  g_assert_null (way_labels_get_layout (labels, WAY_FONT_LABEL, "another", 400));
  g_assert_true (way_labels_is_short (labels));
}

/* The oldest are forgotten, what is in use stays */
static void
test_cache_is_bounded (void)
{
  g_autoptr (WayLabels) labels = way_labels_new (NULL);
  gpointer first = way_labels_get_layout (labels, WAY_FONT_LABEL, "first", 400);
  gpointer used = way_labels_get_layout (labels, WAY_FONT_LABEL, "used", 400);

  g_object_add_weak_pointer (first, &first);
  g_object_add_weak_pointer (used, &used);

  for (guint i = 0; i < WAY_LABELS_LIMIT; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      g_assert_nonnull (way_labels_get_layout (labels, WAY_FONT_LABEL, text, 400));
      way_labels_get_layout (labels, WAY_FONT_LABEL, "used", 400);
    }

  g_assert_null (first);
  g_assert_nonnull (used);
  g_object_remove_weak_pointer (used, &used);
}

static void
test_larger_font_is_larger (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_from_string ("Sans");
  g_autoptr (WayLabels) usual = way_labels_new (NULL);
  g_autoptr (WayLabels) large = NULL;

  pango_font_description_set_absolute_size (description, 2 * 14.667 * PANGO_SCALE);
  pango_context_set_font_description (context, description);
  large = way_labels_new (context);
  pango_font_description_free (description);
  g_object_unref (context);

  g_assert_cmpfloat_with_epsilon (way_labels_get_scale (usual), 1, 0.01);
  g_assert_cmpfloat_with_epsilon (way_labels_get_scale (large), 2, 0.01);
  g_assert_cmpfloat (way_labels_measure (large, WAY_FONT_LABEL, texts[0]), >,
                     1.7 * way_labels_measure (usual, WAY_FONT_LABEL, texts[0]));
}

static void
test_fixed_measures_know_no_font (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();

  g_assert_cmpfloat (way_labels_measure (labels, WAY_FONT_LABEL, "iWm"), ==, 21);
  g_assert_cmpfloat (way_labels_measure (labels, WAY_FONT_SMALL, "ä"), ==, 6);
  g_assert_cmpfloat (way_labels_get_scale (labels), ==, 1);
}

static void
test_icons_are_drawn_once (void)
{
  g_autoptr (WayLabels) labels = way_labels_new_fixed ();

  for (WayIcon icon = 0; icon < WAY_N_ICONS; icon++)
    {
      cairo_surface_t *mask = way_labels_get_icon (labels, icon, 16);
      const guchar *data = cairo_image_surface_get_data (mask);
      guint ink = 0;

      for (int i = 0; i < 16 * cairo_image_surface_get_stride (mask); i++)
        ink += data[i] > 128;

      g_assert_cmpuint (ink, >, 5);
      g_assert_true (way_labels_get_icon (labels, icon, 16) == mask);
      g_assert_true (way_labels_get_icon (labels, icon, 17) != mask);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/timeline/label/measure-holds-the-text", test_measure_holds_the_text);
  g_test_add_func ("/timeline/label/letters-are-as-wide-as-shaped",
                   test_letters_are_as_wide_as_shaped);
  g_test_add_func ("/timeline/label/too-long-is-ellipsised", test_too_long_is_ellipsised);
  g_test_add_func ("/timeline/label/shapes-are-kept", test_shapes_are_kept);
  g_test_add_func ("/timeline/label/cache-is-bounded", test_cache_is_bounded);
  g_test_add_func ("/timeline/label/larger-font-is-larger", test_larger_font_is_larger);
  g_test_add_func ("/timeline/label/fixed-measures-know-no-font", test_fixed_measures_know_no_font);
  g_test_add_func ("/timeline/label/icons-are-drawn-once", test_icons_are_drawn_once);

  return g_test_run ();
}
