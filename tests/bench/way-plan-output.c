/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Attributes and elements in canonical form, gathered and written in large pieces.
 */
#include "way-plan-output.h"

#include <stdio.h>
#include <stdlib.h>

#define FLUSH_SIZE (64 * 1024)

void
way_plan_output_word (GString *out, const char *name, const char *value)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  g_string_append (out, value);
  g_string_append_c (out, '"');
}

void
way_plan_output_id (GString *out, const char *name, const WayId *id)
{
  char buffer[WAY_ID_BUFFER_SIZE];

  way_plan_output_word (out, name, way_id_format (id, buffer));
}

void
way_plan_output_number (GString *out, const char *name, guint number)
{
  char buffer[16];

  g_snprintf (buffer, sizeof buffer, "%u", number);
  way_plan_output_word (out, name, buffer);
}

void
way_plan_output_date (GString *out, const char *name, WayPrecision precision, WayDay day,
                      WayDateQualifier qualifier)
{
  char buffer[WAY_DATE_BUFFER_SIZE];
  WayDate date = way_date_new (precision, day, qualifier);

  way_plan_output_word (out, name, way_date_format (date, buffer));
}

void
way_plan_output_rank (GString *out, guint place)
{
  static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  char rank[] = { digits[place / 61], digits[1 + place % 61], '\0' }; /* no rank ends in 0 */

  way_plan_output_word (out, "rank", rank);
}

void
way_plan_output_text (GString *out, const char *name, WayWordsFunc words, WayBenchRandom *random)
{
  g_string_append (out, "    <");
  g_string_append (out, name);
  g_string_append_c (out, '>');
  words (random, out);
  g_string_append (out, "</");
  g_string_append (out, name);
  g_string_append (out, ">\n");
}

void
way_plan_output_begin (GString *out, const char *kind, const WayId *id)
{
  way_plan_output_flush (out, FLUSH_SIZE);
  g_string_append (out, "  <");
  g_string_append (out, kind);
  way_plan_output_id (out, "id", id);
}

void
way_plan_output_end (GString *out, const char *kind)
{
  g_string_append (out, "  </");
  g_string_append (out, kind);
  g_string_append (out, ">\n");
}

void
way_plan_output_flush (GString *out, gsize limit)
{
  if (out->len < limit)
    return;

  if (fwrite (out->str, 1, out->len, stdout) != out->len || fflush (stdout) != 0)
    {
      perror ("generate-plan");
      exit (3);
    }
  g_string_truncate (out, 0);
}
