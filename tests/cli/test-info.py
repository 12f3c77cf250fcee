# SPDX-License-Identifier: GPL-3.0-or-later
import json
import xml.etree.ElementTree as ElementTree

from cli import EXAMPLES, PLAN, Folder, bad, good
from tap import main

KINDS = ["goal", "milestone", "dependency", "person", "credential", "activity", "review", "comment", "link"]
STATUSES = ["planned", "active", "waiting", "done", "missed", "dropped"]
GOAL_STATUSES = ["idea", "committed", "active", "paused", "achieved", "dropped"]


def count(plan, kind, attribute=None, word=None, default=None):
    elements = ElementTree.parse(plan).getroot().findall(f"{{urn:waymark:plan:1}}{kind}")
    return sum(attribute is None or element.get(attribute, default) == word for element in elements)


def test_json_has_its_shape():
    for plan in EXAMPLES:
        shape = json.loads(good("info", "--json", plan))
        assert list(shape) == ["title", "owner", "format", "span", "counts", "statuses", "goal-statuses"]
        assert list(shape["span"]) == ["from", "to"]
        assert shape["format"] == "1.0"
        assert shape["counts"] == {kind: count(plan, kind) for kind in KINDS}
        assert shape["statuses"] == {word: count(plan, "milestone", "status", word, "planned") for word in STATUSES}
        assert shape["goal-statuses"] == {word: count(plan, "goal", "status", word, "committed")
                                          for word in GOAL_STATUSES}


def test_json_of_an_empty_plan():
    empty = PLAN[:PLAN.index("  <title>")] + "</plan>\n"
    shape = json.loads(good("info", "--json", "-", stdin=empty))
    assert shape["title"] is None and shape["owner"] is None
    assert shape["span"] == {"from": None, "to": None}
    assert set(shape["counts"].values()) == {0}


def test_span_is_that_of_partial_dates():
    script = "add-milestone title=A start=2027-02\nadd-goal title=B start=2026-05-04 due=2029\n"
    with Folder() as folder:
        plan = good("edit", folder.write("plan.waymark"), stdin=script)
    assert json.loads(good("info", "--json", "-", stdin=plan))["span"] == {"from": "2026-05-04", "to": "2029-12-31"}


def test_text_says_the_same():
    text = good("info", "-", stdin=PLAN)
    assert "Title: My way\n" in text
    assert "  Goal: 1\n" in text
    assert "Owner" not in text and "From" not in text


def test_broken_plan_is_not_told_about():
    done = bad(3, "standard input:", "info", "-", stdin="<plan")
    assert done.err.startswith("waymark-cli: ")
    assert done.err.count("\n") == 1, done


main("cli/info", globals())
