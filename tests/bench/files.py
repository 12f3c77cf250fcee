# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading and writing files: whole processes beside xmllint, which parses the same file and keeps nothing."""

import statistics
import subprocess

from figures import Figure
from tools import ROUNDS, medians, median_ratio, pairs


def load(tools, milestones, must, aim):
    plan = tools.plan(milestones)
    runs = pairs(lambda: tools.measure(tools.cli, "info", plan), lambda: tools.lint(plan))
    cpu = [(ours.cpu, theirs.cpu) for ours, theirs in runs]
    value, reference = medians(cpu)
    yield Figure(f"load {milestones:,}: CPU, of xmllint", value, "s", reference, median_ratio(cpu), must, aim)


def measure_load(tools):
    yield from load(tools, 100_000, 0.85, 0.65)
    yield from load(tools, 1_000_000, 0.90, 0.70)


def measure_apart(tools):
    """The same plan read in a process of its own, which nothing can get out of, and in ours."""
    command = [tools.program("read-plan"), tools.plan(100_000), str(ROUNDS)]
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    wall = [tuple(int(time) / 1e9 for time in line.split()) for line in output.splitlines()]
    value, reference = medians(wall)
    yield Figure("load 100,000 in a helper process: wall, of here", value, "s", reference, median_ratio(wall), 1.35, 1.15)


def measure_model(tools):
    milestones = 1_000_000
    full, empty = tools.plan(milestones), tools.plan(0)
    peaks = [(tools.measure(tools.cli, "info", full).peak, tools.measure(tools.cli, "info", empty).peak) for _ in range(3)]
    size = statistics.median(full - empty for full, empty in peaks) / milestones
    yield Figure("model: memory a milestone at 1,000,000", size, "bytes", None, None, 300, 230)


def measure_save(tools):
    plan = tools.plan(100_000)
    saved = str(tools.folder / "saved.waymark")
    with subprocess.Popen(
        [tools.program("save-plan"), plan, saved], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as saver:

        def save(manner=""):
            print(manner, file=saver.stdin, flush=True)
            wall, extra = map(int, saver.stdout.readline().split())
            return wall / 1e9, extra

        runs = pairs(save, lambda: tools.lint(plan).wall)
        beside = pairs(lambda: save()[0], lambda: save("plain")[0])
        saver.stdin.close()

    wall = [(ours, theirs) for (ours, _), theirs in runs]
    value, reference = medians(wall)
    extra = statistics.median(extra for (_, extra), _ in runs) / 1e6
    yield Figure("save 100,000: wall, of xmllint", value, "s", reference, median_ratio(wall), 0.45, 0.30)
    value, reference = medians(beside)
    yield Figure("safe save 34 MB: wall, of a plain write", value, "s", reference, median_ratio(beside), 1.6, 1.2)
    yield Figure("save 100,000: extra memory", extra, "MB", None, None, 2, 0.5)
