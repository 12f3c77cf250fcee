/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a program that runs under the shim tells it. Without the shim these are not there.
 */
#pragma once

/* From here on calls of this thread are counted, logged and made to fail */
__attribute__ ((weak)) void fault_shim_begin (void);
__attribute__ ((weak)) void fault_shim_end (void);
