# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline in its window, worked by fixed scripts: each frame beside a flat fill of a window as large."""

import statistics
import subprocess

from desktop import desktop
from figures import Figure

ROUNDS = 3
LONGEST = 120

# What a script is called, what of its frames counts, must, aim
SCRIPTS = {
    "pan-sideways": ("pan sideways, 500 in sight", statistics.median, 1.8, 1.25),
    "pan-down": ("pan down, 500 in sight", statistics.median, 1.8, 1.25),
    "zoom": ("zoom, 500 in sight", statistics.median, 2.0, 1.2),
    "hover": ("hover, 500 in sight", statistics.median, 0.3, 0.1),
    "ghost": ("drag ghost, 500 in sight", statistics.median, 0.3, 0.1),
    "band": ("rubber band, 500 in sight", statistics.median, 0.3, 0.1),
    "many": ("drag of 1,000 among 100,000: worst", max, 2.0, 1.2),
}


def frame_times(tools, environment):
    """By script, for each turn that it took, milliseconds of its frames and of the flat ones before them."""
    output = subprocess.run(
        [tools.program("work-timeline")],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, timeout=LONGEST, text=True,
    ).stdout  # fmt: skip
    turns = {}
    flat = None
    for line in output.splitlines():
        name, *times = line.split()
        times = [int(time) / 1e6 for time in times]
        if name == "flat":
            flat = times
        else:
            turns.setdefault(name, []).append((times, flat))
    return turns


def measure_view(tools):
    with desktop() as environment:
        runs = [frame_times(tools, environment) for _ in range(ROUNDS)]

    for script, (name, pick, must, aim) in SCRIPTS.items():
        pairs = [(pick(times), statistics.median(flat)) for run in runs for times, flat in run[script]]
        value, reference = (statistics.median(side) for side in zip(*pairs))
        ratio = statistics.median(first / second for first, second in pairs)
        yield Figure(f"{name}, of a flat fill", value, "ms", reference, ratio, must, aim)
