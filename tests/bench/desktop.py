# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own for programs with a window: X server, window manager, session bus and home folder."""

import contextlib
import os
import pathlib
import subprocess
import tempfile
import time

SETTINGS = """[Settings]
gtk-enable-animations=false
gtk-cursor-blink=false
gtk-font-name=DejaVu Sans 10
"""


@contextlib.contextmanager
def server(command, address_option):
    """Starts a server that writes its address to a pipe, and yields the address; ends it afterwards."""
    reader, writer = os.pipe()
    process = subprocess.Popen(
        [*command, *address_option(writer)], pass_fds=[writer], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with open(reader, encoding="utf-8") as pipe:
            address = pipe.readline().strip()
            if not address:
                raise RuntimeError(f"{command[0]} did not start")
            yield address
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def managed(environment):
    """Has windows managed as on any desktop: without a manager GTK asks the X server for it in each frame, and waits."""
    ready = pathlib.Path(environment["HOME"], "managed")
    process = subprocess.Popen(
        ["openbox", "--startup", f"touch {ready}"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        while not ready.exists():
            if process.poll() is not None:
                raise RuntimeError("openbox did not start")
            time.sleep(0.05)
        yield environment
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def desktop():
    """Yields the environment in which programs find all of it."""
    with (
        tempfile.TemporaryDirectory(prefix="waymark-bench-") as home,
        server(
            ["Xvfb", "-screen", "0", "1600x900x24", "-nolisten", "tcp", "-noreset"], lambda pipe: ["-displayfd", str(pipe)]
        ) as display,
        server(["dbus-daemon", "--session", "--nofork", "--nopidfile"], lambda pipe: [f"--print-address={pipe}"]) as bus,
    ):
        runtime = pathlib.Path(home, "run")
        runtime.mkdir(mode=0o700)
        settings = pathlib.Path(home, ".config/gtk-4.0/settings.ini")
        settings.parent.mkdir(parents=True)
        settings.write_text(SETTINGS, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY" and not name.startswith("XDG_")}
        environment |= {
            "HOME": home,
            "XDG_RUNTIME_DIR": str(runtime),
            "DISPLAY": f":{display}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "GDK_BACKEND": "x11",
            "GDK_DEBUG": "gl-disable",
            "GSK_RENDERER": "cairo",
            "GSETTINGS_BACKEND": "memory",
            "LC_ALL": "C.UTF-8",
        }
        with managed(environment):
            yield environment
