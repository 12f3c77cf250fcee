/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Ctrl+C ends the program in order, so that no file is left in part.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cli_interrupt_watch:
 *
 * From now on, the first signal that would end the program triggers @cancellable; a second one ends
 * it at once. To be called before any other thread begins.
 */
void cli_interrupt_watch (GCancellable *cancellable);

/**
 * cli_interrupt_finish:
 *
 * Ends the program by the signal that came, as the shell expects it; returns when none did.
 */
void cli_interrupt_finish (void);

G_END_DECLS
