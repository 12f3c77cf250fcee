# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a screen reader is told while one walks the timeline of an example by the arrow keys.
import re

from person import Atspi, Waymark, attribute, differences, example, small_plan, wait_for
from tap import main

STATUSES = "planned|active|waiting|done|missed|dropped"
ITEM = re.compile(rf"^.+, .+, .+, ({STATUSES}), \d+ percent$")


def has(thing, state):
    return thing.get_state_set().contains(state)


def test_every_stop_of_the_walk_says_what_it_is():
    waymark = Waymark(example())
    waymark.press("Show one year")
    waymark.click(waymark.item("Goal Become a critical-care nurse"))
    heard = []
    for key in 3 * ["Right", "Right", "Right", "Down"]:
        waymark.key(key)
        thing = waymark.focused("list item")
        name = thing.get_name()
        heard.append(name)
        assert has(thing, Atspi.StateType.FOCUSABLE), name
        wait_for(lambda: has(waymark.focused("list item"), Atspi.StateType.SELECTED), f"“{name}” to be selected")
        if not name.startswith("Goal "):
            assert ITEM.match(name) or "valid" in name or "expires" in name, name
    assert len(set(heard)) >= 6, heard


def children(waymark):
    """The timeline's items in the order that a screen reader counts, with their places"""
    timeline = waymark.find("list", "Timeline")
    things = [timeline.get_child_at_index(index) for index in range(timeline.get_child_count())]
    things = [thing for thing in things if thing.get_role_name() == "list item"]
    return [(thing.get_name(), *area) for thing, area in zip(things, waymark.areas(things))]


def is_in_order(waymark):
    """A goal, then what is below its top and above the next goal"""
    things = children(waymark)
    tops = [y for name, _, y, _, _ in things if name.startswith("Goal ")]
    lane = None
    for name, _, y, _, height in things:
        if name.startswith("Goal "):
            lane = y
        elif lane is not None and any(lane < top <= y + height / 2 for top in tops):
            return False
    return things and tops == sorted(tops)


def test_positions_follow_the_picture():
    waymark = Waymark(example())
    wait_for(lambda: is_in_order(waymark), "the order at first")
    waymark.press("Show one year")
    waymark.click(waymark.item("Goal Become a critical-care nurse"))
    for key in "ctrl+Right", "Page_Down", "ctrl+Left", "ctrl+Left", "Page_Up", "ctrl+0", "Left", "Right":
        waymark.key(key)
        wait_for(lambda: is_in_order(waymark), f"the order after {key}")
    thing = waymark.item("Goal Become a critical-care nurse")
    assert thing.get_parent().get_child_at_index(thing.get_index_in_parent()).get_name() == thing.get_name()


def test_the_goal_is_described():
    waymark = Waymark(small_plan())
    wait_for(lambda: waymark.item("Review course").get_description() == "in Practise in critical care", "the goal")
    waymark.click(waymark.item("Goal Practise"))
    waymark.key("F2")
    waymark.type_into(waymark.focused("text"), "Practise")
    waymark.key("Return")
    wait_for(lambda: waymark.item("Review course").get_description() == "in Practise", "the goal's new title")


def test_buttons_are_called_by_one_name():
    """Neither with the mark of a key nor twice"""
    waymark = Waymark(small_plan())
    waymark.key("ctrl+alt+s")
    waymark.find("push button", "Restore")
    names = [name for _, _, name in waymark.tree.things("push button")]
    # What stands on these two is more than a label
    for name in "Add a milestone", "Add a goal":
        assert name in names, names
    for name in names:
        half = len(name) // 2
        assert "_" not in name, name
        assert name == "" or name[:half] != name[half + 1:], name


def test_actions():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    actions = waymark.item("Sit the CCRN").get_action_iface()
    names = [actions.get_action_name(index) for index in range(actions.get_n_actions())]
    assert {"item.edit", "item.toggle-done", "item.menu"} <= set(names), names
    actions.do_action(names.index("item.toggle-done"))
    waymark.wait_until_changed()
    waymark.save()
    (_,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "status") == "done", new


main("ui/screen-reader", globals())
