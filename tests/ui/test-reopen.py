# SPDX-License-Identifier: GPL-3.0-or-later
#
# A plan that is opened again looks as it was left: each item has its place on the screen.
from person import Waymark, example, picture, small_plan, wait_for
from tap import main


def places(waymark):
    """Where the timeline's items are, by name"""
    timeline = waymark.find("list", "Timeline")
    things = [timeline.get_child_at_index(index) for index in range(timeline.get_child_count())]
    things = [thing for thing in things if thing.get_role_name() == "list item"]
    return sorted((thing.get_name(), *area) for thing, area in zip(things, waymark.areas(things)))


def settled(waymark):
    """The places, once they are the same twice"""
    def look():
        first = places(waymark)
        return first if first and first == places(waymark) else None
    return wait_for(look, "the places to settle")


def moved(before, after):
    return [(old, new) for old, new in zip(before, after) if old != new] or "other items"


def assert_reopens(plan, waymark):
    before = settled(waymark)
    picture("left")
    waymark.key("ctrl+w")
    wait_for(lambda: waymark.process.poll() is not None, "the program to end")
    waymark = Waymark(plan)
    after = settled(waymark)
    picture("found")
    assert before == after, moved(before, after)
    return waymark


def test_wherever_one_was():
    plan = example()
    waymark = Waymark(plan)
    waymark.press("Show one year")
    title = waymark.item("Residency project")
    x, y, _, height = waymark.area(title)
    # an odd zoom, an odd place sideways and down, and a lane that is folded
    waymark.pointer("mousemove", x + 7, y + height // 2, "keydown", "ctrl", "click", "--repeat", 3, "--delay", 60, 4, "keyup", "ctrl")
    waymark.pointer("keydown", "shift", "click", 5, "keyup", "shift", "click", "--repeat", 2, "--delay", 60, 5)
    waymark = assert_reopens(plan, waymark)
    waymark.pointer("mousemove", 700, 400, "keydown", "ctrl", "click", "--repeat", 7, "--delay", 60, 5, "keyup", "ctrl")
    waymark = assert_reopens(plan, waymark)
    waymark.key("ctrl+0")
    assert_reopens(plan, waymark)


def test_once_more_and_once_more():
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.press("Show three months")
    for _ in range(3):
        waymark = assert_reopens(plan, waymark)


main("ui/reopen", globals())
