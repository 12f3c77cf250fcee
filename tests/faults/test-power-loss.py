# SPDX-License-Identifier: GPL-3.0-or-later
"""The power goes during a save: whatever the disk has done by then with what was not flushed, there is a whole plan.

A save is run once and written down. From that the states are made that a disk may be in when the power goes after any of its
calls: what was not flushed may be there or not, in any order and in pieces, sizes may be there before bytes, and names before
what they are names of. What is kept of names is a beginning of what was done, or, in a file system that promises nothing, any
part of it.
"""
import itertools
import os

from save_runs import NEW, OLD, THOROUGH, Place, choose_seed
from tap import main

STATES = 10_000 if THOROUGH else 500
BLOCK = 4096


class Inode:
    """A file: what is surely on the disk, and the writes since."""

    def __init__(self, content=b""):
        self.content = content
        self.pending = []  # of (offset, bytes)

    def write(self, offset, data):
        """In blocks, each of which reaches the disk or not."""
        while data:
            length = BLOCK - offset % BLOCK
            self.pending.append((offset, data[:length]))
            offset, data = offset + len(data[:length]), data[length:]

    @staticmethod
    def put(content, offset, data):
        content = content.ljust(offset, b"\0")
        return content[:offset] + data + content[offset + len(data):]

    def flush(self):
        for offset, data in self.pending:
            self.content = self.put(self.content, offset, data)
        self.pending = []

    def after_power_loss(self, chance):
        """Any of the blocks, and any size between the one on the disk and the one that was written."""
        if not self.pending:
            return self.content
        content, end = self.content, max(offset + len(data) for offset, data in self.pending)
        likelihood = chance.choice((0, 0.1, 0.5, 0.9, 1))
        for offset, data in chance.sample(self.pending, len(self.pending)):
            if chance.random() < likelihood:
                content = self.put(content, offset, data)
        if chance.random() < 0.5:
            content = content.ljust(end, b"\0")
        return content


class Disk:
    """Files by name and number, and what was done to names since their folder was last flushed."""

    def __init__(self, target):
        self.names = {str(target): 0}
        self.inodes = {0: Inode(OLD)}
        self.undone = []  # functions that change names

    def change(self, function):
        self.undone.append(function)

    def flush_names(self):
        for function in self.undone:
            function(self.names)
        self.undone = []

    def names_after_power_loss(self, chance):
        names = dict(self.names)
        if chance.random() < 0.5:
            kept = self.undone[:chance.randrange(len(self.undone) + 1)]
        else:
            kept = [function for function in self.undone if chance.random() < 0.5]
        for function in kept:
            function(names)
        return names

    def read_after_power_loss(self, target, chance):
        inode = self.names_after_power_loss(chance).get(str(target))
        return None if inode is None else self.inodes[inode].after_power_loss(chance)


def link(inode, path):
    def change(names):
        names[path] = inode
    return change


def rename(source, target):
    def change(names):
        if source in names:
            names[target] = names.pop(source)
    return change


def exchange(source, target):
    def change(names):
        if source in names and target in names:
            names[source], names[target] = names[target], names[source]
    return change


def unlink(path):
    def change(names):
        names.pop(path, None)
    return change


class Replay:
    """Does again on a disk of its own what a save has done, call by call."""

    def __init__(self, place, outcome):
        self.disk = Disk(place.target)
        self.target = str(place.target)
        self.folder = str(place.target.parent)
        self.old_inode = place.inode
        self.calls = outcome.calls
        self.written = outcome.written

    def inode_of(self, number):
        return 0 if number == self.old_inode else number

    def on_open(self, call):
        inode = self.inode_of(call.inode)
        is_folder = call.value & os.O_TMPFILE == os.O_TMPFILE
        if call.result < 0 or not call.value & (os.O_WRONLY | os.O_RDWR):
            return
        if is_folder or call.value & os.O_CREAT:
            self.disk.inodes.setdefault(inode, Inode())
        if not is_folder and call.value & os.O_CREAT:
            self.disk.change(link(inode, call.first))
        if call.value & os.O_TRUNC:
            self.disk.inodes[inode] = Inode()

    def on_write(self, call):
        if call.result > 0:
            data, self.written = self.written[:call.result], self.written[call.result:]
            self.disk.inodes[self.inode_of(call.inode)].write(call.value, data)

    def on_fsync(self, call):
        if call.result != 0:
            return
        if call.at == self.folder:
            self.disk.flush_names()
        elif self.inode_of(call.inode) in self.disk.inodes:
            self.disk.inodes[self.inode_of(call.inode)].flush()

    on_fdatasync = on_fsync

    def on_linkat(self, call):
        if call.result == 0:
            self.disk.change(link(self.inode_of(call.value), call.second))

    def on_rename(self, call):
        if call.result == 0:
            self.disk.change(rename(call.first, call.second))

    def on_renameat2(self, call):
        if call.result == 0:
            self.disk.change(exchange(call.first, call.second))

    def on_unlink(self, call):
        if call.result == 0:
            self.disk.change(unlink(call.first))

    def run(self, n_calls):
        for call in self.calls[:n_calls]:
            getattr(self, f"on_{call.name}", lambda _: None)(call)
        return self.disk


def record(lacks="", versions=3, badly=None):
    """Runs a save, and checks that the replay of all of it is what is there."""
    with Place() as place:
        place.lacks, place.versions = lacks, versions
        place.inode = place.target.stat().st_ino
        outcome = place.save(badly=badly)
        assert outcome.is_saved
        disk = Replay(place, outcome).run(len(outcome.calls))
        disk.flush_names()
        inode = disk.inodes[disk.names[str(place.target)]]
        inode.flush()
        assert inode.content == place.target.read_bytes(), "the replay is not what has happened"
        return place, outcome


def count_losses(place, outcome, n_states, chance):
    """In how many of so many states the plan is neither the old nor the new one, or not the new one though it was said to be saved."""
    losses = []
    everywhere = range(len(outcome.calls) + 1)
    decisive = [i for i in everywhere if outcome.calls[i - 1].name in ("fsync", "linkat", "rename", "renameat2", "unlink", "close")]
    for _ in range(n_states):
        cut = chance.choice(chance.choice((everywhere, decisive)))
        found = Replay(place, outcome).run(cut).read_after_power_loss(place.target, chance)
        if found not in (OLD, NEW) or (cut == len(outcome.calls) and found != NEW):
            losses.append(f"after call {cut}, {outcome.calls[cut - 1].name}: {'no file' if found is None else f'{len(found)} bytes'}")
    return losses


def test_there_is_a_whole_plan():
    chance = choose_seed()
    manners = [record(lacks, versions) for lacks, versions in itertools.product(("", "nameless", "exchange", "xattr nameless exchange"), (0, 3))]
    losses = []
    for place, outcome in manners:
        losses += count_losses(place, outcome, -(-STATES // len(manners)), chance)
    print(f"# {STATES} states of {len(manners)} kinds of saves, {len(losses)} losses")
    assert not losses, "\n".join(losses)


def test_bad_ways_to_save_are_found():
    chance = choose_seed()
    for badly in ("over", "unflushed"):
        losses = count_losses(*record(versions=0, badly=badly), 500, chance)
        print(f"# {badly}: {len(losses)} losses in 500 states")
        assert len(losses) > 20


main("faults/power-loss", globals())
