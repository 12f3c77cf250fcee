/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Finds journals that programs have left behind, and makes plans of them again.
 */
#pragma once

#include "way-fingerprint.h"
#include "way-plan.h"
#include "way-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayJournalClaim:
 *
 * A journal whose program is gone, and which is now ours: as long as this is there nobody else gets
 * it.
 */
typedef struct _WayJournalClaim WayJournalClaim;

/**
 * way_journal_claim_all:
 * @folder: (nullable): where to look, %NULL for the folder of journals
 *
 * Passes over those that a living program holds, and sweeps away what one has left that was not
 * whole yet.
 *
 * Returns: (transfer full) (element-type WayJournalClaim): may be empty
 */
GPtrArray *way_journal_claim_all (const char *folder);

/**
 * way_journal_claim_free:
 *
 * Leaves the journal where it is, for the next to find.
 */
void way_journal_claim_free (WayJournalClaim *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayJournalClaim, way_journal_claim_free)

const char *way_journal_claim_get_path (WayJournalClaim *self);

/**
 * way_journal_claim_remove:
 *
 * Deletes the journal.
 */
void way_journal_claim_remove (WayJournalClaim *self);

/**
 * WayJournalContent:
 * @plan: as it was after the last step that was written whole
 * @path: (nullable): the file that the work was based on
 * @is_known: whether @fingerprint is that file's, as it was then
 * @serial: of that step, as way_journal_get_written() has it
 * @n_steps: that were not saved
 * @time: when the last was done, in seconds since 1970
 * @last_step: (nullable): what that was called
 *
 * What a journal holds. Begin with `g_auto (WayJournalContent) content = { 0 }`.
 */
typedef struct
{
  WayPlan *plan;
  char *path;
  gboolean is_known;
  WayFingerprint fingerprint;
  guint64 serial;
  guint64 n_steps;
  gint64 time;
  char *last_step;
} WayJournalContent;

void way_journal_content_clear (WayJournalContent *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WayJournalContent, way_journal_content_clear)

/**
 * way_journal_claim_read:
 * @content: (out): set on success
 * @error: return location; domain WAY_STORE_ERROR
 *
 * Reads a journal as carefully as any file. What was not written whole, or has been damaged since,
 * ends it; what stands before counts.
 */
gboolean way_journal_claim_read (WayJournalClaim *self, WayJournalContent *content, GError **error);

/**
 * way_journal_parse:
 * @data: a journal
 * @name: what messages call it
 *
 * As way_journal_claim_read(), from memory.
 */
gboolean way_journal_parse (const guint8 *data, gsize length, const char *name,
                            WayJournalContent *content, GError **error);

G_END_DECLS
