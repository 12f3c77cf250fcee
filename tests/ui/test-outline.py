# SPDX-License-Identifier: GPL-3.0-or-later
#
# The plan as a table: switch to it, edit a date in its row, find it on the timeline, undo, and move a row by dragging it.
import time

from person import DOUBLE_CLICK, Atspi, Waymark, attribute, differences, picture, small_plan, wait_for
from tap import main


def open_outline(plan):
    waymark = Waymark(plan)
    waymark.key("ctrl+2")
    waymark.find("label", "Review course")
    return waymark


def test_a_date_is_edited_in_its_row():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = open_outline(plan)
    waymark.click(waymark.find("label", "Review course"))
    waymark.key("F2", "Tab")
    entry = waymark.focused("text")
    assert entry.get_name() == "Starts, Review course", entry.get_name()
    waymark.type_into(entry, "soonish")
    waymark.key("Return")
    wait_for(lambda: waymark.mentions("Write a date"), "the field to say what is wrong")
    picture("wrong")
    waymark.type_into(entry, "about February 2027")
    waymark.key("Return")
    waymark.wait_until_changed()
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "start") == "2027-02~", (old, new)

    waymark.key("ctrl+1")
    wait_for(lambda: waymark.item("Review course").get_name().split(", ")[2].startswith("about February"), "the timeline")
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_ctrl_takes_a_row_to_those_selected_and_out_of_them():
    waymark = open_outline(small_plan())

    def selected():
        return sorted(name.split(",")[0] for _, _, name in waymark.tree.things("table row", Atspi.StateType.SELECTED))

    waymark.click(waymark.find("label", "Sit the CCRN"))
    wait_for(lambda: selected() == ["Sit the CCRN"], "one row to be selected")
    x, y = waymark.centre(waymark.find("label", "Review course"))
    for wanted in ["Review course", "Sit the CCRN"], ["Sit the CCRN"]:
        waymark.pointer("mousemove", x, y, "keydown", "ctrl", "click", 1, "keyup", "ctrl")
        wait_for(lambda: selected() == wanted, f"these rows to be selected: {wanted}")
        time.sleep(DOUBLE_CLICK)


def test_a_row_is_dragged_to_another_place():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = open_outline(plan)
    moved, goal = waymark.find("label", "Review course"), waymark.find("label", "Stay well")
    x, y = waymark.centre(moved)
    waymark.drag(x, y, 0, waymark.centre(goal)[1] - y, steps=12)
    waymark.wait_until_changed()
    picture("dragged")
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "goal") not in (None, attribute(old, "goal")), new

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_keys_make_move_and_delete_rows():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = open_outline(plan)
    waymark.click(waymark.find("label", "Review course"))
    waymark.key("Insert")
    entry = waymark.focused("text")
    waymark.type_into(entry, "Book the exam")
    waymark.key("Return", "alt+Up", "space")
    wait_for(lambda: waymark.look("label", "Done"), "the new row to be done")
    waymark.key("Delete")
    waymark.is_gone("label", "Book the exam")
    waymark.undo_all()
    waymark.save()
    assert plan.read_bytes() == before


def test_choices_are_within_reach_of_the_keys():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = open_outline(plan)
    waymark.click(waymark.find("label", "Review course"))
    waymark.key("F2", "Tab", "Tab", "Tab")
    wait_for(lambda: waymark.look("menu item", "Done") or waymark.look("radio menu item", "Done"), "the choices")
    picture("choices")
    waymark.key("Tab")
    entry = waymark.focused("text")
    assert entry.get_name() == "Progress, Review course", entry.get_name()
    waymark.key("Escape")
    waymark.key("s")
    wait_for(lambda: waymark.look("menu item", "Done") or waymark.look("radio menu item", "Done"), "the choices")
    waymark.key("Down", "Return")
    waymark.wait_until_changed()
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "status") != attribute(old, "status"), new
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


main("ui/outline", globals())
