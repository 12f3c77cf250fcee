/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The file that a save is to replace: where it lies, what is there now, and what people are told
 * when it cannot be replaced. For this room only.
 */
#pragma once

#include "way-store-error.h"

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

typedef struct
{
  char *path;   /* the file itself, links followed */
  char *folder; /* where it lies */
  gboolean exists;
  struct stat old; /* when it exists */
} WaySaveTarget;

void way_save_target_clear (WaySaveTarget *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaySaveTarget, way_save_target_clear)

/**
 * way_save_target_init:
 *
 * Follows symbolic links and looks at what is there: only an ordinary file of one name that may be
 * written gives way to a new one.
 *
 * Returns: whether @file can be saved to
 */
gboolean way_save_target_init (WaySaveTarget *self, GFile *file, GError **error);

/**
 * way_save_target_fail:
 * @reason: what is wrong and what to do, translated
 *
 * Returns: %FALSE, with @error set
 */
gboolean way_save_target_fail (const WaySaveTarget *self, const char *reason, GError **error);

/**
 * way_save_target_fail_from:
 * @cause: what went wrong; a cancelled operation stays one
 *
 * As way_save_target_fail(), with a remedy for what is known to have one.
 */
gboolean way_save_target_fail_from (const WaySaveTarget *self, const GError *cause, GError **error);

/**
 * way_save_target_fail_errno:
 *
 * As way_save_target_fail_from() for a system call.
 */
gboolean way_save_target_fail_errno (const WaySaveTarget *self, int number, GError **error);

/**
 * way_save_target_fail_folder:
 *
 * As way_save_target_fail_errno() for what was to be made in the folder.
 */
gboolean way_save_target_fail_folder (const WaySaveTarget *self, int number, GError **error);

G_END_DECLS
