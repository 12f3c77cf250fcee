/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the reader makes of files that other people, other versions and other programs wrote.
 */
#include "way-plan-reader.h"
#include "way-plan-writer.h"
#include "way-record-builder.h"
#include "way-saved-plan.h"

#include <string.h>

#define PLAN_ID "6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978"
#define GOAL_ID "7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978"
#define OTHER_ID "8f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define PLAN "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" id=\"" PLAN_ID "\""
#define GOAL "<goal id=\"" GOAL_ID "\""

static WayPlan *
read_text (const char *text, WayReadReport *report, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return way_plan_read_bytes (bytes, "test", report, error);
}

static WayPlan *
read_sound (const char *text)
{
  g_autoptr (GError) error = NULL;
  WayPlan *plan = read_text (text, NULL, &error);

  g_assert_no_error (error);

  return plan;
}

/* @text is written as @expected, and that as itself */
static void
assert_becomes (const char *text, const char *expected)
{
  g_autoptr (WayPlan) plan = read_sound (text);
  g_autofree char *written = way_saved_text (plan);
  g_autoptr (WayPlan) again = read_sound (written);
  g_autofree char *rewritten = way_saved_text (again);

  g_assert_cmpstr (written, ==, expected);
  g_assert_cmpstr (rewritten, ==, written);
}

static WayRecord *
get_goal (WayPlan *plan)
{
  WayId id;

  g_assert_true (way_id_parse (GOAL_ID, strlen (GOAL_ID), &id));

  return way_plan_lookup_kind (plan, WAY_KIND_GOAL, &id);
}

/* The reader looks back at the first megabyte to see what will come */
static void
test_a_late_beginning (void)
{
  g_autofree char *comment = g_strnfill (700 * 1024, 'x');
  g_autofree char *before
      = g_strconcat ("<!--", comment, "--><!--", comment, "-->", PLAN ">" GOAL "/></plan>", NULL);
  g_autofree char *within
      = g_strconcat (PLAN "><!--", comment, "-->" GOAL "/><!--", comment, "--></plan>", NULL);
  g_autoptr (WayPlan) late = read_sound (before);
  g_autoptr (WayPlan) sparse = read_sound (within);

  g_assert_nonnull (get_goal (late));
  g_assert_nonnull (get_goal (sparse));
}

static void
test_references_in_text (void)
{
  g_autoptr (WayPlan) plan = read_sound (
      PLAN ">" GOAL " foreign=\"a &amp; b &lt; &#38; &quot;c&quot; &amp;#38; &#x26; &gt;\">"
           "<title>a &amp; b &lt; &#38; \"c\" &amp;#38; <![CDATA[<&>]]></title></goal></plan>");
  WayRecord *goal = get_goal (plan);

  g_assert_cmpstr (way_record_get_text (goal, WAY_GOAL_FOREIGN), ==, "a & b < & \"c\" &#38; & >");
  g_assert_cmpstr (way_record_get_text (goal, WAY_GOAL_TITLE), ==, "a & b < & \"c\" &#38; <&>");
}

static void
test_line_breaks (void)
{
  g_autoptr (WayPlan) plan
      = read_sound (PLAN "><notes>one\ntwo&#10;three\r\nfour&#13;five&#9;six</notes></plan>");

  g_assert_cmpstr (way_record_get_text (way_plan_get_root (plan), WAY_PLAN_NOTES), ==,
                   "one\ntwo\nthree\nfour\nfive\tsix");
}

static void
test_by_hand (void)
{
  assert_becomes ("<plan\n  id='" PLAN_ID "' format='1.0' currency='' xmlns='urn:waymark:plan:1'>"
                  "<goal due='2030-06~' id='" GOAL_ID "'><title>A</title><measure></measure></goal>"
                  "<title>T</title></plan>",
                  HEAD PLAN ">\n  <title>T</title>\n  " GOAL " due=\"2030-06~\">\n"
                            "    <title>A</title>\n  </goal>\n</plan>\n");
}

static void
test_unreadable_values (void)
{
  const char *text
      = HEAD PLAN ">\n  " GOAL " parent=\"g1\" aim=\"fame &amp; glory\" due=\"31 June\">\n"
                  "    <title>A</title>\n  </goal>\n</plan>\n";
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = read_text (text, &report, &error);
  WayRecord *goal;

  g_assert_no_error (error);
  goal = get_goal (plan);
  g_assert_cmpstr (way_record_get_unread (goal, WAY_GOAL_DUE), ==, "31 June");
  g_assert_cmpstr (way_record_get_unread (goal, WAY_GOAL_AIM), ==, "fame & glory");
  g_assert_cmpuint (way_record_get_choice (goal, WAY_GOAL_AIM), ==, WAY_AIM_ROLE);
  assert_becomes (text, text);

  g_assert_cmpuint (report.diagnostics->len, ==, 3);
  for (guint i = 0; i < report.diagnostics->len; i++)
    {
      const WayDiagnostic *diagnostic = g_ptr_array_index (report.diagnostics, i);

      g_assert_cmpint (diagnostic->severity, ==, WAY_DIAGNOSTIC_WARNING);
      g_assert_cmpuint (diagnostic->line, ==, 3);
      g_assert_cmpint (diagnostic->kind, ==, WAY_KIND_GOAL);
      g_assert_cmpstr (diagnostic->called, ==, "A");
    }
}

static void
test_unknown_is_kept (void)
{
  assert_becomes (PLAN
                  " mood=\"good\" xmlns:x=\"urn:x\" x:tint=\"&#10;&amp;&quot;\"><!-- by hand -->"
                  "<wish id=\"w\"><title>W</title></wish>stray &amp; lost"
                  "<title xml:lang=\"en\">T</title>" GOAL " x:a=\"1\">"
                  "<x:b c=\"2\">d <x:e/>\n f</x:b><title>A <em>b</em></title><title/></goal>"
                  "<other xmlns=\"urn:o\"><in xmlns=\"\"/></other><?app state?></plan>",
                  HEAD PLAN " mood=\"good\" x:tint=\"&#10;&amp;&quot;\" xmlns:x=\"urn:x\">\n"
                            "  <title xml:lang=\"en\">T</title>\n"
                            "  " GOAL " x:a=\"1\" xmlns:x=\"urn:x\">\n"
                            "    <x:b xmlns:x=\"urn:x\" c=\"2\">d <x:e/>\n f</x:b>\n"
                            "    <title>A <em>b</em></title>\n    <title/>\n  </goal>\n"
                            "  <!-- by hand -->\n"
                            "  <wish id=\"w\"><title>W</title></wish>\n"
                            "  stray &amp; lost\n"
                            "  <other xmlns=\"urn:o\"><in xmlns=\"\"/></other>\n"
                            "  <?app state?>\n</plan>\n");
}

/* Parser and file write the ampersand of an address in different ways */
static void
test_namespace_with_ampersand (void)
{
  assert_becomes (PLAN " xmlns:x=\"https://example.org/?a=1&#38;b\" x:a=\"1\"><x:b/></plan>",
                  HEAD PLAN " x:a=\"1\" xmlns:x=\"https://example.org/?a=1&amp;b\">\n"
                            "  <x:b xmlns:x=\"https://example.org/?a=1&amp;b\"/>\n</plan>\n");
}

/* What belongs to no field stays in its order */
static void
test_stray_text_beside_comments (void)
{
  assert_becomes (PLAN ">one<?app state?>two<!-- by hand -->three<title>T</title></plan>",
                  HEAD PLAN ">\n  <title>T</title>\n  one\n  <?app state?>\n  two\n"
                            "  <!-- by hand -->\n  three\n</plan>\n");
}

/* An element without text is as good as none, so that the next one of its name is the first */
static void
test_empty_and_then_full (void)
{
  assert_becomes (PLAN ">" GOAL
                       "><title/>stray<title>A</title><title/><title>B</title></goal></plan>",
                  HEAD PLAN ">\n  " GOAL ">\n    <title>A</title>\n    stray\n    <title/>\n"
                            "    <title>B</title>\n  </goal>\n</plan>\n");
}

/* An element without text may be closed in two ways, and blanks in it are none */
static void
test_empty_elements (void)
{
  const char *counts = "<counts credential=\"" GOAL_ID "\"";
  g_autofree char *text = g_strconcat (
      PLAN "><credential id=\"" GOAL_ID "\"/><activity id=\"" OTHER_ID "\">", counts,
      "> \n </counts>", counts, ">odd</counts><title></title></activity></plan>", NULL);
  g_autofree char *expected = g_strconcat (
      HEAD PLAN ">\n  <credential id=\"" GOAL_ID "\"/>\n  <activity id=\"" OTHER_ID "\">\n    ",
      counts, "/>\n    ", counts, "/>\n    odd\n  </activity>\n</plan>\n", NULL);

  assert_becomes (text, expected);
}

/* Whoever takes another prefix for our namespace means the same */
static void
test_prefix_for_plans (void)
{
  assert_becomes ("<w:plan xmlns:w=\"urn:waymark:plan:1\" format=\"1.0\" id=\"" PLAN_ID "\">"
                  "<w:goal id=\"" GOAL_ID
                  "\"><w:title>A</w:title><w:new/><none/></w:goal></w:plan>",
                  HEAD PLAN ">\n  " GOAL ">\n    <title>A</title>\n    <new/>\n"
                            "    <none xmlns=\"\"/>\n  </goal>\n</plan>\n");
}

static void
test_unknown_is_warned_of (void)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = read_text (
      PLAN ">\n" GOAL " statsu=\"idea\">\n<headline>A</headline></goal></plan>", &report, NULL);
  const WayDiagnostic *diagnostic;
  g_autofree char *line = NULL;

  g_assert_nonnull (plan);
  g_assert_cmpuint (report.diagnostics->len, ==, 2);
  diagnostic = g_ptr_array_index (report.diagnostics, 0);
  line = way_diagnostic_describe (diagnostic);
  g_assert_cmpuint (diagnostic->line, ==, 2);
  g_assert_cmpstr (line, ==,
                   "Goal: an attribute is not known: statsu. It is kept as it is. Check how it is "
                   "spelt.");
}

static void
test_newer_minor (void)
{
  const char *text = HEAD "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.7\" id=\"" PLAN_ID
                          "\" pace=\"slow\">\n  <future/>\n</plan>\n";
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = read_text (text, &report, NULL);

  g_assert_nonnull (plan);
  assert_becomes (text, text);
  g_assert_cmpstr (report.format, ==, "1.7");
  g_assert_false (report.read_only);
  g_assert_cmpuint (report.diagnostics->len, ==, 0);
}

static void
test_newer_major (void)
{
  g_auto (WayReadReport) report = { 0 };
  g_auto (WayReadReport) odd_report = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan
      = read_text ("<plan xmlns=\"urn:waymark:plan:3\" format=\"3.1\" id=\"" PLAN_ID "\">" GOAL
                   "><title>A</title></goal><novel/></plan>",
                   &report, &error);
  g_autoptr (WayPlan) odd = NULL;

  g_assert_no_error (error);
  g_assert_true (report.read_only);
  g_assert_cmpstr (report.format, ==, "3.1");
  g_assert_cmpstr (way_record_get_called (get_goal (plan)), ==, "A");

  odd = read_text ("<plan xmlns=\"urn:waymark:plan:3\" format=\"3.1\" id=\"" PLAN_ID
                   "\"><goal id=\"short\"/></plan>",
                   &odd_report, &error);
  g_assert_null (odd);
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "format 3.1 is newer"));
}

/* validate wants them all, and each at its line; opening stops at the first */
static void
test_all_problems (void)
{
  const char *text = PLAN ">\n<goal id=\"1\"><title>A</title></goal>\n<goal/>\n" GOAL "/>\n" GOAL
                          "><title>D</title></goal>\n</plan>";
  const char *later = PLAN ">\n" GOAL " start=\"2027\" due=\"2026\"/>\n\n<goal id=\"" OTHER_ID
                           "\" start=\"2027\" due=\"2026\" parent=\"" PLAN_ID "\"/></plan>";
  static const guint lines[] = { 2, 3, 5 };
  static const guint later_lines[] = { 2, 4, 4 };
  g_auto (WayReadReport) report = { 0 };
  g_auto (WayReadReport) later_report = { 0 };

  g_assert_null (read_text (text, &report, NULL));
  g_assert_cmpuint (report.diagnostics->len, ==, G_N_ELEMENTS (lines));
  for (guint i = 0; i < report.diagnostics->len; i++)
    g_assert_cmpuint (((WayDiagnostic *)g_ptr_array_index (report.diagnostics, i))->line, ==,
                      lines[i]);

  g_assert_null (read_text (later, &later_report, NULL));
  g_assert_cmpuint (later_report.diagnostics->len, ==, G_N_ELEMENTS (later_lines));
  for (guint i = 0; i < later_report.diagnostics->len; i++)
    g_assert_cmpuint (((WayDiagnostic *)g_ptr_array_index (later_report.diagnostics, i))->line, ==,
                      later_lines[i]);
}

static void
test_no_more_than_a_hundred (void)
{
  g_autoptr (GString) text = g_string_new (PLAN ">");
  g_auto (WayReadReport) report = { 0 };

  for (int i = 0; i < 500; i++)
    g_string_append (text, "<goal/>\n");
  g_string_append (text, "</plan>");

  g_assert_null (read_text (text->str, &report, NULL));
  g_assert_cmpuint (report.diagnostics->len, ==, WAY_MAX_DIAGNOSTICS);
}

/* However many warnings there are, the one error is found */
static void
test_errors_before_warnings (void)
{
  g_autoptr (GString) text = g_string_new (PLAN ">");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (text, "<goal id=\"%08x-8f5b-4c7a-9b1e-2d3c4b5a6978\" due=\"soon\"/>\n",
                            i);
  g_string_append (text, "<link id=\"" GOAL_ID "\"/></plan>");

  g_assert_null (read_text (text->str, NULL, &error));
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "test, line 301: Link: it has no “Of”."));
}

/* Whatever stands where one piece of the file ends and the next begins */
static void
test_chunk_borders (void)
{
  const char *text
      = GOAL " x:a='&lt;>' due=\"2030\" xmlns:x=\"urn:x\"><!-- - -> <x> --><title>ü<![CDATA[]]]>"
             "</title><?a ?"
             "?></goal></plan>";
  gsize chunk = 64 * 1024;
  g_autoptr (WayPlan) whole = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *head = g_strconcat (PLAN ">", text, NULL);

  whole = read_sound (head);
  expected = way_saved_text (whole);
  for (gsize cut = 0; cut < strlen (text); cut++)
    {
      g_autoptr (GString) padded = g_string_new (PLAN ">");
      g_autoptr (WayPlan) plan = NULL;
      g_autofree char *written = NULL;

      while (padded->len + cut < chunk)
        g_string_append_c (padded, ' ');
      g_string_append (padded, text);
      plan = read_sound (padded->str);
      written = way_saved_text (plan);
      g_assert_cmpstr (written, ==, expected);
    }
}

/* A stream that cannot be read twice gives the same lines */
static void
test_pipe (void)
{
  const char *text = PLAN ">\n\n" GOAL " start=\"2027\" due=\"2026\"/></plan>";
  g_autoptr (GInputStream) memory
      = g_memory_input_stream_new_from_data (text, (gssize)strlen (text), NULL);
  g_autoptr (GConverter) same = G_CONVERTER (g_charset_converter_new ("UTF-8", "UTF-8", NULL));
  g_autoptr (GInputStream) pipe = g_converter_input_stream_new (memory, same);
  g_autoptr (GError) error = NULL;

  g_assert_null (way_plan_read_stream (pipe, "standard input", NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "standard input, line 3: Goal: it ends before it starts. Set a later end or an "
                   "earlier start.");
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (PLAN "/>", -1, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (way_plan_read_stream (stream, "test", NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Nothing is saved that could not be opened again */
static void
test_writer_keeps_the_bounds (void)
{
  g_autofree char *text = g_strnfill (1024 * 1024 + 1, 'x');
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  for (int i = 0; i < 2; i++)
    {
      WayId id = way_id_new ();
      g_autoptr (WayPlan) plan = way_plan_new (&id);
      g_autoptr (WaySnapshot) snapshot = NULL;
      g_autoptr (GError) error = NULL;

      way_record_builder_start (builder, WAY_KIND_PLAN, &id);
      way_record_builder_set_text (builder, i == 0 ? WAY_PLAN_NOTES : WAY_PLAN_CURRENCY, text, -1);
      way_plan_add_loaded (plan, way_record_builder_end (builder));
      snapshot = way_snapshot_new (plan);
      g_assert_null (way_plan_write_bytes (snapshot, &error));
      g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_WRITE);
      g_test_message ("%s", error->message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reader/references-in-text", test_references_in_text);
  g_test_add_func ("/store/reader/line-breaks", test_line_breaks);
  g_test_add_func ("/store/reader/by-hand", test_by_hand);
  g_test_add_func ("/store/reader/unreadable-values", test_unreadable_values);
  g_test_add_func ("/store/reader/unknown-is-kept", test_unknown_is_kept);
  g_test_add_func ("/store/reader/namespace-with-ampersand", test_namespace_with_ampersand);
  g_test_add_func ("/store/reader/stray-text-beside-comments", test_stray_text_beside_comments);
  g_test_add_func ("/store/reader/empty-and-then-full", test_empty_and_then_full);
  g_test_add_func ("/store/reader/empty-elements", test_empty_elements);
  g_test_add_func ("/store/reader/prefix-for-plans", test_prefix_for_plans);
  g_test_add_func ("/store/reader/unknown-is-warned-of", test_unknown_is_warned_of);
  g_test_add_func ("/store/reader/newer-minor", test_newer_minor);
  g_test_add_func ("/store/reader/newer-major", test_newer_major);
  g_test_add_func ("/store/reader/all-problems", test_all_problems);
  g_test_add_func ("/store/reader/no-more-than-a-hundred", test_no_more_than_a_hundred);
  g_test_add_func ("/store/reader/errors-before-warnings", test_errors_before_warnings);
  g_test_add_func ("/store/reader/a-late-beginning", test_a_late_beginning);
  g_test_add_func ("/store/reader/chunk-borders", test_chunk_borders);
  g_test_add_func ("/store/reader/pipe", test_pipe);
  g_test_add_func ("/store/reader/cancelled", test_cancelled);
  g_test_add_func ("/store/writer/keeps-the-bounds", test_writer_keeps_the_bounds);

  return g_test_run ();
}
