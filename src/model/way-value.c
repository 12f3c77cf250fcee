/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values as text, without the locale's hand in it.
 */
#include "way-value.h"

#include <string.h>

/* A whole number without a sign; printf() takes ten times as long */
static void
append_digits (GString *text, guint number)
{
  char digits[12];
  char *at = digits + sizeof digits;

  do
    *--at = (char)('0' + number % 10);
  while ((number /= 10) > 0);

  g_string_append_len (text, at, digits + sizeof digits - at);
}

void
way_decimal_format (int hundredths, GString *text)
{
  guint whole = (guint)ABS (hundredths) / 100;
  guint rest = (guint)ABS (hundredths) % 100;

  if (hundredths < 0)
    g_string_append_c (text, '-');
  append_digits (text, whole);
  if (rest == 0)
    return;

  g_string_append_c (text, '.');
  append_digits (text, rest / 10);
  if (rest % 10 != 0)
    append_digits (text, rest % 10);
}

gboolean
way_decimal_parse (const char *text, gsize length, int *hundredths)
{
  const char *end = text + length;
  gboolean negative = length > 0 && *text == '-';
  gint64 value = 0;
  int decimals = -1; /* digits after the point; -1 before it */
  gboolean any = FALSE;

  for (const char *at = negative ? text + 1 : text; at < end; at++)
    {
      if (*at == '.' && decimals < 0 && any)
        {
          decimals = 0;
          continue;
        }
      if (!g_ascii_isdigit (*at) || decimals == 2)
        return FALSE;

      value = value * 10 + (*at - '0');
      any = TRUE;
      if (decimals >= 0)
        decimals++;
      if (value > G_MAXINT32)
        return FALSE;
    }

  if (!any || decimals == 0)
    return FALSE;

  for (int i = MAX (decimals, 0); i < 2; i++)
    value *= 10;
  if (value >= 1 << 30)
    return FALSE;

  *hundredths = (int)(negative ? -value : value);

  return TRUE;
}

void
way_instant_format (gint64 seconds, GString *text)
{
  WayDay day = (WayDay)(seconds / 86400 - (seconds % 86400 < 0));
  int rest = (int)(seconds - (gint64)day * 86400);
  WayYmd ymd = way_day_to_ymd (day);

  g_string_append_printf (text, "%04d-%02d-%02dT%02d:%02d:%02dZ", ymd.year, ymd.month, ymd.day,
                          rest / 3600, rest / 60 % 60, rest % 60);
}

/* Two digits below @limit, or -1 */
static int
read_pair (const char *text, int limit)
{
  int value;

  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;

  value = (text[0] - '0') * 10 + text[1] - '0';

  return value < limit ? value : -1;
}

gboolean
way_instant_parse (const char *text, gsize length, gint64 *seconds)
{
  WayDate date;
  int hour, minute, second;

  if (length != strlen ("2026-11-22T09:30:00Z") || text[10] != 'T' || text[13] != ':'
      || text[16] != ':' || text[19] != 'Z' || !way_date_parse (text, 10, &date))
    return FALSE;

  hour = read_pair (text + 11, 24);
  minute = read_pair (text + 14, 60);
  second = read_pair (text + 17, 60);
  if (hour < 0 || minute < 0 || second < 0)
    return FALSE;

  *seconds = (gint64)way_date_get_earliest (date) * 86400 + hour * 3600 + minute * 60 + second;

  return TRUE;
}

static void
format_refs (const WayRecord *record, WayField field, GString *text)
{
  char buffer[WAY_ID_BUFFER_SIZE];
  const WayId *ids;
  guint n_ids;

  ids = way_record_get_refs (record, field, &n_ids);
  for (guint i = 0; i < n_ids; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      g_string_append_len (text, way_id_format (&ids[i], buffer), WAY_ID_TEXT_LENGTH);
    }
}

gboolean
way_value_format (const WayRecord *record, WayField field, GString *text)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  const char *unread = way_record_get_unread (record, field);
  const WayChoice *choice;
  char date[WAY_DATE_BUFFER_SIZE];

  if (!way_record_has (record, field))
    return FALSE;

  if (unread != NULL)
    {
      g_string_append (text, unread);
      return TRUE;
    }

  switch (info->type)
    {
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
      g_string_append (text, way_record_get_text (record, field));
      break;
    case WAY_TYPE_CHOICE:
      choice = &info->choices[way_record_get_choice (record, field)];
      g_string_append_len (text, choice->word, (gssize)choice->length);
      break;
    case WAY_TYPE_DATE:
      g_string_append (text, way_date_format (way_record_get_date (record, field), date));
      break;
    case WAY_TYPE_INSTANT:
      way_instant_format (way_record_get_instant (record, field), text);
      break;
    case WAY_TYPE_INTEGER:
      g_string_append_printf (text, "%d", way_record_get_integer (record, field));
      break;
    case WAY_TYPE_DECIMAL:
      way_decimal_format (way_record_get_decimal (record, field), text);
      break;
    case WAY_TYPE_FLAG:
      g_string_append (text, way_record_get_flag (record, field) ? "true" : "false");
      break;
    case WAY_TYPE_REF:
    case WAY_TYPE_REFS:
      format_refs (record, field, text);
      break;
    case WAY_TYPE_COUNTS:
    default:
      g_return_val_if_reached (FALSE);
    }

  return TRUE;
}
