/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The handler's state, and what its two files do for each other.
 */
#pragma once

#include "way-plan-handler.h"

#include "way-plan-entry.h"

#include <libxml/parser.h>

G_BEGIN_DECLS

typedef enum
{
  PLACE_OUTSIDE, /* before and after the plan */
  PLACE_ENTRY,   /* in the plan's or a record's element */
  PLACE_FIELD,   /* in the element of a field */
  PLACE_UNKNOWN, /* in what is only written down */
} Place;

typedef struct
{
  WayId id;
  guint line;
} RecordLine;

struct _WayPlanHandler
{
  xmlParserCtxt *parser;
  WayHandlerReadFunc read;
  gpointer read_data;
  WayRecordFunc listener; /* nullable */
  gpointer listener_data;
  WayHandlerFlags flags;
  WayPlanNames names;
  const xmlChar *own; /* the plan's namespace */
  WayFormatVersion version;

  Place place;
  guint depth;
  WayPlanEntry root;
  WayPlanEntry record;
  WayPlanEntry *entry; /* the innermost of the two that is open */

  const WayFieldInfo *field; /* in PLACE_FIELD */
  GString *field_attributes; /* of its element, all as text */
  WayCount count;            /* of a COUNTS element; its category is in @category */
  GString *category;
  GString *text; /* of a field, or stray text between elements */
  WayCapture *capture;
  gsize n_unknown; /* bytes kept with records that are done */

  WayPlan *plan;
  guint n_records;
  GArray *lines; /* of RecordLine */
  GPtrArray *diagnostics;
  guint n_named;     /* diagnostics before this one need no name any more */
  gboolean stopped;  /* no more events are wanted */
  gboolean ending;   /* the parser has been given all there is */
  gboolean withheld; /* more there is, but it is not for the parser */
  GError *refusal;
  guint refusal_line;
};

/* In way-plan-handler.c */

/* The line that the parser has come to */
guint way_plan_handler_current_line (WayPlanHandler *self);
/* Ends the reading; no more events come */
void way_plan_handler_stop (WayPlanHandler *self);
/* Ends the reading with an error */
void way_plan_handler_refuse (WayPlanHandler *self, WayRefusal refusal, const char *detail);

/* In way-plan-elements.c */

/* The outermost element */
void way_plan_elements_start_root (WayPlanHandler *self, const WayXmlElement *element);
/* An element in that of the plan or of a record */
void way_plan_elements_start_child (WayPlanHandler *self, const WayXmlElement *element);
/* The end of the plan's or a record's element */
void way_plan_elements_end_entry (WayPlanHandler *self);
void way_plan_elements_end_field (WayPlanHandler *self);
/* A field that turns out to hold elements is more than we know: all of it is kept, and the field
 * stays empty */
void way_plan_elements_turn_unknown (WayPlanHandler *self);
/* Keeps a comment or, with @target, a processing instruction with the record that it is in */
void way_plan_elements_keep_aside (WayPlanHandler *self, const xmlChar *target,
                                   const xmlChar *text);
/* Refuses a file that has too much of what is not known */
void way_plan_elements_check_size (WayPlanHandler *self);

G_END_DECLS
