/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a screen reader calls a record, in the timeline and in the outline.
 */
#include "config.h"

#include "way-spoken-name.h"

#include "way-item-text.h"

#include <glib/gi18n.h>

static char *
name_record (const WayRecord *record)
{
  g_autofree char *title = NULL;
  g_autofree char *due = NULL;

  if (way_record_get_kind (record) != WAY_KIND_GOAL)
    return way_text_item_name (record);

  title = way_text_title (record);
  due = way_text_goal_due (record);
  /* Translators: a goal for screen readers: its title, then when it is due, as "due June 2030" */
  return g_strdup_printf (_ ("Goal %s, %s"), title, due);
}

char *
way_spoken_name (const WayRecord *record, const char *remark)
{
  g_autofree char *name = name_record (record);

  return remark != NULL ? g_strdup_printf ("%s, %s", name, remark) : g_steal_pointer (&name);
}
