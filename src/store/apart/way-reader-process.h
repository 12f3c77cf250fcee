/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a plan that comes from elsewhere in a process of its own.
 *
 * The parser meets the stranger's bytes where it can reach no file, no network and no other
 * process; should it break there, the file is refused and nothing else has happened.
 */
#pragma once

#include "way-plan-reader.h"

G_BEGIN_DECLS

/**
 * way_plan_read_apart:
 * @report: (out): as for way_plan_read_file()
 *
 * As way_plan_read_file(), in a process of its own. A process that dies, or whose answer makes no
 * sense, is a refused file. Blocks; may be called on any thread.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_read_apart (GFile *file, WayReadReport *report, GCancellable *cancellable,
                              GError **error);

/**
 * way_plan_read_stream_apart:
 * @stream: read to its end, or to where it is longer than a plan may be
 * @name: what messages call it
 * @report: (out): as for way_plan_read_file()
 *
 * As way_plan_read_apart(), for what is no file. What the stream gives is kept out of this process.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_read_stream_apart (GInputStream *stream, const char *name, WayReadReport *report,
                                     GCancellable *cancellable, GError **error);

/**
 * way_plan_salvage_apart:
 *
 * As way_plan_salvage_file(), in a process of its own.
 *
 * Returns: (transfer full) (nullable): the plan
 */
WayPlan *way_plan_salvage_apart (GFile *file, GPtrArray **missing, GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
