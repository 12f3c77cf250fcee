/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The document and what others do to its file: noticing it, and telling them who has it open.
 */
#pragma once

#include "way-document.h"
#include "way-file-lock.h"
#include "way-file-watch.h"

G_BEGIN_DECLS

/**
 * WayDocument::file-noticed:
 *
 * Emitted when way_document_get_file_state() gives something else, and when a changed file has
 * changed again. When the file is gone the document counts as modified already, for what it holds
 * is nowhere else; when the file is back as it was that is over.
 */

/**
 * way_document_follow_file:
 *
 * From now on the document watches its file and holds the lock beside it, also when it comes to
 * have another file. A lock that somebody else holds is let be; see way_document_lock().
 */
void way_document_follow_file (WayDocument *self);

/**
 * way_document_leave_file:
 *
 * Ends what way_document_follow_file() began, and takes the lock away.
 */
void way_document_leave_file (WayDocument *self);

/**
 * way_document_look_at_file:
 *
 * Looks at the file now: not every file system tells of changes.
 */
void way_document_look_at_file (WayDocument *self);

WayFileState way_document_get_file_state (WayDocument *self);

/**
 * way_document_get_edited:
 *
 * Returns: whether the plan is another than the one that was last read or saved, whatever has
 *   become of its file
 */
gboolean way_document_get_edited (WayDocument *self);

/**
 * way_document_lose_file:
 *
 * What the file holds by now is no plan that could take the place of this one: the document counts
 * as modified until it is saved, or the file is as it was.
 */
void way_document_lose_file (WayDocument *self);

/**
 * way_document_lock:
 * @holder: (out) (optional) (nullable) (transfer full): who has the plan open
 *
 * Makes the lock beside the file, unless there is one of this document already, or it has no file,
 * or is only for reading. Where no lock can be made there is none, and that is fine.
 *
 * Returns: whether nobody else has the plan open
 */
gboolean way_document_lock (WayDocument *self, WayLockHolder **holder);

/**
 * way_document_take_over_lock:
 *
 * As way_document_lock(), for a lock that a person has said was left behind.
 */
void way_document_take_over_lock (WayDocument *self);

/**
 * way_document_keep_version:
 * @error: return location; domain WAY_STORE_ERROR, code WAY_STORE_ERROR_WRITE
 *
 * Keeps the plan as it is now among its earlier versions, because it is about to give way to
 * another; blocks.
 *
 * Returns: whether that could be done; not for a plan of which no versions are kept
 */
gboolean way_document_keep_version (WayDocument *self, GError **error);

G_END_DECLS
