# SPDX-License-Identifier: GPL-3.0-or-later
#
# A plan is printed: into a file, on a printer of a print server of its own, and once more without a question.
import os
import pathlib
import subprocess

from person import Atspi, Waymark, picture, say, small_plan, until, wait_for, xdo
from tap import main

HOME = pathlib.Path(os.environ["HOME"])
PRINTED = pathlib.Path(os.environ["PRINTED"])
LOOKED_AT = HOME / "looked-at.pdf"
os.chdir(HOME)  # where GTK puts files when nobody says where


REMEMBERED = HOME / ".config" / "waymark" / "print.ini"


def start(**environment):
    PRINTED.unlink(missing_ok=True)
    REMEMBERED.unlink(missing_ok=True)
    # GTK warns of a missing service for the colours of printers
    return Waymark(small_plan(), **{"G_DEBUG": "fatal-criticals"} | environment)


def click(waymark, role, name):
    """In the dialog, which is a window of its own; by its number, since xdotool counts twice what the window manager adds,
    and by its title, since a tooltip may lie over it"""
    title = waymark.find("dialog", "").get_name()
    thing = wait_for(lambda: waymark.tree.find(lambda found: found == name, role), f"{role} “{name}”")
    box = thing.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    window = xdo("search", "--onlyvisible", "--all", "--pid", waymark.process.pid, "--name", f"^{title}$").split()[-1]
    xdo("mousemove", "--window", window, box.x + box.width // 2, box.y + box.height // 2, "sleep", "0.1", "click", 1)


def press_away(waymark, title, button):
    """A dialog goes by one of its buttons"""
    def press():
        if waymark.look("dialog", title) is not None:
            click(waymark, "push button", button)
    until(lambda: waymark.look("dialog", title) is None, press, f"dialog “{title}” to go")


def open_dialog(waymark):
    waymark.key("ctrl+p")
    waymark.find("label", "Print to File")
    until(lambda: waymark.mentions("Page 1 of"), lambda: click(waymark, "label", "Waymark"), "the preview")


def set_number(waymark, name, number):
    spin = waymark.find("spin button", say(name))
    wait_for(lambda: spin.get_value_iface().set_current_value(number), f"{name} to be {number}")


def turn_to_page_2(waymark):
    def turn():
        if waymark.mentions("Page 1 of"):
            click(waymark, "push button", say("Next page"))
    until(lambda: waymark.mentions("Page 2 of"), turn, "the second page")


def choose_dates(waymark):
    """Instead of all of the plan"""
    def choose():
        if waymark.look("text", say("From")) is None:
            until(lambda: waymark.look("label", say("From – to")), lambda: click(waymark, "combo box", say("Range")), "the ranges")
            waymark.key("Down", "Return")
    until(lambda: waymark.look("text", say("From")), choose, "the dates to be asked for")


def print_on(waymark, printer):
    def choose():
        click(waymark, "label", "General")
        click(waymark, "label", printer)

    until(lambda: waymark.tree.find(lambda name: name == "_Print Print", "push button", Atspi.StateType.SENSITIVE),
          choose, f"“{printer}” to be chosen")
    press_away(waymark, "Print", "_Print Print")


def ask(tool, *words):
    return subprocess.run([tool, *map(str, words)], check=True, capture_output=True, encoding="utf-8").stdout


def count_pages(path):
    """Also once it is written to its end"""
    def count():
        line = next(line for line in ask("pdfinfo", path).splitlines() if line.startswith("Pages:"))
        return int(line.split()[1])
    return wait_for(count, f"{path} to be printed")


def test_a_file_is_what_the_preview_was():
    waymark = start(G_DEBUG="")  # GTK takes back a dialog that remembers its printer with a critical of its own
    open_dialog(waymark)
    wait_for(lambda: waymark.mentions("1 page"), "the number of pages")
    picture("open")

    set_number(waymark, "Pages side by side", 3)
    wait_for(lambda: waymark.mentions("3 pages"), "the pages to be counted again")
    turn_to_page_2(waymark)
    assert waymark.mentions("Page 2 of 3")
    picture("changed")

    print_on(waymark, "Print to File")
    (path,) = wait_for(lambda: list(HOME.glob("*.pdf")), "a file")
    assert path.stem == waymark.root.get_child_at_index(0).get_name(), path
    assert count_pages(path) == 3
    text = ask("pdftotext", "-layout", path, "-")
    assert "Sit the CCRN" in text and "page 3 of 3" in text, text
    path.unlink()

    # it is remembered
    open_dialog(waymark)
    wait_for(lambda: waymark.mentions("3 pages"), "the pages of last time")
    waymark.key("Escape")
    waymark.is_gone("dialog", "Print")


def test_a_printer_prints_and_prints_again():
    waymark = start()
    open_dialog(waymark)
    set_number(waymark, "Pages side by side", 2)
    wait_for(lambda: waymark.mentions("2 pages"), "the pages to be counted again")
    print_on(waymark, "Paper")
    assert count_pages(PRINTED) == 2
    assert "Sit the CCRN" in ask("pdftotext", "-layout", PRINTED, "-")
    wait_for(lambda: "printer=Paper" in REMEMBERED.read_text(), "the printer to be remembered")

    PRINTED.unlink()
    waymark.key("ctrl+shift+p")
    wait_for(lambda: waymark.mentions("in the printer’s queue"), "the word that it prints")
    picture("again")
    assert count_pages(PRINTED) == 2


def test_what_makes_no_sense_is_said():
    waymark = start()
    open_dialog(waymark)
    set_number(waymark, "Pages side by side", 1)
    wait_for(lambda: waymark.mentions("1 page"), "the preview")
    choose_dates(waymark)
    waymark.type_into(waymark.find("text", say("From")), "soon")
    wait_for(lambda: waymark.mentions("“soon” is no date."), "the reason")
    picture("no-date")

    # nor is all of the plan printed instead
    print_on(waymark, "Print to File")
    waymark.find("label", "The plan could not be printed")
    wait_for(lambda: waymark.mentions("“soon” is no date."), "the reason")
    assert not list(HOME.glob("*.pdf"))
    waymark.key("Escape")
    waymark.is_gone("label", "The plan could not be printed")
    open_dialog(waymark)
    choose_dates(waymark)
    waymark.type_into(waymark.find("text", say("From")), "2027")
    wait_for(lambda: waymark.mentions("Page 1 of 1"), "the preview")


def test_all_is_reached_by_keys():
    waymark = start()
    open_dialog(waymark)
    wanted = {say(name) for name in ("Pages side by side", "Poster", "Legend", "Title block", "Header", "Footer")}
    found = set()
    for _ in range(60):
        waymark.key("Tab")
        names = [name for _, _, name in waymark.tree.things(None, Atspi.StateType.FOCUSED)]
        found |= {name for name in names if name in wanted}
        if found == wanted:
            break
    picture("keys")
    assert found == wanted, found


def test_the_preview_of_gtk_is_the_print():
    settings = HOME / ".config" / "gtk-4.0" / "settings.ini"
    before = settings.read_text()
    settings.write_text(f"{before}gtk-print-preview-command=cp %f {LOOKED_AT}\n")
    waymark = start()
    open_dialog(waymark)
    set_number(waymark, "Pages side by side", 2)
    wait_for(lambda: waymark.mentions("2 pages"), "the pages to be counted again")
    press_away(waymark, "Print", "Pre_view Preview")
    assert count_pages(LOOKED_AT) == 2
    settings.write_text(before)


def test_paper_is_chosen_for_the_next_print():
    waymark = start()
    waymark.key("F10")
    waymark.find("menu item", "Page setup")
    waymark.key("t")
    waymark.find("dialog", "Page Setup")
    picture("setup")
    press_away(waymark, "Page Setup", "_Apply Apply")
    wait_for(lambda: "[Page Setup]" in REMEMBERED.read_text(), "the paper to be remembered")
    assert "A small plan" not in REMEMBERED.read_text()


main("ui/print", globals())
