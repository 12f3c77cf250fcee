# SPDX-License-Identifier: GPL-3.0-or-later
import json

from cli import PLAN, Folder, bad, cli, good
from tap import main

ID = "6f0c1234-5678-4abc-9def-0123456789ab"
EARLIER = PLAN.replace("One goal", "A goal")


def keep(folder, name, content):
    """As a save does"""
    versions = folder.path / "data/waymark/versions" / ID
    versions.mkdir(parents=True, exist_ok=True)
    (versions / name).write_text(content)


class Kept(Folder):
    """A plan with two earlier versions, the older of which is damaged"""

    def __enter__(self):
        super().__enter__()
        self.plan = self.write("plan.waymark")
        self.home = {"XDG_DATA_HOME": str(self.path / "data"), "TZ": "UTC"}
        keep(self, "20261112T140500.000000Z.waymark", EARLIER)
        keep(self, "20261110T090000.000000Z.waymark", EARLIER[:200])
        return self


def test_lists_them_newest_first():
    with Kept() as folder:
        lines = good("versions", folder.plan, **folder.home).splitlines()
    assert lines[0] == "1\t12 November 2026, 14:05\t1 goal changed", lines
    assert lines[1].startswith("2\t10 November 2026, 09:00\tdamaged"), lines
    assert len(lines) == 2


def test_json_has_one_shape():
    with Kept() as folder:
        listed = json.loads(good("versions", "--json", folder.plan, **folder.home))
        assert list(listed) == ["versions"]
        assert listed["versions"][0] == {
            "number": 1, "saved": "2026-11-12T14:05:00Z", "bytes": len(EARLIER),
            "file": str(folder.path / "data/waymark/versions" / ID / "20261112T140500.000000Z.waymark")}
        assert [version["number"] for version in listed["versions"]] == [1, 2]


def test_restores_the_bytes():
    with Kept() as folder:
        assert good("versions", folder.plan, "--restore", 1, "-o", "-", **folder.home) == EARLIER
        new = folder.path / "new.waymark"
        good("versions", folder.plan, "--restore", 1, "-o", new, **folder.home)
        assert new.read_text() == EARLIER
        assert folder.plan.read_text() == PLAN


def test_what_is_not_there():
    with Kept() as folder:
        bad(1, "no version 3", "versions", folder.plan, "--restore", 3, "-o", "-", **folder.home)
        bad(1, "no version 0", "versions", folder.plan, "--restore", 0, "-o", "-", **folder.home)
        bad(2, "go together", "versions", folder.plan, "--restore", 1, **folder.home)
        bad(2, "go together", "versions", folder.plan, "-o", "-", **folder.home)
        bad(3, "nowhere.waymark", "versions", "nowhere.waymark")
    with Folder() as folder:
        home = {"XDG_DATA_HOME": str(folder.path)}
        bad(1, "no earlier versions", "versions", folder.write("plan.waymark"), **home)
        done = cli("versions", "--json", folder.path / "plan.waymark", **home)
        assert done.code == 1 and json.loads(done.out) == {"versions": []} and not done.err, done


main("cli/versions", globals())
