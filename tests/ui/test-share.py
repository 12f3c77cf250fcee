# SPDX-License-Identifier: GPL-3.0-or-later
#
# A plan for those who have no Waymark: a PDF, a picture, the clipboard, a mail. The bytes are those of the command line.
import contextlib
import json
import os
import pathlib
import subprocess
import sys

from person import Waymark, picture, small_plan, wait_for
from tap import main

FAKE = pathlib.Path(__file__).with_name("fake-desktop.py")


@contextlib.contextmanager
def desktop(*services):
    """What the desktop was asked so far, by a function"""
    path = pathlib.Path(os.environ["HOME"], "asked.txt")
    path.write_text("", encoding="utf-8")
    with subprocess.Popen([sys.executable, FAKE, path, *services]) as process:
        def asked():
            return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        try:
            wait_for(lambda: len(asked()) == len(services), "the desktop to be there")
            yield lambda: asked()[len(services):]
        finally:
            process.terminate()


def choose(waymark, name):
    """Out of the menu, by keys alone: "Share" is h, what is in it has letters of its own"""
    waymark.key("F10")
    waymark.find("menu item", "Share")
    waymark.key("h")
    waymark.find("menu item", name)
    waymark.key({"Save a PDF": "p", "Export picture": "e", "Copy picture": "c", "Hand to a mail": "m"}[name])


def drawn(plan, ending):
    out = plan.with_name("cli" + ending)
    program = pathlib.Path(os.environ["UI_PROGRAM"]).parents[1] / "cli/waymark-cli"
    subprocess.run([program, "render", plan, "-o", out], check=True)
    return out.read_bytes()


def save_into(waymark, path):
    waymark.type_into(waymark.focused("text"), str(path))
    waymark.key("Return")
    wait_for(path.exists, f"{path.name} to be written")


def test_a_pdf_is_saved_and_shown_in_its_folder():
    plan = small_plan()
    target = plan.with_name("for Rosalind.pdf")
    with desktop("files") as asked:
        waymark = Waymark(plan)
        choose(waymark, "Save a PDF")
        save_into(waymark, target)
        waymark.find("label", "“for Rosalind.pdf” is saved")
        picture("saved")
        assert target.read_bytes() == drawn(plan, ".pdf")
        waymark.press_until_gone("Show in folder")
        wait_for(asked, "the file manager to be asked")
        assert asked() == [{"shown": [target.as_uri()]}]


def test_the_button_opens_the_same_menu():
    waymark = Waymark(small_plan())
    waymark.press("Share")
    waymark.find("menu item", "Save a PDF")
    picture("button")
    waymark.key("c")
    waymark.find("label", "The picture is on the clipboard")


def check_export(name, ending):
    plan = small_plan()
    waymark = Waymark(plan)
    choose(waymark, "Export picture")
    save_into(waymark, plan.with_name(name))
    waymark.find("label", f"“{name}” is saved")
    assert plan.with_name(name).read_bytes() == drawn(plan, ending), ending


def test_a_picture_has_the_bytes_of_the_command_line():
    check_export("one.png", ".png")


def test_a_drawing_has_the_bytes_of_the_command_line():
    check_export("two.svg", ".svg")


def test_an_ending_is_added():
    plan = small_plan()
    waymark = Waymark(plan)
    choose(waymark, "Export picture")
    waymark.type_into(waymark.focused("text"), str(plan.with_name("no ending")))
    waymark.key("Return")
    wait_for(plan.with_name("no ending.png").exists, "the picture")


def test_what_has_the_name_with_the_ending_is_not_lost_unasked():
    plan = small_plan()
    there = plan.with_name("there.png")
    there.write_bytes(b"somebody's picture")
    waymark = Waymark(plan)
    for answer in "Cancel", "Replace":
        choose(waymark, "Export picture")
        waymark.type_into(waymark.focused("text"), str(plan.with_name("there")))
        waymark.key("Return")
        waymark.find("label", "Replace “there.png”?")
        assert there.read_bytes() == b"somebody's picture"
        waymark.activate(answer)
        waymark.is_gone("label", "Replace “there.png”?")
        waymark = Waymark(plan) if answer == "Cancel" else waymark
    wait_for(lambda: there.read_bytes() == drawn(plan, ".png"), "the picture to be replaced")


def test_the_picture_is_on_the_clipboard():
    plan = small_plan()
    waymark = Waymark(plan)
    choose(waymark, "Copy picture")
    waymark.find("label", "The picture is on the clipboard")
    copied = subprocess.run(["xclip", "-selection", "clipboard", "-o", "-t", "image/png"], capture_output=True, check=True)
    assert copied.stdout == drawn(plan, ".png")


def test_the_portal_gets_a_mail_with_the_pdf():
    plan = small_plan()
    with desktop("mail") as asked:
        waymark = Waymark(plan)
        choose(waymark, "Hand to a mail")
        wait_for(asked, "the mail portal to be asked")
        (mail,) = asked()
        waymark.find("label", "Your mail program has the PDF")
    assert mail["subject"] == "A small plan", mail
    (attached,) = mail["attached"]
    assert pathlib.Path(attached).name == "A small plan.pdf"
    assert pathlib.Path(attached).read_bytes() == drawn(plan, ".pdf")
    assert pathlib.Path(attached).stat().st_mode & 0o077 == 0


def test_without_a_portal_the_mail_tool_is_asked():
    plan = small_plan()
    tools = pathlib.Path(os.environ["HOME"], "tools")
    tools.mkdir()
    note = tools / "asked.txt"
    (tools / "xdg-email").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{note}.new"\nmv "{note}.new" "{note}"\n', encoding="utf-8")
    (tools / "xdg-email").chmod(0o755)
    waymark = Waymark(plan, PATH=f"{tools}:{os.environ['PATH']}")
    choose(waymark, "Hand to a mail")
    wait_for(note.exists, "xdg-email to be asked")
    words = note.read_text(encoding="utf-8").splitlines()
    assert words[:4] == ["--utf8", "--subject", "A small plan", "--attach"], words
    assert pathlib.Path(words[4]).read_bytes() == drawn(plan, ".pdf")
    waymark.find("label", "Your mail program has the PDF")


def test_without_either_the_person_is_told_what_to_do():
    waymark = Waymark(small_plan(), PATH=os.environ["HOME"])
    choose(waymark, "Hand to a mail")
    waymark.find("label", "The plan could not be handed to a mail program")
    picture("no-mail")


main("ui/share", globals())
