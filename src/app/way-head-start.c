/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The plan named on the command line, read on a thread while the toolkit starts.
 */
#include "way-head-start.h"

#include <glib/gstdio.h>

#define SMALL (3 * 1000 * 1000) /* bytes */

struct _WayHeadStart
{
  GFile *file;           /* nullable: waited for already */
  GMainContext *context; /* of its own, so that waiting hears of nothing else */
  GAsyncResult *result;  /* nullable: not read yet */
};

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WayHeadStart *self = user_data;

  self->result = g_object_ref (result);
}

gboolean
way_head_start_is_small (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  GStatBuf status;

  return path != NULL && g_stat (path, &status) == 0 && S_ISREG (status.st_mode)
         && status.st_size <= SMALL;
}

WayHeadStart *
way_head_start_new (GFile *file)
{
  WayHeadStart *self = g_new0 (WayHeadStart, 1);

  self->file = g_object_ref (file);
  self->context = g_main_context_new ();
  g_main_context_push_thread_default (self->context);
  way_document_load_async (file, NULL, on_loaded, self);
  g_main_context_pop_thread_default (self->context);

  return self;
}

void
way_head_start_free (WayHeadStart *self)
{
  if (self->file != NULL)
    {
      g_autoptr (WayDocument) unused = way_head_start_finish (self, NULL);
    }
  g_main_context_unref (self->context);
  g_free (self);
}

gboolean
way_head_start_is_for (WayHeadStart *self, GFile *file)
{
  return self->file != NULL && g_file_equal (self->file, file);
}

WayDocument *
way_head_start_finish (WayHeadStart *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (self->file != NULL, NULL);

  while (self->result == NULL)
    g_main_context_iteration (self->context, TRUE);
  g_clear_object (&self->file);
  result = g_steal_pointer (&self->result);

  return way_document_load_finish (result, error);
}
