/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Splits what was typed into words, numbers and signs that can be compared without regard to case
 * and accents.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WAY_QUICK_END, /* after the last one */
  WAY_QUICK_WORD,
  WAY_QUICK_NUMBER,
  WAY_QUICK_SIGN,
} WayQuickTokenKind;

/**
 * WayQuickToken:
 * @start: its first byte in the text
 * @end: the byte after its last
 * @folded: (nullable): of a word, as way_quick_fold() makes it
 * @number: of a number
 * @n_digits: of a number, with leading zeros
 * @sign: of a sign
 * @is_glued: whether nothing stands between it and the one before
 */
typedef struct
{
  WayQuickTokenKind kind;
  gsize start;
  gsize end;
  char *folded;
  int number;
  guint n_digits;
  gunichar sign;
  gboolean is_glued;
} WayQuickToken;

/**
 * way_quick_fold:
 * @text: UTF-8, need not end in NUL
 * @length: its bytes, or -1
 *
 * Returns: (transfer full): @text in lower case and without accents
 */
char *way_quick_fold (const char *text, gssize length);

/**
 * way_quick_split:
 * @text: valid UTF-8
 *
 * Returns: (transfer full) (element-type WayQuickToken): the tokens, the last one of kind
 *   WAY_QUICK_END
 */
GArray *way_quick_split (const char *text);

static inline gboolean
way_quick_token_is_sign (const WayQuickToken *self, gunichar sign)
{
  return self->kind == WAY_QUICK_SIGN && self->sign == sign;
}

G_END_DECLS
