/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The portal first, for it asks which mail program to use and works for those in sandboxes, too.
 */
#include "config.h"

#include "way-mail.h"

#include <glib/gi18n.h>
#include <libportal/portal.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  char *subject;
  char *path;
} Mail;

static void
mail_free (Mail *self)
{
  g_free (self->subject);
  g_free (self->path);
  g_free (self);
}

static void
on_tool_ended (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_clear_error (&error);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED,
                           _ ("No mail program could be started. Save a PDF and attach it to a "
                              "mail yourself."));
}

static void
try_tool (GTask *task)
{
  const Mail *mail = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) tool = g_subprocess_new (
      G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, &error, "xdg-email",
      "--utf8", "--subject", mail->subject, "--attach", mail->path, NULL);

  if (tool == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                               _ ("There is no mail program here that a mail can be handed to. "
                                  "Save a PDF and attach it yourself."));
      g_object_unref (task);
      return;
    }

  g_subprocess_wait_check_async (tool, g_task_get_cancellable (task), on_tool_ended, task);
}

static void
on_portal_answered (GObject *portal, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  g_autoptr (GError) error = NULL;

  if (xdp_portal_compose_email_finish (XDP_PORTAL (portal), result, &error))
    g_task_return_boolean (task, TRUE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_boolean (task, FALSE);
  else
    {
      try_tool (task);
      return;
    }

  g_object_unref (task);
}

static void
ask_portal (GTask *task)
{
  const Mail *mail = g_task_get_task_data (task);
  const char *attachments[] = { mail->path, NULL };
  g_autoptr (XdpPortal) portal = xdp_portal_new ();

  xdp_portal_compose_email (portal, NULL, NULL, NULL, NULL, mail->subject, NULL, attachments,
                            XDP_EMAIL_FLAG_NONE, g_task_get_cancellable (task), on_portal_answered,
                            task);
}

static void
on_portal_answers (GObject *bus, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GVariant) answer
      = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  if (answer != NULL)
    ask_portal (user_data);
  else
    try_tool (user_data);
}

/* A portal that is not there is no fault: asking it all the same would be one to libportal */
static void
on_bus (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL)
    {
      try_tool (user_data);
      return;
    }

  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, "org.freedesktop.DBus.Peer", "Ping", NULL, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, on_portal_answers, user_data);
}

void
way_mail_compose_async (const char *subject, const char *path, GCancellable *cancellable,
                        GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Mail *mail = g_new (Mail, 1);

  *mail = (Mail){ g_strdup (subject), g_strdup (path) };
  g_task_set_source_tag (task, way_mail_compose_async);
  g_task_set_task_data (task, mail, (GDestroyNotify)mail_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, on_bus, task);
}

gboolean
way_mail_compose_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
