/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Errors of the store.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define WAY_STORE_ERROR (way_store_error_quark ())
GQuark way_store_error_quark (void);

/**
 * WayStoreError:
 * @WAY_STORE_ERROR_READ: the bytes could not be had: no such file, no permission, a directory, a
 * damaged disk
 * @WAY_STORE_ERROR_REFUSED: the file goes beyond a bound or has what a plan never has, as a DOCTYPE
 * @WAY_STORE_ERROR_SYNTAX: the file is damaged or no XML
 * @WAY_STORE_ERROR_FORMAT: the file is XML but no plan, or one of a version that cannot be opened
 * @WAY_STORE_ERROR_INVALID: the file is a plan that contradicts itself
 * @WAY_STORE_ERROR_WRITE: the file could not be written
 * @WAY_STORE_ERROR_CHANGED: the file was not written, for it held something else than was expected
 * @WAY_STORE_ERROR_GONE: the file was not written, for there was none though one was expected
 *
 * A message says which file, where in it, what is wrong and what to do. A cancelled operation gives
 * %G_IO_ERROR_CANCELLED instead.
 */
typedef enum
{
  WAY_STORE_ERROR_READ,
  WAY_STORE_ERROR_REFUSED,
  WAY_STORE_ERROR_SYNTAX,
  WAY_STORE_ERROR_FORMAT,
  WAY_STORE_ERROR_INVALID,
  WAY_STORE_ERROR_WRITE,
  WAY_STORE_ERROR_CHANGED,
  WAY_STORE_ERROR_GONE,
} WayStoreError;

G_END_DECLS
