/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The program: one process however often it is started, one window a plan.
 */
#include "config.h"

#include "way-application.h"

#include "way-about.h"
#include "way-accels.h"
#include "way-click-keeper.h"
#include "way-early-theme.h"
#include "way-head-start.h"
#include "way-preferences.h"
#include "way-recovery-offer.h"
#include "way-settings.h"

#include <glib/gi18n.h>

struct _WayApplication
{
  AdwApplication parent_instance;

  GSettings *settings;      /* nullable: without an installed schema nothing is remembered */
  GFile *named;             /* nullable: the first plan on the command line */
  WayHeadStart *head_start; /* nullable */
  WayRecoveryOffer *recovery_offer;
};

G_DEFINE_FINAL_TYPE (WayApplication, way_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL },
};

static void
on_quit_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows
      = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
on_about_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  way_about_present (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
on_shortcuts_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  way_accels_present_shortcuts (gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
on_preferences_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  WayApplication *self = WAY_APPLICATION (user_data);
  GtkWidget *preferences = way_preferences_new (
      gtk_application_get_active_window (GTK_APPLICATION (self)), self->settings);

  gtk_window_present (GTK_WINDOW (preferences));
}

static void
on_new_window_activate (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (way_application_create_window (user_data)));
}

static const GActionEntry actions[] = {
  { "quit", on_quit_activate },
  { "about", on_about_activate },
  { "shortcuts", on_shortcuts_activate },
  { "new-window", on_new_window_activate },
  { "preferences", on_preferences_activate },
};

/* Only looks: what the arguments mean is for the parent to say */
static gboolean
way_application_local_command_line (GApplication *application, char ***arguments, int *status)
{
  WayApplication *self = WAY_APPLICATION (application);
  char **words = *arguments;

  for (guint i = 1; words[0] != NULL && words[i] != NULL && self->named == NULL; i++)
    if (words[i][0] != '-')
      self->named = g_file_new_for_commandline_arg (words[i]);

  return G_APPLICATION_CLASS (way_application_parent_class)
      ->local_command_line (application, arguments, status);
}

static gint
way_application_handle_local_options (GApplication *application, GVariantDict *values)
{
  if (!g_variant_dict_contains (values, "version"))
    return -1;

  g_print ("Waymark %s\n", WAY_VERSION);
  return 0;
}

static void
on_high_contrast_notify (AdwStyleManager *manager, GParamSpec *pspec, GtkStyleProvider *dim)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_remove_provider_for_display (display, dim);
  else /* over the theme, and below what else is the program's own */
    gtk_style_context_add_provider_for_display (display, dim,
                                                GTK_STYLE_PROVIDER_PRIORITY_THEME + 1);
}

static void
load_dim_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) dim = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (dim, "/org/waymark/Waymark/style-dim.css");
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (on_high_contrast_notify),
                         g_object_ref (dim), (GClosureNotify)(GCallback)g_object_unref, 0);
  on_high_contrast_notify (manager, NULL, GTK_STYLE_PROVIDER (dim));
}

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/waymark/Waymark/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
way_application_startup (GApplication *application)
{
  WayApplication *self = WAY_APPLICATION (application);

  way_early_theme_init (); /* before the thread */
  if (self->named != NULL && way_head_start_is_small (self->named))
    self->head_start = way_head_start_new (self->named);

  /* With a base path for resources GTK adds icons of our own to the theme, which it has read on a
   * thread by then, and now would have to read again before the first frame */
  g_application_set_resource_base_path (application, NULL);
  G_APPLICATION_CLASS (way_application_parent_class)->startup (application);

  load_style ();
  load_dim_style ();
  gtk_window_set_default_icon_name (WAY_APPLICATION_ID);
  way_accels_install (GTK_APPLICATION (application));
  self->recovery_offer = way_recovery_offer_new (self);
}

/* Starting the program again brings back what is there, as a click on its icon should */
static void
way_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (way_application_create_window (WAY_APPLICATION (application)));

  gtk_window_present (window);
}

static void
way_application_open (GApplication *application, GFile **files, gint n_files, const char *hint)
{
  WayApplication *self = WAY_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      WayWindow *window = way_application_find_window (self, files[i]);

      if (window != NULL)
        gtk_window_present (GTK_WINDOW (window));
      else
        way_window_open_file (way_application_create_window (self), files[i]);
    }
}

/* Dialogs, too */
static void
way_application_window_added (GtkApplication *application, GtkWindow *window)
{
  way_click_keeper_watch (window);

  GTK_APPLICATION_CLASS (way_application_parent_class)->window_added (application, window);
}

static void
way_application_dispose (GObject *object)
{
  WayApplication *self = WAY_APPLICATION (object);

  g_clear_pointer (&self->recovery_offer, way_recovery_offer_free);
  g_clear_pointer (&self->head_start, way_head_start_free);
  g_clear_object (&self->named);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (way_application_parent_class)->dispose (object);
}

static void
way_application_class_init (WayApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  object_class->dispose = way_application_dispose;

  application_class->local_command_line = way_application_local_command_line;
  application_class->handle_local_options = way_application_handle_local_options;
  application_class->startup = way_application_startup;
  application_class->activate = way_application_activate;
  application_class->open = way_application_open;

  gtk_application_class->window_added = way_application_window_added;
}

static void
way_application_init (WayApplication *self)
{
  self->settings = way_settings_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[PLAN…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self), _ ("Plan a career on a timeline and keep it as a file of your own."));
}

WayApplication *
way_application_new (void)
{
  return g_object_new (WAY_TYPE_APPLICATION, "application-id", WAY_APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

WayWindow *
way_application_find_window (WayApplication *self, GFile *file)
{
  g_return_val_if_fail (WAY_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (WAY_IS_WINDOW (l->data) && way_window_has_file (l->data, file))
      return l->data;

  return NULL;
}

WayDocument *
way_application_load (WayApplication *self, GFile *file, GError **error)
{
  g_return_val_if_fail (WAY_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (self->head_start != NULL && way_head_start_is_for (self->head_start, file))
    {
      g_autoptr (WayHeadStart) head_start = g_steal_pointer (&self->head_start);

      return way_head_start_finish (head_start, error);
    }

  return way_document_load (file, NULL, error);
}

WayWindow *
way_application_create_window (WayApplication *self)
{
  g_return_val_if_fail (WAY_IS_APPLICATION (self), NULL);

  return way_window_new (GTK_APPLICATION (self), self->settings);
}
