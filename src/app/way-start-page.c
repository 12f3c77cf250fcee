/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a window shows while it has no plan: recent plans, templates and examples.
 */
#include "config.h"

#include "way-start-page.h"

#include "way-paths.h"
#include "way-plan-card.h"
#include "way-plan-source.h"
#include "way-recent.h"
#include "way-templates.h"

#include <glib/gi18n.h>

#define RECENT_LIMIT 6
#define ENDING ".waymark"

struct _WayStartPage
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *new_button;
  GtkWidget *recent_section;
  GtkWidget *examples_section;
  GtkFlowBox *recent;
  GtkFlowBox *templates;
  GtkFlowBox *examples;
  GtkWidget *try_button;
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (WayStartPage, way_start_page, GTK_TYPE_WIDGET)

static void
clear_cards (GtkFlowBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_flow_box_remove (box, child);
}

static void
draw_file (GtkWidget *card, GFile *file)
{
  way_plan_card_draw (WAY_PLAN_CARD (card), way_plan_source_read_file, g_object_ref (file),
                      (GBoxedCopyFunc)g_object_ref, g_object_unref);
  way_plan_card_take_title (WAY_PLAN_CARD (card));
}

/* Beneath the home folder a path is shorter without it */
static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFile) home = g_file_new_for_path (g_get_home_dir ());
  g_autofree char *relative = NULL;

  if (folder == NULL)
    return g_strdup ("");
  if (g_file_equal (folder, home))
    return g_strdup (_ ("Home folder"));

  relative = g_file_get_relative_path (home, folder);
  return relative != NULL ? g_steal_pointer (&relative) : g_file_get_parse_name (folder);
}

static void
fill_recent (WayStartPage *self)
{
  g_autoptr (GPtrArray) plans = way_recent_list (RECENT_LIMIT);

  if (!self->is_filled)
    return;

  clear_cards (self->recent);
  for (guint i = 0; i < plans->len; i++)
    {
      const WayRecentPlan *plan = g_ptr_array_index (plans, i);
      g_autofree char *uri = g_file_get_uri (plan->file);
      g_autofree char *folder = describe_folder (plan->file);
      GtkWidget *card = way_plan_card_new (plan->title, folder, "win.open-uri", uri);

      draw_file (card, plan->file);
      gtk_flow_box_append (self->recent, card);
    }

  gtk_widget_set_visible (self->recent_section, plans->len > 0);
}

static void
fill_templates (WayStartPage *self)
{
  guint n_templates;
  const WayTemplate *templates = way_templates_list (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    {
      GtkWidget *card = way_plan_card_new (_ (templates[i].title), _ (templates[i].description),
                                           "win.new-from-template", templates[i].id);

      way_plan_card_draw (WAY_PLAN_CARD (card), way_plan_source_read_template,
                          g_strdup (templates[i].id), (GBoxedCopyFunc)g_strdup, g_free);
      gtk_flow_box_append (self->templates, card);
    }
}

/* A title until the file has been read: ward-nurse-to-nurse-practitioner becomes Ward nurse to … */
static char *
title_from_name (const char *name)
{
  g_autofree char *words = g_strndup (name, strlen (name) - strlen (ENDING));

  g_strdelimit (words, "-_", ' ');
  words[0] = g_ascii_toupper (words[0]);

  return g_steal_pointer (&words);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* Returns: (transfer full) (element-type utf8): the names of the installed examples */
static GPtrArray *
list_examples (const char *folder)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  return names;
}

static void
fill_examples (WayStartPage *self)
{
  g_autofree char *data = way_paths_get_data_dir ();
  g_autofree char *folder = g_build_filename (data, "examples", NULL);
  g_autoptr (GPtrArray) names = list_examples (folder);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *title = title_from_name (name);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autofree char *uri = g_file_get_uri (file);
      GtkWidget *card
          = way_plan_card_new (title, _ ("Opens as a copy of your own"), "win.open-example", uri);

      draw_file (card, file);
      gtk_flow_box_append (self->examples, card);
      if (i == 0)
        gtk_actionable_set_action_target (GTK_ACTIONABLE (self->try_button), "s", uri);
    }

  gtk_widget_set_visible (self->examples_section, names->len > 0);
  gtk_widget_set_visible (self->try_button, names->len > 0);
}

static void
on_card_activated (GtkFlowBox *box, GtkFlowBoxChild *child)
{
  way_plan_card_choose (WAY_PLAN_CARD (child));
}

static void
way_start_page_dispose (GObject *object)
{
  WayStartPage *self = WAY_START_PAGE (object);

  g_signal_handlers_disconnect_by_data (gtk_recent_manager_get_default (), self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (way_start_page_parent_class)->dispose (object);
}

/* A window that opens a plan at once never pays for this page */
static void
way_start_page_map (GtkWidget *widget)
{
  WayStartPage *self = WAY_START_PAGE (widget);

  if (!self->is_filled)
    {
      self->is_filled = TRUE;
      fill_recent (self);
      fill_templates (self);
      fill_examples (self);
    }

  GTK_WIDGET_CLASS (way_start_page_parent_class)->map (widget);
}

static gboolean
way_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (WAY_START_PAGE (widget)->new_button);
}

static void
way_start_page_class_init (WayStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = way_start_page_dispose;
  widget_class->map = way_start_page_map;
  widget_class->grab_focus = way_start_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/waymark/Waymark/ui/way-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, new_button);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, recent_section);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, examples_section);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, templates);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, examples);
  gtk_widget_class_bind_template_child (widget_class, WayStartPage, try_button);
  gtk_widget_class_bind_template_callback (widget_class, on_card_activated);
}

static void
way_start_page_init (WayStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent),
                            self);
}

GtkWidget *
way_start_page_new (void)
{
  return g_object_new (WAY_TYPE_START_PAGE, NULL);
}
