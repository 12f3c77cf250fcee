/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "timeline-fixture.h"

#include <adwaita.h>

#define NATIVE "application/x-waymark-plan+xml"

static GdkClipboard *
get_clipboard (TimelineFixture *fixture)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (fixture->view));
}

static void
select_two (TimelineFixture *fixture, const char *first, const char *second)
{
  WayId ids[] = { timeline_fixture_id (fixture, first), timeline_fixture_id (fixture, second) };

  way_selection_set (fixture->selection, ids, 2);
}

static guint
count (TimelineFixture *fixture, WayKind kind)
{
  return way_plan_get_count (fixture->plan, kind);
}

static void
assert_undo_name (TimelineFixture *fixture, const char *expected)
{
  WayHistory *history = way_document_get_history (fixture->document);

  g_assert_cmpstr (way_history_get_undo_name (history, 0), ==, expected);
}

static gboolean
has_answer (gpointer user_data)
{
  TimelineFixture *fixture = user_data;

  return fixture->toast != NULL
         || way_history_get_n_undo (way_document_get_history (fixture->document)) > 1;
}

/* The clipboard takes its time: until there is a second step, or a toast */
static void
paste (TimelineFixture *fixture, const char *action)
{
  g_clear_pointer (&fixture->toast, g_free);
  timeline_fixture_act (fixture, action);
  app_wait_for (has_answer, fixture);
}

static void
set_bytes (TimelineFixture *fixture, const char *type, const char *data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_for_bytes (type, bytes);

  gdk_clipboard_set_content (get_clipboard (fixture), content);
}

static void
assert_in_goal (TimelineFixture *fixture, const WayId *id, const char *goal)
{
  WayRecord *record = way_plan_lookup (fixture->plan, id);
  WayId expected = timeline_fixture_id (fixture, goal);

  g_assert_nonnull (record);
  g_assert_true (way_id_equal (way_record_get_ref (record, WAY_MILESTONE_GOAL), &expected));
}

static void
test_copy_offers_three_forms (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  GdkContentFormats *formats;

  select_two (fixture, "a", "b");
  timeline_fixture_act (fixture, "timeline.copy");
  formats = gdk_clipboard_get_formats (get_clipboard (fixture));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, NATIVE));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
  g_assert_true (gdk_content_formats_contain_mime_type (formats, "text/csv"));
  g_assert_cmpuint (count (fixture, WAY_KIND_MILESTONE), ==, 3);
}

static void
test_paste_goes_where_the_selection_is (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *after = NULL;
  WayId there = timeline_fixture_id (fixture, "c");
  guint n_ids;
  const WayId *ids;

  select_two (fixture, "a", "b");
  timeline_fixture_act (fixture, "timeline.copy");
  way_selection_select (fixture->selection, &there);
  paste (fixture, "timeline.paste");
  g_assert_cmpuint (count (fixture, WAY_KIND_MILESTONE), ==, 5);
  assert_undo_name (fixture, "Paste 2 items");

  ids = way_selection_get_ids (fixture->selection, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  assert_in_goal (fixture, &ids[0], "h");
  assert_in_goal (fixture, &ids[1], "h");

  way_document_undo (fixture->document);
  after = app_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_paste_into_another_window (void)
{
  g_autoptr (TimelineFixture) source = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autoptr (TimelineFixture) target = timeline_fixture_new ("add-goal id=g title=Other\n");
  WayId goal = timeline_fixture_id (source, "g");
  guint n_ids;
  const WayId *ids;

  way_selection_select (source->selection, &goal);
  timeline_fixture_act (source, "timeline.copy");
  paste (target, "timeline.paste");
  g_assert_cmpuint (count (target, WAY_KIND_GOAL), ==, 2);
  g_assert_cmpuint (count (target, WAY_KIND_MILESTONE), ==, 2);
  assert_undo_name (target, "Paste “Become a nurse practitioner”");
  ids = way_selection_get_ids (target->selection, &n_ids);
  g_assert_cmpuint (n_ids, ==, 1);
  g_assert_false (way_id_equal (&ids[0], &goal));
}

static void
test_cut_is_one_step (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autofree char *before = app_dump (fixture->plan);
  g_autofree char *after = NULL;

  select_two (fixture, "a", "b");
  timeline_fixture_act (fixture, "timeline.cut");
  g_assert_cmpuint (count (fixture, WAY_KIND_MILESTONE), ==, 1);
  assert_undo_name (fixture, "Cut 2 items");
  g_assert_cmpstr (fixture->toast, ==, "2 items were cut");
  g_assert_true (fixture->toast_undo);

  way_document_undo (fixture->document);
  after = app_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

static void
test_duplicate (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  guint n_ids;
  const WayId *ids;

  select_two (fixture, "b", "c");
  timeline_fixture_act (fixture, "timeline.duplicate");
  g_assert_cmpuint (count (fixture, WAY_KIND_MILESTONE), ==, 5);
  g_assert_cmpuint (count (fixture, WAY_KIND_DEPENDENCY), ==, 2);
  assert_undo_name (fixture, "Duplicate 2 items");
  ids = way_selection_get_ids (fixture->selection, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  /* The first one is the primary one */
  assert_in_goal (fixture, &ids[0], "h");
  assert_in_goal (fixture, &ids[1], "g");
}

static void
test_text_becomes_milestones (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayId goal = timeline_fixture_id (fixture, "h");
  guint n_ids;
  const WayId *ids;

  gdk_clipboard_set_text (get_clipboard (fixture), "- Sleep\n- Swim in June 2027\n");
  way_selection_select (fixture->selection, &goal);
  paste (fixture, "timeline.paste");
  assert_undo_name (fixture, "Paste 2 milestones");
  ids = way_selection_get_ids (fixture->selection, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  assert_in_goal (fixture, &ids[0], "h");
  /* What the timeline can show is the primary one, and of the other it tells */
  g_assert_cmpstr (way_record_get_called (way_plan_lookup (fixture->plan, &ids[1])), ==, "Swim");
  g_assert_cmpstr (fixture->toast, ==, "1 milestone has no date; the head of its lane lists it");
}

/* By the context menu: the earliest begins where the pointer is, in the lane there */
static void
test_paste_here (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  WayRect there = timeline_fixture_rect (fixture, "c");
  GtkEventController *click;
  guint n_ids;
  const WayId *ids;
  WayDate start;

  select_two (fixture, "a", "b");
  timeline_fixture_act (fixture, "timeline.copy");
  click = timeline_fixture_controller (GTK_WIDGET (fixture->view), GTK_TYPE_GESTURE_CLICK,
                                       GDK_BUTTON_SECONDARY);
  g_signal_emit_by_name (click, "pressed", 1, there.x - 60, there.y + there.height / 2);
  paste (fixture, "timeline.paste-here");
  ids = way_selection_get_ids (fixture->selection, &n_ids);
  g_assert_cmpuint (n_ids, ==, 2);
  assert_in_goal (fixture, &ids[0], "h");
  start = way_record_get_date (way_plan_lookup (fixture->plan, &ids[1]), WAY_MILESTONE_START);
  g_assert_cmpint (way_date_get_earliest (start), >, way_day_from_ymd (2027, 1, 31));
  g_assert_cmpint (way_date_get_earliest (start), <, way_day_from_ymd (2027, 9, 1));
}

static void
test_bad_data_is_refused_in_words (void)
{
  static const struct
  {
    const char *type;
    const char *data;
    const char *words;
  } cases[] = {
    { NATIVE, "<plan", "cannot be pasted" },
    { NATIVE, "", "cannot be pasted" },
    { "text/uri-list", "file:///tmp/plan.waymark\r\n", "Drop them on the window" },
    { "image/png", "PNG", "nothing on the clipboard" },
    { "text/plain;charset=utf-8", " \n ", "nothing on the clipboard" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
      g_autofree char *before = app_dump (fixture->plan);
      g_autofree char *after = NULL;

      set_bytes (fixture, cases[i].type, cases[i].data);
      paste (fixture, "timeline.paste");
      g_test_message ("%s: %s", cases[i].type, fixture->toast);
      g_assert_nonnull (fixture->toast);
      g_assert_nonnull (strstr (fixture->toast, cases[i].words));
      after = app_dump (fixture->plan);
      g_assert_cmpstr (after, ==, before);
    }
}

/* What is typed has the keys for itself */
static void
test_nothing_is_cut_while_typing (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);

  gdk_clipboard_set_text (get_clipboard (fixture), "Kept");
  select_two (fixture, "a", "b");
  timeline_fixture_act (fixture, "timeline.rename");
  g_assert_true (way_timeline_view_is_typing (fixture->view));
  timeline_fixture_act (fixture, "timeline.cut");
  timeline_fixture_act (fixture, "timeline.copy");
  timeline_fixture_act (fixture, "timeline.paste");
  timeline_fixture_act (fixture, "timeline.duplicate");
  app_settle ();
  g_assert_cmpuint (count (fixture, WAY_KIND_MILESTONE), ==, 3);
  g_assert_false (gdk_content_formats_contain_mime_type (
      gdk_clipboard_get_formats (get_clipboard (fixture)), NATIVE));
}

/* The plan that it was meant for may be gone when the clipboard answers */
static void
test_paste_comes_too_late (void)
{
  g_autoptr (TimelineFixture) fixture = timeline_fixture_new (TIMELINE_FIXTURE_SCRIPT);
  g_autoptr (WayDocument) other = way_document_new (NULL);

  select_two (fixture, "a", "b");
  timeline_fixture_act (fixture, "timeline.copy");
  timeline_fixture_act (fixture, "timeline.paste");
  way_timeline_view_set_document (fixture->view, other);
  timeline_fixture_settle_view (fixture);
  g_assert_cmpuint (count (fixture, WAY_KIND_MILESTONE), ==, 3);
  g_assert_cmpuint (way_plan_get_count (way_document_get_plan (other), WAY_KIND_MILESTONE), ==, 0);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  g_test_add_func ("/app/timeline-clipboard/copy-offers-three-forms", test_copy_offers_three_forms);
  g_test_add_func ("/app/timeline-clipboard/paste-goes-where-the-selection-is",
                   test_paste_goes_where_the_selection_is);
  g_test_add_func ("/app/timeline-clipboard/paste-into-another-window",
                   test_paste_into_another_window);
  g_test_add_func ("/app/timeline-clipboard/cut-is-one-step", test_cut_is_one_step);
  g_test_add_func ("/app/timeline-clipboard/duplicate", test_duplicate);
  g_test_add_func ("/app/timeline-clipboard/text-becomes-milestones", test_text_becomes_milestones);
  g_test_add_func ("/app/timeline-clipboard/paste-here", test_paste_here);
  g_test_add_func ("/app/timeline-clipboard/bad-data-is-refused-in-words",
                   test_bad_data_is_refused_in_words);
  g_test_add_func ("/app/timeline-clipboard/nothing-is-cut-while-typing",
                   test_nothing_is_cut_while_typing);
  g_test_add_func ("/app/timeline-clipboard/paste-comes-too-late", test_paste_comes_too_late);

  return g_test_run ();
}
