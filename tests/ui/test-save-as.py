# SPDX-License-Identifier: GPL-3.0-or-later
#
# Saving under another name leaves the first file alone.
from person import Waymark, small_plan, wait_for
from tap import main


def test_save_as():
    plan = small_plan()
    before = plan.read_bytes()
    other = plan.with_name("other.waymark")
    waymark = Waymark(plan)
    waymark.drag_thing(waymark.item("Review course"), 60)
    waymark.wait_until_changed()
    waymark.key("ctrl+shift+s")
    waymark.type_into(waymark.focused("text"), str(other))
    waymark.key("Return")
    wait_for(other.exists, "the other file")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before
    assert other.read_bytes() != before

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert other.read_bytes() == before


main("ui/save-as", globals())
