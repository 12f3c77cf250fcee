/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Reading a date that is typed into an entry, which says so itself when it is none.
 */
#pragma once

#include "way-date-words.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * way_date_entry_read:
 * @entry: a #GtkEditable
 * @side: what the date is for
 * @date: (out): the date; WAY_DATE_NONE for an empty entry; untouched when FALSE is returned
 *
 * Marks @entry as wrong, for the eye and for a screen reader, while what is typed is no date.
 *
 * Returns: whether it is one
 */
gboolean way_date_entry_read (GtkWidget *entry, WayDateSide side, WayDate *date);

G_END_DECLS
