/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small file beside a plan that says who has it open.
 *
 * Its name and form are those of LibreOffice, so that people and other programs know it when they
 * see it. It is a courtesy and no guard: whoever saves looks at the plan's content as well.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayLockState:
 * @WAY_LOCK_LIVING: it has to be taken that the plan is open there
 * @WAY_LOCK_OLD: it is so old, or was unreadable for so long, that it was probably left behind
 * @WAY_LOCK_DEAD: it was made on this computer by a program that has ended since
 *
 * How much a lock is worth.
 */
typedef enum
{
  WAY_LOCK_LIVING,
  WAY_LOCK_OLD,
  WAY_LOCK_DEAD,
} WayLockState;

/**
 * WayLockHolder:
 * @user: (nullable): who, as people call them
 * @host: (nullable): on which computer
 * @time: since when, in seconds since 1970
 * @state: what that is worth
 * @is_us: whether it is this very program, with another window
 *
 * Who has a plan open. Text that comes from the file has only what text may have, and no more than
 * a line.
 */
typedef struct
{
  char *user;
  char *host;
  gint64 time;
  WayLockState state;
  gboolean is_us;
} WayLockHolder;

void way_lock_holder_free (WayLockHolder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayLockHolder, way_lock_holder_free)

/**
 * WayFileLock:
 *
 * A lock that this program has made.
 */
typedef struct _WayFileLock WayFileLock;

/**
 * way_file_lock_take:
 * @file: a plan; symbolic links are followed, and the lock lies beside the file itself
 * @holder: (out) (optional) (nullable) (transfer full): who has it, when somebody else does
 *
 * Makes the lock. A dead one is taken over without a word. Where none can be made (the folder is
 * read-only, the name too long, the file not on this computer) there is none, and nobody to name.
 *
 * Returns: (transfer full) (nullable): the lock
 */
WayFileLock *way_file_lock_take (GFile *file, WayLockHolder **holder);

/**
 * way_file_lock_take_over:
 *
 * As way_file_lock_take(), whatever lock there is: a person has said that it was left behind.
 */
WayFileLock *way_file_lock_take_over (GFile *file);

/**
 * way_file_lock_renew:
 *
 * Makes the lock as young as if it were new, if it is still this one: others take one that is days
 * old for left behind. Who has the plan since when stays as it was.
 */
void way_file_lock_renew (WayFileLock *self);

/**
 * way_file_lock_release:
 *
 * Takes the lock away, if it is still this one, and frees it.
 */
void way_file_lock_release (WayFileLock *self);

/**
 * way_file_lock_get_path:
 *
 * Returns: where the lock lies
 */
const char *way_file_lock_get_path (WayFileLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFileLock, way_file_lock_release)

G_END_DECLS
