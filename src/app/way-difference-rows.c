/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What differs between two states of a plan, as rows of a list.
 */
#include "config.h"

#include "way-difference-rows.h"

#include <glib/gi18n.h>

#define MAX_ROWS 100   /* nobody reads more of them */
#define MAX_LINES 3    /* of a value */
#define COMMON_TEXT 24 /* characters before what differs in two long texts */

static GtkWidget *
make_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), MAX_LINES);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

/* How many bytes at the beginning of both may be left out so that what differs is in sight */
static gsize
find_skipped (const char *a, const char *b)
{
  const char *start = a, *shown = a;
  glong n_common = 0;

  for (const char *c = a; *c != '\0' && g_utf8_get_char (c) == g_utf8_get_char (b + (c - a));
       c = g_utf8_next_char (c))
    if (++n_common > COMMON_TEXT)
      shown = g_utf8_next_char (shown);

  /* Whole words */
  while (shown > start && !g_ascii_isspace (shown[-1]))
    shown--;

  return (gsize)(shown - start);
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* callers' translated literals */
static GtkWidget *
make_value (const char *form, const char *value, gsize n_skipped)
{
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;

  if (value == NULL)
    /* Translators: in the place of a value that a field does not have */
    shown = g_strdup (C_ ("value", "nothing"));
  else
    shown = g_strconcat (n_skipped > 0 ? "…" : "", value + n_skipped, NULL);
  text = g_strdup_printf (form, shown);

  return make_label (text, NULL);
}
#pragma GCC diagnostic pop

static void
add_field (GtkBox *box, WayComparison *comparison, guint index, guint field, const char *before,
           const char *after)
{
  g_auto (WayFieldWords) words = way_comparison_describe_field (comparison, index, field);
  GtkWidget *label = make_label (words.label, "caption-heading");
  gsize n_skipped;

  gtk_widget_set_margin_top (label, 6);
  gtk_box_append (box, label);
  if (!words.has_values)
    return;

  n_skipped
      = words.before != NULL && words.after != NULL ? find_skipped (words.before, words.after) : 0;
  gtk_box_append (box, make_value (before, words.before, n_skipped));
  gtk_box_append (box, make_value (after, words.after, n_skipped));
}

static GtkWidget *
make_row (GtkWidget *child)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_widget_set_margin_start (child, 12);
  gtk_widget_set_margin_end (child, 12);
  gtk_widget_set_margin_top (child, 8);
  gtk_widget_set_margin_bottom (child, 8);

  return row;
}

static GtkWidget *
make_record (WayComparison *comparison, guint index, const char *before, const char *after)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *title = way_comparison_dup_title (comparison, index);
  g_autofree char *fate = way_comparison_dup_fate (comparison, index);
  g_autofree char *name = g_strdup_printf ("%s. %s", title, fate);
  GtkWidget *row = make_row (box);

  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (fate, "dim-label"));
  for (guint i = 0; i < way_comparison_get_n_fields (comparison, index); i++)
    add_field (GTK_BOX (box), comparison, index, i, before, after);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return row;
}

GPtrArray *
way_difference_rows_new (WayComparison *comparison, const char *before, const char *after)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint n_records = way_comparison_get_n_records (comparison);
  guint n_shown = MIN (n_records, MAX_ROWS);

  for (guint i = 0; i < n_shown; i++)
    g_ptr_array_add (rows, make_record (comparison, i, before, after));

  if (n_records > n_shown)
    {
      guint n_more = n_records - n_shown;
      g_autofree char *words
          = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      g_ptr_array_add (rows, make_row (make_label (words, "dim-label")));
    }

  return rows;
}
