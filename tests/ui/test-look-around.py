# SPDX-License-Identifier: GPL-3.0-or-later
#
# Wheel, fold and overview show another part of the plan, and none of them changes it.
from person import Atspi, Waymark, example, picture, wait_for
from tap import main


def extent(waymark, title):
    return waymark.area(waymark.item(title))


def test_looking_changes_nothing():
    plan = example()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Show one year")
    title = "Residency project"
    x, y, width, height = extent(waymark, title)

    # Ctrl and the wheel zoom where the pointer is
    waymark.pointer("mousemove", x, y + height // 2, "keydown", "ctrl", "click", "--repeat", 4, "--delay", 60, 4, "keyup", "ctrl")
    wait_for(lambda: extent(waymark, title)[2] > width * 1.5, "the bar to grow")
    assert abs(extent(waymark, title)[0] - x) <= 3, (x, extent(waymark, title))

    # Shift and the wheel go sideways, the wheel alone goes down
    waymark.pointer("keydown", "shift", "click", "--repeat", 2, "--delay", 60, 5, "keyup", "shift")
    wait_for(lambda: extent(waymark, title)[0] < x - 20, "the bar to move sideways")
    top = extent(waymark, title)[1]
    waymark.pointer("click", 5)
    wait_for(lambda: extent(waymark, title)[1] < top, "the bar to move up")

    # The overview travels
    waymark.press("Fit")
    waymark.press("Show one year")
    strip = waymark.find("image", "Overview of the whole plan")
    left, upper, strip_width, strip_height = waymark.area(strip)
    waymark.drag(left + strip_width * 8 // 10, upper + strip_height // 2, 10)
    waymark.is_gone("list item", title)
    picture("travelled")

    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


def test_the_preset_that_is_shown_stands_out():
    def pressed():
        presets = "Show five years", "Show one year", "Show three months"
        return [name for _, _, name in waymark.tree.things("push button", Atspi.StateType.PRESSED) if name in presets]

    waymark = Waymark(example())
    wait_for(lambda: pressed() == ["Show five years"], "the first look to be one of five years")
    for name in "Show one year", "Show three months", "Show one year":
        waymark.press(name)
        wait_for(lambda: pressed() == [name], f"“{name}” to stand out")
    picture("preset")

    # The keys work wherever somebody is, but for a view that is not seen
    waymark.key("ctrl+plus")
    wait_for(lambda: not pressed(), "no preset to be what is shown")
    waymark.press("Show one year")
    wait_for(lambda: pressed() == ["Show one year"], "the preset again")
    waymark.key("ctrl+2")
    waymark.find("label", "Medical-surgical ward")
    waymark.key("ctrl+plus", "ctrl+plus", "ctrl+1")
    waymark.item("Residency project")
    wait_for(lambda: pressed() == ["Show one year"], "the preset still")


def test_folding_hides_a_lane():
    plan = example()
    before = plan.read_bytes()
    waymark = Waymark(plan)
    waymark.press("Show one year")
    head = waymark.find("list item", "Goal Become a critical-care nurse")
    waymark.find("list item", "Goal Earn the CCRN")
    waymark.click(head)
    waymark.key("Left")
    waymark.is_gone("list item", "Goal Earn the CCRN")
    picture("folded")
    waymark.key("Right")
    waymark.find("list item", "Goal Earn the CCRN")
    waymark.key("ctrl+s")
    waymark.wait_until_saved()
    assert plan.read_bytes() == before


main("ui/look-around", globals())
