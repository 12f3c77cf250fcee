/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading all of a record, under the sanitizers' eyes.
 */
#include "way-record-use.h"

#include "way-record-builder.h"
#include "way-value.h"

const char *
way_record_use (WayRecord *record)
{
  const WayKindInfo *kind = way_schema_get_kind (way_record_get_kind (record));
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();
  g_autoptr (WayRecord) again = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type != WAY_TYPE_COUNTS)
      way_value_format (record, kind->fields[i].field, text);
    else
      for (guint n = way_record_get_n_counts (record, kind->fields[i].field); n > 0; n--)
        g_string_append (text,
                         way_record_get_count (record, kind->fields[i].field, n - 1).category);
  if (!g_utf8_validate (text->str, (gssize)text->len, NULL))
    return "a value is no text";

  way_record_builder_start_from (builder, record);
  again = way_record_builder_end (builder);
  return way_record_equal (again, record) ? NULL : "no builder makes such a record";
}
