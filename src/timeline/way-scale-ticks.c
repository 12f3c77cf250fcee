/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The two rows of ticks of a scale, labelled in the locale's words.
 */
#include "config.h"

#include "way-scale.h"

#include "way-item-text.h"

#include <glib/gi18n-lib.h>

#define LABEL_PADDING 10      /* pixels around a label, so that two never touch */
#define TICK_MIN_PIXELS 24    /* finer ticks are a grey mush */
#define YEARS_AT_ONCE 10      /* of the label of a decade */
#define SPAN_YEARS_AT_ONCE 50 /* of the label of fifty years */

/* Writes the label of the unit that begins at ymd; a lower form is shorter. NULL when there is no
 * such form. */
typedef char *(*LabelFunc) (WayYmd ymd, int weekday, guint form);

static char *
label_day (WayYmd ymd, int weekday, guint form)
{
  if (form == 0)
    return g_strdup_printf ("%d", ymd.day);

  if (form == 1)
    {
      g_autofree char *name = way_text_weekday (weekday);

      /* Translators: a day on the scale, as "Mon 14" */
      return g_strdup_printf (C_ ("scale", "%s %d"), name, ymd.day);
    }

  return NULL;
}

/* By its first day; which weekday that is, the locale says for all of them */
static char *
label_week (WayYmd ymd, int weekday, guint form)
{
  return form == 0 ? g_strdup_printf ("%d", ymd.day) : NULL;
}

static char *
label_month_name (WayYmd ymd, int weekday, guint form)
{
  return form < 2 ? way_text_month (ymd.month, form == 1) : NULL;
}

/* Where there is no room for the name of the month that it begins with */
static char *
label_quarter (WayYmd ymd, int weekday, guint form)
{
  /* Translators: a quarter of a year on the scale, as short as can be, as "Q3" */
  return form == 0 ? g_strdup_printf (C_ ("scale", "Q%d"), (ymd.month + 2) / 3) : NULL;
}

static char *
label_month_and_year (WayYmd ymd, int weekday, guint form)
{
  g_autofree char *month = form < 2 ? way_text_month (ymd.month, form == 1) : NULL;

  return month != NULL ? way_text_month_and_year (month, ymd.year) : NULL;
}

static char *
label_year (WayYmd ymd, int weekday, guint form)
{
  return form == 0 ? g_strdup_printf ("%d", ymd.year) : NULL;
}

static char *
label_years (int first, int count)
{
  return g_strdup_printf ("%d\u2013%d", first, first + count - 1);
}

static char *
label_decade (WayYmd ymd, int weekday, guint form)
{
  return form == 0 ? label_years (ymd.year, YEARS_AT_ONCE) : NULL;
}

static char *
label_fifty_years (WayYmd ymd, int weekday, guint form)
{
  return form == 0 ? label_years (ymd.year, SPAN_YEARS_AT_ONCE) : NULL;
}

/* What a zoom can show, from fine to coarse: the lower row and the upper one over it */
static const struct
{
  WayUnit minor;
  LabelFunc minor_label;
  WayUnit major;
  LabelFunc major_label;
} levels[] = {
  { WAY_UNIT_DAY, label_day, WAY_UNIT_MONTH, label_month_and_year },
  { WAY_UNIT_WEEK, label_week, WAY_UNIT_MONTH, label_month_and_year },
  { WAY_UNIT_MONTH, label_month_name, WAY_UNIT_YEAR, label_year },
  { WAY_UNIT_QUARTER, label_month_name, WAY_UNIT_YEAR, label_year },
  { WAY_UNIT_QUARTER, label_quarter, WAY_UNIT_YEAR, label_year },
  { WAY_UNIT_YEAR, label_year, WAY_UNIT_DECADE, label_decade },
  { WAY_UNIT_FIVE_YEARS, label_year, WAY_UNIT_FIFTY_YEARS, label_fifty_years },
  { WAY_UNIT_DECADE, label_year, WAY_UNIT_FIFTY_YEARS, label_fifty_years },
  { WAY_UNIT_TWENTY_FIVE_YEARS, label_year, WAY_UNIT_FIFTY_YEARS, label_fifty_years },
};

/* The widest short label of the lower row over a year; the lower row alone chooses the level, or
 * the two would part */
static double
measure_widest (WayUnit unit, LabelFunc label, WayMeasureFunc measure, gpointer user_data)
{
  double widest = 0;

  for (int month = 1; month <= 12; month += unit == WAY_UNIT_QUARTER ? 3 : 1)
    {
      g_autofree char *text = label ((WayYmd){ 2028, month, 28 }, 1, 0);

      widest = MAX (widest, measure (WAY_TICKS_MINOR, text, user_data));
    }

  return widest;
}

/* How much of its mean the shortest unit has: February, and the quarter with it */
static double
get_shortest_part (WayUnit unit)
{
  switch (unit)
    {
    case WAY_UNIT_MONTH:
      return 28 / 30.44;
    case WAY_UNIT_QUARTER:
      return 90 / 91.31;
    default:
      return 1;
    }
}

static guint
choose_level (WayScale scale, WayMeasureFunc measure, gpointer user_data)
{
  guint level = 0;

  for (; level + 1 < G_N_ELEMENTS (levels); level++)
    {
      double room = way_unit_get_width (levels[level].minor, scale);
      double narrowest = room * get_shortest_part (levels[level].minor);

      if (room >= TICK_MIN_PIXELS
          && narrowest >= measure_widest (levels[level].minor, levels[level].minor_label, measure,
                                          user_data)
                              + LABEL_PADDING)
        break;
    }

  return level;
}

/* The longest form that fits into room; NULL when none does */
static char *
choose_label (WayTickRow row, LabelFunc label, WayDay day, guint n_forms, double room,
              WayMeasureFunc measure, gpointer user_data)
{
  WayYmd ymd = way_day_to_ymd (day);
  int weekday = way_day_weekday (day);

  for (guint form = n_forms; form-- > 0;)
    {
      g_autofree char *text = label (ymd, weekday, form);

      if (text != NULL && measure (row, text, user_data) + LABEL_PADDING <= room)
        return g_steal_pointer (&text);
    }

  return NULL;
}

/* One form for the whole row, or "Mon 14" would stand beside "15" */
static guint
count_forms (LabelFunc label, double narrowest, WayMeasureFunc measure, gpointer user_data)
{
  guint n_forms = 1;

  for (int weekday = 1; weekday <= 7; weekday++)
    {
      g_autofree char *text = label ((WayYmd){ 2028, weekday + 5, 28 }, weekday, 1);

      if (text == NULL || measure (WAY_TICKS_MINOR, text, user_data) + LABEL_PADDING > narrowest)
        return n_forms;
    }

  return n_forms + 1;
}

static void
tick_clear (gpointer data)
{
  WayTick *tick = data;

  g_free (tick->label);
}

GArray *
way_scale_get_ticks (WayScale self, WayTickRow row, double width, WayMeasureFunc measure,
                     gpointer user_data)
{
  guint level = choose_level (self, measure, user_data);
  gboolean is_major = row == WAY_TICKS_MAJOR;
  WayUnit unit = is_major ? levels[level].major : levels[level].minor;
  LabelFunc label = is_major ? levels[level].major_label : levels[level].minor_label;
  double unit_width = way_unit_get_width (unit, self);
  guint n_forms = is_major ? 2 : count_forms (label, unit_width * 0.9, measure, user_data);
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (WayTick));
  WayDay day = way_unit_floor (unit, CLAMP (self.origin, WAY_DAY_MIN, WAY_DAY_MAX));

  g_array_set_clear_func (ticks, tick_clear);

  while (way_scale_x (self, day) < width)
    {
      WayTick tick = { .day = day, .next = way_unit_add (unit, day, 1), .unit = unit };
      double left = way_scale_x (self, day);
      double right = way_scale_x (self, tick.next);

      if (tick.next <= day)
        break; /* the end of the calendar */

      /* the upper row's label stays in sight while any of its unit does */
      if (left >= 0 || is_major)
        tick.label
            = choose_label (row, label, day, n_forms, right - MAX (left, 0), measure, user_data);

      g_array_append_val (ticks, tick);
      day = tick.next;
    }

  return ticks;
}
