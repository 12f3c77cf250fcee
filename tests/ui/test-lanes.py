# SPDX-License-Identifier: GPL-3.0-or-later
#
# Lanes by drag and by keys: their order, what they hold, and whether they are folded.
from person import Atspi, Waymark, attribute, differences, example, picture, small_plan, wait_for
from tap import main

CRITICAL_CARE = "0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a001"
STAY_WELL = "0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a002"


def top(waymark, name):
    return waymark.area(waymark.item(name))[1]


def check_reordered(waymark, plan, before):
    """“Stay well” stands first in the picture and in the file; undo gives the first bytes"""
    waymark.wait_until_changed()
    wait_for(lambda: top(waymark, "Goal Stay well") < top(waymark, "Goal Practise"), "the lanes to change places")
    picture("reordered")
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    ranks = {attribute(line, "id"): attribute(line, "rank") for line in plan.read_bytes().split(b"\n")
             if line.lstrip().startswith(b"<goal")}
    assert ranks[STAY_WELL] < ranks[CRITICAL_CARE], ranks
    assert attribute(old, "id") == attribute(new, "id"), (old, new)
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_a_head_is_dragged_above_another():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, y = waymark.centre(waymark.item("Goal Stay well"))
    waymark.drag(x, y, 0, top(waymark, "Goal Practise") + 3 - y)
    check_reordered(waymark, plan, before)


def test_alt_up_does_the_same():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Goal Stay well"))
    waymark.key("alt+Up")
    check_reordered(waymark, plan, before)


def test_escape_leaves_the_lane_where_it_was():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, y = waymark.centre(waymark.item("Goal Stay well"))
    end = top(waymark, "Goal Practise") + 3
    waymark.pointer("mousemove", x, y, "mousedown", 1, "mousemove", x, (y + end) // 2, "sleep", "0.1",
                    "mousemove", x, end, "sleep", "0.1")
    waymark.key("Escape")
    waymark.pointer("mouseup", 1)
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before
    assert top(waymark, "Goal Practise") < top(waymark, "Goal Stay well")


def test_a_milestone_is_dragged_to_another_goal():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    _, y = waymark.centre(waymark.item("Sit the CCRN"))
    _, below = waymark.centre(waymark.item("Only day shifts"))
    waymark.drag_thing(waymark.item("Sit the CCRN"), 0, below - y)
    waymark.wait_until_changed()
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert (attribute(old, "goal"), attribute(new, "goal")) == (CRITICAL_CARE, STAY_WELL), new
    for name in "start", "end":
        assert attribute(new, name) == attribute(old, name), new

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_the_arrow_folds_and_the_state_is_said():
    plan = example()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    name = "Goal Become a critical-care nurse"
    waymark.press("Show one year")
    waymark.item("Goal Earn the CCRN")

    def has(state):
        return waymark.item(name).get_state_set().contains(state)

    wait_for(lambda: has(Atspi.StateType.EXPANDED), "the lane to be said to be unfolded")
    waymark.click(waymark.item(name))
    waymark.key("Left")
    waymark.is_gone("list item", "Goal Earn the CCRN")
    wait_for(lambda: not has(Atspi.StateType.EXPANDED), "the lane to be said to be folded")
    wait_for(lambda: has(Atspi.StateType.EXPANDABLE), "that it can be unfolded")
    waymark.key("Right")
    waymark.item("Goal Earn the CCRN")
    wait_for(lambda: has(Atspi.StateType.EXPANDED), "the lane to be said to be unfolded again")
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


main("ui/lanes", globals())
