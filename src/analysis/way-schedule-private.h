/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a schedule consists of. Internal to the room.
 */
#pragma once

#include "way-dependency.h"
#include "way-id-map.h"
#include "way-network.h"
#include "way-schedule.h"

G_BEGIN_DECLS

#define WAY_SCHEDULE_DANGLING WAY_NETWORK_NONE /* a dependency of which an end is not there */

/* A milestone, by the number of its activity */
typedef struct
{
  WayRecord *record;
  WayMilestoneDays days;
  WayDay deadline; /* of its goal; a change of that is followed, not asked for */
  gboolean is_settled;
} WayScheduleMilestone;

/* A dependency, by the number of its arc; what its room is found by lies at hand */
typedef struct
{
  WayRecord *record;
  WayDependencyType type;
  int lag;
} WayScheduleLink;

struct _WaySchedule
{
  WayPlan *plan;
  gulong handler;
  gboolean is_built;
  GPtrArray *pending; /* of WayChangeSet, those that are to be followed yet */
  guint n_pending;    /* changes in them */
  WayNetwork network;
  GArray *milestones;   /* of WayScheduleMilestone */
  GArray *links;        /* of WayScheduleLink */
  WayIdMap *activities; /* to the number */
  WayIdMap *arcs;       /* to the number or WAY_SCHEDULE_DANGLING */
  WayId last_goal;      /* whose deadline was asked for last, and is good in one step */
  WayDay last_deadline;
  gboolean has_last_goal;
  guint n_dangling;
  guint n_broken;
};

static inline WayScheduleMilestone *
way_schedule_get_milestone (WaySchedule *self, guint activity)
{
  return &g_array_index (self->milestones, WayScheduleMilestone, activity);
}

static inline WayScheduleLink *
way_schedule_get_link (WaySchedule *self, guint arc)
{
  return &g_array_index (self->links, WayScheduleLink, arc);
}

static inline gboolean
way_schedule_find_activity (WaySchedule *self, const WayId *id, guint *activity)
{
  return way_id_map_get (self->activities, id, activity);
}

static inline int
way_schedule_link_get_room (const WayScheduleLink *self, const WayMilestoneDays *from,
                            const WayMilestoneDays *to)
{
  return from->is_dated && to->is_dated ? way_dependency_get_room (self->type, self->lag, from, to)
                                        : 0;
}

/* A set of activities, a bit for each. Whoever goes through it comes to them in the order of their
 * numbers, in which those that are tied to one another stand together. */

#define WAY_SCHEDULE_BITS 64 /* of a word */

static inline guint
way_schedule_count_words (WaySchedule *self)
{
  return (self->milestones->len + WAY_SCHEDULE_BITS - 1) / WAY_SCHEDULE_BITS;
}

static inline guint64 *
way_schedule_new_set (WaySchedule *self)
{
  return g_new0 (guint64, way_schedule_count_words (self));
}

static inline void
way_schedule_set_add (guint64 *set, guint activity)
{
  set[activity / WAY_SCHEDULE_BITS] |= G_GUINT64_CONSTANT (1) << activity % WAY_SCHEDULE_BITS;
}

static inline gboolean
way_schedule_set_has (const guint64 *set, guint activity)
{
  return (set[activity / WAY_SCHEDULE_BITS] >> activity % WAY_SCHEDULE_BITS & 1) != 0;
}

/* The number of the lowest bit of the word at @word, of which @left is left */
static inline guint
way_schedule_set_get_first (guint word, guint64 left)
{
  return word * WAY_SCHEDULE_BITS + (guint)__builtin_ctzll (left);
}

G_END_DECLS
