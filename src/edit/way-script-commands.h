/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The commands of edit scripts. Internal to the room.
 */
#pragma once

#include "way-history.h"
#include "way-script-line.h"
#include "way-script.h"

G_BEGIN_DECLS

typedef struct _WayScriptVerb WayScriptVerb;

/**
 * WayScriptContext:
 * @history: the script's own steps
 * @group: (nullable): open for the edits of the line; %NULL for a verb over the steps
 * @line: the words
 * @verb: what its first word means
 */
typedef struct
{
  WayHistory *history;
  WayEditGroup *group;
  WayScriptLine *line;
  const WayScriptVerb *verb;
} WayScriptContext;

/**
 * WayScriptVerb:
 * @command: what help tells about it
 * @kind: of the record that it adds
 * @run: does it
 * @is_over_steps: whether it undoes or redoes and makes no edits of its own
 */
struct _WayScriptVerb
{
  WayScriptCommand command;
  WayKind kind;
  gboolean (*run) (WayScriptContext *context, GError **error);
  gboolean is_over_steps;
};

/**
 * way_script_find_verb:
 *
 * Returns: (nullable) (transfer none): the verb of that name
 */
const WayScriptVerb *way_script_find_verb (const char *name);

G_END_DECLS
