# SPDX-License-Identifier: GPL-3.0-or-later
#
# A milestone is dragged with the mouse; undone, the file is as it was, to the byte.
import datetime

from person import Waymark, attribute, differences, example, picture, small_plan, wait_for
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
    assert plan.read_bytes() == before, differences(before, plan.read_bytes())


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
    assert plan.read_bytes() == before, differences(before, plan.read_bytes())


def hold(verb, keys):
    return [word for key in keys for word in (verb, key)]


def start_of(before, plan):
    """When the one milestone begins that was dragged"""
    (_,), (line,) = differences(before, plan.read_bytes())
    return datetime.date.fromisoformat(attribute(line, "start"))


def test_alt_frees_from_snapping():
    """A drag with Alt follows the pointer to the day, whenever Alt is pressed; one without stops at a better day"""
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, y = waymark.centre(waymark.item("Review course"))
    width = waymark.area(waymark.item("Review course"))[2]
    starts = []
    for down, meanwhile, up in ([], [], []), ([], ["alt"], ["alt"]), (["alt"], [], ["alt"]):
        waymark.pointer("mousemove", x, y, *hold("keydown", down), "sleep", "0.1", "mousedown", 1, "sleep", "0.1",
                        *hold("keydown", meanwhile), "mousemove", x + 20, y, "sleep", "0.1", "mousemove", x + 40, y,
                        "sleep", "0.2", "mouseup", 1, *hold("keyup", up))
        waymark.wait_until_changed()
        waymark.save()
        starts.append(start_of(before, plan))
        waymark.key("ctrl+z")
        waymark.wait_until_changed()
        waymark.save()
        assert plan.read_bytes() == before, differences(before, plan.read_bytes())

    first, end = datetime.date(2027, 1, 1), datetime.date(2027, 5, 1)
    expected = first + (end - first) * 40 / width
    snapped, *free = starts
    assert snapped == datetime.date(2027, 2, 1), starts
    assert free[0] == free[1] != snapped and abs((free[0] - expected).days) <= 1, (expected, starts)


def test_the_edge_scrolls_along():
    """Held at the edge, the pointer stands still and the days pass under it"""
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    fitted = waymark.area(waymark.item("Review course"))[2]
    waymark.press("Show one year")
    wait_for(lambda: waymark.area(waymark.item("Review course"))[2] != fitted, "the zoom")
    x, y = waymark.centre(waymark.item("Review course"))
    left, _, width, _ = waymark.area(waymark.find("list", "Timeline"))
    edge = left + width - 8
    day_width = waymark.area(waymark.item("Review course"))[2] / 120
    waymark.pointer("mousemove", x, y, "mousedown", 1, "sleep", "0.1", "mousemove", (x + edge) // 2, y, "sleep", "0.1",
                    "mousemove", edge, y)
    waymark.is_gone("list item", "Review course")
    picture("edge")
    waymark.pointer("mousemove", edge - 200, y, "sleep", "0.2", "mouseup", 1)
    waymark.wait_until_changed()
    waymark.save()
    by_pointer = datetime.timedelta(days=(edge - 200 - x) / day_width)
    assert start_of(before, plan) > datetime.date(2027, 1, 1) + by_pointer + datetime.timedelta(days=30)
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before, differences(before, plan.read_bytes())


def test_escape_lets_go_of_what_is_out_of_sight():
    """The item that has the focus is no longer on the screen, yet the key reaches the drag"""
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Fit")
    x, y = waymark.centre(waymark.item("Review course"))
    left, _, width, _ = waymark.area(waymark.find("list", "Timeline"))
    waymark.pointer("mousemove", x, y, "mousedown", 1, "sleep", "0.1", "mousemove", x + 100, y, "sleep", "0.1",
                    "mousemove", left + width - 8, y)
    waymark.is_gone("list item", "Review course")
    waymark.key("Escape")
    waymark.pointer("mousemove", x, y, "sleep", "0.1", "mouseup", 1)
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before, differences(before, plan.read_bytes())


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
    assert plan.read_bytes() == before, differences(before, plan.read_bytes())


main("ui/drag", globals())
