# SPDX-License-Identifier: GPL-3.0-or-later
"""A key in the filter: thread CPU of search, layout and scene, while words are typed and taken back."""

import statistics
import subprocess

from figures import Figure
from frames import percentile

ROUNDS = 3
MUST, AIM = 16, 5  # milliseconds


def key_times(tools):
    """Milliseconds of each key by what becomes of the others."""
    output = subprocess.run(
        [tools.program("type-filter"), tools.plan(100_000)], stdout=subprocess.PIPE, check=True, text=True).stdout
    return {name: [int(time) / 1e6 for time in times] for name, *times in (line.split() for line in output.splitlines())}


def measure_filter(tools):
    runs = [key_times(tools) for _ in range(ROUNDS)]
    for name, mode in [("a keystroke", "dim"), ("a keystroke, others hidden", "hide")]:
        value = statistics.median(percentile(run[mode], 99) for run in runs)
        yield Figure(f"filter as you type, 100,000: {name}, p99", value, "ms", must=MUST, aim=AIM)
