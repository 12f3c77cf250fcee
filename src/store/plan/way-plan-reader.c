/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Source, guard, parser and check in a row, and one error or report out of what they say.
 */
#include "config.h"

#include "way-plan-reader.h"

#include "way-byte-source.h"
#include "way-check.h"
#include "way-plan-format.h"
#include "way-plan-handler.h"
#include "way-record-count.h"
#include "way-xml-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK (64 * 1024)
#define SAMPLE (16 * CHUNK) /* what tells how many records there will be */

void
way_read_report_clear (WayReadReport *self)
{
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
}

/* One reading of one source */
typedef struct
{
  WayByteSource *source;
  guint64 length; /* of the source, where it does not know that itself; 0 when nobody does */
  GCancellable *cancellable;
  char *chunk;    /* of the source */
  char *at;       /* what of it the parser gets next */
  gsize n_left;   /* from there, as far as the guard lets it pass */
  guint64 n_read; /* up to the end of the chunk */
  WayXmlGuard guard;
  gboolean refused; /* by the guard; what is in @refusal otherwise is about the source */
  GError *refusal;

  WayPlanHandler *handler;
  gboolean collect; /* whether all there is to say is wanted, not only the first error */
  GPtrArray *diagnostics;
  WayStoreError code;   /* of the error, if there is one */
  guint line;           /* of a refusal, 0 when it is about the file as a whole */
  gboolean needs_lines; /* whether the check found what can only be placed by reading again */

  WayRecordFunc listener; /* nullable: of the first reading */
  gpointer listener_data;
} Reading;

static void
reading_init (Reading *self)
{
  self->chunk = g_malloc (CHUNK);
  self->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify)way_diagnostic_free);
}

static void
reading_clear (Reading *self)
{
  g_clear_pointer (&self->handler, way_plan_handler_free);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->source, way_byte_source_free);
  g_clear_pointer (&self->chunk, g_free);
  g_clear_error (&self->refusal);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* Lets the plan make room once for as many records as the rest will bring if it goes on as it
 * began, and some more */
static void
expect_records (Reading *self)
{
  guint64 n_records = way_plan_handler_get_n_records (self->handler);
  guint64 left = self->length > self->n_read ? self->length - self->n_read
                                             : way_byte_source_get_left (self->source);

  if (n_records == 0)
    return;

  n_records += n_records * left / self->n_read * 9 / 8;
  way_plan_expect_records (way_plan_handler_get_plan (self->handler),
                           (guint)MIN (n_records, WAY_PLAN_MAX_RECORDS));
}

/* Takes the next chunk of the source and has the guard look at it. Before a refusal all is passed
 * up to the place that it is about, so that an earlier error comes first and the line is right. */
static gboolean
take_chunk (Reading *self)
{
  gssize length = way_byte_source_read (self->source, (guint8 *)self->chunk, CHUNK,
                                        self->cancellable, &self->refusal);

  self->at = self->chunk;
  self->n_left = 0;
  if (length < 0
      || (self->n_read == 0
          && !way_xml_guard_take_declaration (
              self->chunk, (gsize)length, way_byte_source_is_wide (self->source), &self->refusal)))
    return FALSE;

  self->n_read += (gsize)length;
  self->n_left = (gsize)length;
  self->refused = !way_xml_guard_scan (&self->guard, self->chunk, (gsize)length, &self->n_left,
                                       &self->refusal);

  return TRUE;
}

/* A WayHandlerReadFunc */
static gssize
pass_bytes (gpointer user_data, char *buffer, gsize size)
{
  Reading *self = user_data;
  gsize length;

  if (self->n_left == 0 && self->n_read == SAMPLE)
    expect_records (self);
  if (self->n_left == 0 && (self->refused || !take_chunk (self)))
    return -1;
  if (self->n_left == 0 && self->refused)
    return -1;

  length = MIN (size, self->n_left);
  memcpy (buffer, self->at, length);
  self->at += length;
  self->n_left -= length;

  return (gssize)length;
}

/* FALSE without an error when the handler has had enough */
static gboolean
pass_all (Reading *self, GError **error)
{
  GError *refusal = NULL;
  gboolean whole, source_failed;

  memset (&self->guard, 0, sizeof self->guard);
  self->n_read = 0;
  self->n_left = 0;
  self->refused = FALSE;
  whole = way_plan_handler_read (self->handler, pass_bytes, self, &refusal);

  /* What ended the source in the middle of anything comes before what the parser made of that */
  source_failed = self->refusal != NULL && !self->refused;
  if (source_failed)
    g_clear_error (&refusal);
  if (refusal == NULL)
    refusal = g_steal_pointer (&self->refusal);
  g_clear_error (&self->refusal);
  if (refusal == NULL)
    return whole;

  self->line = source_failed ? 0 : way_plan_handler_get_line (self->handler);
  g_propagate_error (error, refusal);

  return FALSE;
}

/* The shortest record is a tag with an id. Below that size there cannot be too many, and only a
 * source that can be read twice can be counted first. */
static gboolean
check_record_count (Reading *self, GError **error)
{
  guint64 shortest = strlen ("<goal id=\"\"/>") + WAY_ID_TEXT_LENGTH;

  if (!way_byte_source_can_rewind (self->source)
      || way_byte_source_get_bound (self->source, self->cancellable)
             <= WAY_PLAN_MAX_RECORDS * shortest)
    return TRUE;

  return way_record_count_check (self->source, WAY_PLAN_MAX_RECORDS, self->cancellable, error)
         && way_byte_source_rewind (self->source, error);
}

static void
add_refusal (Reading *self, const GError *refusal, guint line)
{
  const WayRefusalInfo *info = way_refusal_get_info ((WayRefusal)refusal->code);
  WayDiagnostic *diagnostic = g_new0 (WayDiagnostic, 1);

  diagnostic->severity = WAY_DIAGNOSTIC_ERROR;
  diagnostic->line = line;
  diagnostic->kind = WAY_N_KINDS;
  diagnostic->text = g_strdup (refusal->message);
  diagnostic->remedy = g_strdup (_ (info->remedy));
  /* It comes before what the same line gave rise to */
  g_ptr_array_insert (self->diagnostics, 0, diagnostic);
  self->code = info->code;
}

static void
add_problem (Reading *self, const WayProblem *problem)
{
  gboolean grave = problem->severity == WAY_PROBLEM_ERROR;
  WayDiagnostic *diagnostic = g_new0 (WayDiagnostic, 1);

  diagnostic->severity = grave ? WAY_DIAGNOSTIC_ERROR : WAY_DIAGNOSTIC_WARNING;
  diagnostic->kind = way_record_get_kind (problem->record);
  diagnostic->id = *way_record_get_id (problem->record);
  diagnostic->line = way_plan_handler_find_line (self->handler, &diagnostic->id);
  diagnostic->called = g_strdup (way_record_get_called (problem->record));
  diagnostic->text = g_strdup (problem->text);
  diagnostic->remedy = g_strdup (problem->remedy);
  g_ptr_array_add (self->diagnostics, diagnostic);

  if (diagnostic->line == 0 && (grave || self->collect))
    self->needs_lines = TRUE;
}

/* However many there are, an error is never crowded out by warnings */
static void
add_problems (Reading *self, GPtrArray *problems, WayProblemSeverity severity)
{
  for (guint i = 0; i < problems->len && self->diagnostics->len < WAY_MAX_DIAGNOSTICS; i++)
    {
      const WayProblem *problem = g_ptr_array_index (problems, i);

      if (problem->severity == severity)
        add_problem (self, problem);
    }
}

static gboolean
has_errors (const Reading *self)
{
  for (guint i = 0; i < self->diagnostics->len; i++)
    {
      const WayDiagnostic *diagnostic = g_ptr_array_index (self->diagnostics, i);

      if (diagnostic->severity == WAY_DIAGNOSTIC_ERROR)
        return TRUE;
    }

  return FALSE;
}

/* What contradicts itself is only seen in the whole plan */
static void
check_plan (Reading *self)
{
  g_autoptr (GPtrArray) problems = way_plan_check (way_plan_handler_get_plan (self->handler));

  g_ptr_array_set_size (self->diagnostics, MIN (self->diagnostics->len, WAY_MAX_DIAGNOSTICS / 2));
  add_problems (self, problems, WAY_PROBLEM_ERROR);
  add_problems (self, problems, WAY_PROBLEM_WARNING);
}

static void
take_diagnostics (Reading *self)
{
  g_ptr_array_extend_and_steal (self->diagnostics,
                                way_plan_handler_steal_diagnostics (self->handler));
}

/* Of a newer major version we only know what we know: what looks wrong to us may be right there */
static void
refuse_newer (Reading *self)
{
  g_autofree char *format
      = way_format_version_format (way_plan_handler_get_version (self->handler));
  g_autoptr (GError) refusal = NULL;

  way_refusal_set (&refusal, WAY_REFUSAL_NEWER, format);
  g_ptr_array_set_size (self->diagnostics, 0);
  add_refusal (self, refusal, 0);
}

static gboolean
is_newer (const Reading *self)
{
  return way_plan_handler_get_version (self->handler).major > WAY_PLAN_MAJOR;
}

/* Reads once from the beginning. FALSE with @error only when cancelled; what is wrong is among the
 * diagnostics. */
static gboolean
read_once (Reading *self, WayHandlerFlags flags, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  gboolean complete;

  g_clear_pointer (&self->handler, way_plan_handler_free);
  g_ptr_array_set_size (self->diagnostics, 0);
  self->code = WAY_STORE_ERROR_INVALID;
  self->line = 0;
  self->needs_lines = FALSE;
  self->handler = way_plan_handler_new (flags);
  way_plan_handler_set_listener (self->handler, self->listener, self->listener_data);
  self->listener = NULL;

  complete = check_record_count (self, &refusal) && pass_all (self, &refusal);
  take_diagnostics (self);
  if (complete && !has_errors (self)
      && way_migrate_plan (way_plan_handler_get_plan (self->handler),
                           way_plan_handler_get_version (self->handler), &refusal))
    check_plan (self);

  if (g_error_matches (refusal, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  if (refusal != NULL)
    add_refusal (self, refusal, self->line);
  else if (is_newer (self) && has_errors (self))
    refuse_newer (self);

  return TRUE;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const WayDiagnostic *left = *(WayDiagnostic *const *)a;
  const WayDiagnostic *right = *(WayDiagnostic *const *)b;

  return (left->line > right->line) - (left->line < right->line);
}

/* The first error as one line for people */
static void
set_error (const Reading *self, const char *name, GError **error)
{
  for (guint i = 0; i < self->diagnostics->len; i++)
    {
      const WayDiagnostic *diagnostic = g_ptr_array_index (self->diagnostics, i);
      g_autofree char *words = NULL;

      if (diagnostic->severity != WAY_DIAGNOSTIC_ERROR)
        continue;

      words = way_diagnostic_describe (diagnostic);
      if (diagnostic->line > 0)
        g_set_error (error, WAY_STORE_ERROR, self->code, _ ("%s, line %u: %s"), name,
                     diagnostic->line, words);
      else
        g_set_error (error, WAY_STORE_ERROR, self->code, "%s: %s", name, words);
      return;
    }
}

static void
fill_report (const Reading *self, WayReadReport *report)
{
  WayFormatVersion version = way_plan_handler_get_version (self->handler);

  if (version.major > 0)
    report->format = way_format_version_format (version);
  report->read_only = is_newer (self);
  report->diagnostics = g_ptr_array_ref (self->diagnostics);
}

/* Lines of records are not kept while all goes well, for that would cost memory. Where they turn
 * out to be needed the file is read again; what cannot be read again keeps them from the first. */
static WayPlan *
read_source (Reading *self, const char *name, WayReadReport *report, GError **error)
{
  WayHandlerFlags flags = report != NULL ? WAY_HANDLER_COLLECT : WAY_HANDLER_DEFAULT;
  gboolean again = way_byte_source_can_rewind (self->source);

  self->collect = report != NULL;
  if (!read_once (self, again ? flags : flags | WAY_HANDLER_LINES, error))
    return NULL;

  if (self->needs_lines && again && way_byte_source_rewind (self->source, NULL)
      && !read_once (self, flags | WAY_HANDLER_LINES, error))
    return NULL;

  g_ptr_array_sort (self->diagnostics, compare_lines);
  if (report != NULL)
    fill_report (self, report);
  if (!has_errors (self))
    return g_object_ref (way_plan_handler_get_plan (self->handler));

  set_error (self, name, error);

  return NULL;
}

/* Takes @refusal, which says why there is no source to read */
static void
fail_without_source (Reading *self, const char *name, GError *refusal, WayReadReport *report,
                     GError **error)
{
  g_autoptr (GError) owned = refusal;

  if (refusal->domain != WAY_REFUSAL)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return;
    }

  add_refusal (self, refusal, 0);
  if (report != NULL)
    report->diagnostics = g_ptr_array_ref (self->diagnostics);
  set_error (self, name, error);
}

WayPlan *
way_plan_read_file (GFile *file, WayReadReport *report, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_auto (Reading) self = { .cancellable = cancellable };
  GError *refusal = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reading_init (&self);
  self.source = way_byte_source_new_for_file (file, cancellable, &refusal);
  if (self.source != NULL)
    return read_source (&self, name, report, error);

  fail_without_source (&self, name, refusal, report, error);

  return NULL;
}

WayPlan *
way_plan_read_fd (int fd, const char *name, WayRecordFunc func, gpointer user_data,
                  WayReadReport *report, GError **error)
{
  g_auto (Reading) self = { .listener = func, .listener_data = user_data };
  GError *refusal = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reading_init (&self);
  self.source = way_byte_source_new_for_fd (fd, &refusal);
  if (self.source != NULL)
    return read_source (&self, name, report, error);

  fail_without_source (&self, name, refusal, report, error);

  return NULL;
}

WayPlan *
way_plan_read_stream (GInputStream *stream, const char *name, WayReadReport *report,
                      GCancellable *cancellable, GError **error)
{
  g_auto (Reading) self = { .cancellable = cancellable };

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reading_init (&self);
  self.source = way_byte_source_new_for_stream (stream);

  return read_source (&self, name, report, error);
}

WayPlan *
way_plan_read_bytes (GBytes *bytes, const char *name, WayReadReport *report, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);

  return way_plan_read_stream (stream, name, report, NULL, error);
}

WayPlan *
way_plan_read_records (GInputStream *stream, guint64 length, const char *name, GError **error)
{
  g_auto (Reading) self = { .length = length };
  g_autoptr (GError) refusal = NULL;
  gboolean complete;

  reading_init (&self);
  self.source = way_byte_source_new_for_stream (stream);
  self.handler = way_plan_handler_new (WAY_HANDLER_DEFAULT);
  self.code = WAY_STORE_ERROR_INVALID;

  complete = pass_all (&self, &refusal);
  take_diagnostics (&self);
  if (refusal != NULL)
    add_refusal (&self, refusal, self.line);
  else if (is_newer (&self))
    refuse_newer (&self);
  if (complete && !has_errors (&self))
    return g_object_ref (way_plan_handler_get_plan (self.handler));

  set_error (&self, name, error);

  return NULL;
}
