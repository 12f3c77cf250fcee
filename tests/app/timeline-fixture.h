/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A timeline in a window, over a plan that a script makes, and hands to work it.
 */
#pragma once

#include "way-timeline-view.h"

G_BEGIN_DECLS

typedef struct
{
  WayDocument *document;
  WayPlan *plan;
  GtkWidget *window;
  WayTimelineView *view;
  WaySelection *selection;
  char *toast; /* the last one */
  gboolean toast_undo;
  WayId activated;
} TimelineFixture;

/* Three milestones on two goals, one after the other; "a" waits for nothing, "c" for "b" */
#define TIMELINE_FIXTURE_SCRIPT                                                                    \
  "add-goal id=g title=\"Become a nurse practitioner\" due=2028-06\n"                              \
  "add-goal id=h title=\"Stay well\"\n"                                                            \
  "add-milestone id=a goal=g title=\"Review course\" start=2027-01-01 end=2027-03-31\n"            \
  "add-milestone id=b goal=g title=\"Sit the CCRN\" start=2027-05-01 end=2027-06-30\n"             \
  "add-milestone id=c goal=h title=\"Two weeks off\" start=2027-09-01 end=2027-10-31\n"            \
  "link from=b to=c type=finish-start\n"

/**
 * timeline_fixture_new:
 * @script: an edit script
 *
 * Returns: (transfer full): a mapped window of 1000 by 600 with the timeline fitted into it
 */
TimelineFixture *timeline_fixture_new (const char *script);

/* The same over a plan that is there */
TimelineFixture *timeline_fixture_new_for (WayPlan *plan);

/* The same of TIMELINE_FIXTURE_SCRIPT with two years in sight: the scale counts in months, and a
 * day is a little more than a pixel. Nothing is selected. */
TimelineFixture *timeline_fixture_new_at_months (void);
void timeline_fixture_free (TimelineFixture *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TimelineFixture, timeline_fixture_free)

/* The id behind a script's handle */
WayId timeline_fixture_id (TimelineFixture *self, const char *handle);
WayRecord *timeline_fixture_record (TimelineFixture *self, const char *handle);

/* A field as text, "" when absent */
char *timeline_fixture_value (TimelineFixture *self, const char *handle, WayField field);

void timeline_fixture_assert_value (TimelineFixture *self, const char *handle, WayField field,
                                    const char *expected);

/* There is one step, after the script's, and it is called so */
void timeline_fixture_assert_one_step (TimelineFixture *self, const char *name);

/* Undoes all but the script that made the plan, and looks whether it is as it was, by app_dump() */
void timeline_fixture_assert_undo_gives (TimelineFixture *self, const char *before);

void timeline_fixture_select (TimelineFixture *self, const char *handle);

/* Pixels */
double timeline_fixture_day_width (TimelineFixture *self);

/* Lets frames be drawn until nothing is due */
void timeline_fixture_settle_view (TimelineFixture *self);

/* Where an item is in the view */
WayRect timeline_fixture_rect (TimelineFixture *self, const char *handle);

/* What a screen reader finds in its place; NULL when it is out of sight */
GtkWidget *timeline_fixture_item (TimelineFixture *self, const char *handle);

/* Fails when there is no controller of the type */
GtkEventController *timeline_fixture_controller (GtkWidget *widget, GType type, guint button);

void timeline_fixture_click (TimelineFixture *self, double x, double y, int n_press);
void timeline_fixture_drag (TimelineFixture *self, double x, double y, double dx, double dy);

/* The same, without letting go */
void timeline_fixture_drag_half (TimelineFixture *self, double x, double y, double dx, double dy);
void timeline_fixture_act (TimelineFixture *self, const char *action);

G_END_DECLS
