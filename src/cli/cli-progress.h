/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line on the terminal while something takes long.
 */
#pragma once

#include "cli.h"

G_BEGIN_DECLS

typedef struct _CliProgress CliProgress;

/**
 * cli_progress_new:
 * @format: what is being done
 *
 * Shows what is being done, and for how long, when it takes more than a second and standard error
 * is a terminal.
 *
 * Returns: (transfer full) (nullable): %NULL when nothing is to be shown
 */
CliProgress *cli_progress_new (Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * cli_progress_free:
 *
 * Ends it and clears the line.
 */
void cli_progress_free (CliProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CliProgress, cli_progress_free)

G_END_DECLS
