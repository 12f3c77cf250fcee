/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open addressing in a table that is as large from the beginning as it will ever be: after an edit
 * each item of the lanes that it touched is asked for once, among 100,000 of them all. Most of them
 * did not change, which a few bits tell that stay in the processor's cache.
 */
#include "way-balance.h"

#define MIN_BITS 4
#define FILTER_BITS 2 /* more than of a place: at most one bit in eight is set */

typedef struct
{
  const WayRecord *record; /* NULL is an empty place */
  int balance;
} Place;

struct _WayBalance
{
  guint shift; /* of a hash to a place */
  guint mask;
  guint64 *filter; /* a bit for each few hashes, set when a record has one of them */
  Place places[];
};

WayBalance *
way_balance_new (guint n_records)
{
  guint bits = MAX (MIN_BITS, g_bit_storage (n_records) + 1); /* at most half is taken */
  WayBalance *self = g_malloc0 (sizeof *self + ((gsize)1 << bits) * sizeof (Place));

  self->shift = 64 - bits;
  self->mask = (1u << bits) - 1;
  self->filter = g_new0 (guint64, (1u << (bits + FILTER_BITS)) / 64);

  return self;
}

void
way_balance_free (WayBalance *self)
{
  g_free (self->filter);
  g_free (self);
}

static inline guint64
get_hash (const WayRecord *record)
{
  return (guintptr)record * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
}

/* Where @record is, or would be */
static inline guint
find_place (const WayBalance *self, const WayRecord *record)
{
  guint place = (guint)(get_hash (record) >> self->shift);

  while (self->places[place].record != NULL && self->places[place].record != record)
    place = (place + 1) & self->mask;

  return place;
}

void
way_balance_add (WayBalance *self, const WayRecord *record, int by)
{
  Place *place = &self->places[find_place (self, record)];
  guint64 bit = get_hash (record) >> (self->shift - FILTER_BITS);

  place->record = record;
  place->balance += by;
  self->filter[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

int
way_balance_get (const WayBalance *self, const WayRecord *record)
{
  guint64 bit = get_hash (record) >> (self->shift - FILTER_BITS);

  if ((self->filter[bit / 64] >> bit % 64 & 1) == 0)
    return 0;

  return self->places[find_place (self, record)].balance;
}
