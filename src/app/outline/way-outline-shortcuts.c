/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the outline's actions and their keys.
 */
#include "config.h"

#include "way-outline-shortcuts.h"

#include <glib/gi18n.h>

#define ROWS N_ ("Outline")

static const WayShortcut shortcuts[] = {
  { "outline.edit", "F2 Return KP_Enter", ROWS, N_ ("Edit in the row; Tab goes on") },
  { "outline.edit-details", "<Alt>Return", ROWS, N_ ("Edit the details") },
  { "outline.choose-status", "s", ROWS, N_ ("Choose the status") },
  { "outline.choose-category", "c", ROWS, N_ ("Choose the category, or what a goal aims at") },
  { "outline.fold", "Left KP_Left", ROWS, N_ ("Fold a goal, or to the goal above") },
  { "outline.unfold", "Right KP_Right", ROWS, N_ ("Unfold a goal, or to the first row in it") },
  { "outline.add-milestone", "Insert KP_Insert", ROWS, N_ ("New milestone below") },
  { "outline.add-goal", "<Shift>Insert <Control><Shift>g", ROWS, N_ ("New goal") },
  { "outline.toggle-done", "space", ROWS, N_ ("Mark done or not done") },
  { "outline.cut", "<Control>x", ROWS, N_ ("Cut") },
  { "outline.copy", "<Control>c", ROWS, N_ ("Copy") },
  { "outline.paste", "<Control>v", ROWS, N_ ("Paste") },
  { "outline.duplicate", "<Control>d", ROWS, N_ ("Duplicate") },
  { "outline.remove", "Delete KP_Delete", ROWS, N_ ("Delete") },
  { "outline.move-up", "<Alt>Up", ROWS, N_ ("Move up") },
  { "outline.move-down", "<Alt>Down", ROWS, N_ ("Move down") },
  { "outline.indent", "<Alt>Right", ROWS, N_ ("Make part of the goal above") },
  { "outline.outdent", "<Alt>Left", ROWS, N_ ("Take out of its goal") },
  { "outline.cancel", "Escape", ROWS, N_ ("Select nothing") },
  { "outline.menu", "Menu <Shift>F10", ROWS, N_ ("Show the menu") },
};

const WayShortcut *
way_outline_get_shortcuts (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}
