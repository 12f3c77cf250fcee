/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Offers, after a start, to restore what an earlier run has left unsaved.
 */
#pragma once

#include "way-application.h"

G_BEGIN_DECLS

/**
 * WayRecoveryOffer:
 *
 * Looks once when the first window has been drawn, and again when a person asks for it by the
 * action "app.restore-unsaved", which is enabled while something waits.
 */
typedef struct _WayRecoveryOffer WayRecoveryOffer;

WayRecoveryOffer *way_recovery_offer_new (WayApplication *application);
void way_recovery_offer_free (WayRecoveryOffer *self);

G_END_DECLS
