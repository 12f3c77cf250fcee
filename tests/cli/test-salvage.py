# SPDX-License-Identifier: GPL-3.0-or-later
from cli import PLAN, Folder, bad, cli, good
from tap import main

MILESTONE = """  <milestone id="22222222-2222-4222-8222-222222222222" goal="11111111-1111-4111-8111-111111111111">
    <title>Sit the {}CCRN</title>
  </milestone>
</plan>
"""
DAMAGED = PLAN.replace("</plan>\n", MILESTONE.format("\0"))


def test_what_is_intact_becomes_a_plan():
    with Folder() as folder:
        damaged = folder.write("damaged.waymark", DAMAGED)
        before = damaged.read_bytes()
        new = folder.path / "new.waymark"
        done = cli("salvage", damaged, "-o", new)
        assert done.code == 1 and not done.out, done
        assert done.err.startswith(f"{damaged}:"), done
        assert good("validate", new) == ""
        assert "One goal" in new.read_text() and "CCRN" not in new.read_text()
        assert damaged.read_bytes() == before


def test_what_is_sound_stays_whole():
    with Folder() as folder:
        sound = folder.write("sound.waymark")
        assert good("salvage", sound, "-o", "-") == PLAN


def test_standard_input_is_salvaged_too():
    done = cli("salvage", "-", "-o", "-", stdin=DAMAGED)
    assert done.code == 1 and "One goal" in done.out and done.err.startswith("standard input:"), done


def test_nothing_intact_is_3():
    with Folder() as folder:
        folder.write("zeros.waymark", bytes(1000))
        bad(3, "zeros.waymark", "salvage", folder.path / "zeros.waymark", "-o", folder.path / "new.waymark")
        bad(3, "nowhere.waymark", "salvage", "nowhere.waymark", "-o", folder.path / "new.waymark")
        assert folder.names() == ["zeros.waymark"]


def test_the_damaged_file_is_never_replaced():
    with Folder() as folder:
        damaged = folder.write("damaged.waymark", DAMAGED)
        bad(2, "another file", "salvage", damaged, "-o", damaged)
        assert damaged.read_text() == DAMAGED


main("cli/salvage", globals())
