/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The line for quick add. What was understood stands in a popover above it, so that nothing moves,
 * is underlined in the line, and is the line's description for screen readers.
 */
#include "config.h"

#include "way-quick-bar.h"

#include "way-item-text.h"
#include "way-quick-add.h"
#include "way-quick-answer.h"
#include "way-quick-complete.h"
#include "way-today.h"

#include <glib/gi18n.h>

#define MAX_COMPLETIONS 6
#define PAUSE 700 /* milliseconds without typing, until what was understood is said */

struct _WayQuickBar
{
  GtkWidget parent_instance;

  WayDocument *document;   /* nullable */
  WaySelection *selection; /* nullable */
  WayQuickWords *words;    /* nullable: read when first needed */
  WayQuickAdd *add;        /* nullable: what the line says */
  GPtrArray *offered;      /* of WayQuickCompletion, nullable */
  GSignalGroup *selection_signals;
  char *unsaid; /* nullable: what is to be said after a pause */
  guint pause;  /* 0, or the source that waits for it */

  GtkWidget *entry;
  WayQuickAnswer *answer; /* nullable: made when there is something to answer to */
};

G_DEFINE_FINAL_TYPE (WayQuickBar, way_quick_bar, GTK_TYPE_WIDGET)

enum
{
  ADDED,
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_text (WayQuickBar *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static WayPlan *
get_plan (WayQuickBar *self)
{
  return way_document_get_plan (self->document);
}

/* Whose milestone it becomes when the line names no goal: of what is selected */
static const WayId *
get_selected_goal (WayQuickBar *self)
{
  return self->selection != NULL ? way_selection_get_goal (self->selection, get_plan (self)) : NULL;
}

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_choice (GString *text, WayField field, guint choice)
{
  const WayFieldInfo *info = way_schema_get_field (field);

  if (choice != info->default_choice)
    append_part (text, _ (info->choices[choice].label));
}

static void
append_goal (WayQuickBar *self, GString *text)
{
  const WayId *id = way_id_is_null (&self->add->goal) ? get_selected_goal (self) : &self->add->goal;
  WayRecord *goal = id != NULL ? way_plan_lookup (get_plan (self), id) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *part = NULL;

  if (goal == NULL)
    {
      append_part (text, C_ ("quick add", "without a goal"));
      return;
    }
  title = way_text_title (goal);
  /* Translators: the goal that a milestone serves, as: in Become a nurse practitioner */
  part = g_strdup_printf (C_ ("quick add", "in %s"), title);
  append_part (text, part);
}

static void
append_people (WayQuickBar *self, GString *text)
{
  for (guint i = 0; i < self->add->people->len; i++)
    {
      WayRecord *person
          = way_plan_lookup (get_plan (self), &g_array_index (self->add->people, WayId, i));
      g_autofree char *name = way_text_title (person);
      g_autofree char *part = g_strdup_printf (C_ ("quick add", "with %s"), name);

      append_part (text, part);
    }
}

/* As "Milestone: Sit the CCRN exam · June to August 2027 · Certification · in Critical care" */
static char *
describe (WayQuickBar *self)
{
  GString *text = g_string_new (NULL);
  g_autofree char *dates = way_text_range (self->add->start, self->add->end);

  if (*self->add->title != '\0')
    {
      g_autofree char *part = g_strdup_printf (C_ ("quick add", "Milestone: %s"), self->add->title);

      append_part (text, part);
    }
  append_part (text, dates);
  append_choice (text, WAY_MILESTONE_CATEGORY, self->add->category);
  append_choice (text, WAY_MILESTONE_STATUS, self->add->status);
  append_people (self, text);
  append_goal (self, text);

  return g_string_free (text, FALSE);
}

static void
stop_waiting (WayQuickBar *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_pointer (&self->unsaid, g_free);
}

/* At once, as the answer to a key */
static void
set_description (WayQuickBar *self, const char *text)
{
  stop_waiting (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

static gboolean
on_pause (gpointer user_data)
{
  WayQuickBar *self = user_data;
  g_autofree char *text = g_steal_pointer (&self->unsaid);

  self->pause = 0;
  set_description (self, text);

  return G_SOURCE_REMOVE;
}

/* Said at each letter, it would be over the letters. Takes @text. */
static void
describe_after_pause (WayQuickBar *self, char *text)
{
  stop_waiting (self);
  self->unsaid = text;
  self->pause = g_timeout_add (PAUSE, on_pause, self);
}

static void
show_error (WayQuickBar *self, const char *text)
{
  way_quick_answer_set_problem (self->answer, text, TRUE);
  set_description (self, text);
}

static void
underline (WayQuickBar *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (guint i = 0; i < self->add->spans->len; i++)
    {
      const WayQuickSpan *span = &g_array_index (self->add->spans, WayQuickSpan, i);
      PangoAttribute *attribute = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      attribute->start_index = (guint)span->start;
      attribute->end_index = (guint)span->end;
      pango_attr_list_insert (attributes, attribute);
    }
  gtk_entry_set_attributes (GTK_ENTRY (self->entry), attributes);
}

static gboolean
is_offering (WayQuickBar *self)
{
  return self->offered != NULL && self->offered->len > 0
         && gtk_widget_get_visible (GTK_WIDGET (self->answer));
}

static void
offer_completions (WayQuickBar *self)
{
  const char *text = get_text (self);
  int cursor = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gsize at = (gsize)(g_utf8_offset_to_pointer (text, cursor) - text);

  g_clear_pointer (&self->offered, g_ptr_array_unref);
  self->offered = way_quick_complete (get_plan (self), text, at, MAX_COMPLETIONS);
  way_quick_answer_offer (self->answer, self->offered);
}

static gboolean
has_focus (WayQuickBar *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->entry;
}

/* As high as its text is now, and where the line is now */
static void
place_answer (WayQuickBar *self)
{
  if (self->answer != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->answer)))
    gtk_popover_present (GTK_POPOVER (self->answer));
}

static void
update_answer (WayQuickBar *self)
{
  if (self->answer == NULL)
    return;

  if (self->add != NULL && has_focus (self))
    {
      gtk_popover_popup (GTK_POPOVER (self->answer));
      place_answer (self);
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self->answer));
}

static void
accept_completion (WayQuickBar *self, guint index)
{
  const WayQuickCompletion *completion = g_ptr_array_index (self->offered, index);
  const char *text = get_text (self);
  g_autoptr (GString) line = g_string_new_len (text, (gssize)completion->start);
  int cursor;

  g_string_append_printf (line, "%s ", completion->text);
  cursor = (int)g_utf8_strlen (line->str, -1);
  g_string_append (line, text + completion->end + (text[completion->end] == ' ' ? 1 : 0));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), line->str);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), cursor);
}

static void
on_answer_chosen (WayQuickBar *self, int index)
{
  accept_completion (self, (guint)index);
}

/* Most windows close before anything is typed into the line */
static void
ensure_answer (WayQuickBar *self)
{
  if (self->answer != NULL)
    return;

  self->answer = WAY_QUICK_ANSWER (way_quick_answer_new ());
  g_signal_connect_swapped (self->answer, "chosen", G_CALLBACK (on_answer_chosen), self);
  gtk_widget_set_parent (GTK_WIDGET (self->answer), GTK_WIDGET (self));
}

static void
update (WayQuickBar *self)
{
  g_autofree char *text = NULL;
  const char *doubt;

  g_clear_pointer (&self->add, way_quick_add_free);
  if (self->document == NULL || *get_text (self) == '\0')
    {
      gtk_entry_set_attributes (GTK_ENTRY (self->entry), NULL);
      set_description (self, "");
      update_answer (self);
      return;
    }

  ensure_answer (self);
  if (self->words == NULL)
    self->words = way_quick_words_new ();
  self->add = way_quick_add_parse (self->words, get_text (self), get_plan (self), way_day_today ());
  underline (self);
  text = describe (self);
  way_quick_answer_set_understood (self->answer, text);
  offer_completions (self);
  doubt = self->offered->len == 0 ? self->add->doubt : NULL; /* not while it is being typed */
  way_quick_answer_set_problem (self->answer, doubt, FALSE);
  describe_after_pause (self, doubt != NULL ? g_strdup_printf ("%s. %s", text, doubt)
                                            : g_steal_pointer (&text));
  update_answer (self);
}

typedef struct
{
  const WayQuickAdd *add;
  const WayId *goal;
  WayId id;
} Addition;

static gboolean
run_add (WayEditGroup *group, gpointer user_data, GError **error)
{
  Addition *addition = user_data;

  return way_quick_add_run (group, addition->add, addition->goal, &addition->id, error);
}

static void
add_milestone (WayQuickBar *self)
{
  Addition addition = { .add = self->add };
  const WayId *goal = get_selected_goal (self);
  WayId goal_id = goal != NULL ? *goal : WAY_ID_NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup_printf (_ ("Add “%s”"), self->add->title);
  g_autofree char *said = NULL;

  addition.goal = goal != NULL ? &goal_id : NULL;
  if (!way_quick_add_check (self->add, &error)
      || !way_document_execute (self->document, name, NULL, run_add, &addition, &error))
    {
      show_error (self, error->message);
      return;
    }

  /* Translators: what quick add did; a milestone's title */
  said = g_strdup_printf (_ ("“%s” was added."), self->add->title);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  g_signal_emit (self, signals[ADDED], 0, &addition.id);
  set_description (self, said);
}

static void
on_changed (WayQuickBar *self)
{
  update (self);
}

static void
on_cursor_moved (WayQuickBar *self)
{
  if (self->add != NULL)
    offer_completions (self);
}

static void
on_focus_changed (WayQuickBar *self)
{
  update_answer (self);
}

static void
on_activate (WayQuickBar *self)
{
  if (is_offering (self) && way_quick_answer_get_selected (self->answer) >= 0)
    accept_completion (self, (guint)way_quick_answer_get_selected (self->answer));
  else if (self->add != NULL)
    add_milestone (self);
}

/* Round, by way of none */
static void
walk_completions (WayQuickBar *self, int step)
{
  int selected = way_quick_answer_get_selected (self->answer);
  int n = (int)self->offered->len + 1;
  int index = ((selected >= 0 ? selected : n - 1) + step + n) % n;

  way_quick_answer_select (self->answer, index);
  if (index < n - 1)
    set_description (
        self, ((WayQuickCompletion *)g_ptr_array_index (self->offered, (guint)index))->label);
}

static gboolean
on_key_pressed (WayQuickBar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    {
      if (*get_text (self) != '\0')
        gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
      else
        g_signal_emit (self, signals[LEFT], 0);
      return GDK_EVENT_STOP;
    }
  if (!is_offering (self))
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      walk_completions (self, 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      walk_completions (self, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
      accept_completion (self, (guint)MAX (0, way_quick_answer_get_selected (self->answer)));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
way_quick_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (WAY_QUICK_BAR (widget)->entry, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
way_quick_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  WayQuickBar *self = WAY_QUICK_BAR (widget);

  gtk_widget_size_allocate (self->entry, &(GtkAllocation){ 0, 0, width, height }, baseline);
  place_answer (self);
}

static void
way_quick_bar_dispose (GObject *object)
{
  WayQuickBar *self = WAY_QUICK_BAR (object);

  stop_waiting (self);
  g_clear_object (&self->selection_signals);
  if (self->answer != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->answer)));
  g_clear_pointer (&self->entry, gtk_widget_unparent);
  g_clear_pointer (&self->add, way_quick_add_free);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  g_clear_pointer (&self->words, way_quick_words_free);
  g_clear_object (&self->document);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (way_quick_bar_parent_class)->dispose (object);
}

static void
way_quick_bar_class_init (WayQuickBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_quick_bar_dispose;
  widget_class->measure = way_quick_bar_measure;
  widget_class->size_allocate = way_quick_bar_size_allocate;

  signals[ADDED] = g_signal_new ("added", WAY_TYPE_QUICK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[LEFT] = g_signal_new ("left", WAY_TYPE_QUICK_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-quick-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WayQuickBar, entry);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_cursor_moved);
  gtk_widget_class_bind_template_callback (widget_class, on_focus_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed);
  gtk_widget_class_set_css_name (widget_class, "quickbar");
}

static void
way_quick_bar_init (WayQuickBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->selection_signals = g_signal_group_new (WAY_TYPE_SELECTION);
  /* It tells the goal of what is typed */
  g_signal_group_connect_swapped (self->selection_signals, "changed",
                                  G_CALLBACK (way_quick_bar_read_again), self);
}

void
way_quick_bar_set_document (WayQuickBar *self, WayDocument *document, WaySelection *selection)
{
  g_return_if_fail (WAY_IS_QUICK_BAR (self));

  g_set_object (&self->document, document);
  g_set_object (&self->selection, selection);
  g_signal_group_set_target (self->selection_signals, selection);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_sensitive (GTK_WIDGET (self), document != NULL);
}

void
way_quick_bar_read_again (WayQuickBar *self)
{
  g_return_if_fail (WAY_IS_QUICK_BAR (self));

  if (*get_text (self) != '\0') /* where nothing is typed, there is nothing to tell */
    update (self);
}

/* Not by the class's grab_focus, which Shift+Tab asks on its way out */
void
way_quick_bar_focus (WayQuickBar *self)
{
  g_return_if_fail (WAY_IS_QUICK_BAR (self));

  gtk_widget_grab_focus (self->entry);
}
