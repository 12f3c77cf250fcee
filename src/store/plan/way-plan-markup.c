/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Made from the schema table, as its rows are.
 */
#include "way-plan-markup.h"

#define MARKUP(before, after)                                                                      \
  {                                                                                                \
    before, after, sizeof before - 1, sizeof after - 1                                             \
  }
#define ATTRIBUTE(xml) MARKUP (" " xml "=\"", "\"")
#define ELEMENT(xml) MARKUP ("    <" xml ">", "</" xml ">\n")

#define FORM_TEXT ELEMENT
#define FORM_PROSE ELEMENT
#define FORM_COUNTS ELEMENT
#define FORM_WORD ATTRIBUTE
#define FORM_CHOICE ATTRIBUTE
#define FORM_DATE ATTRIBUTE
#define FORM_INSTANT ATTRIBUTE
#define FORM_INTEGER ATTRIBUTE
#define FORM_DECIMAL ATTRIBUTE
#define FORM_FLAG ATTRIBUTE
#define FORM_REF ATTRIBUTE
#define FORM_REFS ATTRIBUTE

#define K(NAME, xml, title, order, text)                                                           \
  [WAY_KIND_##NAME] = MARKUP ("  <" xml " id=\"", "  </" xml ">\n"),
static const WayMarkup kinds[] = { WAY_SCHEMA_KINDS (K) };
#undef K

#define F(KIND, NAME, xml, TYPE, PRIVACY, MERGE, DETAIL, text)                                     \
  [WAY_FIELD_INDEX (WAY_##KIND##_##NAME)] = FORM_##TYPE (xml),
#define ROWS(KIND) static const WayMarkup KIND##_rows[] = { WAY_SCHEMA_##KIND (F) };
WAY_SCHEMA_EACH (ROWS)
#undef ROWS
#undef F

#define K(NAME, xml, title, order, text) [WAY_KIND_##NAME] = NAME##_rows,
static const WayMarkup *const fields[] = { WAY_SCHEMA_KINDS (K) };
#undef K

const WayMarkup *
way_markup_get_kind (WayKind kind)
{
  return &kinds[kind];
}

const WayMarkup *
way_markup_get_field (WayField field)
{
  return &fields[WAY_FIELD_KIND (field)][WAY_FIELD_INDEX (field)];
}
