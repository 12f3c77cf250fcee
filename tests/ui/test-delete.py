# SPDX-License-Identifier: GPL-3.0-or-later
#
# Delete takes a milestone and its dependencies away, and the toast brings them back.
from person import Waymark, differences, picture, small_plan
from tap import main


def test_delete_and_undo():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Sit the CCRN"))
    waymark.key("Delete")
    waymark.is_gone("list item", "Sit the CCRN")
    picture("deleted")
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert not new
    assert len(old) == 3, old  # the milestone, its title, the dependency

    waymark.press("Undo")
    waymark.item("Sit the CCRN")
    waymark.save()
    assert plan.read_bytes() == before


main("ui/delete", globals())
