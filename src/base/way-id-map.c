/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open addressing with linear probing; a place of the null id is empty.
 */
#include "way-id-map.h"

#include <string.h>

#define FIRST_BITS 4

typedef struct
{
  WayId id;
  guint number;
} Place;

struct _WayIdMap
{
  guint64 keys[2]; /* of the hash: nobody can make a file of ids that all meet in one place */
  guint bits;
  guint n_ids;
  Place *places; /* 1 << bits */
};

WayIdMap *
way_id_map_new (void)
{
  WayIdMap *self = g_new0 (WayIdMap, 1);

  for (guint i = 0; i < G_N_ELEMENTS (self->keys); i++)
    self->keys[i] = (guint64)g_random_int () << 32 | g_random_int ();
  self->bits = FIRST_BITS;
  self->places = g_new0 (Place, 1u << self->bits);

  return self;
}

void
way_id_map_free (WayIdMap *self)
{
  g_free (self->places);
  g_free (self);
}

static guint
next_place (const WayIdMap *self, guint place)
{
  return (place + 1) & ((1u << self->bits) - 1);
}

static guint
first_choice (const WayIdMap *self, const WayId *id)
{
  guint64 halves[2];

  memcpy (halves, id->bytes, sizeof halves);

  return (guint)((halves[0] + self->keys[0]) * (halves[1] + self->keys[1]) >> (64 - self->bits));
}

static inline gboolean
is_empty (const Place *place)
{
  guint64 halves[2];

  memcpy (halves, place->id.bytes, sizeof halves);

  return (halves[0] | halves[1]) == 0;
}

static inline gboolean
holds (const Place *place, const WayId *id)
{
  return memcmp (&place->id, id, sizeof *id) == 0;
}

/* Where @id is, or the empty place where it would be */
static inline Place *
find_place (const WayIdMap *self, const WayId *id)
{
  guint place = first_choice (self, id);

  while (!holds (&self->places[place], id) && !is_empty (&self->places[place]))
    place = next_place (self, place);

  return &self->places[place];
}

/* At most three places in four are taken, or chains grow long */
static gboolean
has_room_for (guint bits, guint n_ids)
{
  return n_ids * G_GUINT64_CONSTANT (4) <= G_GUINT64_CONSTANT (3) << bits;
}

static void
grow (WayIdMap *self, guint bits)
{
  g_autofree Place *old = self->places;
  guint n_old = 1u << self->bits;

  self->bits = bits;
  self->places = g_new0 (Place, 1u << self->bits);
  for (guint i = 0; i < n_old; i++)
    if (!is_empty (&old[i]))
      *find_place (self, &old[i].id) = old[i];
}

gboolean
way_id_map_get (const WayIdMap *self, const WayId *id, guint *number)
{
  const Place *place = find_place (self, id);

  if (is_empty (place))
    return FALSE;

  *number = place->number;

  return TRUE;
}

void
way_id_map_prefetch (const WayIdMap *self, const WayId *id)
{
  __builtin_prefetch (&self->places[first_choice (self, id)]);
}

void
way_id_map_reserve (WayIdMap *self, guint n_ids)
{
  guint bits = self->bits;

  while (!has_room_for (bits, n_ids))
    bits++;
  if (bits > self->bits)
    grow (self, bits);
}

void
way_id_map_set (WayIdMap *self, const WayId *id, guint number)
{
  Place *place = find_place (self, id);

  g_return_if_fail (!way_id_is_null (id));

  if (is_empty (place) && !has_room_for (self->bits, self->n_ids + 1))
    {
      grow (self, self->bits + 1);
      place = find_place (self, id);
    }

  self->n_ids += is_empty (place);
  *place = (Place){ *id, number };
}

gboolean
way_id_map_remove (WayIdMap *self, const WayId *id)
{
  Place *found = find_place (self, id);
  guint hole = (guint)(found - self->places), mask = (1u << self->bits) - 1;

  if (is_empty (found))
    return FALSE;

  /* What stands behind moves up, unless that were before its first choice */
  for (guint place = next_place (self, hole); !is_empty (&self->places[place]);
       place = next_place (self, place))
    {
      guint first = first_choice (self, &self->places[place].id);

      if (((place - first) & mask) < ((place - hole) & mask))
        continue;

      self->places[hole] = self->places[place];
      hole = place;
    }

  self->places[hole] = (Place){ .number = 0 };
  self->n_ids--;

  return TRUE;
}
