#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Stands on the bus where a desktop has its file manager and its mail portal, and notes what it is asked.
#
# usage: fake-desktop.py NOTES [files] [mail]
import json
import os
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # pylint: disable=wrong-import-position

NOTES, SERVICES = sys.argv[1], sys.argv[2:]

FILES = """<node><interface name="org.freedesktop.FileManager1">
  <method name="ShowItems"><arg type="as" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>"""
MAIL = """<node><interface name="org.freedesktop.portal.Email">
  <method name="ComposeEmail">
    <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
  </method>
  <property name="version" type="u" access="read"/>
</interface></node>"""


def note(**what):
    with open(NOTES, "a", encoding="utf-8") as notes:
        print(json.dumps(what), file=notes)


def on_files(_bus, _sender, _path, _interface, _method, parameters, call):
    uris, _ = parameters.unpack()
    note(shown=uris)
    call.return_value(None)


def on_mail(bus, sender, _path, _interface, _method, parameters, call):
    _, options = parameters.unpack()
    message = call.get_message()
    descriptors = message.get_unix_fd_list()
    attached = [os.readlink(f"/proc/self/fd/{descriptors.get(number)}") for number in options.get("attachment_fds", [])]
    note(subject=options.get("subject"), attached=attached)
    handle = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    call.return_value(GLib.Variant("(o)", (handle,)))
    bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response", GLib.Variant("(ua{sv})", (0, {})))


def on_bus(bus, _name):
    if "files" in SERVICES:
        bus.register_object("/org/freedesktop/FileManager1", Gio.DBusNodeInfo.new_for_xml(FILES).interfaces[0], on_files,
                            None, None)
    if "mail" in SERVICES:
        bus.register_object("/org/freedesktop/portal/desktop", Gio.DBusNodeInfo.new_for_xml(MAIL).interfaces[0], on_mail,
                            lambda *_: GLib.Variant("u", 4), None)


def own(name):
    Gio.bus_own_name(Gio.BusType.SESSION, name, Gio.BusNameOwnerFlags.NONE, on_bus, lambda *_: note(ready=name), None)


NAMES = {"files": "org.freedesktop.FileManager1", "mail": "org.freedesktop.portal.Desktop"}
for service in SERVICES:
    own(NAMES[service])
GLib.MainLoop().run()
