# SPDX-License-Identifier: GPL-3.0-or-later
"""Frames of the timeline, painted off screen by fixed scripts: thread CPU of layout, scene and paint."""

import math
import statistics
import subprocess

from figures import Figure
from tools import median_ratio, pairs

ROUNDS = 3
MUST, AIM = 12, 8  # milliseconds


def percentile(times, percent):
    """The least time that so many percent of the frames do not exceed."""
    return sorted(times)[math.ceil(len(times) * percent / 100) - 1]


def frame_times(tools, milestones):
    """Milliseconds of each frame by script, and of the bare Cairo loop as "bare"."""
    plan = tools.plan(milestones, linked=True)
    output = subprocess.run([tools.program("paint-frames"), plan], stdout=subprocess.PIPE, check=True, text=True).stdout
    scripts = (line.split() for line in output.splitlines())
    return {name: [int(time) / 1e6 for time in times] for name, *times in scripts}


def p99(run, scripts):
    return percentile([time for script in scripts for time in run[script]], 99)


def measure_frames(tools):
    runs = pairs(lambda: frame_times(tools, 100_000), lambda: frame_times(tools, 10_000), ROUNDS)
    scripts = [script for script in runs[0][0] if script != "bare"]
    bare = statistics.median(p99(large, ["bare"]) for large, _ in runs)

    for name, parts in [("all scripts", scripts), *((script, [script]) for script in scripts)]:
        value = statistics.median(p99(large, parts) for large, _ in runs)
        yield Figure(f"frame at 100,000: {name}, p99", value, "ms", bare, value / bare, MUST, AIM, judge_value=True)

    pans = [(p99(large, ["pan-vertical"]), p99(small, ["pan-vertical"])) for large, small in runs]
    value, reference = (statistics.median(side) for side in zip(*pans))
    yield Figure(
        "vertical pan at 100,000: p99, of 10,000", value, "ms", reference, median_ratio(pans), 2.0, 1.2
    )
