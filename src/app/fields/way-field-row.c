/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row of the inspector: edits one field of one record, or of several, by commands. What a row
 * looks like depends on the field's type; how it follows the plan and applies what was typed is the
 * same for all and stands here.
 */
#include "config.h"

#include "way-field-row.h"

#include "way-field-edit.h"
#include "way-field-rows.h"

#include <glib/gi18n.h>

/* What every row holds, whatever its class */
typedef struct
{
  WayField field;
  WayDocument *document; /* nullable */
  GArray *ids;           /* nullable: of WayId */
  gboolean is_various;   /* what is shown differs among the records */
  gboolean is_showing;   /* the row fills its own widgets */
  gboolean is_dirty;     /* something was typed and is not applied */
} Binding;

G_DEFINE_INTERFACE (WayFieldRow, way_field_row, GTK_TYPE_WIDGET)

#define WIDEST_SCALE 100 /* of a range: more is easier to type than to aim at */

static GtkWidget *
create_integer (const WayFieldInfo *info, const char *hint)
{
  return info->highest - info->lowest <= WIDEST_SCALE ? way_field_row_scale_new (info, hint)
                                                      : way_field_row_entry_new (info, hint);
}

static const struct
{
  GtkWidget *(*create) (const WayFieldInfo *info, const char *hint);
  gboolean serves_several;
} editors[] = {
  [WAY_TYPE_TEXT] = { way_field_row_text_new },
  [WAY_TYPE_PROSE] = { way_field_row_prose_new },
  [WAY_TYPE_WORD] = { way_field_row_entry_new },
  [WAY_TYPE_CHOICE] = { way_field_row_choice_new, TRUE },
  [WAY_TYPE_DATE] = { way_field_row_date_new },
  [WAY_TYPE_INTEGER] = { create_integer },
  [WAY_TYPE_DECIMAL] = { way_field_row_entry_new },
  [WAY_TYPE_FLAG] = { way_field_row_flag_new },
  [WAY_TYPE_REF] = { way_field_row_ref_new, TRUE },
  [WAY_TYPE_REFS] = { way_field_row_refs_new, TRUE },
};

static G_DEFINE_QUARK (way - field - row - binding, binding);
static G_DEFINE_QUARK (way - field - row - text, text);

static void
binding_free (gpointer data)
{
  Binding *self = data;

  g_clear_object (&self->document);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static Binding *
get_binding (WayFieldRow *self)
{
  return g_object_get_qdata (G_OBJECT (self), binding_quark ());
}

/* A screen reader reads it when what has the focus gets it, and when one comes back to it */
static void
tell (WayFieldRow *self, const char *text)
{
  GtkAccessible *watched = g_object_get_qdata (G_OBJECT (self), text_quark ());

  if (watched != NULL && text != NULL)
    gtk_accessible_update_property (watched, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else if (watched != NULL)
    gtk_accessible_reset_property (watched, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static void
show_error (WayFieldRow *self, const char *text)
{
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");

  WAY_FIELD_ROW_GET_IFACE (self)->show_error (self, text);
  gtk_accessible_update_state (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
      text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  tell (self, text);
}

/* Whether people see the same in both: a choice that is left out is the default */
static gboolean
is_alike (const WayFieldInfo *info, const WayRecord *a, const WayRecord *b)
{
  if (info->type == WAY_TYPE_CHOICE && way_record_get_unread (a, info->field) == NULL
      && way_record_get_unread (b, info->field) == NULL)
    return way_record_get_choice (a, info->field) == way_record_get_choice (b, info->field);

  return way_record_field_equal (a, b, info->field);
}

static WayRecord *
lookup (Binding *binding, guint index)
{
  WayPlan *plan = way_document_get_plan (binding->document);

  if (WAY_FIELD_KIND (binding->field) == WAY_KIND_PLAN)
    return way_plan_get_root (plan);

  return way_plan_lookup_kind (plan, WAY_FIELD_KIND (binding->field),
                               &g_array_index (binding->ids, WayId, index));
}

static gboolean
find_difference (Binding *binding, const WayRecord *first)
{
  const WayFieldInfo *info = way_schema_get_field (binding->field);

  for (guint i = 1; i < binding->ids->len; i++)
    {
      const WayRecord *record = lookup (binding, i);

      if (record != NULL && !is_alike (info, first, record))
        return TRUE;
    }

  return FALSE;
}

static void
show (WayFieldRow *self)
{
  Binding *binding = get_binding (self);
  WayRecord *record = way_field_row_get_record (self);
  const char *unread;

  if (record == NULL)
    return;

  binding->is_dirty = FALSE;
  binding->is_various = find_difference (binding, record);
  binding->is_showing = TRUE;
  WAY_FIELD_ROW_GET_IFACE (self)->show (self, record);
  binding->is_showing = FALSE;

  unread = binding->is_various ? NULL : way_record_get_unread (record, binding->field);
  if (unread != NULL)
    {
      g_autofree char *text
          = g_strdup_printf (_ ("The file has “%s” here, which cannot be read."), unread);

      show_error (self, text);
      return;
    }
  show_error (self, NULL);
}

static void
update_sensitive (WayFieldRow *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self),
                            !way_document_get_read_only (get_binding (self)->document));
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
                WayFieldRow *self)
{
  GtkWidget *text = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  gboolean wants_control = GTK_IS_TEXT_VIEW (text);
  gboolean has_control = (state & GDK_CONTROL_MASK) != 0;

  if (key == GDK_KEY_Escape)
    return way_field_row_restore (self);

  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter)
      && wants_control == has_control)
    {
      way_field_row_commit (self);
      return TRUE;
    }

  return FALSE;
}

static void
on_text_left (GtkEventControllerFocus *controller, WayFieldRow *self)
{
  Binding *binding = get_binding (self);

  way_field_row_commit (self);
  if (binding->document != NULL)
    way_history_break (way_document_get_history (binding->document));
}

static void
way_field_row_default_init (WayFieldRowInterface *iface)
{
}

gboolean
way_field_row_has_editor (WayFieldType type)
{
  return type < G_N_ELEMENTS (editors) && editors[type].create != NULL;
}

gboolean
way_field_row_serves_several (WayFieldType type)
{
  return type < G_N_ELEMENTS (editors) && editors[type].serves_several;
}

GtkWidget *
way_field_row_new (WayField field, const char *hint)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  Binding *binding;
  GtkWidget *self;

  g_return_val_if_fail (way_field_row_has_editor (info->type), NULL);

  self = editors[info->type].create (info, hint);
  binding = g_new0 (Binding, 1);
  binding->field = field;
  g_object_set_qdata_full (G_OBJECT (self), binding_quark (), binding, binding_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (info->label), -1);

  return self;
}

void
way_field_row_set_record (WayFieldRow *self, WayDocument *document, const WayId *id)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (WayId));

  g_return_if_fail (id != NULL);

  g_array_append_vals (ids, id, 1);
  way_field_row_set_records (self, document, ids);
}

void
way_field_row_set_records (WayFieldRow *self, WayDocument *document, GArray *ids)
{
  Binding *binding;

  g_return_if_fail (WAY_IS_FIELD_ROW (self));
  g_return_if_fail (WAY_IS_DOCUMENT (document));
  g_return_if_fail (ids != NULL && ids->len > 0);

  binding = get_binding (self);
  g_set_object (&binding->document, document);
  g_array_ref (ids);
  g_clear_pointer (&binding->ids, g_array_unref);
  binding->ids = ids;
  show (self);
  update_sensitive (self);
}

void
way_field_row_refresh (WayFieldRow *self)
{
  g_return_if_fail (WAY_IS_FIELD_ROW (self));

  if (!get_binding (self)->is_dirty)
    show (self);
  update_sensitive (self);
}

static gboolean
apply (WayFieldRow *self, GPtrArray *records, GError **error)
{
  Binding *binding = get_binding (self);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_full (records->len, g_free);
  g_autofree WayFieldSetting *settings = g_new (WayFieldSetting, records->len);

  for (guint i = 0; i < records->len; i++)
    {
      const WayRecord *record = records->pdata[i];
      char *text = WAY_FIELD_ROW_GET_IFACE (self)->read (self, record, error);

      if (text == NULL)
        return FALSE;
      g_ptr_array_add (texts, text);
      settings[i] = (WayFieldSetting){ *way_record_get_id (record), text };
    }

  return way_field_apply_to_all (binding->document, binding->field, settings, records->len, error);
}

gboolean
way_field_row_commit (WayFieldRow *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (WAY_IS_FIELD_ROW (self), FALSE);

  if (!get_binding (self)->is_dirty)
    return TRUE;

  records = way_field_row_list_records (self);
  if (records->len == 0)
    return TRUE;

  if (!apply (self, records, &error))
    {
      show_error (self, error->message);
      return FALSE;
    }

  show (self);
  return TRUE;
}

gboolean
way_field_row_restore (WayFieldRow *self)
{
  gboolean was_dirty;

  g_return_val_if_fail (WAY_IS_FIELD_ROW (self), FALSE);

  was_dirty = get_binding (self)->is_dirty;
  if (was_dirty)
    show (self);

  return was_dirty;
}

WayField
way_field_row_get_field (WayFieldRow *self)
{
  return get_binding (self)->field;
}

const WayFieldInfo *
way_field_row_get_info (WayFieldRow *self)
{
  return way_schema_get_field (get_binding (self)->field);
}

WayDocument *
way_field_row_get_document (WayFieldRow *self)
{
  return get_binding (self)->document;
}

WayRecord *
way_field_row_get_record (WayFieldRow *self)
{
  Binding *binding = get_binding (self);

  for (guint i = 0; binding->ids != NULL && i < binding->ids->len; i++)
    {
      WayRecord *record = lookup (binding, i);

      if (record != NULL)
        return record;
    }

  return NULL;
}

GPtrArray *
way_field_row_list_records (WayFieldRow *self)
{
  Binding *binding = get_binding (self);
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);

  for (guint i = 0; binding->ids != NULL && i < binding->ids->len; i++)
    {
      WayRecord *record = lookup (binding, i);

      if (record != NULL)
        g_ptr_array_add (records, way_record_ref (record));
    }

  return records;
}

gboolean
way_field_row_is_various (WayFieldRow *self)
{
  return get_binding (self)->is_various;
}

const char *
way_field_row_get_various (void)
{
  /* Translators: in place of a value, when the selected milestones or goals differ in it */
  return _ ("Various");
}

gboolean
way_field_row_touch (WayFieldRow *self)
{
  Binding *binding = get_binding (self);

  /* Widgets speak up while they are being built, before there is anything to edit */
  if (binding == NULL || binding->document == NULL || binding->is_showing)
    return FALSE;

  binding->is_dirty = TRUE;
  if (gtk_widget_has_css_class (GTK_WIDGET (self), "error"))
    show_error (self, NULL);

  return TRUE;
}

void
way_field_row_watch (WayFieldRow *self, GtkWidget *text)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_qdata (G_OBJECT (self), text_quark (), text);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_text_left), self);
  gtk_widget_add_controller (text, keys);
  gtk_widget_add_controller (text, focus);
}

/* GTK aligns by the direction of what is typed, in whatever direction the row runs */
static void
align_to_end (GtkWidget *entry)
{
  gboolean is_rtl = gtk_widget_get_direction (entry) == GTK_TEXT_DIR_RTL;
  PangoDirection own = is_rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (entry, gtk_editable_get_text (GTK_EDITABLE (entry)));
  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

  gtk_editable_set_alignment (GTK_EDITABLE (entry),
                              pango_layout_line_get_resolved_direction (line) == own ? 1 : 0);
}

void
way_field_row_keep_at_end (GtkWidget *entry)
{
  g_signal_connect (entry, "changed", G_CALLBACK (align_to_end), NULL);
  g_signal_connect (entry, "direction-changed", G_CALLBACK (align_to_end), NULL);
  align_to_end (entry);
}
