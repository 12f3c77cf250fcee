/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Writes a canonical plan of any size to standard output: the same bytes for the same count and
 * seed.
 *
 * It does not use the product's writer, which is measured with its plans.
 */
#include "config.h"

#include "way-plan-output.h"
#include "way-plan-words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_DAY 18262   /* 2020-01-01 */
#define N_DAYS (30 * 365) /* that all goals lie in */
#define GOALS_PER_FAMILY 8
#define DAYS_PER_FAMILY 37
#define MILESTONES_PER_GOAL 40
#define STEP 12 /* milestones that a dependency leads on, at most */
#define MILESTONES_PER_PERSON 500
#define MILESTONES_PER_CREDENTIAL 1000

/* A goal or a milestone before it is written; in the order of making, which is not that of the file
 */
typedef struct
{
  WayId id;
  guint32 goal;  /* of a milestone: index of its goal */
  guint32 place; /* among its siblings: the rank */
  guint32 index; /* in the order of making; seeds what else it holds */
  WayDay start;
  WayDay end;
} Item;

typedef struct
{
  WayId id;
  WayId from;
  WayId to;
  guint32 index;
} Dependency;

typedef struct
{
  guint64 seed;
  guint n_goals;
  guint n_milestones;
  guint n_dependencies;
  guint n_people;
  guint n_credentials;
  Item *goals; /* in the order of making, so that milestones find theirs */
  Item *milestones;
  Dependency *dependencies;
  WayId *people;
  WayId *credentials;
  GString *out;
} Generator;

/* Each kind draws from streams of its own. */
enum
{
  STREAM_PLAN,
  STREAM_GOAL,
  STREAM_MILESTONE,
  STREAM_DEPENDENCY,
  STREAM_PERSON,
  STREAM_CREDENTIAL,
};

static WayBenchRandom
stream (Generator *self, guint kind, guint index)
{
  return way_bench_random_for (self->seed, (guint64)kind << 32 | index);
}

static WayId
draw_id (WayBenchRandom *random)
{
  guint64 halves[2] = { way_bench_random_next (random), way_bench_random_next (random) };
  WayId id;

  memcpy (id.bytes, halves, sizeof id.bytes);
  id.bytes[6] = (id.bytes[6] & 0x0f) | 0x40;
  id.bytes[8] = (id.bytes[8] & 0x3f) | 0x80;

  return id;
}

static int
compare_items (gconstpointer a, gconstpointer b)
{
  const Item *left = a, *right = b;

  if (left->place != right->place)
    return left->place < right->place ? -1 : 1;

  return way_id_compare (&left->id, &right->id);
}

/* Making */

/* Whether a goal is the one that the others of its family are part of */
static gboolean
is_head (guint index)
{
  return index % GOALS_PER_FAMILY == 0;
}

/* Families of a goal and those that are part of it, one after another through the years as a career
 * goes, and from the beginning again: what is near in the list is near in time, and a window shows
 * as much of a large plan as of a small one */
static void
make_goals (Generator *self)
{
  for (guint i = 0; i < self->n_goals; i++)
    {
      WayBenchRandom random = stream (self, STREAM_GOAL, i);
      guint family = i / GOALS_PER_FAMILY;
      Item *goal = &self->goals[i];

      goal->id = draw_id (&random);
      goal->index = i;
      goal->place = is_head (i) ? family : i % GOALS_PER_FAMILY;
      goal->start = FIRST_DAY + (WayDay)(family * DAYS_PER_FAMILY % (N_DAYS - 1800))
                    + (WayDay)way_bench_random_below (&random, 720);
      goal->end = goal->start + 90 + (WayDay)way_bench_random_below (&random, 1000);
    }
}

/* How many milestones the first @n_goals goals have. Goals are crowded at the beginning and nearly
 * empty at the end, as they are in plans: the shares fall in a straight line. */
static guint
milestones_until (Generator *self, guint n_goals)
{
  guint64 all = self->n_goals, left = all - n_goals;

  return self->n_milestones - (guint)(self->n_milestones * left * left / (all * all));
}

static void
make_milestone (Generator *self, const Item *goal, guint index, guint place, guint n_siblings)
{
  WayBenchRandom random = stream (self, STREAM_MILESTONE, index);
  Item *milestone = &self->milestones[index];
  guint days = (guint)(goal->end - goal->start);

  milestone->id = draw_id (&random);
  milestone->goal = goal->index;
  milestone->index = index;
  milestone->place = place;
  milestone->start = goal->start + (WayDay)(days * place / n_siblings)
                     + (WayDay)way_bench_random_below (&random, 30);
  milestone->end = milestone->start + 1 + (WayDay)way_bench_random_below (&random, 20)
                   + (WayDay)way_bench_random_below (&random, 1 + days / 6);
}

static void
make_milestones (Generator *self)
{
  for (guint g = 0; g < self->n_goals; g++)
    {
      guint begin = milestones_until (self, g);
      guint end = milestones_until (self, g + 1);

      for (guint i = begin; i < end; i++)
        make_milestone (self, &self->goals[g], i, i - begin, end - begin);
    }
}

/* The first milestone from @to on that begins when the one at @from is over, so that nearly all
 * dependencies hold, as they do in a plan that someone keeps; 0 when there is none within the step
 */
static guint
find_successor (Generator *self, guint from, guint to)
{
  guint end = MIN (to + STEP / 2, self->n_milestones);

  while (to < end && self->milestones[to].start <= self->milestones[from].end)
    to++;

  return to < end ? to : 0;
}

/* Always from an earlier milestone to a later one, so that no circle can arise, and in each round a
 * step farther, so that no pair is there twice */
static void
make_dependencies (Generator *self)
{
  guint made = 0;

  for (guint i = 0; i < 4 * self->n_milestones && made < self->n_dependencies; i++)
    {
      WayBenchRandom random = stream (self, STREAM_DEPENDENCY, i);
      guint round = i / self->n_milestones;
      guint from = i % self->n_milestones;
      guint nearest = from + 1 + round * STEP + way_bench_random_below (&random, STEP / 2);
      guint to = find_successor (self, from, nearest);

      if (to == 0)
        continue;

      self->dependencies[made++] = (Dependency){
        .id = draw_id (&random),
        .from = self->milestones[from].id,
        .to = self->milestones[to].id,
        .index = i,
      };
    }

  self->n_dependencies = made;
  if (made > 0)
    qsort (self->dependencies, made, sizeof *self->dependencies, way_id_compare);
}

static WayId *
make_ids (Generator *self, guint kind, guint count)
{
  WayId *ids = g_new (WayId, count);

  for (guint i = 0; i < count; i++)
    {
      WayBenchRandom random = stream (self, kind, i);

      ids[i] = draw_id (&random);
    }
  qsort (ids, count, sizeof *ids, way_id_compare);

  return ids;
}

/* Writing */

/* Most dates are days, some months, few years; some are only thought to be right */
static WayPrecision
draw_precision (WayBenchRandom *random)
{
  guint percent = way_bench_random_below (random, 100);

  return percent < 80 ? WAY_PRECISION_DAY : percent < 97 ? WAY_PRECISION_MONTH : WAY_PRECISION_YEAR;
}

static WayDateQualifier
draw_qualifier (WayBenchRandom *random)
{
  guint percent = way_bench_random_below (random, 100);

  return percent < 90 ? WAY_DATE_EXACT : percent < 97 ? WAY_DATE_APPROXIMATE : WAY_DATE_UNCERTAIN;
}

static void
write_goal (Generator *self, const Item *goal)
{
  static const char *const aims[] = { "role", "qualification", "skill", "experience", "research" };
  static const char *const statuses[] = { "idea", "committed", "active", "achieved" };
  static const char *const colours[] = { "blue", "purple", "green", "red", "teal", "orange" };
  WayBenchRandom random = stream (self, STREAM_GOAL, goal->index + self->n_goals);

  way_plan_output_begin (self->out, "goal", &goal->id);
  if (!is_head (goal->index))
    way_plan_output_id (self->out, "parent",
                        &self->goals[goal->index / GOALS_PER_FAMILY * GOALS_PER_FAMILY].id);
  way_plan_output_rank (self->out, goal->place);
  way_plan_output_word (self->out, "aim",
                        aims[way_bench_random_below (&random, G_N_ELEMENTS (aims))]);
  way_plan_output_word (self->out, "status",
                        statuses[way_bench_random_below (&random, G_N_ELEMENTS (statuses))]);
  way_plan_output_date (self->out, "start", WAY_PRECISION_MONTH, goal->start, WAY_DATE_EXACT);
  way_plan_output_date (self->out, "due", WAY_PRECISION_MONTH, goal->end, draw_qualifier (&random));
  way_plan_output_word (self->out, "colour",
                        colours[way_bench_random_below (&random, G_N_ELEMENTS (colours))]);
  g_string_append (self->out, ">\n");

  way_plan_output_text (self->out, "title", way_plan_words_goal_title, &random);
  if (way_bench_random_percent (&random, 50))
    way_plan_output_text (self->out, "heartfelt", way_plan_words_note, &random);
  way_plan_output_end (self->out, "goal");
}

/* Bars mostly, then points, deadlines, and a few ideas without any date */
static void
write_milestone_dates (Generator *self, const Item *milestone, WayBenchRandom *random)
{
  WayPrecision precision = draw_precision (random);
  WayDateQualifier qualifier = draw_qualifier (random);
  guint percent = way_bench_random_below (random, 100);

  if (percent < 88)
    way_plan_output_date (self->out, "start", precision, milestone->start, qualifier);
  if (percent < 70 || (percent >= 88 && percent < 98))
    way_plan_output_date (self->out, "end", precision, milestone->end, draw_qualifier (random));
}

static void
write_milestone (Generator *self, const Item *milestone)
{
  static const char *const categories[] = { "step",       "education", "licence",   "certification",
                                            "experience", "mentoring", "wellbeing", "review" };
  static const char *const statuses[]
      = { "planned", "planned", "planned", "active", "waiting", "done", "done", "missed" };
  WayBenchRandom random = stream (self, STREAM_MILESTONE, milestone->index + self->n_milestones);
  const char *category = categories[way_bench_random_below (&random, G_N_ELEMENTS (categories))];
  const char *status = statuses[way_bench_random_below (&random, G_N_ELEMENTS (statuses))];

  way_plan_output_begin (self->out, "milestone", &milestone->id);
  if (!way_bench_random_percent (&random, 1))
    way_plan_output_id (self->out, "goal", &self->goals[milestone->goal].id);
  way_plan_output_rank (self->out, milestone->place);
  way_plan_output_word (self->out, "category", category);
  way_plan_output_word (self->out, "status", status);
  write_milestone_dates (self, milestone, &random);
  if (strcmp (status, "active") == 0)
    way_plan_output_number (self->out, "progress", way_bench_random_below (&random, 100));
  if (way_bench_random_percent (&random, 15))
    way_plan_output_number (self->out, "effort", 1 + way_bench_random_below (&random, 400));
  if (way_bench_random_percent (&random, 10))
    way_plan_output_number (self->out, "cost", 10 * (1 + way_bench_random_below (&random, 300)));
  if (strcmp (category, "mentoring") == 0)
    way_plan_output_id (self->out, "people",
                        &self->people[way_bench_random_below (&random, self->n_people)]);
  if (strcmp (category, "licence") == 0)
    way_plan_output_id (self->out, "credential",
                        &self->credentials[way_bench_random_below (&random, self->n_credentials)]);
  g_string_append (self->out, ">\n");

  way_plan_output_text (self->out, "title", way_plan_words_milestone_title, &random);
  if (way_bench_random_percent (&random, 10))
    way_plan_output_text (self->out, "location", way_plan_words_place, &random);
  if (way_bench_random_percent (&random, 38))
    way_plan_output_text (self->out, "notes", way_plan_words_note, &random);
  way_plan_output_end (self->out, "milestone");
}

static void
write_dependency (Generator *self, const Dependency *dependency)
{
  static const char *const types[]
      = { "finish-start", "finish-start", "finish-start", "start-start", "finish-finish" };
  WayBenchRandom random = stream (self, STREAM_DEPENDENCY, ~dependency->index);

  way_plan_output_begin (self->out, "dependency", &dependency->id);
  way_plan_output_id (self->out, "from", &dependency->from);
  way_plan_output_id (self->out, "to", &dependency->to);
  way_plan_output_word (self->out, "type",
                        types[way_bench_random_below (&random, G_N_ELEMENTS (types))]);
  if (way_bench_random_percent (&random, 25))
    way_plan_output_number (self->out, "lag", 1 + way_bench_random_below (&random, 60));
  g_string_append (self->out, "/>\n");
}

static void
write_person (Generator *self, guint index)
{
  static const char *const relations[] = { "mentor", "adviser", "manager", "peer", "contact" };
  WayBenchRandom random = stream (self, STREAM_PERSON, ~index);

  way_plan_output_begin (self->out, "person", &self->people[index]);
  way_plan_output_word (self->out, "relation",
                        relations[way_bench_random_below (&random, G_N_ELEMENTS (relations))]);
  g_string_append (self->out, ">\n");
  way_plan_output_text (self->out, "name", way_plan_words_person, &random);
  way_plan_output_end (self->out, "person");
}

static void
write_credential (Generator *self, guint index)
{
  static const char *const kinds[] = { "licence", "certification", "membership", "course" };
  WayBenchRandom random = stream (self, STREAM_CREDENTIAL, ~index);
  WayDay issued = FIRST_DAY + (WayDay)way_bench_random_below (&random, N_DAYS);

  way_plan_output_begin (self->out, "credential", &self->credentials[index]);
  way_plan_output_word (self->out, "kind",
                        kinds[way_bench_random_below (&random, G_N_ELEMENTS (kinds))]);
  way_plan_output_date (self->out, "issued", WAY_PRECISION_DAY, issued, WAY_DATE_EXACT);
  way_plan_output_date (self->out, "expires", WAY_PRECISION_DAY, issued + 1096, WAY_DATE_EXACT);
  g_string_append (self->out, ">\n");
  way_plan_output_text (self->out, "name", way_plan_words_credential, &random);
  way_plan_output_end (self->out, "credential");
}

static void
write_plan (Generator *self)
{
  WayBenchRandom random = stream (self, STREAM_PLAN, 0);
  WayId id = draw_id (&random);
  g_autofree Item *goals = g_memdup2 (self->goals, self->n_goals * sizeof *self->goals);

  qsort (goals, self->n_goals, sizeof *goals, compare_items);
  qsort (self->milestones, self->n_milestones, sizeof *self->milestones, compare_items);

  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                              "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\"");
  way_plan_output_id (self->out, "id", &id);
  g_string_append (self->out, ">\n  <title>A plan to measure with</title>\n");

  for (guint i = 0; i < self->n_goals; i++)
    write_goal (self, &goals[i]);
  for (guint i = 0; i < self->n_milestones; i++)
    write_milestone (self, &self->milestones[i]);
  for (guint i = 0; i < self->n_dependencies; i++)
    write_dependency (self, &self->dependencies[i]);
  for (guint i = 0; i < self->n_people; i++)
    write_person (self, i);
  for (guint i = 0; i < self->n_credentials; i++)
    write_credential (self, i);

  g_string_append (self->out, "</plan>\n");
  way_plan_output_flush (self->out, 0);
}

int
main (int argc, char *argv[])
{
  Generator self = { 0 };
  guint64 n_milestones;
  gboolean linked = argc == 4 && strcmp (argv[3], "--dependencies") == 0;

  if ((argc != 3 && !linked)
      || !g_ascii_string_to_unsigned (argv[1], 10, 0, 1000000, &n_milestones, NULL)
      || !g_ascii_string_to_unsigned (argv[2], 10, 0, G_MAXUINT32, &self.seed, NULL))
    {
      fputs ("usage: generate-plan MILESTONES SEED [--dependencies]\n", stderr);
      return 2;
    }

  self.n_milestones = (guint)n_milestones;
  self.n_goals = (self.n_milestones + MILESTONES_PER_GOAL - 1) / MILESTONES_PER_GOAL;
  self.n_people = 1 + self.n_milestones / MILESTONES_PER_PERSON;
  self.n_credentials = 1 + self.n_milestones / MILESTONES_PER_CREDENTIAL;
  self.n_dependencies = linked ? self.n_milestones / 2 * 3 : 0;
  self.goals = g_new0 (Item, self.n_goals);
  self.milestones = g_new0 (Item, self.n_milestones);
  self.dependencies = g_new0 (Dependency, self.n_dependencies);
  self.people = make_ids (&self, STREAM_PERSON, self.n_people);
  self.credentials = make_ids (&self, STREAM_CREDENTIAL, self.n_credentials);
  self.out = g_string_sized_new (128 * 1024);

  make_goals (&self);
  make_milestones (&self);
  make_dependencies (&self);
  write_plan (&self);

  return 0;
}
