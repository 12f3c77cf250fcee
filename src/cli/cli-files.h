/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Files of the command line, where - stands for standard input and output.
 */
#pragma once

#include "cli.h"

#include "way-plan-reader.h"
#include "way-safe-file.h"

G_BEGIN_DECLS

/**
 * cli_is_standard:
 *
 * Returns: whether @name is -
 */
gboolean cli_is_standard (const char *name);

/**
 * cli_describe_problem:
 * @name: the file, as it was typed
 *
 * Returns: (transfer full): FILE:LINE: what, in which record, remedy
 */
char *cli_describe_problem (const char *name, const WayDiagnostic *diagnostic);

/**
 * cli_try_plan:
 * @name: a file, or -
 * @report: (out): more about it
 *
 * Reads a plan and leaves it to the caller to say what is wrong with it.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *cli_try_plan (Cli *cli, const char *name, WayReadReport *report, GError **error);

/**
 * cli_read_plan:
 * @name: a file, or -
 * @report: (out): more about it
 *
 * Reads the one plan that a verb is about.
 *
 * Returns: (transfer none) (nullable): the plan, which stays until the program ends; %NULL when it
 * cannot be read and that has been said
 */
WayPlan *cli_read_plan (Cli *cli, const char *name, WayReadReport *report);

/**
 * cli_read_text:
 *
 * Returns: (transfer full) (nullable): the content of a file; %NULL when it cannot be read and that
 * has been said
 */
GBytes *cli_read_text (Cli *cli, const char *name);

/**
 * cli_write:
 * @name: a file, or -
 * @func: writes the content
 *
 * Writes a file whole or not at all.
 *
 * Returns: CLI_FILE when it cannot be written and that has been said
 */
CliStatus cli_write (Cli *cli, const char *name, WayWriteFunc func, gpointer user_data);

/**
 * cli_write_plan:
 * @source: (nullable): the file that @plan was read from
 *
 * As cli_write(). An empty plan takes the place of one that holds something only when that is
 * @source, which can be meant; over another file it is more likely a slip.
 */
CliStatus cli_write_plan (Cli *cli, const char *name, WayPlan *plan, const char *source);

G_END_DECLS
