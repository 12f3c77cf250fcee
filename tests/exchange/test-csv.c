/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "way-format.h"

#include "way-history.h"
#include "way-script.h"

/* The CSV of all milestones that @script makes */
static char *
write_csv (const char *script)
{
  WayId id;
  g_autoptr (WayPlan) plan = NULL;
  g_autoptr (WayHistory) history = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  WayRecord *const *milestones;
  guint count;

  g_assert_true (way_id_parse ("00000000-0000-4000-8000-000000000001", 36, &id));
  plan = way_plan_new (&id);
  history = way_history_new (plan);
  way_script_run (way_history_begin (history, "script", NULL), script, -1, &error);
  g_assert_no_error (error);
  way_history_commit (history);

  milestones = way_plan_get_records (plan, WAY_KIND_MILESTONE, &count);
  way_formats_find ("csv")->write (plan, milestones, count, text);

  return g_string_free (text, FALSE);
}

static void
test_golden (void)
{
  g_autofree char *text
      = write_csv ("add-goal id=g title='A, \"quoted\" goal'\nadd-person id=p name=Ann\n"
                   "add-person id=q name='Ben, RN'\nadd-credential id=c name=CCRN\n"
                   "add-milestone id=11111111-1111-4111-8111-111111111111 goal=g title=Exam "
                   "start=2027-06~ end=2027-08 category=certification progress=40 effort=12.5 "
                   "people='p q' credential=c notes='two\nlines' private-notes=secret\n"
                   "add-milestone id=22222222-2222-4222-8222-222222222222 title=Bare");

  g_assert_cmpstr (
      text, ==,
      "goal,category,status,start,end,progress,effort,cost,people,credential,foreign,title,"
      "location,notes,id\r\n"
      "\"A, \"\"quoted\"\" "
      "goal\",\"certification\",\"planned\",\"2027-06~\",\"2027-08\",\"40\",\"12.5\","
      "\"\",\"Ann; Ben, RN\",\"CCRN\",\"\",\"Exam\",\"\",\"two\nlines\","
      "11111111-1111-4111-8111-111111111111\r\n"
      "\"\",\"step\",\"planned\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"Bare\",\"\",\"\","
      "22222222-2222-4222-8222-222222222222\r\n");
}

static void
test_formulas_are_disarmed (void)
{
  static const char *const formulas[] = { "=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"x\")" };

  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    {
      g_autofree char *quoted = g_shell_quote (formulas[i]);
      g_autofree char *script = g_strdup_printf ("add-milestone title=%s", quoted);
      g_autofree char *cell = g_strdup_printf (",\"'%c", formulas[i][0]);
      g_autofree char *text = write_csv (script);

      g_assert_nonnull (strstr (text, cell));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv/golden", test_golden);
  g_test_add_func ("/exchange/csv/formulas-are-disarmed", test_formulas_are_disarmed);

  return g_test_run ();
}
