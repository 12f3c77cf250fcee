# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program is killed with unsaved work in it; the next start gives it back, and no file is written unasked.
import time

from person import JOURNALS, Waymark, attribute, picture, say, small_plan, wait_for
from tap import main


def journals():
    return sorted(JOURNALS.glob("*.journal")) if JOURNALS.exists() else []


def move_and_crash(plan, **how):
    """Moves a milestone, and what was written down of it is the last that the program did"""
    waymark = Waymark(plan, **how)
    waymark.drag_thing(waymark.item("Review course"), 60)
    waymark.wait_until_changed()
    wait_for(journals, "a journal")
    time.sleep(0.3)
    waymark.crash()


def start_of_course(bytes_of_plan):
    line = next(line for line in bytes_of_plan.split(b"\n") if b"<milestone" in line and b"start=" in line)
    return attribute(line, "start")


def restore(waymark):
    waymark.activate(say("_Restore").replace("_", ""))
    waymark.is_gone("push button", say("Later"))
    waymark.window = waymark.find_window()


def test_restored_and_saved():
    plan = small_plan()
    before = plan.read_bytes()
    move_and_crash(plan)
    assert plan.read_bytes() == before

    waymark = Waymark(plan)
    waymark.find("push button", "Restore")
    wait_for(lambda: waymark.mentions("1 milestone changed"), "what can be restored")
    picture("offer")
    expected = None
    restore(waymark)
    waymark.wait_until_changed()
    assert plan.read_bytes() == before
    waymark.save()
    after = plan.read_bytes()
    assert after != before
    wait_for(lambda: not journals(), "the journal to go")

    # What was restored is what would have been saved
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.drag_thing(waymark.item("Review course"), 60)
    waymark.wait_until_changed()
    waymark.save()
    expected = plan.read_bytes()
    assert after == expected


def test_restored_work_survives_another_crash():
    plan = small_plan()
    before = plan.read_bytes()
    move_and_crash(plan)
    waymark = Waymark(plan)
    restore(waymark)
    waymark.wait_until_changed()
    waymark.drag_thing(waymark.item("Review course"), 60)
    time.sleep(0.5)
    waymark.crash()

    waymark = Waymark(plan)
    restore(waymark)
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() != before
    wait_for(lambda: not journals(), "the journal to go")


def test_untitled():
    waymark = Waymark()
    waymark.key("ctrl+n")
    waymark.key("ctrl+k")
    entry = waymark.focused("text")
    waymark.type_into(entry, "Sit the CCRN exam in June 2027")
    waymark.key("Return")
    waymark.item("Sit the CCRN exam")
    wait_for(journals, "a journal")
    time.sleep(0.3)
    waymark.crash()

    waymark = Waymark()
    waymark.find("push button", "Restore")
    wait_for(lambda: waymark.mentions("1 milestone added"), "what can be restored")
    picture("untitled")
    restore(waymark)
    waymark.item("Sit the CCRN exam")
    waymark.wait_until_changed()
    plan = small_plan().with_name("restored.waymark")
    waymark.key("ctrl+s")
    waymark.type_into(waymark.focused("text"), str(plan))
    waymark.key("Return")
    wait_for(plan.exists, "the file")
    waymark.wait_until_saved()
    assert b"Sit the CCRN exam" in plan.read_bytes()
    wait_for(lambda: not journals(), "the journal to go")


def test_file_changed_meanwhile():
    plan = small_plan()
    move_and_crash(plan)
    changed = plan.read_bytes().replace(b"Review course", b"Reviewed course")
    plan.write_bytes(changed)

    waymark = Waymark(plan)
    waymark.find("push button", "Restore")
    wait_for(lambda: waymark.mentions("has changed since"), "what became of the file")
    picture("changed")
    restore(waymark)
    waymark.find("label", "Restored as a copy")
    picture("copy")
    waymark.key("Return")
    wait_for(lambda: waymark.mentions("not in a file yet"), "the copy to be in no file")
    assert plan.read_bytes() == changed


def test_discarded():
    plan = small_plan()
    before = plan.read_bytes()
    move_and_crash(plan)
    waymark = Waymark(plan)
    waymark.activate("Discard…")
    waymark.find("label", "Discard the unsaved work")
    picture("discard")
    waymark.key("Escape")
    waymark.is_gone("label", "Discard the unsaved work")
    assert journals()
    waymark.activate("Discard…")
    waymark.find("label", "Discard the unsaved work")
    waymark.key("alt+d")
    wait_for(lambda: not journals(), "the journal to go")
    waymark.is_gone("push button", "Later")
    waymark.item("Review course")
    assert plan.read_bytes() == before


def test_later():
    plan = small_plan()
    move_and_crash(plan)
    waymark = Waymark(plan)
    waymark.find("push button", "Restore")
    waymark.key("Escape")
    waymark.is_gone("push button", "Later")
    assert journals()
    waymark.key("F10")
    waymark.activate("Restore unsaved work…", "menu item")
    restore(waymark)
    waymark.wait_until_changed()
    assert waymark.look("push button", "Later") is None


def test_closed_with_discard_leaves_nothing():
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.drag_thing(waymark.item("Review course"), 60)
    waymark.wait_until_changed()
    wait_for(journals, "a journal")
    waymark.key("ctrl+w")
    waymark.find("label", "Save changes to")
    waymark.key("alt+d")
    waymark.process.wait(20)
    assert not journals()


main("ui/recovery", globals())
