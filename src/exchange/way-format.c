/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of file formats.
 */
#include "config.h"

#include "way-format.h"

#include "way-csv.h"

#include <glib/gi18n-lib.h>

static const WayFormat formats[] = {
  { "waymark", "waymark", "application/x-waymark-plan+xml", N_ ("Waymark plan"), NULL },
  { "csv", "csv", "text/csv", N_ ("Comma-separated values"), way_csv_write_milestones },
};

const WayFormat *
way_formats_list (guint *n_formats)
{
  *n_formats = G_N_ELEMENTS (formats);

  return formats;
}

const WayFormat *
way_formats_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (strcmp (formats[i].name, name) == 0)
      return &formats[i];

  return NULL;
}

const WayFormat *
way_formats_find_for_path (const char *path)
{
  const char *ending = strrchr (path, '.');

  for (guint i = 0; ending != NULL && i < G_N_ELEMENTS (formats); i++)
    if (g_ascii_strcasecmp (formats[i].ending, ending + 1) == 0)
      return &formats[i];

  return NULL;
}
