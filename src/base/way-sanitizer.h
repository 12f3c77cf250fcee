/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Whether the program is watched by the address sanitizer, as each compiler says it.
 */
#pragma once

#if defined __SANITIZE_ADDRESS__
#define WAY_HAS_ADDRESS_SANITIZER 1
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#define WAY_HAS_ADDRESS_SANITIZER 1
#endif
#endif

#ifndef WAY_HAS_ADDRESS_SANITIZER
#define WAY_HAS_ADDRESS_SANITIZER 0
#endif
