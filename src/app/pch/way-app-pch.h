/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What nearly every file of this room reads, parsed once where the build is set up with b_pch. Each
 * file still includes what it needs: most builds have none of this.
 */
#pragma once

#include <adwaita.h>
