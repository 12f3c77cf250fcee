# SPDX-License-Identifier: GPL-3.0-or-later
#
# Back several steps by name, out of the list of all that was done.
from person import Waymark, differences, picture, small_plan, wait_for
from tap import main


def test_the_history_jumps_back_three_steps():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Only day shifts"))
    waymark.key("space")
    waymark.wait_until_changed()
    waymark.save()
    first = plan.read_bytes()
    waymark.key("alt+Right", "space", "Delete")
    waymark.wait_until_changed()
    waymark.key("ctrl+alt+z")
    wait_for(lambda: waymark.mentions("Before the first change"), "the history")
    picture("history")
    waymark.key("Down", "Down", "Down", "Return")
    waymark.wait_until_saved()  # it is the plan that was saved
    waymark.key("ctrl+alt+z")
    wait_for(lambda: waymark.mentions("Before the first change"), "the history")
    waymark.key("Down", "Return")
    waymark.wait_until_changed()
    waymark.save()
    assert first != before == plan.read_bytes(), differences(before, plan.read_bytes())


main("ui/back-again", globals())
