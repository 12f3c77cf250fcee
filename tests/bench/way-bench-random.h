/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Seeded random numbers that are the same on every machine (splitmix64).
 */
#pragma once

#include <glib.h>

typedef struct
{
  guint64 state;
} WayBenchRandom;

static inline guint64
way_bench_random_next (WayBenchRandom *self)
{
  guint64 mixed = self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  mixed = (mixed ^ mixed >> 30) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  mixed = (mixed ^ mixed >> 27) * G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return mixed ^ mixed >> 31;
}

/* A number from 0 to @end - 1 */
static inline guint
way_bench_random_below (WayBenchRandom *self, guint end)
{
  return (guint)((way_bench_random_next (self) >> 32) * end >> 32);
}

static inline gboolean
way_bench_random_percent (WayBenchRandom *self, guint percent)
{
  return way_bench_random_below (self, 100) < percent;
}

/* A stream of its own for record @index, so that what one record holds does not depend on the
 * others */
static inline WayBenchRandom
way_bench_random_for (guint64 seed, guint64 index)
{
  WayBenchRandom random = { seed * G_GUINT64_CONSTANT (0xd1342543de82ef95) + index };

  random.state = way_bench_random_next (&random);

  return random;
}
