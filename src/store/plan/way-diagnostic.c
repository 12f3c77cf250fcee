/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The wording around a diagnostic.
 */
#include "config.h"

#include "way-diagnostic.h"

#include <glib/gi18n-lib.h>

#define MAX_CALLED 80 /* characters of a title in a message */

void
way_diagnostic_free (WayDiagnostic *self)
{
  g_free (self->called);
  g_free (self->text);
  g_free (self->remedy);
  g_free (self);
}

/* Milestone “Sit the CCRN”, or just Dependency for what has no name */
static char *
name_record (const WayDiagnostic *self)
{
  const char *label = _ (way_schema_get_kind (self->kind)->label);
  g_autofree char *called = NULL;

  if (self->called == NULL)
    return g_strdup (label);

  called = g_utf8_strlen (self->called, -1) > MAX_CALLED
               ? g_utf8_substring (self->called, 0, MAX_CALLED)
               : g_strdup (self->called);

  return g_strdup_printf ("%s “%s”", label, g_strdelimit (called, "\n\t", ' '));
}

char *
way_diagnostic_describe (const WayDiagnostic *self)
{
  g_autofree char *record = NULL;

  if (self->kind == WAY_N_KINDS)
    return g_strdup_printf ("%s. %s", self->text, self->remedy);

  record = name_record (self);

  return g_strdup_printf ("%s: %s. %s", record, self->text, self->remedy);
}
