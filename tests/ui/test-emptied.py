# SPDX-License-Identifier: GPL-3.0-or-later
#
# A plan from which everything was deleted is not saved over the file without a question.
from person import Waymark, picture, small_plan, wait_for
from tap import main

ONE = """<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:waymark:plan:1" format="1.0" id="5b0d3c52-2f0e-4d0c-9a35-6d5f5d0c8f11">
  <title>A small plan</title>
  <milestone id="3d3f4c1e-52a7-4b63-8f0a-7b8f3a5e1001" category="education" start="2027-01-01" end="2027-04-30">
    <title>Review course</title>
  </milestone>
</plan>
"""


def asks(waymark):
    waymark.key("ctrl+s")
    wait_for(lambda: waymark.mentions("by an empty plan?"), "the question")


def is_answered(waymark):
    wait_for(lambda: not waymark.mentions("by an empty plan?"), "the question to go")


def test_an_emptied_plan():
    plan = small_plan()
    plan.write_text(ONE, encoding="utf-8")
    waymark = Waymark(plan)
    waymark.key("ctrl+2")
    waymark.click(waymark.find("label", "Review course"))
    waymark.key("Delete")
    waymark.is_gone("label", "Review course")
    waymark.wait_until_changed()

    asks(waymark)
    picture("question")
    waymark.key("Escape")
    is_answered(waymark)
    assert plan.read_text(encoding="utf-8") == ONE
    waymark.wait_until_changed()

    asks(waymark)
    waymark.key("alt+r")
    is_answered(waymark)
    waymark.wait_until_saved()
    assert "<milestone" not in plan.read_text(encoding="utf-8")

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_text(encoding="utf-8") == ONE


def test_the_last_one_on_the_timeline():
    plan = small_plan()
    plan.write_text(ONE, encoding="utf-8")
    waymark = Waymark(plan)
    waymark.click(waymark.item("Review course"))
    waymark.key("Delete")
    waymark.find("label", "Where do you want to go?")
    waymark.key("ctrl+z")
    waymark.item("Review course")
    waymark.wait_until_saved()


main("ui/emptied", globals())
