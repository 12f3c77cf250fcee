/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Why a file is not opened: each cause with the words that people read. For this room only.
 */
#pragma once

#include "way-store-error.h"

G_BEGIN_DECLS

/* Errors of this domain go between the parts of the reader; their message says what is wrong, and
 * the remedy comes from the table. way-plan-reader.c makes a WAY_STORE_ERROR of them. */
#define WAY_REFUSAL (way_refusal_quark ())
GQuark way_refusal_quark (void);

typedef enum
{
  WAY_REFUSAL_FOLDER,
  WAY_REFUSAL_SPECIAL,
  WAY_REFUSAL_MISSING,
  WAY_REFUSAL_FORBIDDEN,
  WAY_REFUSAL_UNREADABLE,
  WAY_REFUSAL_TOO_LARGE,
  WAY_REFUSAL_PACKING,
  WAY_REFUSAL_EMPTY,
  WAY_REFUSAL_NOT_XML,
  WAY_REFUSAL_DECLARATION,
  WAY_REFUSAL_ENCODING,
  WAY_REFUSAL_NOT_UTF8,
  WAY_REFUSAL_DOCTYPE,
  WAY_REFUSAL_TAG,
  WAY_REFUSAL_ATTRIBUTES,
  WAY_REFUSAL_TEXT,
  WAY_REFUSAL_DEPTH,
  WAY_REFUSAL_RECORDS,
  WAY_REFUSAL_UNKNOWN,
  WAY_REFUSAL_SYNTAX,
  WAY_REFUSAL_CUT_SHORT,
  WAY_REFUSAL_MEMORY,
  WAY_REFUSAL_GAVE_UP,
  WAY_REFUSAL_NO_HELPER,
  WAY_REFUSAL_ROOT,
  WAY_REFUSAL_NAMESPACE,
  WAY_REFUSAL_FORMAT,
  WAY_REFUSAL_OLD,
  WAY_REFUSAL_NEWER,
} WayRefusal;

typedef struct
{
  WayStoreError code;
  const char *text; /* part of a sentence, with %s where a detail belongs */
  const char *remedy;
} WayRefusalInfo;

const WayRefusalInfo *way_refusal_get_info (WayRefusal refusal);

/**
 * way_refusal_set:
 * @detail: (nullable): what belongs into the text, as a name that was found; shortened when it is
 * long
 *
 * Returns: FALSE, for `return way_refusal_set (…)`
 */
gboolean way_refusal_set (GError **error, WayRefusal refusal, const char *detail);

G_END_DECLS
