/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors of the model.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_MODEL_ERROR (way_model_error_quark ())
GQuark way_model_error_quark (void);

/**
 * WayModelError:
 * @WAY_MODEL_ERROR_VALUE: a text is no value of the field
 */
typedef enum
{
  WAY_MODEL_ERROR_VALUE,
} WayModelError;

G_END_DECLS
