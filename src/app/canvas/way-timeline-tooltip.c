/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The tooltip of what the pointer is over: all of its text, for the picture may shorten it.
 */
#include "config.h"

#include "way-item-text.h"
#include "way-schedule-words.h"
#include "way-timeline-view-private.h"

#include <glib/gi18n.h>

#define REVIEW_REACH 9 /* pixels around a review's line in the scale */

static char *
get_goal_text (const WayRecord *goal)
{
  g_autofree char *title = way_text_title (goal);
  g_autofree char *due = way_text_goal_due (goal);

  return g_strdup_printf ("%s\n%s", title, due);
}

/* What the picture says of a milestone, and what it says of its schedule */
static char *
get_item_text (WayTimelineView *self, const WayRecord *record)
{
  const WayId *id = way_record_get_id (record);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *plain = way_text_item_tooltip (record);
  g_autofree char *early = NULL;
  g_autofree char *slack = NULL;

  g_string_append (text, plain);
  if (way_record_get_kind (record) != WAY_KIND_MILESTONE)
    return g_string_free (g_steal_pointer (&text), FALSE);

  early = way_schedule_words_milestone (way_timeline_view_get_plan (self), id);
  if (early != NULL)
    g_string_append_printf (text, "\n%s", early);

  slack = self->show_critical ? way_schedule_words_slack (self->document, id) : NULL;
  if (slack != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: by how much a milestone can be later, as "Slack: 14 days" */
      g_string_append_printf (text, _ ("Slack: %s"), slack);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
show_link_tooltip (WayTimelineView *self, int x, int y, GtkTooltip *tooltip)
{
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayPlan *plan = way_timeline_view_get_plan (self);
  g_autofree char *text = NULL;
  WayId id;

  if (!way_hit_test_link (self->layout, &viewport, x, y, &id))
    return FALSE;

  text = way_schedule_words_dependency (plan, way_plan_lookup (plan, &id));
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ x - 2, y - 2, 4, 4 });

  return TRUE;
}

/* Of the review whose pennant is at @x */
static char *
get_review_text (WayTimelineView *self, const WayViewport *viewport, double x)
{
  GArray *reviews = way_marks_get_reviews (way_layout_get_marks (self->layout));
  double day = way_viewport_day (viewport, x);

  for (guint i = 0; i < reviews->len; i++)
    {
      const WayReviewMark *mark = &g_array_index (reviews, WayReviewMark, i);
      g_autofree char *date = NULL;

      if (fabs (mark->day - day) * viewport->scale.day_width > REVIEW_REACH)
        continue;

      date = way_text_range (way_record_get_date (mark->review, WAY_REVIEW_DATE), WAY_DATE_NONE);
      /* Translators: a review of the plan, and when, as "Review: 12 March 2027" */
      return g_strdup_printf (_ ("Review: %s"), date);
    }

  return NULL;
}

gboolean
way_timeline_view_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard,
                                 GtkTooltip *tooltip)
{
  WayTimelineView *self = WAY_TIMELINE_VIEW (widget);
  WayViewport viewport = way_timeline_view_get_viewport (self);
  WayHit hit = way_timeline_view_hit (self, x, y);
  g_autofree char *text = NULL;
  WayRecord *record;
  WayRect rect;

  if (keyboard || self->layout == NULL || self->drag.kind != WAY_TIMELINE_DRAG_NONE
      || (self->menu != NULL && gtk_widget_get_visible (self->menu)))
    return FALSE;

  if (hit.part == WAY_HIT_LANE)
    return show_link_tooltip (self, x, y, tooltip);
  if (hit.part == WAY_HIT_SCALE && (text = get_review_text (self, &viewport, x)) != NULL)
    {
      gtk_tooltip_set_text (tooltip, text);
      return TRUE;
    }
  if (way_id_is_null (&hit.id))
    return FALSE;

  record = way_plan_lookup (way_timeline_view_get_plan (self), &hit.id);
  if (record == NULL)
    return FALSE;
  text = way_record_get_kind (record) == WAY_KIND_GOAL ? get_goal_text (record)
                                                       : get_item_text (self, record);
  gtk_tooltip_set_text (tooltip, text);
  if (way_hit_item_rect (self->layout, &viewport, &hit.id, &rect))
    gtk_tooltip_set_tip_area (tooltip,
                              &(GdkRectangle){ (int)rect.x, (int)rect.y, MAX (1, (int)rect.width),
                                               MAX (1, (int)rect.height) });
  return TRUE;
}
