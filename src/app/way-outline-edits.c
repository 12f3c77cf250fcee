/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing in the rows: which cell is edited, what comes after it, and the choices of a status.
 */
#include "config.h"

#include "way-field-edit.h"
#include "way-outline-pane-private.h"

#include <glib/gi18n.h>

/* A word of the list was chosen in the menu below a cell */
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

/* Its action is activated after it is closed */
static void
on_choices_closed (GtkWidget *popover, WayOutlinePane *self)
{
  if (self->choices != popover)
    return;
  self->choices = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_choices, g_object_ref (popover), g_object_unref);
  gtk_widget_grab_focus (self->list);
}

static void
choose (WayOutlinePane *self, WayOutlineCell *cell, const WayRecord *record, WayField field)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  const char *present = info->choices[way_record_get_choice (record, field)].word;
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful ("choose", G_VARIANT_TYPE_STRING,
                                                                   g_variant_new_string (present));
  Choosing *choosing = g_new (Choosing, 1);
  graphene_rect_t area;

  if (self->choices != NULL || way_document_get_read_only (self->document)
      || !gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self), &area))
    {
      g_free (choosing);
      return;
    }

  *choosing = (Choosing){ self, *way_record_get_id (record), field };
  g_signal_connect_data (action, "activate", G_CALLBACK (on_chosen), choosing, free_choosing, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  for (guint i = 0; i < info->n_choices; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (info->choices[i].label), NULL);

      g_menu_item_set_action_and_target (item, "cell.choose", "s", info->choices[i].word);
      g_menu_append_item (menu, item);
    }

  self->choices = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_insert_action_group (self->choices, "cell", G_ACTION_GROUP (group));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->choices), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->choices), GTK_POS_BOTTOM);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->choices),
                               &(GdkRectangle){ (int)area.origin.x, (int)area.origin.y,
                                                (int)area.size.width, (int)area.size.height });
  gtk_widget_set_parent (self->choices, GTK_WIDGET (self));
  g_signal_connect (self->choices, "closed", G_CALLBACK (on_choices_closed), self);
  gtk_popover_popup (GTK_POPOVER (self->choices));
}

static gboolean
can_edit (WayOutlinePane *self, const WayRecord *record, guint place)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, place);
  WayFieldType type;
  guint index = 0;

  while (self->columns[index] != column)
    index++;
  if (!gtk_column_view_column_get_visible (column)
      || !way_outline_column_is_editable (index, record))
    return FALSE;
  type = way_schema_get_field (way_outline_column_get_field (index, record))->type;
  return type != WAY_TYPE_CHOICE; /* Tab goes from one that is typed to the next */
}

/* In the order in which the columns stand, then in the next row */
static void
edit_next (WayOutlinePane *self, guint position, WayOutlineColumn from, gboolean forward)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->look.model));
  int n_columns = (int)g_list_model_get_n_items (columns);
  int place = 0;

  for (int i = 0; i < n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, (guint)i);

      if (column == self->columns[from])
        place = i;
    }

  while (position < n_rows)
    {
      place += forward ? 1 : -1;
      if (place < 0 || place >= n_columns)
        {
          place = forward ? -1 : n_columns;
          position = forward ? position + 1 : position - 1; /* above the first is nowhere */
          continue;
        }
      if (can_edit (self, way_outline_model_get_entry (self->look.model, position)->record,
                    (guint)place))
        {
          g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, (guint)place);
          guint index = 0;

          while (self->columns[index] != column)
            index++;
          gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->look.model), position, TRUE);
          way_outline_edit (self, position, index);
          return;
        }
    }
}

/* A new row whose title was never typed goes again, and what was selected before still is */
static void
settle_added (WayOutlinePane *self)
{
  WayId id = self->added;
  WayRecord *record = way_plan_lookup (way_document_get_plan (self->document), &id);

  self->added = WAY_ID_NULL;
  if (record != NULL && way_record_get_called (record) == NULL)
    way_document_undo (self->document);
  else if (record != NULL)
    way_selection_select (self->selection, &id);
}

static void
on_edited (WayOutlineCell *cell, int step, WayOutlinePane *self)
{
  guint position = way_outline_cell_get_position (cell);
  WayOutlineColumn column = way_outline_cell_get_column (cell);

  self->editing = FALSE;
  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_CAPTURE);
  g_signal_handlers_disconnect_by_func (cell, on_edited, self);
  if (!way_id_is_null (&self->added))
    settle_added (self);
  if (step == WAY_OUTLINE_NEXT || step == WAY_OUTLINE_PREVIOUS)
    edit_next (self, position, column, step == WAY_OUTLINE_NEXT);
}

WayOutlineEditor *
way_outline_edit (WayOutlinePane *self, guint position, WayOutlineColumn column)
{
  WayOutlineCell *cell;
  WayOutlineEditor *editor;
  const WayRecord *record;
  WayField field;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->look.model)))
    return NULL;

  way_outline_list_focus (self, position);
  cell = way_outline_list_get_cell (self, position, column);
  if (cell == NULL)
    return NULL;

  record = way_outline_model_get_entry (self->look.model, position)->record;
  field = way_outline_column_get_field (column, record);
  if (field == WAY_FIELD_NONE)
    return NULL;
  if (way_schema_get_field (field)->type == WAY_TYPE_CHOICE)
    {
      choose (self, cell, record, field);
      return NULL;
    }

  editor = way_outline_cell_edit (cell, self->document);
  if (editor == NULL)
    return NULL;
  self->editing = TRUE;
  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_NONE);
  g_signal_connect (cell, "edited", G_CALLBACK (on_edited), self);
  return editor;
}
