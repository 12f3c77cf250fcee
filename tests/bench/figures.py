# SPDX-License-Identifier: GPL-3.0-or-later
"""A measured figure beside its reference, and how a list of them is printed."""

import dataclasses
import json


@dataclasses.dataclass
class Figure:
    """must and aim are limits of the ratio where there is one to judge, else of the value."""

    name: str
    value: float
    unit: str
    reference: float | None = None
    ratio: float | None = None
    must: float | None = None
    aim: float | None = None
    judge_value: bool = False

    @property
    def judges_ratio(self):
        return self.ratio is not None and not self.judge_value

    @property
    def judged(self):
        return self.ratio if self.judges_ratio else self.value

    @property
    def verdict(self):
        if self.must is None:
            return ""
        if self.judged > self.must:
            return "missed"
        return "aim met" if self.judged <= self.aim else "met"


def number(value):
    """Three digits are as many as a measurement here is worth."""
    if value is None:
        return "–"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def limit(figure, value):
    if value is None:
        return "–"
    return f"{value:g}" if figure.judges_ratio else f"{value:g} {figure.unit}"


def print_table(figures):
    head = ["what", "value", "reference", "ratio", "must", "aim", ""]
    rows = [
        [
            figure.name,
            f"{number(figure.value)} {figure.unit}",
            f"{number(figure.reference)} {figure.unit}" if figure.reference is not None else "–",
            number(figure.ratio),
            limit(figure, figure.must),
            limit(figure, figure.aim),
            figure.verdict,
        ]
        for figure in figures
    ]
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]

    def line(cells):
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths)) + " |"

    print(line(head))
    print("|-" + "-|-".join("-" * width for width in widths) + "-|")
    for row in rows:
        print(line(row))


def rounded(value):
    return float(f"{value:.4g}") if isinstance(value, float) else value


def print_json(figures):
    keys = ["name", "value", "unit", "reference", "ratio", "must", "aim"]
    rows = [{key: rounded(getattr(figure, key)) for key in keys} for figure in figures]
    print(json.dumps(rows, indent=2, ensure_ascii=False))
