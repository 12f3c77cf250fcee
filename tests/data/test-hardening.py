#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The programs are built such that a fault is harder to use. Asked of readelf and objdump, which come with the compiler:
# hardening-check, which asks them the same, comes with fifty packages.
import json
import pathlib
import platform
import re
import sys

import tap

BUILD = pathlib.Path(sys.argv[2])
PROGRAMS = [BUILD / "src" / name for name in ("app/waymark", "cli/waymark-cli", "cli/waymark-draw", "reader/waymark-reader")]
OPTIONS = {option["name"]: option["value"] for option in json.loads((BUILD / "meson-info/intro-buildoptions.json").read_text())}


def readelf(option, program):
    return tap.run("readelf", "--wide", option, program)


def need_optimizer():
    if OPTIONS["optimization"] in ("plain", "0") or OPTIONS["b_sanitize"] != "none":
        raise tap.Skip("this build is not optimized, or watched by a sanitizer")


def need_x86():
    if platform.machine() != "x86_64":
        raise tap.Skip("looks for instructions of x86-64")


def test_the_program_lies_elsewhere_each_time():
    for program in PROGRAMS:
        assert "Type:                              DYN" in readelf("--file-header", program), program


def test_what_the_loader_has_filled_in_stays_so():
    for program in PROGRAMS:
        assert "GNU_RELRO" in readelf("--segments", program), program
        assert "BIND_NOW" in readelf("--dynamic", program), program


def test_no_memory_is_both_written_and_run():
    for program in PROGRAMS:
        segments = readelf("--segments", program).splitlines()
        stack = [line for line in segments if "GNU_STACK" in line]
        assert stack and " RW " in stack[0] and not any("RWE" in line for line in segments), program


def test_an_overrun_of_the_stack_is_noticed():
    for program in PROGRAMS:
        assert "__stack_chk_fail@" in readelf("--dyn-syms", program), program


def test_copies_know_the_size_of_where_they_go():
    need_optimizer()
    for program in PROGRAMS:
        checked = re.findall(r"__(\w+)_chk@", readelf("--dyn-syms", program))
        assert checked, program


def test_jumps_lead_to_where_they_may():
    need_x86()
    for program in PROGRAMS:
        code = tap.run("objdump", "--disassemble=main", "--no-show-raw-insn", program)
        assert "endbr64" in code.split("<main>:")[1].splitlines()[1], program


def test_a_large_frame_touches_each_page():
    need_x86()
    code = "".join(tap.run("objdump", "--disassemble", "--no-show-raw-insn", program) for program in PROGRAMS)
    assert "orq    $0x0,(%rsp)" in code


tap.main("data/hardening", globals())
