# SPDX-License-Identifier: GPL-3.0-or-later
#
# A finger scrolls, taps, and takes along what it is held on; two of them zoom, as they do on a touchpad. They share one
# program, and leave the plan as it was.
import time

from fingers import Hand, Touchpad
from person import LATER, SCALE, Atspi, Waymark, attribute, differences, picture, small_plan, until, wait_for
from tap import main

LONG_PRESS = 0.5  # seconds, of GTK

hand = Hand()
touchpad = Touchpad()
plan = small_plan()
before = plan.read_bytes()
waymark = Waymark(plan)
waymark.press("Fit")
course, exam, shifts = (waymark.item(title) for title in ("Review course", "Sit the CCRN", "Only day shifts"))
course_x, course_y, exam_x, exam_y, _, shifts_y = (at for thing in (course, exam, shifts) for at in waymark.centre(thing))
empty_place = course_x, shifts_y
fitted = waymark.area(exam)
width = fitted[2]


def selected(role="list item"):
    return [name.split(",")[0] for _, _, name in waymark.tree.things(role, Atspi.StateType.SELECTED)]


def is_unchanged():
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    return plan.read_bytes() == before


def hold():
    """A milestone, which is selected when it is taken"""
    hand.tap(*empty_place)
    wait_for(lambda: not selected(), "nothing to be selected")
    hand.down(course_x, course_y)
    time.sleep(LONG_PRESS)
    wait_for(lambda: selected() == ["Review course"], "the milestone to be taken")


def fit():
    waymark.key("ctrl+0")
    wait_for(lambda: waymark.area(exam) == fitted, "all of the plan to be seen")


def test_a_touchpad_zooms_and_scrolls():
    """About the pointer"""
    waymark.pointer("mousemove", exam_x, exam_y)
    touchpad.pinch(2)
    wait_for(lambda: waymark.area(exam)[2] > width * 1.9, "the bar to grow")
    assert abs(waymark.centre(exam)[0] - exam_x) <= 4 * SCALE, (exam_x, waymark.centre(exam))
    touchpad.scroll(1)
    wait_for(lambda: waymark.centre(exam)[0] < exam_x - 20, "the plan to move")
    fit()


def test_two_fingers_zoom():
    """About what is between them, which goes with them"""
    hand.down(exam_x - 50, exam_y)
    hand.down(exam_x + 50, exam_y, 1)
    hand.glide((-30, 0), (70, 0))
    hand.up(1)
    hand.up()
    wait_for(lambda: waymark.area(exam)[2] > width * 1.9, "the bar to grow")
    picture("zoomed")
    assert abs(waymark.area(exam)[2] / width - 2) < 0.05, (width, waymark.area(exam))
    assert abs(waymark.centre(exam)[0] - (exam_x + 20)) <= 4 * SCALE, (exam_x, waymark.centre(exam))
    fit()


def test_a_swipe_scrolls_and_goes_on():
    starts = []

    def swipe():
        starts[:] = [waymark.centre(exam)]
        hand.down(*starts[0])
        hand.glide((-60, 0), steps=6)
        hand.up()

    until(lambda: waymark.centre(exam)[0] < starts[0][0] - 70, swipe, "the plan to go on when the finger has left it")
    fit()
    assert not selected()
    assert is_unchanged()


def test_taps_create_and_select():
    hand.tap(*empty_place)
    hand.tap(*empty_place)
    waymark.type_into(waymark.focused("text"), "A week of nothing")
    waymark.key("Return")
    wait_for(lambda: selected() == ["A week of nothing"], "the milestone to be there")
    waymark.key("ctrl+z")
    hand.tap(exam_x, exam_y)
    wait_for(lambda: selected() == ["Sit the CCRN"], "the milestone to be selected")
    assert is_unchanged()


def test_a_held_finger_drags():
    hold()
    hand.glide((80 * SCALE * LATER, 0))
    picture("held")
    hand.up()
    waymark.wait_until_changed()
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(old, "start") == "2027-01-01"
    assert "2027-02-15" < attribute(new, "start") < "2027-03-31", new
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    assert is_unchanged()


def test_escape_and_a_second_finger_let_go():
    def escape():
        waymark.key("Escape")

    def second_finger():
        hand.down(course_x + 200, course_y + 200, 1)
        hand.move(20, 0, 1)
        hand.up(1)

    for let_go in escape, second_finger:
        hold()
        hand.glide((80 * SCALE * LATER, 0))
        let_go()
        hand.glide((20, 0), steps=2)
        hand.up()
        assert is_unchanged(), let_go


def test_a_finger_lifted_where_it_was_held_asks_for_the_menu():
    hold()
    hand.up()
    waymark.find("menu item", "Rename")
    picture("menu")
    waymark.key("Escape")
    waymark.is_gone("menu item", "Rename")
    hand.down(*empty_place)
    waymark.find("menu item", "New milestone here")
    hand.up()
    waymark.key("Escape")
    waymark.is_gone("menu item", "New milestone here")
    assert is_unchanged()


def test_the_outline_has_its_menu_under_a_held_finger():
    waymark.key("ctrl+2")
    hand.down(*waymark.centre(waymark.find("table row", "Sit the CCRN")))
    waymark.find("menu item", "Rename")
    hand.up()
    picture("outline-menu")
    assert selected("table row") == ["Sit the CCRN"], selected("table row")
    waymark.key("Escape")
    waymark.is_gone("menu item", "Rename")
    assert is_unchanged()


main("ui/touch", globals())
