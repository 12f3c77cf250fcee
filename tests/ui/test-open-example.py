# SPDX-License-Identifier: GPL-3.0-or-later
#
# A plan given as an argument opens on the timeline; looking at it changes nothing.
from person import Waymark, example, picture
from tap import main


def test_example_opens_and_stays_as_it_is():
    plan = example()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.find("list item", "Goal Become a critical-care nurse")
    waymark.item("Critical-care residency")
    waymark.wait_until_saved()
    waymark.press("Show one year")
    waymark.click(waymark.item("Critical-care residency"))
    waymark.find("label", "Critical-care residency")
    picture("open")
    waymark.key("ctrl+s")
    waymark.key("ctrl+q")
    assert waymark.process.wait(20) == 0
    assert plan.read_bytes() == before


main("ui/open-example", globals())
