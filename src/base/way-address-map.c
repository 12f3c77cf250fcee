/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open addressing with linear probing.
 */
#include "way-address-map.h"

#define FIRST_BITS 4

typedef struct
{
  gconstpointer address; /* NULL is an empty place */
  guint number;
} Place;

struct _WayAddressMap
{
  guint bits;
  guint n_addresses;
  Place *places; /* 1 << bits */
};

WayAddressMap *
way_address_map_new (void)
{
  WayAddressMap *self = g_new0 (WayAddressMap, 1);

  self->bits = FIRST_BITS;
  self->places = g_new0 (Place, 1u << self->bits);

  return self;
}

void
way_address_map_free (WayAddressMap *self)
{
  g_free (self->places);
  g_free (self);
}

static guint
get_mask (const WayAddressMap *self)
{
  return (1u << self->bits) - 1;
}

/* By the golden ratio, as Knuth has it: addresses differ in their middle bits */
static guint
first_choice (const WayAddressMap *self, gconstpointer address)
{
  return (guint)((guintptr)address * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> (64 - self->bits));
}

/* Where @address is, or the empty place where it would be */
static inline guint
find_place (const WayAddressMap *self, gconstpointer address)
{
  guint place = first_choice (self, address);

  while (self->places[place].address != address && self->places[place].address != NULL)
    place = (place + 1) & get_mask (self);

  return place;
}

static void
grow (WayAddressMap *self)
{
  g_autofree Place *old = self->places;
  guint n_old = 1u << self->bits;

  self->bits++;
  self->places = g_new0 (Place, 1u << self->bits);
  for (guint i = 0; i < n_old; i++)
    if (old[i].address != NULL)
      self->places[find_place (self, old[i].address)] = old[i];
}

guint
way_address_map_get (const WayAddressMap *self, gconstpointer address)
{
  return self->places[find_place (self, address)].number;
}

void
way_address_map_set (WayAddressMap *self, gconstpointer address, guint number)
{
  guint place;

  g_return_if_fail (address != NULL && number != 0);

  if ((self->n_addresses + 1) * G_GUINT64_CONSTANT (4) > G_GUINT64_CONSTANT (3) << self->bits)
    grow (self);
  place = find_place (self, address);
  self->n_addresses += self->places[place].address == NULL;
  self->places[place] = (Place){ address, number };
}

void
way_address_map_remove (WayAddressMap *self, gconstpointer address)
{
  guint hole = find_place (self, address), mask = get_mask (self);

  g_return_if_fail (self->places[hole].address != NULL);

  /* What stands behind moves up, unless that were before its first choice */
  for (guint place = (hole + 1) & mask; self->places[place].address != NULL;
       place = (place + 1) & mask)
    {
      guint first = first_choice (self, self->places[place].address);

      if (((place - first) & mask) < ((place - hole) & mask))
        continue;

      self->places[hole] = self->places[place];
      hole = place;
    }

  self->places[hole] = (Place){ NULL, 0 };
  self->n_addresses--;
}
