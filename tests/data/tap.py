# SPDX-License-Identifier: GPL-3.0-or-later
#
# Runs the functions of a script whose names begin with test_ and reports them as TAP.
import shutil
import subprocess
import sys
import traceback


class Skip(Exception):
    """The reason why a test cannot run here."""


def need(program):
    if shutil.which(program) is None:
        raise Skip(f"{program} is not installed")


def run(*command, **options):
    """Runs a command that has to succeed and be silent on standard error; returns its standard output."""
    done = subprocess.run([str(word) for word in command], capture_output=True, encoding="utf-8", check=False, **options)
    assert done.returncode == 0, f"{command[0]} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
    assert not done.stderr, f"{command[0]} complained:\n{done.stderr}"
    return done.stdout


def main(room, tests):
    """Runs all test functions among `tests`, a module's globals()."""
    functions = [(name, function) for name, function in tests.items() if name.startswith("test_")]
    failed = False
    print("TAP version 13")
    print(f"1..{len(functions)}")
    for number, (name, function) in enumerate(functions, 1):
        path = f"/{room}/{name.removeprefix('test_').replace('_', '-')}"
        try:
            function()
            print(f"ok {number} {path}")
        except Skip as reason:
            print(f"ok {number} {path} # SKIP {reason}")
        except Exception:  # pylint: disable=broad-except  # whatever it is, the next test still runs
            failed = True
            print(f"not ok {number} {path}")
            traceback.print_exc()  # to standard error, which is what Meson shows of a failed test
        sys.stdout.flush()
    sys.exit(failed)
