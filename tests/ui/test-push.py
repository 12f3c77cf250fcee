# SPDX-License-Identifier: GPL-3.0-or-later
#
# A milestone is dragged over the one that waits for it, which is then pushed along; two steps back and the file is
# as it was, to the byte.
from person import Waymark, attribute, differences, picture, small_plan, wait_for
from tap import main


def test_what_is_too_early_is_pushed_along():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    item = waymark.item("Review course")
    _, _, width, _ = waymark.area(item)
    waymark.drag_thing(item, round(width * 0.8))
    waymark.wait_until_changed()
    picture("too-early")
    exam = waymark.area(waymark.item("Sit the CCRN"))
    waymark.press("Push it along")
    wait_for(lambda: waymark.area(waymark.item("Sit the CCRN")) != exam, "the one that waits to give way")
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


main("ui/push", globals())
