# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program, and what tests of it need: usage of a test: test-NAME.py SOURCE PROGRAM
import os
import pathlib
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(sys.argv[1])
PROGRAM = str(pathlib.Path(sys.argv[2]).resolve())
EXAMPLES = sorted((SOURCE / "resources/examples").glob("*.waymark"))
EXAMPLE = SOURCE / "resources/examples/ward-nurse-to-nurse-practitioner.waymark"

sys.path.insert(0, str(SOURCE / "tests/data"))

PLAN = """<?xml version="1.0" encoding="UTF-8"?>
<plan xmlns="urn:waymark:plan:1" format="1.0" id="6f0c1234-5678-4abc-9def-0123456789ab">
  <title>My way</title>
  <goal id="11111111-1111-4111-8111-111111111111" rank="a1">
    <title>One goal</title>
  </goal>
</plan>
"""


class Folder:
    """A folder for one test, which is gone afterwards; `with Folder() as folder`."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="waymark-cli-")
        self.path = pathlib.Path(self.temporary.name)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.temporary.cleanup()

    def write(self, name, content=PLAN):
        path = self.path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def names(self):
        return sorted(os.listdir(self.path))


class Done:
    """What a run of the program came to."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out
        self.err = err

    def __repr__(self):
        return f"exit code {self.code}\n--- standard output\n{self.out}\n--- standard error\n{self.err}"


def cli(*words, stdin="", cwd=None, **environment):
    """Runs the program; text where it is UTF-8, bytes where it is not"""
    data = stdin if isinstance(stdin, bytes) else stdin.encode()
    run = subprocess.run([PROGRAM, *map(str, words)], input=data, capture_output=True, check=False, cwd=cwd,
                         env={**os.environ, **environment}, timeout=60)
    try:
        out = run.stdout.decode()
    except UnicodeDecodeError:
        out = run.stdout
    return Done(run.returncode, out, run.stderr.decode())


def good(*words, **options):
    """Runs it, has it succeed in silence, and returns what it printed"""
    done = cli(*words, **options)
    assert done.code == 0 and not done.err, done
    return done.out


def bad(code, part, *words, **options):
    """Runs it, has it fail with a code and words about it, and print no result"""
    done = cli(*words, **options)
    assert done.code == code, done
    assert part in done.err, done
    assert not done.out, done
    return done
