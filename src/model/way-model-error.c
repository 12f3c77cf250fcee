/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors of the model.
 */
#include "way-model-error.h"

G_DEFINE_QUARK (way - model - error - quark, way_model_error)
