# SPDX-License-Identifier: GPL-3.0-or-later
#
# Half a screen: in a window of 600 pixels the buttons become menus, the switcher is at the foot, the details lie over the
# timeline, and all of it can be used.
from person import SCALE, Waymark, attribute, differences, picture, say, small_plan, until, wait_for, xdo
from tap import main

WIDTH, HEIGHT = 600, 560


def narrow(*arguments):
    waymark = Waymark(*arguments)
    xdo("windowsize", "--sync", waymark.window, WIDTH * SCALE, HEIGHT * SCALE)
    frame = waymark.root.get_child_at_index(0)
    wait_for(lambda: 0 < waymark.area(frame)[2] <= WIDTH * SCALE, "the window to be narrow")
    return waymark


def is_inside(waymark, thing):
    """Within the window, and not cut off at its edges"""
    left, _, width, _ = waymark.area(waymark.root.get_child_at_index(0))
    x, _, own_width, _ = waymark.area(thing)
    return own_width > 0 and left <= x and x + own_width <= left + width


BUTTONS = ["Recent plans", "Undo history", "Find and filter", "Details", "Main menu", "Add a milestone or a goal", "Today",
           "How much to show"]


def choose(waymark, button, downwards):
    """By keys once the menu is open: AT-SPI does not say where on the screen a menu is"""
    wait_for(lambda: is_inside(waymark, waymark.find("push button", say(button))), f"“{button}” to be inside")
    until(lambda: waymark.has_focus("menu item"), lambda: waymark.press(say(button)), f"the menu of “{button}”")
    waymark.key(*["Down"] * downwards, "Return")
    wait_for(lambda: not waymark.has_focus("menu item"), "the menu to be closed")  # else a click elsewhere only closes it


def test_all_is_within_reach():
    waymark = narrow(small_plan())
    picture("narrow")
    for name in BUTTONS:
        wait_for(lambda name=name: is_inside(waymark, waymark.find("push button", say(name))), f"“{name}” to be inside")
    entry = waymark.find("text", say("Quick add"))
    assert waymark.area(entry)[2] >= 150 * SCALE, waymark.area(entry)


def test_a_milestone_out_of_the_menu():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = narrow(plan)
    waymark.click(waymark.item("Review course"))
    choose(waymark, "Add a milestone or a goal", 0)
    waymark.type_into(waymark.focused("text"), "Narrow way")
    waymark.key("Return")
    waymark.item("Narrow way")
    waymark.save()
    gone, new = differences(before, plan.read_bytes())
    assert not gone and any(b"Narrow way" in line for line in new), (gone, new)


def test_how_much_is_shown():
    waymark = narrow(small_plan())
    choose(waymark, "How much to show", 3)
    wide = waymark.area(waymark.item("Sit the CCRN"))[2]
    choose(waymark, "How much to show", 1)
    wait_for(lambda: waymark.area(waymark.item("Sit the CCRN"))[2] < wide / 2, "more to be shown")


def test_details_lie_over_the_timeline():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = narrow(plan)
    waymark.click(waymark.item("Review course"))
    waymark.key("Return")
    waymark.find("text", say("Starts"))
    waymark.key("ctrl+a")
    xdo("type", "--delay", 15, "Another course")
    picture("details")
    waymark.key("Return")
    waymark.key("Escape", "Escape")
    waymark.item("Another course")
    waymark.save()
    _, new = differences(before, plan.read_bytes())
    assert any(b"Another course" in line for line in new), new


def test_the_outline_shows_whole_titles():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = narrow(plan)
    waymark.key("ctrl+2")
    waymark.find("label", "Review course")
    picture("outline")
    waymark.key("ctrl+1")
    waymark.click(waymark.item("Review course"))
    waymark.key("space")
    waymark.wait_until_changed()
    waymark.save()
    (_,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "status") == "done", new


main("ui/narrow", globals())
