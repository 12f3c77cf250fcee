/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is typed into a cell of the outline: one line, with what is wrong said below it.
 */
#pragma once

#include "way-document.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * WayOutlineStep:
 * @WAY_OUTLINE_STAY: Enter or Escape
 * @WAY_OUTLINE_NEXT: Tab
 * @WAY_OUTLINE_PREVIOUS: Shift+Tab
 * @WAY_OUTLINE_AWAY: the focus has gone somewhere else
 *
 * Where one goes after an edit.
 */
typedef enum
{
  WAY_OUTLINE_STAY,
  WAY_OUTLINE_NEXT,
  WAY_OUTLINE_PREVIOUS,
  WAY_OUTLINE_AWAY,
} WayOutlineStep;

#define WAY_TYPE_OUTLINE_EDITOR (way_outline_editor_get_type ())
G_DECLARE_FINAL_TYPE (WayOutlineEditor, way_outline_editor, WAY, OUTLINE_EDITOR, GtkWidget)

/**
 * WayOutlineEditor::done:
 * @step: (type int): a #WayOutlineStep
 *
 * What was typed is applied or dropped, and the editor is to go.
 */

/**
 * way_outline_editor_new:
 * @label: what is edited, for screen readers
 * @text: what stands there now
 */
GtkWidget *way_outline_editor_new (WayDocument *document, const WayRecord *record, WayField field,
                                   const char *label, const char *text);

/**
 * way_outline_editor_set_text:
 *
 * As if @text were typed over what stands there.
 */
void way_outline_editor_set_text (WayOutlineEditor *self, const char *text);

/**
 * way_outline_editor_get_error:
 *
 * Returns: (nullable) (transfer none): what is said to be wrong
 */
const char *way_outline_editor_get_error (WayOutlineEditor *self);

/**
 * way_outline_editor_commit:
 *
 * Applies what was typed, or says what is wrong with it.
 *
 * Returns: whether it is done
 */
gboolean way_outline_editor_commit (WayOutlineEditor *self, WayOutlineStep step);

/**
 * way_outline_editor_cancel:
 *
 * Drops what was typed.
 */
void way_outline_editor_cancel (WayOutlineEditor *self);

G_END_DECLS
