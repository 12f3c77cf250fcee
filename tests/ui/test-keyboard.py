# SPDX-License-Identifier: GPL-3.0-or-later
#
# Without a mouse: walk to a milestone, move it, make it longer, mark it done, and undo all of it.
from person import Waymark, attribute, differences, small_plan, wait_for
from tap import main


def test_keys_do_what_the_pointer_does():
    plan = small_plan()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Fit")  # the only click, so that the place of the focus is known
    waymark.key("shift+Tab")
    for _ in range(12):
        if waymark.has_focus("list") or waymark.has_focus("list item"):
            break
        waymark.key("shift+Tab")
    waymark.key("Home", "Home")
    waymark.key("Down")
    waymark.key("Home")
    focused = waymark.focused("list item")
    title = focused.get_name().split(",")[0]
    waymark.key("alt+Right", "alt+shift+Right", "space")
    waymark.wait_until_changed()
    waymark.save()

    (old,), (new,) = differences(before, plan.read_bytes())
    assert attribute(new, "start") > attribute(old, "start"), (title, new)
    assert attribute(new, "end") > attribute(old, "end"), (title, new)
    assert attribute(new, "status") == "done", (title, new)

    waymark.key("ctrl+z", "ctrl+z", "ctrl+z")
    waymark.wait_until_changed()
    waymark.save()
    assert plan.read_bytes() == before


def test_arrows_tell_the_screen_reader_where_one_is():
    waymark = Waymark(small_plan())
    waymark.click(waymark.item("Review course"))
    wait_for(lambda: waymark.focused("list item").get_name().startswith("Review course"), "the focus")
    waymark.key("Right")
    wait_for(lambda: waymark.focused("list item").get_name().startswith("Sit the CCRN"), "the next one")
    waymark.key("Down")
    wait_for(lambda: waymark.focused("list item").get_name().startswith("Only day shifts"), "the lane below")
    waymark.key("Left")
    wait_for(lambda: waymark.focused("list item").get_name().startswith("Goal Stay well"), "the lane's head")


main("ui/keyboard", globals())
