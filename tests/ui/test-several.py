# SPDX-License-Identifier: GPL-3.0-or-later
#
# Several milestones at once: by a rubber band, by Ctrl and a click; moved, resized and given a category in one step.
import datetime

from person import Atspi, Waymark, attribute, differences, picture, say, small_plan, wait_for
from tap import main

TITLES = "Review course", "Sit the CCRN", "Only day shifts"


def is_selected(waymark, title):
    return waymark.item(title).get_state_set().contains(Atspi.StateType.SELECTED)


def wait_for_selection(waymark, titles):
    wait_for(lambda: [title for title in TITLES if is_selected(waymark, title)] == titles, f"{titles} to be selected")


def dates(lines, name):
    return [datetime.date.fromisoformat(attribute(line, name)) for line in lines]


def check_undo(waymark, plan, before):
    """One step takes all of it back"""
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before, differences(before, plan.read_bytes())


def test_a_rubber_band_selects_and_all_move_in_one_step():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Fit")
    x, y, width, height = waymark.area(waymark.item("Review course"))
    end, _, end_width, _ = waymark.area(waymark.item("Sit the CCRN"))
    waymark.drag(x - 12, y + height + 60, end + end_width - 10 - x, -(height + 60 - height // 2))
    wait_for(lambda: is_selected(waymark, "Review course"), "the band to select")
    picture("band")
    selected = [title for title in TITLES if is_selected(waymark, title)]
    assert selected[:2] == ["Review course", "Sit the CCRN"], selected
    waymark.drag_thing(waymark.item("Review course"), width // 2)
    waymark.wait_until_changed()
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert len(new) == len(selected), new
    moved = [b - a for a, b in zip(dates(old, "start"), dates(new, "start"))]
    assert len(set(moved)) == 1 and moved[0].days > 30, moved
    check_undo(waymark, plan, before)


def test_ctrl_click_adds_and_both_get_longer():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Review course"))
    waymark.pointer("keydown", "ctrl")
    waymark.click(waymark.item("Only day shifts"))
    waymark.pointer("keyup", "ctrl")
    wait_for_selection(waymark, ["Review course", "Only day shifts"])
    x, y, width, height = waymark.area(waymark.item("Only day shifts"))
    waymark.drag(x + width - 2, y + height // 2, width // 2)
    waymark.wait_until_changed()
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert dates(old, "start") == dates(new, "start") and len(new) == 2, new
    longer = [(b - a).days for a, b in zip(dates(old, "end"), dates(new, "end"))]
    assert min(longer) > 30 and max(longer) - min(longer) <= 3, longer
    check_undo(waymark, plan, before)


def test_keys_take_all_and_move_all():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Review course"))
    waymark.key("ctrl+a")
    wait_for_selection(waymark, list(TITLES))
    waymark.key("alt+Right")
    waymark.wait_until_changed()
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert len(new) == 3 and all(a < b for a, b in zip(dates(old, "start"), dates(new, "start"))), new
    check_undo(waymark, plan, before)
    waymark.key("Escape")
    wait_for_selection(waymark, [])


def test_escape_gives_the_selection_back():
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.press("Fit")
    waymark.click(waymark.item("Only day shifts"))
    wait_for_selection(waymark, ["Only day shifts"])
    x, y, width, height = waymark.area(waymark.item("Review course"))
    waymark.pointer("mousemove", x - 12, y - 3, "keydown", "shift", "mousedown", 1, "mousemove", x, y + height // 2,
                    "sleep", "0.1", "mousemove", x + width // 2, y + height // 2, "sleep", "0.2")
    wait_for_selection(waymark, ["Review course", "Only day shifts"])
    waymark.key("Escape")
    waymark.pointer("mouseup", 1, "keyup", "shift")
    wait_for_selection(waymark, ["Only day shifts"])


def detail(waymark, name, value):
    """The row of the details that shows this of a field, or None. Each page has rows of its own, which are there when they
    are not shown, too."""
    details = waymark.find("label", say("What you do here is done to all of them")).get_parent().get_parent()
    return next((thing for thing in waymark.walk(details) if thing.get_role_name() == "combo box"
                 and thing.get_name().startswith(say(name)) and thing.get_description() == say(value)), None)


def test_the_details_give_all_a_category():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Review course"))
    waymark.key("ctrl+a")
    wait_for_selection(waymark, list(TITLES))
    row = wait_for(lambda: detail(waymark, "Category", "Various"), "the details to say that they differ")
    picture("details")
    waymark.click(row)
    waymark.focused("list item")
    picture("categories")
    waymark.key("Home", "Return")
    waymark.wait_until_changed()
    wait_for(lambda: row.get_description() == say("Step"), "the details to follow")
    picture("all-steps")
    waymark.save()
    _, new = differences(before, plan.read_bytes())
    assert len(new) == 3 and not any(b"certification" in line for line in new), new
    check_undo(waymark, plan, before)
    wait_for(lambda: row.get_description() == say("Various"), "the details to follow back")


main("ui/several", globals())
