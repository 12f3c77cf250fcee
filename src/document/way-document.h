/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A plan with its history, its file and its state: what a window or a verb of the command line
 * holds.
 */
#pragma once

#include "way-history.h"
#include "way-templates.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAY_TYPE_DOCUMENT (way_document_get_type ())
G_DECLARE_FINAL_TYPE (WayDocument, way_document, WAY, DOCUMENT, GObject)

#define WAY_DOCUMENT_ERROR (way_document_error_quark ())
GQuark way_document_error_quark (void);

/**
 * WayDocumentError:
 * @WAY_DOCUMENT_ERROR_READ_ONLY: the plan can neither be changed nor saved over itself; see
 * WayReadOnly
 * @WAY_DOCUMENT_ERROR_NO_FILE: there is no file to save to
 * @WAY_DOCUMENT_ERROR_BUSY: another save is still going on, and this one was not to wait
 * @WAY_DOCUMENT_ERROR_EMPTY: an empty plan was to be saved over one that holds something; see
 * way_document_confirm_empty()
 * @WAY_DOCUMENT_ERROR_CHANGED: somebody else has written the file since it was last read or saved;
 * see way_document_confirm_overwrite()
 * @WAY_DOCUMENT_ERROR_GONE: somebody else has taken the file away since
 */
typedef enum
{
  WAY_DOCUMENT_ERROR_READ_ONLY,
  WAY_DOCUMENT_ERROR_NO_FILE,
  WAY_DOCUMENT_ERROR_BUSY,
  WAY_DOCUMENT_ERROR_EMPTY,
  WAY_DOCUMENT_ERROR_CHANGED,
  WAY_DOCUMENT_ERROR_GONE,
} WayDocumentError;

/**
 * WayReadOnly:
 * @WAY_READ_ONLY_NO: it can be changed
 * @WAY_READ_ONLY_NEWER: it is of a newer major version, and saving it would lose what that added
 * @WAY_READ_ONLY_OTHERS: somebody else has it open, and a person chose to look only
 *
 * Why a document can only be read. Saved under another name it can be changed.
 */
typedef enum
{
  WAY_READ_ONLY_NO,
  WAY_READ_ONLY_NEWER,
  WAY_READ_ONLY_OTHERS,
} WayReadOnly;

/* Properties, all with notify: "file" (GFile, nullable), "title" (string, never empty, translated
 * "Untitled plan" where the plan has none), "modified" (boolean), "read-only" (boolean), "private"
 * (boolean: the plan is to leave no traces), "can-undo", "can-redo" (boolean), "undo-name",
 * "redo-name" (string, nullable). */

/**
 * WayDocument::early:
 * @n_early: milestones that moves have made too early and that way_document_push_along() would
 * move; 0 when there are none any more
 * @n_kept: those that the last step found too early and left, for they are done or dropped
 *
 * Emitted after a step that changed either.
 */

/**
 * WayCommandFunc:
 * @group: where edits go
 * @error: return location
 *
 * One command: checks its arguments and adds edits. FALSE with @error set when it cannot be done.
 */
typedef gboolean (*WayCommandFunc) (WayEditGroup *group, gpointer user_data, GError **error);

/**
 * way_document_new:
 * @plan: (transfer none) (nullable): what it holds, %NULL for an empty plan
 *
 * Returns: (transfer full): a document without a file
 */
WayDocument *way_document_new (WayPlan *plan);

/**
 * way_document_new_from_template:
 *
 * Returns: (transfer full) (nullable): a document without a file that begins this month as the
 * template says
 */
WayDocument *way_document_new_from_template (const WayTemplate *template, GError **error);

/**
 * way_document_load:
 *
 * Reads a plan; blocks. Errors are those of the store, with line, record and remedy in the message.
 *
 * Returns: (transfer full) (nullable): the document
 */
WayDocument *way_document_load (GFile *file, GCancellable *cancellable, GError **error);

/**
 * way_document_load_async:
 *
 * Reads on another thread and publishes on this one.
 */
void way_document_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                              gpointer user_data);
WayDocument *way_document_load_finish (GAsyncResult *result, GError **error);

/**
 * way_document_save:
 * @file: (nullable): where to, %NULL for the document's own file; becomes the document's file on
 * success
 *
 * Writes the plan whole or not at all; blocks. On failure the document stays modified and the old
 * file as it was. Errors are those of the store and of WAY_DOCUMENT_ERROR.
 */
gboolean way_document_save (WayDocument *self, GFile *file, GCancellable *cancellable,
                            GError **error);

/**
 * way_document_save_async:
 *
 * Writes a snapshot on another thread; edits may go on meanwhile. While another save is going on
 * this one waits its turn, and writes what the plan is by then.
 */
void way_document_save_async (WayDocument *self, GFile *file, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data);
gboolean way_document_save_finish (WayDocument *self, GAsyncResult *result, GError **error);

/**
 * way_document_confirm_empty:
 *
 * The next save may put an empty plan in the place of one that holds something.
 */
void way_document_confirm_empty (WayDocument *self);

/**
 * way_document_confirm_overwrite:
 *
 * The next save may take the place of what others have made of the file, or make it anew.
 */
void way_document_confirm_overwrite (WayDocument *self);

/**
 * way_document_set_n_versions:
 * @n_versions: how many earlier versions of the plan are kept at most; 0, as at first, for none
 *
 * How many of its earlier versions each save keeps.
 */
void way_document_set_n_versions (WayDocument *self, guint n_versions);

/**
 * way_document_get_unkept:
 *
 * Returns: (transfer none) (nullable): why the last save that succeeded could not keep the version
 *   before it, to be told to people
 */
const char *way_document_get_unkept (WayDocument *self);

WayPlan *way_document_get_plan (WayDocument *self);
WayHistory *way_document_get_history (WayDocument *self);
/* (nullable) */
GFile *way_document_get_file (WayDocument *self);
const char *way_document_get_title (WayDocument *self);
gboolean way_document_get_modified (WayDocument *self);
gboolean way_document_get_read_only (WayDocument *self);
WayReadOnly way_document_get_read_only_reason (WayDocument *self);
void way_document_set_read_only (WayDocument *self, WayReadOnly reason);

/**
 * way_document_get_private:
 *
 * Returns: whether the plan is to leave no traces but in its file
 */
gboolean way_document_get_private (WayDocument *self);

/**
 * way_document_execute:
 * @name: what the step is called in Undo, translated
 * @coalesce: (nullable): see way_history_begin()
 * @command: the work
 *
 * The one way to change a plan: runs @command in a group of its own; on an error all of it is taken
 * back. What waits for milestones whose dates it changed is pushed along, offered to be or left, as
 * way_document_set_push() has it.
 *
 * Returns: whether it succeeded
 */
gboolean way_document_execute (WayDocument *self, const char *name, const char *coalesce,
                               WayCommandFunc command, gpointer user_data, GError **error);

gboolean way_document_undo (WayDocument *self);
gboolean way_document_redo (WayDocument *self);

G_END_DECLS
