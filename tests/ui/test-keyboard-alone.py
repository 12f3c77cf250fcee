# SPDX-License-Identifier: GPL-3.0-or-later
#
# A whole plan by the keyboard alone: the mouse is unplugged.
import os
import pathlib
import subprocess
import xml.etree.ElementTree

import person
from person import Waymark, picture, small_plan, wait_for, xdo
from tap import main

ROOM = "{urn:waymark:plan:1}"


class Keyboard(Waymark):
    """Waymark without a pointer"""

    @staticmethod
    def refuse(*_, **__):
        raise AssertionError("a keyboard has no pointer")

    pointer = click = double_click = drag = drag_thing = refuse

    def __init__(self, *arguments):
        xdo("mousemove", 1279, 799)  # where it is no longer over anything
        # What remains is the pointer of XTest, which cannot be unplugged and which nothing here moves
        subprocess.run(["xinput", "disable", "Xvfb mouse"], check=True)
        super().__init__(*arguments)

    def write(self, text):
        """By keys, as fast as a person types"""
        xdo("type", "--delay", 15, text)

    def at(self):
        """Role and name of what has the focus"""
        things = self.tree.things(state=person.Atspi.StateType.FOCUSED)
        return things[-1][1:] if things else (None, "")

    def press(self, name, key="Tab", presses=40):
        """Goes to a button by Tab, and presses it"""
        for _ in range(presses):
            if self.at()[1].endswith(name):
                return self.key("Return")
            self.key(key)
        raise AssertionError(f"“{name}” is not to be reached by {key}; see {picture('lost')}")

    def is_at(self, title):
        """The focus is on the item or the goal"""
        wait_for(lambda: self.focused("list item").get_name().startswith(title), f"the focus on “{title}”")

    def make(self, key, title, kind="list item"):
        """A goal or a milestone, by its title"""
        self.key(key)
        self.focused("text")
        self.write(title)
        self.key("Return")
        self.find(kind, title if key == "Insert" else f"Goal {title}")


def read(path):
    """The plan's values: goals and milestones by title, and its dependencies as pairs of titles"""
    root = xml.etree.ElementTree.parse(path).getroot()
    goals = {goal.findtext(ROOM + "title"): goal.attrib for goal in root.iter(ROOM + "goal")}
    milestones = {milestone.findtext(ROOM + "title"): milestone.attrib for milestone in root.iter(ROOM + "milestone")}
    titles = {attributes["id"]: title for title, attributes in milestones.items()}
    links = [(titles[link.get("from")], titles[link.get("to")]) for link in root.iter(ROOM + "dependency")]
    return goals, milestones, links


def test_a_whole_plan():
    waymark = Keyboard()
    path = pathlib.Path(os.environ["HOME"], "by-keys.waymark")

    # A plan, two goals, and milestones: in place and by a sentence
    waymark.key("ctrl+n")
    wait_for(lambda: waymark.look("list", "Timeline"), "the empty plan")
    waymark.make("shift+Insert", "Become a midwife")
    waymark.is_at("Goal Become a midwife")
    waymark.make("Insert", "Apply")
    waymark.is_at("Apply")
    waymark.make("Insert", "Study")
    waymark.is_at("Study")
    waymark.make("shift+Insert", "Stay well")
    waymark.key("ctrl+k")
    waymark.focused("text")
    waymark.write("Two weeks off in June 2028 for 1 month #wellbeing @Stay well")
    waymark.key("Return")
    waymark.item("Two weeks off")
    waymark.key("Escape")
    picture("made")

    # Saved by typing the path
    waymark.key("ctrl+shift+s")
    wait_for(lambda: "Untitled plan" in text_of(waymark.focused("text")), "the chooser")
    entry = waymark.focused("text")
    waymark.key("ctrl+a")
    waymark.write(str(path))
    wait_for(lambda: text_of(entry) == str(path), "the path to stand there")
    waymark.key("Return")
    wait_for(path.exists, "the file")
    waymark.wait_until_saved()
    goals, milestones, links = read(path)
    assert set(goals) == {"Become a midwife", "Stay well"}, goals
    assert set(milestones) == {"Apply", "Study", "Two weeks off"}, milestones
    assert milestones["Two weeks off"]["goal"] == goals["Stay well"]["id"]
    assert milestones["Two weeks off"]["category"] == "wellbeing"
    assert not links
    first = milestones

    # Move, make longer, mark done
    walk_to(waymark, "Study")
    waymark.key("alt+Right", "alt+Right", "alt+shift+Right")
    walk_to(waymark, "Apply")
    waymark.key("space")
    # Apply, then Study
    waymark.key("l")
    walk_to(waymark, "Study")
    waymark.key("l")
    waymark.wait_until_changed()
    waymark.save()
    goals, milestones, links = read(path)
    assert links == [("Apply", "Study")], links
    assert milestones["Apply"]["status"] == "done" and milestones["Apply"]["progress"] == "100", milestones
    assert milestones["Study"]["start"] > first["Study"]["start"], milestones
    before = path.read_bytes()

    # Another order of the lanes, and one goal into the other
    walk_to(waymark, "Goal Stay well")
    waymark.key("alt+Up")
    waymark.wait_until_changed()
    waymark.save()
    goals = read(path)[0]
    assert goals["Stay well"]["rank"] < goals["Become a midwife"]["rank"], goals

    # Found by a word
    waymark.key("ctrl+f")
    waymark.focused("entry")
    waymark.write("Study")
    wait_for(lambda: waymark.find("entry", "Find").get_description().startswith("1 of 3"), "the count")
    waymark.key("Return")
    wait_for(lambda: selected(waymark) == ["Study"], "what was found to be selected")
    waymark.key("Escape")

    # It stands in the table, too
    waymark.key("ctrl+2")
    waymark.find("label", "Study")
    waymark.key("ctrl+1")
    waymark.item("Study")

    # Back by the history: before the lanes changed places
    waymark.key("ctrl+alt+z")
    wait_for(lambda: waymark.mentions("Before the first change"), "the history")
    waymark.key("Down", "Return")
    waymark.wait_until_changed()
    waymark.save()
    assert path.read_bytes() == before


def test_every_place_is_reached_and_left():
    waymark = Keyboard()

    # The start page
    waymark.press("Open a plan")
    wait_for(lambda: waymark.root.get_child_count() == 2, "the chooser")
    waymark.key("Escape")
    wait_for(lambda: waymark.root.get_child_count() == 1, "the chooser to close")
    waymark = Keyboard(small_plan())
    wait_for(lambda: waymark.at()[0] in ("list", "list item"), "the focus on the timeline")

    # Menus: the window's, and that of what is selected
    waymark.key("F10")
    waymark.focused("menu item")
    waymark.key("Escape")
    wait_for(lambda: not waymark.has_focus("menu item"), "the menu to close")
    walk_to(waymark, "Review course")
    waymark.key("Menu")
    waymark.focused("menu item")
    waymark.key("Escape")
    waymark.is_at("Review course")

    # Details, and back
    waymark.key("Return")
    waymark.focused("text")
    waymark.key("ctrl+a")
    waymark.write("A project of my own")
    waymark.key("Return", "Tab")
    waymark.focused("combo box")
    waymark.key("Escape")
    waymark.is_at("A project of my own")

    # Find, its criteria, and back
    waymark.key("ctrl+f")
    waymark.press("Filter")
    waymark.key("Tab")
    waymark.focused("combo box")
    waymark.key("Escape", "Escape")
    wait_for(lambda: waymark.at()[0] in ("list", "list item"), "the focus on the timeline again")

    # The outline, where a title is typed in its row
    waymark.key("ctrl+2")
    wait_for(lambda: waymark.look("label", "A project of my own"), "the outline")
    waymark.key("F2")
    waymark.focused("text")
    waymark.write("Typed in its row")
    waymark.key("Return")
    waymark.find("label", "Typed in its row")
    waymark.key("ctrl+1")

    # All that was done, and the shortcuts
    waymark.key("ctrl+alt+z")
    wait_for(lambda: waymark.mentions("Before the first change"), "the history")
    waymark.key("Escape")
    wait_for(lambda: waymark.at()[0] in ("list", "list item"), "the focus on the timeline after the history")
    waymark.key("ctrl+question")
    wait_for(lambda: waymark.root.get_child_count() == 2, "the shortcuts")
    waymark.key("Escape")
    wait_for(lambda: waymark.root.get_child_count() == 1, "the shortcuts to close")

    # Closing asks; cancelled first, then for good
    waymark.key("ctrl+w")
    wait_for(lambda: waymark.at()[0] == "push button", "the question")
    waymark.key("Escape")
    wait_for(lambda: waymark.at()[0] in ("list", "list item"), "the focus on the timeline after the question")
    waymark.key("ctrl+w")
    wait_for(lambda: waymark.at()[0] == "push button", "the question")
    waymark.press("Discard")
    wait_for(lambda: waymark.process.poll() is not None, "the program to end")


def text_of(entry):
    return entry.get_text_iface().get_text(0, entry.get_text_iface().get_character_count())


def selected(waymark):
    return [name.split(",")[0] for _, _, name in waymark.tree.things("list item", person.Atspi.StateType.SELECTED)]


def walk_to(waymark, title):
    """By arrows: to the topmost head, then lane by lane, each from its head to its end"""
    if not (waymark.has_focus("list item") or waymark.has_focus("list")):
        for _ in range(40):
            waymark.key("Tab")
            if waymark.has_focus("list item") or waymark.has_focus("list"):
                break

    def at():
        return waymark.focused("list item").get_name()

    def press(key):
        waymark.key(key)
        return at()

    last = None
    while press("Up") != last:
        last = at()
    while True:
        here = press("Home")
        while True:
            if here.startswith(title):
                return
            after = press("Right")
            if after == here:
                break
            here = after
        for _ in range(20):
            if at().startswith("Goal ") or at().startswith(title):
                break
            waymark.key("Left")
        if at().startswith(title):
            return
        lane = at()
        if press("Down") == lane:
            raise AssertionError(f"“{title}” is not to be reached by arrows; see {picture('lost')}")


main("ui/keyboard-alone", globals())
