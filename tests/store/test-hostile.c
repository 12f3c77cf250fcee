/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files that are made to hurt: each is refused for its own reason, and what is just within a bound
 * opens.
 */
#include "way-plan-format.h"
#include "way-plan-reader.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define PLAN                                                                                       \
  "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\""
#define GOAL "<goal id=\"7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\""
#define OTHER "<goal id=\"8f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\""

/* Reads @bytes; a refusal has to be of @code and to say @words, and without @words the file opens
 */
static void
assert_read (GBytes *bytes, WayStoreError code, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_bytes (bytes, "hostile", NULL, &error);

  if (words == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (plan);
      return;
    }

  g_assert_null (plan);
  g_assert_error (error, WAY_STORE_ERROR, (int)code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_true (g_str_has_prefix (error->message, "hostile"));
}

static void
assert_text (const char *text, WayStoreError code, const char *words)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  assert_read (bytes, code, words);
}

static void
assert_string (GString *string, WayStoreError code, const char *words)
{
  g_autoptr (GBytes) bytes = g_string_free_to_bytes (string);

  assert_read (bytes, code, words);
}

static void
append_times (GString *out, const char *text, gsize times)
{
  for (gsize i = 0; i < times; i++)
    g_string_append (out, text);
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    WayStoreError code;
    const char *words;
  } cases[] = {
    { "", WAY_STORE_ERROR_SYNTAX, "empty" },
    { "   \n", WAY_STORE_ERROR_FORMAT, "does not begin like XML" },
    { "%PDF-1.7", WAY_STORE_ERROR_FORMAT, "does not begin like XML. Choose a .waymark file." },
    { "<!DOCTYPE plan>" PLAN "/>", WAY_STORE_ERROR_REFUSED, "line 1: it has a document type" },
    { "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]>\n<x/>", WAY_STORE_ERROR_REFUSED,
      "line 2: it has a document type" },
    { "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" PLAN "/>", WAY_STORE_ERROR_REFUSED,
      "encoding ISO-8859-1" },
    { "<?xml version=\"1.0\" encoding=\"UTF-16\"?>" PLAN "/>", WAY_STORE_ERROR_REFUSED,
      "encoding UTF-16" },
    { "<?xml version=\"1.1\"?>" PLAN "/>", WAY_STORE_ERROR_SYNTAX, "XML declaration" },
    { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml version=\"1.0\" encoding=\"UTF-7\"?>" PLAN
      "/>",
      WAY_STORE_ERROR_SYNTAX, "line 2" },
    { "\x4c\x6f\xa7\x94\x93", WAY_STORE_ERROR_FORMAT, "does not begin like XML" },
    { PLAN "><title>\xe4</title></plan>", WAY_STORE_ERROR_REFUSED, "not UTF-8" },
    { PLAN "><title>\xed\xa0\x80</title></plan>", WAY_STORE_ERROR_REFUSED, "not UTF-8" },
    { PLAN "><title>\x01</title></plan>", WAY_STORE_ERROR_SYNTAX, "character" },
    { PLAN "><title>&#11;</title></plan>", WAY_STORE_ERROR_SYNTAX, "character" },
    { PLAN "><title>&nbsp;</title></plan>", WAY_STORE_ERROR_SYNTAX, "&amp;" },
    { PLAN "><title>a & b</title></plan>", WAY_STORE_ERROR_SYNTAX, "&amp;" },
    { PLAN "><title>a < b</title></plan>", WAY_STORE_ERROR_SYNTAX, "&lt;" },
    { PLAN " owner=\"<\"/>", WAY_STORE_ERROR_SYNTAX, "&lt;" },
    { PLAN " format=\"1.0\"/>", WAY_STORE_ERROR_SYNTAX, "same attribute twice" },
    { PLAN " x:a=\"1\"/>", WAY_STORE_ERROR_SYNTAX, "prefix" },
    { PLAN ">\n" GOAL ">\n</plan>", WAY_STORE_ERROR_SYNTAX, "line 3: a tag closes another" },
    { PLAN ">\n<goal", WAY_STORE_ERROR_SYNTAX, "ends in the middle" },
    { PLAN ">\n<title>Half a ti", WAY_STORE_ERROR_SYNTAX, "ends in the middle" },
    { PLAN "></goal>", WAY_STORE_ERROR_SYNTAX, "a tag closes another" },
    { PLAN "></goa", WAY_STORE_ERROR_SYNTAX, "ends in the middle" },
    { PLAN "><title>&nbsp;", WAY_STORE_ERROR_SYNTAX, "&amp;" },
    { PLAN "><title>&#11;", WAY_STORE_ERROR_SYNTAX, "character" },
    { PLAN "></goal><!DOCTYPE x>", WAY_STORE_ERROR_SYNTAX, "a tag closes another" },
    { PLAN "><title>Half<!DOCTYPE x>", WAY_STORE_ERROR_REFUSED, "document type" },
    { PLAN "/><plan/>", WAY_STORE_ERROR_SYNTAX, "after the plan" },
    { PLAN "/>and more", WAY_STORE_ERROR_SYNTAX, "after the plan" },
    { "<plan/>", WAY_STORE_ERROR_FORMAT, "namespace is “”" },
    { "<plan xmlns=\"urn:example\"/>", WAY_STORE_ERROR_FORMAT, "namespace is “urn:example”" },
    { "<html xmlns=\"urn:waymark:plan:1\"/>", WAY_STORE_ERROR_FORMAT, "“html”" },
    { "<plan xmlns=\"urn:waymark:plan:1\"/>", WAY_STORE_ERROR_FORMAT, "no version" },
    { "<plan xmlns=\"urn:waymark:plan:1\" format=\"new\"/>", WAY_STORE_ERROR_FORMAT,
      "“new” is no version" },
    { "<plan xmlns=\"urn:waymark:plan:2\" format=\"1.0\"/>", WAY_STORE_ERROR_FORMAT, "namespace" },
    { "<plan xmlns=\"urn:waymark:plan:0\" format=\"0.9\" "
      "id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/>",
      WAY_STORE_ERROR_FORMAT, "0.9 is older" },
    { "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\"/>", WAY_STORE_ERROR_INVALID,
      "Plan: it has no id" },
    { PLAN ">\n<goal>\n<title>Rest</title></goal></plan>", WAY_STORE_ERROR_INVALID,
      "line 2: Goal “Rest”: it has no id" },
    { PLAN "><goal id=\"g1\"/></plan>", WAY_STORE_ERROR_INVALID, "id “g1” is no UUID" },
    { PLAN ">" GOAL "/>\n" GOAL "/></plan>", WAY_STORE_ERROR_INVALID, "line 2: Goal: another" },
    { PLAN ">" GOAL " parent=\"7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/></plan>",
      WAY_STORE_ERROR_INVALID, "part of itself" },
    { PLAN ">\n\n" GOAL " start=\"2027\" due=\"2026\"><title>Rest</title></goal></plan>",
      WAY_STORE_ERROR_INVALID, "line 3: Goal “Rest”: it ends before it starts. Set" },
    { PLAN ">" GOAL " parent=\"8f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/></plan>",
      WAY_STORE_ERROR_INVALID, "not in the plan" },
    { "\xef\xbb\xbf" PLAN "/>", 0, NULL },
    { "\n \n" PLAN "/>\n<!-- end -->\n", 0, NULL },
    { PLAN "><!-- <!DOCTYPE x> --><title><![CDATA[<!DOCTYPE x>]]></title></plan>", 0, NULL },
    { PLAN ">" GOAL " parent=\"8f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/>" OTHER "/></plan>", 0,
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text (cases[i].text, cases[i].code, cases[i].words);
}

/* To a parser in C a NUL may look like the end */
static void
test_nul (void)
{
  static const char before[] = "\0" PLAN "/>";
  static const char within[] = PLAN ">\0</plan>";
  static const char after[] = PLAN "/>\n\0";
  static const char more[] = PLAN "/>\n\0<!-- and more -->";
  const struct
  {
    const char *text;
    gsize size;
    WayStoreError code;
    const char *words;
  } cases[] = {
    { before, sizeof before, WAY_STORE_ERROR_FORMAT, "does not begin like XML" },
    { within, sizeof within, WAY_STORE_ERROR_SYNTAX, "line 1" },
    { after, sizeof after, WAY_STORE_ERROR_SYNTAX, "line 2: something stands after" },
    { more, sizeof more, WAY_STORE_ERROR_SYNTAX, "line 2: something stands after" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].text, cases[i].size - 1);

      assert_read (bytes, cases[i].code, cases[i].words);
    }
}

/* Wherever the end falls within what the parser asks for at once */
static void
test_ends (void)
{
  for (gsize length = 0; length < 10000; length += 7)
    {
      GString *text = g_string_new (PLAN "/>");

      append_times (text, length % 2 ? "\n" : " ", length);
      assert_string (g_string_new_len (text->str, (gssize)text->len), 0, NULL);
      g_string_append_c (text, '<');
      assert_string (text, WAY_STORE_ERROR_SYNTAX, "line");
    }
}

static GString *
plan_with_attributes (guint n_attributes)
{
  GString *text = g_string_new (PLAN ">" GOAL);

  /* The id is one of them */
  for (guint i = 1; i < n_attributes; i++)
    g_string_append_printf (text, " a%u=\"\"", i);
  g_string_append (text, "/></plan>");

  return text;
}

static void
test_attributes (void)
{
  assert_string (plan_with_attributes (256), 0, NULL);
  assert_string (plan_with_attributes (257), WAY_STORE_ERROR_REFUSED, "256 attributes");
  assert_string (plan_with_attributes (100000), WAY_STORE_ERROR_REFUSED, "256 attributes");
}

static GString *
plan_with_tag (gsize length)
{
  GString *text = g_string_new (PLAN ">");
  gsize begin = text->len;

  g_string_append (text, GOAL " foreign=\"");
  append_times (text, "x", length - (text->len - begin) - strlen ("\"/>"));
  g_string_append (text, "\"/></plan>");

  return text;
}

static void
test_tag (void)
{
  assert_string (plan_with_tag (64 * 1024), 0, NULL);
  assert_string (plan_with_tag (64 * 1024 + 1), WAY_STORE_ERROR_REFUSED, "longer than 64 KiB");
  assert_string (plan_with_tag (8 * 1024 * 1024), WAY_STORE_ERROR_REFUSED, "longer than 64 KiB");
}

static GString *
plan_with_text (const char *open, const char *unit, gsize times, const char *close)
{
  GString *text = g_string_new (PLAN ">\n");

  g_string_append (text, open);
  append_times (text, unit, times);
  g_string_append (text, close);
  g_string_append (text, "</plan>");

  return text;
}

static void
test_text (void)
{
  const char *words = "line 2: a text is longer than 1 MiB";
  gsize mebi = 1024 * 1024;

  assert_string (plan_with_text ("<title>", "x", mebi, "</title>"), 0, NULL);
  assert_string (plan_with_text ("<title>", "x", mebi + 1, "</title>"), WAY_STORE_ERROR_REFUSED,
                 words);
  assert_string (plan_with_text ("<title>", "&amp;", mebi, "</title>"), 0, NULL);
  assert_string (plan_with_text ("<title>", "&amp;", mebi + 1, "</title>"), WAY_STORE_ERROR_REFUSED,
                 words);
  assert_string (plan_with_text ("<!--", "x", mebi, "-->"), 0, NULL);
  assert_string (plan_with_text ("<!--", "x", 2 * mebi, "-->"), WAY_STORE_ERROR_REFUSED, words);
  assert_string (plan_with_text ("<?x ", "x", 2 * mebi, "?>"), WAY_STORE_ERROR_REFUSED, words);
  assert_string (plan_with_text ("<title><![CDATA[", "x", 2 * mebi, "]]></title>"),
                 WAY_STORE_ERROR_REFUSED, words);
  assert_string (plan_with_text ("", " ", 16 * mebi, ""), WAY_STORE_ERROR_REFUSED, words);
}

static void
test_unknown (void)
{
  const char *words = "16 MiB that this Waymark does not know";
  g_autofree char *filling = g_strnfill (16 * 1024, 'x');
  g_autofree char *element = g_strconcat ("<a b=\"", filling, "\"><c/></a>", NULL);
  g_autofree char *comment = g_strconcat ("<!--", filling, "-->", NULL);

  assert_string (plan_with_text ("", element, 1000, ""), 0, NULL);
  assert_string (plan_with_text ("", element, 1024, ""), WAY_STORE_ERROR_REFUSED, words);
  assert_string (plan_with_text ("", comment, 1000, ""), 0, NULL);
  assert_string (plan_with_text ("", comment, 1024, ""), WAY_STORE_ERROR_REFUSED, words);
}

static GString *
plan_with_depth (guint depth)
{
  GString *text = g_string_new (PLAN ">");

  append_times (text, "<a>", depth - 1);
  append_times (text, "</a>", depth - 1);
  g_string_append (text, "</plan>");

  return text;
}

static void
test_depth (void)
{
  assert_string (plan_with_depth (64), 0, NULL);
  assert_string (plan_with_depth (65), WAY_STORE_ERROR_REFUSED, "deeper than 64");
  assert_string (plan_with_depth (200000), WAY_STORE_ERROR_REFUSED, "deeper than 64");
}

static GString *
plan_with_records (guint n_records)
{
  GString *text = g_string_new (PLAN ">");
  WayId id = { { 0 } };
  char buffer[WAY_ID_BUFFER_SIZE];

  for (guint i = 1; i <= n_records; i++)
    {
      memcpy (id.bytes, &i, sizeof i);
      g_string_append (text, "<link id=\"");
      g_string_append (text, way_id_format (&id, buffer));
      g_string_append (text, "\"/>");
    }
  g_string_append (text, "</plan>");

  return text;
}

static void
test_records (void)
{
  /* So many take some seconds and half a gigabyte. A link has to say what it is of, which is looked
   * at after they have been counted. */
  if (g_strcmp0 (g_getenv ("WAYMARK_THOROUGH"), "1") == 0)
    assert_string (plan_with_records (WAY_PLAN_MAX_RECORDS), WAY_STORE_ERROR_INVALID, "Link");
  assert_string (plan_with_records (WAY_PLAN_MAX_RECORDS + 1), WAY_STORE_ERROR_REFUSED,
                 "more than 2,000,000 records");
}

/* @text as UTF-16 with a byte order mark */
static GBytes *
widen (const char *text, const char *charset, const char *mark)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  g_autofree char *wide = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *)mark, (guint)strlen (mark));
  g_byte_array_append (bytes, (const guint8 *)wide, (guint)length);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_utf16 (void)
{
  const char *text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" PLAN
                     "><title>Prüfung 👩🏽‍⚕️</title></plan>";
  const char *hidden = "<!DOCTYPE x>" PLAN "/>";
  g_autoptr (GBytes) little = widen (text, "UTF-16LE", "\xff\xfe");
  g_autoptr (GBytes) big = widen (text, "UTF-16BE", "\xfe\xff");
  g_autoptr (GBytes) bare = widen (PLAN "/>", "UTF-16LE", "");
  g_autoptr (GBytes) doctype = widen (hidden, "UTF-16BE", "\xfe\xff");
  g_autoptr (GBytes) odd = g_bytes_new_from_bytes (little, 0, g_bytes_get_size (little) - 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_bytes (little, "wide", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (way_record_get_called (way_plan_get_root (plan)), ==,
                   "Prüfung 👩🏽‍⚕️");
  assert_read (big, 0, NULL);
  assert_read (bare, WAY_STORE_ERROR_REFUSED, "without a mark");
  assert_read (doctype, WAY_STORE_ERROR_REFUSED, "document type");
  assert_read (odd, WAY_STORE_ERROR_REFUSED, "UTF-8");
}

static GBytes *
pack (const char *text, gsize length)
{
  g_autoptr (GConverter) gzip
      = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (text, (gssize)length, NULL);
  g_autoptr (GInputStream) packed = g_converter_input_stream_new (plain, gzip);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_output_stream_splice (out, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, &error);
  g_assert_no_error (error);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

static void
test_gzip (void)
{
  g_autoptr (GBytes) plan = pack (PLAN "/>", strlen (PLAN "/>"));
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (plan, 0, g_bytes_get_size (plan) - 9);
  g_autoptr (GBytes) doctype = pack ("<!DOCTYPE x><x/>", strlen ("<!DOCTYPE x><x/>"));
  g_autofree char *blanks = g_malloc (64 * 1024 * 1024);
  g_autoptr (GBytes) bomb = NULL;
  g_autoptr (GBytes) noise = g_bytes_new_static ("\x1f\x8b\x08\x00zzzzzzzzzzzzzzzz", 20);

  memset (blanks, ' ', 64 * 1024 * 1024);
  memcpy (blanks, "<a>", 3);
  bomb = pack (blanks, 64 * 1024 * 1024);

  assert_read (plan, 0, NULL);
  assert_read (cut, WAY_STORE_ERROR_SYNTAX, "gzip and damaged");
  assert_read (noise, WAY_STORE_ERROR_SYNTAX, "gzip and damaged");
  assert_read (doctype, WAY_STORE_ERROR_REFUSED, "document type");
  assert_read (bomb, WAY_STORE_ERROR_FORMAT, "“a”");
}

static void
assert_file (const char *path, const char *words)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan = way_plan_read_file (file, NULL, NULL, &error);

  g_assert_null (plan);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_nonnull (strstr (error->message, words));
}

static void
make_socket (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (bind (fd, (struct sockaddr *)&address, sizeof address), ==, 0);
  close (fd);
}

static void
test_what_is_no_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("waymark-XXXXXX", &error);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *huge = g_build_filename (folder, "huge", NULL);
  g_autofree char *sock = g_build_filename (folder, "socket", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  make_socket (sock);
  g_file_set_contents (huge, "<", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (truncate (huge, (off_t)WAY_PLAN_MAX_BYTES + 1), ==, 0);

  assert_file (folder, "folder");
  assert_file (fifo, "no ordinary file");
  assert_file (sock, "no ordinary file");
  assert_file ("/dev/zero", "no ordinary file");
  assert_file (missing, "no such file");
  assert_file (huge, "larger than 1 GiB");
  g_assert_cmpint (truncate (huge, (off_t)WAY_PLAN_MAX_BYTES), ==, 0);
  assert_file (huge, "encoding UTF-16");

  g_assert_cmpint (g_remove (fifo), ==, 0);
  g_assert_cmpint (g_remove (sock), ==, 0);
  g_assert_cmpint (g_remove (huge), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What others have made: it opens, or it is refused in words */
static void
test_folder (gconstpointer path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *full = g_build_filename (path, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (full);
      g_autoptr (GError) refusal = NULL;
      g_autoptr (WayPlan) plan = way_plan_read_file (file, NULL, NULL, &refusal);

      g_assert_true ((plan == NULL) == (refusal != NULL));
      g_test_message ("%s", refusal != NULL ? refusal->message : full);
    }
}

int
main (int argc, char *argv[])
{
  const char *folder = g_getenv ("WAYMARK_HOSTILE");

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/hostile/words", test_words);
  g_test_add_func ("/store/hostile/nul", test_nul);
  g_test_add_func ("/store/hostile/ends", test_ends);
  g_test_add_func ("/store/hostile/attributes", test_attributes);
  g_test_add_func ("/store/hostile/tag", test_tag);
  g_test_add_func ("/store/hostile/text", test_text);
  g_test_add_func ("/store/hostile/unknown", test_unknown);
  g_test_add_func ("/store/hostile/depth", test_depth);
  g_test_add_func ("/store/hostile/records", test_records);
  g_test_add_func ("/store/hostile/utf16", test_utf16);
  g_test_add_func ("/store/hostile/gzip", test_gzip);
  g_test_add_func ("/store/hostile/what-is-no-file", test_what_is_no_file);
  if (folder != NULL)
    g_test_add_data_func ("/store/hostile/folder", folder, test_folder);

  return g_test_run ();
}
