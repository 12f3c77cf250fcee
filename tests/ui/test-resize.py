# SPDX-License-Identifier: GPL-3.0-or-later
#
# Both edges of a milestone are dragged; each moves its own date and no other.
from person import Waymark, attribute, differences, small_plan
from tap import main


def test_edges_move_their_own_date():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.click(waymark.item("Sit the CCRN"))
    x, y, width, height = waymark.area(waymark.item("Sit the CCRN"))

    waymark.drag(x + width - 2, y + height // 2, width // 2)
    waymark.wait_until_changed()
    waymark.save()
    longer = plan.read_bytes()
    (_,), (new,) = differences(before, longer)
    assert attribute(new, "start") == "2027-07-01", new
    assert "2027-12-01" < attribute(new, "end") < "2028-01-31", new

    waymark.drag(x + 2, y + height // 2, width // 2)
    waymark.wait_until_changed()
    waymark.save()
    (old,), (new,) = differences(longer, plan.read_bytes())
    assert attribute(new, "end") == attribute(old, "end"), new
    assert "2027-08-01" < attribute(new, "start") < "2027-10-15", new

    waymark.key("ctrl+z", "ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


main("ui/resize", globals())
