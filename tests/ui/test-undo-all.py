# SPDX-License-Identifier: GPL-3.0-or-later
#
# After many different edits all is undone, and the saved file is the first one, to the byte.
from person import Waymark, small_plan
from tap import main


def test_undo_all_and_save():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.drag_thing(waymark.item("Review course"), -70)
    waymark.wait_until_changed()
    waymark.key("alt+Right", "space")
    waymark.press("Add a goal")
    waymark.type_into(waymark.focused("text"), "Teach")
    waymark.key("Return")
    waymark.find("list item", "Goal Teach")
    waymark.click(waymark.item("Only day shifts"))
    waymark.key("alt+shift+Left", "Delete")
    waymark.is_gone("list item", "Only day shifts")
    waymark.undo_all()
    waymark.item("Only day shifts")
    waymark.key("ctrl+shift+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() != before

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


main("ui/undo-all", globals())
