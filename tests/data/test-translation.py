#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every string that people see can be translated, and all of them are in German.
#
# usage: test-translation.py SOURCE
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from tap import main, run

SOURCE = pathlib.Path(sys.argv[1])
PO = SOURCE / "po"

# As the preset `glib` of Meson's i18n module
KEYWORDS = ["--keyword=" + word for word in (
    "_", "N_", "C_:1c,2", "NC_:1c,2", "g_dcgettext:2", "g_dngettext:2,3", "g_dpgettext2:2c,3")]


def listed():
    lines = (PO / "POTFILES.in").read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]


def languages():
    return (PO / "LINGUAS").read_text(encoding="utf-8").split()


def extract(*files):
    """The template of the strings in the files; empty when there are none"""
    return run("xgettext", "--from-code=UTF-8", "--add-comments=Translators", *KEYWORDS, "--output=-", *files, cwd=SOURCE)


def may_have_strings():
    """Files that a person could see something of, relative to the source"""
    for folder, patterns in {"src": ("*.c", "*.h"), "ui": ("*.ui",), "resources": ("*.in", "*.gschema.xml")}.items():
        for pattern in patterns:
            for path in (SOURCE / folder).rglob(pattern):
                yield str(path.relative_to(SOURCE))


def messages(po):
    """The entries of a PO file as blocks of text"""
    return [block for block in po.split("\n\n") if "msgid" in block]


def merged(language, folder):
    """The translation brought up to date with the strings of today, without guesses"""
    template = pathlib.Path(folder, "waymark.pot")
    template.write_text(extract(*listed()), encoding="utf-8")
    return run("msgmerge", "--quiet", "--no-fuzzy-matching", "--no-wrap", PO / f"{language}.po", template)


def menus():
    """The context menus: the labels of each table of rows"""
    for path in sorted((SOURCE / "src" / "app").rglob("*-menu.c")):
        for name, rows in re.findall(r"WayMenuRow (\w+)\[\] = \{(.*?)\n\};", path.read_text(encoding="utf-8"), re.S):
            yield f"{path.name}: {name}", re.findall(r'N_ \("([^"]*)"\)', rows)


def menus_of_templates():
    """The menus of the window: the labels that are open at the same time"""
    for path in sorted((SOURCE / "ui").glob("*.ui")):
        tree = xml.etree.ElementTree.parse(path)
        for menu in [*tree.iter("menu"), *tree.iter("submenu")]:
            opened = menu.findall("item") + menu.findall("section/item") + menu.findall("section/submenu")
            opened += menu.findall("submenu")
            labels = [part.text for row in opened for part in row.findall("attribute[@name='label']")]
            yield f"{path.name}: {menu.get('id') or labels[0]}", labels


def dialogs():
    """The answers that a dialog offers"""
    for path in sorted((SOURCE / "src" / "app").rglob("*.c")):
        calls = re.findall(r"adw_message_dialog_add_responses \((.*?)NULL\);", path.read_text(encoding="utf-8"), re.S)
        for number, call in enumerate(calls):
            yield f"{path.name}: dialog {number}", re.findall(r'_ \("([^"]*)"\)', call)


def letters(labels):
    return [label[label.index("_") + 1].lower() for label in labels if "_" in label]


def test_no_letter_stands_twice_in_a_menu():
    """In a menu or a dialog; GTK only moves the focus when it does, and nothing is done"""
    everything = [*menus(), *menus_of_templates(), *dialogs()]
    assert len(list(menus())) >= 4 and len(list(menus_of_templates())) >= 2 and len(list(dialogs())) >= 2
    for language in ["", *languages()]:
        po = (PO / f"{language}.po").read_text(encoding="utf-8") if language else ""
        words = dict(re.findall(r'^msgid "(.*)"\nmsgstr "(.*)"$', po, re.M))
        for name, labels in everything:
            found = letters(words.get(label, label) for label in labels)
            assert len(found) == len(set(found)), (language, name, sorted(found))


def test_all_files_with_strings_are_listed():
    missing = [path for path in sorted(may_have_strings())
               if path not in listed() and "msgid" in extract(path)]
    assert not missing, "add to po/POTFILES.in: " + " ".join(missing)


def test_all_listed_files_have_strings():
    for path in listed():
        assert (SOURCE / path).exists(), f"po/POTFILES.in lists {path}, which is not there"
        assert "msgid" in extract(path), f"po/POTFILES.in lists {path}, which has no strings"


def test_no_file_is_listed_twice():
    assert len(listed()) == len(set(listed()))


def test_translations_are_well_formed():
    for language in languages():
        run("msgfmt", "--check", "--check-accelerators=_", "--output-file=/dev/null", PO / f"{language}.po")


def test_translations_are_complete():
    for language in languages():
        with tempfile.TemporaryDirectory() as folder:
            text = merged(language, folder)
        current = [block for block in messages(text) if not block.lstrip().startswith("#~")]
        fuzzy = [block for block in current[1:] if "#, fuzzy" in block]
        empty = [block for block in current[1:] if re.search(r'^msgstr(\[\d\])? ""$(?!\n")', block, re.MULTILINE)]
        assert len(current) > 1
        assert not fuzzy, "fuzzy in {}:\n{}".format(language, "\n\n".join(fuzzy))
        assert not empty, "untranslated in {}:\n{}".format(language, "\n\n".join(empty))


def test_translations_carry_nothing_old():
    for language in languages():
        assert "#~" not in (PO / f"{language}.po").read_text(encoding="utf-8"), language


def test_german_addresses_people_formally():
    german = (PO / "de.po").read_text(encoding="utf-8")
    translated = "\n".join(line for line in german.split("\n") if not line.startswith(("#", "msgid")))
    familiar = re.search(r"\b(du|dein\w*|dir|dich)\b", translated, re.IGNORECASE)
    assert not familiar, familiar


def test_german_works_when_it_is_installed():
    lookup = "import gettext, sys; print(gettext.translation('waymark', sys.argv[1], ['de']).gettext('Milestone'))"
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder, "de", "LC_MESSAGES")
        target.mkdir(parents=True)
        run("msgfmt", "--output-file", target / "waymark.mo", PO / "de.po")
        done = subprocess.run([sys.executable, "-c", lookup, folder], capture_output=True, encoding="utf-8",
                              check=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
    assert done.stdout.strip() == "Etappe"


main("data/translation", globals())
