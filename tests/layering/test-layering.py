#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The rooms stand upon one another as the architecture says: what a room must not know does not compile in it.
#
# usage: test-layering.py SOURCE BUILD
import json
import pathlib
import re
import shlex
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "data"))

from tap import main, need, run  # noqa: E402

SOURCE, BUILD = (pathlib.Path(path) for path in sys.argv[1:3])

# What each room may include besides itself
ROOMS = {
    "base": set(),
    "model": {"base"},
    "edit": {"base", "model"},
    "analysis": {"base", "model"},
    "store/files": {"base", "model"},
    "guide": {"base", "model", "edit"},
    "exchange": {"base", "model"},
    "merge": {"base", "model", "edit"},
    "timeline": {"base", "model"},
}
ROOMS["store/plan"] = ROOMS["store/files"] | {"store/files"}
ROOMS["store/journal"] = ROOMS["store/salvage"] = ROOMS["store/plan"] | {"store/plan"}
ROOMS["store/apart"] = ROOMS["store/salvage"] | {"store/salvage"}
STORE = {"store/files", "store/plan", "store/journal", "store/salvage", "store/apart"}
ROOMS["thumbnailer"] = {"base", "model", "timeline"} | STORE
ROOMS["reader"] = {"base", "model"} | STORE
ROOMS["document"] = {"base", "model", "edit", "analysis", "guide", "exchange", "merge", "timeline"} | STORE
ROOMS["print"] = {"base", "model", "analysis", "timeline"}
ROOMS["cli"] = ROOMS["document"] | {"document", "print"}
ROOMS["app/parts"] = ROOMS["cli"]
ROOMS["app/fields"] = ROOMS["app/parts"] | {"app/parts"}
VIEWS = {"app/canvas", "app/outline", "app/inspector", "app/printing"}
ROOMS |= {view: ROOMS["app/fields"] | {"app/fields"} for view in VIEWS}
ROOMS["app"] = ROOMS["app/fields"] | {"app/fields"} | VIEWS
WINDOWED = VIEWS | {"app", "app/parts", "app/fields"}

# A header of each library that not all may use, and the rooms that may
LIBRARIES = {
    "libxml/tree.h": {"store/plan", "store/apart", "guide", "exchange"},
    "libical/ical.h": {"exchange"},
    "json-glib/json-glib.h": {"exchange", "cli"},
    "seccomp.h": {"store/apart"},
    "xxhash.h": {"store/files", "store/journal"},
    "gtk/gtk.h": WINDOWED,
    "gdk/gdk.h": WINDOWED,
    "adwaita.h": WINDOWED,
}

# As gcc and as clang say it
NOT_FOUND = re.compile(r"No such file|file not found")

TOOLKIT = re.compile(r"\blib(gtk|gdk|adwaita|gsk)[-_0-9.]*\.so")


def room_of(path):
    return path.parent.relative_to(SOURCE / "src").as_posix()


def headers(room):
    return sorted((SOURCE / "src" / room).glob("*.h"))


def sources():
    return sorted(path for room in ROOMS for path in (SOURCE / "src" / room).glob("*.[ch]"))


def includes(path):
    return re.findall(r'^\s*#\s*include\s+[<"]([^>"]+)', path.read_text(encoding="utf-8"), re.MULTILINE)


def commands():
    """For each room, how its files are compiled, up to their names; what any of them may include, all may"""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        path = (pathlib.Path(entry["directory"]) / entry["file"]).resolve()
        if path.suffix == ".c" and SOURCE / "src" in path.parents:
            compiler, *words = (word for word in shlex.split(entry["command"]) if not word.endswith("ccache"))
            flags = [word for word in words if word.startswith(("-I", "-D", "-std", "-pthread"))]
            command = found.setdefault(room_of(path), [compiler])
            command.extend(flag for flag in flags if flag not in command)
    return found


COMMANDS = commands()


def compiles(room, *names):
    """Whether a file of the room may include all of these headers"""
    text = "".join(f'#include "{name}"\n' for name in names)
    done = subprocess.run([*COMMANDS[room], "-fsyntax-only", "-x", "c", "-"], input=text,
                          cwd=BUILD, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0 or NOT_FOUND.search(done.stderr), done.stderr
    return done.returncode == 0


def test_all_rooms_are_known():
    assert {room_of(path) for path in (SOURCE / "src").rglob("*.c")} == set(ROOMS)
    assert set(COMMANDS) == set(ROOMS)


def test_allowed_rooms_compile():
    for room, allowed in ROOMS.items():
        names = [header.name for other in sorted(allowed | {room}) for header in headers(other)[:1]]
        assert compiles(room, *names), f"{room} should be able to include {names}"


def test_forbidden_rooms_do_not_compile():
    for room, allowed in ROOMS.items():
        for other in ROOMS.keys() - allowed - {room}:
            for header in headers(other)[:1]:
                assert not compiles(room, header.name), f"{room} is able to include {header.name} of {other}"


def test_libraries_compile_only_where_they_belong():
    for library, allowed in LIBRARIES.items():
        # What lies in the compiler's own folder is there for all; for that, the next test looks at the text.
        if not pathlib.Path("/usr/include", library).exists():
            for room in ROOMS.keys() - WINDOWED:
                assert compiles(room, library) == (room in allowed), f"{room} and <{library}>"


def test_libraries_are_included_only_where_they_belong():
    for path in sources():
        for name in includes(path):
            for library, allowed in LIBRARIES.items():
                is_of_it = name.split("/")[0] == library.split("/")[0]
                assert not is_of_it or room_of(path) in allowed, f"{path} includes <{name}>"


def test_public_headers_show_no_parser():
    for path in sources():
        if path.suffix == ".h":
            for name in re.findall(r"\b(xml\w+Ptr|xmlNode|xmlDoc|icalcomponent|JsonNode|JsonObject)\b", path.read_text("utf-8")):
                raise AssertionError(f"{path} shows {name}")


def test_no_include_climbs_out_of_its_room():
    for path in [*sources(), *(SOURCE / "tests").glob("**/*.[ch]")]:
        climbing = [name for name in includes(path) if ".." in pathlib.PurePath(name).parts]
        assert not climbing, f"{path} includes {climbing}"


def proves(code, header):
    """Whether the compiler has seen already that the header stands on its own: its file includes it first"""
    return code.exists() and [name for name in includes(code) if name != "config.h"][0] == header.name


def test_headers_stand_on_their_own():
    for room in ROOMS:
        for header in headers(room):
            assert proves(header.with_suffix(".c"), header) or compiles(room, header.name), header


def test_the_command_line_and_the_core_tests_link_no_toolkit():
    need("ldd")
    programs = {BUILD / "src/cli/waymark-cli", BUILD / "src/cli/waymark-draw"}
    for test in json.loads(run("meson", "introspect", "--tests", BUILD)):
        program = pathlib.Path(test["cmd"][0])
        if BUILD in program.parents and not {"app", "ui"} & set(" ".join(test["suite"]).replace(":", " ").split()):
            programs.add(program)
    assert len(programs) > 10
    for program in programs:
        assert not TOOLKIT.search(run("ldd", program)), f"{program} links the toolkit"


def test_of_the_command_line_only_the_program_that_draws_links_what_draws():
    need("ldd")
    assert "libcairo" not in run("ldd", BUILD / "src/cli/waymark-cli")
    assert "libcairo" in run("ldd", BUILD / "src/cli/waymark-draw")


def test_the_window_does_link_the_toolkit():
    assert TOOLKIT.search(run("ldd", BUILD / "src/app/waymark"))


main("layering", globals())
