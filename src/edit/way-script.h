/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Edit scripts: commands as text, one a line, for the command line and for tests.
 */
#pragma once

#include "way-edit-group.h"

G_BEGIN_DECLS

/**
 * WayScriptCommand:
 * @name: the first word of the line
 * @arguments: what follows it, as `milestone ID by=14d`
 * @summary: untranslated; pass it through _()
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
} WayScriptCommand;

/**
 * way_script_get_command:
 * @index: from 0
 *
 * Returns: (nullable) (transfer none): the command of that place in a help text; %NULL after the
 * last
 */
const WayScriptCommand *way_script_get_command (guint index);

/**
 * way_script_run:
 * @text: the script: UTF-8, a command a line, words quoted as in a shell, comments from #
 * @length: its bytes, or -1 when it ends in NUL
 *
 * Runs all lines, with `undo` and `redo` over the script's own steps, and puts what comes of it
 * into @group. A name that stands where an id belongs is a handle: it means an id made of the
 * plan's id and the name, so that a script gives the same plan every time.
 *
 * Returns: FALSE with @error set, naming the first bad line, and nothing in @group
 */
gboolean way_script_run (WayEditGroup *group, const char *text, gssize length, GError **error);

G_END_DECLS
