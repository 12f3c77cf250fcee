/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Titles in scripts of all kinds in PDFs, read back.
 */
#include "read-back.h"
#include "sample-plan.h"
#include "sheet-plan.h"

#include <locale.h>
#include <pango/pangocairo.h>

static const struct
{
  const char *path;
  const char *title;
} scripts[] = {
  { "german", "Prüfung für Größeres" },
  { "arabic", "امتحان البورد" },
  { "hebrew", "בחינת התמחות" },
  { "chinese", "执业护士资格考试" },
};

/* Without a font for it there are boxes with numbers, which are no text to be read back */
static gboolean
has_font (const char *text)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  int n_unknown;

  pango_layout_set_text (layout, text, -1);
  n_unknown = pango_layout_get_unknown_glyphs_count (layout);
  g_object_unref (layout);
  g_object_unref (context);

  return n_unknown == 0;
}

static WayPlan *
plan_new (const char *title)
{
  WayPlan *plan = way_plan_new (NULL);

  ADD (plan, WAY_KIND_GOAL, "goal", { WAY_GOAL_TITLE, title }, { WAY_GOAL_DUE, "2028-05-31" });
  ADD (plan, WAY_KIND_CREDENTIAL, "licence", { WAY_CREDENTIAL_NAME, title },
       { WAY_CREDENTIAL_EXPIRES, "2028-06-30" });
  ADD (plan, WAY_KIND_MILESTONE, "step", { WAY_MILESTONE_TITLE, title },
       { WAY_MILESTONE_GOAL, "goal" }, { WAY_MILESTONE_START, "2027-01-01" },
       { WAY_MILESTONE_END, "2028-03-31" });

  return plan;
}

static GBytes *
render_kind (const char *title, WayPrintKind kind)
{
  g_autoptr (WayPlan) plan = plan_new (title);
  WayPrintOptions options = way_print_options_new ();

  options.kind = kind;
  options.setup.today = way_day_from_ymd (2026, 11, 22);

  return render (plan, &options);
}

/* A line a font: name, type, encoding, then embedded, subset, unicode, and two numbers */
static void
assert_fonts_are_embedded (const char *fonts)
{
  g_auto (GStrv) lines = g_strsplit (fonts, "\n", -1);
  guint n_fonts = 0;

  for (guint i = 2; lines[0] != NULL && lines[1] != NULL && lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0')
        continue;
      if (!g_regex_match_simple (" yes (yes|no) +yes +[0-9]+ +[0-9]+$", lines[i], 0, 0))
        g_error ("a font is not embedded, or its letters mean nothing:\n%s", fonts);
      n_fonts++;
    }
  g_assert_cmpuint (n_fonts, >, 0);
}

/* Marks of direction are pdftotext's, and joined letters are the same letters */
static char *
get_plain (const char *text)
{
  g_autofree char *letters = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *plain = g_string_new (NULL);

  for (const char *c = letters; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_type (g_utf8_get_char (c)) != G_UNICODE_FORMAT)
      g_string_append_unichar (plain, g_utf8_get_char (c));

  return g_string_free (plain, FALSE);
}

static void
test_title_is_read_back (gconstpointer data)
{
  const char *title = data;

  if (!has_font (title))
    {
      g_test_skip ("no font here has these letters, and Debian's smallest one that does is large");
      return;
    }

  for (WayPrintKind kind = 0; kind < WAY_N_PRINT_KINDS; kind++)
    {
      g_autoptr (GBytes) pdf = render_kind (title, kind);
      g_autofree char *fonts = ask ("pdffonts", NULL, pdf);
      g_autofree char *text = ask ("pdftotext", "-layout", pdf);
      g_autofree char *plain = get_plain (text);
      g_autofree char *wanted = get_plain (title);

      assert_fonts_are_embedded (fonts);
      if (strstr (plain, wanted) == NULL)
        g_error ("no “%s” in a PDF of kind %u:\n%s", wanted, kind, plain);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/print/scripts/%s", scripts[i].path);

      g_test_add_data_func (path, scripts[i].title, test_title_is_read_back);
    }

  return g_test_run ();
}
