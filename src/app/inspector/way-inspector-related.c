/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What else in the plan speaks of a record: what it waits for, what waits for it, evidence,
 * remarks.
 */
#include "config.h"

#include "way-inspector-related.h"

#include "way-dependency-row.h"
#include "way-item-text.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define AVATAR_SIZE 32

static GtkWidget *
make_row (const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");

  return row;
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
make_link_row (const WayRecord *link)
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
make_comment_row (const WayRecord *comment)
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

/* Dependencies have no @make_row: their rows, which are edited, follow the plan, while those of the
 * others are made anew. @other_end is the milestone that they are called by. */
static const struct
{
  WayField field;
  const char *title;
  GtkWidget *(*make_row) (const WayRecord *referrer);
  WayField other_end;
} relations[] = {
  { WAY_DEPENDENCY_TO, N_ ("Waits for"), NULL, WAY_DEPENDENCY_FROM },
  { WAY_DEPENDENCY_FROM, N_ ("Leads to"), NULL, WAY_DEPENDENCY_TO },
  { WAY_LINK_OF, N_ ("Evidence"), make_link_row, WAY_FIELD_NONE },
  { WAY_COMMENT_ON, N_ ("Remarks"), make_comment_row, WAY_FIELD_NONE },
};

typedef struct
{
  GtkWidget *widget;    /* nullable: without a row there is none */
  GPtrArray *referrers; /* of WayRecord: what the rows are of, to see whether it changed */
  GPtrArray *ends;      /* of WayRecord: of dependencies the milestones */
  GPtrArray *rows;      /* of GtkWidget, one a referrer */
} Group;

struct _WayInspectorRelated
{
  GtkBox parent_instance;

  Group groups[G_N_ELEMENTS (relations)];
};

G_DEFINE_FINAL_TYPE (WayInspectorRelated, way_inspector_related, GTK_TYPE_BOX)

static GPtrArray *
new_records (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)way_record_unref);
}

static WayRecord *
find_end (WayPlan *plan, const WayRecord *dependency, WayField field)
{
  const WayId *id = way_record_get_ref (dependency, field);

  return id != NULL ? way_plan_lookup (plan, id) : NULL;
}

/* Without dependencies on what is not in the plan */
static GPtrArray *
find_referrers (WayPlan *plan, const WayId *id, guint relation)
{
  WayField other_end = relations[relation].other_end;
  g_autoptr (GPtrArray) all = way_plan_get_referrers (plan, id, relations[relation].field);
  GPtrArray *found = new_records ();

  for (guint i = 0; i < all->len; i++)
    if (other_end == WAY_FIELD_NONE || find_end (plan, all->pdata[i], other_end) != NULL)
      g_ptr_array_add (found, way_record_ref (all->pdata[i]));

  return found;
}

/* Whose titles and dates the rows of dependencies speak of */
static GPtrArray *
find_ends (WayPlan *plan, GPtrArray *referrers, guint relation)
{
  static const WayField fields[] = { WAY_DEPENDENCY_FROM, WAY_DEPENDENCY_TO };
  GPtrArray *found = new_records ();

  if (relations[relation].other_end == WAY_FIELD_NONE)
    return found;

  for (guint i = 0; i < referrers->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
      g_ptr_array_add (found, way_record_ref (find_end (plan, referrers->pdata[i], fields[j])));

  return found;
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->pdata, b->pdata, a->len * sizeof *a->pdata) == 0);
}

static gboolean
has_same_ids (GPtrArray *a, GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = way_id_equal (way_record_get_id (a->pdata[i]), way_record_get_id (b->pdata[i]));

  return same;
}

static void
make_rows (WayInspectorRelated *self, guint relation, GPtrArray *referrers)
{
  Group *group = &self->groups[relation];
  GtkWidget *before = NULL;

  if (group->widget != NULL)
    gtk_box_remove (GTK_BOX (self), group->widget);
  group->widget = NULL;
  g_ptr_array_set_size (group->rows, 0);
  if (referrers->len == 0)
    return;

  group->widget = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group->widget),
                                   _ (relations[relation].title));
  for (guint i = 0; i < referrers->len; i++)
    {
      GtkWidget *row = relations[relation].make_row != NULL
                           ? relations[relation].make_row (referrers->pdata[i])
                           : way_dependency_row_new (relations[relation].other_end);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group->widget), row);
      g_ptr_array_add (group->rows, row);
    }

  for (guint i = 0; i < relation; i++)
    before = self->groups[i].widget != NULL ? self->groups[i].widget : before;
  gtk_box_insert_child_after (GTK_BOX (self), group->widget, before);
}

static void
show_relation (WayInspectorRelated *self, guint relation, WayDocument *document, const WayId *id)
{
  Group *group = &self->groups[relation];
  WayPlan *plan = way_document_get_plan (document);
  g_autoptr (GPtrArray) referrers = find_referrers (plan, id, relation);
  g_autoptr (GPtrArray) ends = find_ends (plan, referrers, relation);
  gboolean follows = relations[relation].make_row == NULL;

  if (is_same (referrers, group->referrers) && is_same (ends, group->ends))
    return;

  if (!follows || !has_same_ids (referrers, group->referrers))
    make_rows (self, relation, referrers);
  for (guint i = 0; follows && i < referrers->len; i++)
    way_dependency_row_show (group->rows->pdata[i], document, referrers->pdata[i]);

  g_ptr_array_unref (group->referrers);
  g_ptr_array_unref (group->ends);
  group->referrers = g_steal_pointer (&referrers);
  group->ends = g_steal_pointer (&ends);
}

static void
way_inspector_related_finalize (GObject *object)
{
  WayInspectorRelated *self = WAY_INSPECTOR_RELATED (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    {
      g_ptr_array_unref (self->groups[i].referrers);
      g_ptr_array_unref (self->groups[i].ends);
      g_ptr_array_unref (self->groups[i].rows);
    }

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
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    self->groups[i] = (Group){ NULL, new_records (), new_records (), g_ptr_array_new () };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
}

GtkWidget *
way_inspector_related_new (void)
{
  return g_object_new (WAY_TYPE_INSPECTOR_RELATED, NULL);
}

void
way_inspector_related_show (WayInspectorRelated *self, WayDocument *document, const WayId *id)
{
  g_return_if_fail (WAY_IS_INSPECTOR_RELATED (self));
  g_return_if_fail (WAY_IS_DOCUMENT (document));
  g_return_if_fail (id != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (relations); i++)
    show_relation (self, i, document, id);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
}
