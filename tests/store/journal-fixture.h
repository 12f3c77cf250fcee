/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A journal of random work on a random plan, and what the plan was after each step.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

typedef struct
{
  char *path; /* of the journal */
  GPtrArray
      *states; /* of GBytes: the plan as a file, after each step; the first is the checkpoint */
} JournalFixture;

/**
 * journal_fixture_init:
 * @n_steps: after the checkpoint
 *
 * Prints the seed that makes the same again.
 */
void journal_fixture_init (JournalFixture *self, guint n_steps);
void journal_fixture_clear (JournalFixture *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JournalFixture, journal_fixture_clear)

/**
 * journal_fixture_edit:
 *
 * Does a random step on @plan, which stays sound.
 *
 * Returns: (transfer full): what it did
 */
WayChangeSet *journal_fixture_edit (WayPlan *plan, GRand *rand);

G_END_DECLS
