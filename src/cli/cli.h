/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the verbs of the command line share: exit codes, options, messages.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CliStatus:
 * @CLI_DONE: all went well
 * @CLI_NO: the answer is no, as for an invalid plan
 * @CLI_USAGE: wrong usage
 * @CLI_FILE: a file could not be read or written
 *
 * Exit codes; the worst one counts.
 */
typedef enum
{
  CLI_DONE = 0,
  CLI_NO = 1,
  CLI_USAGE = 2,
  CLI_FILE = 3,
} CliStatus;

typedef struct _CliVerb CliVerb;

/**
 * Cli:
 * @verb: what is being done
 * @quiet: whether to keep progress to oneself
 * @cancellable: cancelled by Ctrl+C
 * @files: (array zero-terminated=1): the arguments that are no options, as they were typed
 */
typedef struct
{
  const CliVerb *verb;
  gboolean quiet;
  GCancellable *cancellable;
  char **files;
} Cli;

/**
 * CliVerb:
 * @name: the word
 * @arguments: untranslated, as PLAN
 * @summary: untranslated; one sentence, pass it through _()
 * @run: does it; begins with cli_parse()
 */
struct _CliVerb
{
  const char *name;
  const char *arguments;
  const char *summary;
  CliStatus (*run) (Cli *cli, int argc, char **argv);
};

CliStatus cli_run_info (Cli *cli, int argc, char **argv);
CliStatus cli_run_validate (Cli *cli, int argc, char **argv);
CliStatus cli_run_new (Cli *cli, int argc, char **argv);
CliStatus cli_run_edit (Cli *cli, int argc, char **argv);
CliStatus cli_run_render (Cli *cli, int argc, char **argv);
CliStatus cli_run_program_that_draws (Cli *cli, int argc, char **argv);
CliStatus cli_run_versions (Cli *cli, int argc, char **argv);
CliStatus cli_run_salvage (Cli *cli, int argc, char **argv);

/**
 * cli_main:
 * @verbs: (array): those of the program; the last has no name
 *
 * Does what the arguments of a program ask for.
 *
 * Returns: its exit code
 */
int cli_main (const CliVerb *verbs, int argc, char **argv);

/**
 * cli_parse:
 * @entries: (array zero-terminated=1): the verb's options
 * @description: (nullable): what help says after the options
 *
 * Reads the options and puts the rest into @cli; --help prints and ends the program. From now on
 * Ctrl+C ends it in order.
 *
 * Returns: FALSE when an option is wrong and that has been said
 */
gboolean cli_parse (Cli *cli, const GOptionEntry *entries, const char *description, int argc,
                    char **argv);

/**
 * cli_refuse_usage:
 * @format: what is wrong
 *
 * Returns: CLI_USAGE
 */
CliStatus cli_refuse_usage (Cli *cli, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * cli_complain:
 * @format: what is wrong, without a line break
 *
 * Tells a problem on standard error.
 */
void cli_complain (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * cli_print:
 * @text: UTF-8, whatever the locale's encoding
 *
 * Writes to standard output.
 *
 * Returns: CLI_FILE, and that has been said, when it cannot be written
 */
CliStatus cli_print (const char *text, gsize length);

G_END_DECLS
