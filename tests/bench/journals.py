# SPDX-License-Identifier: GPL-3.0-or-later
"""What it costs to keep unsaved work, and to restore it."""

import os
import statistics
import subprocess

from figures import Figure

ROUNDS = 5


def measure_journal(tools):
    plan = tools.plan(100_000)
    saved = str(tools.folder / "kept.waymark")
    environment = os.environ | {"XDG_DATA_HOME": str(tools.folder / "data")}
    rounds = []
    for _ in range(ROUNDS):
        run = subprocess.run(
            [tools.program("keep-plan"), plan, saved], capture_output=True, text=True, check=True, env=environment
        )
        rounds.append([int(figure) / 1e6 for figure in run.stdout.split()])

    keep, load, _, stall = (statistics.median(column) for column in zip(*rounds))
    replay = statistics.median(restored - loaded for _, loaded, restored, _ in rounds)
    ratio = statistics.median((restored - loaded) / loaded for _, loaded, restored, _ in rounds)
    yield Figure("journal, one edit, at 100,000 milestones: CPU on the main thread, median", keep, "ms", None, None, 0.2, 0.05)
    yield Figure("recovery of 10,000 edits ÷ load of the plan", replay, "ms", load, ratio, 1.0, 0.3)
    yield Figure("typing and dragging while a save runs: longest stall of the main loop", stall, "ms", None, None, 16, 4)
