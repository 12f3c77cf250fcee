/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of file formats.
 */
#pragma once

#include "way-plan.h"

G_BEGIN_DECLS

/**
 * WayFormatWriteFunc:
 * @plan: where the milestones are from
 * @milestones: (array length=n_milestones): what to write
 * @text: where it is appended, UTF-8
 */
typedef void (*WayFormatWriteFunc) (WayPlan *plan, WayRecord *const *milestones, guint n_milestones,
                                    GString *text);

/**
 * WayFormat:
 * @name: as in `--to csv`
 * @ending: of file names, without the dot
 * @media_type: for clipboards and file managers
 * @label: untranslated; pass it through _()
 * @write: (nullable): writes milestones; %NULL for the native format, which the store reads and
 * writes
 */
typedef struct
{
  const char *name;
  const char *ending;
  const char *media_type;
  const char *label;
  WayFormatWriteFunc write;
} WayFormat;

/**
 * way_formats_list:
 * @n_formats: (out): how many
 *
 * Returns: (array length=n_formats) (transfer none): all formats, the native one first
 */
const WayFormat *way_formats_list (guint *n_formats);

/**
 * way_formats_find:
 * @name: a name of a format
 *
 * Returns: (nullable) (transfer none): the format of that name
 */
const WayFormat *way_formats_find (const char *name);

/**
 * way_formats_find_for_path:
 * @path: a file name
 *
 * Returns: (nullable) (transfer none): the format whose ending @path has, in any case
 */
const WayFormat *way_formats_find_for_path (const char *path);

G_END_DECLS
