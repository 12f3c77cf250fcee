/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small plan, and windows to try things on.
 */
#include "app-fixture.h"

#include "way-value.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define ID(last)                                                                                   \
  {                                                                                                \
    {                                                                                              \
      1, 2, 3, 4, 5, 6, 0x47, 8, 0x89, 10, 11, 12, 13, 14, 15, last                                \
    }                                                                                              \
  }

const WayId app_goal = ID (1);
const WayId app_other_goal = ID (2);
const WayId app_person = ID (3);
const WayId app_credential = ID (4);
const WayId app_milestone = ID (5);
const WayId app_other_milestone = ID (6);

static WayApplication *application;

static void
stop_application (void)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (application)));

  g_list_free_full (windows, (GDestroyNotify)gtk_window_destroy);
  g_clear_object (&application);
}

void
app_init (int *argc, char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
}

static void
add (WayPlan *plan, WayKind kind, const WayId *id, const char *title, WayField field,
     const char *value)
{
  g_autoptr (WayRecordBuilder) builder = way_record_builder_new ();

  way_record_builder_start (builder, kind, id);
  way_record_builder_set_text (builder, way_schema_get_kind (kind)->called, title, -1);
  g_assert_true (way_record_builder_parse (builder, field, value, -1, NULL));
  if (kind == WAY_KIND_MILESTONE)
    way_record_builder_set_ref (builder, WAY_MILESTONE_GOAL, &app_goal);
  g_assert_true (way_plan_add_loaded (plan, way_record_builder_end (builder)));
}

WayPlan *
app_read_again (WayPlan *plan)
{
  WayPlan *again = way_plan_new (way_plan_get_id (plan));

  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      guint n_records;
      WayRecord *const *records = way_plan_get_records (plan, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        g_assert_true (way_plan_add_loaded (again, way_record_ref (records[i])));
    }
  return again;
}

WayDocument *
app_document_new (void)
{
  g_autoptr (WayPlan) plan = way_plan_new (NULL);

  add (plan, WAY_KIND_GOAL, &app_goal, "Become an acute-care nurse", WAY_GOAL_RANK, "a");
  add (plan, WAY_KIND_GOAL, &app_other_goal, "Learn with a mentor", WAY_GOAL_RANK, "b");
  add (plan, WAY_KIND_PERSON, &app_person, "R. Okafor", WAY_PERSON_RELATION, "mentor");
  add (plan, WAY_KIND_CREDENTIAL, &app_credential, "RN licence", WAY_CREDENTIAL_KIND, "licence");
  add (plan, WAY_KIND_MILESTONE, &app_milestone, "Sit the CCRN", WAY_MILESTONE_START, "2027-06");
  add (plan, WAY_KIND_MILESTONE, &app_other_milestone, "Review course", WAY_MILESTONE_START,
       "2027-01-04");

  return way_document_new (plan);
}

WayWindow *
app_window_new (void)
{
  WayWindow *window;

  if (application == NULL)
    {
      application = way_application_new ();
      g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
      atexit (stop_application);
    }

  window = way_application_create_window (application);
  app_present (GTK_WINDOW (window));

  return window;
}

WayWindow *
app_window_open (WayDocument *document)
{
  WayWindow *window = app_window_new ();

  way_window_set_document (window, document);
  app_draw (GTK_WIDGET (window));
  return window;
}

void
app_window_close (WayWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
}

static gboolean
is_mapped (gpointer window)
{
  return gtk_widget_get_mapped (window);
}

void
app_present (GtkWindow *window)
{
  gtk_window_present (window);
  app_wait_for (is_mapped, window);
  app_draw (GTK_WIDGET (window));
}

void
app_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

static void
count_frame (GdkFrameClock *clock, guint *n_frames)
{
  (*n_frames)++;
}

/* One to lay out, one to scroll, one to paint */
static gboolean
has_three (gpointer n_frames)
{
  return *(guint *)n_frames >= 3;
}

void
app_draw (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_frames = 0;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (count_frame), &n_frames);
  guint tick = gtk_widget_add_tick_callback (widget, on_tick, NULL, NULL);

  app_wait_for (has_three, &n_frames);
  gtk_widget_remove_tick_callback (widget, tick);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
on_timeout (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

void
app_wait_for (gboolean (*condition) (gpointer user_data), gpointer user_data)
{
  gboolean timed_out = FALSE;
  guint source = g_timeout_add_seconds (60, on_timeout, &timed_out);

  while (!condition (user_data) && !timed_out)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (timed_out);
  g_source_remove (source);
}

GtkWidget *
app_find (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = app_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
list_buttons (GtkWidget *widget, GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget))
    g_ptr_array_add (buttons, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_buttons (child, buttons);
}

static gboolean
is_harmless (AdwMessageDialog *dialog, const char *response)
{
  return response != NULL
         && adw_message_dialog_get_response_appearance (dialog, response)
                != ADW_RESPONSE_DESTRUCTIVE;
}

/* Without the mark of its key, which a screen reader would read out */
static void
assert_is_called_what_it_says (GtkButton *button)
{
  g_auto (GStrv) parts = g_strsplit (gtk_button_get_label (button), "_", -1);
  g_autofree char *name = g_strjoinv (NULL, parts);

  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_false (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (button),
                                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY));
}

void
app_assert_asks_well (GtkWidget *dialog)
{
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  const char *close = adw_message_dialog_get_close_response (message);
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
  const char *label;
  gboolean is_stacked;
  graphene_point_t first, last;

  app_draw (dialog);
  list_buttons (dialog, buttons);
  g_assert_cmpuint (buttons->len, >, 0);
  g_assert_true (adw_message_dialog_has_response (message, close));
  g_assert_true (is_harmless (message, adw_message_dialog_get_default_response (message)));

  for (guint i = 0; i < buttons->len; i++)
    assert_is_called_what_it_says (buttons->pdata[i]);

  /* Side by side the first is on the left, one above the other it is the last */
  g_assert_true (
      gtk_widget_compute_point (buttons->pdata[0], dialog, &GRAPHENE_POINT_INIT (0, 0), &first));
  g_assert_true (gtk_widget_compute_point (buttons->pdata[buttons->len - 1], dialog,
                                           &GRAPHENE_POINT_INIT (0, 0), &last));
  is_stacked = last.y > first.y;
  label = gtk_button_get_label (buttons->pdata[is_stacked ? buttons->len - 1 : 0]);
  g_assert_cmpstr (label, ==, adw_message_dialog_get_response_label (message, close));
}

AdwMessageDialog *
app_find_dialog (WayWindow *window)
{
  g_autoptr (GList) all = gtk_window_list_toplevels ();

  for (GList *l = all; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data)
        && gtk_window_get_transient_for (l->data) == GTK_WINDOW (window))
      return l->data;

  return NULL;
}

static gboolean
has_dialog (gpointer window)
{
  return app_find_dialog (window) != NULL;
}

AdwMessageDialog *
app_wait_for_dialog (WayWindow *window)
{
  app_wait_for (has_dialog, window);

  return app_find_dialog (window);
}

void
app_answer (WayWindow *window, const char *response)
{
  AdwMessageDialog *dialog = app_wait_for_dialog (window);

  app_assert_asks_well (GTK_WIDGET (dialog));
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog)); /* which its buttons do after the response */
  app_settle ();
}

GtkLabel *
app_find_label (GtkWidget *root, const char *part)
{
  GtkLabel *found = NULL;

  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_label (GTK_LABEL (root)), part) != NULL)
    return GTK_LABEL (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = app_find_label (child, part);

  return found;
}

gboolean
app_says (WayWindow *window, const char *part)
{
  app_draw (GTK_WIDGET (window));

  return app_find_label (GTK_WIDGET (window), part) != NULL;
}

char *
app_folder_new (void)
{
  return g_dir_make_tmp ("waymark-XXXXXX", NULL);
}

void
app_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_assert_no_errno (g_rmdir (folder));
  g_free (folder);
}

GFile *
app_folder_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

char *
app_dump (WayPlan *plan)
{
  GString *text = g_string_new (NULL);
  char id[WAY_ID_BUFFER_SIZE];

  for (WayKind kind = 0; kind < WAY_N_KINDS; kind++)
    {
      const WayKindInfo *info = way_schema_get_kind (kind);
      guint n_records = 1;
      WayRecord *root = way_plan_get_root (plan);
      WayRecord *const *records
          = kind == WAY_KIND_PLAN ? &root : way_plan_get_records (plan, kind, &n_records);

      for (guint i = 0; i < n_records; i++)
        for (guint j = 0; j < info->n_fields; j++)
          {
            g_string_append_printf (text, "\n%s %s %s ", info->xml_name,
                                    way_id_format (way_record_get_id (records[i]), id),
                                    info->fields[j].xml_name);
            if (info->fields[j].type != WAY_TYPE_COUNTS)
              way_value_format (records[i], info->fields[j].field, text);
          }
    }

  return g_string_free (text, FALSE);
}

cairo_surface_t *
app_take_picture (GtkWidget *widget, cairo_format_t format)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *picture = cairo_image_surface_create (format, width, height);
  cairo_t *cr = cairo_create (picture);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (picture);

  return picture;
}

const guint32 *
app_get_row (cairo_surface_t *picture, int y)
{
  const guint8 *pixels = cairo_image_surface_get_data (picture);

  return (const guint32 *)(gconstpointer)(pixels
                                          + (gsize)y
                                                * (gsize)cairo_image_surface_get_stride (picture));
}

guint
app_count_pixels (GtkWidget *widget, const GdkRGBA *colour)
{
  guint32 wanted = (guint32)lround (colour->red * 255) << 16
                   | (guint32)lround (colour->green * 255) << 8
                   | (guint32)lround (colour->blue * 255);
  cairo_surface_t *picture = app_take_picture (widget, CAIRO_FORMAT_RGB24);
  guint n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (picture); y++)
    for (int x = 0; x < cairo_image_surface_get_width (picture); x++)
      n += (app_get_row (picture, y)[x] & 0xffffff) == wanted;
  cairo_surface_destroy (picture);

  return n;
}
