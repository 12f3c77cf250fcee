/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Plans as files, and what tools that read such files say about them.
 */
#pragma once

#include "way-print.h"

G_BEGIN_DECLS

GBytes *render (WayPlan *plan, const WayPrintOptions *options);

/* What a tool says about the bytes in a file; NULL, and the test is skipped, when it is not
 * installed */
char *ask (const char *tool, const char *option, GBytes *bytes);

/* As pdfinfo counts them; 0 when it is not installed */
guint count_pages (WayPlan *plan, const WayPrintOptions *options);

G_END_DECLS
