/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The parser and its events: where in the document each one is, and who takes it.
 */
#include "way-plan-handler-private.h"

#include "way-plan-format.h"
#include "way-syntax-error.h"
#include "way-xml-text.h"

#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>
#include <string.h>

guint
way_plan_handler_current_line (WayPlanHandler *self)
{
  return (guint)MAX (xmlSAX2GetLineNumber (self->parser), 1);
}

/* Not by xmlStopParser(): it frees what the attributes of a start tag point to, and whoever handles
 * that tag may still look at them. What the parser holds already is parsed for nobody. */
void
way_plan_handler_stop (WayPlanHandler *self)
{
  self->stopped = TRUE;
}

void
way_plan_handler_refuse (WayPlanHandler *self, WayRefusal refusal, const char *detail)
{
  if (self->refusal != NULL)
    return;

  self->refusal_line = way_plan_handler_current_line (self);
  way_refusal_set (&self->refusal, refusal, detail);
  way_plan_handler_stop (self);
}

static void
on_element_start (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                  int n_namespaces, const xmlChar **namespaces, int n_attributes,
                  int n_defaulted G_GNUC_UNUSED, const xmlChar **attributes)
{
  WayPlanHandler *self = user_data;
  WayXmlElement element = { name, prefix, uri, n_namespaces, namespaces, n_attributes, attributes };

  if (self->stopped)
    return;

  if (++self->depth > WAY_PLAN_MAX_DEPTH)
    {
      way_plan_handler_refuse (self, WAY_REFUSAL_DEPTH, NULL);
      return;
    }

  switch (self->place)
    {
    case PLACE_OUTSIDE:
      way_plan_elements_start_root (self, &element);
      return;
    case PLACE_ENTRY:
      way_plan_elements_start_child (self, &element);
      return;
    case PLACE_FIELD:
      way_plan_elements_turn_unknown (self);
      G_GNUC_FALLTHROUGH;
    case PLACE_UNKNOWN:
    default:
      way_capture_start_element (self->capture, &element);
      way_plan_elements_check_size (self);
    }
}

static void
on_element_end (void *user_data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  WayPlanHandler *self = user_data;

  if (self->stopped)
    return;

  self->depth--;
  if (self->place == PLACE_FIELD)
    {
      way_plan_elements_end_field (self);
      return;
    }

  if (self->place == PLACE_UNKNOWN)
    {
      if (way_capture_end_element (self->capture, name, prefix, uri))
        self->place = PLACE_ENTRY;
      way_plan_elements_check_size (self);
      return;
    }

  way_plan_elements_end_entry (self);
}

/* What nearly all blank text is, in the form that files are written in: before a record, and before
 * what is in one. Lengths that the compiler knows cost no call. */
static gboolean
is_indent (const char *text, gsize length)
{
  return (length == 5 && memcmp (text, "\n    ", 5) == 0)
         || (length == 3 && memcmp (text, "\n  ", 3) == 0);
}

static gboolean
is_blank (const char *text, gsize length)
{
  if (is_indent (text, length))
    return TRUE;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;

  return TRUE;
}

static void
on_text (void *user_data, const xmlChar *characters, int n_characters)
{
  WayPlanHandler *self = user_data;
  const char *text = (const char *)characters;
  gsize length = (gsize)n_characters;

  if (self->stopped || self->place == PLACE_OUTSIDE)
    return;

  if (self->place == PLACE_UNKNOWN)
    {
      way_capture_text (self->capture, text, length);
      way_plan_elements_check_size (self);
      return;
    }

  if (self->place == PLACE_ENTRY && self->text->len == 0 && is_blank (text, length))
    return;

  way_xml_append (self->text, text, length);
  if (self->text->len > WAY_PLAN_MAX_TEXT)
    way_plan_handler_refuse (self, WAY_REFUSAL_TEXT, NULL);
}

static void
on_comment (void *user_data, const xmlChar *text)
{
  WayPlanHandler *self = user_data;

  if (!self->stopped && self->place != PLACE_OUTSIDE)
    way_plan_elements_keep_aside (self, NULL, text);
}

static void
on_instruction (void *user_data, const xmlChar *target, const xmlChar *text)
{
  WayPlanHandler *self = user_data;

  if (!self->stopped && self->place != PLACE_OUTSIDE)
    way_plan_elements_keep_aside (self, target, text);
}

/* The guard has refused it already; this is the second lock on that door */
static void
on_doctype (void *user_data, const xmlChar *name G_GNUC_UNUSED,
            const xmlChar *public_id G_GNUC_UNUSED, const xmlChar *system_id G_GNUC_UNUSED)
{
  way_plan_handler_refuse (user_data, WAY_REFUSAL_DOCTYPE, NULL);
}

static gboolean
is_at_broken_utf8 (const xmlParserInput *input)
{
  return input->cur < input->end
         && g_utf8_get_char_validated ((const char *)input->cur, input->end - input->cur)
                > 0x10ffff;
}

/* Where the bytes end there are all sorts of errors, by what they ended in; only what is whole is
 * wrong for another reason */
static gboolean
comes_of_end (WayPlanHandler *self, int code)
{
  const xmlParserInput *input = self->parser->input;

  if (input->cur < input->end)
    return FALSE;

  switch (code)
    {
    case XML_ERR_TAG_NAME_MISMATCH:
      return input->cur[-1] != '>';
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_ERR_INVALID_CHAR: /* by its number */
      return FALSE;
    default:
      return TRUE;
    }
}

/* Any call of this is a failed load: under failing memory libxml2 goes on with an altered document.
 * But that an address of a namespace is relative is no more than bad manners. */
static void
on_error (void *user_data, xmlError *error)
{
  WayPlanHandler *self = user_data;
  int code = error->code;

  if (self->stopped || code == XML_WAR_NS_URI_RELATIVE)
    return;

  if (self->withheld && comes_of_end (self, code))
    {
      way_plan_handler_stop (self);
      return;
    }

  /* The parser says of both kinds of byte that they are no character */
  if (error->code == XML_ERR_INVALID_CHAR && is_at_broken_utf8 (self->parser->input))
    code = XML_ERR_INVALID_ENCODING;

  if (self->ending && self->depth > 0 && comes_of_end (self, code))
    way_refusal_set (&self->refusal, WAY_REFUSAL_CUT_SHORT, NULL);
  else
    way_syntax_error_refuse (code, &self->refusal);
  self->refusal_line = (guint)MAX (error->line, 1);
  way_plan_handler_stop (self);
}

/* For the parser, which asks for some kilobytes at a time. It is told of no failure: it would print
 * that, and everybody knows already. */
static int
give_bytes (void *user_data, char *buffer, int size)
{
  WayPlanHandler *self = user_data;
  gssize length;

  if (self->stopped || self->ending || self->withheld)
    return 0;

  length = self->read (self->read_data, buffer, (gsize)size);
  self->ending = length == 0;
  self->withheld = length < 0;

  return (int)MAX (length, 0);
}

/* As xmlCreateIOParserCtxt(), which leaks the buffer when memory ends after it */
static xmlParserCtxt *
new_parser (WayPlanHandler *self, const xmlSAXHandler *events)
{
  xmlParserCtxt *parser = xmlNewParserCtxt ();
  xmlParserInputBuffer *buffer;
  xmlParserInput *input = NULL;

  if (parser == NULL)
    return NULL;

  *parser->sax = *events;
  parser->userData = self;
  buffer = xmlParserInputBufferCreateIO (give_bytes, NULL, self, XML_CHAR_ENCODING_NONE);
  if (buffer != NULL
      && (input = xmlNewIOInputStream (parser, buffer, XML_CHAR_ENCODING_NONE)) == NULL)
    xmlFreeParserInputBuffer (buffer);
  if (input == NULL || inputPush (parser, input) < 0)
    {
      xmlFreeInputStream (input);
      g_clear_pointer (&parser, xmlFreeParserCtxt);
    }

  return parser;
}

static void
init_parser (WayPlanHandler *self)
{
  static gsize initialised;
  const xmlSAXHandler events = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = on_doctype,
    .startElementNs = on_element_start,
    .endElementNs = on_element_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .serror = (xmlStructuredErrorFunc)on_error,
  };

  if (g_once_init_enter (&initialised))
    {
      xmlInitParser ();
      g_once_init_leave (&initialised, 1);
    }

  self->parser = new_parser (self, &events);
  if (self->parser == NULL)
    return;

  xmlCtxtUseOptions (self->parser, XML_PARSE_NONET);
  if (!way_plan_names_init (&self->names, self->parser->dict))
    g_clear_pointer (&self->parser, xmlFreeParserCtxt);
}

WayPlanHandler *
way_plan_handler_new (WayHandlerFlags flags)
{
  WayPlanHandler *self = g_new0 (WayPlanHandler, 1);

  self->flags = flags;
  way_plan_entry_init (&self->root, way_record_builder_new (), "  ");
  way_plan_entry_init (&self->record, way_record_builder_new_for_many (), "    ");
  self->record.kind = WAY_KIND_GOAL;
  self->entry = &self->root;
  self->field_attributes = g_string_new (NULL);
  self->category = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->capture = way_capture_new ();
  self->lines = g_array_new (FALSE, FALSE, sizeof (RecordLine));
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)way_diagnostic_free);

  init_parser (self);

  return self;
}

void
way_plan_handler_free (WayPlanHandler *self)
{
  g_clear_pointer (&self->parser, xmlFreeParserCtxt);
  way_plan_entry_clear (&self->root);
  way_plan_entry_clear (&self->record);
  g_string_free (self->field_attributes, TRUE);
  g_string_free (self->category, TRUE);
  g_string_free (self->text, TRUE);
  way_capture_free (self->capture);
  g_array_unref (self->lines);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_clear_error (&self->refusal);
  g_free (self);
}

void
way_plan_handler_set_listener (WayPlanHandler *self, WayRecordFunc func, gpointer user_data)
{
  self->listener = func;
  self->listener_data = user_data;
}

gboolean
way_plan_handler_read (WayPlanHandler *self, WayHandlerReadFunc func, gpointer user_data,
                       GError **error)
{
  if (self->parser == NULL)
    return way_refusal_set (error, WAY_REFUSAL_MEMORY, NULL);

  self->read = func;
  self->read_data = user_data;
  xmlParseDocument (self->parser);

  /* It takes a NUL after the plan for the end of the document */
  if (self->refusal == NULL && !self->stopped && !self->withheld && self->parser->wellFormed
      && (!self->ending || self->parser->input->cur < self->parser->input->end))
    {
      self->refusal_line = way_plan_handler_current_line (self);
      way_syntax_error_refuse (XML_ERR_DOCUMENT_END, &self->refusal);
    }

  /* The parser's answer counts too, should it ever fail without a word to the error handler */
  if (self->refusal == NULL && !self->stopped && !self->withheld && !self->parser->wellFormed)
    way_syntax_error_refuse (self->parser->errNo, &self->refusal);

  if (self->refusal != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->refusal));
      return FALSE;
    }

  return !self->stopped;
}

guint
way_plan_handler_get_line (WayPlanHandler *self)
{
  const xmlParserInput *input = self->parser != NULL ? self->parser->input : NULL;
  guint line;

  if (self->refusal_line > 0 || input == NULL)
    return self->refusal_line;

  line = way_plan_handler_current_line (self);
  for (const xmlChar *at = input->cur; at < input->end; at++)
    line += *at == '\n';

  return line;
}

guint
way_plan_handler_find_line (WayPlanHandler *self, const WayId *id)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const RecordLine *line = &g_array_index (self->lines, RecordLine, i);

      if (way_id_equal (&line->id, id))
        return line->line;
    }

  return 0;
}

WayPlan *
way_plan_handler_get_plan (WayPlanHandler *self)
{
  return self->plan;
}

WayFormatVersion
way_plan_handler_get_version (WayPlanHandler *self)
{
  return self->version;
}

guint
way_plan_handler_get_n_records (WayPlanHandler *self)
{
  return self->n_records;
}

GPtrArray *
way_plan_handler_steal_diagnostics (WayPlanHandler *self)
{
  return g_steal_pointer (&self->diagnostics);
}
