/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A short number for the content of a file, by which to tell whether it is still the same.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WayFingerprint:
 *
 * 128 bits of XXH3 over all bytes. Two contents that differ by accident have different ones; it is
 * no proof against somebody who wants them to be the same. A plain value: copy it.
 */
typedef struct
{
  guint64 high;
  guint64 low;
} WayFingerprint;

static inline gboolean
way_fingerprint_equal (WayFingerprint a, WayFingerprint b)
{
  return a.high == b.high && a.low == b.low;
}

/**
 * way_fingerprint_format:
 *
 * Returns: (transfer full): 32 hexadecimal digits
 */
char *way_fingerprint_format (WayFingerprint self);

/**
 * way_fingerprint_parse:
 * @text: (nullable): what way_fingerprint_format() gave
 * @fingerprint: (out): set when that is what it is
 *
 * Returns: whether @text is a fingerprint
 */
gboolean way_fingerprint_parse (const char *text, WayFingerprint *fingerprint);

/**
 * WayFingerprinter:
 *
 * Makes a fingerprint of bytes as they come.
 */
typedef struct _WayFingerprinter WayFingerprinter;

WayFingerprinter *way_fingerprinter_new (void);
void way_fingerprinter_free (WayFingerprinter *self);
void way_fingerprinter_add (WayFingerprinter *self, gconstpointer bytes, gsize length);

/**
 * way_fingerprinter_get:
 *
 * Returns: the fingerprint of all that was added so far
 */
WayFingerprint way_fingerprinter_get (WayFingerprinter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WayFingerprinter, way_fingerprinter_free)

/**
 * way_fingerprint_bytes:
 *
 * Returns: the fingerprint of bytes that are there at once
 */
WayFingerprint way_fingerprint_bytes (gconstpointer bytes, gsize length);

/**
 * way_fingerprinter_add_file:
 * @fd: open for reading; its position does not matter and stays
 * @from: the first byte
 * @to: where to stop when the file does not end before
 *
 * Returns: where it came to, -1 when the file could not be read; %G_IO_ERROR
 */
goffset way_fingerprinter_add_file (WayFingerprinter *self, int fd, goffset from, goffset to,
                                    GError **error);

/**
 * way_fingerprint_fd:
 * @fd: an ordinary file, open for reading; read from its beginning, and its position left alone
 * @fingerprint: (out): set on success
 * @error: return location; domain G_IO_ERROR
 *
 * Blocks; costs about as much as reading the file.
 */
gboolean way_fingerprint_fd (int fd, WayFingerprint *fingerprint, GError **error);

/**
 * way_fingerprint_file:
 * @path: an ordinary file; anything else is an error, and never waited for
 *
 * As way_fingerprint_fd().
 */
gboolean way_fingerprint_file (const char *path, WayFingerprint *fingerprint, GError **error);

G_END_DECLS
