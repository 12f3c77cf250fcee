/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is to be said about a file that was read: where, in which record, what is wrong, what to do.
 */
#pragma once

#include "way-id.h"
#include "way-schema.h"

G_BEGIN_DECLS

#define WAY_MAX_DIAGNOSTICS 100 /* told about one file */

/**
 * WayDiagnosticSeverity:
 * @WAY_DIAGNOSTIC_ERROR: the file cannot be opened because of it
 * @WAY_DIAGNOSTIC_WARNING: the file opens, and nothing in it is lost
 */
typedef enum
{
  WAY_DIAGNOSTIC_ERROR,
  WAY_DIAGNOSTIC_WARNING,
} WayDiagnosticSeverity;

/**
 * WayDiagnostic:
 * @severity: how bad it is
 * @line: the line in the file, 1 for the first; 0 when it is about the file as a whole
 * @kind: the kind of the record that it is about, WAY_N_KINDS when about none
 * @id: the id of that record; null when it has none
 * @called: (nullable): what people call that record
 * @text: what is wrong: part of a sentence, without a full stop
 * @remedy: what to do about it: a sentence
 */
typedef struct
{
  WayDiagnosticSeverity severity;
  guint line;
  WayKind kind;
  WayId id;
  char *called;
  char *text;
  char *remedy;
} WayDiagnostic;

void way_diagnostic_free (WayDiagnostic *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayDiagnostic, way_diagnostic_free)

/**
 * way_diagnostic_describe:
 *
 * Returns: (transfer full): a line for people without the place, as
 *   "Milestone “Sit the CCRN”: it ends before it starts. Set a later end or an earlier start."
 */
char *way_diagnostic_describe (const WayDiagnostic *self);

G_END_DECLS
