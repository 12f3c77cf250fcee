# SPDX-License-Identifier: GPL-3.0-or-later
#
# A plan is saved several times; an earlier version is looked at, restored, saved, and today is taken back.
import os
import pathlib
import shutil

from person import Waymark, picture, say, small_plan, wait_for
from tap import main

TITLE = "Sit the CCRN"


def start(plan):
    """As on a computer that knows nothing of the plan"""
    if Waymark.running:
        Waymark.running.stop()
    for home in ("XDG_DATA_HOME", "XDG_STATE_HOME"):
        shutil.rmtree(pathlib.Path(os.environ[home], "waymark"), ignore_errors=True)
    return Waymark(plan)


def work(waymark, plan, n_saves):
    """Moves a milestone and saves, several times; returns what stood in the file before each save, and after the last"""
    states = [plan.read_bytes()]
    for _ in range(n_saves):
        waymark.click(waymark.item(TITLE))
        waymark.key("alt+Right")
        waymark.wait_until_changed()
        waymark.save()
        states.append(plan.read_bytes())
    assert len(set(states)) == n_saves + 1
    return states


def kept():
    """The files of the versions, newest first"""
    folder = pathlib.Path(os.environ["XDG_DATA_HOME"], "waymark", "versions")
    return sorted(folder.glob("*/*.waymark"), reverse=True)


def open_view(waymark):
    waymark.key("ctrl+alt+s")
    waymark.find("list", say("Earlier versions"))


def rows(waymark):
    return [thing for thing in waymark.walk(waymark.find("list", say("Earlier versions")))
            if thing.get_role_name() == "list item"]


def test_the_first_version_is_restored_and_today_taken_back():
    plan = small_plan()
    waymark = start(plan)
    states = work(waymark, plan, 3)
    assert [path.read_bytes() for path in kept()] == states[2::-1]

    open_view(waymark)
    assert len(rows(waymark)) == 3
    wait_for(lambda: waymark.mentions("Now: "), "the newest to be compared")
    picture("newest")
    waymark.key("End")
    wait_for(lambda: all("changed" in row.get_name() for row in rows(waymark)), "all to be compared")
    picture("oldest")
    waymark.key("alt+r")
    waymark.is_gone("list", "Earlier versions")
    waymark.wait_until_changed()
    wait_for(lambda: waymark.mentions("Undo Restore the version of"), "the step to have a name")
    picture("restored")
    assert plan.read_bytes() == states[3], "nothing is written unasked"

    waymark.save()
    assert plan.read_bytes() == states[0]
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == states[3]


def test_a_version_opens_as_a_copy():
    plan = small_plan()
    waymark = start(plan)
    states = work(waymark, plan, 1)
    open_view(waymark)
    wait_for(lambda: waymark.mentions("Now: "), "the version to be compared")
    waymark.key("alt+c")
    wait_for(lambda: waymark.mentions("not in a file yet"), "the copy")
    picture("copy")
    assert plan.read_bytes() == states[1]


def test_a_damaged_version_gives_what_is_intact():
    plan = small_plan()
    waymark = start(plan)
    states = work(waymark, plan, 1)
    version = kept()[0]
    place = states[0].index(TITLE.encode())
    version.write_bytes(states[0][:place] + bytes(30) + states[0][place + 30:])
    open_view(waymark)
    waymark.find("push button", "Show What Is Intact")
    picture("damaged")
    wait_for(lambda: waymark.mentions("This version cannot be restored"), "the reason")
    waymark.key("alt+s")
    waymark.find("label", "What was intact is here")
    waymark.key("Escape")
    waymark.is_gone("label", "What was intact is here")
    picture("intact")
    assert plan.read_bytes() == states[1]


def test_versions_can_be_forgotten():
    plan = small_plan()
    waymark = start(plan)
    waymark.key("ctrl+alt+s")
    wait_for(lambda: waymark.mentions("one is kept each time you save"), "the reason why there are none")
    picture("none")
    waymark.key("Escape")
    work(waymark, plan, 1)
    open_view(waymark)
    waymark.key("alt+f")
    waymark.find("label", "Forget all earlier versions?")
    picture("forget")
    waymark.key("alt+f")
    wait_for(lambda: waymark.mentions("one is kept each time you save"), "the versions to go")
    assert kept() == []


def test_preferences_say_how_many_are_kept():
    plan = small_plan()
    waymark = start(plan)
    waymark.key("ctrl+comma")
    number = waymark.find("spin button", "Earlier versions kept")
    picture("preferences")
    wait_for(lambda: number.get_value_iface().set_current_value(1), "the number to be changed")
    waymark.key("Escape")
    waymark.is_gone("spin button", "Earlier versions kept")
    states = work(waymark, plan, 2)
    assert [path.read_bytes() for path in kept()] == states[1:2]


main("ui/versions", globals())
