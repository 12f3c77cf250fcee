# SPDX-License-Identifier: GPL-3.0-or-later
#
# A double click on an empty place of a lane makes a milestone there, and its title is typed at once.
from person import Waymark, differences, picture, small_plan
from tap import main


def test_double_click_creates():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, _, _, _ = waymark.area(waymark.item("Review course"))
    _, y, _, height = waymark.area(waymark.item("Only day shifts"))
    waymark.double_click(x + 5, y + height // 2)
    entry = waymark.focused("text")
    waymark.type_into(entry, "Übernachtung & “sleep”")
    picture("typing")
    waymark.key("Return")
    waymark.item("Übernachtung & “sleep”")
    waymark.save()

    old, new = differences(before, plan.read_bytes())
    assert not old
    assert len(new) == 2, new  # the milestone and its title
    assert 'goal="0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a002"' in new[0].decode()
    assert new[1].decode() == "    <title>Übernachtung &amp; “sleep”</title>"

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_escape_takes_it_back():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Add a milestone")
    waymark.type_into(waymark.focused("text"), "Never mind")
    waymark.key("Escape")
    waymark.is_gone("text", "Title of the new milestone")
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


main("ui/create", globals())
