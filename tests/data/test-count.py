#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The count at the end of ./dev test is the one number that people trust: it must not lose a failure.
import json
import pathlib
import subprocess
import sys
import tempfile

import tap

COUNT = pathlib.Path(__file__).parents[1] / "count.py"


def counted(*programs):
    """The last line and the exit status of count.py for programs given as (result, standard output)"""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as log:
        for result, output in programs:
            log.write(json.dumps({"name": "x", "result": result, "stdout": output}) + "\n")
        log.flush()
        done = subprocess.run([sys.executable, COUNT, log.name], capture_output=True, encoding="utf-8", check=False)
    return done.stdout.splitlines()[-1], done.returncode


def test_counts_results_and_not_programs():
    assert counted(("OK", "1..3\nok 1 /a\nok 2 /b # SKIP no display\nok 3 /c\n")) == (
        "2 passed, 0 failed, 1 skipped", 0)


def test_a_program_without_results_counts_once():
    assert counted(("OK", "all is well\n"), ("SKIP", "")) == ("1 passed, 0 failed, 1 skipped", 0)


def test_a_failure_is_counted_and_sets_the_status():
    assert counted(("FAIL", "1..2\nok 1 /a\nnot ok 2 /b\n")) == ("1 passed, 1 failed, 0 skipped", 1)


def test_a_crash_after_good_results_is_a_failure():
    for result in "ERROR", "TIMEOUT", "FAIL", "INTERRUPT":
        assert counted((result, "1..9\nok 1 /a\n")) == ("1 passed, 1 failed, 0 skipped", 1)


def test_an_expected_failure_is_none():
    assert counted(("OK", "1..2\nok 1 /a\nnot ok 2 /b # TODO later\n")) == ("1 passed, 0 failed, 1 skipped", 0)


def test_subtests_are_summed_up_by_their_parent():
    assert counted(("OK", "# Subtest: a\n    ok 1 inner\n    1..1\nok 1 a\n")) == ("1 passed, 0 failed, 0 skipped", 0)


def test_nothing_passed_is_a_failure():
    assert counted(("SKIP", "1..0 # SKIP no display\n")) == ("0 passed, 0 failed, 1 skipped", 1)


tap.main("data/count", globals())
