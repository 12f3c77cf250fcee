/* SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The table of the timeline's actions and their keys, which feeds both the view and the shortcuts
 * window.
 */
#include "config.h"

#include "way-timeline-shortcuts.h"

#include <glib/gi18n.h>

#define WALK N_ ("Walk the timeline")
#define CHANGE N_ ("Change what is selected")
#define LOOK N_ ("Look around")

static const WayShortcut shortcuts[] = {
  { "timeline.walk-earlier", "Left KP_Left", WALK, N_ ("To the item before, or fold a lane") },
  { "timeline.walk-later", "Right KP_Right", WALK, N_ ("To the next item, or unfold a lane") },
  { "timeline.walk-up", "Up KP_Up", WALK, N_ ("Up") },
  { "timeline.walk-down", "Down KP_Down", WALK, N_ ("Down") },
  { "timeline.walk-first", "Home KP_Home", WALK, N_ ("To the first item of the lane") },
  { "timeline.walk-last", "End KP_End", WALK, N_ ("To the last item of the lane") },
  { "timeline.extend-earlier", "<Shift>Left", WALK, N_ ("Select the item before too") },
  { "timeline.extend-later", "<Shift>Right", WALK, N_ ("Select the next item too") },
  { "timeline.extend-up", "<Shift>Up", WALK, N_ ("Select the item above too") },
  { "timeline.extend-down", "<Shift>Down", WALK, N_ ("Select the item below too") },
  { "timeline.select-all", "<Control>a", WALK, N_ ("Select all") },
  { "timeline.cancel", "Escape <Shift>Escape <Control>Escape <Alt>Escape", WALK,
    N_ ("Cancel, or select nothing") },

  { "timeline.add-milestone", "Insert KP_Insert", CHANGE, N_ ("New milestone") },
  { "timeline.add-goal", "<Shift>Insert", CHANGE, N_ ("New goal") },
  { "timeline.edit", "Return KP_Enter", CHANGE, N_ ("Edit the details") },
  { "timeline.rename", "F2", CHANGE, N_ ("Rename in place") },
  { "timeline.toggle-done", "space", CHANGE, N_ ("Mark done or not done") },
  { "timeline.cut", "<Control>x", CHANGE, N_ ("Cut") },
  { "timeline.copy", "<Control>c", CHANGE, N_ ("Copy") },
  { "timeline.paste", "<Control>v", CHANGE, N_ ("Paste") },
  { "timeline.duplicate", "<Control>d", CHANGE, N_ ("Duplicate") },
  { "timeline.remove", "Delete KP_Delete", CHANGE, N_ ("Delete") },
  { "timeline.move-earlier", "<Alt>Left", CHANGE, N_ ("Move earlier") },
  { "timeline.move-later", "<Alt>Right", CHANGE, N_ ("Move later") },
  { "timeline.end-earlier", "<Alt><Shift>Left", CHANGE, N_ ("End earlier") },
  { "timeline.end-later", "<Alt><Shift>Right", CHANGE, N_ ("End later") },
  { "timeline.start-earlier", "<Alt><Shift>Up", CHANGE, N_ ("Start earlier") },
  { "timeline.start-later", "<Alt><Shift>Down", CHANGE, N_ ("Start later") },
  { "timeline.place-up", "<Alt>Up", CHANGE, N_ ("Move up among the lanes, or to the goal above") },
  { "timeline.place-down", "<Alt>Down", CHANGE,
    N_ ("Move down among the lanes, or to the goal below") },
  { "timeline.place-in", "<Control>bracketright", CHANGE, N_ ("Make part of the goal above") },
  { "timeline.place-out", "<Control>bracketleft", CHANGE,
    N_ ("Take out of the goal that it is part of") },
  { "timeline.start-link", "l", CHANGE, N_ ("Link to another milestone") },
  { "timeline.repair", "r", CHANGE, N_ ("Repair dependencies") },
  { "timeline.show-undated", "u", CHANGE, N_ ("Show milestones without a date") },
  { "timeline.menu", "Menu <Shift>F10", CHANGE, N_ ("Show the menu") },

  { "timeline.zoom-in", "<Control>plus <Control>equal <Control>KP_Add", LOOK, N_ ("Zoom in"),
    TRUE },
  { "timeline.zoom-out", "<Control>minus <Control>KP_Subtract", LOOK, N_ ("Zoom out"), TRUE },
  { "timeline.zoom-fit", "<Control>0 <Control>KP_0", LOOK, N_ ("Show the whole plan"), TRUE },
  { "timeline.zoom-selection", "<Control><Shift>0 <Control>parenright", LOOK,
    N_ ("Show what is selected"), TRUE },
  { "timeline.show-critical", "c", LOOK, N_ ("Mark the critical path") },
  { "timeline.go-to-today", "<Control>t", LOOK, N_ ("Go to today"), TRUE },
  { "timeline.page-earlier", "<Control>Left", LOOK, N_ ("A page earlier") },
  { "timeline.page-later", "<Control>Right", LOOK, N_ ("A page later") },
  { "timeline.page-up", "Page_Up KP_Page_Up", LOOK, N_ ("A page up") },
  { "timeline.page-down", "Page_Down KP_Page_Down", LOOK, N_ ("A page down") },
};

const WayShortcut *
way_timeline_get_shortcuts (guint *n_shortcuts)
{
  *n_shortcuts = G_N_ELEMENTS (shortcuts);
  return shortcuts;
}
