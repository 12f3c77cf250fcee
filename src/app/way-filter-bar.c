/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The bar in which a person says what to look for.
 */
#include "config.h"

#include "way-filter-bar.h"

#include "way-date-entry.h"
#include "way-fold-box.h"
#include "way-item-text.h"
#include "way-today.h"
#include "way-tooltip.h"

#include <glib/gi18n.h>

#define NEXT_MONTHS 12

struct _WayFilterBar
{
  AdwBin parent_instance;

  WayFilterState *state; /* nullable */
  GArray *people;        /* of WayId, as the row of people has them after its first */
  gboolean is_setting;

  GtkSearchBar *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkLabel *short_count; /* where there is no room for the words */
  GtkMenuButton *criteria_button;
  GtkWidget *criteria;
  GtkToggleButton *hide;
  AdwComboRow *category;
  AdwComboRow *status;
  AdwComboRow *person;
  AdwComboRow *period;
  GtkWidget *from;
  GtkWidget *to;
};

G_DEFINE_FINAL_TYPE (WayFilterBar, way_filter_bar, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef enum
{
  PERIOD_ANY,
  PERIOD_THIS_YEAR,
  PERIOD_NEXT_MONTHS,
  PERIOD_PAST,
  PERIOD_OWN,
  N_PERIODS
} Period;

static const char *const period_labels[N_PERIODS] = {
  [PERIOD_ANY] = N_ ("Any time"),
  [PERIOD_THIS_YEAR] = N_ ("This year"),
  [PERIOD_NEXT_MONTHS] = N_ ("Next 12 months"),
  [PERIOD_PAST] = N_ ("Past"),
  [PERIOD_OWN] = N_ ("From … to …"),
};

static void
read_period (WayFilterBar *self, WayCriteria *criteria)
{
  WayDay today = way_day_today ();

  switch ((Period)adw_combo_row_get_selected (self->period))
    {
    case PERIOD_THIS_YEAR:
      criteria->from = criteria->to = way_date_new (WAY_PRECISION_YEAR, today, WAY_DATE_EXACT);
      break;
    case PERIOD_NEXT_MONTHS:
      criteria->from = way_date_from_day (today);
      criteria->to = way_date_from_day (way_day_add_months (today, NEXT_MONTHS));
      break;
    case PERIOD_PAST:
      criteria->to = way_date_from_day (today - 1);
      break;
    case PERIOD_OWN:
      if (!way_date_entry_read (self->from, WAY_DATE_SIDE_START, &criteria->from))
        criteria->from = WAY_DATE_NONE;
      if (!way_date_entry_read (self->to, WAY_DATE_SIDE_END, &criteria->to))
        criteria->to = WAY_DATE_NONE;
      break;
    case PERIOD_ANY:
    default:
      break;
    }
}

/* How many of category, status, person and time are asked for */
static guint
count_chosen (WayFilterBar *self)
{
  AdwComboRow *const rows[] = { self->category, self->status, self->person, self->period };
  guint count = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    count += adw_combo_row_get_selected (rows[i]) > 0
             && adw_combo_row_get_selected (rows[i]) != GTK_INVALID_LIST_POSITION;

  return count;
}

static void
update_criteria_button (WayFilterBar *self)
{
  guint n_chosen = count_chosen (self);
  g_autofree char *label = NULL;

  /* Translators: on a button; %u says how many of category, status, person and time are asked for
   */
  label = n_chosen > 0 ? g_strdup_printf (_ ("Filter (%u)"), n_chosen) : g_strdup (_ ("Filter"));
  gtk_menu_button_set_label (self->criteria_button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->criteria_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
apply (WayFilterBar *self)
{
  guint category = adw_combo_row_get_selected (self->category);
  guint status = adw_combo_row_get_selected (self->status);
  guint person = adw_combo_row_get_selected (self->person);
  gboolean is_own = adw_combo_row_get_selected (self->period) == PERIOD_OWN;
  WayCriteria criteria = { .text = gtk_editable_get_text (GTK_EDITABLE (self->entry)) };

  if (self->is_setting || self->state == NULL)
    return;

  if (category > 0 && category <= WAY_N_CATEGORIES)
    criteria.categories = 1u << (category - 1);
  if (status > 0 && status <= WAY_N_STATUSES)
    criteria.statuses = 1u << (status - 1);
  if (person > 0 && person <= self->people->len)
    criteria.person = g_array_index (self->people, WayId, person - 1);
  read_period (self, &criteria);

  gtk_widget_set_visible (self->from, is_own);
  gtk_widget_set_visible (self->to, is_own);
  update_criteria_button (self);
  way_filter_state_set_criteria (self->state, &criteria);
}

static void
on_criteria_changed (WayFilterBar *self)
{
  apply (self);
}

static void
on_hide_notify (WayFilterBar *self)
{
  if (self->state != NULL)
    way_filter_state_set_hides (self->state, gtk_toggle_button_get_active (self->hide));
}

static void
reset_criteria (WayFilterBar *self)
{
  self->is_setting = TRUE;
  adw_combo_row_set_selected (self->category, 0);
  adw_combo_row_set_selected (self->status, 0);
  adw_combo_row_set_selected (self->person, 0);
  adw_combo_row_set_selected (self->period, PERIOD_ANY);
  gtk_editable_set_text (GTK_EDITABLE (self->from), "");
  gtk_editable_set_text (GTK_EDITABLE (self->to), "");
  self->is_setting = FALSE;
}

static void
on_reset_clicked (WayFilterBar *self)
{
  reset_criteria (self);
  apply (self);
}

/* People as they are when the bar is opened; the one that was chosen stays so */
static void
update_people (WayFilterBar *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  WayPlan *plan = way_filter_state_get_plan (self->state);
  guint n_people = 0;
  WayRecord *const *people
      = plan != NULL ? way_plan_get_records (plan, WAY_KIND_PERSON, &n_people) : NULL;

  self->is_setting = TRUE;
  g_array_set_size (self->people, 0);
  gtk_string_list_append (names, _ ("Anyone"));
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *name = way_text_title (people[i]);

      gtk_string_list_append (names, name);
      g_array_append_vals (self->people, way_record_get_id (people[i]), 1);
    }
  adw_combo_row_set_model (self->person, G_LIST_MODEL (names));
  gtk_widget_set_sensitive (GTK_WIDGET (self->person), n_people > 0);
  self->is_setting = FALSE;
}

static void
on_search_mode_notify (WayFilterBar *self)
{
  if (gtk_search_bar_get_search_mode (self->bar))
    return;

  self->is_setting = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  reset_criteria (self);
  gtk_toggle_button_set_active (self->hide, FALSE);
  self->is_setting = FALSE;
  apply (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_entry_activate (WayFilterBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-next", NULL);
}

static gboolean
on_entry_key_pressed (GtkEventControllerKey *controller, guint key, guint code,
                      GdkModifierType modifiers, gpointer user_data)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter)
      || (modifiers & (GDK_SHIFT_MASK | GDK_CONTROL_MASK | GDK_ALT_MASK)) != GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (entry, "win.find-previous", NULL);
  return GDK_EVENT_STOP;
}

/* From wherever in the bar; the search bar itself only knows it from the entry */
static gboolean
on_escape (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  way_filter_bar_close (WAY_FILTER_BAR (widget));
  return GDK_EVENT_STOP;
}

/* Orca reads the description with the entry, and a status as it changes */
static void
on_counted (WayFilterBar *self)
{
  guint n_milestones;
  guint n_matches = way_filter_state_count (self->state, &n_milestones);
  gboolean is_active = way_filter_state_is_active (self->state);
  g_autofree char *text = NULL;
  g_autofree char *numbers = NULL;

  if (is_active)
    {
      text = g_strdup_printf (
          /* Translators: how many milestones a filter leaves, as in: 14 of 103 milestones */
          ngettext ("%u of %u milestone", "%u of %u milestones", n_milestones), n_matches,
          n_milestones);
      /* Translators: the same in a narrow window, as in: 14 of 103 */
      numbers = g_strdup_printf (C_ ("milestones", "%u of %u"), n_matches, n_milestones);
    }
  gtk_label_set_label (self->count, text != NULL ? text : "");
  gtk_label_set_label (self->short_count, numbers != NULL ? numbers : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->short_count), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text != NULL ? text : "", -1);
  gtk_widget_set_visible (GTK_WIDGET (self->count), is_active);
  gtk_widget_set_visible (GTK_WIDGET (self->short_count), is_active);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
way_filter_bar_dispose (GObject *object)
{
  WayFilterBar *self = WAY_FILTER_BAR (object);

  self->is_setting = TRUE;
  g_clear_object (&self->state);
  G_OBJECT_CLASS (way_filter_bar_parent_class)->dispose (object);
}

static void
way_filter_bar_finalize (GObject *object)
{
  g_array_unref (WAY_FILTER_BAR (object)->people);
  G_OBJECT_CLASS (way_filter_bar_parent_class)->finalize (object);
}

static void
way_filter_bar_class_init (WayFilterBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_filter_bar_dispose;
  object_class->finalize = way_filter_bar_finalize;

  signals[CLOSED] = g_signal_new ("closed", WAY_TYPE_FILTER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);

  g_type_ensure (WAY_TYPE_FOLD_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, bar);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, entry);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, count);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, short_count);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, criteria);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, criteria_button);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, hide);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, category);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, status);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, person);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, period);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, from);
  gtk_widget_class_bind_template_child (widget_class, WayFilterBar, to);
  gtk_widget_class_bind_template_callback (widget_class, on_criteria_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, on_hide_notify);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_search_mode_notify);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, on_escape, NULL);
}

/* A row that begins with @any and goes on with the labels of a list of choices */
static void
set_choices (AdwComboRow *row, const char *any, WayField field)
{
  const WayFieldInfo *info = way_schema_get_field (field);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, any);
  for (guint i = 0; i < info->n_choices; i++)
    gtk_string_list_append (labels, _ (info->choices[i].label));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
way_filter_bar_init (WayFilterBar *self)
{
  g_autoptr (GtkStringList) periods = gtk_string_list_new (NULL);

  self->is_setting = TRUE;
  self->people = g_array_new (FALSE, FALSE, sizeof (WayId));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->bar, GTK_EDITABLE (self->entry));
  way_tooltip_give_way (GTK_WIDGET (self->criteria_button), self->criteria_button);

  set_choices (self->category, _ ("Any category"), WAY_MILESTONE_CATEGORY);
  set_choices (self->status, _ ("Any status"), WAY_MILESTONE_STATUS);
  for (guint i = 0; i < N_PERIODS; i++)
    gtk_string_list_append (periods, _ (period_labels[i]));
  adw_combo_row_set_model (self->period, G_LIST_MODEL (periods));
  update_criteria_button (self);
  self->is_setting = FALSE;
}

GtkWidget *
way_filter_bar_new (void)
{
  return g_object_new (WAY_TYPE_FILTER_BAR, NULL);
}

void
way_filter_bar_set_state (WayFilterBar *self, WayFilterState *state)
{
  g_return_if_fail (WAY_IS_FILTER_BAR (self));
  g_return_if_fail (self->state == NULL);

  self->state = g_object_ref (state);
  g_signal_connect_object (state, "counted", G_CALLBACK (on_counted), self, G_CONNECT_SWAPPED);
  on_counted (self);
}

void
way_filter_bar_read_again (WayFilterBar *self)
{
  g_return_if_fail (WAY_IS_FILTER_BAR (self));

  apply (self);
}

void
way_filter_bar_open (WayFilterBar *self)
{
  g_return_if_fail (WAY_IS_FILTER_BAR (self));

  if (!gtk_search_bar_get_search_mode (self->bar))
    {
      way_filter_state_prepare (self->state);
      update_people (self);
      gtk_search_bar_set_search_mode (self->bar, TRUE);
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
way_filter_bar_close (WayFilterBar *self)
{
  g_return_if_fail (WAY_IS_FILTER_BAR (self));

  gtk_search_bar_set_search_mode (self->bar, FALSE);
}
