/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Random edit scripts over random plans: whatever is done, the plan stays sound, and undo and redo
 * are exact.
 */
#include "edit-fixture.h"

#include "way-check.h"
#include "way-saved-plan.h"

/* A sanitizer makes each allocation dear, and finds in a tenth what it finds in all. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define N_SCRIPTS 200
#endif
#endif
#ifndef N_SCRIPTS
#define N_SCRIPTS 2000
#endif

#define N_COMMANDS 50
#define N_SEEDLINGS 100 /* commands that make the plan that a script begins with */

/* How many handles of each kind there are; few, so that commands meet */
static const struct
{
  char letter;
  int count;
} handles[WAY_N_KINDS] = {
  [WAY_KIND_GOAL] = { 'g', 4 },       [WAY_KIND_MILESTONE] = { 'm', 7 },
  [WAY_KIND_DEPENDENCY] = { 'd', 6 }, [WAY_KIND_PERSON] = { 'p', 3 },
  [WAY_KIND_CREDENTIAL] = { 'c', 3 }, [WAY_KIND_ACTIVITY] = { 'a', 3 },
  [WAY_KIND_REVIEW] = { 'r', 2 },     [WAY_KIND_COMMENT] = { 'k', 4 },
  [WAY_KIND_LINK] = { 'l', 3 },
};

static WayKind
random_kind (void)
{
  static const WayKind kinds[]
      = { WAY_KIND_GOAL,      WAY_KIND_GOAL,       WAY_KIND_MILESTONE, WAY_KIND_MILESTONE,
          WAY_KIND_MILESTONE, WAY_KIND_DEPENDENCY, WAY_KIND_PERSON,    WAY_KIND_CREDENTIAL,
          WAY_KIND_ACTIVITY,  WAY_KIND_REVIEW,     WAY_KIND_COMMENT,   WAY_KIND_LINK };

  return kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))];
}

static void
append_handle (GString *text, WayKind kind)
{
  if (kind == WAY_KIND_ANY)
    kind = random_kind ();

  g_string_append_printf (text, "%c%d", handles[kind].letter,
                          g_test_rand_int_range (0, handles[kind].count));
}

static void
append_date (GString *text)
{
  static const char *const qualifiers[] = { "", "", "", "~", "?", "%" };

  g_string_append_printf (text, "%d", g_test_rand_int_range (2025, 2032));
  if (g_test_rand_bit ())
    g_string_append_printf (text, "-%02d", g_test_rand_int_range (1, 13));
  if (text->str[text->len - 3] == '-' && g_test_rand_bit ())
    g_string_append_printf (text, "-%02d", g_test_rand_int_range (1, 32));
  g_string_append (text, qualifiers[g_test_rand_int_range (0, G_N_ELEMENTS (qualifiers))]);
}

static void
append_text (GString *text)
{
  static const char *const parts[] = { "Pass", "the", "boards", " ",  "\n", "\"", "'", "<",
                                       "&",    "é",   "\t",     "\v", "=",  "#",  "工" };

  for (int i = g_test_rand_int_range (0, 6); i > 0; i--)
    g_string_append (text, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
}

static void
append_value (GString *text, const WayFieldInfo *info)
{
  switch (info->type)
    {
    case WAY_TYPE_TEXT:
    case WAY_TYPE_PROSE:
    case WAY_TYPE_WORD:
      append_text (text);
      break;
    case WAY_TYPE_CHOICE:
      g_string_append (text, info->choices[g_test_rand_int_range (0, info->n_choices)].word);
      break;
    case WAY_TYPE_DATE:
      append_date (text);
      break;
    case WAY_TYPE_INSTANT:
      way_instant_format (g_test_rand_int (), text);
      break;
    case WAY_TYPE_INTEGER:
    case WAY_TYPE_DECIMAL:
      g_string_append_printf (text, "%d", g_test_rand_int_range (info->lowest, info->highest + 2));
      break;
    case WAY_TYPE_FLAG:
      g_string_append (text, g_test_rand_bit () ? "true" : "false");
      break;
    case WAY_TYPE_REFS:
      append_handle (text, info->target);
      g_string_append_c (text, ' ');
      append_handle (text, info->target);
      break;
    case WAY_TYPE_REF:
      append_handle (text, info->target);
      break;
    case WAY_TYPE_COUNTS:
      append_handle (text, info->target);
      g_string_append (text, " Ethics;");
      append_handle (text, info->target);
      break;
    default:
      g_assert_not_reached ();
    }
}

static const WayFieldInfo *
random_field (WayKind kind)
{
  const WayKindInfo *info = way_schema_get_kind (kind);

  return &info->fields[g_test_rand_int_range (0, info->n_fields)];
}

static void
append_field (GString *line, const WayFieldInfo *info)
{
  g_autoptr (GString) value = g_string_new (NULL);
  g_autofree char *quoted = NULL;

  append_value (value, info);
  quoted = g_shell_quote (value->str);
  g_string_append_printf (line, " %s=%s", info->xml_name, quoted);
}

static void
append_fields (GString *line, WayKind kind)
{
  for (int i = g_test_rand_int_range (1, 4); i > 0; i--)
    append_field (line, random_field (kind));
}

static void
append_shift (GString *line)
{
  static const char units[] = "ddwmy";

  g_string_append_printf (line, " by=%d%c", g_test_rand_int_range (-40, 41),
                          units[g_test_rand_int_range (0, 5)]);
}

static void
append_add (GString *line)
{
  WayKind kind = random_kind ();
  const WayKindInfo *info = way_schema_get_kind (kind);

  if (kind == WAY_KIND_DEPENDENCY)
    g_string_append (line, "link id=");
  else
    g_string_append_printf (line, "add-%s id=", info->xml_name);
  append_handle (line, kind);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].needed)
      append_field (line, &info->fields[i]);
  append_fields (line, kind);
}

static void
append_set (GString *line)
{
  WayKind kind = random_kind ();

  g_string_append_printf (line, "set %s ", way_schema_get_kind (kind)->xml_name);
  append_handle (line, kind);
  append_fields (line, kind);
}

static void
append_clear (GString *line)
{
  WayKind kind = random_kind ();

  g_string_append_printf (line, "clear %s ", way_schema_get_kind (kind)->xml_name);
  append_handle (line, kind);
  g_string_append_printf (line, " %s", random_field (kind)->xml_name);
}

static void
append_remove (GString *line)
{
  WayKind kind = random_kind ();

  g_string_append_printf (line, "remove %s ", way_schema_get_kind (kind)->xml_name);
  append_handle (line, kind);
}

/* A goal or milestone, after the name of a command */
static WayKind
append_subject (GString *line, const char *command)
{
  WayKind kind = g_test_rand_int_range (0, 3) == 0 ? WAY_KIND_GOAL : WAY_KIND_MILESTONE;

  g_string_append_printf (line, "%s %s ", command, way_schema_get_kind (kind)->xml_name);
  append_handle (line, kind);

  return kind;
}

static void
append_move (GString *line)
{
  append_subject (line, "move");
  append_shift (line);
}

static void
append_resize (GString *line)
{
  g_string_append (line, "resize milestone ");
  append_handle (line, WAY_KIND_MILESTONE);
  g_string_append (line, g_test_rand_bit () ? " edge=start" : " edge=end");
  append_shift (line);
}

static void
append_reparent (GString *line)
{
  append_subject (line, "reparent");
  g_string_append (line, " to=");
  if (g_test_rand_int_range (0, 4) > 0)
    append_handle (line, WAY_KIND_GOAL);
}

static void
append_reorder (GString *line)
{
  WayKind kind = append_subject (line, "reorder");

  if (g_test_rand_int_range (0, 4) == 0)
    return;

  g_string_append (line, " before=");
  append_handle (line, kind);
}

static void
append_done (GString *line)
{
  append_subject (line, "done");
}

static void
append_unlink (GString *line)
{
  g_string_append (line, "unlink from=");
  append_handle (line, WAY_KIND_MILESTONE);
  g_string_append (line, " to=");
  append_handle (line, WAY_KIND_MILESTONE);
}

static void
append_steps (GString *line)
{
  append_add (line);
  g_string_append_c (line, '\n');
  append_set (line);
  g_string_append (line, "\nundo\nundo\nredo");
}

static char *
random_command (void)
{
  static void (*const makers[]) (GString * line) = {
    append_add,    append_add,  append_add,   append_add,    append_add,      append_add,
    append_add,    append_add,  append_set,   append_set,    append_set,      append_set,
    append_clear,  append_move, append_move,  append_resize, append_reparent, append_reorder,
    append_remove, append_done, append_steps, append_unlink,
  };
  GString *line = g_string_new (NULL);

  makers[g_test_rand_int_range (0, G_N_ELEMENTS (makers))](line);

  return g_string_free (line, FALSE);
}

static void
assert_sound (WayPlan *plan, const char *command)
{
  g_autoptr (GPtrArray) problems = way_plan_check (plan);

  if (problems->len > 0)
    {
      WayProblem *problem = problems->pdata[0];

      g_error ("after “%s”: %s", command, problem->text);
    }
}

/* Runs one command as a step; it may be refused, but then nothing has happened. */
static void
try_command (EditFixture *fixture, const char *command, guint *n_refused)
{
  guint64 serial = way_history_get_serial (fixture->history);
  g_autoptr (GError) error = NULL;

  if (!edit_fixture_try (fixture, command, &error))
    {
      (*n_refused)++;
      g_assert_cmpuint (error->domain, ==, WAY_EDIT_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "Line "));
      g_assert_cmpuint (way_history_get_serial (fixture->history), ==, serial);
    }

  assert_sound (fixture->plan, command);
}

static guint
check_script (void)
{
  g_auto (EditFixture) fixture = { 0 };
  g_autofree char *first = NULL, *last = NULL, *undone = NULL, *redone = NULL;
  guint n_refused = 0, n_steps = 0;

  edit_fixture_init (&fixture, "");
  for (guint i = 0; i < N_SEEDLINGS; i++)
    {
      g_autofree char *command = random_command ();

      edit_fixture_try (&fixture, command, NULL);
    }

  g_clear_object (&fixture.history);
  fixture.history = way_history_new (fixture.plan);
  first = way_saved_text (fixture.plan);
  for (guint i = 0; i < N_COMMANDS; i++)
    {
      g_autofree char *command = random_command ();

      try_command (&fixture, command, &n_refused);
    }
  last = way_saved_text (fixture.plan);

  while (way_history_undo (fixture.history))
    n_steps++;
  undone = way_saved_text (fixture.plan);
  g_assert_cmpstr (undone, ==, first);
  g_assert_true (way_history_is_saved (fixture.history));

  while (way_history_redo (fixture.history))
    n_steps--;
  redone = way_saved_text (fixture.plan);
  g_assert_cmpstr (redone, ==, last);
  g_assert_cmpuint (n_steps, ==, 0);

  return n_refused;
}

static void
test_undo_all_redo_all (void)
{
  guint n_refused = 0;

  for (guint i = 0; i < N_SCRIPTS; i++)
    n_refused += check_script ();

  /* Were most commands refused, the test would show little. */
  g_test_message ("%u of %u commands refused", n_refused, N_SCRIPTS * N_COMMANDS);
  g_assert_cmpuint (n_refused, <, N_SCRIPTS * N_COMMANDS * 2 / 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/property/undo-all-redo-all", test_undo_all_redo_all);

  return g_test_run ();
}
