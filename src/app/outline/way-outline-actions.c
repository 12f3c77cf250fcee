/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The outline's actions: what each name does, and when it can be done. What means the same on the
 * timeline goes by the window to the timeline's own action, over the selection that both share.
 */
#include "config.h"

#include "way-add-commands.h"
#include "way-item-text.h"
#include "way-milestone-commands.h"
#include "way-outline-moves.h"
#include "way-outline-pane-private.h"
#include "way-outline-shortcuts.h"
#include "way-record-commands.h"
#include "way-shortcut-keys.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *name;
  void (*act) (WayOutlinePane *self);
  gboolean (*can) (WayOutlinePane *self); /* nullable: always, as long as there is a plan */
} Action;

static guint
get_n_rows (WayOutlinePane *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->look.model));
}

static gboolean
is_selected (WayOutlinePane *self, guint position)
{
  return gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->look.model), position);
}

static void
select_and_focus (WayOutlinePane *self, guint position)
{
  if (position >= get_n_rows (self))
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->look.model), position, TRUE);
  way_outline_list_focus (self, position);
}

/* The row with the focus; NULL when there is none */
static const WayOutlineEntry *
get_focused (WayOutlinePane *self, guint *position)
{
  *position = way_outline_list_get_focused (self);
  return *position < get_n_rows (self) ? way_outline_model_get_entry (self->look.model, *position)
                                       : NULL;
}

static void
act_edit (WayOutlinePane *self)
{
  way_outline_edit (self, way_outline_list_get_focused (self), WAY_OUTLINE_TITLE);
}

/* At the title where the column is not shown */
static void
choose (WayOutlinePane *self, WayOutlineColumn column)
{
  guint position;
  const WayOutlineEntry *entry = get_focused (self, &position);
  WayOutlineCell *cell;

  if (entry == NULL)
    return;
  way_outline_list_focus (self, position);
  cell = way_outline_list_get_cell (self, position, column);
  if (cell == NULL || !gtk_column_view_column_get_visible (self->columns[column]))
    cell = way_outline_list_get_cell (self, position, WAY_OUTLINE_TITLE);
  if (cell != NULL)
    way_outline_choose (self, cell, entry->record,
                        way_outline_column_get_field (column, entry->record));
}

static void
act_choose_status (WayOutlinePane *self)
{
  choose (self, WAY_OUTLINE_STATUS);
}

static void
act_choose_category (WayOutlinePane *self)
{
  choose (self, WAY_OUTLINE_CATEGORY);
}

static void
act_edit_details (WayOutlinePane *self)
{
  way_outline_pane_activate (self);
}

static void
act_fold (WayOutlinePane *self)
{
  guint position;
  const WayOutlineEntry *entry = get_focused (self, &position);

  if (entry == NULL)
    return;
  if (entry->is_expanded)
    {
      way_outline_model_set_expanded (self->look.model, way_record_get_id (entry->record), FALSE);
      return;
    }
  for (guint i = position; entry->depth > 0 && i > 0; i--)
    if (way_outline_model_get_entry (self->look.model, i - 1)->depth < entry->depth)
      {
        select_and_focus (self, i - 1);
        return;
      }
}

static void
act_unfold (WayOutlinePane *self)
{
  guint position;
  const WayOutlineEntry *entry = get_focused (self, &position);

  if (entry == NULL || !entry->has_children)
    return;
  if (entry->is_expanded)
    select_and_focus (self, position + 1);
  else
    way_outline_model_set_expanded (self->look.model, way_record_get_id (entry->record), TRUE);
}

static void
act_cancel (WayOutlinePane *self)
{
  way_selection_select (self->selection, NULL);
}

static void
act_toggle_done (WayOutlinePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toggle-done", NULL);
}

/* The first row after what goes that stays, else the last one before it */
static const WayId *
find_remaining (WayOutlinePane *self, guint position)
{
  guint n_rows = get_n_rows (self);
  guint depth = G_MAXUINT;

  for (guint i = position; i < n_rows; i++)
    {
      const WayOutlineEntry *entry = way_outline_model_get_entry (self->look.model, i);

      if (entry->depth > depth) /* goes with its goal */
        continue;
      depth = is_selected (self, i) ? entry->depth : G_MAXUINT;
      if (depth == G_MAXUINT)
        return way_record_get_id (entry->record);
    }
  for (guint i = MIN (position, n_rows); i > 0; i--)
    if (!is_selected (self, i - 1))
      return way_record_get_id (way_outline_model_get_entry (self->look.model, i - 1)->record);
  return NULL;
}

/* Takes away what is selected and goes on to what remains */
static void
remove_by (WayOutlinePane *self, const char *action)
{
  const WayId *remaining = find_remaining (self, way_outline_list_get_focused (self));
  const WayId *primary = way_selection_get_primary (self->selection);
  WayId next = remaining != NULL ? *remaining : WAY_ID_NULL;
  WayId gone = primary != NULL ? *primary : WAY_ID_NULL;
  gboolean had_focus = way_outline_list_has_focus (self);
  guint position;

  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  if (way_id_is_null (&next) || way_id_is_null (&gone)
      || way_plan_lookup (way_document_get_plan (self->document), &gone) != NULL)
    return;
  position = way_outline_model_find (self->look.model, &next);
  if (position == WAY_OUTLINE_NOWHERE)
    return;
  way_selection_select (self->selection, &next);
  if (had_focus)
    way_outline_list_focus (self, position);
}

static void
act_remove (WayOutlinePane *self)
{
  remove_by (self, "win.remove");
}

static void
act_cut (WayOutlinePane *self)
{
  remove_by (self, "win.cut");
}

static void
act_copy (WayOutlinePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copy", NULL);
}

static void
act_paste (WayOutlinePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.paste", NULL);
}

static void
act_duplicate (WayOutlinePane *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.duplicate", NULL);
}

typedef struct
{
  WayKind kind;
  WayId id;
  const WayId *goal; /* nullable */
  const WayId *next; /* nullable: to stand before */
} Addition;

static gboolean
run_add (WayEditGroup *group, gpointer user_data, GError **error)
{
  const Addition *addition = user_data;

  if (addition->kind == WAY_KIND_GOAL)
    return way_goal_add_as (group, &addition->id, NULL, NULL, error);
  if (!way_edit_add (group, addition->kind, &addition->id, NULL, 0, NULL, error))
    return FALSE;
  if (addition->next != NULL)
    return way_milestone_reorder (group, &addition->id, addition->next, error);
  return addition->goal == NULL
         || way_edit_set_ref (group, &addition->id, WAY_MILESTONE_GOAL, addition->goal, error);
}

/* The new row has no title yet: it is typed at once, and both are one step of undo */
static void
add (WayOutlinePane *self, Addition *addition, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;
  char buffer[WAY_ID_BUFFER_SIZE];
  guint position;

  addition->id = way_id_new ();
  key = g_strdup_printf ("title/%s", way_id_format (&addition->id, buffer));
  way_outline_model_list_also (self->look.model, &addition->id);
  if (!way_document_execute (self->document, name, key, run_add, addition, &error))
    {
      way_outline_pane_toast (self, error->message, FALSE);
      return;
    }

  /* It is selected when it has its title: selecting ends the step */
  position = way_outline_model_unfold_to (self->look.model, &addition->id);
  if (way_outline_edit (self, position, WAY_OUTLINE_TITLE) != NULL)
    self->added = addition->id;
}

static void
act_add_milestone (WayOutlinePane *self)
{
  guint position;
  const WayOutlineEntry *entry = get_focused (self, &position);
  WayPlan *plan = way_document_get_plan (self->document);
  Addition addition = { .kind = WAY_KIND_MILESTONE };
  WayRecord *next = NULL;
  WayId goal, before;

  if (entry != NULL && way_record_get_kind (entry->record) == WAY_KIND_GOAL)
    {
      g_autoptr (GPtrArray) inside
          = way_plan_get_referrers (plan, way_record_get_id (entry->record), WAY_MILESTONE_GOAL);

      goal = *way_record_get_id (entry->record);
      addition.goal = &goal;
      next = inside->len > 0 ? inside->pdata[0] : NULL;
    }
  else if (entry != NULL)
    {
      const WayId *owner = way_record_get_ref (entry->record, WAY_MILESTONE_GOAL);

      if (owner != NULL)
        {
          goal = *owner;
          addition.goal = &goal;
        }
      next = way_outline_find_sibling (plan, entry->record, TRUE, NULL);
    }
  if (next != NULL)
    {
      before = *way_record_get_id (next);
      addition.next = &before;
    }
  add (self, &addition, _ ("Add a milestone"));
}

static void
act_add_goal (WayOutlinePane *self)
{
  Addition addition = { .kind = WAY_KIND_GOAL };

  add (self, &addition, _ ("Add a goal"));
}

GArray *
way_outline_get_moved (WayOutlinePane *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (WayId));
  guint n_rows = get_n_rows (self);
  guint depth = G_MAXUINT;

  for (guint i = 0; i < n_rows && way_selection_get_count (self->selection) > 0; i++)
    {
      const WayOutlineEntry *entry = way_outline_model_get_entry (self->look.model, i);

      if (entry->depth > depth) /* moves with its goal */
        continue;
      depth = G_MAXUINT;
      if (!is_selected (self, i))
        continue;
      depth = entry->depth;
      g_array_append_vals (ids, way_record_get_id (entry->record), 1);
    }
  return ids;
}

gboolean
way_outline_try_move (WayOutlinePane *self, const WayId *target, WayOutlinePlace place)
{
  g_autoptr (GArray) ids = way_outline_get_moved (self);
  g_autoptr (GError) error = NULL;
  gboolean had_focus = way_outline_list_has_focus (self);
  WayId primary;

  if (ids->len == 0 || way_document_get_read_only (self->document))
    return FALSE;
  if (place != WAY_OUTLINE_INTO && way_outline_model_is_sorted (self->look.model))
    {
      way_outline_pane_toast (self,
                              _ ("The rows are sorted by a column. To move them, choose “Order of "
                                 "the plan” at a heading."),
                              FALSE);
      return FALSE;
    }

  if (!way_outline_move (self->document, (const WayId *)(gpointer)ids->data, ids->len, target,
                         place, &error))
    {
      way_outline_pane_toast (self, error->message, FALSE);
      return FALSE;
    }
  primary = *way_selection_get_primary (self->selection);
  if (had_focus)
    way_outline_list_focus (self, way_outline_model_unfold_to (self->look.model, &primary));
  return TRUE;
}

/* The first or the last of what moves */
static WayRecord *
get_end (WayOutlinePane *self, GArray *ids, gboolean last)
{
  if (ids->len == 0)
    return NULL;
  return way_plan_lookup (way_document_get_plan (self->document),
                          &g_array_index (ids, WayId, last ? ids->len - 1 : 0));
}

typedef enum
{
  MOVE_UP,
  MOVE_DOWN,
  MOVE_IN,
  MOVE_OUT,
} MoveStep;

static const WayOutlinePlace places[] = {
  [MOVE_UP] = WAY_OUTLINE_BEFORE,
  [MOVE_DOWN] = WAY_OUTLINE_AFTER,
  [MOVE_IN] = WAY_OUTLINE_INTO,
  [MOVE_OUT] = WAY_OUTLINE_AFTER,
};

/* What one that moves comes to stand beside or in; NULL where there is nothing */
static WayRecord *
find_target (WayPlan *plan, const WayRecord *record, MoveStep step)
{
  const WayId *owner;

  if (step == MOVE_UP || step == MOVE_DOWN)
    return way_outline_find_sibling (plan, record, step == MOVE_DOWN, NULL);
  if (way_record_get_kind (record) != WAY_KIND_GOAL)
    return NULL;
  if (step == MOVE_IN)
    return way_outline_find_sibling (plan, record, FALSE, NULL);

  owner = way_record_get_ref (record, WAY_GOAL_PARENT);
  return owner != NULL ? way_plan_lookup (plan, owner) : NULL;
}

/* Whether there is a place a step away for what is selected. Sorted rows have it, too, for trying
 * says what is in the way. */
static gboolean
find_move (WayOutlinePane *self, MoveStep step, WayId *id)
{
  g_autoptr (GArray) ids = way_outline_get_moved (self);
  WayRecord *end = get_end (self, ids, step == MOVE_DOWN);
  WayPlan *plan = way_document_get_plan (self->document);
  WayRecord *target = end != NULL ? find_target (plan, end, step) : NULL;

  if (target == NULL || way_document_get_read_only (self->document)
      || !way_outline_can_move (plan, (const WayId *)(gpointer)ids->data, ids->len, target,
                                places[step]))
    return FALSE;
  *id = *way_record_get_id (target);
  return TRUE;
}

static void
move (WayOutlinePane *self, MoveStep step)
{
  WayId target;

  if (find_move (self, step, &target))
    way_outline_try_move (self, &target, places[step]);
}

#define MOVE(name, step)                                                                           \
  static void act_##name (WayOutlinePane *self) { move (self, step); }                             \
  static gboolean can_##name (WayOutlinePane *self)                                                \
  {                                                                                                \
    WayId target;                                                                                  \
    return find_move (self, step, &target);                                                        \
  }

MOVE (move_up, MOVE_UP)
MOVE (move_down, MOVE_DOWN)
MOVE (indent, MOVE_IN)
MOVE (outdent, MOVE_OUT)

static void
act_unsort (WayOutlinePane *self)
{
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
}

static gboolean
has_row (WayOutlinePane *self)
{
  guint position;

  return get_focused (self, &position) != NULL;
}

static gboolean
has_selection (WayOutlinePane *self)
{
  return way_selection_get_count (self->selection) > 0;
}

/* As the timeline has it, which does it */
static gboolean
is_milestone (WayOutlinePane *self)
{
  const WayId *primary = way_selection_get_primary (self->selection);

  return primary != NULL
         && way_plan_lookup_kind (way_document_get_plan (self->document), WAY_KIND_MILESTONE,
                                  primary)
                != NULL;
}

static const Action actions[] = {
  { "outline.edit", act_edit, has_row },
  { "outline.edit-details", act_edit_details },
  { "outline.choose-status", act_choose_status },
  { "outline.choose-category", act_choose_category },
  { "outline.fold", act_fold },
  { "outline.unfold", act_unfold },
  { "outline.add-milestone", act_add_milestone },
  { "outline.add-goal", act_add_goal },
  { "outline.toggle-done", act_toggle_done, is_milestone },
  { "outline.cut", act_cut, has_selection },
  { "outline.copy", act_copy, has_selection },
  { "outline.paste", act_paste },
  { "outline.duplicate", act_duplicate, has_selection },
  { "outline.remove", act_remove, has_selection },
  { "outline.move-up", act_move_up, can_move_up },
  { "outline.move-down", act_move_down, can_move_down },
  { "outline.indent", act_indent, can_indent },
  { "outline.outdent", act_outdent, can_outdent },
  { "outline.cancel", act_cancel },
  { "outline.menu", way_outline_menu_popup_at_focus },
  { "outline.unsort", act_unsort },
};

static const Action *
find_action (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (actions[i].name, name))
      return &actions[i];

  return NULL;
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  WayOutlinePane *self = WAY_OUTLINE_PANE (widget);

  if (self->document != NULL)
    find_action (name)->act (self);
}

gboolean
way_outline_can (WayOutlinePane *self, const char *name)
{
  const Action *action = find_action (name);

  return action == NULL || action->can == NULL || (self->document != NULL && action->can (self));
}

void
way_outline_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, on_action);
}

/* Ahead of the list's own keys, but not of what is typed into an editor */
void
way_outline_init_shortcuts (WayOutlinePane *self)
{
  guint n_shortcuts;
  const WayShortcut *table = way_outline_get_shortcuts (&n_shortcuts);

  if (self->shortcuts != NULL)
    gtk_widget_remove_controller (self->list, self->shortcuts);
  self->shortcuts
      = way_shortcut_keys_new (table, n_shortcuts, gtk_widget_get_direction (GTK_WIDGET (self)));
  gtk_event_controller_set_propagation_phase (self->shortcuts, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->list, self->shortcuts);
}
