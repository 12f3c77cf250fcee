/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open addressing with linear probing; a record's first choice of place is its hash scaled to the
 * number of places, so that growing reads and writes from one end to the other.
 */
#include "way-record-set.h"

#include "way-memory.h"

#include <string.h>

#define FIRST_N_PLACES 16

/* A place is a record and its hash; both are in one piece of memory, records first */
static gsize
get_size (guint n_places)
{
  return n_places * (sizeof (WayRecord *) + sizeof (guint32));
}

/* Looking for a record goes anywhere in its memory, so that takes large pages when it nearly fills
 * one */
static gboolean
has_pages (gsize size)
{
  return size >= WAY_MEMORY_PAGE / 2;
}

static gpointer
allocate (gsize size)
{
  gpointer pages;

  if (!has_pages (size))
    return g_malloc0 (size);

  pages = way_memory_new (way_memory_round_up (size), WAY_MEMORY_LARGE_PAGES);
  if (pages == NULL)
    g_error ("No memory for %" G_GSIZE_FORMAT " bytes", size);

  return pages;
}

static void
set_n_places (WayRecordSet *self, guint n_places)
{
  self->n_places = n_places;
  self->records = allocate (get_size (n_places));
  self->hashes = (guint32 *)(gpointer)(self->records + n_places);
}

void
way_record_set_init (WayRecordSet *self)
{
  *self = (WayRecordSet){
    .keys = { (guint64)g_random_int () << 32 | g_random_int (),
              (guint64)g_random_int () << 32 | g_random_int () },
  };
  set_n_places (self, FIRST_N_PLACES);
}

void
way_record_set_clear (WayRecordSet *self)
{
  gsize size = get_size (self->n_places);

  if (has_pages (size))
    way_memory_free (self->records, way_memory_round_up (size));
  else
    g_free (self->records);
  self->hashes = NULL;
  self->records = NULL;
}

/* Never 0, and spread over all 32 bits even where ids are alike */
static guint32
hash_id (const WayRecordSet *self, const WayId *id)
{
  guint64 halves[2];

  memcpy (halves, id->bytes, sizeof halves);

  return (guint32)((halves[0] + self->keys[0]) * (halves[1] + self->keys[1]) >> 32) | 1;
}

static guint
first_choice (const WayRecordSet *self, guint32 hash)
{
  return (guint)((guint64)hash * self->n_places >> 32);
}

static guint
next_place (const WayRecordSet *self, guint place)
{
  return place + 1 < self->n_places ? place + 1 : 0;
}

/* Where the record of @id is, or the empty place where it would be */
static inline guint
find_place (const WayRecordSet *self, const WayId *id, guint32 hash)
{
  guint place = first_choice (self, hash);

  while (self->hashes[place] != 0
         && (self->hashes[place] != hash
             || !way_id_equal (way_record_get_id (self->records[place]), id)))
    place = next_place (self, place);

  return place;
}

static void
put (WayRecordSet *self, guint place, guint32 hash, WayRecord *record)
{
  self->hashes[place] = hash;
  self->records[place] = record;
}

static void
grow (WayRecordSet *self, guint n_places)
{
  WayRecordSet old = *self;

  set_n_places (self, n_places);
  for (guint i = 0; i < old.n_places; i++)
    {
      guint place = first_choice (self, old.hashes[i]);

      if (old.hashes[i] == 0)
        continue;

      while (self->hashes[place] != 0)
        place = next_place (self, place);
      put (self, place, old.hashes[i], old.records[i]);
    }

  way_record_set_clear (&old);
}

/* At most four places in five are taken, or chains grow long */
static guint
places_for (guint n_records)
{
  return (guint)MIN ((guint64)n_records * 5 / 4 + 1, G_MAXUINT32);
}

void
way_record_set_reserve (WayRecordSet *self, guint n_records)
{
  if (places_for (n_records) > self->n_places)
    grow (self, places_for (n_records));
}

WayRecord **
way_record_set_find (const WayRecordSet *self, const WayId *id)
{
  guint place = find_place (self, id, hash_id (self, id));

  return self->hashes[place] != 0 ? &self->records[place] : NULL;
}

WayRecord *
way_record_set_lookup (const WayRecordSet *self, const WayId *id)
{
  WayRecord **place = way_record_set_find (self, id);

  return place != NULL ? *place : NULL;
}

void
way_record_set_lookup_all (const WayRecordSet *self, const WayId *ids, guint n_ids,
                           WayRecord **found)
{
  guint32 hashes[WAY_RECORD_SET_BATCH];

  g_return_if_fail (n_ids <= WAY_RECORD_SET_BATCH);

  for (guint i = 0; i < n_ids; i++)
    {
      guint place;

      hashes[i] = hash_id (self, &ids[i]);
      place = first_choice (self, hashes[i]);
      __builtin_prefetch (&self->hashes[place]);
      __builtin_prefetch (&self->records[place]);
    }

  /* The first that may be it nearly always is */
  for (guint i = 0; i < n_ids; i++)
    {
      guint place = first_choice (self, hashes[i]);

      while (self->hashes[place] != 0 && self->hashes[place] != hashes[i])
        place = next_place (self, place);
      if (self->hashes[place] != 0)
        __builtin_prefetch (self->records[place]);
    }

  for (guint i = 0; i < n_ids; i++)
    {
      guint place = find_place (self, &ids[i], hashes[i]);

      found[i] = self->hashes[place] != 0 ? self->records[place] : NULL;
    }
}

void
way_record_set_prefetch (const WayRecordSet *self, const WayId *id)
{
  guint place = first_choice (self, hash_id (self, id));

  __builtin_prefetch (&self->hashes[place]);
  __builtin_prefetch (&self->records[place]);
}

gboolean
way_record_set_add (WayRecordSet *self, WayRecord *record)
{
  const WayId *id = way_record_get_id (record);
  guint32 hash = hash_id (self, id);
  guint place;

  if (G_UNLIKELY (places_for (self->n_records + 1) > self->n_places))
    grow (self, self->n_places / 2 * 3 + 1);
  place = find_place (self, id, hash);
  if (self->hashes[place] != 0)
    return FALSE;

  put (self, place, hash, record);
  self->n_records++;

  return TRUE;
}

void
way_record_set_remove (WayRecordSet *self, const WayId *id)
{
  guint hole = find_place (self, id, hash_id (self, id));

  g_return_if_fail (self->hashes[hole] != 0);

  /* What stands behind moves up, unless that were before its first choice */
  for (guint place = next_place (self, hole); self->hashes[place] != 0;
       place = next_place (self, place))
    {
      guint first = first_choice (self, self->hashes[place]);
      guint way = (place + self->n_places - first) % self->n_places;
      guint gap = (place + self->n_places - hole) % self->n_places;

      if (way < gap)
        continue;

      put (self, hole, self->hashes[place], self->records[place]);
      hole = place;
    }

  self->hashes[hole] = 0;
  self->n_records--;
}
