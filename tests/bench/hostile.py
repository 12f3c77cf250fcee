# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that are made to hurt, each just beyond a bound or far beyond it: how long a refusal takes, and how much memory."""

import gzip
import io
import os
import pathlib

from figures import Figure

PLAN = b'<plan xmlns="urn:waymark:plan:1" format="1.0" id="6f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978"'
GOAL = b'<goal id="7f0c2f4e-8f5b-4c7a-9b1e-2d3c4b5a6978"'
MEBI = 1024 * 1024
REFUSED = 3


def entities():
    """A thousand million laughs, and one long text that is asked for a thousand times"""
    names = "abcdefghij"
    laughs = "".join(f'<!ENTITY {name} "{f"&{below};" * 10}">' for below, name in zip(names, names[1:]))
    yield f'<!DOCTYPE plan [<!ENTITY a "ha">{laughs}]>'.encode() + PLAN + b"><title>&j;</title></plan>"
    long = f'<!DOCTYPE plan [<!ENTITY a "{"x" * 100000}">]>'.encode()
    yield long + PLAN + b"><title>" + b"&a;" * 100000 + b"</title></plan>"


def tags():
    for count in 257, 100_000:
        attributes = b"".join(b' a%d=""' % number for number in range(count))
        yield PLAN + b">" + GOAL + attributes + b"/></plan>"
    yield PLAN + b">" + GOAL + b' foreign="' + b"x" * (64 * 1024) + b'"/></plan>'
    yield PLAN + b">" + GOAL + b' foreign="' + b"x" * (64 * MEBI)
    for depth in 65, 1_000_000:
        yield PLAN + b">" + b"<a>" * depth


def texts():
    yield PLAN + b"><title>" + b"x" * (MEBI + 1) + b"</title></plan>"
    yield PLAN + b"><title>" + b"&amp;" * (64 * MEBI // 5)
    yield PLAN + b"><!--" + b"-" * (64 * MEBI)
    yield PLAN + b"><![CDATA[" + b"]" * (64 * MEBI)
    yield PLAN + b">" + (b"<a b=\"" + b"x" * 16000 + b"\"/>") * 2048 + b"</plan>"


def records():
    yield PLAN + b">" + b"".join(b'<link id="%08x-0000-4000-8000-000000000000"/>' % i for i in range(2_000_001)) + b"</plan>"
    yield PLAN + b">" + GOAL + b"/>" + (GOAL + b"/>") * 200_000 + b"</plan>"


def packed():
    """A thousand times as large as they look, and larger than a plan may be"""
    for opening, filling in ((b">", b" "), (b"><title>", b"x")):
        buffer = io.BytesIO()
        with gzip.GzipFile(fileobj=buffer, mode="wb", compresslevel=6) as out:
            out.write(PLAN + opening)
            for _ in range(1025):
                out.write(filling * MEBI)
        yield buffer.getvalue()


def encodings():
    yield b'<?xml version="1.0" encoding="UTF-7"?>' + PLAN + b"/>"
    yield b"\xff\xfe" + (PLAN + b"><title>").decode().encode("utf-16-le") + b"\x00\xd8" * (8 * MEBI)
    yield b"\x00" * (64 * MEBI)
    yield os.urandom(MEBI)


def write_files(folder):
    """The paths of all of them"""
    folder.mkdir(exist_ok=True)
    for make in entities, tags, texts, records, packed, encodings:
        for number, content in enumerate(make()):
            path = folder / f"{make.__name__}-{number}.waymark"
            path.write_bytes(content)
            yield path
    huge = folder / "huge.waymark"
    with huge.open("wb") as file:
        file.truncate(1024 * MEBI + 1)
    yield huge
    # What others have made, where there is such a folder
    others = os.environ.get("WAYMARK_HOSTILE")
    if others is not None:
        yield from sorted(path for path in pathlib.Path(others).iterdir() if path.is_file())


def measure_hostile(tools):
    command = f'"$0" info "$1" >/dev/null 2>&1; test $? -eq {REFUSED}'
    runs = []
    for path in write_files(tools.folder / "hostile"):
        runs.append((path.stem, tools.measure("sh", "-c", command, tools.cli, str(path))))
    slowest = max(runs, key=lambda run: run[1].wall)
    largest = max(runs, key=lambda run: run[1].peak)
    yield Figure(f"refusal of {len(runs)} hostile files: slowest ({slowest[0]})", slowest[1].wall, "s", None, None, 1, 0.3)
    yield Figure(f"refusal of {len(runs)} hostile files: memory ({largest[0]})", largest[1].peak / 1e6, "MB", None, None, 100, 50)
