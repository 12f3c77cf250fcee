# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing: pages of sixty bars beside a bare Cairo loop, the preview, thumbnails."""

import statistics
import subprocess

from figures import Figure
from tools import ROUNDS, median_ratio, medians, pairs

PAGES = 100
MANY_PAGES, FEW_PAGES = 1000, 10


def say(tools, program, *arguments):
    """What a program of the bench says of one run, as numbers."""
    command = [tools.program(program), *map(str, arguments)]
    return [int(word) for word in subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout.split()]


def measure_pages(tools):
    runs = pairs(lambda: say(tools, "print-pages", PAGES, PAGES), lambda: say(tools, "bare-pages", PAGES))
    cpu = [(ours[0] / 1e9, bare[0] / 1e9) for ours, bare in runs]
    value, reference = medians(cpu)
    name = f"PDF, {PAGES} pages of 60 bars with labels"
    yield Figure(f"{name}: CPU, of a bare Cairo loop", value, "s", reference, median_ratio(cpu), 1.4, 1.1)
    size, bare = runs[0][0][1] / PAGES / 1e3, runs[0][1][1] / PAGES / 1e3
    yield Figure(f"{name}: bytes a page", size, "KB", bare, size / bare, 10, 6, judge_value=True)


def measure_pages_memory(tools):
    """The same plan each time, of which all pages are printed, and few."""
    peaks = [[say(tools, "print-pages", MANY_PAGES, printed)[2] * 1024 for printed in (MANY_PAGES, FEW_PAGES)]
             for _ in range(3)]  # fmt: skip
    extra = statistics.median(many - few for many, few in peaks) / 1e6
    yield Figure(f"memory at {MANY_PAGES:,} pages over {FEW_PAGES} pages", extra, "MB", None, None, 8, 1)


def measure_preview(tools):
    numbers = say(tools, "preview-page", tools.plan(10_000), ROUNDS)
    times = [(both / 1e6, alone / 1e6) for both, alone in zip(numbers[::2], numbers[1::2])]
    value, reference = medians(times)
    yield Figure("preview: first page of 10,000, of that page alone", value, "ms", reference, median_ratio(times), 2.0, 1.2)


def measure_thumbnail(tools):
    plan, picture = tools.plan(1_000), str(tools.folder / "thumbnail.png")
    thumbnailer = str(tools.build / "src/thumbnailer/waymark-thumbnailer")
    runs = pairs(lambda: tools.measure(thumbnailer, plan, picture), lambda: tools.measure("xmllint", "--noout", plan))
    cpu = [(ours.cpu, theirs.cpu) for ours, theirs in runs]
    value, reference = medians(cpu)
    yield Figure("thumbnail of 1,000: CPU, of xmllint", value, "s", reference, median_ratio(cpu), 12, 6)


def measure_paper(tools):
    yield from measure_pages(tools)
    yield from measure_pages_memory(tools)
    yield from measure_preview(tools)
    yield from measure_thumbnail(tools)
