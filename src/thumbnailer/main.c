/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Draws a plan's thumbnail for file managers, which start it by waymark.thumbnailer:
 * https://specifications.freedesktop.org/thumbnail-spec/latest/
 *
 * The file may be anybody's, so that it is read in a process of its own. Plans that are to leave no
 * traces get none.
 */
#include "config.h"

#include "way-paths.h"
#include "way-reader-process.h"
#include "way-thumbnail.h"
#include "way-today.h"

#include <glib/gi18n.h>

#include <locale.h>
#include <stdlib.h>

#define USUAL_SIZE 128
#define MAX_SIZE 1024
#define MODE 0600

static int size = USUAL_SIZE;
static char **names;

static const GOptionEntry entries[] = {
  { "size", 's', 0, G_OPTION_ARG_INT, &size, N_ ("Pixels of the longer side, up to 1024"),
    N_ ("PIXELS") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, N_ ("PLAN PICTURE") },
  G_OPTION_ENTRY_NULL,
};

static cairo_status_t
on_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* As paper is: three by four, on its side */
static GByteArray *
draw (WayPlan *plan)
{
  GByteArray *png = g_byte_array_new ();
  int height = size * 3 / 4;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, size, height);
  cairo_t *cr = cairo_create (surface);

  way_thumbnail_draw (plan, WAY_THEME_LIGHT, size, height, way_day_today (), FALSE, cr);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, on_bytes, png);
  cairo_surface_destroy (surface);

  return png;
}

static gboolean
make_thumbnail (GFile *file, const char *picture, GError **error)
{
  g_auto (WayReadReport) report = { 0 };
  g_autoptr (WayPlan) plan = way_plan_read_apart (file, &report, NULL, error);
  g_autoptr (GByteArray) png = NULL;

  if (plan == NULL)
    return FALSE;

  if (way_record_get_flag (way_plan_get_root (plan), WAY_PLAN_PRIVATE))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                           _ ("This plan is to leave no traces."));
      return FALSE;
    }

  png = draw (plan);

  return g_file_set_contents_full (picture, (const char *)png->data, png->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT, MODE, error);
}

int
main (int argc, char *argv[])
{
  g_autofree char *locales = way_paths_get_locale_dir ();
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locales);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (g_option_context_parse (context, &argc, &argv, &error)
      && (names == NULL || g_strv_length (names) != 2 || size < 1 || size > MAX_SIZE))
    g_set_error_literal (
        &error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
        _ ("Name a plan and the picture to write, and a size from 1 to 1024 pixels."));

  if (error == NULL)
    {
      file = g_file_new_for_commandline_arg (names[0]);
      make_thumbnail (file, names[1], &error);
    }

  if (error != NULL)
    g_printerr ("waymark-thumbnailer: %s\n", error->message);
  g_strfreev (names);

  return error == NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}
