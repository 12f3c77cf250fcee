#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `meson install` into a DESTDIR gives all files, and programs that run from there.
#
# usage: test-install.py SOURCE BUILD
import difflib
import functools
import json
import os
import pathlib
import sys
import tempfile

from tap import main, run

SOURCE, BUILD = (pathlib.Path(path) for path in sys.argv[1:3])
GOLDEN = SOURCE / "tests/data/golden/installed-files.txt"
EXAMPLE = "share/waymark/examples/ward-nurse-to-nurse-practitioner.waymark"

FOLDER = tempfile.TemporaryDirectory(prefix="waymark-install-")


@functools.cache
def installed():
    """The prefix within the DESTDIR; installing happens once"""
    options = json.loads(run("meson", "introspect", "--buildoptions", BUILD))
    prefix = next(option["value"] for option in options if option["name"] == "prefix")
    run("meson", "install", "-C", BUILD, "--no-rebuild", "--quiet", "--destdir", FOLDER.name)
    return pathlib.Path(FOLDER.name, prefix.lstrip("/"))


def program(name, *arguments, **variables):
    """What an installed program prints when nothing points it into the source or the build folder"""
    clean = {variable: value for variable, value in os.environ.items()
             if variable not in ("WAYMARK_DATADIR", "WAYMARK_LIBEXECDIR", "WAYMARK_LOCALEDIR")}
    return run(installed() / "bin" / name, *arguments, env=clean | variables, cwd=FOLDER.name)


def test_the_files_are_as_listed():
    found = sorted(str(path.relative_to(installed())) for path in installed().rglob("*") if path.is_file())
    expected = GOLDEN.read_text(encoding="utf-8").splitlines()
    difference = "\n".join(difflib.unified_diff(expected, found, GOLDEN.name, "installed", lineterm=""))
    assert not difference, difference


def test_both_programs_know_their_version():
    version = json.loads(run("meson", "introspect", "--projectinfo", BUILD))["version"]
    for name in "waymark", "waymark-cli":
        assert version in program(name, "--version"), name


def test_a_plan_comes_from_a_template_and_is_drawn():
    plan = pathlib.Path(FOLDER.name, "plan.waymark")
    drawing = pathlib.Path(FOLDER.name, "plan.pdf")
    assert "blank" in program("waymark-cli", "new", "--list")
    program("waymark-cli", "new", "--template", "advanced-practice", "-o", plan)
    program("waymark-cli", "validate", plan)
    program("waymark-cli", "render", plan, "-o", drawing)
    assert drawing.read_bytes().startswith(b"%PDF-")


def test_an_example_is_there_to_open():
    assert json.loads(program("waymark-cli", "info", "--json", installed() / EXAMPLE))["counts"]["milestone"] >= 40


def test_it_speaks_german_from_there():
    english = program("waymark-cli", "--help")
    german = program("waymark-cli", "--help", LC_ALL="de_DE.UTF-8")
    assert german != english and german.startswith("Aufruf: "), german


main("data/install", globals())
