/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reads the pieces of a damaged plan many at a time, and where that fails in halves, down to the
 * one that is damaged.
 */
#include "config.h"

#include "way-salvage.h"

#include "way-byte-source.h"
#include "way-plan-format.h"
#include "way-plan-handler.h"
#include "way-plan-reader.h"
#include "way-plan-writer.h"
#include "way-record-builder.h"
#include "way-salvage-pieces.h"
#include "way-salvage-repair.h"
#include "way-xml-guard.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define CHUNK 1024        /* so much is lost where a packed file cannot be unpacked any further */
#define FIRST_RANGE 4096  /* pieces that are read at once at first */
#define MAX_DAMAGED 20000 /* beyond that it is no plan that was damaged */

#define HEAD "<plan xmlns=\"" WAY_PLAN_NAMESPACE "\" format=\"" WAY_PLAN_FORMAT "\" id=\"%s\"%s>"
#define TAIL "</plan>"
#define MAX_START_TAG 65536 /* bytes of the plan's own, in which prefixes are looked for */

#define LOOK                                                                                       \
  N_ ("Look at this line of the file in a text editor, and enter by hand what is missing.")

typedef struct
{
  const char *bytes;
  gsize length;
  WayPieces pieces;
  GCancellable *cancellable;
  WayPlan *plan;
  char *head;         /* what pieces are read after */
  GString *unknown;   /* what the plan holds besides its records, and this program does not know */
  GPtrArray *missing; /* of WayDiagnostic */
  guint n_missing;    /* of which the list has only the first */
  guint n_kept;
  guint n_damaged;
} Salvage;

static void
salvage_clear (Salvage *self)
{
  way_pieces_clear (&self->pieces);
  g_clear_object (&self->plan);
  g_free (self->head);
  if (self->unknown != NULL)
    g_string_free (self->unknown, TRUE);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Salvage, salvage_clear)

/* Takes @called and @text */
static void
add_missing (Salvage *self, guint line, WayKind kind, const WayId *id, char *called, char *text,
             const char *remedy)
{
  WayDiagnostic *diagnostic = g_new0 (WayDiagnostic, 1);

  diagnostic->severity = WAY_DIAGNOSTIC_WARNING;
  diagnostic->line = line;
  diagnostic->kind = kind;
  if (id != NULL)
    diagnostic->id = *id;
  diagnostic->called = called;
  diagnostic->text = text;
  diagnostic->remedy = g_strdup (remedy);

  self->n_missing++;
  if (self->missing->len < WAY_MAX_DIAGNOSTICS - 1)
    g_ptr_array_add (self->missing, diagnostic);
  else
    way_diagnostic_free (diagnostic);
}

/* The parser's input: a head of ours, bytes of the file, a tail of ours */
typedef struct
{
  struct
  {
    const char *at;
    gsize left;
  } parts[3];
  guint part;
} Input;

static gssize
pass_bytes (gpointer user_data, char *buffer, gsize size)
{
  Input *input = user_data;
  gsize length;

  while (input->part < G_N_ELEMENTS (input->parts) && input->parts[input->part].left == 0)
    input->part++;
  if (input->part == G_N_ELEMENTS (input->parts))
    return 0;

  length = MIN (size, input->parts[input->part].left);
  memcpy (buffer, input->parts[input->part].at, length);
  input->parts[input->part].at += length;
  input->parts[input->part].left -= length;

  return (gssize)length;
}

static gboolean
has_error (GPtrArray *diagnostics, char **reason)
{
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const WayDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      if (diagnostic->severity != WAY_DIAGNOSTIC_ERROR)
        continue;
      *reason = g_strdup (diagnostic->text);
      return TRUE;
    }

  return FALSE;
}

/* The parser's own words would be about the head and the tail, too */
static const char *
describe_refusal (const GError *refusal)
{
  if (refusal == NULL || refusal->code == WAY_REFUSAL_SYNTAX
      || refusal->code == WAY_REFUSAL_CUT_SHORT)
    return _ ("it is damaged");

  return refusal->message;
}

/* Parses part of the file as a plan of its own. NULL when anything in it is wrong; the first such
 * thing is @reason then. */
static WayPlan *
parse (Salvage *self, const char *head, gsize start, gsize end, const char *tail, char **reason)
{
  Input input = { .parts = { { head, strlen (head) },
                             { self->bytes + start, end - start },
                             { tail, strlen (tail) } } };
  g_autoptr (WayPlanHandler) handler = way_plan_handler_new (WAY_HANDLER_DEFAULT);
  g_autoptr (GPtrArray) diagnostics = NULL;
  g_autoptr (GError) refusal = NULL;
  WayXmlGuard guard = { 0 };
  gsize safe;
  gboolean complete;

  complete = way_xml_guard_scan (&guard, self->bytes + start, end - start, &safe, &refusal)
             && way_plan_handler_read (handler, pass_bytes, &input, &refusal);
  diagnostics = way_plan_handler_steal_diagnostics (handler);
  if (has_error (diagnostics, reason))
    return NULL;
  if (complete)
    return g_object_ref (way_plan_handler_get_plan (handler));

  *reason = g_strdup (describe_refusal (refusal));

  return NULL;
}

static WayPlan *
parse_pieces (Salvage *self, gsize start, gsize end, char **reason)
{
  return parse (self, self->head, start, end, TAIL, reason);
}

static void
keep_record (Salvage *self, WayRecord *record, guint line)
{
  if (way_plan_add_loaded (self->plan, way_record_ref (record)))
    {
      self->n_kept++;
      return;
    }

  add_missing (self, line, way_record_get_kind (record), way_record_get_id (record),
               g_strdup (way_record_get_called (record)),
               g_strdup (_ ("another record has its id already")),
               _ ("Compare the two in a text editor, and enter by hand what is missing."));
}

static const char *
get_unknown (WayPlan *plan)
{
  return way_record_get_text (way_plan_get_root (plan), WAY_FIELD_UNKNOWN_CONTENT (WAY_KIND_PLAN));
}

static void
keep_records (Salvage *self, WayPlan *part, guint line)
{
  const char *unknown = get_unknown (part);

  if (unknown != NULL)
    g_string_append (self->unknown, unknown);
  for (guint kind = WAY_KIND_PLAN + 1; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (part, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        keep_record (self, records[i], line);
    }
}

static WayPiece *
get_piece (Salvage *self, guint index)
{
  return &g_array_index (self->pieces.pieces, WayPiece, index);
}

/* What comes after a record and is none itself, as one whose start tag is damaged */
static void
keep_rest (Salvage *self, const WayPiece *piece, gsize from)
{
  g_autofree char *reason = NULL;
  g_autoptr (WayPlan) part = NULL;
  guint line = piece->line;
  gsize at = from;

  while (at < piece->end && g_ascii_isspace (self->bytes[at]))
    at++;
  if (at == piece->end)
    return;

  while (at-- > piece->start)
    line += self->bytes[at] == '\n';
  part = parse_pieces (self, from, piece->end, &reason);
  if (part != NULL && get_unknown (part) != NULL)
    keep_records (self, part, line);
  else
    add_missing (self, line, WAY_N_KINDS, NULL, NULL,
                 g_strdup (_ ("what stands here is no record")), _ (LOOK));
}

/* The record by itself, without what follows it; else it is missing */
static void
keep_one (Salvage *self, const WayPiece *piece)
{
  gsize end = way_piece_find_end (piece, self->bytes);
  g_autofree char *reason = NULL;
  g_autoptr (WayPlan) part = parse_pieces (self, piece->start, end, &reason);

  self->n_damaged++;
  if (part != NULL)
    {
      keep_records (self, part, piece->line);
      keep_rest (self, piece, end);
      return;
    }

  add_missing (self, piece->line, piece->kind, NULL, way_piece_guess_called (piece, self->bytes),
               g_steal_pointer (&reason), _ (LOOK));
}

static gboolean
may_go_on (Salvage *self)
{
  return self->n_damaged < MAX_DAMAGED && !g_cancellable_is_cancelled (self->cancellable);
}

static void
keep_range (Salvage *self, guint first, guint count)
{
  g_autofree char *reason = NULL;
  g_autoptr (WayPlan) part = NULL;

  if (!may_go_on (self))
    return;

  part = parse_pieces (self, get_piece (self, first)->start,
                       get_piece (self, first + count - 1)->end, &reason);
  if (part != NULL)
    {
      keep_records (self, part, get_piece (self, first)->line);
      return;
    }
  if (count == 1)
    {
      keep_one (self, get_piece (self, first));
      return;
    }

  keep_range (self, first, count / 2);
  keep_range (self, first + count / 2, count - count / 2);
}

/* The plan's own record: all before the first of the others, or only its id and a new title */
static void
keep_root (Salvage *self)
{
  g_autofree char *reason = NULL;
  g_autoptr (WayPlan) part = NULL;

  if (self->pieces.root < self->pieces.root_end)
    part = parse (self, "", self->pieces.root, self->pieces.root_end, TAIL, &reason);
  if (part != NULL)
    {
      const char *unknown = get_unknown (part);

      self->plan = g_object_ref (part);
      g_string_append (self->unknown, unknown != NULL ? unknown : "");
      return;
    }

  self->plan = way_plan_new (NULL);
  add_missing (self, 1, WAY_KIND_PLAN, NULL, NULL,
               reason != NULL ? g_steal_pointer (&reason)
                              : g_strdup (_ ("its beginning is not there")),
               _ ("Give the plan its title again."));
}

static void
give_unknown_back (Salvage *self)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  way_record_builder_start_from (builder, way_plan_get_root (self->plan));
  way_record_builder_set_text (builder, WAY_FIELD_UNKNOWN_CONTENT (WAY_KIND_PLAN),
                               self->unknown->str, (gssize)self->unknown->len);
  way_plan_add_loaded (self->plan, way_record_builder_end (builder));
}

/* What was unknown in its piece, such as a second title, may be a field of the whole plan: it is
 * what will be read once it has been saved */
static void
settle_root (Salvage *self)
{
  g_autoptr (WayPlan) alone = way_plan_new (way_plan_get_id (self->plan));
  g_autoptr (WaySnapshot) snapshot = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WayPlan) again = NULL;

  way_plan_add_loaded (alone, way_record_ref (way_plan_get_root (self->plan)));
  snapshot = way_snapshot_new (alone);
  bytes = way_plan_write_bytes (snapshot, NULL);
  if (bytes != NULL)
    again = way_plan_read_bytes (bytes, "", NULL, NULL);
  if (again != NULL)
    way_plan_add_loaded (self->plan, way_record_ref (way_plan_get_root (again)));
}

static void
on_repaired (const WayRecord *record, WayField field, const char *reason, gpointer user_data)
{
  Salvage *self = user_data;
  g_autofree char *text = g_strdup (reason);

  if (field == WAY_FIELD_NONE)
    self->n_kept--;
  add_missing (self, 0, way_record_get_kind (record), way_record_get_id (record),
               g_strdup (way_record_get_called (record)), g_steal_pointer (&text),
               field == WAY_FIELD_NONE ? _ ("It was left out. Enter it again where it belongs.")
                                       : _ ("That value was left out. Enter it again."));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const WayDiagnostic *left = *(WayDiagnostic *const *)a;
  const WayDiagnostic *right = *(WayDiagnostic *const *)b;

  /* What has no line comes of the others, and after them */
  return (left->line - 1 > right->line - 1) - (left->line - 1 < right->line - 1);
}

static void
end_list (Salvage *self)
{
  WayDiagnostic *rest;

  g_ptr_array_sort (self->missing, compare_lines);
  if (self->n_missing <= self->missing->len)
    return;

  rest = g_new0 (WayDiagnostic, 1);
  rest->severity = WAY_DIAGNOSTIC_WARNING;
  rest->kind = WAY_N_KINDS;
  rest->text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more thing is missing",
                                             "%u more things are missing",
                                             self->n_missing - self->missing->len),
                                self->n_missing - self->missing->len);
  rest->remedy = g_strdup (_ ("Compare with an earlier copy of the file."));
  g_ptr_array_add (self->missing, rest);
}

static char *
make_head (Salvage *self, const char *declarations)
{
  char id[WAY_ID_BUFFER_SIZE];

  return g_strdup_printf (HEAD, way_id_format (way_plan_get_id (self->plan), id), declarations);
}

/* The prefixes that the plan's start tag declares for all that is in it; a few at the most */
static char *
find_declarations (Salvage *self)
{
  const char *start = self->bytes + self->pieces.root;
  const char *end = memchr (start, '>', self->pieces.root_end - self->pieces.root);
  g_autoptr (GRegex) regex
      = g_regex_new ("\\sxmlns:[a-z_][a-z0-9_.-]*\\s*=\\s*(\"[^\"<]*\"|'[^'<]*')",
                     G_REGEX_CASELESS | G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *found = g_string_new (NULL);

  if (end == NULL || end - start > MAX_START_TAG)
    return g_string_free (found, FALSE);

  g_regex_match_full (regex, start, end - start, 0, 0, &match, NULL);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *declaration = g_match_info_fetch (match, 0);

      g_string_append (found, declaration);
    }

  return g_string_free (found, FALSE);
}

/* Declarations that are damaged themselves would make all else unreadable */
static void
choose_head (Salvage *self)
{
  g_autofree char *declarations = find_declarations (self);
  g_autofree char *reason = NULL;
  g_autoptr (WayPlan) part = NULL;

  self->head = make_head (self, declarations);
  part = parse_pieces (self, 0, 0, &reason);
  if (part != NULL)
    return;

  g_free (self->head);
  self->head = make_head (self, "");
}

static gboolean
fail_empty (const char *name, GError **error)
{
  g_set_error (
      error, WAY_STORE_ERROR, WAY_STORE_ERROR_SYNTAX,
      _ ("%s: there is no intact record in it. Open a backup copy, or have it sent again."), name);

  return FALSE;
}

static gboolean
salvage (Salvage *self, const char *name, GError **error)
{
  guint n_pieces;

  way_pieces_find (&self->pieces, self->bytes, self->length);
  n_pieces = self->pieces.pieces->len;
  if (n_pieces > WAY_PLAN_MAX_RECORDS)
    return fail_empty (name, error);

  keep_root (self);
  choose_head (self);
  for (guint first = 0; first < n_pieces; first += FIRST_RANGE)
    keep_range (self, first, MIN (FIRST_RANGE, n_pieces - first));

  give_unknown_back (self);
  if (self->unknown->len > 0)
    settle_root (self);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (!self->pieces.is_whole)
    add_missing (self, 0, WAY_N_KINDS, NULL, NULL, g_strdup (_ ("the file ends in the middle")),
                 _ ("What came after that is not in it; compare with an earlier copy."));
  if (self->n_kept == 0 || self->n_damaged >= MAX_DAMAGED
      || !way_plan_repair (self->plan, on_repaired, self) || self->n_kept == 0)
    return fail_empty (name, error);
  end_list (self);

  return TRUE;
}

WayPlan *
way_plan_salvage_bytes (GBytes *bytes, const char *name, GPtrArray **missing,
                        GCancellable *cancellable, GError **error)
{
  g_auto (Salvage) self = { .cancellable = cancellable };

  g_return_val_if_fail (missing != NULL, NULL);

  self.unknown = g_string_new (NULL);
  self.missing = g_ptr_array_new_with_free_func ((GDestroyNotify)way_diagnostic_free);
  self.bytes = g_bytes_get_data (bytes, &self.length);
  if (self.bytes == NULL)
    {
      fail_empty (name, error);
      return NULL;
    }
  if (!salvage (&self, name, error))
    return NULL;

  *missing = g_steal_pointer (&self.missing);

  return g_steal_pointer (&self.plan);
}

/* Takes @source; where it cannot be read on, what was read counts */
static WayPlan *
salvage_source (WayByteSource *source, const char *name, GPtrArray **missing,
                GCancellable *cancellable, GError **error)
{
  g_autoptr (WayByteSource) owned = source;
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  g_autoptr (GBytes) bytes = NULL;
  gssize length = 0;

  while (source != NULL
         && (length = way_byte_source_read (source, chunk, CHUNK, cancellable, NULL)) > 0)
    g_byte_array_append (all, chunk, (guint)length);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));

  return way_plan_salvage_bytes (bytes, name, missing, cancellable, error);
}

WayPlan *
way_plan_salvage_file (GFile *file, GPtrArray **missing, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  return salvage_source (way_byte_source_new_for_file (file, cancellable, NULL), name, missing,
                         cancellable, error);
}

WayPlan *
way_plan_salvage_fd (int fd, const char *name, GPtrArray **missing, GError **error)
{
  return salvage_source (way_byte_source_new_for_fd (fd, NULL), name, missing, NULL, error);
}
