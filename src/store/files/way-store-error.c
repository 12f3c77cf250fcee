/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The error domain of the store.
 */
#include "way-store-error.h"

G_DEFINE_QUARK (way - store - error - quark, way_store_error)
