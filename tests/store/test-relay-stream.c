/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * All of it arrives in order, whatever the pieces, and an error is told before the end.
 */
#include "way-relay-stream.h"

#include <string.h>

#define N_BYTES 3000000

static guint8 *
make_bytes (GRand *rand)
{
  guint8 *bytes = g_malloc (N_BYTES);

  for (guint i = 0; i < N_BYTES; i++)
    bytes[i] = (guint8)g_rand_int_range (rand, 0, 256);

  return bytes;
}

static void
test_all_arrives_in_order (void)
{
  const gsize lengths[] = { 0, 1, 100, 192 * 1024 - 1, 192 * 1024, 192 * 1024 + 1, N_BYTES };
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree guint8 *bytes = make_bytes (rand);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GOutputStream) base = g_memory_output_stream_new_resizable ();
      g_autoptr (GOutputStream) relay = way_relay_stream_new (base);
      GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (base);
      g_autoptr (GError) error = NULL;

      for (gsize at = 0; at < lengths[i];)
        {
          gsize length = (gsize)g_rand_int_range (rand, 1, 200000);

          length = MIN (length, lengths[i] - at);
          g_output_stream_write_all (relay, bytes + at, length, NULL, NULL, &error);
          g_assert_no_error (error);
          at += length;
        }
      g_output_stream_flush (relay, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (g_memory_output_stream_get_data (memory),
                       g_memory_output_stream_get_data_size (memory), bytes, lengths[i]);
    }
}

/* Where there is room for so much, for less than a piece, and for many */
static void
test_error_is_told (void)
{
  const gsize rooms[] = { 0, 1000, 192 * 1024, 1000000 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree guint8 *bytes = make_bytes (rand);

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      g_autofree guint8 *room = g_malloc (rooms[i] + 1);
      g_autoptr (GOutputStream) base = g_memory_output_stream_new (room, rooms[i], NULL, NULL);
      g_autoptr (GOutputStream) relay = way_relay_stream_new (base);
      g_autoptr (GError) error = NULL;

      if (g_output_stream_write_all (relay, bytes, N_BYTES, NULL, NULL, &error))
        g_output_stream_flush (relay, NULL, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
      g_assert_cmpmem (room, rooms[i], bytes, rooms[i]);
    }
}

static void
test_given_up_in_the_middle (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autofree guint8 *bytes = make_bytes (rand);
  g_autoptr (GOutputStream) base = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GOutputStream *relay = way_relay_stream_new (base);

  g_assert_true (g_output_stream_write_all (relay, bytes, N_BYTES / 2, NULL, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (g_output_stream_write_all (relay, bytes, N_BYTES / 2, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_unref (relay); /* nothing is under way any more */
  g_assert_true (g_output_stream_close (base, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/relay-stream/all-arrives-in-order", test_all_arrives_in_order);
  g_test_add_func ("/store/relay-stream/error-is-told", test_error_is_told);
  g_test_add_func ("/store/relay-stream/given-up-in-the-middle", test_given_up_in_the_middle);

  return g_test_run ();
}
