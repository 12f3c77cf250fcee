# SPDX-License-Identifier: GPL-3.0-or-later
#
# Thumbnails as a file manager has them made: by the command of the .thumbnailer file.
#
# usage: test-thumbnailer.py SOURCE PROGRAM
import configparser
import pathlib
import shlex
import struct
import subprocess
import sys
import tempfile

from tap import main

SOURCE = pathlib.Path(sys.argv[1])
PROGRAM = pathlib.Path(sys.argv[2]).resolve()
EXAMPLE = SOURCE / "resources/examples/ward-nurse-to-nurse-practitioner.waymark"


def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.read(SOURCE / "resources/waymark.thumbnailer")
    return parser["Thumbnailer Entry"]


def thumbnail(plan, size, picture):
    """Runs what the entry says, its fields filled in as the file manager would"""
    words = shlex.split(entry()["Exec"])
    assert words[0] == PROGRAM.name == entry()["TryExec"]
    fields = {"%s": str(size), "%u": plan.as_uri(), "%o": str(picture)}
    for field, value in fields.items():
        words = [word.replace(field, value) for word in words]
    return subprocess.run([PROGRAM, *words[1:]], capture_output=True, text=True, check=False)


def try_plan(text, size=128):
    with tempfile.TemporaryDirectory(prefix="waymark-thumbnail-") as folder:
        plan, picture = pathlib.Path(folder, "a plan.waymark"), pathlib.Path(folder, "out.png")
        plan.write_bytes(text)
        done = thumbnail(plan, size, picture)
        return done, picture.read_bytes() if picture.exists() else None, sorted(p.name for p in pathlib.Path(folder).iterdir())


def test_plans_have_pictures_of_the_size_that_is_asked_for():
    for size in 64, 128, 256, 512, 1024:
        done, picture, _ = try_plan(EXAMPLE.read_bytes(), size)
        assert done.returncode == 0, done.stderr
        assert picture.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", picture[16:24])
        assert width == size and height == size * 3 // 4


def test_the_type_is_that_of_plans():
    mime = (SOURCE / "resources/org.waymark.Waymark.mime.xml.in").read_text(encoding="utf-8")
    types = [name for name in entry()["MimeType"].split(";") if name]
    assert types and all(f'<mime-type type="{name}">' in mime for name in types)


def test_private_plans_have_none():
    head, rest = EXAMPLE.read_bytes().split(b"<plan ", 1)
    done, picture, names = try_plan(head + b'<plan private="true" ' + rest)
    assert done.returncode == 1 and picture is None, done
    assert "leave no traces" in done.stderr, done.stderr
    assert names == ["a plan.waymark"]


def test_what_cannot_be_read_has_none():
    for text in b"", b"no plan", EXAMPLE.read_bytes()[:5000], b"\0" * 100:
        done, picture, names = try_plan(text)
        assert done.returncode == 1 and picture is None, done
        assert done.stderr.startswith("waymark-thumbnailer: "), done.stderr
        assert names == ["a plan.waymark"]


def test_sizes_that_make_no_sense_are_refused():
    for size in 0, -5, 5000:
        done, picture, _ = try_plan(EXAMPLE.read_bytes(), size)
        assert done.returncode == 1 and picture is None
        assert "1 to 1024" in done.stderr


main("thumbnailer", globals())
