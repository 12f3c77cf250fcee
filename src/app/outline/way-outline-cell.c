/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One cell of the outline: paints its text, icon or bar itself.
 */
#include "config.h"

#include "way-outline-cell.h"

#include "way-desktop-theme.h"
#include "way-icon.h"
#include "way-schedule-words.h"
#include "way-spoken-name.h"

#include <glib/gi18n.h>
#include <math.h>

#define PADDING 8
#define STRIPE 4
/* They grow with the text, as the row does */
#define ICON (16 * self->look->row / 34)
#define ARROW (20 * self->look->row / 34)
#define INDENT (20 * self->look->row / 34)
#define GAP 6
#define BAR_WIDTH 48
#define BAR_HEIGHT 6

struct _WayOutlineCell
{
  GtkWidget parent_instance;

  WayOutlineColumn column;
  const WayOutlineLook *look;
  GtkListItem *item;  /* nullable, not owned: it owns us */
  WayOutlineRow *row; /* nullable */
  gulong row_handler;
  char *text;
  GtkWidget *editor; /* nullable */
};

G_DEFINE_FINAL_TYPE (WayOutlineCell, way_outline_cell, GTK_TYPE_WIDGET)

static const WayOutlineEntry *
get_entry (WayOutlineCell *self)
{
  guint position = way_outline_cell_get_position (self);

  if (position >= g_list_model_get_n_items (G_LIST_MODEL (self->look->model)))
    return NULL;
  return way_outline_model_get_entry (self->look->model, position);
}

static gboolean
is_goal (WayOutlineCell *self)
{
  return way_record_get_kind (way_outline_row_get_record (self->row)) == WAY_KIND_GOAL;
}

/* Where the text starts, from the edge where reading starts */
static int
get_text_start (WayOutlineCell *self)
{
  const WayOutlineEntry *entry;

  switch (self->column)
    {
    case WAY_OUTLINE_TITLE:
      entry = get_entry (self);
      return PADDING + (entry != NULL ? entry->depth * INDENT : 0) + ARROW
             + (is_goal (self) ? 0 : ICON + GAP);
    case WAY_OUTLINE_STATUS:
      return PADDING + ICON + GAP;
    case WAY_OUTLINE_PROGRESS:
      return PADDING + BAR_WIDTH + GAP;
    default:
      return PADDING;
    }
}

static void
set_source (cairo_t *cr, WayRgba colour)
{
  cairo_set_source_rgba (cr, (colour >> 24 & 255) / 255.0, (colour >> 16 & 255) / 255.0,
                         (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static GdkRGBA
get_rgba (WayRgba colour)
{
  return (GdkRGBA){ (colour >> 24 & 255) / 255.0F, (colour >> 16 & 255) / 255.0F,
                    (colour >> 8 & 255) / 255.0F, (colour & 255) / 255.0F };
}

/* From the edge where reading starts to the left edge */
static double
place (WayOutlineCell *self, double start, double width)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    return gtk_widget_get_width (widget) - start - width;
  return start;
}

static void
append_icon (WayOutlineCell *self, GtkSnapshot *snapshot, WayIcon icon, double start,
             WayRgba colour)
{
  double x = place (self, start, ICON);
  double y = floor ((gtk_widget_get_height (GTK_WIDGET (self)) - ICON) / 2.0);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)ICON, (float)ICON));

  /* An arrow for "unfold" points to where the text goes */
  if (icon == WAY_ICON_FOLDED && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, 2 * x + ICON, 0);
      cairo_scale (cr, -1, 1);
    }
  set_source (cr, colour);
  way_icon_draw (cr, icon, x, y, ICON);
  cairo_destroy (cr);
}

static void
append_ring (WayOutlineCell *self, GtkSnapshot *snapshot, double start, WayRgba colour,
             gboolean is_half_full)
{
  double x = place (self, start, ICON);
  double y = floor ((gtk_widget_get_height (GTK_WIDGET (self)) - ICON) / 2.0);
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)ICON, (float)ICON));

  set_source (cr, colour);
  cairo_set_line_width (cr, 1.5);
  cairo_arc (cr, x + ICON / 2.0, y + ICON / 2.0, ICON * 0.33, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (is_half_full)
    {
      cairo_arc (cr, x + ICON / 2.0, y + ICON / 2.0, ICON * 0.33, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
append_title_marks (WayOutlineCell *self, GtkSnapshot *snapshot, const WayRecord *record,
                    const WayStyle *style)
{
  const WayOutlineEntry *entry = get_entry (self);
  double indent = PADDING + (entry != NULL ? entry->depth * INDENT : 0);
  WayCategory category;

  if (!is_goal (self))
    {
      category = way_record_get_choice (record, WAY_MILESTONE_CATEGORY);
      append_icon (self, snapshot, way_icon_for_category (category), indent + ARROW,
                   style->categories[category].stroke);
      return;
    }

  gtk_snapshot_append_color (
      snapshot,
      &(GdkRGBA[]){ get_rgba (style->goals[way_record_get_choice (record, WAY_GOAL_COLOUR)]) }[0],
      &GRAPHENE_RECT_INIT ((float)place (self, indent - PADDING, STRIPE), 3, STRIPE,
                           (float)gtk_widget_get_height (GTK_WIDGET (self)) - 6));
  if (entry != NULL && entry->has_children)
    append_icon (self, snapshot, entry->is_expanded ? WAY_ICON_UNFOLDED : WAY_ICON_FOLDED, indent,
                 style->dim_text);
}

static void
append_goal_status (WayOutlineCell *self, GtkSnapshot *snapshot, const WayRecord *record,
                    const WayStyle *style)
{
  switch ((WayGoalStatus)way_record_get_choice (record, WAY_GOAL_STATUS))
    {
    case WAY_GOAL_STATUS_ACHIEVED:
      append_icon (self, snapshot, WAY_ICON_TICK, PADDING, style->text);
      break;
    case WAY_GOAL_STATUS_DROPPED:
      append_icon (self, snapshot, WAY_ICON_CROSS, PADDING, style->dim_text);
      break;
    case WAY_GOAL_STATUS_PAUSED:
      append_icon (self, snapshot, WAY_ICON_PAUSE, PADDING, style->dim_text);
      break;
    case WAY_GOAL_STATUS_ACTIVE:
      append_ring (self, snapshot, PADDING, style->accent, TRUE);
      break;
    case WAY_GOAL_STATUS_IDEA:
    case WAY_GOAL_STATUS_COMMITTED:
    case WAY_N_GOAL_STATUSES:
    default:
      append_ring (self, snapshot, PADDING, style->dim_text, FALSE);
    }
}

static void
append_status (WayOutlineCell *self, GtkSnapshot *snapshot, const WayRecord *record,
               const WayStyle *style)
{
  switch ((WayStatus)way_record_get_choice (record, WAY_MILESTONE_STATUS))
    {
    case WAY_STATUS_DONE:
      append_icon (self, snapshot, WAY_ICON_TICK, PADDING, style->text);
      break;
    case WAY_STATUS_MISSED:
      append_icon (self, snapshot, WAY_ICON_CROSS, PADDING, style->broken);
      break;
    case WAY_STATUS_DROPPED:
      append_icon (self, snapshot, WAY_ICON_CROSS, PADDING, style->dim_text);
      break;
    case WAY_STATUS_WAITING:
      append_icon (self, snapshot, WAY_ICON_PAUSE, PADDING, style->dim_text);
      break;
    case WAY_STATUS_ACTIVE:
      append_ring (self, snapshot, PADDING, style->accent, TRUE);
      break;
    case WAY_STATUS_PLANNED:
    case WAY_N_STATUSES:
    default:
      append_ring (self, snapshot, PADDING, style->dim_text, FALSE);
    }
}

static void
append_bar (WayOutlineCell *self, GtkSnapshot *snapshot, int percent, const WayStyle *style)
{
  float y = floorf (((float)gtk_widget_get_height (GTK_WIDGET (self)) - BAR_HEIGHT) / 2);
  double done = round (BAR_WIDTH * percent / 100.0);
  GdkRGBA trough = get_rgba (style->trough);
  GdkRGBA accent = get_rgba (style->accent);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT ((float)place (self, PADDING, BAR_WIDTH), y, BAR_WIDTH, BAR_HEIGHT),
      BAR_HEIGHT / 2.0F);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &trough, &outline.bounds);
  gtk_snapshot_append_color (
      snapshot, &accent,
      &GRAPHENE_RECT_INIT ((float)place (self, PADDING, done), y, (float)done, BAR_HEIGHT));
  gtk_snapshot_pop (snapshot);
}

/* What only follows from something else is dimmed */
static void
append_text (WayOutlineCell *self, GtkSnapshot *snapshot, const WayRecord *record,
             const WayStyle *style)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GdkRGBA dim = get_rgba (style->dim_text);
  int start = get_text_start (self);
  int room = gtk_widget_get_width (widget) - start - PADDING;
  g_autoptr (PangoLayout) layout = NULL;
  double x, y;
  int height;

  if (room <= 0 || self->text[0] == '\0')
    return;

  layout = gtk_widget_create_pango_layout (widget, self->text);
  if (self->column == WAY_OUTLINE_TITLE && is_goal (self))
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  pango_layout_set_width (layout, room * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  /* Text in another script than the desktop's still begins where the column's text begins */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  x = place (self, start, room);
  y = floor ((gtk_widget_get_height (widget) - height) / 2.0);
  if (way_outline_column_is_editable (self->column, record))
    {
      gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), x, y, layout);
      return;
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float)x, (float)y));
  gtk_snapshot_append_layout (snapshot, layout, &dim);
  gtk_snapshot_restore (snapshot);
}

static void
way_outline_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  WayOutlineCell *self = WAY_OUTLINE_CELL (widget);
  const WayStyle *style = way_style_get (way_desktop_theme_get ());
  const WayRecord *record;
  int percent;

  if (self->row == NULL)
    return;

  record = way_outline_row_get_record (self->row);
  if (self->column == WAY_OUTLINE_TITLE)
    append_title_marks (self, snapshot, record, style);
  if (self->column == WAY_OUTLINE_STATUS && is_goal (self))
    append_goal_status (self, snapshot, record, style);
  else if (self->column == WAY_OUTLINE_STATUS)
    append_status (self, snapshot, record, style);
  if (self->column == WAY_OUTLINE_PROGRESS)
    {
      percent = way_outline_column_get_percent (self->look->progress, record);
      if (percent != WAY_PROGRESS_NONE)
        append_bar (self, snapshot, percent, style);
    }

  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
  else
    append_text (self, snapshot, record, style);
}

static void
way_outline_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  WayOutlineCell *self = WAY_OUTLINE_CELL (widget);
  const WayOutlineColumnInfo *info = way_outline_column_get (self->column);
  int words = self->look->words[self->column];

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->look->row;
  else if (words > 0)
    *minimum = *natural = get_text_start (self) + words + PADDING;
  else
    {
      *minimum = info->least * self->look->letter + 2 * PADDING;
      *natural = info->most * self->look->letter + 2 * PADDING;
    }
}

static void
way_outline_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayOutlineCell *self = WAY_OUTLINE_CELL (widget);
  int start, room, least;

  if (self->editor == NULL || self->row == NULL)
    return;
  start = get_text_start (self) - GAP;
  gtk_widget_measure (self->editor, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  room = MAX (least, width - start - 2);
  gtk_widget_size_allocate (
      self->editor, &(GtkAllocation){ (int)place (self, start, room), 2, room, height - 4 }, -1);
}

static void
show (WayOutlineCell *self)
{
  WayRecord *record = way_outline_row_get_record (self->row);
  g_autofree char *text = way_outline_column_get_text (
      self->column, way_outline_model_get_plan (self->look->model), self->look->progress, record);

  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
}

/* GTK's own cell gets the text for its name, and the row says what it is as a whole */
static void
name_parents (WayOutlineCell *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  const WayOutlineEntry *entry;
  WayRecord *record;
  g_autofree char *remark = NULL;
  g_autofree char *name = NULL;

  if (cell != NULL && self->text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    self->text, -1);
  if (self->column != WAY_OUTLINE_TITLE || self->row == NULL || row == NULL)
    return;

  entry = get_entry (self);
  record = way_outline_row_get_record (self->row);
  if (way_record_get_kind (record) == WAY_KIND_MILESTONE)
    remark = way_schedule_words_remark (way_outline_model_get_plan (self->look->model), record);
  name = way_spoken_name (record, remark);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (entry == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  entry->depth + 1, -1);
  if (entry->has_children)
    gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED,
                                 entry->is_expanded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_EXPANDED);
}

static void
on_row_changed (WayOutlineCell *self)
{
  show (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    name_parents (self); /* else when it is mapped */
}

static void
way_outline_cell_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (way_outline_cell_parent_class)->map (widget);
  name_parents (WAY_OUTLINE_CELL (widget));
}

static void
drop_editor (WayOutlineCell *self)
{
  if (self->editor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->editor, self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* The focus goes to the row before the editor goes, for nothing may go with the focus in it */
static void
on_editor_done (WayOutlineCell *self, int step)
{
  if (step != WAY_OUTLINE_AWAY)
    {
      GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

      if (cell != NULL && gtk_widget_get_parent (cell) != NULL)
        gtk_widget_grab_focus (gtk_widget_get_parent (cell));
    }
  drop_editor (self);
}

static void
way_outline_cell_dispose (GObject *object)
{
  way_outline_cell_bind (WAY_OUTLINE_CELL (object), NULL);
  G_OBJECT_CLASS (way_outline_cell_parent_class)->dispose (object);
}

static void
way_outline_cell_finalize (GObject *object)
{
  g_free (WAY_OUTLINE_CELL (object)->text);
  G_OBJECT_CLASS (way_outline_cell_parent_class)->finalize (object);
}

static void
way_outline_cell_class_init (WayOutlineCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_outline_cell_dispose;
  object_class->finalize = way_outline_cell_finalize;
  widget_class->measure = way_outline_cell_measure;
  widget_class->size_allocate = way_outline_cell_size_allocate;
  widget_class->snapshot = way_outline_cell_snapshot;
  widget_class->map = way_outline_cell_map;

  gtk_widget_class_set_css_name (widget_class, "outlinecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
way_outline_cell_init (WayOutlineCell *self)
{
}

GtkWidget *
way_outline_cell_new (WayOutlineColumn column, const WayOutlineLook *look)
{
  WayOutlineCell *self = g_object_new (WAY_TYPE_OUTLINE_CELL, NULL);

  self->column = column;
  self->look = look;
  return GTK_WIDGET (self);
}

void
way_outline_cell_bind (WayOutlineCell *self, GtkListItem *item)
{
  g_return_if_fail (WAY_IS_OUTLINE_CELL (self));

  drop_editor (self);
  if (self->row != NULL)
    {
      g_signal_handler_disconnect (self->row, self->row_handler);
      g_clear_object (&self->row);
    }
  self->item = item;
  if (item == NULL)
    return;

  self->row = g_object_ref (gtk_list_item_get_item (item));
  self->row_handler
      = g_signal_connect_swapped (self->row, "changed", G_CALLBACK (on_row_changed), self);
  on_row_changed (self);
}

WayOutlineColumn
way_outline_cell_get_column (WayOutlineCell *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_CELL (self), WAY_OUTLINE_TITLE);

  return self->column;
}

WayOutlineRow *
way_outline_cell_get_row (WayOutlineCell *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_CELL (self), NULL);

  return self->row;
}

guint
way_outline_cell_get_position (WayOutlineCell *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_CELL (self), WAY_OUTLINE_NOWHERE);

  return self->item != NULL ? gtk_list_item_get_position (self->item) : WAY_OUTLINE_NOWHERE;
}

const char *
way_outline_cell_get_text (WayOutlineCell *self)
{
  g_return_val_if_fail (WAY_IS_OUTLINE_CELL (self), NULL);

  return self->text;
}

WayOutlineEditor *
way_outline_cell_edit (WayOutlineCell *self, WayDocument *document)
{
  const WayRecord *record;
  WayField field;
  g_autofree char *label = NULL;

  g_return_val_if_fail (WAY_IS_OUTLINE_CELL (self), NULL);

  if (self->row == NULL)
    return NULL;
  record = way_outline_row_get_record (self->row);
  field = way_outline_column_get_field (self->column, record);
  if (self->editor != NULL || way_document_get_read_only (document)
      || !way_outline_column_is_editable (self->column, record)
      || way_outline_column_is_chosen (self->column, record))
    return NULL;

  /* Translators: a column and the title of a row, as in: Starts, Sit the CCRN */
  label = g_strdup_printf (C_ ("cell", "%s, %s"), _ (way_schema_get_field (field)->label),
                           way_record_get_called (record) != NULL ? way_record_get_called (record)
                                                                  : _ ("Untitled"));
  self->editor = way_outline_editor_new (
      document, record, field, label,
      self->column == WAY_OUTLINE_TITLE && way_record_get_called (record) == NULL ? ""
                                                                                  : self->text);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  g_signal_connect_swapped (self->editor, "done", G_CALLBACK (on_editor_done), self);
  gtk_widget_grab_focus (self->editor);
  return WAY_OUTLINE_EDITOR (self->editor);
}

int
way_outline_cell_get_indent (WayOutlineCell *self)
{
  const WayOutlineEntry *entry;

  g_return_val_if_fail (WAY_IS_OUTLINE_CELL (self), 0);

  entry = self->row != NULL ? get_entry (self) : NULL;
  return entry != NULL ? entry->depth * INDENT : 0;
}

gboolean
way_outline_cell_is_arrow (WayOutlineCell *self, double x)
{
  const WayOutlineEntry *entry;
  double start;

  g_return_val_if_fail (WAY_IS_OUTLINE_CELL (self), FALSE);

  entry = self->row != NULL ? get_entry (self) : NULL;
  if (self->column != WAY_OUTLINE_TITLE || entry == NULL || !entry->has_children)
    return FALSE;
  start = place (self, entry->depth * INDENT, PADDING + ARROW);
  return x >= start && x < start + PADDING + ARROW;
}
