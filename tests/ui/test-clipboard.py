# SPDX-License-Identifier: GPL-3.0-or-later
#
# Two milestones are copied and pasted; other programs read them as text, as a table and as a plan, and give text and a plan.
import subprocess

from person import Waymark, example, picture, small_plan, wait_for, xdo
from tap import main

NATIVE = "application/x-waymark-plan+xml"
LIST = "- Swim in June 2028 for 3 months\n- Ask for “day shifts”\n"


def read_clipboard(kind):
    return subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", kind],
                          timeout=20, check=True, capture_output=True).stdout


def fill_clipboard(kind, data):
    subprocess.run(["xclip", "-selection", "clipboard", "-i", "-t", kind],
                   input=data, timeout=20, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def count(waymark, title):
    """How many milestones of that title there are on the timeline, where the dates belong to the name"""
    return sum(name.startswith(f"{title}, ") for _, _, name in waymark.tree.things("list item"))


def select_two(waymark):
    waymark.click(waymark.item("Review course"))
    x, y = waymark.centre(waymark.item("Sit the CCRN"))
    xdo("mousemove", x, y, "keydown", "ctrl", "sleep", "0.05", "click", 1, "keyup", "ctrl")


def is_there_twice(waymark):
    return count(waymark, "Review course") == 2 and count(waymark, "Sit the CCRN") == 2


def test_copy_paste_and_undo():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    select_two(waymark)
    waymark.key("ctrl+c", "ctrl+v")
    wait_for(lambda: is_there_twice(waymark), "both to be there twice")
    picture("pasted")
    waymark.save()
    after = plan.read_bytes()
    assert after.count(b"<milestone ") == 5, after
    assert after.count(b"<dependency ") == 2, after

    text = read_clipboard("UTF8_STRING").decode()
    assert text.splitlines() == ["Review course · 1 January 2027 to 30 April 2027 · Planned",
                                 "Sit the CCRN · 1 July 2027 to 31 October 2027 · Planned"], text
    table = read_clipboard("text/csv").decode().split("\r\n")
    assert len(table) == 4 and table[1].startswith('"Practise in critical care","education"'), table
    assert read_clipboard(NATIVE).count(b"<milestone ") == 2

    waymark.key("ctrl+z")
    wait_for(lambda: count(waymark, "Review course") == 1, "the copies to go")
    waymark.save()
    assert plan.read_bytes() == before


def test_what_is_cut_and_pasted_keeps_what_it_waits_for():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Sit the CCRN"))
    waymark.key("ctrl+x")
    waymark.is_gone("list item", "Sit the CCRN")
    waymark.click(waymark.item("Goal Stay well"))
    waymark.key("ctrl+v")
    waymark.item("Sit the CCRN")
    picture("cut-and-pasted")
    waymark.save()
    after = plan.read_bytes()
    assert after.count(b"<milestone ") == 3 and after.count(b"<dependency ") == 1, after
    waymark.key("ctrl+z", "ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_a_plan_goes_from_one_process_to_the_next():
    waymark = Waymark(small_plan())
    select_two(waymark)
    waymark.key("ctrl+c")
    copied = wait_for(lambda: read_clipboard(NATIVE), "the plan on the clipboard")
    waymark.stop()

    fill_clipboard(NATIVE, copied)
    waymark = Waymark(example())
    waymark.item("Critical-care residency")
    waymark.key("ctrl+v")
    waymark.item("Sit the CCRN")
    picture("another-process")


def test_lines_of_a_mail_become_milestones():
    plan = small_plan()
    fill_clipboard("UTF8_STRING", LIST.encode())
    waymark = Waymark(plan)
    waymark.click(waymark.item("Only day shifts"))
    waymark.key("ctrl+v")
    waymark.item("Swim")
    wait_for(lambda: waymark.mentions("1 milestone has no date"), "a word about the other one")
    picture("mail")
    waymark.save()
    after = plan.read_bytes().decode()
    assert 'start="2028-06" end="2028-08">\n    <title>Swim</title>' in after, after
    assert "<title>Ask for “day shifts”</title>" in after, after


def test_cut_in_the_outline():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.key("ctrl+2")
    waymark.click(waymark.find("label", "Sit the CCRN"))
    waymark.key("ctrl+x")
    waymark.is_gone("label", "Sit the CCRN")
    waymark.click(waymark.find("label", "Stay well"))
    waymark.key("ctrl+v")
    waymark.find("label", "Sit the CCRN")
    waymark.wait_until_changed()
    picture("outline")
    waymark.key("ctrl+z", "ctrl+z")
    wait_for(lambda: waymark.mentions("all changes saved"), "both steps to be undone")
    assert plan.read_bytes() == before


def test_an_entry_keeps_its_keys():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Sit the CCRN"))
    waymark.key("F2")
    entry = waymark.focused("text")
    waymark.key("ctrl+a", "ctrl+x")
    wait_for(lambda: entry.get_text_iface().get_character_count() == 0, "the entry to be empty")
    waymark.key("ctrl+x", "ctrl+c", "ctrl+d")
    waymark.key("ctrl+v")
    wait_for(lambda: entry.get_text_iface().get_text(0, 99) == "Sit the CCRN", "the title to come back")
    waymark.key("Escape")
    waymark.item("Sit the CCRN")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


main("ui/clipboard", globals())
