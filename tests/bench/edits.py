# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits of a large plan with its layout and its schedule listening, in CPU time of the thread."""

import statistics
import subprocess

from figures import Figure

ROUNDS = 5


def measure_edits(tools):
    plan = tools.plan(100_000, linked=True)
    saved = str(tools.folder / "edited.waymark")
    rounds = []
    for _ in range(ROUNDS):
        run = subprocess.run(
            [tools.program("edit-plan"), plan, saved], capture_output=True, text=True, check=True
        )
        rounds.append([int(figure) / 1e6 for figure in run.stdout.split()])

    worst, scheduling, move, undo, following, save = (statistics.median(column) for column in zip(*rounds))
    ratio = statistics.median((move + undo) / save for _, _, move, undo, _, save in rounds)
    yield Figure("one edit of 100,000, reschedule and repack: worst of 2,000", worst, "ms", None, None, 3, 1)
    yield Figure("the schedule's part in it", scheduling, "ms")
    yield Figure("move of 10,000 and its undo, of a save", move + undo, "ms", save, ratio, 0.3, 0.1)
    yield Figure("the schedule that follows both when the window is idle", following, "ms")
