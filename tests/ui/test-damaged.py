# SPDX-License-Identifier: GPL-3.0-or-later
#
# A damaged plan is refused, what is intact of it is offered as a new plan, and the file stays as it is.
from person import Waymark, picture, say, small_plan, wait_for
from tap import main


def damaged_plan():
    """A hole of zeros in the middle of a milestone, as a disk leaves it"""
    plan = small_plan()
    content = plan.read_bytes()
    place = content.index(b"Sit the CCRN")
    plan.write_bytes(content[:place] + bytes(30) + content[place + 30:])
    return plan


def test_what_is_intact_is_shown():
    plan = damaged_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.find("label", "“small.waymark” could not be opened")
    picture("offered")
    waymark.key("Return")
    waymark.find("label", "What was intact is here")
    wait_for(lambda: waymark.mentions("Line 13"), "the damaged line to be named")
    picture("missing")
    waymark.key("Escape")
    waymark.is_gone("label", "What was intact is here")

    waymark.item("Review course")
    waymark.item("Only day shifts")
    assert waymark.look("list item", "Sit the CCRN") is None
    wait_for(lambda: waymark.mentions(say("unsaved changes")), "the plan to have yet to be saved")
    picture("intact")
    assert plan.read_bytes() == before


def test_an_earlier_version_is_restored():
    plan = small_plan()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Sit the CCRN"))
    waymark.key("alt+Right")
    waymark.wait_until_changed()
    waymark.save()
    waymark.stop()
    damaged = plan.read_bytes()[:-400]
    plan.write_bytes(damaged)

    waymark = Waymark(plan)
    waymark.find("label", "“small.waymark” could not be opened")
    picture("offered-versions")
    waymark.key("alt+e")
    waymark.find("list", say("Earlier versions"))
    wait_for(lambda: waymark.look("list", say("What restoring would change")), "the version to be read")
    picture("versions")
    waymark.key("alt+r")
    waymark.item("Sit the CCRN")
    waymark.wait_until_changed()
    wait_for(lambda: waymark.mentions("This is the version of "), "the toast")
    picture("restored")
    assert plan.read_bytes() == damaged, "nothing is written unasked"


def test_the_offer_can_be_declined():
    plan = damaged_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.find("label", "“small.waymark” could not be opened")
    waymark.key("Escape")
    waymark.is_gone("label", "“small.waymark” could not be opened")
    assert waymark.look("list item", "Review course") is None
    assert plan.read_bytes() == before


main("ui/damaged", globals())
