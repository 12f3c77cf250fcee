/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that comes by a stream, from a clipboard say, is read in a process of its own, and how
 * much of it there is costs this one nothing.
 */
#include "way-reader-process.h"

#include <string.h>
#include <sys/resource.h>

#define PLAN                                                                                       \
  "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\" id=\"6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\""
#define MOST_MEMORY (64 * 1024) /* KB, of what a refusal may take */

/* A plan that never ends: spaces after its first words */

#define TYPE_ENDLESS (endless_get_type ())
G_DECLARE_FINAL_TYPE (Endless, endless, TEST, ENDLESS, GInputStream)

struct _Endless
{
  GInputStream parent_instance;

  guint64 n_given;
};

G_DEFINE_FINAL_TYPE (Endless, endless, G_TYPE_INPUT_STREAM)

static gssize
endless_read (GInputStream *stream, void *buffer, gsize count, GCancellable *cancellable,
              GError **error)
{
  Endless *self = TEST_ENDLESS (stream);

  memset (buffer, ' ', count);
  if (self->n_given == 0)
    memcpy (buffer, PLAN, MIN (count, strlen (PLAN)));
  self->n_given += count;

  return (gssize)count;
}

static void
endless_class_init (EndlessClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = endless_read;
}

static void
endless_init (Endless *self)
{
}

static WayPlan *
read_stream (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_auto (WayReadReport) report = { 0 };

  return way_plan_read_stream_apart (stream, "Clipboard", &report, cancellable, error);
}

static WayPlan *
read_text (const char *text, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  return read_stream (stream, NULL, error);
}

static void
test_a_plan (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WayPlan) plan
      = read_text (PLAN "><goal id=\"7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978\"/></plan>", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (way_plan_get_count (plan, WAY_KIND_GOAL), ==, 1);
}

static void
test_no_plan (void)
{
  static const char *const texts[] = { "", "Hello", "<html/>", PLAN };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (texts[i], &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "Clipboard"));
    }
}

/* Whoever offered it has gone: that is said, and nothing that is suspected of the plan */
static void
test_a_stream_that_fails (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (PLAN "/>", -1, NULL);
  g_autoptr (GError) error = NULL;

  g_input_stream_close (stream, NULL, NULL);
  g_assert_null (read_stream (stream, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_cancelling_ends_it (void)
{
  g_autoptr (GInputStream) stream = g_object_new (TYPE_ENDLESS, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (read_stream (stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static glong
get_peak (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);

  return usage.ru_maxrss;
}

/* A gibibyte, which is why only a thorough run tries it */
static void
test_one_without_an_end (void)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  glong before;

  if (g_strcmp0 (g_getenv ("WAYMARK_THOROUGH"), "1") != 0)
    return;

  stream = g_object_new (TYPE_ENDLESS, NULL);
  before = get_peak ();
  g_assert_null (read_stream (stream, NULL, &error));
  g_assert_error (error, WAY_STORE_ERROR, WAY_STORE_ERROR_REFUSED);
  g_assert_cmpint (get_peak () - before, <, MOST_MEMORY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/reader-stream/a-plan", test_a_plan);
  g_test_add_func ("/store/reader-stream/no-plan", test_no_plan);
  g_test_add_func ("/store/reader-stream/a-stream-that-fails", test_a_stream_that_fails);
  g_test_add_func ("/store/reader-stream/cancelling-ends-it", test_cancelling_ends_it);
  g_test_add_func ("/store/reader-stream/one-without-an-end", test_one_without_an_end);

  return g_test_run ();
}
