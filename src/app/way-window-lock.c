/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan that somebody else has open: who, since when, and whether to look only.
 */
#include "config.h"

#include "way-window-private.h"

#include "way-document-watch.h"
#include "way-message.h"
#include "way-moment-words.h"

#include <glib/gi18n.h>

#define SECONDS_A_DAY (24 * 60 * 60)

/* A document that is read already and waits for an answer */
typedef struct
{
  WayWindow *window;
  WayDocument *document;
  gboolean is_old; /* the lock */
} Opening;

static void
opening_free (gpointer data, GClosure *closure)
{
  Opening *self = data;

  g_object_unref (self->window);
  g_object_unref (self->document);
  g_free (self);
}

/* Today's moments by their time, others by their date as well */
static char *
describe_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (seconds);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  gboolean is_today = time != NULL && g_date_time_get_year (time) == g_date_time_get_year (now)
                      && g_date_time_get_day_of_year (time) == g_date_time_get_day_of_year (now);

  /* Translators: a moment for g_date_time_format(), after "since" */
  return time == NULL ? way_moment_words (seconds)
                      : g_date_time_format (time, is_today ? C_ ("since", "%H:%M")
                                                           : C_ ("since", "%-d %B %Y, %H:%M"));
}

static char *
describe_holder (const WayLockHolder *holder)
{
  g_autofree char *time = describe_time (holder->time);

  if (holder->is_us)
    return g_strdup_printf (_ ("Another window of yours has had this plan open since %s."), time);
  if (holder->user != NULL && holder->host != NULL)
    /* Translators: a person, a computer, a moment */
    return g_strdup_printf (_ ("%s on %s has had this plan open since %s."), holder->user,
                            holder->host, time);
  if (holder->user != NULL)
    return g_strdup_printf (_ ("%s has had this plan open since %s."), holder->user, time);

  return g_strdup_printf (_ ("Somebody has had this plan open since %s."), time);
}

static char *
describe_advice (const WayLockHolder *holder)
{
  gint64 n_days = (g_get_real_time () / G_USEC_PER_SEC - holder->time) / SECONDS_A_DAY;
  guint count = (guint)CLAMP (n_days, 1, 100000);

  if (holder->state == WAY_LOCK_OLD)
    return g_strdup_printf (
        ngettext ("That was %u day ago, and may have been left behind by a computer that was "
                  "switched off.",
                  "That was %u days ago, and may have been left behind by a computer that was "
                  "switched off.",
                  count),
        count);

  return g_strdup (_ ("If both of you change it, whoever saves second has to choose between the "
                      "two. You can look at it without changing it."));
}

static void
on_answered (AdwMessageDialog *dialog, const char *response, Opening *opening)
{
  if (g_str_equal (response, "read-only"))
    way_document_set_read_only (opening->document, WAY_READ_ONLY_OTHERS);
  else if (g_str_equal (response, "open") && opening->is_old)
    way_document_take_over_lock (opening->document);
  else if (!g_str_equal (response, "open"))
    return;

  way_window_show_document (opening->window, opening->document);
  way_window_remember (opening->window, opening->document);
}

static void
ask (WayWindow *self, WayDocument *document, const WayLockHolder *holder)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  g_autofree char *who = describe_holder (holder);
  g_autofree char *advice = describe_advice (holder);
  Opening *opening = g_new (Opening, 1);
  gboolean is_old = holder->state == WAY_LOCK_OLD;
  const char *advised = is_old ? "open" : "read-only"; /* stands last */

  *opening = (Opening){ g_object_ref (self), g_object_ref (document), is_old };
  adw_message_dialog_format_heading (message, _ ("“%s” is open elsewhere"),
                                     way_document_get_title (document));
  adw_message_dialog_format_body (message, "%s %s", who, advice);
  adw_message_dialog_add_response (message, "cancel", _ ("_Cancel"));
  if (is_old)
    adw_message_dialog_add_response (message, "read-only", _ ("Open _Read-Only"));
  adw_message_dialog_add_response (message, "open", _ ("Open _Anyway"));
  if (!is_old)
    adw_message_dialog_add_response (message, "read-only", _ ("Open _Read-Only"));
  adw_message_dialog_set_response_appearance (message, advised, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (message, advised);
  adw_message_dialog_set_close_response (message, "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered), opening, opening_free, 0);
  way_message_present (dialog);
}

gboolean
way_window_ask_about_lock (WayWindow *self, WayDocument *document)
{
  g_autoptr (WayLockHolder) holder = NULL;

  if (way_document_lock (document, &holder))
    return FALSE;

  way_window_show_page (self);
  gtk_window_present (GTK_WINDOW (self)); /* the dialog belongs to a window that is there */
  ask (self, document, holder);

  return TRUE;
}
