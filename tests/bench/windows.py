# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with a plan beside the empty window: time from exec to the first painted frame, and memory."""

import statistics
import subprocess
import time

from desktop import desktop
from figures import Figure
from tools import medians, median_ratio, pairs

ROUNDS = 15
SETTLE = 1000  # milliseconds after the first frame, in which a program does what it had put off
TITLE = "A plan to measure with"
LONGEST = 60


class Windows:
    def __init__(self, tools, environment):
        self.tools = tools
        self.environment = environment

    def first_frame(self, command, **variables):
        """Seconds from exec to the first painted frame, and bytes at most resident."""
        environment = self.environment | {"LD_PRELOAD": self.tools.program("libfirst-frame.so")} | variables
        environment["BENCH_BEGIN"] = str(time.monotonic_ns())
        output = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=LONGEST, text=True
        )
        elapsed, peak = map(int, output.stdout.split())
        return elapsed / 1e9, peak * 1024

    def empty(self, **variables):
        return self.first_frame([self.tools.program("empty-window")], **variables)

    def plan(self, milestones, **variables):
        plan = self.tools.plan(milestones, linked=True)
        return self.first_frame([str(self.tools.build / "src/app/waymark"), plan], **variables)


def start(windows, what, milestones, must, aim, **variables):
    runs = pairs(lambda: windows.plan(milestones, **variables)[0], lambda: windows.empty()[0], ROUNDS)
    value, reference = medians(runs)
    yield Figure(what, value, "s", reference, median_ratio(runs), must, aim)


def measure_start(tools):
    with desktop() as environment:
        windows = Windows(tools, environment)
        yield from start(windows, "first frame with 1,000, shown: of an empty window", 1_000, 1.30, 1.15, BENCH_TITLE=TITLE)
        yield from start(windows, "first frame with 100,000: of an empty window", 100_000, 1.15, 1.03)
        yield from start(windows, "first frame that shows 100,000", 100_000, None, None, BENCH_TITLE=TITLE)


def measure_memory(tools):
    with desktop() as environment:
        windows = Windows(tools, environment)
        settled = {"BENCH_STAY": str(SETTLE)}
        runs = pairs(lambda: windows.plan(1_000, BENCH_TITLE=TITLE, **settled)[1], lambda: windows.empty(**settled)[1], 5)
        extra = statistics.median(full - empty for full, empty in runs) / 1e6
        yield Figure("memory with 1,000 over an empty window", extra, "MB", medians(runs)[1] / 1e6, None, 12, 5)


def measure_outline(tools):
    with desktop() as environment:

        def show(*plan):
            command = [tools.program("show-outline"), *plan]
            output = subprocess.run(
                command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=LONGEST, text=True
            )
            return int(output.stdout) / 1e9

        plan = tools.plan(100_000, linked=True)
        runs = pairs(lambda: show(plan), show, ROUNDS)
        value, reference = medians(runs)
        yield Figure("outline of 100,000: of an empty GtkColumnView", value, "s", reference, median_ratio(runs), 1.5, 1.1)
