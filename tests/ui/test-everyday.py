# SPDX-License-Identifier: GPL-3.0-or-later
#
# What people do every day, as the program looks to them: drag, create, walk and save. See $UI_VARIANT in person.py.
from person import LATER, SCALE, Waymark, attribute, differences, picture, say, small_plan, wait_for
from tap import main


def test_a_milestone_is_dragged_later():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    item = waymark.item("Review course")
    waymark.drag_thing(item, LATER * waymark.area(item)[2] // 2)
    waymark.wait_until_changed()
    picture("dragged")
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(old, "start") == "2027-01-01"
    assert "2027-02-15" < attribute(new, "start") < "2027-03-15", new
    assert "2027-06-15" < attribute(new, "end") < "2027-07-15", new

    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_the_last_day_is_dragged():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, y, width, height = waymark.area(waymark.item("Sit the CCRN"))
    end = x + width - 2 * SCALE if LATER > 0 else x + 2 * SCALE
    waymark.drag(end, y + height // 2, LATER * width // 2)
    waymark.wait_until_changed()
    waymark.save()
    (_,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "start") == "2027-07-01", new
    assert "2027-12-01" < attribute(new, "end") < "2028-01-31", new


def test_a_double_click_makes_a_milestone_on_that_day():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    x, _, width, _ = waymark.area(waymark.item("Sit the CCRN"))
    _, y, _, height = waymark.area(waymark.item("Only day shifts"))
    waymark.double_click(x + 5 * SCALE if LATER > 0 else x + width - 5 * SCALE, y + height // 2)
    waymark.type_into(waymark.focused("text"), "Übernachtung")
    picture("typing")
    waymark.key("Return")
    waymark.item("Übernachtung")
    waymark.save()
    old, new = differences(before, plan.read_bytes())
    assert not old
    assert attribute(new[0], "goal") == "0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a002"
    assert attribute(new[0], "start").startswith("2027-0"), new
    assert "2027-06-20" <= attribute(new[0], "start") <= "2027-07-20", new


def test_arrow_keys_go_where_they_point():
    plan = small_plan()
    before = plan.read_bytes()
    later, earlier = ("Right", "Left") if LATER > 0 else ("Left", "Right")
    waymark = Waymark(plan)
    waymark.click(waymark.item("Review course"))
    waymark.key(later)
    wait_for(lambda: waymark.focused("list item").get_name().startswith("Sit the CCRN"), "the next one in time")
    waymark.key(earlier)
    wait_for(lambda: waymark.focused("list item").get_name().startswith("Review course"), "the one before")
    x = waymark.area(waymark.item("Review course"))[0]
    waymark.key("alt+" + later)
    waymark.wait_until_changed()
    wait_for(lambda: LATER * (waymark.area(waymark.item("Review course"))[0] - x) > 0, "the bar to go there")
    waymark.save()
    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "start") > attribute(old, "start"), new


def test_buttons_have_names_in_the_language():
    waymark = Waymark(small_plan())
    for name in "Add a goal", "Add a milestone", "Show one year":
        waymark.find("push button", say(name))


main("ui/everyday", globals())
