/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What kinds of record there are, what fields they have, and what is true of each field.
 */
#pragma once

#include "way-schema-table.h"

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayKind:
 *
 * The kinds of record, in the order in which they stand in a file. WAY_KIND_PLAN is the plan's own
 * record, of which there is exactly one.
 */
typedef enum
{
#define K(NAME, xml, called, rank, label) WAY_KIND_##NAME,
  WAY_SCHEMA_KINDS (K)
#undef K
      WAY_N_KINDS,
  WAY_KIND_ANY = WAY_N_KINDS, /* in a reference: to a record of whatever kind */
} WayKind;

#define WAY_FIELDS_PER_KIND 64 /* at most, including the hidden ones */

/**
 * WayField:
 *
 * A field of one kind: the kind in the upper bits, the place among its fields in the lower six.
 */
typedef enum
{
  WAY_FIELD_NONE = -1,
#define F(KIND, NAME, xml, type, privacy, merge, detail, label) WAY_##KIND##_##NAME,
#define BEGIN(KIND) WAY_##KIND##_BEGIN_ = WAY_KIND_##KIND * WAY_FIELDS_PER_KIND - 1,
  /* clang-format off */
  BEGIN (PLAN) WAY_SCHEMA_PLAN (F)
  BEGIN (GOAL) WAY_SCHEMA_GOAL (F)
  BEGIN (MILESTONE) WAY_SCHEMA_MILESTONE (F)
  BEGIN (DEPENDENCY) WAY_SCHEMA_DEPENDENCY (F)
  BEGIN (PERSON) WAY_SCHEMA_PERSON (F)
  BEGIN (CREDENTIAL) WAY_SCHEMA_CREDENTIAL (F)
  BEGIN (ACTIVITY) WAY_SCHEMA_ACTIVITY (F)
  BEGIN (REVIEW) WAY_SCHEMA_REVIEW (F)
  BEGIN (COMMENT) WAY_SCHEMA_COMMENT (F)
  BEGIN (LINK) WAY_SCHEMA_LINK (F)
/* clang-format on */
#undef BEGIN
#undef F
} WayField;

#define WAY_FIELD_KIND(field) ((WayKind)((field) / WAY_FIELDS_PER_KIND))
#define WAY_FIELD_INDEX(field) ((guint)((field) % WAY_FIELDS_PER_KIND))

/* What a reader found and did not know, kept with its record: XML text, canonical, of attributes
 * and of children. Not in the table; written back by the store and invisible to everyone else. */
#define WAY_FIELD_UNKNOWN_ATTRIBUTES(kind) ((WayField)((kind)*WAY_FIELDS_PER_KIND + 62))
#define WAY_FIELD_UNKNOWN_CONTENT(kind) ((WayField)((kind)*WAY_FIELDS_PER_KIND + 63))

/* One enum a list of choices, as WAY_CATEGORY_EDUCATION */
#define C(LIST, NAME, word, label) WAY_##LIST##_##NAME,
/* clang-format off */
typedef enum { WAY_SCHEMA_AIMS (C) WAY_N_AIMS } WayAim;
typedef enum { WAY_SCHEMA_GOAL_STATUSES (C) WAY_N_GOAL_STATUSES } WayGoalStatus;
typedef enum { WAY_SCHEMA_COLOURS (C) WAY_N_COLOURS } WayColour;
typedef enum { WAY_SCHEMA_CATEGORIES (C) WAY_N_CATEGORIES } WayCategory;
typedef enum { WAY_SCHEMA_STATUSES (C) WAY_N_STATUSES } WayStatus;
typedef enum { WAY_SCHEMA_DEPENDENCY_TYPES (C) WAY_N_DEPENDENCY_TYPES } WayDependencyType;
typedef enum { WAY_SCHEMA_RELATIONS (C) WAY_N_RELATIONS } WayRelation;
typedef enum { WAY_SCHEMA_CREDENTIAL_KINDS (C) WAY_N_CREDENTIAL_KINDS } WayCredentialKind;
typedef enum { WAY_SCHEMA_ACTIVITY_TYPES (C) WAY_N_ACTIVITY_TYPES } WayActivityType;
typedef enum { WAY_SCHEMA_PERIODS (C) WAY_N_PERIODS } WayPeriod;
/* clang-format on */
#undef C

/**
 * WayFieldType:
 * @WAY_TYPE_TEXT: one line of text, a child element
 * @WAY_TYPE_PROSE: text with line breaks, a child element
 * @WAY_TYPE_WORD: short text in an attribute (a rank, an address, a number)
 * @WAY_TYPE_CHOICE: one of a list of words
 * @WAY_TYPE_DATE: a #WayDate in EDTF
 * @WAY_TYPE_INSTANT: a moment in UTC, as 2026-11-22T09:30:00Z
 * @WAY_TYPE_INTEGER: a whole number within a range
 * @WAY_TYPE_DECIMAL: a number with at most two decimals, kept as hundredths
 * @WAY_TYPE_FLAG: "true" or "false"
 * @WAY_TYPE_REF: the id of another record
 * @WAY_TYPE_REFS: the ids of several, separated by spaces
 * @WAY_TYPE_COUNTS: repeated elements with the credential's id and a category, as
 *   `<counts credential="…" category="…"/>`
 */
typedef enum
{
  WAY_TYPE_TEXT,
  WAY_TYPE_PROSE,
  WAY_TYPE_WORD,
  WAY_TYPE_CHOICE,
  WAY_TYPE_DATE,
  WAY_TYPE_INSTANT,
  WAY_TYPE_INTEGER,
  WAY_TYPE_DECIMAL,
  WAY_TYPE_FLAG,
  WAY_TYPE_REF,
  WAY_TYPE_REFS,
  WAY_TYPE_COUNTS,
} WayFieldType;

/**
 * WayPrivacy:
 * @WAY_PRIVACY_SHARED: may go to anyone the plan is shared with
 * @WAY_PRIVACY_MENTOR: for mentors and advisers
 * @WAY_PRIVACY_PRIVATE: never leaves the person's own file
 */
typedef enum
{
  WAY_PRIVACY_SHARED,
  WAY_PRIVACY_MENTOR,
  WAY_PRIVACY_PRIVATE,
} WayPrivacy;

/**
 * WayMergeRule:
 * @WAY_MERGE_REPLACE: two different changes are a conflict
 * @WAY_MERGE_PROSE: merged line by line
 * @WAY_MERGE_SET: additions and removals of both sides are taken
 */
typedef enum
{
  WAY_MERGE_REPLACE,
  WAY_MERGE_PROSE,
  WAY_MERGE_SET,
} WayMergeRule;

typedef struct
{
  const char *word;  /* in the file */
  const char *label; /* untranslated; pass it through _() */
  guint length;      /* of the word */
} WayChoice;

/**
 * WayFieldInfo:
 * @field: which one
 * @type: how its value looks
 * @xml_name: name of the attribute or element; also the key in edit scripts
 * @xml_length: bytes of @xml_name
 * @label: untranslated label for people
 * @privacy: who may see it
 * @merge: how two changes meet
 * @choices: (nullable) (array length=n_choices): for WAY_TYPE_CHOICE
 * @default_choice: what an absent choice means
 * @lowest: of INTEGER and DECIMAL, in whole units
 * @highest: of INTEGER and DECIMAL, in whole units
 * @unit: (nullable): untranslated unit for people
 * @target: kind that a reference leads to
 * @needed: whether a record without it makes no sense
 * @is_own: whether the program notes it for itself, and it says nothing to people
 */
typedef struct
{
  WayField field;
  WayFieldType type;
  const char *xml_name;
  guint xml_length;
  const char *label;
  WayPrivacy privacy;
  WayMergeRule merge;
  const WayChoice *choices;
  guint n_choices;
  guint default_choice;
  int lowest;
  int highest;
  const char *unit;
  WayKind target;
  gboolean needed;
  gboolean is_own;
} WayFieldInfo;

/**
 * WayKindInfo:
 * @kind: which one
 * @xml_name: the element
 * @xml_length: bytes of @xml_name
 * @label: untranslated label for people
 * @called: the field a record is called by, or WAY_FIELD_NONE
 * @rank: the field that orders the records, or WAY_FIELD_NONE
 * @fields: (array length=n_fields): in the order of the file: attributes before elements
 * @references: the fields that refer to records, a bit for each one's index
 * @needed: the fields that no record may be without, likewise
 */
typedef struct
{
  WayKind kind;
  const char *xml_name;
  guint xml_length;
  const char *label;
  WayField called;
  WayField rank;
  const WayFieldInfo *fields;
  guint n_fields;
  guint64 references;
  guint64 needed;
} WayKindInfo;

const WayKindInfo *way_schema_get_kind (WayKind kind);
const WayFieldInfo *way_schema_get_field (WayField field);

/**
 * way_schema_find_kind:
 * @xml_name: an element's name; need not end in NUL
 * @length: its bytes, or -1
 *
 * Returns: (nullable): the kind of that element
 */
const WayKindInfo *way_schema_find_kind (const char *xml_name, gssize length);

/**
 * way_schema_find_field:
 *
 * Returns: (nullable): the field of that name
 */
const WayFieldInfo *way_schema_find_field (const WayKindInfo *kind, const char *xml_name,
                                           gssize length);

/**
 * way_field_is_element:
 *
 * Returns: whether the field is written as child elements and not as an attribute
 */
static inline gboolean
way_field_is_element (const WayFieldInfo *info)
{
  return info->type == WAY_TYPE_TEXT || info->type == WAY_TYPE_PROSE
         || info->type == WAY_TYPE_COUNTS;
}

G_END_DECLS
