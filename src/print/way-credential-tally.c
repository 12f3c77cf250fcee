/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Which activities count towards a credential, and what they come to.
 */
#include "way-credential-tally.h"

static void
sum_clear (gpointer data)
{
  WayTallySum *sum = data;

  g_free (sum->name);
}

static void
add_to_sum (WayTallySum *sum, const WayRecord *activity)
{
  sum->hours += way_record_get_decimal (activity, WAY_ACTIVITY_HOURS);
  sum->credits += way_record_get_decimal (activity, WAY_ACTIVITY_CREDITS);
}

static gboolean
is_in_range (const WayRecord *activity, WayDay from, WayDay to)
{
  WayDate date = way_record_get_date (activity, WAY_ACTIVITY_DATE);

  if (date == WAY_DATE_NONE)
    return from == WAY_DAY_NONE && to == WAY_DAY_NONE;

  return (from == WAY_DAY_NONE || way_date_get_latest (date) >= from)
         && (to == WAY_DAY_NONE || way_date_get_earliest (date) <= to);
}

/* Whether a credential that is in the plan is among what it counts towards */
static gboolean
counts_towards_any (WayPlan *plan, const WayRecord *activity)
{
  guint n_counts = way_record_get_n_counts (activity, WAY_ACTIVITY_COUNTS);

  for (guint i = 0; i < n_counts; i++)
    {
      WayCount count = way_record_get_count (activity, WAY_ACTIVITY_COUNTS, i);

      if (way_plan_lookup_kind (plan, WAY_KIND_CREDENTIAL, &count.credential) != NULL)
        return TRUE;
    }

  return FALSE;
}

static GPtrArray *
find_activities (WayPlan *plan, const WayId *credential)
{
  GPtrArray *activities;
  guint n_records;
  WayRecord *const *records;

  if (credential != NULL)
    return way_plan_get_referrers (plan, credential, WAY_ACTIVITY_COUNTS);

  activities = g_ptr_array_new ();
  records = way_plan_get_records (plan, WAY_KIND_ACTIVITY, &n_records);

  for (guint i = 0; i < n_records; i++)
    if (!counts_towards_any (plan, records[i]))
      g_ptr_array_add (activities, records[i]);

  return activities;
}

static int
compare_activities (gconstpointer a, gconstpointer b)
{
  const WayRecord *left = *(WayRecord *const *)a, *right = *(WayRecord *const *)b;
  int order = way_date_compare (way_record_get_date (left, WAY_ACTIVITY_DATE),
                                way_record_get_date (right, WAY_ACTIVITY_DATE));

  return order != 0 ? order : way_record_compare (left, right);
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const WayTallySum *left = a, *right = b;

  return g_utf8_collate (left->name, right->name);
}

static void
add_categories (WayTally *self, const WayRecord *activity, const WayId *credential,
                GHashTable *places)
{
  guint n_counts = way_record_get_n_counts (activity, WAY_ACTIVITY_COUNTS);

  for (guint i = 0; i < n_counts; i++)
    {
      WayCount count = way_record_get_count (activity, WAY_ACTIVITY_COUNTS, i);
      gpointer place;

      if (!way_id_equal (&count.credential, credential) || *count.category == '\0')
        continue;

      if (!g_hash_table_lookup_extended (places, count.category, NULL, &place))
        {
          WayTallySum sum = { .name = g_strdup (count.category) };

          place = GUINT_TO_POINTER (self->categories->len);
          g_array_append_val (self->categories, sum);
          g_hash_table_insert (places, sum.name, place);
        }
      add_to_sum (&g_array_index (self->categories, WayTallySum, GPOINTER_TO_UINT (place)),
                  activity);
    }
}

WayTally *
way_tally_new (WayPlan *plan, const WayId *credential, WayDay from, WayDay to)
{
  WayTally *self = g_new0 (WayTally, 1);
  g_autoptr (GPtrArray) found = find_activities (plan, credential);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  const WayRecord *last = NULL;

  self->activities = g_ptr_array_new ();
  self->categories = g_array_new (FALSE, FALSE, sizeof (WayTallySum));
  g_array_set_clear_func (self->categories, sum_clear);
  g_ptr_array_sort (found, compare_activities);

  for (guint i = 0; i < found->len; i++)
    {
      WayRecord *activity = found->pdata[i];

      /* one that counts under two categories is found twice */
      if (activity == last || !is_in_range (activity, from, to))
        continue;

      last = activity;
      g_ptr_array_add (self->activities, activity);
      add_to_sum (&self->total, activity);
      if (way_record_get_flag (activity, WAY_ACTIVITY_PARTICIPATORY))
        add_to_sum (&self->participatory, activity);
      if (credential != NULL)
        add_categories (self, activity, credential, places);
    }

  g_array_sort (self->categories, compare_sums);

  return self;
}

void
way_tally_free (WayTally *self)
{
  g_ptr_array_unref (self->activities);
  g_array_unref (self->categories);
  g_free (self);
}

char *
way_tally_get_categories (const WayRecord *activity, const WayId *credential)
{
  GString *names = g_string_new (NULL);
  guint n_counts = way_record_get_n_counts (activity, WAY_ACTIVITY_COUNTS);

  for (guint i = 0; i < n_counts; i++)
    {
      WayCount count = way_record_get_count (activity, WAY_ACTIVITY_COUNTS, i);

      if (credential != NULL && way_id_equal (&count.credential, credential)
          && *count.category != '\0')
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", count.category);
    }

  return g_string_free (names, FALSE);
}

char *
way_tally_format (gint64 hundredths)
{
  int decimals = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;

  return g_strdup_printf ("%.*f", decimals, (double)hundredths / 100);
}
