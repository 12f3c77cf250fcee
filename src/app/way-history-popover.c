/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row stands for the state after its step; the last one for the state before the first step. The
 * rows are made when the list is opened, and only those in sight have widgets.
 */
#include "config.h"

#include "way-history-popover.h"

#include <glib/gi18n.h>

struct _WayHistoryPopover
{
  GtkPopover parent_instance;

  WayDocument *document; /* nullable */

  GtkListView *list;
  GtkStringList *names;
  GtkSingleSelection *selection;
  GtkWidget *present_row; /* nullable; never used but while the list is being opened */
};

G_DEFINE_FINAL_TYPE (WayHistoryPopover, way_history_popover, GTK_TYPE_POPOVER)

static WayHistory *
get_history (WayHistoryPopover *self)
{
  return way_document_get_history (self->document);
}

/* The row of the plan as it is: above it is what can be done again */
static guint
get_present (WayHistoryPopover *self)
{
  return way_history_get_n_redo (get_history (self));
}

static void
list_names (WayHistoryPopover *self)
{
  WayHistory *history = get_history (self);
  guint n_redo = way_history_get_n_redo (history);
  guint n_undo = way_history_get_n_undo (history);
  g_autofree const char **names = g_new0 (const char *, n_redo + n_undo + 2);

  for (guint i = 0; i < n_redo; i++)
    names[i] = way_history_get_redo_name (history, n_redo - 1 - i);
  for (guint i = 0; i < n_undo; i++)
    names[n_redo + i] = way_history_get_undo_name (history, i);
  names[n_redo + n_undo] = _ ("Before the first change");

  gtk_string_list_splice (self->names, 0, g_list_model_get_n_items (G_LIST_MODEL (self->names)),
                          names);
}

static void
on_row_activated (WayHistoryPopover *self, guint position)
{
  guint present = get_present (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  for (guint i = present; i < position; i++)
    way_document_undo (self->document);
  for (guint i = position; i < present; i++)
    way_document_redo (self->document);
}

static void
on_row_setup (WayHistoryPopover *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *mark = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (GTK_BOX (row), mark);
  gtk_box_append (GTK_BOX (row), label);
  gtk_list_item_set_child (item, row);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean present)
{
  if (present)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* Where the plan is has a mark and strong letters; what was undone is dim */
static void
on_row_bind (WayHistoryPopover *self, GtkListItem *item)
{
  GtkWidget *mark = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *label = gtk_widget_get_next_sibling (mark);
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));
  guint position = gtk_list_item_get_position (item);
  guint present = get_present (self);

  gtk_label_set_text (GTK_LABEL (label), name);
  gtk_widget_set_tooltip_text (label, name);
  gtk_image_set_from_icon_name (GTK_IMAGE (mark),
                                position == present ? "object-select-symbolic" : NULL);
  if (position == present)
    self->present_row = gtk_widget_get_parent (gtk_list_item_get_child (item));
  set_class (label, "heading", position == present);
  set_class (label, "dim-label", position < present);
  /* Translators: of a step in the list of all that was done: where the plan stands, or what was
   * taken back */
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  position == present  ? _ ("now")
                                  : position < present ? _ ("undone")
                                                       : "",
                                  -1);
}

static void
way_history_popover_map (GtkWidget *widget)
{
  WayHistoryPopover *self = WAY_HISTORY_POPOVER (widget);
  guint present = 0;

  self->present_row = NULL;
  if (self->document != NULL)
    {
      list_names (self);
      present = get_present (self);
      gtk_single_selection_set_selected (self->selection, present);
    }

  GTK_WIDGET_CLASS (way_history_popover_parent_class)->map (widget);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", present);
  if (self->present_row != NULL)
    gtk_widget_grab_focus (self->present_row);
}

static void
way_history_popover_dispose (GObject *object)
{
  g_clear_object (&WAY_HISTORY_POPOVER (object)->document);

  G_OBJECT_CLASS (way_history_popover_parent_class)->dispose (object);
}

static void
way_history_popover_class_init (WayHistoryPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_history_popover_dispose;
  widget_class->map = way_history_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-history-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPopover, list);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPopover, names);
  gtk_widget_class_bind_template_child (widget_class, WayHistoryPopover, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
}

static void
way_history_popover_init (WayHistoryPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
way_history_popover_new (void)
{
  return g_object_new (WAY_TYPE_HISTORY_POPOVER, NULL);
}

void
way_history_popover_set_document (WayHistoryPopover *self, WayDocument *document)
{
  g_return_if_fail (WAY_IS_HISTORY_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_set_object (&self->document, document);
}
