# SPDX-License-Identifier: GPL-3.0-or-later
"""The window with a plan beside GNOME Planner's with the same plan, on one X server, in turn.

Both are timed from exec to the end of the first frame that shows the plan, by a library laid under them: for ours the first
frame with the plan's title, for Planner the first one in which it draws its chart, which it does after the plan is loaded.
"""

import pathlib
import shutil
import subprocess
import time

import planner_plan
from desktop import desktop
from figures import Figure
from tools import medians, median_ratio, pairs
from windows import LONGEST, TITLE, Windows

ROUNDS = 3  # one start of Planner takes seconds
MILESTONES = 10_000
PACKAGE = "planner"


def translated(tools):
    """The path of the plan as Planner keeps it."""
    plan = pathlib.Path(tools.plan(MILESTONES, linked=True))
    path = plan.with_suffix(".planner")
    if not path.exists() or path.stat().st_mtime < max(plan.stat().st_mtime, pathlib.Path(planner_plan.__file__).stat().st_mtime):
        planner_plan.write(plan, path)
    return str(path)


def start_planner(tools, environment, plan):
    # Without a bus for screen readers, which this desktop has none of, GTK 3 waits 25 seconds for one
    environment = environment | {"LD_PRELOAD": tools.program("libplanner-frame.so"), "BENCH_TITLE": TITLE, "NO_AT_BRIDGE": "1"}
    environment["BENCH_BEGIN"] = str(time.monotonic_ns())
    output = subprocess.run(
        ["planner", plan], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=LONGEST, text=True
    )
    return int(output.stdout) / 1e9


def measure_peers(tools):
    if shutil.which("planner") is None:
        raise SystemExit(f"There is no GNOME Planner to compare with. Install the package “{PACKAGE}”, or name other parts.")

    plan = translated(tools)
    with desktop() as environment:
        windows = Windows(tools, environment)
        runs = pairs(
            lambda: windows.plan(MILESTONES, BENCH_TITLE=TITLE)[0], lambda: start_planner(tools, environment, plan), ROUNDS
        )
    value, reference = medians(runs)
    yield Figure("open 10,000 until they are shown: of GNOME Planner", value, "s", reference, median_ratio(runs), 0.10, 0.05)
