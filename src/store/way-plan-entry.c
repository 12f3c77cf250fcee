/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values on their way from a file into a record.
 */
#include "way-plan-entry.h"

#include "way-text.h"

#include <string.h>

void
way_plan_entry_init (WayPlanEntry *self, const char *indent)
{
  self->builder = way_record_builder_new ();
  self->indent = indent;
  self->attributes = g_string_new (NULL);
  self->content = g_string_new (NULL);
}

void
way_plan_entry_clear (WayPlanEntry *self)
{
  way_record_builder_free (self->builder);
  g_string_free (self->attributes, TRUE);
  g_string_free (self->content, TRUE);
}

void
way_plan_entry_start (WayPlanEntry *self, WayKind kind, guint line)
{
  self->kind = kind;
  self->id = WAY_ID_NULL;
  self->line = line;
  self->seen = 0;
  self->unread = FALSE;
  self->failed = FALSE;
  g_string_truncate (self->attributes, 0);
  g_string_truncate (self->content, 0);
  way_record_builder_start (self->builder, kind, &WAY_ID_NULL);
}

/* The one character that XML can hold and a plan does not, for line breaks are LF in it */
static gboolean
needs_cleaning (const char *text, gsize length)
{
  return memchr (text, '\r', length) != NULL;
}

void
way_plan_entry_set_text (WayPlanEntry *self, WayField field, const char *text, gsize length)
{
  g_autofree char *clean = NULL;

  if (!needs_cleaning (text, length))
    {
      way_record_builder_set_text (self->builder, field, text, (gssize)length);
      return;
    }

  clean = way_text_clean (text, (gssize)length);
  way_record_builder_set_text (self->builder, field, clean, -1);
}

void
way_plan_entry_set_value (WayPlanEntry *self, const WayFieldInfo *info, const char *text,
                          gsize length)
{
  g_autofree char *clean = NULL;

  if (info->type == WAY_TYPE_WORD)
    {
      way_plan_entry_set_text (self, info->field, text, length);
      return;
    }

  if (way_record_builder_parse (self->builder, info->field, text, (gssize)length, NULL))
    return;

  clean = way_text_clean (text, (gssize)length);
  way_record_builder_set_unread (self->builder, info->field, clean, -1);
  self->unread = TRUE;
}

gboolean
way_plan_entry_is_repeated (WayPlanEntry *self, const WayFieldInfo *info)
{
  guint64 bit = G_GUINT64_CONSTANT (1) << WAY_FIELD_INDEX (info->field);
  gboolean repeated = (self->seen & bit) != 0 && info->type != WAY_TYPE_COUNTS;

  self->seen |= bit;

  return repeated;
}

WayRecord *
way_plan_entry_end (WayPlanEntry *self)
{
  WayRecordBuilder *builder = self->builder;

  way_record_builder_set_id (builder, &self->id);
  way_record_builder_set_text (builder, WAY_FIELD_UNKNOWN_ATTRIBUTES (self->kind),
                               self->attributes->str, (gssize)self->attributes->len);
  way_record_builder_set_text (builder, WAY_FIELD_UNKNOWN_CONTENT (self->kind), self->content->str,
                               (gssize)self->content->len);

  return way_record_builder_end (builder);
}
