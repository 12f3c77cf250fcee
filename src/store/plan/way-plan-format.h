/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What reader and writer of plans agree on: the names of format 1 and the bounds of a file.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_PLAN_NAMESPACE_STEM "urn:waymark:plan:" /* a major version follows */
#define WAY_PLAN_NAMESPACE WAY_PLAN_NAMESPACE_STEM "1"
#define WAY_PLAN_MAJOR 1
#define WAY_PLAN_MINOR 0
#define WAY_PLAN_FORMAT "1.0"

/* The bounds keep a hostile file from taking time or memory. Those of texts and tags hold for the
 * writer too, so that nothing is saved that could not be opened again. */
#define WAY_PLAN_MAX_BYTES (G_GUINT64_CONSTANT (1) << 30) /* of a file, unpacked */
#define WAY_PLAN_MAX_DEPTH 64
#define WAY_PLAN_MAX_TAG (64 * 1024) /* bytes from < to > */
#define WAY_PLAN_MAX_ATTRIBUTES 256
#define WAY_PLAN_MAX_TEXT (1024 * 1024) /* bytes of one text, unescaped */
#define WAY_PLAN_MAX_RECORDS 2000000
#define WAY_PLAN_MAX_UNKNOWN                                                                       \
  (16 * 1024 * 1024) /* bytes of all that is kept without being understood */

G_END_DECLS
