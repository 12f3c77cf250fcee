/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the parser's complaints mean, in words for people. For this room only.
 */
#pragma once

#include "way-refusal.h"

G_BEGIN_DECLS

/**
 * way_syntax_error_refuse:
 * @code: an xmlParserErrors
 */
void way_syntax_error_refuse (int code, GError **error);

G_END_DECLS
