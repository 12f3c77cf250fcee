/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of refusals.
 */
#include "config.h"

#include "way-refusal.h"

#include <glib/gi18n-lib.h>

#define MAX_DETAIL 120 /* characters; a hostile name does not fill the screen */

G_DEFINE_QUARK (way - refusal - quark, way_refusal)

#define BACKUP N_ ("Open a backup copy, or repair this place in a text editor.")
#define SUSPICIOUS N_ ("Such a file was not written by Waymark. Ask where it comes from.")
#define UTF8 N_ ("Save it as UTF-8 in a text editor.")
#define NO_PLAN N_ ("Choose a .waymark file.")

static const WayRefusalInfo refusals[] = {
  [WAY_REFUSAL_FOLDER]
  = { WAY_STORE_ERROR_READ, N_ ("it is a folder"), N_ ("Choose a plan in it.") },
  [WAY_REFUSAL_SPECIAL]
  = { WAY_STORE_ERROR_READ, N_ ("it is a device or a pipe and no ordinary file"),
      N_ ("Choose a file, or give its content on standard input.") },
  [WAY_REFUSAL_MISSING]
  = { WAY_STORE_ERROR_READ, N_ ("there is no such file"), N_ ("Check the name and the folder.") },
  [WAY_REFUSAL_FORBIDDEN] = { WAY_STORE_ERROR_READ, N_ ("you have no permission to read it"),
                              N_ ("Ask its owner for a copy, or change its permissions.") },
  [WAY_REFUSAL_UNREADABLE]
  = { WAY_STORE_ERROR_READ, N_ ("it cannot be read (%s)"),
      N_ ("Try again; if that does not help, copy it to this computer first.") },
  [WAY_REFUSAL_TOO_LARGE] = { WAY_STORE_ERROR_REFUSED, N_ ("it is larger than 1 GiB"), SUSPICIOUS },
  [WAY_REFUSAL_PACKING] = { WAY_STORE_ERROR_SYNTAX, N_ ("it is packed with gzip and damaged (%s)"),
                            N_ ("Open a backup copy, or have it sent again.") },
  [WAY_REFUSAL_EMPTY]
  = { WAY_STORE_ERROR_SYNTAX, N_ ("it is empty"), N_ ("Open a backup copy, or start a new plan.") },
  [WAY_REFUSAL_NOT_XML]
  = { WAY_STORE_ERROR_FORMAT, N_ ("it is no plan, for it does not begin like XML"), NO_PLAN },
  [WAY_REFUSAL_DECLARATION]
  = { WAY_STORE_ERROR_SYNTAX, N_ ("its XML declaration is not that of XML 1.0: %s"),
      N_ ("Write <?xml version=\"1.0\" encoding=\"UTF-8\"?> as the first line.") },
  [WAY_REFUSAL_ENCODING] = { WAY_STORE_ERROR_REFUSED, N_ ("its text is in the encoding %s"), UTF8 },
  [WAY_REFUSAL_NOT_UTF8] = { WAY_STORE_ERROR_REFUSED, N_ ("its text is not UTF-8"), UTF8 },
  [WAY_REFUSAL_DOCTYPE]
  = { WAY_STORE_ERROR_REFUSED, N_ ("it has a document type declaration (DOCTYPE)"), SUSPICIOUS },
  [WAY_REFUSAL_TAG] = { WAY_STORE_ERROR_REFUSED, N_ ("a tag is longer than 64 KiB"), SUSPICIOUS },
  [WAY_REFUSAL_ATTRIBUTES]
  = { WAY_STORE_ERROR_REFUSED, N_ ("a tag has more than 256 attributes"), SUSPICIOUS },
  [WAY_REFUSAL_TEXT] = { WAY_STORE_ERROR_REFUSED, N_ ("a text is longer than 1 MiB"),
                         N_ ("Shorten it in a text editor, or keep it in a file of its own.") },
  [WAY_REFUSAL_DEPTH]
  = { WAY_STORE_ERROR_REFUSED, N_ ("elements are nested deeper than 64"), SUSPICIOUS },
  [WAY_REFUSAL_RECORDS]
  = { WAY_STORE_ERROR_REFUSED, N_ ("it has more than 2,000,000 records"), SUSPICIOUS },
  [WAY_REFUSAL_UNKNOWN]
  = { WAY_STORE_ERROR_REFUSED, N_ ("it has more than 16 MiB that this Waymark does not know"),
      N_ ("Update Waymark if the file comes from a newer one.") },
  [WAY_REFUSAL_SYNTAX] = { WAY_STORE_ERROR_SYNTAX, "%s", BACKUP },
  [WAY_REFUSAL_CUT_SHORT] = { WAY_STORE_ERROR_SYNTAX, N_ ("it ends in the middle"),
                              N_ ("Open a backup copy, or have it sent again.") },
  [WAY_REFUSAL_MEMORY] = { WAY_STORE_ERROR_READ, N_ ("there is not enough memory to read it"),
                           N_ ("Close other programs and try again.") },
  [WAY_REFUSAL_GAVE_UP]
  = { WAY_STORE_ERROR_REFUSED, N_ ("reading it had to be stopped"), SUSPICIOUS },
  [WAY_REFUSAL_NO_HELPER]
  = { WAY_STORE_ERROR_READ, N_ ("the program that reads files cannot be started (%s)"),
      N_ ("Install Waymark again.") },
  [WAY_REFUSAL_ROOT] = { WAY_STORE_ERROR_FORMAT,
                         N_ ("it is XML but no plan: its outermost element is “%s”"), NO_PLAN },
  [WAY_REFUSAL_NAMESPACE]
  = { WAY_STORE_ERROR_FORMAT, N_ ("it is XML but no plan: its namespace is “%s”"), NO_PLAN },
  [WAY_REFUSAL_FORMAT]
  = { WAY_STORE_ERROR_FORMAT, N_ ("“%s” is no version of the plan format"),
      N_ ("Write format=\"1.0\" in the plan's tag if the file is of this version.") },
  [WAY_REFUSAL_OLD]
  = { WAY_STORE_ERROR_FORMAT, N_ ("its format %s is older than any that Waymark can read"),
      N_ ("Open it with the program that wrote it.") },
  [WAY_REFUSAL_NEWER]
  = { WAY_STORE_ERROR_FORMAT, N_ ("its format %s is newer than this Waymark can show"),
      N_ ("Update Waymark.") },
};

const WayRefusalInfo *
way_refusal_get_info (WayRefusal refusal)
{
  g_return_val_if_fail (refusal < G_N_ELEMENTS (refusals), NULL);

  return &refusals[refusal];
}

/* What a stranger wrote, as something that may stand in one line of a message */
static char *
shorten (const char *detail)
{
  g_autofree char *valid = g_utf8_make_valid (detail, -1);

  g_strdelimit (valid, "\n\r\t", ' ');
  if (g_utf8_strlen (valid, -1) <= MAX_DETAIL)
    return g_steal_pointer (&valid);

  *g_utf8_offset_to_pointer (valid, MAX_DETAIL) = '\0';

  return g_strconcat (valid, "…", NULL);
}

gboolean
way_refusal_set (GError **error, WayRefusal refusal, const char *detail)
{
  const WayRefusalInfo *info = way_refusal_get_info (refusal);
  g_auto (GStrv) parts = g_strsplit (_ (info->text), "%s", 2);
  g_autofree char *shown = detail != NULL ? shorten (detail) : g_strdup ("");
  g_autofree char *text = g_strjoinv (shown, parts);

  g_set_error_literal (error, WAY_REFUSAL, refusal, text);

  return FALSE;
}
