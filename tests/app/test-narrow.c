/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How narrow the window can become, and what is still seen to its end, in the language that the
 * environment says.
 */
#include "config.h"

#include "app-fixture.h"

#include "way-accels.h"
#include "way-add-commands.h"
#include "way-change-bar.h"
#include "way-field-edit.h"
#include "way-filter-bar.h"
#include "way-outline-pane-private.h"
#include "way-paths.h"

#include <glib/gi18n.h>

#include <locale.h>

#define NARROW 600 /* pixels, of the program */

#define TEXT_DPI (96 * 1024) /* as GTK counts it */

static int
get_least_width (GtkWidget *widget)
{
  int least;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);

  return least;
}

/* Which widgets ask for so much, for the person who reads why the test failed */
static void
explain (GtkWidget *widget, guint depth)
{
  g_autofree char *indent = g_strnfill (depth, ' ');

  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget)
      || get_least_width (widget) <= NARROW / 3)
    return;

  g_test_message ("%s%s %s %d", indent, G_OBJECT_TYPE_NAME (widget),
                  gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)),
                  get_least_width (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    explain (child, depth + 1);
}

static void
assert_narrow (WayWindow *window)
{
  app_draw (GTK_WIDGET (window));
  if (get_least_width (GTK_WIDGET (window)) > NARROW)
    explain (GTK_WIDGET (window), 0);
  g_assert_cmpint (get_least_width (GTK_WIDGET (window)), <=, NARROW);
}

/* The bar about what others have done to the file */
static void
show_changes (WayWindow *window, WayFileState state)
{
  GtkWidget *bar = app_find (GTK_WIDGET (window), WAY_TYPE_CHANGE_BAR);

  if (bar == NULL)
    {
      bar = way_change_bar_new ();
      adw_bin_set_child (ADW_BIN (gtk_widget_get_template_child (GTK_WIDGET (window),
                                                                 WAY_TYPE_WINDOW, "changes_place")),
                         bar);
    }
  way_change_bar_set_state (WAY_CHANGE_BAR (bar), state, NULL);
}

/* With all that a plan's window can show at once */
static void
try_plan (int width, int font_percent)
{
  g_autoptr (WayDocument) document = app_document_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  WayWindow *window;

  g_object_set (settings, "gtk-xft-dpi", TEXT_DPI * font_percent / 100, NULL);
  window = app_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), width, 600);
  assert_narrow (window);

  way_window_set_document (window, document);
  assert_narrow (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  assert_narrow (window);
  show_changes (window, WAY_FILE_STATE_CHANGED);
  assert_narrow (window);
  show_changes (window, WAY_FILE_STATE_GONE);
  assert_narrow (window);
  g_object_set (window, "inspector-visible", TRUE, NULL);
  assert_narrow (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.select-all", NULL);
  assert_narrow (window);
  g_object_set (window, "view", "outline", NULL);
  assert_narrow (window);

  app_window_close (window);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
test_usual_text (void)
{
  try_plan (NARROW, 100);
}

static void
test_large_text (void)
{
  try_plan (NARROW, 125);
}

static gboolean
add_milestones (WayEditGroup *group, gpointer user_data, GError **error)
{
  for (guint i = 0; i < 102; i++)
    if (!way_milestone_add (group, "Milestone", &app_goal, WAY_DATE_NONE, WAY_DATE_NONE, NULL,
                            error))
      return FALSE;

  return TRUE;
}

/* Whether a label that begins with a digit is seen, and seen to its end */
static gboolean
shows_count (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (GTK_IS_LABEL (widget) && g_ascii_isdigit (gtk_label_get_label (GTK_LABEL (widget))[0]))
    return !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_count (child))
      return TRUE;

  return FALSE;
}

static void
try_count (int font_percent)
{
  g_autoptr (WayDocument) document = app_document_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  WayWindow *window;
  GtkWidget *bar;

  g_object_set (settings, "gtk-xft-dpi", TEXT_DPI * font_percent / 100, NULL);
  window = app_window_new ();
  g_assert_true (way_document_execute (document, "Add", NULL, add_milestones, NULL, NULL));
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 600);
  way_window_set_document (window, document);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find", NULL);
  app_draw (GTK_WIDGET (window));
  bar = app_find (GTK_WIDGET (window), WAY_TYPE_FILTER_BAR);
  gtk_editable_set_text (GTK_EDITABLE (app_find (bar, GTK_TYPE_SEARCH_ENTRY)), "Milestone");
  app_settle ();
  app_draw (GTK_WIDGET (window));
  assert_narrow (window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, NARROW);
  g_assert_true (shows_count (bar));

  app_window_close (window);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

/* What the find bar counts is not cut off */
static void
test_count (void)
{
  try_count (100);
  try_count (125);
}

/* No screen is lower, and what does not fit can be scrolled to, with the keys alone */
static void
test_shortcuts (void)
{
  GtkWindow *window = way_accels_new_shortcuts ();
  GtkWidget *scrolled;
  GtkAdjustment *adjustment;
  int least;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, NARROW);
  g_assert_cmpint (get_least_width (GTK_WIDGET (window)), <=, NARROW);

  gtk_window_set_default_size (window, NARROW, NARROW / 2);
  app_present (window);
  app_draw (GTK_WIDGET (window));
  scrolled = app_find (GTK_WIDGET (window), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_get_focusable (scrolled));
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment));
  gtk_window_destroy (window);
  app_settle ();
}

/* What the outline says of @record in @column has its mark before it and is not cut */
static void
assert_choices_fit (WayOutlinePane *pane, WayDocument *document, const WayId *id,
                    WayOutlineColumn column)
{
  WayRecord *record = way_plan_lookup (way_document_get_plan (document), id);
  WayField field = way_outline_column_get_field (column, record);
  const WayFieldInfo *info = way_schema_get_field (field);

  for (guint i = 0; i < info->n_choices; i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      WayOutlineCell *cell;
      int width;

      record = way_plan_lookup (way_document_get_plan (document), id);
      way_field_apply (document, record, field, info->choices[i].word, NULL);
      app_draw (GTK_WIDGET (pane));
      cell
          = way_outline_list_get_cell (pane, way_outline_model_find (pane->look.model, id), column);
      layout = gtk_widget_create_pango_layout (GTK_WIDGET (cell), way_outline_cell_get_text (cell));
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (column == WAY_OUTLINE_STATUS)
        width += 16 * pane->look.row / 34;
      g_test_message ("%s", way_outline_cell_get_text (cell));
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (cell)), >=, width);
    }
}

static void
try_choices (int font_percent)
{
  g_autoptr (WayDocument) document = app_document_new ();
  GtkSettings *settings = gtk_settings_get_default ();
  WayOutlinePane *pane;
  WayWindow *window;

  g_object_set (settings, "gtk-xft-dpi", TEXT_DPI * font_percent / 100, NULL);
  window = app_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), NARROW, 600);
  way_window_set_document (window, document);
  g_object_set (window, "view", "outline", NULL);
  app_draw (GTK_WIDGET (window));
  pane = WAY_OUTLINE_PANE (app_find (GTK_WIDGET (window), WAY_TYPE_OUTLINE_PANE));
  gtk_column_view_column_set_visible (pane->columns[WAY_OUTLINE_CATEGORY], TRUE);
  assert_choices_fit (pane, document, &app_goal, WAY_OUTLINE_STATUS);
  assert_choices_fit (pane, document, &app_goal, WAY_OUTLINE_CATEGORY);
  assert_choices_fit (pane, document, &app_milestone, WAY_OUTLINE_STATUS);
  assert_choices_fit (pane, document, &app_milestone, WAY_OUTLINE_CATEGORY);

  app_window_close (window);
  gtk_settings_reset_property (settings, "gtk-xft-dpi");
}

static void
test_choices (void)
{
  try_choices (100);
  try_choices (200);
}

/* A wide window that is put on half of a screen is told so at once */
static void
test_from_wide (void)
{
  try_plan (2 * NARROW, 100);
  try_plan (2 * NARROW, 125);
}

int
main (int argc, char *argv[])
{
  g_autofree char *locales = way_paths_get_locale_dir ();

  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  app_init (&argc, &argv);
  /* that the test is in the language it says */
  if (g_strcmp0 (g_getenv ("LANGUAGE"), "de") == 0)
    g_assert_cmpstr (_ ("Timeline"), ==, "Zeitleiste");
  if (g_strcmp0 (g_getenv ("LANGUAGE"), "ar") == 0)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);

  g_test_add_func ("/app/narrow/usual-text", test_usual_text);
  g_test_add_func ("/app/narrow/large-text", test_large_text);
  g_test_add_func ("/app/narrow/count", test_count);
  g_test_add_func ("/app/narrow/shortcuts", test_shortcuts);
  g_test_add_func ("/app/narrow/choices", test_choices);
  g_test_add_func ("/app/narrow/from-wide", test_from_wide);

  return g_test_run ();
}
