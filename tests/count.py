#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Reads meson's testlog.json, one or several, and says how many tests passed: a program that speaks TAP counts by its results.
import json
import os
import re
import sys

RESULT = re.compile(r"^(not )?ok \d+\b(?:[^#\n]|#(?! ))*(?:# *(SKIP|TODO)\b)?", re.IGNORECASE | re.MULTILINE)
OUTCOME = {"OK": "passed", "EXPECTEDFAIL": "passed", "SKIP": "skipped"}


def results(output):
    """The outcome of each TAP line at the outermost level; a subtest is summed up by its parent."""
    for refused, directive in RESULT.findall(output):
        if directive:
            yield "skipped"
        else:
            yield "failed" if refused else "passed"


def count(program, total):
    outcomes = list(results(program.get("stdout", ""))) or [OUTCOME.get(program["result"], "failed")]
    # A crash, a time-out or a missing result fails without a line of its own.
    if program["result"] not in OUTCOME and "failed" not in outcomes:
        outcomes.append("failed")
    for outcome in outcomes:
        total[outcome] += 1


def main(paths):
    total = {"passed": 0, "failed": 0, "skipped": 0}
    # Meson writes no log when no test had the name that was asked for.
    for path in filter(os.path.exists, paths):
        with open(path, encoding="utf-8") as log:
            for line in log:
                count(json.loads(line), total)
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    return 0 if total["passed"] and not total["failed"] else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
