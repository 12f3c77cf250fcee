# SPDX-License-Identifier: GPL-3.0-or-later
#
# Saves a plan once in a place of a certain kind, with the shim in between, and tells what became of it.
# Usage of a test that needs this: test-NAME.py SOURCE SAVE-ONCE SHIM
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(sys.argv[1])
SAVE_ONCE = str(pathlib.Path(sys.argv[2]).resolve())
SHIM = str(pathlib.Path(sys.argv[3]).resolve())
THOROUGH = os.environ.get("WAYMARK_THOROUGH") == "1"

sys.path.insert(0, str(SOURCE / "tests/data"))

TEMPORARY = re.compile(r"\.waymark-[0-9a-f]{8}")
PLAN_ID = "6f0c1234-5678-4abc-9def-0123456789ab"
NOBODY = 65534


def choose_seed():
    """Printed, so that a run can be repeated with WAYMARK_SEED."""
    seed = int(os.environ.get("WAYMARK_SEED", random.SystemRandom().randrange(1 << 31)))
    print(f"# WAYMARK_SEED={seed}")
    return random.Random(seed)


def make_plan(milestones=700):
    """Large enough to be written in several pieces."""
    goal = "11111111-1111-4111-8111-111111111111"
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<plan xmlns="urn:waymark:plan:1" format="1.0" id="{PLAN_ID}">',
             "  <title>Old</title>", f'  <goal id="{goal}" rank="a0">', "    <title>One goal</title>", "  </goal>"]
    for i in range(milestones):
        lines += [f'  <milestone id="22222222-2222-4222-8222-{i:012x}" goal="{goal}" start="2027-01">',
                  f"    <title>Milestone of the number {i}, with some words about it</title>", "  </milestone>"]
    return "\n".join([*lines, "</plan>", ""]).encode()


OLD = make_plan()
NEW = OLD.replace(b"<title>Old</title>", b"<title>New</title>")


class Call:
    """A line of the shim's log."""

    def __init__(self, line):
        number, self.name, result, errno, inode, self.at, self.first, self.second, value, length = line.split("\t")
        self.number, self.result, self.errno, self.inode = int(number), int(result), int(errno), int(inode)
        self.value, self.length = int(value), int(length)


class Place:
    """A folder to save in, with what a person has there, and what has to be true afterwards."""

    must_fail = False
    existed = True
    lacks = ""
    versions = 3

    def __init__(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="waymark-faults-"))
        self.folder = self.root / "folder"
        self.folder.mkdir()
        self.data, self.state = self.root / "data", self.root / "state"
        self.source = self.root / "source.waymark"
        self.source.write_bytes(OLD)
        self.target = self.folder / "plan.waymark"
        self.options = []
        self.furnish()
        self.before = set(self.names())

    def furnish(self):
        self.put(self.target, 0o640)

    def put(self, path, mode):
        path.write_bytes(OLD)
        path.chmod(mode)

    def names(self):
        return [str(path.relative_to(self.folder)) for path in self.folder.rglob("*")] if self.folder.exists() else []

    def remove(self):
        shutil.rmtree(self.root)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.remove()

    def versions_kept(self):
        return [path for path in self.data.rglob("*.waymark") if not TEMPORARY.fullmatch(path.name)]

    def check_content(self, found):
        assert found in (OLD, NEW), f"the file has {len(found)} bytes that are neither the old nor the new ones"
        assert self.target.stat().st_mode & 0o777 == 0o640, oct(self.target.stat().st_mode)

    def save(self, fault=None, title="New", badly=None, flip=None):
        log, data = self.root / "log", self.root / "written"
        for path in (log, data):
            path.unlink(missing_ok=True)
        environment = dict(os.environ, LD_PRELOAD=SHIM, FAULT_SHIM_LOG=str(log), FAULT_SHIM_DATA=str(data), FAULT_SHIM_LACKS=self.lacks,
                           XDG_DATA_HOME=str(self.data), XDG_STATE_HOME=str(self.state), LC_ALL="C.UTF-8")
        if fault is not None:
            environment["FAULT_SHIM_FAULT"] = fault
        if flip is not None:
            environment["FAULT_SHIM_FLIP"] = str(flip)
        manner = [] if badly is None else ["--badly", badly]
        done = subprocess.run([SAVE_ONCE, *self.options, *manner, "--versions", str(self.versions), self.source, self.target, title],
                              env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False)
        calls = [Call(line) for line in log.read_text().splitlines()] if log.exists() else []
        return Outcome(done, calls, data.read_bytes() if data.exists() else b"")


class Outcome:
    """What the program said, and what it did."""

    def __init__(self, done, calls, written):
        self.is_killed = done.returncode == -9
        self.calls = calls
        self.written = written
        self.is_saved = None
        if not self.is_killed:
            assert done.returncode == 0, f"ended with {done.returncode}: {done.stderr}"
            word, modified, self.message, self.unkept = done.stdout.rstrip("\n").split("\t")
            self.is_saved, self.is_modified = word == "saved", modified == "1"
