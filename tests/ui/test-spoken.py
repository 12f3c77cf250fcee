# SPDX-License-Identifier: GPL-3.0-or-later
#
# What a person hears who works with Orca, which has a voice that writes down what it says.
import atexit
import json
import os
import pathlib
import subprocess
import time

from person import OUT, PATIENCE, Waymark, picture, small_plan, wait_for, xdo
from tap import main


class Orca:
    """A screen reader that says less of the keys, which we know, and more of the places"""

    def __init__(self):
        self.spoken = OUT / "spoken.txt"
        self.spoken.unlink(missing_ok=True)
        preferences = pathlib.Path(os.environ["HOME"], "orca")
        preferences.mkdir()
        settings = {"enableKeyEcho": False, "enablePositionSpeaking": True, "speechServerFactory": "voice",
                    "profile": ["Default", "default"], "startingProfile": ["Default", "default"]}
        (preferences / "user-settings.conf").write_text(json.dumps({
            "general": settings, "pronunciations": {}, "keybindings": {},
            "profiles": {"default": settings | {"pronunciations": {}, "keybindings": {}}}}), encoding="utf-8")
        environment = os.environ | {
            "ORCA_SPOKEN": str(self.spoken), "PYTHONPATH": f"{pathlib.Path(__file__).parent}:{os.environ['PYTHONPATH']}",
            "PATH": f"{self._folder_without_others()}:{os.environ['PATH']}"}
        with open(OUT / "orca.log", "w", encoding="utf-8") as log:
            self.process = subprocess.Popen(  # pylint: disable=consider-using-with
                ["orca", f"--user-prefs={preferences}"], stdout=log, stderr=log, env=environment)
        atexit.register(self.process.terminate)
        self.place = 0
        wait_for(self.spoken.exists, "Orca's voice")
        self.hears("Screen reader on")

    @staticmethod
    def _folder_without_others():
        """Orca asks pgrep for others of its kind, on any display, and ends itself or them: the one that a person who
        tests works with, too"""
        pgrep = pathlib.Path(os.environ["HOME"], "alone", "pgrep")
        pgrep.parent.mkdir()
        pgrep.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        pgrep.chmod(0o755)
        return pgrep.parent

    def said(self):
        """All that was spoken since what was asked for last"""
        return self.spoken.read_text(encoding="utf-8").splitlines()[self.place:]

    def hears(self, *parts):
        """Waits until all of the parts were spoken, and forgets what was before"""
        missing = list(parts)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            told = " | ".join(self.said())
            missing = [part for part in parts if part not in told]
            if not missing:
                self.place += len(self.said())
                return told
            time.sleep(0.1)
        print("#", "\n# ".join(self.said()), flush=True)
        raise AssertionError(f"waited to hear {missing} in vain, heard {self.said()}; see {picture('unheard')}")


def test_a_plan_is_worked_on_by_ear():
    orca = Orca()
    # GTK warns when Orca asks where on the screen a text is, which is no fault of the program
    waymark = Waymark(small_plan(), G_DEBUG="")

    # Each stop on the timeline says what it is, how it stands, where it belongs, and which of how many it is
    waymark.key("Down")
    orca.hears("Review course, education, 1 January 2027 to 30 April 2027, planned, 0 percent",
               "in Practise in critical care", "2 of 5")
    waymark.key("Left")
    orca.hears("Goal Practise in critical care, due Jun 2028", "expanded", "1 of 5")
    waymark.key("Right", "Right")
    orca.hears("Sit the CCRN, certification, 1 July 2027 to 31 October 2027, planned, 0 percent", "3 of 5")

    # Done, which changes the name of what has the focus
    waymark.key("space")
    orca.hears("done, 100 percent")

    # What quick add understood is told while it is typed
    waymark.key("ctrl+k")
    orca.hears("Quick add")
    xdo("type", "--delay", "15", "Boards in June 2028 #certification")
    orca.hears("Milestone: Boards · June 2028 · Certification")
    waymark.key("Escape", "Escape")

    # The table says the same, row by row, and begins where one was
    waymark.key("ctrl+2")
    orca.hears("Outline", "Sit the CCRN, certification, 1 July 2027 to 31 October 2027, done, 100 percent", "3 of 5")
    waymark.key("Up", "Up")
    orca.hears("Goal Practise in critical care, due Jun 2028", "expanded", "1 of 5")
    waymark.key("Down")
    orca.hears("Review course, education, 1 January 2027 to 30 April 2027, planned, 0 percent", "2 of 5")
    waymark.key("ctrl+1")

    # What is wrong with a date stands beside its field, and is said there
    waymark.key("Down", "Return")
    orca.hears("Title")
    waymark.key("Tab")
    orca.hears("Category combo box", "Wellbeing")
    waymark.key("Tab", "Tab")
    orca.hears("Starts")
    xdo("type", "--delay", "15", "nonsense")
    waymark.key("Return")
    orca.hears("Write a date, such as 2027")
    waymark.key("Escape")

    # Of several milestones it is said what all have, and where they differ
    waymark.key("Escape", "ctrl+a", "Return")
    orca.hears("Category combo box", "Various")
    waymark.key("Escape")

    # A dialog says what it asks
    waymark.key("ctrl+w")
    orca.hears("Save", "changes")
    waymark.key("Escape")


main("ui/spoken", globals())
