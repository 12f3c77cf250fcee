#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the desktop reads of us is sound: entry, metainfo, MIME type, settings, icons, manual pages.
#
# usage: test-desktop.py SOURCE BUILD
import contextlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

from tap import main, need, run

SOURCE, BUILD = (pathlib.Path(path) for path in sys.argv[1:3])
RESOURCES = SOURCE / "resources"
MADE = BUILD / "resources"
ID = "org.waymark.Waymark"
MIME = "application/x-waymark-plan+xml"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def desktop_keys():
    lines = (MADE / f"{ID}.desktop").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def icons():
    return sorted((RESOURCES / "icons").glob("**/*.svg"))


@contextlib.contextmanager
def mime_database():
    """A folder with the system's MIME types and ours, and an environment in which they count"""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        environment = os.environ | {"XDG_DATA_HOME": name, "XDG_DATA_DIRS": f"{name}:/usr/share"}
        (folder / "mime/packages").mkdir(parents=True)
        shutil.copy(MADE / f"{ID}.xml", folder / "mime/packages")
        run("update-mime-database", folder / "mime", env=environment)
        yield folder, environment


def test_desktop_entry_is_valid():
    assert run("desktop-file-validate", MADE / f"{ID}.desktop") == ""


def test_desktop_entry_opens_plans():
    keys = desktop_keys()
    assert keys["MimeType"].split(";")[0] == MIME
    assert keys["Exec"] == "waymark %U"
    assert (RESOURCES / "icons/hicolor/scalable/apps" / f"{keys['Icon']}.svg").exists()


def test_desktop_entry_speaks_german():
    keys = desktop_keys()
    for key in "GenericName", "Comment", "Keywords":
        assert keys[f"{key}[de]"] != keys[key], key


def test_metainfo_is_valid():
    need("appstreamcli")
    run("appstreamcli", "validate", "--no-net", "--no-color", MADE / f"{ID}.metainfo.xml")


def test_metainfo_is_of_this_version_and_speaks_german():
    component = ET.parse(MADE / f"{ID}.metainfo.xml").getroot()
    version = run("meson", "introspect", "--projectinfo", SOURCE / "meson.build")
    assert f'"version": "{component.find("releases/release").get("version")}"' in version
    assert component.find("launchable").text == f"{ID}.desktop"
    for element in "summary", "description/p", "description/ul/li", "keywords/keyword":
        languages = {found.get(XML_LANG) for found in component.findall(element)}
        assert languages == {None, "de"}, element


def test_mime_type_is_known_by_name_magic_and_namespace():
    with mime_database() as (folder, _):
        known = {name: (folder / "mime" / name).read_text(encoding="utf-8", errors="replace")
                 for name in ("globs2", "magic", "XMLnamespaces", "icons", "subclasses")}
    assert f"50:{MIME}:*.waymark" in known["globs2"]
    assert f"[60:{MIME}]" in known["magic"]
    assert f"urn:waymark:plan:1 plan {MIME}" in known["XMLnamespaces"]
    assert f"{MIME}:{MIME.replace('/', '-')}" in known["icons"]
    assert f"{MIME} application/xml" in known["subclasses"]


def test_a_plan_is_recognised_without_its_ending():
    guess = ("import sys; from gi.repository import Gio; "
             "print(Gio.content_type_guess(None, open(sys.argv[1], 'rb').read(4096))[0])")
    with mime_database() as (folder, environment):
        for namespace, expected in ("urn:waymark:plan:1", MIME), ("urn:another", "application/xml"):
            plan = folder / "plan"
            plan.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<plan xmlns="{namespace}" format="1.0"/>\n',
                            encoding="utf-8")
            assert run(sys.executable, "-c", guess, plan, env=environment).strip() == expected


def test_mime_type_matches_what_plans_are():
    namespace = ET.parse(RESOURCES / f"{ID}.mime.xml.in").getroot().find(".//{*}root-XML")
    examples = sorted((RESOURCES / "examples").glob("*.waymark"))
    assert examples
    for example in examples:
        root = ET.parse(example).getroot()
        assert root.tag == f"{{{namespace.get('namespaceURI')}}}{namespace.get('localName')}", example


def test_settings_schema_is_strict():
    run("glib-compile-schemas", "--strict", "--dry-run", RESOURCES)


def test_settings_are_those_that_the_window_keeps():
    schema = ET.parse(RESOURCES / f"{ID}.gschema.xml").getroot()
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((SOURCE / "src/app").rglob("*.c")))
    used = re.findall(r'g_settings_(?:get|set|bind)\w* \([\w>.-]+, "([a-z-]+)"', code)
    assert set(used) == {key.get("name") for key in schema.iter("key")}


def test_icons_can_be_drawn_at_all_sizes():
    need("rsvg-convert")
    assert {icon.stem for icon in icons()} >= {ID, f"{ID}-symbolic", MIME.replace("/", "-")}
    with tempfile.TemporaryDirectory() as folder:
        for icon in icons():
            for size in 16, 128, 512:
                picture = pathlib.Path(folder, f"{icon.stem}-{size}.png")
                run("rsvg-convert", "--width", size, "--height", size, "--output", picture, icon)
                assert picture.stat().st_size > 100, icon


def test_icons_are_square_and_need_nothing_from_outside():
    for icon in icons():
        root = ET.parse(icon).getroot()
        assert root.get("width") == root.get("height"), icon
        assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}", icon
        text = icon.read_text(encoding="utf-8")
        for foreign in "href=\"http", "<text", "<image", "<style", "inkscape", "sodipodi":
            assert foreign not in text, (icon, foreign)


def test_the_small_icon_is_a_picture_of_the_scalable_one():
    need("rsvg-convert")
    need("compare")
    icons = RESOURCES / "icons/hicolor"
    with tempfile.TemporaryDirectory() as folder:
        drawn = pathlib.Path(folder, "drawn.png")
        run("rsvg-convert", "--width", 48, "--height", 48, "--output", drawn, icons / f"scalable/apps/{ID}.svg")
        kept = icons / f"48x48/apps/{ID}.png"
        compared = subprocess.run(
            ["compare", "-metric", "AE", "-fuzz", "5%", drawn, kept, "null:"], capture_output=True, check=False
        )
        assert compared.returncode == 0, compared.stderr


def test_symbolic_icons_have_one_colour_and_no_strokes():
    symbolic = [icon for icon in icons() if icon.stem.endswith("-symbolic")]
    assert symbolic
    for icon in symbolic:
        elements = list(ET.parse(icon).getroot().iter())
        assert {element.get("fill") for element in elements} - {None} == {"#2e3436"}, icon
        assert all(element.get("stroke") is None for element in elements), icon


def test_manual_pages_have_no_warnings():
    need("mandoc")
    for page in sorted((RESOURCES / "man").glob("*.1")):
        assert run("mandoc", "-T", "lint", "-W", "warning", page) == "", page


main("data/desktop", globals())
