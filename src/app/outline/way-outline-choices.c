/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What opens below a cell that one does not type into: the words of a status or a category, or the
 * field as the details have it for people and a credential. Tab goes on to the next cell.
 */
#include "config.h"

#include "way-field-edit.h"
#include "way-field-row.h"
#include "way-outline-pane-private.h"

#include <glib/gi18n.h>

/* A word of the list was chosen */
typedef struct
{
  WayOutlinePane *pane;
  WayId id;
  WayField field;
} Choosing;

static void
on_chosen (GSimpleAction *action, GVariant *word, Choosing *choosing)
{
  WayOutlinePane *self = choosing->pane;
  WayRecord *record = way_plan_lookup (way_document_get_plan (self->document), &choosing->id);
  g_autoptr (WayRecord) held = NULL;
  g_autoptr (GError) error = NULL;

  if (record == NULL)
    return;
  held = way_record_ref (record);
  if (!way_field_apply (self->document, held, choosing->field, g_variant_get_string (word, NULL),
                        &error))
    way_outline_pane_toast (self, error->message, FALSE);
  else
    way_history_break (way_document_get_history (self->document));
}

static void
free_choosing (gpointer data, GClosure *closure)
{
  g_free (data);
}

static gboolean
drop_choices (gpointer popover)
{
  gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

static gboolean
on_go_on (gpointer user_data)
{
  WayOutlinePane *self = user_data;

  self->go_on_source = 0;
  way_outline_edit_next (self, self->choices_position, self->choices_column,
                         self->choices_step == WAY_OUTLINE_NEXT);
  return G_SOURCE_REMOVE;
}

/* Its action is activated after it is closed, and the next cell is opened after that */
static void
on_choices_closed (GtkWidget *popover, WayOutlinePane *self)
{
  GtkWidget *row;

  if (self->choices != popover)
    return;
  row = g_object_get_data (G_OBJECT (popover), "row");
  if (row != NULL)
    way_field_row_commit (WAY_FIELD_ROW (row));
  self->choices = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_choices, g_object_ref (popover), g_object_unref);
  gtk_widget_grab_focus (self->list);
  if (self->choices_step != WAY_OUTLINE_STAY && self->go_on_source == 0)
    self->go_on_source = g_idle_add_full (G_PRIORITY_LOW, on_go_on, self, NULL);
}

static gboolean
on_choices_key (GtkEventControllerKey *key, guint keyval, guint keycode, GdkModifierType state,
                WayOutlinePane *self)
{
  if (keyval != GDK_KEY_Tab && keyval != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;

  self->choices_step = keyval == GDK_KEY_Tab && (state & GDK_SHIFT_MASK) == 0
                           ? WAY_OUTLINE_NEXT
                           : WAY_OUTLINE_PREVIOUS;
  gtk_popover_popdown (GTK_POPOVER (self->choices));
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_menu (WayOutlinePane *self, const WayRecord *record, const WayFieldInfo *info)
{
  const char *present = info->choices[way_record_get_choice (record, info->field)].word;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING,
                                                                   g_variant_new_string (present));
  Choosing *choosing = g_new (Choosing, 1);
  GtkWidget *popover;

  *choosing = (Choosing){ self, *way_record_get_id (record), info->field };
  g_signal_connect_data (action, "activate", G_CALLBACK (on_chosen), choosing, free_choosing, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  for (guint i = 0; i < info->n_choices; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (info->choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "cell.choose", "s", info->choices[i].word);
      g_menu_append_item (menu, item);
    }

  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_insert_action_group (popover, "cell", G_ACTION_GROUP (group));

  return popover;
}

/* The same row as in the details */
static GtkWidget *
make_refs (WayOutlinePane *self, const WayRecord *record, const WayFieldInfo *info)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *row = way_field_row_new (info->field, NULL);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  gtk_widget_set_size_request (list, 280, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  way_field_row_set_record (WAY_FIELD_ROW (row), self->document, way_record_get_id (record));
  g_object_set_data (G_OBJECT (popover), "row", row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);

  return popover;
}

void
way_outline_choose (WayOutlinePane *self, WayOutlineCell *cell, const WayRecord *record,
                    WayField field)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  GtkEventController *keys;
  graphene_rect_t area;

  if (self->choices != NULL || way_document_get_read_only (self->document)
      || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &area))
    return;

  self->choices_position = way_outline_cell_get_position (cell);
  self->choices_column = way_outline_cell_get_column (cell);
  self->choices_step = WAY_OUTLINE_STAY;
  self->choices = info->type == WAY_TYPE_CHOICE ? make_menu (self, record, info)
                                                : make_refs (self, record, info);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_choices_key), self);
  gtk_widget_add_controller (self->choices, keys);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->choices), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->choices), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->choices),
                               &(GdkRectangle){ (int)area.origin.x, (int)area.origin.y,
                                                (int)area.size.width, (int)area.size.height });
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
  g_signal_connect (self->choices, "closed", G_CALLBACK (on_choices_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->choices));
}
