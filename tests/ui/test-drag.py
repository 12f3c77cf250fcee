# SPDX-License-Identifier: GPL-3.0-or-later
#
# A milestone is dragged with the mouse; undone, the file is as it was, to the byte.
from person import Waymark, attribute, differences, example, picture, small_plan
from tap import main


def test_dragging_moves_both_ends():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    item = waymark.item("Review course")
    _, _, width, _ = waymark.area(item)
    waymark.drag_thing(item, width // 2)
    waymark.wait_until_changed()
    waymark.save()

    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(old, "start") == "2027-01-01"
    assert "2027-02-15" < attribute(new, "start") < "2027-03-15", new
    assert "2027-06-15" < attribute(new, "end") < "2027-07-15", new

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_dragging_in_the_example_is_undone_to_the_byte():
    plan = example()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Show one year")
    waymark.drag_thing(waymark.item("Ventilator and line sign-offs"), 60)
    waymark.wait_until_changed()
    picture("dragged")
    waymark.drag_thing(waymark.item("Residency project"), -50)
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert len(old) == len(new) == 2, new

    waymark.key("ctrl+z", "ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_escape_lets_go():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, y = waymark.centre(waymark.item("Review course"))
    waymark.pointer("mousemove", x, y, "mousedown", 1, "mousemove", x + 30, y, "mousemove", x + 80, y)
    waymark.key("Escape")
    waymark.pointer("mousemove", x + 100, y, "mouseup", 1)
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


main("ui/drag", globals())
