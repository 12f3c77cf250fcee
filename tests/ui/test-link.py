# SPDX-License-Identifier: GPL-3.0-or-later
#
# One milestone is made to wait for another, by the dot and by the keyboard; a circle is refused and named.
from person import Waymark, attribute, differences, picture, small_plan, wait_for
from tap import main

COURSE = "3d3f4c1e-52a7-4b63-8f0a-7b8f3a5e1001"
EXAM = "3d3f4c1e-52a7-4b63-8f0a-7b8f3a5e1002"
REST = "3d3f4c1e-52a7-4b63-8f0a-7b8f3a5e1003"


def drag_dot(waymark, source, target):
    """From the dot at the end of a bar's foot to the middle of another bar"""
    waymark.click(waymark.item(source))
    x, y, width, height = waymark.area(waymark.item(source))
    to_x, to_y = waymark.centre(waymark.item(target))
    x, y = x + width - 9, y + height
    waymark.drag(x, y, to_x - x, to_y - y)


def test_the_dot_is_dragged_to_what_waits():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    drag_dot(waymark, "Sit the CCRN", "Only day shifts")
    waymark.wait_until_changed()
    waymark.save()
    old, (new,) = differences(before, plan.read_bytes())
    assert not old
    assert (attribute(new, "from"), attribute(new, "to")) == (EXAM, REST), new

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_a_circle_is_refused_and_named():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    drag_dot(waymark, "Sit the CCRN", "Review course")
    wait_for(lambda: waymark.mentions("circle: “Sit the CCRN”") or waymark.mentions("circle: “Review course”"),
             "the circle to be named")
    picture("circle")
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


def test_keys_link_too():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Review course"))
    waymark.key("l")
    waymark.click(waymark.item("Only day shifts"))
    waymark.key("l")
    waymark.wait_until_changed()
    waymark.save()
    old, (new,) = differences(before, plan.read_bytes())
    assert not old
    assert (attribute(new, "from"), attribute(new, "to")) == (COURSE, REST), new


main("ui/link", globals())
