/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small plan, and windows to try things on.
 */
#pragma once

#include "way-application.h"

G_BEGIN_DECLS

/* What the plan holds, by fixed ids */
extern const WayId app_goal;
extern const WayId app_other_goal;
extern const WayId app_person;
extern const WayId app_credential;
extern const WayId app_milestone;
extern const WayId app_other_milestone;

/**
 * app_init:
 *
 * g_test_init() and adw_init().
 */
void app_init (int *argc, char ***argv);

/**
 * app_read_again:
 *
 * Returns: (transfer full): @plan as it is when its file was just read, and nothing else was done
 */
WayPlan *app_read_again (WayPlan *plan);

/**
 * app_document_new:
 *
 * Returns: (transfer full): a document without a file: two goals, two milestones, a person, a
 * credential
 */
WayDocument *app_document_new (void);

/**
 * app_window_new:
 *
 * Returns: (transfer none): a presented window of the test's application
 */
WayWindow *app_window_new (void);

/**
 * app_window_open:
 *
 * Returns: (transfer none): the same with @document, as it was drawn
 */
WayWindow *app_window_open (WayDocument *document);

/**
 * app_window_close:
 *
 * Destroys @window, and lets the main loop do what is due then.
 */
void app_window_close (WayWindow *window);

/**
 * app_present:
 *
 * Shows @window and waits until it is there, as it is before anyone works in it.
 */
void app_present (GtkWindow *window);

/**
 * app_settle:
 *
 * Lets the main loop do all that is due.
 */
void app_settle (void);

/**
 * app_draw:
 *
 * Runs the main loop until @widget, which is shown, was laid out and drawn.
 */
void app_draw (GtkWidget *widget);

/**
 * app_wait_for:
 *
 * Runs the main loop until @condition holds; fails the test after a minute.
 */
void app_wait_for (gboolean (*condition) (gpointer user_data), gpointer user_data);

/**
 * app_find:
 *
 * Returns: (nullable): the first widget of @type at or below @root
 */
GtkWidget *app_find (GtkWidget *root, GType type);

/**
 * app_assert_asks_well:
 * @dialog: a message dialog
 *
 * What changes nothing stands first, and answers when the dialog is closed; what cannot be taken
 * back is marked and is not the default. Each button is called what it says.
 */
void app_assert_asks_well (GtkWidget *dialog);

/**
 * app_find_dialog:
 *
 * Returns: (nullable) (transfer none): the message dialog over @window
 */
AdwMessageDialog *app_find_dialog (WayWindow *window);

/**
 * app_wait_for_dialog:
 *
 * Returns: (transfer none): the same, once it is there
 */
AdwMessageDialog *app_wait_for_dialog (WayWindow *window);

/**
 * app_answer:
 * @response: the name of one of the dialog's answers
 *
 * Waits for the dialog over @window, finds that it asks well, and answers.
 */
void app_answer (WayWindow *window, const char *response);

/**
 * app_find_label:
 *
 * Returns: (nullable) (transfer none): the first label at or below @root that is shown and has
 * @part in it
 */
GtkLabel *app_find_label (GtkWidget *root, const char *part);

/**
 * app_says:
 *
 * Returns: whether a label that is shown has @part in it
 */
gboolean app_says (WayWindow *window, const char *part);

/**
 * app_take_picture:
 * @format: of 32 bits a pixel
 *
 * Returns: (transfer full): @widget as it is shown now, a pixel each of its units
 */
cairo_surface_t *app_take_picture (GtkWidget *widget, cairo_format_t format);

/**
 * app_get_row:
 *
 * Returns: (transfer none): the pixels of a line of @picture
 */
const guint32 *app_get_row (cairo_surface_t *picture, int y);

/**
 * app_count_pixels:
 *
 * Returns: how many pixels of @widget, as it is shown now, have just this colour
 */
guint app_count_pixels (GtkWidget *widget, const GdkRGBA *colour);

/* A small plan as it stands in a file */
#define APP_FIXTURE_PLAN                                                                           \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"                                                   \
  "<plan xmlns=\"urn:waymark:plan:1\" format=\"1.0\""                                              \
  " id=\"6f0c0000-0000-4000-8000-000000000001\">\n"                                                \
  "  <title>From a file</title>\n"                                                                 \
  "</plan>\n"

/**
 * app_folder_new:
 *
 * Returns: (transfer full): a folder of the test's own, to be given to app_folder_free()
 */
char *app_folder_new (void);

/* Removes what is in it, too */
void app_folder_free (char *folder);

/**
 * app_folder_write:
 *
 * Returns: (transfer full): a file in @folder that holds @text
 */
GFile *app_folder_write (const char *folder, const char *name, const char *text);

/**
 * app_dump:
 *
 * Returns: (transfer full): the plan's values as text, to compare two states
 */
char *app_dump (WayPlan *plan);

G_END_DECLS
