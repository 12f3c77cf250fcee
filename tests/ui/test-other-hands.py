# SPDX-License-Identifier: GPL-3.0-or-later
#
# Other hands on the file: another program rewrites it or takes it away, another person has it open.
import os
import subprocess
import time

from person import PROGRAM, VARIANT, Waymark, picture, say, small_plan, wait_for
from tap import main


def rewrite(plan, old="Review course", new="Course of theirs"):
    """As a sync tool does: beside, and then in its place"""
    beside = plan.with_name("incoming")
    beside.write_bytes(plan.read_bytes().replace(old.encode(), new.encode()))
    os.replace(beside, plan)


def change(waymark, title="Sit the CCRN"):
    waymark.click(waymark.item(title))
    waymark.key("alt+Right")
    waymark.wait_until_changed()


def lock_of(plan):
    return plan.with_name(f".~lock.{plan.name}#")


def bar(waymark):
    """Until it says so, and a screen reader would"""
    return waymark.find("alert", say("The file has changed on disk."))


def test_a_plan_without_changes_is_read_again():
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Sit the CCRN"))
    assert lock_of(plan).exists()
    rewrite(plan)
    waymark.item("Course of theirs")
    wait_for(lambda: waymark.mentions(say("Reloaded: the file had changed")), "the toast")
    picture("reloaded")
    waymark.wait_until_saved()
    # what was selected still is
    waymark.key("alt+Right")
    waymark.wait_until_changed()
    waymark.save()
    assert b"Course of theirs" in plan.read_bytes()


def test_theirs_is_compared_and_taken():
    plan = small_plan()
    waymark = Waymark(plan)
    change(waymark)
    rewrite(plan)
    bar(waymark)
    picture("bar")
    wait_for(lambda: waymark.mentions(say("the file has changed on disk")), "the reason")
    waymark.press(say("Compare mine with the file"))
    wait_for(lambda: waymark.mentions("Course of theirs"), "the difference")
    picture("compared")
    waymark.key("Escape")
    waymark.is_gone("list", say("What differs"))
    waymark.press(say("Take theirs"))
    waymark.item("Course of theirs")
    waymark.wait_until_saved()
    assert b"Course of theirs" in plan.read_bytes()


def test_mine_is_kept_as_a_copy():
    plan = small_plan()
    waymark = Waymark(plan)
    change(waymark)
    rewrite(plan)
    theirs = plan.read_bytes()
    bar(waymark)
    waymark.press(say("Keep mine as a copy"))
    entry = waymark.focused("text")
    name = "small (Kopie).waymark" if VARIANT == "german" else "small (copy).waymark"
    wait_for(lambda: entry.get_text_iface().get_text(0, len(name)) == name, "the suggested name")
    waymark.key("Return")
    copy = plan.with_name(name)
    wait_for(copy.exists, "the copy")
    waymark.wait_until_saved()
    assert plan.read_bytes() == theirs
    assert b"Review course" in copy.read_bytes()
    copy.unlink()


def test_a_save_asks_first():
    plan = small_plan()
    waymark = Waymark(plan)
    change(waymark)
    rewrite(plan)
    theirs = plan.read_bytes()
    waymark.key("ctrl+s")
    waymark.find("label", "“small.waymark” has changed on disk")
    picture("asked")
    waymark.key("Escape")
    waymark.is_gone("label", "“small.waymark” has changed on disk")
    assert plan.read_bytes() == theirs
    waymark.key("ctrl+s")
    waymark.find("label", "“small.waymark” has changed on disk")
    waymark.key("alt+o")
    waymark.wait_until_saved()
    assert b"Review course" in plan.read_bytes()


def test_a_file_that_is_gone_is_saved_again():
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.item("Review course")
    before = plan.read_bytes()
    plan.unlink()
    waymark.find("alert", say("The file was deleted or moved."))
    picture("gone")
    waymark.press(say("Save again"))
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


def test_another_person_has_it_open():
    plan = small_plan()
    now = time.strftime("%d.%m.%Y %H:%M")
    lock_of(plan).write_text(f"Ana Lima,alima,ward-pc-3,{now},elsewhere;", encoding="utf-8")
    waymark = Waymark()
    subprocess.run([PROGRAM, plan], check=True)
    wait_for(lambda: waymark.mentions("Ana Lima"), "her name")
    picture("locked")
    waymark.key("Return")
    waymark.item("Review course")
    wait_for(lambda: waymark.mentions(say("read only, open elsewhere")), "the title to say so")
    picture("read-only")
    waymark.stop()
    assert "Ana Lima" in lock_of(plan).read_text(encoding="utf-8")
    lock_of(plan).unlink()


main("ui/other-hands", globals())
