/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The panel at the end of the window: edits the fields of what is selected, or of the plan when
 * nothing is.
 */
#include "config.h"

#include "way-inspector.h"

#include "way-inspector-body.h"
#include "way-inspector-page.h"
#include "way-item-text.h"

#include <glib/gi18n.h>

struct _WayInspector
{
  GtkWidget parent_instance;

  WayDocument *document; /* nullable */
  GSignalGroup *document_signals;
  GSignalGroup *plan_signals;
  GSignalGroup *selection_signals;
  WaySelection *selection;                      /* nullable */
  GArray *shown;                                /* nullable: of WayId, what is shown now */
  WayInspectorPage *pages[WAY_N_KINDS];         /* nullable: made when first needed */
  WayInspectorPage *several_pages[WAY_N_KINDS]; /* the same, for several records */
  WayInspectorPage *page; /* nullable: the present one, none of records of several kinds */
  guint update_source;    /* 0, or brings the rows up to date */

  WayInspectorBody *body; /* nullable: made when there is something to show */
};

G_DEFINE_FINAL_TYPE (WayInspector, way_inspector, GTK_TYPE_WIDGET)

static const char *
label_choice (const WayRecord *record, WayField field)
{
  return _ (way_schema_get_field (field)->choices[way_record_get_choice (record, field)].label);
}

/* What the record is and where it belongs, as "Mentoring · Learn with a mentor" */
static char *
describe_record (WayPlan *plan, const WayRecord *record)
{
  const char *what = NULL;
  const WayId *up = NULL;
  WayRecord *goal;
  g_autofree char *title = NULL;

  switch (way_record_get_kind (record))
    {
    case WAY_KIND_MILESTONE:
      what = label_choice (record, WAY_MILESTONE_CATEGORY);
      up = way_record_get_ref (record, WAY_MILESTONE_GOAL);
      break;
    case WAY_KIND_GOAL:
      what = _ ("Goal");
      up = way_record_get_ref (record, WAY_GOAL_PARENT);
      break;
    default:
      return g_strdup (_ ("Select a goal or a milestone to edit it here"));
    }

  goal = up != NULL ? way_plan_lookup_kind (plan, WAY_KIND_GOAL, up) : NULL;
  if (goal == NULL)
    return g_strdup (what);

  title = way_text_title (goal);
  return g_strdup_printf ("%s · %s", what, title);
}

static void
update_heading (WayInspector *self, const WayRecord *record)
{
  WayPlan *plan = way_document_get_plan (self->document);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (record == NULL)
    {
      guint n_selected = way_selection_get_count (self->selection);

      title = g_strdup_printf (ngettext ("%u selected", "%u selected", n_selected), n_selected);
      way_inspector_body_set_heading (self->body, title,
                                      _ ("What you do here is done to all of them"));
      return;
    }

  subtitle = describe_record (plan, record);
  title = way_record_get_kind (record) == WAY_KIND_PLAN
              ? g_strdup (way_document_get_title (self->document))
              : way_text_title (record);
  way_inspector_body_set_heading (self->body, title, subtitle);
}

/* The record to edit: the selected one, or the plan; %NULL when several are selected */
static WayRecord *
find_subject (WayInspector *self)
{
  WayPlan *plan = way_document_get_plan (self->document);
  guint n_selected = self->selection != NULL ? way_selection_get_count (self->selection) : 0;
  WayRecord *record;

  if (n_selected > 1)
    return NULL;
  if (n_selected == 0)
    return way_plan_get_root (plan);

  record = way_plan_lookup (plan, way_selection_get_primary (self->selection));
  if (record == NULL
      || (way_record_get_kind (record) != WAY_KIND_GOAL
          && way_record_get_kind (record) != WAY_KIND_MILESTONE))
    return way_plan_get_root (plan);

  return record;
}

static WayInspectorPage *
get_page (WayInspector *self, WayKind kind, gboolean for_several)
{
  WayInspectorPage **place = for_several ? &self->several_pages[kind] : &self->pages[kind];

  if (*place == NULL)
    {
      GtkWidget *page
          = for_several ? way_inspector_page_new_for_several (kind) : way_inspector_page_new (kind);

      way_inspector_body_add_page (self->body, page);
      *place = WAY_INSPECTOR_PAGE (page);
    }

  return *place;
}

/* A field is of one kind: records of several have none in common, whatever theirs are called */
static WayInspectorPage *
find_page_of_several (WayInspector *self)
{
  WayPlan *plan = way_document_get_plan (self->document);
  WayKind common = WAY_KIND_ANY;
  guint n_ids;
  const WayId *ids = way_selection_get_ids (self->selection, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      const WayRecord *record = way_plan_lookup (plan, &ids[i]);
      WayKind kind = record != NULL ? way_record_get_kind (record) : common;

      if (common != WAY_KIND_ANY && kind != common)
        return NULL;
      common = kind;
    }

  return common == WAY_KIND_GOAL || common == WAY_KIND_MILESTONE ? get_page (self, common, TRUE)
                                                                 : NULL;
}

/* (transfer full): the ids of @record, or of all that are selected */
static GArray *
list_subject (WayInspector *self, const WayRecord *record)
{
  GArray *subject = g_array_new (FALSE, FALSE, sizeof (WayId));
  guint n_ids = 1;
  const WayId *ids = record != NULL ? way_record_get_id (record)
                                    : way_selection_get_ids (self->selection, &n_ids);

  return g_array_append_vals (subject, ids, n_ids);
}

static gboolean
is_shown (WayInspector *self, GArray *subject)
{
  return self->shown != NULL && self->shown->len == subject->len
         && memcmp (self->shown->data, subject->data, subject->len * sizeof (WayId)) == 0;
}

/* A focused row must not be hidden while it has the focus */
static void
leave_page (WayInspector *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->page != NULL)
    way_inspector_page_commit (self->page);
  if (focus != NULL && root != NULL)
    gtk_root_set_focus (root, NULL);
}

static void
ensure_body (WayInspector *self)
{
  if (self->body != NULL)
    return;

  self->body = WAY_INSPECTOR_BODY (way_inspector_body_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->body), GTK_WIDGET (self));
}

static void
show_subject (WayInspector *self)
{
  WayRecord *record;
  WayInspectorPage *page;
  g_autoptr (GArray) subject = NULL;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->document == NULL)
    return;

  ensure_body (self);
  record = find_subject (self);
  page = record != NULL ? get_page (self, way_record_get_kind (record), FALSE)
                        : find_page_of_several (self);
  subject = list_subject (self, record);
  update_heading (self, record);
  if (page == self->page && is_shown (self, subject))
    {
      if (page != NULL)
        way_inspector_page_refresh (page);
      return;
    }

  leave_page (self);
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = g_array_ref (subject);
  self->page = page;
  if (page != NULL)
    way_inspector_page_set_records (page, self->document, subject);
  way_inspector_body_show_page (self->body, GTK_WIDGET (page), subject->len > 1);
}

static gboolean
on_idle (gpointer user_data)
{
  WayInspector *self = user_data;

  self->update_source = 0;
  show_subject (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (WayInspector *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* What nobody sees need not follow, and many records do once there is time: or a rubber band would
 * wait for all of them at each it takes in */
static void
update (WayInspector *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->selection != NULL && way_selection_get_count (self->selection) > 1)
    queue_update (self);
  else
    show_subject (self);
}

/* All of it comes after the first frame, which shows the timeline so much the sooner */
static void
way_inspector_map (GtkWidget *widget)
{
  WayInspector *self = WAY_INSPECTOR (widget);

  GTK_WIDGET_CLASS (way_inspector_parent_class)->map (widget);

  queue_update (self);
}

static void
way_inspector_dispose (GObject *object)
{
  WayInspector *self = WAY_INSPECTOR (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->selection_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->document);
  if (self->body != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->body)));

  G_OBJECT_CLASS (way_inspector_parent_class)->dispose (object);
}

static void
way_inspector_finalize (GObject *object)
{
  g_clear_pointer (&WAY_INSPECTOR (object)->shown, g_array_unref);

  G_OBJECT_CLASS (way_inspector_parent_class)->finalize (object);
}

static void
way_inspector_class_init (WayInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_inspector_dispose;
  object_class->finalize = way_inspector_finalize;
  widget_class->map = way_inspector_map;

  /* A field with something to restore takes Escape for itself */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.leave-inspector",
                                       NULL);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
way_inspector_init (WayInspector *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "background");
  gtk_widget_add_css_class (GTK_WIDGET (self), "inspector");

  self->document_signals = g_signal_group_new (WAY_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify::read-only", G_CALLBACK (update),
                                  self);
  self->plan_signals = g_signal_group_new (WAY_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "changed", G_CALLBACK (update), self);
  self->selection_signals = g_signal_group_new (WAY_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (update), self);
}

GtkWidget *
way_inspector_new (void)
{
  return g_object_new (WAY_TYPE_INSPECTOR, NULL);
}

void
way_inspector_set_document (WayInspector *self, WayDocument *document, WaySelection *selection)
{
  g_return_if_fail (WAY_IS_INSPECTOR (self));
  g_return_if_fail (document == NULL || WAY_IS_DOCUMENT (document));
  g_return_if_fail (selection == NULL || WAY_IS_SELECTION (selection));

  leave_page (self);
  self->page = NULL;
  g_clear_pointer (&self->shown, g_array_unref);
  g_set_object (&self->document, document);
  g_set_object (&self->selection, selection);
  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->plan_signals,
                             document != NULL ? way_document_get_plan (document) : NULL);
  g_signal_group_set_target (self->selection_signals, selection);
  update (self);
}

void
way_inspector_commit (WayInspector *self)
{
  g_return_if_fail (WAY_IS_INSPECTOR (self));

  if (self->page != NULL)
    way_inspector_page_commit (self->page);
}

gboolean
way_inspector_restore (WayInspector *self)
{
  g_return_val_if_fail (WAY_IS_INSPECTOR (self), FALSE);

  return self->page != NULL && way_inspector_page_restore (self->page);
}

void
way_inspector_focus_title (WayInspector *self)
{
  g_return_if_fail (WAY_IS_INSPECTOR (self));

  show_subject (self);
  if (self->page != NULL)
    way_inspector_page_focus_first (self->page);
}

GtkWidget *
way_inspector_get_row (WayInspector *self, WayField field)
{
  g_return_val_if_fail (WAY_IS_INSPECTOR (self), NULL);

  return self->page != NULL ? way_inspector_page_get_row (self->page, field) : NULL;
}
