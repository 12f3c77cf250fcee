/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans as files, and what tools that read such files say about them.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

GBytes *render (WayPlan *plan, const WayPrintOptions *options);

/* What a tool says about the bytes in a file, @option may be %NULL; one that is not installed is an
 * error */
char *ask (const char *tool, const char *option, GBytes *bytes);

/* As pdfinfo counts them */
guint count_pages (WayPlan *plan, const WayPrintOptions *options);

G_END_DECLS
