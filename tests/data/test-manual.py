#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the manual page and the README list is what there is: verbs, options, commands, packages.
#
# usage: test-manual.py SOURCE BUILD
import pathlib
import re
import sys

from tap import main, run

SOURCE, BUILD = (pathlib.Path(path) for path in sys.argv[1:3])
PAGE = (SOURCE / "resources/man/waymark-cli.1").read_text(encoding="utf-8")

# Every verb has them; the page names them once, before the verbs.
COMMON = {"--help", "--quiet"}


def help_of(*words):
    return run(BUILD / "src/cli/waymark-cli", *words, "--help")


def verbs_in_help():
    return set(re.findall(r"^  ([a-z]+)\b", help_of(), re.MULTILINE))


def section(verb):
    return re.search(rf"^\.Ss {verb}\n(.*?)(?=^\.S[sh] )", PAGE, re.MULTILINE | re.DOTALL).group(1)


def options_in_help(verb):
    return set(re.findall(r"(?<![\w-])(--[a-z][a-z-]*|-o)\b", help_of(verb))) - COMMON


def options_in_page(verb):
    """The mdoc macro Fl writes the first dash itself"""
    return {f"-{name}" for name in re.findall(r"\bFl (-?[a-z][a-z-]*)", section(verb))} - COMMON


def test_verbs_agree():
    in_page = set(re.findall(r"^\.Ss (\w+)$", PAGE, re.MULTILINE))
    assert in_page == verbs_in_help(), in_page ^ verbs_in_help()


def test_options_agree():
    for verb in verbs_in_help():
        assert options_in_page(verb) == options_in_help(verb), (verb, options_in_page(verb) ^ options_in_help(verb))


def test_commands_of_edit_scripts_agree():
    page = PAGE[PAGE.index(".Sh EDIT SCRIPTS"):PAGE.index(".Sh ENVIRONMENT")]
    in_page = set(re.findall(r"^\.It Cm ([a-z-]+)", page, re.MULTILINE))
    table = (SOURCE / "src/edit/way-script-commands.c").read_text(encoding="utf-8")
    assert in_page == set(re.findall(r'^  (?:ADD|DO|STEP) \("([a-z-]+)"', table, re.MULTILINE))


def test_environment_is_described():
    sources = "".join(path.read_text(encoding="utf-8") for path in (SOURCE / "src").rglob("*.c"))
    for name in set(re.findall(r'"((?:WAYMARK|SOURCE)_[A-Z_]+)"', sources)):
        assert name in PAGE, name


def test_every_package_has_its_reason():
    readme = (SOURCE / "README.md").read_text(encoding="utf-8")
    reasons = readme[readme.index("## What Waymark needs"):]
    packages = re.findall(r"^\w+_packages=\((.*?)\)", (SOURCE / "dev").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert packages
    for package in " ".join(packages).split():
        assert re.search(rf"(?<![\w-]){re.escape(package)}(?![\w-])", reasons), package


main("data/manual", globals())
