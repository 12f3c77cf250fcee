/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-record-builder.h"
#include "way-record-pool.h"

#include <string.h>

#define N_PIECES 40000

typedef struct
{
  guint8 *memory;
  gsize size;
  guint8 mark;
} Piece;

static Piece
take (WayRecordPool *pool, gsize size)
{
  Piece piece = { way_record_pool_take (pool, size), size, (guint8)g_test_rand_int () };

  g_assert_nonnull (piece.memory);
  g_assert_cmpuint ((guintptr)piece.memory % sizeof (guint64), ==, 0);
  memset (piece.memory, piece.mark, size);

  return piece;
}

/* Nobody else has written into it meanwhile */
static void
give_back (Piece *piece)
{
  if (piece->memory == NULL)
    return;

  for (gsize i = 0; i < piece->size; i++)
    g_assert_cmpint (piece->memory[i], ==, piece->mark);
  way_record_pool_give_back (piece->memory, piece->size);
  piece->memory = NULL;
}

static void
test_pieces_are_apart (void)
{
  g_autofree Piece *pieces = g_new0 (Piece, N_PIECES);
  WayRecordPool pool = { 0 };

  for (guint i = 0; i < N_PIECES; i++)
    {
      pieces[i] = take (&pool, (gsize)g_test_rand_int_range (1, i % 1000 == 0 ? 30000 : 400));
      /* Some go while their block is still being filled */
      if (g_test_rand_bit ())
        give_back (&pieces[g_test_rand_int_range (0, (int)i + 1)]);
    }
  g_assert_cmpuint (pool.n_blocks, >, 2);

  way_record_pool_clear (&pool);
  for (guint i = 0; i < N_PIECES; i++)
    give_back (&pieces[(i * 7919u) % N_PIECES]);
}

static void
test_empty_blocks_go (void)
{
  WayRecordPool pool = { 0 };

  way_record_pool_clear (&pool);
  for (guint i = 0; i < N_PIECES; i++)
    {
      Piece piece = take (&pool, 300);

      give_back (&piece);
    }
  way_record_pool_clear (&pool);
}

static void
test_too_large_is_refused (void)
{
  WayRecordPool pool = { 0 };

  g_assert_null (way_record_pool_take (&pool, 1024 * 1024));
  way_record_pool_clear (&pool);
}

static gpointer
unref_all (gpointer data)
{
  g_ptr_array_unref (data);

  return NULL;
}

/* A snapshot's thread may be the last that holds a record */
static void
test_records_go_from_other_threads (void)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new_for_many ();
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);

      for (guint j = 0; j < 10000; j++)
        {
          WayId id = way_id_derive (&WAY_ID_NULL, "goal");
          g_autofree char *title = g_strnfill (j % 100 == 0 ? 100000 : j % 300, 'x');

          way_record_builder_start (builder, WAY_KIND_GOAL, &id);
          way_record_builder_set_text (builder, WAY_GOAL_TITLE, title, -1);
          g_ptr_array_add (records, way_record_builder_end (builder));
          g_assert_cmpstr (way_record_get_text (records->pdata[j], WAY_GOAL_TITLE), ==,
                           j % 100 == 0 || j % 300 > 0 ? title : NULL);
        }
      threads[i] = g_thread_new ("records", unref_all, records);
    }

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/record-pool/pieces-are-apart", test_pieces_are_apart);
  g_test_add_func ("/model/record-pool/empty-blocks-go", test_empty_blocks_go);
  g_test_add_func ("/model/record-pool/too-large-is-refused", test_too_large_is_refused);
  g_test_add_func ("/model/record-pool/records-go-from-other-threads",
                   test_records_go_from_other_threads);

  return g_test_run ();
}
