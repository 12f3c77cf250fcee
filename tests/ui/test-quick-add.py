# SPDX-License-Identifier: GPL-3.0-or-later
#
# One sentence makes a milestone: typed, read back as a screen reader would, added by Enter, saved, undone; in German too.
from person import Waymark, attribute, differences, picture, small_plan, wait_for
from tap import main


def add(waymark, name, text, answer):
    waymark.key("ctrl+k")
    entry = waymark.find("text", name)
    waymark.type_into(entry, text)
    wait_for(lambda: entry.get_description().startswith(answer), f"“{answer}” to be said, not “{entry.get_description()}”")
    picture("typing")
    waymark.key("Return")
    wait_for(lambda: entry.get_text_iface().get_character_count() == 0, "the line to be empty again")


def check(plan, before, title):
    old, new = differences(before, plan.read_bytes())
    assert not old
    assert len(new) == 2, new  # the milestone and its title
    assert attribute(new[0], "goal") == "0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a001"
    assert attribute(new[0], "category") == "certification"
    assert attribute(new[0], "start") == "2027-06"
    assert attribute(new[0], "end") == "2027-08"
    assert new[1].decode() == f"    <title>{title}</title>"


def undo(waymark, plan, before):
    waymark.key("Escape", "ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_a_sentence_makes_a_milestone():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    add(waymark, "Quick add", "Sit the exam in June 2027 for 3 months #certification @Practise in crit",
        "Milestone: Sit the exam · June to August 2027 · Certification · in Practise in critical care")
    waymark.item("Sit the exam")
    waymark.save()
    check(plan, before, "Sit the exam")
    undo(waymark, plan, before)


def test_in_german():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan, LANG="de_DE.UTF-8", LC_ALL="de_DE.UTF-8", LANGUAGE="de")
    add(waymark, "Schnell hinzufügen", "Prüfung ablegen im Juni 2027 für 3 Monate #zertifikat @practise",
        "Etappe: Prüfung ablegen · Juni bis August 2027 · Zertifikat · für „Practise in critical care“")
    waymark.item("Prüfung ablegen")
    waymark.key("ctrl+s")
    wait_for(lambda: waymark.mentions("alle Änderungen gesichert"), "the plan to be saved")
    check(plan, before, "Prüfung ablegen")


main("ui/quick-add", globals())
