# SPDX-License-Identifier: GPL-3.0-or-later
#
# Works Waymark as a person does: xdotool moves the pointer and presses keys, AT-SPI finds things and sees what happened.
#
# The program is $UI_PROGRAM; pictures and its messages go to $UI_OUT under the name of the scenario. $UI_VARIANT is how it
# looks: dark, double (twice as large), mirrored (from right to left) or german.
import atexit
import collections
import gettext
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

# For the program only: libatspi warns of things that vanish, which they do
STRICT = {"G_DEBUG": os.environ.pop("G_DEBUG", "")}

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

PROGRAM = os.environ["UI_PROGRAM"]
NAME = pathlib.Path(sys.argv[0]).stem
OUT = pathlib.Path(os.environ.get("UI_OUT", os.environ["HOME"]))
EXAMPLES = pathlib.Path(os.environ["WAYMARK_DATADIR"], "examples")
VARIANT = os.environ.get("UI_VARIANT", "plain")
DOUBLE_CLICK = 0.5  # seconds; GTK takes 0.4
SCALE = 2 if VARIANT == "double" else 1  # pixels of the screen in one of the program's
LATER = -1 if VARIANT == "mirrored" else 1  # where time goes, sideways
JOURNALS = pathlib.Path(os.environ["XDG_DATA_HOME"], "waymark", "recovery")
PATIENCE = 20  # seconds; a machine that builds something else meanwhile is slow


def xdo(*words):
    done = subprocess.run(["xdotool", *map(str, words)], check=True, capture_output=True, encoding="utf-8")
    return done.stdout


def picture(tag):
    """What is on the screen, to look at afterwards"""
    path = OUT / f"{NAME}-{tag}.png"
    subprocess.run(["import", "-window", "root", path], check=True)
    return path


def wait_for(look, what, patience=PATIENCE):
    """Asks again until the answer is true, and returns it"""
    end = time.monotonic() + patience
    reason = None
    while time.monotonic() < end:
        try:
            answer = look()
            if answer:
                return answer
        except Exception as error:  # pylint: disable=broad-except  # things vanish while we look
            reason = error
        time.sleep(0.05)
    raise AssertionError(f"waited for {what} in vain ({reason}); see {picture('in-vain')}")


def until(look, act, what):
    """What is still on its way to its place takes no click and no key: then a person does it again"""
    def tried():
        act()
        return wait_for(look, what, 4)
    return wait_for(tried, what)


def mirrored_catalogues():
    """Without a catalogue of its own the program stays with English, and goes from left to right"""
    folder = pathlib.Path(os.environ["HOME"], "catalogues", "ar", "LC_MESSAGES")
    folder.mkdir(parents=True, exist_ok=True)
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
    subprocess.run(["msgfmt", "-o", folder / "waymark.mo", "-"], input=header, check=True, encoding="utf-8")
    return folder.parent.parent


def variant():
    """The environment that makes it so"""
    if VARIANT == "dark":
        return {"ADW_DEBUG_COLOR_SCHEME": "prefer-dark"}
    if VARIANT == "double":
        return {"GDK_SCALE": "2"}
    if VARIANT == "mirrored":
        return {"LANGUAGE": "ar", "WAYMARK_LOCALEDIR": str(mirrored_catalogues())}
    if VARIANT == "german":
        return {"LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"}
    return {}


def say(text):
    """As the program says it"""
    if VARIANT != "german":
        return text
    return gettext.translation("waymark", os.environ["WAYMARK_LOCALEDIR"], ["de"]).gettext(text)


def copy_of(plan):
    """A plan of one's own to work on"""
    path = pathlib.Path(os.environ["HOME"], plan.name)
    shutil.copyfile(plan, path)
    return path


def example():
    return copy_of(EXAMPLES / "ward-nurse-to-nurse-practitioner.waymark")


def small_plan():
    """Two goals, three milestones and a dependency, all of them in sight at first"""
    return copy_of(pathlib.Path(__file__).with_name("small.waymark"))


def differences(before, after):
    """The lines that one has and the other has not, as pairs of bytes"""
    old, new = before.split(b"\n"), after.split(b"\n")
    return [line for line in old if line not in new], [line for line in new if line not in old]


def attribute(line, name):
    """Its value in a line of a plan, None when it is absent"""
    found = re.search(rb' %s="([^"]*)"' % name.encode(), line)
    return found and found.group(1).decode()


ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"
CHILD_COUNT = "org.freedesktop.DBus.Properties", "Get", GLib.Variant("(ss)", (ACCESSIBLE, "ChildCount"))
ALL = "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", None

Item = collections.namedtuple("Item", "path parent index count role name states")


class Tree:
    """All that the program shows, by one question for what a screen reader begins with. To ask each of hundreds of widgets
    takes twenty times as long, and as much of the processor."""

    def __init__(self, process, root):
        self.root = root
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                                    Gio.DBusCallFlags.NONE, -1, None).unpack()[0]
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(address, flags)
        self.name = next(name for name in self._ask_bus("ListNames")
                         if name.startswith(":") and self._process_of(name) == process)

    def _ask_bus(self, method, arguments=None):
        return self.bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method,
                                  arguments, None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]

    def _process_of(self, name):
        try:
            return self._ask_bus("GetConnectionUnixProcessID", GLib.Variant("(s)", (name,)))
        except GLib.Error:
            return None  # it left

    def _ask(self, questions):
        """The answers to (path, interface, method, arguments), None from what vanished; all are under way at once"""
        answers = [None] * len(questions)
        left = len(questions)

        def on_answer(bus, result, index):
            nonlocal left
            left -= 1
            try:
                answers[index] = bus.call_finish(result).unpack()[0]
            except GLib.Error:
                pass

        for index, question in enumerate(questions):
            self.bus.call(self.name, *question, None, Gio.DBusCallFlags.NONE, -1, None, on_answer, index)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def _items(self):
        """What the program has to show, by its path"""
        answers, count = self._ask([ALL, (ROOT, *CHILD_COUNT)])
        items = [Item(own[1], parent[1], index, children, role, name, states[0])
                 for own, _, parent, index, children, _, name, role, _, states in answers or []]
        # What GTK says there of the root is that it has no children
        return {item.path: item._replace(count=count or 0) if item.path == ROOT else item for item in items}

    def _children(self, items):
        """The paths of the children of each, in their order. What is hidden, and the pages of a stack but one, are among
        the items with an index that is another's: where the indices do not tell, the parent does."""
        children = {path: {} for path in items}
        for item in items.values():
            children.get(item.parent, {})[item.index] = item.path
        numbers = collections.Counter(item.parent for item in items.values())
        unclear = [path for path, item in items.items()
                   if numbers[path] != item.count or sorted(children[path]) != list(range(item.count))]
        places = [(path, index) for path in unclear for index in range(items[path].count)]
        answers = self._ask([(path, ACCESSIBLE, "GetChildAtIndex", GLib.Variant("(i)", (index,)))
                             for path, index in places])
        children.update((path, {}) for path in unclear)
        for (path, index), answer in zip(places, answers):
            if answer:
                children[path][index] = answer[1]
        return children

    def things(self, role=None, state=None):
        """Place, role and name of all things of that role and in that state, as one reads. A place is the indices that
        lead to it from the root."""
        items = self._items()
        children = self._children(items)
        things, left = [], [((), ROOT)]
        for place, path in left:  # which grows meanwhile
            for index, child in children.get(path, {}).items():
                if child not in items:
                    continue  # it vanished
                left.append(((*place, index), child))
                item = items[child]
                name_of_role = Atspi.role_get_name(Atspi.Role(item.role))
                if role in (None, name_of_role) and (state is None or item.states >> int(state) & 1):
                    things.append(((*place, index), name_of_role, item.name))
        return sorted(things)

    def find(self, suits, role=None, state=None):
        """The first of these whose name suits, or None"""
        place = next((place for place, _, name in self.things(role, state) if suits(name)), None)
        if place is None:
            return None
        thing = self.root
        for index in place:
            thing = thing.get_child_at_index(index)
        return thing if suits(thing.get_name() or "") else None  # else it has moved meanwhile


class Waymark:
    """A running program; there is one at a time"""

    running = None
    crashed = False

    def __init__(self, *arguments, **environment):
        if Waymark.running:
            Waymark.running.stop()
        if not Waymark.crashed:
            shutil.rmtree(JOURNALS, ignore_errors=True)  # nothing is offered that is not the scenario's
        Waymark.running = self
        Waymark.crashed = False
        self.clicked_at, self.clicked = (-100, -100), 0
        log = open(OUT / f"{NAME}.log", "a", encoding="utf-8")  # pylint: disable=consider-using-with
        self.process = subprocess.Popen(  # pylint: disable=consider-using-with
            [PROGRAM, *map(str, arguments)], env=os.environ | STRICT | variant() | environment, stdout=log, stderr=log)
        atexit.register(self.stop)
        self.root = wait_for(self._find_root, "the program on the accessibility bus")
        self.root.set_cache_mask(Atspi.Cache.NONE)  # else libatspi answers with what was
        self.tree = Tree(self.process.pid, self.root)
        self.window = self.find_window()
        wait_for(self.is_active, "the window to become active")
        self.wait_until_still()

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def find_window(self):
        """The one that pointers are for from now on; the dialog over it, while there is one"""
        return wait_for(lambda: xdo("search", "--onlyvisible", "--pid", self.process.pid).split()[-1], "a window")

    def is_active(self):
        """The window, or a dialog over it, of which GTK does not say so"""
        windows = [self.root.get_child_at_index(i) for i in range(self.root.get_child_count())]
        if any(window.get_role_name() == "dialog" for window in windows):
            return int(xdo("getactivewindow", "getwindowpid")) == self.process.pid
        return any(window.get_state_set().contains(Atspi.StateType.ACTIVE) for window in windows)

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
        return self.process.wait(PATIENCE)

    def crash(self):
        """Ends it as a power cut would; what it left is there at the next start"""
        self.process.kill()
        self.process.wait(PATIENCE)
        Waymark.crashed = True

    def wait_until_still(self):
        """Nobody begins to work while the window still fills"""
        last = None
        while self.process.poll() is None:
            shown = self.tree.things()
            if shown == last:
                return
            last = shown
            time.sleep(0.05)

    # Finding

    def walk(self, thing):
        """All that is in it; for a small part of the window, since it asks one by one"""
        yield thing
        for index in range(thing.get_child_count()):
            child = thing.get_child_at_index(index)
            if child:
                yield from self.walk(child)

    def look(self, role, name):
        """The first thing of that role whose name is or begins with `name`, or None"""
        if self.process.poll() is not None:
            raise AssertionError("the program has ended")  # which is another thing than that nothing is there
        return self.tree.find(lambda found: found.startswith(name), role)

    def find(self, role, name):
        return wait_for(lambda: self.look(role, name), f"{role} “{name}”")

    def item(self, title):
        """A milestone on the timeline"""
        return self.find("list item", title)

    def is_gone(self, role, name):
        wait_for(lambda: self.look(role, name) is None, f"{role} “{name}” to go")

    def focused(self, role):
        return wait_for(lambda: self.tree.find(lambda name: True, role, Atspi.StateType.FOCUSED),
                        f"the focus on a {role}")

    def has_focus(self, role):
        return bool(self.tree.things(role, Atspi.StateType.FOCUSED))

    # Pointing

    @staticmethod
    def pointer(*words):
        xdo(*words)

    def origin(self):
        """Where AT-SPI's window coordinates begin on the screen: the window has a shadow around it"""
        if subprocess.run(["xdotool", "getwindowname", self.window], capture_output=True, check=False).returncode != 0:
            self.window = self.find_window()  # it was a dialog's
        shape = dict(line.split("=") for line in xdo("getwindowgeometry", "--shell", self.window).split())
        frame = self.root.get_child_at_index(0).get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        return (int(shape["X"]) + (int(shape["WIDTH"]) - SCALE * frame.width) // 2,
                int(shape["Y"]) + (int(shape["HEIGHT"]) - SCALE * frame.height) // 2)

    def areas(self, things):
        """x, y, width, height on the screen of each, where they have come to rest: what is still on its way takes no click"""
        last = None
        while True:
            x, y = self.origin()
            boxes = [thing.get_component_iface().get_extents(Atspi.CoordType.WINDOW) for thing in things]
            here = [(x + SCALE * box.x, y + SCALE * box.y, SCALE * box.width, SCALE * box.height) for box in boxes]
            if here == last:
                return here
            last = here
            time.sleep(0.05)

    def area(self, thing):
        return self.areas([thing])[0]

    def area_in_popover(self, thing, popover):
        """The same of what is in a popover, which is a window of its own"""
        outer = popover.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        box = thing.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
        for number in xdo("search", "--onlyvisible", "--pid", self.process.pid).split():
            shape = dict(line.split("=") for line in xdo("getwindowgeometry", "--shell", number).split())
            if (int(shape["WIDTH"]), int(shape["HEIGHT"])) == (SCALE * outer.width, SCALE * outer.height):
                return (int(shape["X"]) + SCALE * (box.x - outer.x), int(shape["Y"]) + SCALE * (box.y - outer.y),
                        SCALE * box.width, SCALE * box.height)
        raise AssertionError(f"no window is as large as the popover; see {picture('no-popover')}")

    def centre(self, thing):
        x, y, width, height = self.area(thing)
        return x + width // 2, y + height // 2

    def click(self, thing):
        x, y = self.centre(thing)
        near = all(abs(now - before) < 10 for now, before in zip((x, y), self.clicked_at))
        if near:  # what comes too soon after another click is the second half of a double one
            time.sleep(max(0, self.clicked + DOUBLE_CLICK - time.monotonic()))
        xdo("mousemove", x, y, "sleep", "0.05", "click", 1)
        self.clicked_at, self.clicked = (x, y), time.monotonic()

    def double_click(self, x, y):
        xdo("mousemove", x, y, "sleep", "0.1", "click", "--repeat", 2, "--delay", 60, 1)

    def drag(self, x, y, dx, dy=0, steps=8, key=None):
        words = ["mousemove", x, y, "sleep", "0.1", "mousedown", 1, "sleep", "0.05"]
        if key:
            words += ["keydown", key]
        for step in range(1, steps + 1):
            words += ["mousemove", x + dx * step // steps, y + dy * step // steps, "sleep", "0.03"]
        words += ["sleep", "0.15", "mouseup", 1]
        if key:
            words += ["keyup", key]
        xdo(*words)

    def drag_thing(self, thing, dx, dy=0, **how):
        self.drag(*self.centre(thing), dx, dy, **how)

    # Typing

    def key(self, *keys):
        xdo("key", "--delay", 40, *keys)

    def type_into(self, entry, text):
        """Not by keys: those that the keyboard does not have get lost"""
        wait_for(lambda: entry.get_editable_text_iface().set_text_contents(text), f"“{text}” to be typed")
        wait_for(lambda: entry.get_text_iface().get_text(0, len(text)) == text, f"“{text}” to stand there")

    # Working

    def press(self, name):
        self.click(self.find("push button", name))

    def press_until_gone(self, name):
        """A toast may still be on its way up when its button is found, and a click go past it: then a person clicks again"""
        def press():
            button = self.look("push button", name)
            if button is None:
                return True
            self.click(button)
            time.sleep(0.5)
            return False
        self.find("push button", name)
        wait_for(press, f"push button “{name}” to go")

    def activate(self, name, role="push button"):
        """Presses it as a screen reader does, in whatever window it is"""
        self.find(role, name).get_action_iface().do_action(0)

    def wait_until_saved(self):
        """The header bar says so"""
        wait_for(lambda: self.mentions(say("all changes saved")), "the plan to be saved")

    def wait_until_changed(self):
        wait_for(lambda: self.mentions(say("unsaved changes")), "the plan to have changes")

    def save(self):
        self.key("ctrl+s")
        self.wait_until_saved()

    def undo_all(self):
        """Until there is nothing left, which makes the plan as it was saved"""
        def undo():
            if self.mentions(say("all changes saved")):
                return True
            self.key("ctrl+z")
            time.sleep(0.15)
            return False
        wait_for(undo, "all to be undone", 3 * PATIENCE)

    def mentions(self, part):
        """Whether something on the screen has this text in it"""
        return any(part in name for _, _, name in self.tree.things())
