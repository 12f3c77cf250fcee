#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the compiler does not see: each file says its licence and its purpose, and stays small.
#
# usage: test-style.py SOURCE
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "data"))

from tap import main  # noqa: E402

SOURCE = pathlib.Path(sys.argv[1])
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
LONGEST = 800


def files(*patterns):
    """Files of the given kinds that are written by hand; what a tool made or a test expects lies in golden/"""
    found = []
    for folder in "src", "ui", "tests", "resources", "po":
        for pattern in patterns:
            found += (path for path in (SOURCE / folder).rglob(pattern)
                      if not {"golden", "__pycache__"} & set(path.parts))
    return sorted(found)


def code():
    return files("*.c", "*.h")


def head(path, lines):
    with path.open(encoding="utf-8") as stream:
        return "".join(line for line, _ in zip(stream, range(lines)))


def test_licence_comes_first():
    for path in files("*.[ch]", "*.py", "*.ui", "*.css", "*.svg", "*.in", "*.sh", "meson.build", "*.gschema.xml", "*.1"):
        assert SPDX in head(path, 3), path


def test_a_file_says_what_it_is_for():
    for path in code():
        if not path.name.startswith("test-"):
            assert re.match(r"/\* SPDX[^\n]*\n \*\n \* \S", head(path, 3)), path


def test_headers_are_included_once():
    for path in files("*.h"):
        text = path.read_text(encoding="utf-8")
        assert "#pragma once" in text or path.name.endswith("-table.h"), path


def test_no_file_is_too_long():
    for path in files("*.c", "*.h", "*.py", "*.ui", "*.css"):
        count = path.read_text(encoding="utf-8").count("\n")
        assert count <= LONGEST, f"{path} has {count} lines"


def test_names_follow_the_room():
    for path in (SOURCE / "src").rglob("*.[ch]"):
        assert path.name.startswith("way-") or path.name == "main.c" or path.parent.name == "cli", path


def test_numbers_are_read_and_written_without_the_locale():
    slippery = re.compile(r"\b(strtod|atof|atoi|sscanf|g_strtod|strtol)\s*\(")
    for room in "base", "model", "store", "exchange":
        for path in (SOURCE / "src" / room).glob("*.c"):
            found = slippery.search(path.read_text(encoding="utf-8"))
            assert not found, f"{path}: {found.group()}"


def test_nothing_is_left_undone():
    for path in code():
        found = re.search(r"\b(TODO|FIXME|XXX|HACK)\b", path.read_text(encoding="utf-8"))
        assert not found, f"{path}: {found.group()}"


main("layering/style", globals())
