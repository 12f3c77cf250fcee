/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a plan in a process that can do nothing else.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WayReaderTask:
 * @WAY_READER_READ: read a plan, and tell all there is to say
 * @WAY_READER_SALVAGE: read what is left of a damaged one
 */
typedef enum
{
  WAY_READER_READ,
  WAY_READER_SALVAGE,
  WAY_N_READER_TASKS,
} WayReaderTask;

/* As an argument of the process */
const char *way_reader_task_get_word (WayReaderTask task);
gboolean way_reader_task_parse (const char *word, WayReaderTask *task);

/**
 * way_reader_child_run:
 * @name: what messages call the file
 * @input: the file, open for reading
 * @output: a pipe to who asked
 *
 * Enters the sandbox, reads, answers. For a process that does nothing besides.
 *
 * Returns: whether the whole answer was given, be it that the file is refused
 */
gboolean way_reader_child_run (WayReaderTask task, const char *name, int input, int output);

G_END_DECLS
