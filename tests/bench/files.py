# SPDX-License-Identifier: GPL-3.0-or-later
"""Reading files: whole processes beside xmllint, which parses the same file and keeps nothing."""

import statistics

from figures import Figure
from tools import medians, median_ratio, pairs


def load(tools, milestones, must, aim):
    plan = tools.plan(milestones)
    runs = pairs(lambda: tools.measure(tools.cli, "info", plan), lambda: tools.lint(plan))
    cpu = [(ours.cpu, theirs.cpu) for ours, theirs in runs]
    value, reference = medians(cpu)
    yield Figure(f"load {milestones:,}: CPU, of xmllint", value, "s", reference, median_ratio(cpu), must, aim)


def measure_load(tools):
    yield from load(tools, 100_000, 0.85, 0.65)
    yield from load(tools, 1_000_000, 0.90, 0.70)


def measure_model(tools):
    milestones = 1_000_000
    full, empty = tools.plan(milestones), tools.plan(0)
    peaks = [(tools.measure(tools.cli, "info", full).peak, tools.measure(tools.cli, "info", empty).peak) for _ in range(3)]
    size = statistics.median(full - empty for full, empty in peaks) / milestones
    yield Figure("model: memory a milestone at 1,000,000", size, "bytes", None, None, 300, 230)
