/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "way-outline-cell.h"
#include "way-timeline-item.h"

#include <glib/gstdio.h>

/* Of "abc", as FIPS 180-2 has it */
#define SUM "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

typedef struct
{
  WayWindow *window;
  WayDocument *document; /* nullable */
  char *folder;
} Fixture;

static void
tear_down (Fixture *self, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->document);
  app_settle ();
  app_folder_free (self->folder);
}

static GtkDropTarget *
get_target (WayWindow *window)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (window));

  for (guint i = 0;; i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      g_assert_nonnull (controller);
      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller); /* the window holds it */
    }
}

/* As a file manager's drag ends */
static void
drop (WayWindow *window, GFile *file, const graphene_point_t *place)
{
  GSList files = { file, NULL };
  GValue value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (&files));
  g_signal_emit_by_name (get_target (window), "drop", &value, (double)place->x, (double)place->y,
                         &taken);
  g_assert_true (taken);
  g_value_unset (&value);
}

static const graphene_point_t header = { 10, 10 };

typedef gboolean (*IsMeant) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, IsMeant is_meant, gconstpointer data)
{
  GtkWidget *found = gtk_widget_get_mapped (root) && is_meant (root, data) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, is_meant, data);

  return found;
}

static gboolean
is_item (GtkWidget *widget, gconstpointer id)
{
  return WAY_IS_TIMELINE_ITEM (widget)
         && way_id_equal (
             way_record_get_id (way_timeline_item_get_record (WAY_TIMELINE_ITEM (widget))), id);
}

static gboolean
has_items (gpointer window)
{
  return find (window, is_item, &app_milestone) != NULL;
}

static gboolean
is_cell (GtkWidget *widget, gconstpointer id)
{
  WayOutlineRow *row
      = WAY_IS_OUTLINE_CELL (widget) ? way_outline_cell_get_row (WAY_OUTLINE_CELL (widget)) : NULL;

  return row != NULL && way_id_equal (way_record_get_id (way_outline_row_get_record (row)), id);
}

static void
set_up (Fixture *self, gconstpointer has_document)
{
  self->folder = app_folder_new ();
  self->window = app_window_new ();
  if (!has_document)
    return;

  self->document = app_document_new ();
  way_window_set_document (self->window, self->document);
  app_wait_for (has_items, self->window);
}

/* The middle of it, in the window */
static graphene_point_t
get_place (Fixture *self, IsMeant is_meant, gconstpointer data)
{
  GtkWidget *widget = find (GTK_WIDGET (self->window), is_meant, data);
  graphene_rect_t area;
  graphene_point_t place;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (self->window), &area));
  graphene_rect_get_center (&area, &place);

  return place;
}

static GPtrArray *
get_evidence (Fixture *self, const WayId *id)
{
  return way_plan_get_referrers (way_document_get_plan (self->document), id, WAY_LINK_OF);
}

static gboolean
can_undo (gpointer user_data)
{
  Fixture *self = user_data;
  gboolean can_undo = FALSE;

  g_object_get (self->document, "can-undo", &can_undo, NULL);
  return can_undo;
}

static void
test_opens_what_is_dropped (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) plan = app_folder_write (self->folder, "a.waymark", APP_FIXTURE_PLAN);

  drop (self->window, plan, &header);
  g_assert_cmpstr (way_document_get_title (way_window_get_document (self->window)), ==,
                   "From a file");
}

static void
assert_refused (Fixture *self, GFile *file, const char *words)
{
  AdwMessageDialog *dialog;

  drop (self->window, file, &header);
  dialog = app_wait_for_dialog (self->window);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), words));
  app_answer (self->window, "close");
  g_assert_null (way_window_get_document (self->window));
}

static void
test_says_what_is_wrong_with_what_is_dropped (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (self->folder, "folder", NULL);
  g_autoptr (GFile) table = app_folder_write (self->folder, "a.csv", "Title,Start\nSwim,2027\n");
  g_autoptr (GFile) missing = g_file_new_build_filename (self->folder, "b.waymark", NULL);
  g_autoptr (GFile) remote = g_file_new_for_uri ("nowhere://host/a.waymark");

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  assert_refused (self, folder, "it is a folder");
  assert_refused (self, table, "it is no plan");
  assert_refused (self, missing, "there is no such file");
  assert_refused (self, remote, "nowhere");
}

static void
test_on_an_item_it_is_evidence (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = app_folder_write (self->folder, "Zeugnis & Beleg.pdf", "abc");
  g_autofree char *uri = g_file_get_uri (file);
  graphene_point_t place = get_place (self, is_item, &app_milestone);
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) undone = NULL;

  drop (self->window, file, &place);
  app_wait_for (can_undo, self);
  evidence = get_evidence (self, &app_milestone);
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_cmpstr (way_record_get_text (evidence->pdata[0], WAY_LINK_URI), ==, uri);
  g_assert_cmpstr (way_record_get_text (evidence->pdata[0], WAY_LINK_SHA256), ==, SUM);
  g_assert_cmpstr (way_record_get_text (evidence->pdata[0], WAY_LINK_TITLE), ==,
                   "Zeugnis & Beleg.pdf");
  g_assert_true (app_says (self->window, "Zeugnis &amp; Beleg.pdf")); /* a toast, in markup */
  g_assert_null (app_find_dialog (self->window));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo", NULL);
  undone = get_evidence (self, &app_milestone);
  g_assert_cmpuint (undone->len, ==, 0);
}

/* The inspector lists it, and what it belongs to shows so */
static void
test_evidence_can_be_taken_out (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = app_folder_write (self->folder, "a.pdf", "abc");
  graphene_point_t place = get_place (self, is_item, &app_goal);
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) left = NULL;
  char id[WAY_ID_BUFFER_SIZE];

  drop (self->window, file, &place);
  app_wait_for (can_undo, self);
  g_assert_true (app_says (self->window, g_file_peek_path (file)));
  evidence = get_evidence (self, &app_goal);
  g_assert_cmpuint (evidence->len, ==, 1);

  way_id_format (way_record_get_id (evidence->pdata[0]), id);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.remove-evidence", "s", id);
  left = get_evidence (self, &app_goal);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_false (app_says (self->window, g_file_peek_path (file)));
  g_assert_true (g_file_query_exists (file, NULL));
}

static gboolean
says_that_it_cannot (gpointer window)
{
  return app_says (window, "could not be read");
}

static void
test_what_cannot_be_read_is_no_evidence (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (self->folder, "folder", NULL);
  graphene_point_t place = get_place (self, is_item, &app_milestone);

  g_assert_true (g_file_make_directory (folder, NULL, NULL));
  drop (self->window, folder, &place);
  app_wait_for (says_that_it_cannot, self->window);
  g_assert_false (can_undo (self));
  g_assert_null (app_find_dialog (self->window));
}

static void
test_beside_items_it_is_said_what_it_could_be (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = app_folder_write (self->folder, "a.pdf", "abc");

  drop (self->window, file, &header);
  g_assert_true (app_says (self->window, "“a.pdf” is no plan."));
  g_assert_null (app_find_dialog (self->window));
  g_assert_false (can_undo (self));
}

static gboolean
has_row (gpointer window)
{
  return find (window, is_cell, &app_milestone) != NULL;
}

static void
test_a_row_takes_evidence (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = app_folder_write (self->folder, "a.pdf", "abc");
  g_autoptr (GPtrArray) evidence = NULL;
  graphene_point_t place;

  g_object_set (self->window, "view", "outline", NULL);
  app_wait_for (has_row, self->window);
  app_draw (GTK_WIDGET (self->window));
  place = get_place (self, is_cell, &app_milestone);
  drop (self->window, file, &place);
  app_wait_for (can_undo, self);
  evidence = get_evidence (self, &app_milestone);
  g_assert_cmpuint (evidence->len, ==, 1);
}

static void
add (const char *path, gboolean has_document, void (*test) (Fixture *self, gconstpointer data))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (has_document), set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  app_init (&argc, &argv);
  add ("/app/window-drop/opens-what-is-dropped", FALSE, test_opens_what_is_dropped);
  add ("/app/window-drop/says-what-is-wrong-with-what-is-dropped", FALSE,
       test_says_what_is_wrong_with_what_is_dropped);
  add ("/app/window-drop/on-an-item-it-is-evidence", TRUE, test_on_an_item_it_is_evidence);
  add ("/app/window-drop/evidence-can-be-taken-out", TRUE, test_evidence_can_be_taken_out);
  add ("/app/window-drop/what-cannot-be-read-is-no-evidence", TRUE,
       test_what_cannot_be_read_is_no_evidence);
  add ("/app/window-drop/beside-items-it-is-said-what-it-could-be", TRUE,
       test_beside_items_it_is_said_what_it_could_be);
  add ("/app/window-drop/a-row-takes-evidence", TRUE, test_a_row_takes_evidence);

  return g_test_run ();
}
