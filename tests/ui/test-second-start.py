# SPDX-License-Identifier: GPL-3.0-or-later
#
# A second start hands its plan to the program that runs, and ends.
import subprocess

from person import PROGRAM, Waymark, example, small_plan, wait_for
from tap import main


def test_second_start_reuses_the_running_program():
    waymark = Waymark(small_plan())
    waymark.item("Review course")
    second = subprocess.run([PROGRAM, str(example())], timeout=30, check=False)
    assert second.returncode == 0
    wait_for(lambda: waymark.root.get_child_count() == 2, "a second window")
    waymark.item("Critical-care residency")
    waymark.item("Review course")


def test_the_same_plan_is_not_opened_twice():
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.item("Review course")
    assert subprocess.run([PROGRAM, str(plan)], timeout=30, check=False).returncode == 0
    waymark.drag_thing(waymark.item("Review course"), 50)
    waymark.wait_until_changed()
    assert waymark.root.get_child_count() == 1


main("ui/second-start", globals())
