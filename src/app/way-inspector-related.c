/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What else in the plan speaks of a record: what it waits for, what waits for it, evidence,
 * remarks.
 */
#include "config.h"

#include "way-inspector-related.h"

#include "way-dependency.h"
#include "way-item-text.h"
#include "way-schedule-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define AVATAR_SIZE 32

typedef GtkWidget *(*MakeRow) (WayPlan *plan, const WayRecord *referrer);

struct _WayInspectorRelated
{
  GtkBox parent_instance;

  GPtrArray *shown; /* of WayRecord: what the rows were made from, to see whether it changed */
};

G_DEFINE_FINAL_TYPE (WayInspectorRelated, way_inspector_related, GTK_TYPE_BOX)

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");

  return row;
}

/* As "Finish to start, 14 days later · 4 days too early" */
static char *
describe_dependency (WayPlan *plan, const WayRecord *dependency)
{
  g_autofree char *type = way_schedule_words_type (dependency);
  g_autofree char *early = way_schedule_words_early (plan, dependency);

  return early != NULL ? g_strdup_printf ("%s · %s", type, early) : g_steal_pointer (&type);
}

/* Moves the milestone on the page, and those that wait for it, to the first day that fits */
static void
add_repair_button (GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Repair"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Move what is too early to the first day that fits"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Repair dependencies"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.repair");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_milestone_row (WayPlan *plan, const WayRecord *dependency, WayField end)
{
  const WayId *id = way_record_get_ref (dependency, end);
  WayRecord *milestone = id != NULL ? way_plan_lookup (plan, id) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = describe_dependency (plan, dependency);
  char buffer[WAY_ID_BUFFER_SIZE];
  GtkWidget *row;

  if (milestone == NULL)
    return NULL;

  title = way_text_title (milestone);
  row = make_row (title, subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.reveal");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", way_id_format (id, buffer));
  if (way_dependency_get_days_missing (plan, dependency) > 0)
    {
      gtk_widget_add_css_class (row, "broken-dependency");
      add_repair_button (row);
    }
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

static GtkWidget *
make_predecessor_row (WayPlan *plan, const WayRecord *dependency)
{
  return make_milestone_row (plan, dependency, WAY_DEPENDENCY_FROM);
}

static GtkWidget *
make_successor_row (WayPlan *plan, const WayRecord *dependency)
{
  return make_milestone_row (plan, dependency, WAY_DEPENDENCY_TO);
}

static void
add_remove_button (GtkWidget *row, const char *title, const char *id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autofree char *name = g_strdup_printf (_ ("Take “%s” out of the evidence"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Take out of the evidence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-evidence");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* An address as it is, a file as people call its place */
static char *
describe_place (const char *uri)
{
  g_autoptr (GFile) file = uri != NULL ? g_file_new_for_uri (uri) : NULL;

  return file != NULL && g_file_is_native (file) ? g_file_get_parse_name (file) : g_strdup (uri);
}

static GtkWidget *
make_link_row (WayPlan *plan, const WayRecord *link)
{
  const char *uri = way_record_get_text (link, WAY_LINK_URI);
  g_autofree char *title = way_text_title (link);
  g_autofree char *place = describe_place (uri);
  GtkWidget *row = make_row (title, place);
  char id[WAY_ID_BUFFER_SIZE];

  way_id_format (way_record_get_id (link), id);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  add_remove_button (row, title, id);
  if (uri == NULL)
    return row;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-evidence");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("adw-external-link-symbolic"));

  return row;
}

/* The day of an instant, in the person's own time zone */
static char *
describe_instant (gint64 seconds)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  int year, month, day;

  if (seconds == 0 || local == NULL)
    return g_strdup ("");

  g_date_time_get_ymd (local, &year, &month, &day);
  return way_text_date (way_date_from_day (way_day_from_ymd (year, month, day)));
}

/* The date above the text: beside it, it would leave room for two words a line */
static GtkWidget *
make_comment_row (WayPlan *plan, const WayRecord *comment)
{
  const char *author = way_record_get_text (comment, WAY_COMMENT_AUTHOR);
  const char *text = way_record_get_text (comment, WAY_COMMENT_TEXT);
  g_autofree char *date = describe_instant (way_record_get_instant (comment, WAY_COMMENT_INSTANT));
  g_autofree char *dated = g_strconcat (date, *date != '\0' ? "\n" : "", text, NULL);
  GtkWidget *row = make_row (author != NULL ? author : _ ("Somebody"), dated);
  GtkWidget *avatar = adw_avatar_new (AVATAR_SIZE, author, author != NULL);

  gtk_widget_set_valign (avatar, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), avatar);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);

  return row;
}

static const struct
{
  WayField field;
  const char *title;
  MakeRow make_row;
} relations[] = {
  { WAY_DEPENDENCY_TO, N_ ("Waits for"), make_predecessor_row },
  { WAY_DEPENDENCY_FROM, N_ ("Leads to"), make_successor_row },
  { WAY_LINK_OF, N_ ("Evidence"), make_link_row },
  { WAY_COMMENT_ON, N_ ("Remarks"), make_comment_row },
};

static void
add_group (WayInspectorRelated *self, WayPlan *plan, guint relation, GPtrArray *referrers)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ (relations[relation].title));
  for (guint i = 0; i < referrers->len; i++)
    {
      GtkWidget *row = relations[relation].make_row (plan, referrers->pdata[i]);

      if (row != NULL)
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
    }

  gtk_box_append (GTK_BOX (self), group);
}

/* Adds @record, and for a dependency the milestones whose titles its row shows */
static void
note (GPtrArray *shown, WayPlan *plan, WayRecord *record)
{
  static const WayField ends[] = { WAY_DEPENDENCY_FROM, WAY_DEPENDENCY_TO };

  g_ptr_array_add (shown, way_record_ref (record));
  if (way_record_get_kind (record) != WAY_KIND_DEPENDENCY)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const WayId *id = way_record_get_ref (record, ends[i]);
      WayRecord *end = id != NULL ? way_plan_lookup (plan, id) : NULL;

      if (end != NULL)
        g_ptr_array_add (shown, way_record_ref (end));
    }
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

static void
way_inspector_related_finalize (GObject *object)
{
  g_ptr_array_unref (WAY_INSPECTOR_RELATED (object)->shown);

  G_OBJECT_CLASS (way_inspector_related_parent_class)->finalize (object);
}

static void
way_inspector_related_class_init (WayInspectorRelatedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = way_inspector_related_finalize;
}

static void
way_inspector_related_init (WayInspectorRelated *self)
{
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

GtkWidget *
way_inspector_related_new (void)
{
  return g_object_new (WAY_TYPE_INSPECTOR_RELATED, NULL);
}

void
way_inspector_related_show (WayInspectorRelated *self, WayPlan *plan, const WayId *id)
{
  GPtrArray *referrers[G_N_ELEMENTS (relations)];
  g_autoptr (GPtrArray) now = g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
  gboolean same;
  GtkWidget *child;

  g_return_if_fail (WAY_IS_INSPECTOR_RELATED (self));
  g_return_if_fail (WAY_IS_PLAN (plan));
  g_return_if_fail (id != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      referrers[i] = way_plan_get_referrers (plan, id, relations[i].field);
      for (guint j = 0; j < referrers[i]->len; j++)
        note (now, plan, referrers[i]->pdata[j]);
    }

  same = is_same (now, self->shown);
  while (!same && (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    {
      if (!same && referrers[i]->len > 0)
        add_group (self, plan, i, referrers[i]);
      g_ptr_array_unref (referrers[i]);
    }

  g_ptr_array_unref (self->shown);
  self->shown = g_steal_pointer (&now);
  gtk_widget_set_visible (GTK_WIDGET (self), self->shown->len > 0);
}
