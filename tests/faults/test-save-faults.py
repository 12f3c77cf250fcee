# SPDX-License-Identifier: GPL-3.0-or-later
"""Each call of a save goes wrong in each way, in places of each kind; nothing is lost and nothing is said that is not so."""
import concurrent.futures
import itertools
import os
import subprocess

from save_runs import NEW, NOBODY, OLD, TEMPORARY, THOROUGH, Place, choose_seed, make_plan
from tap import main

ACTIONS = ("kill", "ENOSPC", "EIO", "EDQUOT", "EINTR", "short")
SPANS = ("once", "on")
SAMPLE = 300
WRITES = os.O_WRONLY | os.O_RDWR
IS_ROOT = os.geteuid() == 0


class Plain(Place):
    pass


class SymbolicLink(Place):
    def furnish(self):
        (self.folder / "elsewhere").mkdir()
        self.put(self.folder / "elsewhere/plan.waymark", 0o640)
        self.target.symlink_to("elsewhere/plan.waymark")

    def check_content(self, found):
        super().check_content(found)
        assert self.target.is_symlink()


class HardLink(Place):
    must_fail = True

    def furnish(self):
        super().furnish()
        os.link(self.target, self.folder / "other-name.waymark")

    def check_content(self, found):
        super().check_content(found)
        assert self.target.samefile(self.folder / "other-name.waymark")


class OfAPerson(Place):
    """Root may do all; so it is nobody who saves."""

    def furnish(self):
        super().furnish()
        self.root.chmod(0o777)
        if IS_ROOT:
            os.chown(self.folder, NOBODY, NOBODY)
            self.options = ["--user", str(NOBODY)]


class ReadOnly(OfAPerson):
    must_fail = True

    def furnish(self):
        super().furnish()
        self.target.chmod(0o440)
        if IS_ROOT:
            os.chown(self.target, NOBODY, NOBODY)

    def check_content(self, found):
        assert found == OLD


class OtherOwner(OfAPerson):
    """Anybody may write it. Who is not root cannot make such a file, and the shim says that it is one."""

    must_fail = True
    lacks = "" if IS_ROOT else "owner"

    def furnish(self):
        super().furnish()
        self.target.chmod(0o666)

    def check_content(self, found):
        assert found == OLD
        assert self.target.stat().st_uid == os.geteuid() and self.target.stat().st_mode & 0o777 == 0o666


class Full(Place):
    """A small file system that is full, or where none may be mounted a bound on the size of files."""

    must_fail = True
    mounts = IS_ROOT

    def furnish(self):
        size = f"size={(len(OLD) * 3 // 2) // 4096 * 4096}"
        if self.mounts:
            self.mounts = subprocess.run(["mount", "-t", "tmpfs", "-o", size, "none", self.folder], check=False).returncode == 0
        if not self.mounts:
            self.options = ["--limit", str(len(OLD) // 2)]
        super().furnish()

    def remove(self):
        if self.mounts:
            subprocess.run(["umount", self.folder], check=True)
        super().remove()


class Missing(Place):
    must_fail = True
    existed = False

    def furnish(self):
        self.folder.rmdir()

    def check_content(self, found):
        assert found is None and not self.folder.exists()


class Poor(Place):
    lacks = "xattr nameless exchange"


PLACES = (Plain, SymbolicLink, HardLink, ReadOnly, OtherOwner, Full, Missing, Poor)


def check_writes(place, outcome):
    """No file but the named one and ours is opened to be written."""
    for call in outcome.calls:
        if call.name != "open" or call.value & os.O_ACCMODE == 0 or not call.value & WRITES:
            continue
        is_nameless = call.value & os.O_TMPFILE == os.O_TMPFILE
        is_ours = call.first.startswith((f"{place.data}/", f"{place.state}/"))
        folder, name = os.path.split(call.first)
        is_temporary = folder == os.path.dirname(os.path.realpath(place.target)) and TEMPORARY.fullmatch(name)
        assert is_nameless or is_ours or is_temporary, f"opens {call.first} for writing"


def check_beside(place, outcome, number):
    """Nothing is left but what the next save removes, and that only where the program could not."""
    added = set(place.names()) - place.before
    in_data = {str(path) for path in place.data.rglob(".*")}
    could_not = outcome.is_killed or any(call.name == "unlink" and call.result < 0 and call.number >= number for call in outcome.calls)
    assert all(TEMPORARY.fullmatch(os.path.basename(name)) for name in added | in_data), f"left {added | in_data}"
    assert could_not or not (added or in_data), f"left {added | in_data}"
    if not (added or in_data) or place.must_fail:
        return

    for name in [place.folder / name for name in added] + list(in_data):
        os.utime(name, (0, 0))
    again = place.save(title="Newer")
    assert again.is_saved, again.message
    left = (set(place.names()) - place.before) | ({str(path) for path in place.data.rglob(".*")})
    assert not left, f"the next save left {left}"


def check(place, outcome, number):
    found = place.target.read_bytes() if place.target.exists() else None
    place.check_content(found)
    if outcome.is_saved:
        assert found == NEW, "said to be saved, and has the old content"
        assert not place.must_fail, "saved where it must be refused"
        assert not outcome.is_modified
        assert outcome.unkept or [path.read_bytes() for path in place.versions_kept()] == [OLD], "the old version is neither kept nor missed"
    elif outcome.is_saved is False:
        assert found in (OLD, None), "said to have failed, and has the new content"
        assert outcome.is_modified, "failed, and the document is clean"
        assert str(place.target.name) in outcome.message and outcome.message.count(".") >= 2, f"says only: {outcome.message}"
    check_writes(place, outcome)
    check_beside(place, outcome, number)


def count_calls(kind):
    with kind() as place:
        outcome = place.save()
        assert outcome.is_saved is not kind.must_fail, outcome.message
        check(place, outcome, 0)
        return outcome.calls


def run_one(kind, number, action, span):
    with kind() as place:
        try:
            check(place, place.save(f"{number}:{action}:{span}"), number)
        except Exception as error:  # pylint: disable=broad-except  # a run that hangs is a finding like any other
            return f"{kind.__name__}, call {number}: {action} {span}: {error}"
    return None


def test_each_call_fails():
    everything = [(kind, number, action, span) for kind in PLACES for number in range(1, len(count_calls(kind)) + 1)
                  for action, span in itertools.product(ACTIONS, SPANS)]
    runs = everything if THOROUGH else choose_seed().sample(everything, SAMPLE)
    if not Full.mounts:
        print("# full: nothing may be mounted here, so files are bounded instead")
    if not IS_ROOT:
        print("# other owner: said by the shim, for only root can make such a file")

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        findings = [finding for finding in pool.map(lambda run: run_one(*run), runs) if finding]
    print(f"# {len(runs)} of {len(everything)} runs, {len(findings)} findings")
    assert not findings, "\n".join(findings)


def test_damage_is_noticed():
    """A bit that is not what was written, on its way to the disk or back, is no success."""
    noticed = 0
    for call in count_calls(Plain):
        is_of_old = call.name == "pread" and TEMPORARY.fullmatch(os.path.basename(call.at))
        is_of_plan = not is_of_old and "/state/" not in call.at
        if call.name in ("write", "pread") and call.result > 0 and is_of_plan:
            with Plain() as place:
                outcome = place.save(f"{call.number}:flip:once")
                assert not outcome.is_saved and "gives back" in outcome.message, f"{call.name} {call.number}: {outcome.message}"
                check(place, outcome, call.number)
                noticed += 1
    assert noticed >= 4, noticed


def test_damage_of_a_large_plan_is_noticed():
    """What is large is read while the rest is still being written; and no bit of it may be another."""
    large = make_plan(25_000)
    with Plain() as place:
        for path in (place.source, place.target):
            path.write_bytes(large)
        calls = place.save(title="Old").calls
        flushed = next(i for i, call in enumerate(calls) if call.name == "fsync")
        n_along = sum(call.name == "pread" and call.result > 0 for call in calls[:flushed])
        assert n_along > 1, f"{n_along} pieces are read before the flush"

        for flip in (1, n_along // 2, n_along):
            outcome = place.save(flip=flip)
            assert not outcome.is_saved and "gives back" in outcome.message, f"pread {flip}: {outcome.message}"
            assert place.target.read_bytes() == large
            check_beside(place, outcome, 0)


def test_bad_ways_to_save_are_found():
    """The same checks, of a program that saves as one should not."""
    found = 0
    for number, action in itertools.product(range(1, 12), ("kill", "ENOSPC", "short")):
        with Plain() as place:
            try:
                check(place, place.save(f"{number}:{action}:on", badly="over"), number)
            except AssertionError:
                found += 1
    print(f"# {found} findings in 33 runs of a program that writes straight over the file")
    assert found > 10


main("faults/save", globals())
