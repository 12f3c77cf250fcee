/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Editing in the rows: which cell is edited, and what comes after it.
 */
#include "config.h"

#include "way-outline-pane-private.h"

static gboolean
can_edit (WayOutlinePane *self, const WayRecord *record, guint place)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, place);
  guint index = 0;

  while (self->columns[index] != column)
    index++;
  return gtk_column_view_column_get_visible (column)
         && way_outline_column_is_editable (index, record);
}

void
way_outline_edit_next (WayOutlinePane *self, guint position, WayOutlineColumn from,
                       gboolean forward)
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
stop_editing (WayOutlinePane *self)
{
  self->editor = NULL;
  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_CAPTURE);
}

/* What was typed may have moved the row, and another cell shows it now */
static void
on_done (WayOutlineEditor *editor, int step, WayOutlinePane *self)
{
  guint position;

  stop_editing (self);
  if (!way_id_is_null (&self->added))
    settle_added (self);
  position = way_outline_model_find (self->look.model, &self->edited);
  if (step == WAY_OUTLINE_AWAY || position == WAY_OUTLINE_NOWHERE)
    return;

  if (step != WAY_OUTLINE_STAY)
    way_outline_edit_next (self, position, self->edited_column, step == WAY_OUTLINE_NEXT);
  else if (!way_outline_list_has_focus (self))
    way_outline_list_focus (self, position);
}

/* The row may go for other reasons, and take the editor along */
static void
on_destroy (WayOutlineEditor *editor, WayOutlinePane *self)
{
  if (self->editor != editor)
    return;
  stop_editing (self);
  self->added = WAY_ID_NULL;
}

WayOutlineEditor *
way_outline_edit (WayOutlinePane *self, guint position, WayOutlineColumn column)
{
  WayOutlineCell *cell;
  WayOutlineEditor *editor;
  const WayRecord *record;

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->look.model)))
    return NULL;

  way_outline_list_focus (self, position);
  cell = way_outline_list_get_cell (self, position, column);
  if (cell == NULL)
    return NULL;

  record = way_outline_model_get_entry (self->look.model, position)->record;
  if (!way_outline_column_is_editable (column, record))
    return NULL;
  if (way_outline_column_is_chosen (column, record))
    {
      way_outline_choose (self, cell, record, way_outline_column_get_field (column, record));
      return NULL;
    }

  editor = way_outline_cell_edit (cell, self->document);
  if (editor == NULL)
    return NULL;
  self->editor = editor;
  self->edited = *way_record_get_id (record);
  self->edited_column = column;
  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_NONE);
  g_signal_connect_object (editor, "done", G_CALLBACK (on_done), self, 0);
  g_signal_connect_object (editor, "destroy", G_CALLBACK (on_destroy), self, 0);
  return editor;
}
