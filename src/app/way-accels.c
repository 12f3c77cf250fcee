/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the window's actions and their keys, which feeds both the accelerators and the
 * shortcuts window.
 */
#include "config.h"

#include "way-accels.h"

#include "way-outline-shortcuts.h"
#include "way-timeline-shortcuts.h"

#include <glib/gi18n.h>

/* The same shape as the timeline's table, so that both fill the shortcuts window in one way. Each
 * action has one accelerator here; without an action the toolkit handles the key. */
static const WayShortcut accels[] = {
  { "win.new", "<Control>n", N_ ("Plans"), N_ ("New plan") },
  { "win.open", "<Control>o", N_ ("Plans"), N_ ("Open a plan") },
  { "win.save", "<Control>s", N_ ("Plans"), N_ ("Save") },
  { "win.save-as", "<Control><Shift>s", N_ ("Plans"), N_ ("Save under another name") },
  { "win.versions", "<Control><Alt>s", N_ ("Plans"), N_ ("Restore an earlier version") },
  { "win.print", "<Control>p", N_ ("Plans"), N_ ("Print") },
  { "win.print-again", "<Control><Shift>p", N_ ("Plans"), N_ ("Print as the last time") },
  { "app.new-window", "<Control><Shift>n", N_ ("Plans"), N_ ("Start page in a new window") },
  { "window.close", "<Control>w", N_ ("Plans"), N_ ("Close the window") },
  { "app.quit", "<Control>q", N_ ("Plans"), N_ ("Quit") },
  { "win.quick-add", "<Control>k", N_ ("Editing"), N_ ("Add a milestone by a sentence") },
  { "win.undo", "<Control>z", N_ ("Editing"), N_ ("Undo") },
  { "win.redo", "<Control><Shift>z", N_ ("Editing"), N_ ("Redo") },
  { "win.history", "<Control><Alt>z", N_ ("Editing"), N_ ("Undo history") },
  { "win.push-along", "<Alt>p", N_ ("Editing"), N_ ("Push along what is too early now") },
  { "win.find", "<Control>f", N_ ("Finding"), N_ ("Find and filter") },
  { "win.find-next", "<Control>g", N_ ("Finding"), N_ ("Next match") },
  { "win.find-previous", "<Control><Shift>g", N_ ("Finding"), N_ ("Previous match") },
  { "win.select-found", "<Alt>Return", N_ ("Finding"), N_ ("Select all matches") },
  { "win.view::timeline", "<Control>1", N_ ("Window"), N_ ("Timeline") },
  { "win.view::outline", "<Control>2", N_ ("Window"), N_ ("Outline") },
  { "win.inspector", "F9", N_ ("Window"), N_ ("Show or hide the details") },
  { NULL, "Escape", N_ ("Window"), N_ ("Restore the field, then back to the plan") },
  { NULL, "F10", N_ ("Window"), N_ ("Main menu") },
  { "app.preferences", "<Control>comma", N_ ("Window"), N_ ("Preferences") },
  { "app.shortcuts", "<Control>question", N_ ("Window"), N_ ("Keyboard shortcuts") },
};

void
way_accels_install (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (accels); i++)
    {
      const char *keys[] = { accels[i].accelerators, NULL };

      if (accels[i].action != NULL)
        gtk_application_set_accels_for_action (application, accels[i].action, keys);
    }
}

/* How many rows at the beginning of @rows are of one group */
static guint
count_group (const WayShortcut *rows, guint n_rows)
{
  guint count = 1;

  while (count < n_rows && g_str_equal (rows[count].group, rows[0].group))
    count++;

  return count;
}

static void
append_group (GString *ui, const WayShortcut *rows, guint n_rows)
{
  g_autofree char *opening = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsGroup'><property name='title'>%s</property>",
      _ (rows[0].group));

  g_string_append (ui, opening);
  for (guint i = 0; i < n_rows; i++)
    {
      /* The first says it; the others are for keypads and for other keyboards */
      g_auto (GStrv) keys = g_strsplit (rows[i].accelerators, " ", -1);
      g_autofree char *row = NULL;

      if (keys[0] == NULL)
        continue;

      row = g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                                     "<property name='title'>%s</property>"
                                     "<property name='accelerator'>%s</property>"
                                     "</object></child>",
                                     _ (rows[i].label), keys[0]);
      g_string_append (ui, row);
    }
  g_string_append (ui, "</object></child>");
}

static void
append_section (GString *ui, const char *title, const WayShortcut *rows, guint n_rows)
{
  g_autofree char *opening = g_markup_printf_escaped (
      "<child><object class='GtkShortcutsSection'><property name='section-name'>%s</property>"
      "<property name='title'>%s</property><property name='max-height'>20</property>",
      title, _ (title));

  g_string_append (ui, opening);
  for (guint i = 0, n_group; i < n_rows; i += n_group)
    {
      n_group = count_group (rows + i, n_rows - i);
      append_group (ui, rows + i, n_group);
    }
  g_string_append (ui, "</object></child>");
}

/* GTK 4.8 makes it as high as its longest page, however high the screen is */
static void
let_scroll (GtkWindow *window)
{
  g_autoptr (GtkWidget) content = g_object_ref (gtk_window_get_child (window));
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_window_set_child (window, NULL);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), content);
  gtk_window_set_child (window, scrolled);
}

/* GTK 4.8 can fill a shortcuts window by GtkBuilder only, and warns of itself when a section has
 * several pages; so each group of the timeline is a section of its own */
GtkWindow *
way_accels_new_shortcuts (void)
{
  g_autoptr (GString) ui
      = g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                      "<property name='modal'>1</property>");
  g_autoptr (GtkBuilder) builder = NULL;
  GtkWindow *window;
  guint n_rows;
  const WayShortcut *rows = way_timeline_get_shortcuts (&n_rows);

  append_section (ui, N_ ("Plans and windows"), accels, G_N_ELEMENTS (accels));
  for (guint i = 0, n_group; i < n_rows; i += n_group)
    {
      n_group = count_group (rows + i, n_rows - i);
      append_section (ui, rows[i].group, rows + i, n_group);
    }
  rows = way_outline_get_shortcuts (&n_rows);
  append_section (ui, rows[0].group, rows, n_rows);
  g_string_append (ui, "</object></interface>");
  builder = gtk_builder_new_from_string (ui->str, ui->len);
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  let_scroll (window);

  return window;
}

void
way_accels_present_shortcuts (GtkWindow *parent)
{
  GtkWindow *window = way_accels_new_shortcuts ();

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
