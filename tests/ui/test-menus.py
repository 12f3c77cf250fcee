# SPDX-License-Identifier: GPL-3.0-or-later
#
# The secondary button shows what can be done with an item, a goal and an empty place; the shortcuts have a window.
from person import Waymark, attribute, differences, example, picture, small_plan, wait_for, xdo
from tap import main


def menu_at(waymark, x, y):
    waymark.pointer("mousemove", x, y, "sleep", "0.1", "click", 3)


def choose(waymark, name, letter):
    """By its underlined letter"""
    waymark.find("menu item", name)
    waymark.key(letter)


def test_an_item_is_marked_done_from_its_menu():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    menu_at(waymark, *waymark.centre(waymark.item("Sit the CCRN")))
    waymark.find("menu item", "Move later")
    picture("item")
    choose(waymark, "Done", "d")
    waymark.wait_until_changed()
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(old, "status") is None
    assert attribute(new, "status") == "done", new

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_the_last_row_is_on_the_screen():
    """Also where the menu fits neither below nor above the pointer"""
    waymark = Waymark(example())
    menu_at(waymark, *waymark.centre(waymark.item("Apply for the residency")))
    row = waymark.find("menu item", "Delete")
    popover = row
    while popover.get_role_name() != "menu":
        popover = popover.get_parent()
    _, y, _, height = waymark.area_in_popover(row, popover)
    picture("last-row")
    assert y + height <= int(xdo("getdisplaygeometry").split()[1]), (y, height)


def test_a_goal_moves_up_from_its_menu():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    menu_at(waymark, *waymark.centre(waymark.item("Goal Stay well")))
    waymark.find("menu item", "New milestone")
    picture("goal")
    choose(waymark, "Move up", "u")
    waymark.wait_until_changed()
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "rank") != attribute(old, "rank"), new


def test_the_menu_key_and_escape():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Sit the CCRN"))
    waymark.key("shift+F10")
    waymark.find("menu item", "Rename")
    waymark.key("Escape")
    waymark.is_gone("menu item", "Rename")
    wait_for(lambda: waymark.focused("list item").get_name().startswith("Sit the CCRN"), "the focus to come back")
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


def test_the_shortcuts_have_a_window():
    waymark = Waymark(small_plan())
    waymark.key("ctrl+question")
    wait_for(lambda: waymark.mentions("Walk the timeline"), "the section of the walk")
    for text in "Save under another name", "Undo history", "Move earlier", "Zoom in":
        wait_for(lambda text=text: waymark.mentions(text), text)
    picture("shortcuts")
    waymark.key("Escape")


def test_a_milestone_is_made_where_the_menu_was():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, _, _, _ = waymark.area(waymark.item("Sit the CCRN"))
    _, y = waymark.centre(waymark.item("Only day shifts"))
    menu_at(waymark, x + 5, y)
    choose(waymark, "New milestone here", "m")
    waymark.type_into(waymark.focused("text"), "A week of nothing")
    waymark.key("Return")
    waymark.item("A week of nothing")
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert not old
    assert attribute(new[0], "goal") == "0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a002", new
    assert "2027-06-20" <= attribute(new[0], "start") <= "2027-07-20", new


main("ui/menus", globals())
