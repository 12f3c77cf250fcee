# SPDX-License-Identifier: GPL-3.0-or-later
#
# What holds of the command line as a whole.
import os
import signal
import subprocess
import time

from cli import EXAMPLE, PROGRAM, Folder, bad, good
from tap import main, need

VERBS = "info", "validate", "new", "edit", "render", "versions", "salvage"


def test_links_no_toolkit():
    need("readelf")
    need("ldd")
    own = subprocess.run(["readelf", "-d", PROGRAM], capture_output=True, text=True, check=True).stdout
    everything = subprocess.run(["ldd", PROGRAM], capture_output=True, text=True, check=True).stdout
    for library in "libgtk", "libgdk", "libadwaita":
        assert library not in own + everything, library
    # Cairo brings X11 along; nothing of ours may ask for it.
    assert "libX11" not in own and "libwayland" not in own


def test_help_and_version():
    general = good("--help")
    for verb in VERBS:
        assert f"  {verb} " in general
        assert f"waymark-cli {verb} [OPTION" in good(verb, "--help")
    assert good("--version").startswith("waymark-cli ")


def test_wrong_usage_is_2():
    bad(2, "Usage:")
    bad(2, "“fly” is no verb", "fly")
    bad(2, "“--fly” is no option", "--fly")
    for verb in VERBS:
        bad(2, "--fly", verb, "--fly")
        bad(2, f"waymark-cli {verb} --help", verb)
    bad(2, "Name one plan", "info", "a", "b")


def test_missing_file_is_3():
    for verb in "info", "validate", "edit":
        bad(3, "nowhere.waymark: ", verb, "nowhere.waymark")


def test_full_disk_is_3():
    with open("/dev/full", "wb") as full:
        run = subprocess.run([PROGRAM, "info", EXAMPLE], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 3
    assert "standard output" in run.stderr


def test_locale_changes_no_bytes_of_a_plan():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        script = "add-goal title='Über den Berg' due=2030-06\n"
        assert good("edit", plan, stdin=script, LC_ALL="C") == good("edit", plan, stdin=script, LC_ALL="C.UTF-8")


def test_text_stays_utf8_in_any_locale():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        edited = good("edit", plan, stdin="set plan title='Übung'", LC_ALL="C")
        assert "Übung" in edited
        assert "Übung" in good("info", "-", stdin=edited, LC_ALL="C")


def start_writing(folder, script):
    """An edit that waits for the rest of its script"""
    plan = folder.write("plan.waymark")
    run = subprocess.Popen([PROGRAM, "edit", plan, "-o", folder.path / "out.waymark"], stdin=subprocess.PIPE,
                           stderr=subprocess.PIPE)
    run.stdin.write(script)
    run.stdin.flush()
    return run


def test_interrupt_leaves_nothing_behind():
    for number in signal.SIGINT, signal.SIGTERM:
        with Folder() as folder:
            run = start_writing(folder, b"add-goal title=One\n")
            time.sleep(0.2)
            run.send_signal(number)
            run.wait(timeout=20)
            assert run.returncode == -number, run.returncode
            assert folder.names() == ["plan.waymark"]
            assert run.stderr.read() == b""


def test_interrupt_while_writing_leaves_the_old_file():
    """Whenever the signal comes, the output is the old file or the new, and nothing lies beside it."""
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        script = "".join(f"add-milestone title=M{i} notes={'x' * 500}\n" for i in range(4000))
        old = plan.read_bytes()
        new = good("edit", plan, stdin=script).encode()
        for step in range(12):
            out = folder.write("out.waymark", old)
            run = start_writing(folder, script.encode())
            run.stdin.close()
            time.sleep(step * 0.02)
            run.send_signal(signal.SIGINT)
            run.wait(timeout=20)
            assert folder.names() == ["out.waymark", "plan.waymark"]
            assert out.read_bytes() in (old, new)


def test_not_a_terminal_sees_no_progress():
    """Standard error is a pipe here, however long it takes."""
    reader, writer = os.pipe()
    run = subprocess.Popen([PROGRAM, "info", "-"], stdin=reader, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.close(reader)
    time.sleep(1.3)
    os.write(writer, EXAMPLE.read_bytes())
    os.close(writer)
    out, err = run.communicate(timeout=20)
    assert run.returncode == 0 and out and not err


def read_all(terminal):
    """What the other end wrote before it closed, which may come in pieces"""
    pieces = []
    while True:
        try:
            pieces.append(os.read(terminal, 1000))
        except OSError:
            return b"".join(pieces)


def test_a_terminal_sees_progress_unless_quiet():
    for quiet in False, True:
        master, slave = os.openpty()
        reader, writer = os.pipe()
        words = [PROGRAM, "info", "-"] + ["--quiet"] * quiet
        run = subprocess.Popen(words, stdin=reader, stdout=subprocess.DEVNULL, stderr=slave)
        os.close(reader)
        os.close(slave)
        time.sleep(1.3)
        os.write(writer, EXAMPLE.read_bytes())
        os.close(writer)
        run.wait(timeout=20)
        shown = read_all(master)
        os.close(master)
        assert (shown == b"") == quiet, shown
        assert quiet or shown.endswith(b"\r\x1b[K"), shown


def test_output_keeps_its_mode():
    with Folder() as folder:
        plan = folder.write("plan.waymark")
        out = folder.write("out.waymark")
        out.chmod(0o640)
        good("edit", plan, "-o", out, stdin="")
        assert out.stat().st_mode & 0o777 == 0o640


main("cli/contract", globals())
