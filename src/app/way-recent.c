/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plans that were open lately, in the desktop's own list of recent files.
 */
#include "config.h"

#include "way-recent.h"

#define PROGRAM "Waymark" /* whose entries are ours; not for people */
#define MEDIA_TYPE "application/x-waymark-plan+xml"

static void
recent_plan_free (WayRecentPlan *self)
{
  g_object_unref (self->file);
  g_free (self->title);
  g_free (self);
}

static int
compare_by_use (gconstpointer a, gconstpointer b)
{
  GDateTime *used_a = gtk_recent_info_get_modified (*(GtkRecentInfo *const *)a);
  GDateTime *used_b = gtk_recent_info_get_modified (*(GtkRecentInfo *const *)b);

  return g_date_time_compare (used_b, used_a);
}

GPtrArray *
way_recent_list (guint limit)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ours = g_ptr_array_new ();
  GPtrArray *plans = g_ptr_array_new_with_free_func ((GDestroyNotify)recent_plan_free);

  for (GList *l = all; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, PROGRAM) && gtk_recent_info_exists (l->data))
      g_ptr_array_add (ours, l->data);
  g_ptr_array_sort (ours, compare_by_use);

  for (guint i = 0; i < MIN (ours->len, limit); i++)
    {
      WayRecentPlan *plan = g_new (WayRecentPlan, 1);

      plan->file = g_file_new_for_uri (gtk_recent_info_get_uri (ours->pdata[i]));
      plan->title = g_strdup (gtk_recent_info_get_display_name (ours->pdata[i]));
      g_ptr_array_add (plans, plan);
    }
  g_list_free_full (all, (GDestroyNotify)gtk_recent_info_unref);

  return plans;
}

void
way_recent_add (GFile *file, const char *title)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = {
    .display_name = (char *)title,
    .mime_type = (char *)MEDIA_TYPE,
    .app_name = (char *)PROGRAM,
    .app_exec = (char *)"waymark %u",
  };

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (title != NULL);

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
way_recent_remove (GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
