# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs that a measurement is made with, and the plans that they read."""

import collections
import os
import pathlib
import statistics
import subprocess

SEED = 1

# Seconds of CPU, seconds of wall time, bytes at most resident
Run = collections.namedtuple("Run", "cpu wall peak")

ROUNDS = 9


class Tools:
    def __init__(self, build):
        self.build = pathlib.Path(build).resolve()
        self.programs = self.build / "tests/bench"
        self.folder = self.programs / "plans"
        self.folder.mkdir(exist_ok=True)
        os.environ["WAYMARK_LIBEXECDIR"] = str(self.build / "src/reader")  # as long as it is not installed

    @property
    def cli(self):
        return str(self.build / "src/cli/waymark-cli")

    def program(self, name):
        return str(self.programs / name)

    def plan(self, milestones, linked=False):
        """The path of a plan of that size, made when it is not there or older than its maker."""
        maker = self.programs / "generate-plan"
        path = self.folder / f"{milestones}{'-linked' if linked else ''}.waymark"
        if not path.exists() or path.stat().st_mtime < maker.stat().st_mtime:
            with path.open("wb") as out:
                options = ["--dependencies"] if linked else []
                subprocess.run([maker, str(milestones), str(SEED), *options], stdout=out, check=True)
        return str(path)

    def measure(self, *command):
        """One run of a command as a whole process."""
        output = subprocess.run([self.program("measure"), *command], stdout=subprocess.PIPE, check=True, text=True)
        cpu, wall, peak = map(int, output.stdout.split())
        return Run(cpu / 1e9, wall / 1e9, peak * 1024)

    def lint(self, plan):
        """What every program that reads XML has to take for it: the reference of files."""
        return self.measure("xmllint", "--stream", "--noout", plan)


def pairs(first, second, rounds=ROUNDS):
    """Calls both in turn, so that what else the machine does falls on both, and once before for the caches."""
    first(), second()
    return [(first(), second()) for _ in range(rounds)]


def median_ratio(values):
    return statistics.median(first / second for first, second in values)


def medians(values):
    return tuple(statistics.median(side) for side in zip(*values))
