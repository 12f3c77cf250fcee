/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed into a cell of the outline: one line, with what is wrong said below it.
 */
#include "config.h"

#include "way-outline-editor.h"

#include "way-field-edit.h"

#define ERROR_CHARS 48
#define LEAST_CHARS 8

struct _WayOutlineEditor
{
  GtkWidget parent_instance;

  WayDocument *document;
  WayId id;
  WayField field;
  char *before; /* as it stood there first */
  gboolean is_done;

  GtkWidget *text;
  GtkWidget *popover; /* nullable: what is wrong */
  GtkWidget *message;
};

G_DEFINE_FINAL_TYPE (WayOutlineEditor, way_outline_editor, GTK_TYPE_WIDGET)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
finish (WayOutlineEditor *self, WayOutlineStep step)
{
  self->is_done = TRUE;
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_signal_emit (self, signals[DONE], 0, (int)step);
}

/* Not one that takes the focus: the person goes on typing */
static void
show_error (WayOutlineEditor *self, const char *message)
{
  if (self->popover == NULL)
    {
      self->message = gtk_label_new (NULL);
      gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (self->message), ERROR_CHARS);
      gtk_label_set_xalign (GTK_LABEL (self->message), 0);
      gtk_widget_add_css_class (self->message, "error");
      self->popover = gtk_popover_new ();
      gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
      gtk_popover_set_child (GTK_POPOVER (self->popover), self->message);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }

  gtk_label_set_label (GTK_LABEL (self->message), message);
  gtk_widget_add_css_class (self->text, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  message, -1);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
hide_error (WayOutlineEditor *self)
{
  if (way_outline_editor_get_error (self) == NULL)
    return;
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  gtk_label_set_label (GTK_LABEL (self->message), "");
  gtk_widget_remove_css_class (self->text, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                WayOutlineEditor *self)
{
  switch (key)
    {
    case GDK_KEY_Escape:
      way_outline_editor_cancel (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      way_outline_editor_commit (self, WAY_OUTLINE_STAY);
      return TRUE;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      way_outline_editor_commit (self, (state & GDK_SHIFT_MASK) != 0 ? WAY_OUTLINE_PREVIOUS
                                                                     : WAY_OUTLINE_NEXT);
      return TRUE;
    case GDK_KEY_ISO_Left_Tab:
      way_outline_editor_commit (self, WAY_OUTLINE_PREVIOUS);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Also when another window gets the focus, which ends nothing */
static void
on_focus_left (WayOutlineEditor *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!self->is_done && focus != NULL && !gtk_widget_is_ancestor (focus, self->text))
    way_outline_editor_commit (self, WAY_OUTLINE_AWAY);
}

static gboolean
way_outline_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_OUTLINE_EDITOR (widget)->text);
}

static void
way_outline_editor_dispose (GObject *object)
{
  WayOutlineEditor *self = WAY_OUTLINE_EDITOR (object);

  self->is_done = TRUE;
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  g_clear_object (&self->document);
  g_clear_pointer (&self->before, g_free);
  G_OBJECT_CLASS (way_outline_editor_parent_class)->dispose (object);
}

static void
way_outline_editor_class_init (WayOutlineEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = way_outline_editor_dispose;
  widget_class->grab_focus = way_outline_editor_grab_focus;
  signals[DONE] = g_signal_new ("done", WAY_TYPE_OUTLINE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "outlineeditor");
}

static void
way_outline_editor_init (WayOutlineEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = gtk_entry_new ();
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->text), LEAST_CHARS);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_focus_left), self);
  gtk_widget_add_controller (self->text, keys);
  gtk_widget_add_controller (self->text, focus);
  g_signal_connect_swapped (self->text, "changed", G_CALLBACK (hide_error), self);
}

GtkWidget *
way_outline_editor_new (WayDocument *document, const WayRecord *record, WayField field,
                        const char *label, const char *text)
{
  WayOutlineEditor *self = g_object_new (WAY_TYPE_OUTLINE_EDITOR, NULL);

  self->document = g_object_ref (document);
  self->id = *way_record_get_id (record);
  self->field = field;
  self->before = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return GTK_WIDGET (self);
}

void
way_outline_editor_set_text (WayOutlineEditor *self, const char *text)
{
  g_return_if_fail (WAY_IS_OUTLINE_EDITOR (self));

  gtk_editable_set_text (GTK_EDITABLE (self->text), text);
}

const char *
way_outline_editor_get_error (WayOutlineEditor *self)
{
  const char *message;

  g_return_val_if_fail (WAY_IS_OUTLINE_EDITOR (self), NULL);

  message = self->message != NULL ? gtk_label_get_label (GTK_LABEL (self->message)) : "";
  return message[0] != '\0' ? message : NULL;
}

gboolean
way_outline_editor_commit (WayOutlineEditor *self, WayOutlineStep step)
{
  const char *typed;
  WayRecord *record;
  g_autoptr (WayRecord) held = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;

  g_return_val_if_fail (WAY_IS_OUTLINE_EDITOR (self), FALSE);

  typed = gtk_editable_get_text (GTK_EDITABLE (self->text));
  record = way_plan_lookup (way_document_get_plan (self->document), &self->id);
  if (self->is_done || record == NULL || g_str_equal (typed, self->before))
    {
      finish (self, step);
      return TRUE;
    }

  held = way_record_ref (record);
  value = way_field_read (way_schema_get_field (self->field), typed, &error);
  /* The edit may make the list drop the row, and the editor with it, before it is told */
  self->is_done = TRUE;
  g_object_ref (self);
  if (value == NULL || !way_field_apply (self->document, held, self->field, value, &error))
    {
      self->is_done = FALSE;
      show_error (self, error->message);
    }
  else
    {
      way_history_break (way_document_get_history (self->document));
      finish (self, step);
    }
  g_object_unref (self);
  return error == NULL;
}

void
way_outline_editor_cancel (WayOutlineEditor *self)
{
  g_return_if_fail (WAY_IS_OUTLINE_EDITOR (self));

  finish (self, WAY_OUTLINE_STAY);
}
