/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Values on their way from a file into a record.
 */
#include "way-plan-entry.h"

#include "way-text.h"
#include "way-xml-text.h"

#include <string.h>

void
way_plan_entry_init (WayPlanEntry *self, WayRecordBuilder *builder, const char *indent)
{
  self->builder = builder;
  self->indent = indent;
  self->attributes = g_string_new (NULL);
  self->content = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
}

void
way_plan_entry_clear (WayPlanEntry *self)
{
  way_record_builder_free (self->builder);
  g_string_free (self->attributes, TRUE);
  g_string_free (self->content, TRUE);
  g_string_free (self->scratch, TRUE);
}

void
way_plan_entry_forget_unknown (WayPlanEntry *self)
{
  /* Nearly always there is nothing, and this is done for every record */
  if (self->attributes->len > 0)
    g_string_truncate (self->attributes, 0);
  if (self->content->len > 0)
    g_string_truncate (self->content, 0);
}

void
way_plan_entry_start (WayPlanEntry *self, WayKind kind, guint line)
{
  self->kind = kind;
  self->info = way_schema_get_kind (kind);
  self->id = WAY_ID_NULL;
  self->line = line;
  self->seen = 0;
  self->unread = FALSE;
  self->failed = FALSE;
  way_plan_entry_forget_unknown (self);
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
  const char *value;
  g_autofree char *clean = NULL;

  /* What can be read has no & in it, so only other values are decoded */
  if (info->type != WAY_TYPE_WORD && way_record_builder_read (self->builder, info, text, length))
    return;

  value = way_xml_decode_attribute (text, &length, self->scratch);
  if (info->type == WAY_TYPE_WORD)
    {
      way_plan_entry_set_text (self, info->field, value, length);
      return;
    }

  clean = way_text_clean (value, (gssize)length);
  way_record_builder_set_unread (self->builder, info->field, clean, -1);
  self->unread = TRUE;
}

static guint64
get_bit (const WayFieldInfo *info)
{
  return G_GUINT64_CONSTANT (1) << WAY_FIELD_INDEX (info->field);
}

gboolean
way_plan_entry_is_repeated (WayPlanEntry *self, const WayFieldInfo *info)
{
  guint64 bit = get_bit (info);
  gboolean repeated = (self->seen & bit) != 0 && info->type != WAY_TYPE_COUNTS;

  self->seen |= bit;

  return repeated;
}

void
way_plan_entry_pass_over (WayPlanEntry *self, const WayFieldInfo *info)
{
  self->seen &= ~get_bit (info);
}

static void
set_hidden (WayPlanEntry *self, WayField field, const GString *text)
{
  if (text->len > 0)
    way_record_builder_set_text (self->builder, field, text->str, (gssize)text->len);
}

WayRecord *
way_plan_entry_end (WayPlanEntry *self)
{
  way_record_builder_set_id (self->builder, &self->id);
  set_hidden (self, WAY_FIELD_UNKNOWN_ATTRIBUTES (self->kind), self->attributes);
  set_hidden (self, WAY_FIELD_UNKNOWN_CONTENT (self->kind), self->content);

  return way_record_builder_end (self->builder);
}
