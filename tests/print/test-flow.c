/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-flow.h"

#define WIDTH 400
#define LOREM                                                                                      \
  "Mrs Hallam asked me every night whether I was the nurse, and every night I said no. I am "      \
  "tired of saying no to that question. "

static WayFlow *
flow_new (void)
{
  return way_flow_new (way_style_get (WAY_THEME_PAPER), WIDTH, FALSE);
}

static void
add_block (WayFlow *flow, WayFlowKind kind, const char *text, double gap, WayFlowFlags flags)
{
  way_flow_begin (flow, kind, gap);
  way_flow_add_text (flow, &(WayFlowText){ .text = text,
                                           .font = WAY_FLOW_FONT_BODY,
                                           .colour = 0xff,
                                           .width = WIDTH,
                                           .baseline = 9,
                                           .max_lines = 4 });
  way_flow_end (flow, flags);
}

static void
add_prose (WayFlow *flow, guint n_times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_times; i++)
    g_string_append (text, LOREM);

  way_flow_add_prose (
      flow,
      &(WayFlowText){
          .text = text->str, .font = WAY_FLOW_FONT_BODY, .colour = 0xff, .width = WIDTH },
      4);
  g_string_free (text, TRUE);
}

static void
on_place (const WayFlowPlace *place, gpointer places)
{
  g_array_append_val (places, *place);
}

static GArray *
break_flow (WayFlow *flow, double height)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (WayFlowPlace));

  way_flow_break (flow, height);
  way_flow_foreach (flow, on_place, places);

  return places;
}

static const WayFlowPlace *
get_place (GArray *places, guint index)
{
  return &g_array_index (places, WayFlowPlace, index);
}

static gboolean
ends_page (GArray *places, guint index)
{
  return index + 1 < places->len
         && get_place (places, index)->page != get_place (places, index + 1)->page;
}

/* Blocks follow one another and stay within the page */
static void
assert_in_order (GArray *places, double height)
{
  for (guint i = 0; i < places->len; i++)
    {
      const WayFlowPlace *place = get_place (places, i);

      g_assert_cmpfloat (place->y, >=, 0);
      g_assert_cmpfloat (place->y + place->height, <=, height);
      if (i == 0)
        continue;
      if (ends_page (places, i - 1))
        g_assert_cmpuint (place->page, ==, get_place (places, i - 1)->page + 1);
      else
        g_assert_cmpfloat (place->y, >=,
                           get_place (places, i - 1)->y + get_place (places, i - 1)->height);
    }
}

static void
test_rows_are_not_broken (void)
{
  for (double height = 60; height < 300; height += 7)
    {
      g_autoptr (WayFlow) flow = flow_new ();
      g_autoptr (GArray) places = NULL;

      for (guint i = 0; i < 50; i++)
        add_block (flow, WAY_FLOW_ROW, i % 3 == 0 ? LOREM LOREM : "Short", 5, WAY_FLOW_LOOSE);

      places = break_flow (flow, height);
      g_assert_cmpuint (places->len, ==, 50);
      assert_in_order (places, height);
    }
}

static void
test_no_heading_is_left_alone (void)
{
  for (double height = 60; height < 300; height += 7)
    {
      g_autoptr (WayFlow) flow = flow_new ();
      g_autoptr (GArray) places = NULL;

      for (guint i = 0; i < 60; i++)
        add_block (flow, i % 4 == 0 ? WAY_FLOW_HEADING : WAY_FLOW_ROW, "Text", 6, WAY_FLOW_LOOSE);

      places = break_flow (flow, height);
      assert_in_order (places, height);

      for (guint i = 0; i < places->len; i++)
        g_assert_false (get_place (places, i)->kind == WAY_FLOW_HEADING && ends_page (places, i));
    }
}

/* A page neither begins with a paragraph's last line nor ends with its first */
static void
test_prose_breaks_between_lines (void)
{
  for (double height = 60; height < 300; height += 3)
    {
      g_autoptr (WayFlow) flow = flow_new ();
      g_autoptr (GArray) places = NULL;
      guint n_lines;

      add_block (flow, WAY_FLOW_ROW, "Before", 0, WAY_FLOW_LOOSE);
      add_prose (flow, 20);
      n_lines = way_flow_get_n_blocks (flow) - 1;
      add_block (flow, WAY_FLOW_ROW, "After", 5, WAY_FLOW_LOOSE);
      places = break_flow (flow, height);

      assert_in_order (places, height);
      g_assert_cmpuint (n_lines, >, 20);
      g_assert_cmpuint (way_flow_get_n_pages (flow), >, 1);
      g_assert_false (ends_page (places, 1));
      g_assert_false (ends_page (places, n_lines - 1));
    }
}

static void
test_heads_stand_on_each_page (void)
{
  for (double height = 70; height < 300; height += 7)
    {
      g_autoptr (WayFlow) flow = flow_new ();
      g_autoptr (GArray) places = NULL;

      add_block (flow, WAY_FLOW_HEADING, "Heading", 0, WAY_FLOW_KEEP);
      add_block (flow, WAY_FLOW_TABLE_HEAD, "Columns", 0, WAY_FLOW_AGAIN);

      for (guint i = 0; i < 40; i++)
        add_block (flow, WAY_FLOW_ROW, "Row", 3, WAY_FLOW_LOOSE);

      way_flow_end_section (flow);
      add_block (flow, WAY_FLOW_ROW, "Another section", 3, WAY_FLOW_LOOSE);
      places = break_flow (flow, height);
      assert_in_order (places, height);
      g_assert_cmpuint (places->len, >=, 42 + way_flow_get_n_pages (flow) - 2);

      for (guint i = 1; i + 1 < places->len; i++)
        g_assert_true ((get_place (places, i)->kind == WAY_FLOW_TABLE_HEAD)
                       == ends_page (places, i - 1));
    }
}

/* What has to be kept together and is higher than a page is broken all the same */
static void
test_too_much_to_keep_is_broken (void)
{
  g_autoptr (WayFlow) flow = flow_new ();
  g_autoptr (GArray) places = NULL;

  for (guint i = 0; i < 100; i++)
    add_block (flow, WAY_FLOW_ROW, "Kept", 3, WAY_FLOW_KEEP);

  places = break_flow (flow, 100);
  g_assert_cmpuint (places->len, ==, 100);
  assert_in_order (places, 100);
}

static void
test_a_page_without_height_takes_all (void)
{
  g_autoptr (WayFlow) flow = flow_new ();
  double height;

  for (guint i = 0; i < 500; i++)
    add_block (flow, WAY_FLOW_ROW, "Row", 3, WAY_FLOW_LOOSE);

  height = way_flow_measure (flow, 0);
  way_flow_break (flow, 0);
  g_assert_cmpuint (way_flow_get_n_pages (flow), ==, 1);

  /* and exactly that height is enough */
  way_flow_break (flow, height + 0.001);
  g_assert_cmpuint (way_flow_get_n_pages (flow), ==, 1);
  way_flow_break (flow, height - 1);
  g_assert_cmpuint (way_flow_get_n_pages (flow), ==, 2);
}

static void
test_truncating_gives_what_was_before (void)
{
  g_autoptr (WayFlow) flow = flow_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add_block (flow, WAY_FLOW_ROW, "Stays", 3, WAY_FLOW_LOOSE);
  before = way_flow_dump (flow);
  add_prose (flow, 9);
  add_block (flow, WAY_FLOW_ROW, "Goes", 3, WAY_FLOW_LOOSE);
  way_flow_truncate (flow, 1);
  after = way_flow_dump (flow);
  g_assert_cmpstr (before, ==, "row | Stays\n");
  g_assert_cmpstr (before, ==, after);
}

/* A note may be as long as a file lets it be, and in one line */
static void
test_long_prose_is_told_to_its_end (void)
{
  g_autoptr (WayFlow) flow = flow_new ();
  g_autofree char *unbroken = g_strnfill (300000, 'w');
  g_autoptr (GArray) places = NULL;
  guint n_lines;

  add_prose (flow, 1000000 / strlen (LOREM));
  n_lines = way_flow_get_n_blocks (flow);
  g_assert_cmpuint (n_lines, >, 8000);
  way_flow_add_prose (
      flow, &(WayFlowText){ .text = unbroken, .font = WAY_FLOW_FONT_BODY, .width = WIDTH }, 4);
  g_assert_cmpuint (way_flow_get_n_blocks (flow) - n_lines, >, 3000);
  add_block (flow, WAY_FLOW_ROW, unbroken, 5, WAY_FLOW_LOOSE);

  places = break_flow (flow, 700);
  assert_in_order (places, 700);
}

static void
add_random_block (WayFlow *flow, GRand *rand)
{
  if (g_rand_int_range (rand, 0, 5) == 0)
    add_prose (flow, g_rand_int_range (rand, 1, 12));
  else if (g_rand_int_range (rand, 0, 12) == 0)
    add_block (flow, WAY_FLOW_TABLE_HEAD, "Again", 0, WAY_FLOW_AGAIN);
  else if (g_rand_int_range (rand, 0, 12) == 0)
    way_flow_end_section (flow);
  else
    add_block (flow, g_rand_int_range (rand, 0, 5) == 0 ? WAY_FLOW_HEADING : WAY_FLOW_ROW,
               g_rand_int_range (rand, 0, 2) == 0 ? LOREM LOREM LOREM LOREM LOREM : "Short",
               g_rand_int_range (rand, 0, 20), g_rand_int_range (rand, 0, 4) == 0);
}

static void
test_no_block_leaves_its_page (void)
{
  for (guint32 seed = 0; seed < 60; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (WayFlow) flow = flow_new ();
      g_autoptr (GArray) places = NULL;
      double height = g_rand_double_range (rand, 90, 400);

      g_test_message ("seed %u", seed);
      for (guint i = 0; i < 80; i++)
        add_random_block (flow, rand);

      places = break_flow (flow, height);
      assert_in_order (places, height);
      g_assert_cmpuint (get_place (places, places->len - 1)->page + 1, ==,
                        way_flow_get_n_pages (flow));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/print/flow/rows-are-not-broken", test_rows_are_not_broken);
  g_test_add_func ("/print/flow/no-heading-is-left-alone", test_no_heading_is_left_alone);
  g_test_add_func ("/print/flow/prose-breaks-between-lines", test_prose_breaks_between_lines);
  g_test_add_func ("/print/flow/heads-stand-on-each-page", test_heads_stand_on_each_page);
  g_test_add_func ("/print/flow/too-much-to-keep-is-broken", test_too_much_to_keep_is_broken);
  g_test_add_func ("/print/flow/a-page-without-height-takes-all",
                   test_a_page_without_height_takes_all);
  g_test_add_func ("/print/flow/truncating-gives-what-was-before",
                   test_truncating_gives_what_was_before);
  g_test_add_func ("/print/flow/long-prose-is-told-to-its-end", test_long_prose_is_told_to_its_end);
  g_test_add_func ("/print/flow/no-block-leaves-its-page", test_no_block_leaves_its_page);

  return g_test_run ();
}
