# SPDX-License-Identifier: GPL-3.0-or-later
#
# Milestones without a date: the head of their lane says how many there are and lists them; one is given a date by
# typing it, another by dragging it to its day, a third with the keyboard alone.
from person import Waymark, attribute, differences, picture, small_plan, wait_for
from tap import main

CRITICAL_CARE = "0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a001"
STAY_WELL = "0f6a52a4-6a0f-4a9f-8d8e-1f60a4b4a002"


def open_with_undated(*titles):
    plan = small_plan()
    text = plan.read_text(encoding="utf-8")
    for i, title in enumerate(titles):
        record = (f'  <milestone id="3d3f4c1e-52a7-4b63-8f0a-7b8f3a5e200{i}" goal="{CRITICAL_CARE}" rank="x{i}">\n'
                  f'    <title>{title}</title>\n  </milestone>\n')
        text = text.replace("  <dependency", record + "  <dependency", 1)
    plan.write_text(text, encoding="utf-8")
    waymark = Waymark(plan)
    waymark.item("Review course")
    return waymark, plan, plan.read_bytes()


def open_list(waymark):
    """The words stand below the title, after when the goal is due"""
    x, y, width, _ = waymark.area(waymark.item("Goal Practise"))
    waymark.pointer("mousemove", x + round(width * 0.62), y + 38, "sleep", "0.1", "click", 1)
    return waymark.find("list item", "Find a mentor")


def has_date(waymark, words):
    """A milestone of the timeline is named with its date, a row of the list is not"""
    thing = waymark.look("list item", "Find a mentor,")
    return thing and words in thing.get_name()


def saved(waymark, plan, before):
    waymark.wait_until_changed()
    waymark.save()
    return differences(before, plan.read_bytes())


def test_a_date_is_typed_in_the_list():
    waymark, plan, before = open_with_undated("Find a mentor", "Join a study group")
    assert waymark.item("Goal Practise").get_name().endswith("2 without a date")
    open_list(waymark)
    picture("list")
    entry = waymark.focused("text")
    assert entry.get_name() == "Date of “Find a mentor”", entry.get_name()
    waymark.type_into(entry, "soonish")
    waymark.key("Return")
    wait_for(lambda: waymark.mentions("Write a date"), "what is wrong to be said")
    picture("wrong")
    waymark.type_into(entry, "August 2027")
    waymark.key("Return")
    wait_for(lambda: has_date(waymark, "August 2027"), "it to stand on the timeline")
    wait_for(lambda: waymark.focused("text").get_name() == "Date of “Join a study group”", "the next row's turn")
    waymark.key("Escape")
    picture("typed")
    (_,), (new,) = saved(waymark, plan, before)
    assert attribute(new, "start") == "2027-08", new
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_one_is_dragged_to_its_day():
    waymark, plan, before = open_with_undated("Find a mentor")
    waymark.press("Fit")
    x, y = waymark.centre(waymark.item("Only day shifts"))
    row = open_list(waymark)
    left, top, _, height = waymark.area_in_popover(row, waymark.find("filler", "Milestones without a date"))
    waymark.pointer("mousemove", left + 60, top + height // 2, "sleep", "0.2", "mousedown", 1, "sleep", "0.1")
    for step in range(1, 11):
        waymark.pointer("mousemove", left + 60 + (x - left - 60) * step // 10,
                        top + height // 2 + (y - top - height // 2) * step // 10, "sleep", "0.06")
    waymark.pointer("sleep", "0.3")
    picture("dragging")
    waymark.pointer("mouseup", 1)
    wait_for(lambda: has_date(waymark, "20"), "it to stand on the timeline")
    picture("dropped")
    (_,), (new,) = saved(waymark, plan, before)
    assert attribute(new, "goal") == STAY_WELL and attribute(new, "start") in ("2027-12", "2028-01"), new
    waymark.key("ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_the_keyboard_alone_does_it():
    waymark, plan, before = open_with_undated("Find a mentor")
    waymark.click(waymark.item("Goal Practise"))
    waymark.key("u")
    wait_for(lambda: waymark.focused("text").get_name() == "Date of “Find a mentor”", "the focus on the date")
    waymark.type_into(waymark.focused("text"), "2027")
    waymark.key("Return")
    wait_for(lambda: has_date(waymark, "2027"), "it to stand on the timeline")
    (_,), (new,) = saved(waymark, plan, before)
    assert attribute(new, "start") == "2027", new
    waymark.key("u")
    wait_for(lambda: waymark.mentions("All milestones have a date"), "that there are none left")


main("ui/undated", globals())
