# SPDX-License-Identifier: GPL-3.0-or-later
#
# What waits for a milestone is pushed along, whichever way its dates are changed: by a drag, in the details, in the
# outline; two steps back and the file is as it was, to the byte.
from person import Atspi, Waymark, attribute, differences, picture, small_plan, wait_for
from tap import main

EXAM_START = b'start="2027-07-01"'


def check_pushed(waymark, plan, before):
    """The exam gave way to the course; undo gives the first bytes"""
    waymark.press_until_gone("Push it along")
    picture("pushed-along")
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert len(old) == len(new) == 2, new
    course, exam = sorted(new, key=lambda line: attribute(line, "start"))
    assert attribute(course, "end") < attribute(exam, "start"), new

    waymark.key("ctrl+z", "ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_what_is_too_early_is_pushed_along():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    item = waymark.item("Review course")
    _, _, width, _ = waymark.area(item)
    waymark.drag_thing(item, round(width * 0.8))
    waymark.wait_until_changed()
    picture("too-early")
    check_pushed(waymark, plan, before)


def test_a_date_in_the_details_pushes():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Review course"))
    entry = waymark.find("text", "Ends")
    waymark.click(entry)
    waymark.type_into(entry, "31 July 2027")
    waymark.key("Return")
    waymark.find("push button", "Push it along")
    picture("typed-in-the-details")
    waymark.key("Escape")
    check_pushed(waymark, plan, before)


def test_a_date_in_the_outline_pushes():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.key("ctrl+2")
    waymark.click(waymark.find("label", "Review course"))
    waymark.key("F2", "Tab", "Tab")
    entry = waymark.focused("text")
    assert entry.get_name() == "Ends, Review course", entry.get_name()
    waymark.type_into(entry, "31 July 2027")
    waymark.key("Return")
    waymark.find("push button", "Push it along")
    picture("typed-in-the-outline")
    check_pushed(waymark, plan, before)


def test_several_of_several_goals_push_what_waits():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Fit")
    waymark.click(waymark.item("Only day shifts"))
    waymark.pointer("keydown", "ctrl")
    waymark.click(waymark.item("Review course"))
    waymark.pointer("keyup", "ctrl")
    wait_for(lambda: all(waymark.item(title).get_state_set().contains(Atspi.StateType.SELECTED)
                         for title in ("Review course", "Only day shifts")), "both to be selected")
    item = waymark.item("Review course")
    _, _, width, _ = waymark.area(item)
    down = waymark.centre(waymark.item("Goal Stay well"))[1] - waymark.centre(item)[1]
    waymark.drag_thing(item, round(width * 1.2), down)
    waymark.wait_until_changed()
    picture("several")
    waymark.press_until_gone("Push it along")
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert len(new) == 3 and EXAM_START in b"".join(old) and EXAM_START not in b"".join(new), new
    goals = {attribute(line, "goal") for line in new if attribute(line, "category") != "certification"}
    assert len(goals) == 1, new
    waymark.key("ctrl+z", "ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


main("ui/push", globals())
