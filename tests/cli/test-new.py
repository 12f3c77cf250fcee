# SPDX-License-Identifier: GPL-3.0-or-later
import json
import re

from cli import Folder, bad, good
from tap import main


def test_an_empty_plan():
    plan = good("new", "-o", "-")
    assert re.fullmatch(r'<\?xml version="1.0" encoding="UTF-8"\?>\n'
                        r'<plan xmlns="urn:waymark:plan:1" format="1.0" id="[0-9a-f-]{36}"/?>(\n</plan>)?\n', plan), plan
    assert good("validate", "-", stdin=plan) == ""


def test_a_title_is_cleaned():
    shape = json.loads(good("info", "--json", "-", stdin=good("new", "--title", " A\v\n<b>& ü ", "-o", "-")))
    assert shape["title"] == "A <b>& ü"


def test_each_template_makes_a_sound_plan():
    listed = re.findall(r"^([a-z-]+)\t.+\n\t.+\.$", good("new", "--list"), re.M)
    assert len(listed) >= 5
    for template in listed:
        first, second = (good("new", "--template", template, "-o", "-") for _ in range(2))
        assert good("validate", "-", stdin=first) == ""
        assert json.loads(good("info", "--json", "-", stdin=first))["span"]["from"] == "2026-11-01"
        ids = [set(re.findall(r'"([0-9a-f]{8}-[0-9a-f-]{27})"', plan)) for plan in (first, second)]
        assert not ids[0] & ids[1]


def test_an_empty_plan_does_not_replace_a_full_one():
    with Folder() as folder:
        full, empty = folder.write("full.waymark"), folder.write("empty.waymark", good("new", "-o", "-"))
        other = folder.write("other.txt", "no plan at all")
        for path in (full, other):
            before = path.read_bytes()
            bad(3, "empty plan", "new", "-o", path)
            bad(3, "empty plan", "edit", empty, "-o", path, stdin="")
            assert path.read_bytes() == before
        good("new", "--title", "Again", "-o", empty)
        good("new", "--template", good("new", "--list").split("\t")[0], "-o", full)
        # Who removes all by name means it
        good("edit", folder.write("own.waymark"), "-o", folder.path / "own.waymark",
             stdin="remove goal 11111111-1111-4111-8111-111111111111\n")
        assert "<goal" not in (folder.path / "own.waymark").read_text()


def test_what_is_wrong_writes_nothing():
    with Folder() as folder:
        out = folder.path / "out.waymark"
        bad(1, "“pirate”", "new", "--template", "pirate", "-o", out)
        bad(2, "-o", "new", "--title", "x")
        bad(2, "“out.waymark”", "new", "out.waymark")
        bad(3, "no/out.waymark", "new", "-o", folder.path / "no/out.waymark")
        assert folder.names() == []


main("cli/new", globals())
