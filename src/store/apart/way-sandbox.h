/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gives up what a process that only reads what it was handed has no use for.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaySandboxLayers:
 * @WAY_SANDBOX_LIMITS: memory, processor time, no core file
 * @WAY_SANDBOX_FILES: no file, folder or network port can be opened (Landlock)
 * @WAY_SANDBOX_CALLS: the kernel is asked for nothing but reading, writing and memory (seccomp)
 *
 * What is in force. Limits are always there; the others where the kernel has them.
 */
typedef enum
{
  WAY_SANDBOX_LIMITS = 1 << 0,
  WAY_SANDBOX_FILES = 1 << 1,
  WAY_SANDBOX_CALLS = 1 << 2,
} WaySandboxLayers;

/**
 * way_sandbox_enter:
 * @memory: bytes of address space from now on, besides what there is
 * @seconds: of processor time from now on; then the process is killed
 * @error: return location; domain G_IO_ERROR, when a limit could not be set
 *
 * For a process of one thread that has opened all it needs. There is no way back. Files are
 * not there for it any more, and any other call that is not allowed ends the process.
 *
 * Returns: the layers that are in force, 0 with @error set
 */
WaySandboxLayers way_sandbox_enter (guint64 memory, guint seconds, GError **error);

G_END_DECLS
