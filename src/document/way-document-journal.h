/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Keeping what a person has not saved yet, so that it survives the program.
 */
#pragma once

#include "way-document.h"

G_BEGIN_DECLS

/**
 * WayDocument::unkept:
 * @reason: why, and what to do about it
 *
 * Emitted when unsaved work cannot be kept, once until it can be again.
 */

/**
 * way_document_keep_unsaved:
 *
 * From now on each step is written to a journal, from which WayRecovery restores it after a crash.
 * A save that has it all, or undoing it all, takes the journal away.
 */
void way_document_keep_unsaved (WayDocument *self);

/**
 * way_document_forget_unsaved:
 *
 * Takes the journal away: the person wants what is not saved to go. Nothing is kept from now on.
 */
void way_document_forget_unsaved (WayDocument *self);

/**
 * way_document_wait_kept:
 *
 * Waits until what was done so far is kept.
 */
void way_document_wait_kept (WayDocument *self);

G_END_DECLS
