/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What stands in the file of a lock. For this room only.
 *
 * One line of five fields, as LibreOffice writes it: the user's name, the account, the host, the
 * local time as 26.11.2026 14:05, and what tells one program from another, of which ours is
 * "waymark:" with a process, its start, the boot and the machine. A comma, a semicolon or a
 * backslash within a field has a backslash before it; a semicolon ends the line.
 */
#pragma once

#include "way-file-lock.h"

G_BEGIN_DECLS

#define WAY_LOCK_ENTRY_MAX 4096 /* bytes; more is no lock */

/* Days after which a lock of another computer, or one that cannot be read, is called old */
#define WAY_LOCK_ENTRY_OLD_DAYS 3

/**
 * way_lock_entry_format:
 * @pid: of the process that holds the lock
 * @now: the time, in seconds since 1970
 *
 * Returns: (transfer full): what a lock of process @pid on this computer says
 */
char *way_lock_entry_format (pid_t pid, gint64 now);

/**
 * way_lock_entry_parse:
 * @text: (nullable): what stands in the file; %NULL when that cannot be read
 * @modified: when the file was last written, in seconds since 1970
 * @now: the time
 *
 * Never fails: what cannot be understood is a holder without a name.
 *
 * Returns: (transfer full): who that is
 */
WayLockHolder *way_lock_entry_parse (const char *text, gint64 modified, gint64 now);

G_END_DECLS
