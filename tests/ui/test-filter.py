# SPDX-License-Identifier: GPL-3.0-or-later
#
# Looks for something: types, hears how much was found, walks, hides the rest, and has all of it back.
from person import Atspi, Waymark, picture, small_plan, wait_for
from tap import main


def count(waymark):
    """What a screen reader says was found"""
    entry = waymark.find("entry", "Find")
    return entry.get_description()


def is_selected(thing):
    return thing.get_state_set().contains(Atspi.StateType.SELECTED)


def test_finds_walks_hides_and_brings_back():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.item("Review course")
    waymark.key("ctrl+f")
    waymark.type_into(waymark.focused("entry"), "S")
    wait_for(lambda: count(waymark) == "3 of 3 milestones", "all to be found by one letter")
    waymark.type_into(waymark.focused("entry"), "Sit")
    wait_for(lambda: count(waymark) == "1 of 3 milestones", "the count")
    picture("dimmed")

    waymark.key("Return")
    wait_for(lambda: is_selected(waymark.item("Sit the CCRN")), "what was found to be selected")

    waymark.click(waymark.find("push button", "Hide others"))
    waymark.is_gone("list item", "Only day shifts")
    waymark.is_gone("list item", "Goal Stay well")
    waymark.item("Sit the CCRN")
    picture("hidden")

    waymark.click(waymark.find("entry", "Find"))
    waymark.key("Escape")
    waymark.item("Only day shifts")
    waymark.item("Goal Stay well")
    waymark.key("ctrl+s")
    assert plan.read_bytes() == before


main("ui/filter", globals())
