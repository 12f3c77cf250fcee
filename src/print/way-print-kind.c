/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of what can be printed; the dialog shows a row of it as a choice.
 */
#include "config.h"

#include "way-print-kind.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const WayPrintKindInfo kinds[WAY_N_PRINT_KINDS] = {
  [WAY_PRINT_TIMELINE] = { "timeline", N_ ("Timeline"),
                           WAY_PRINT_USES_RANGE | WAY_PRINT_USES_GOAL | WAY_PRINT_USES_FIT | WAY_PRINT_USES_LEGEND,
                           TRUE },
  [WAY_PRINT_AGENDA] = { "agenda", N_ ("Agenda"),
                         WAY_PRINT_USES_RANGE | WAY_PRINT_USES_GOAL | WAY_PRINT_USES_PRIVATE, FALSE },
  [WAY_PRINT_SUMMARY] = { "summary", N_ ("Plan on a page"),
                          WAY_PRINT_USES_RANGE | WAY_PRINT_USES_GOAL | WAY_PRINT_USES_PRIVATE, FALSE },
  [WAY_PRINT_CREDENTIALS] = { "credentials", N_ ("Credential record"), WAY_PRINT_USES_PRIVATE, FALSE },
};
/* clang-format on */

const WayPrintKindInfo *
way_print_kind_get_info (WayPrintKind kind)
{
  g_return_val_if_fail (kind < WAY_N_PRINT_KINDS, &kinds[WAY_PRINT_TIMELINE]);

  return &kinds[kind];
}

gboolean
way_print_kind_from_word (const char *word, WayPrintKind *kind)
{
  for (guint i = 0; i < WAY_N_PRINT_KINDS; i++)
    if (g_ascii_strcasecmp (word, kinds[i].word) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}
