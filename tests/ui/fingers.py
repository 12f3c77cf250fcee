# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fingers on the touch screen that run-headless makes: what they do goes to its driver, as inputtest(4) says.
import os
import socket
import struct
import time

from person import xdo

CLIENT_VERSION, WAIT_FOR_SYNC, TOUCH = 0, 1, 6  # of enum xf86ITEventType
BEGIN, UPDATE, END = 18, 19, 20  # XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd
AXIS = 0xffff  # what the screen is wide and high, to the driver
FRAME = 0.016  # seconds


class Hand:
    """Fingers by their number, at places of the screen in its pixels"""

    def __init__(self):
        self.screen = [int(size) for size in xdo("getdisplaygeometry").split()]
        self.places = {}
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(os.environ["UI_FINGERS"])
        self._send(CLIENT_VERSION, struct.pack("HH", 1, 1))
        self._receive()

    def _send(self, kind, body=b""):
        self.socket.sendall(struct.pack("II", 8 + len(body), kind) + body)

    def _receive(self):
        length, _ = struct.unpack("II", self.socket.recv(8, socket.MSG_WAITALL))
        self.socket.recv(length - 8, socket.MSG_WAITALL)

    def _touch(self, kind, finger, place):
        """Returns when the server has passed it on"""
        valuators = [at * AXIS / size for at, size in zip(place, self.screen)]
        self._send(TOUCH, struct.pack("3IB7x4x128d", finger, kind, 0, 0b11, *valuators, *[0] * 126))
        self._send(WAIT_FOR_SYNC)
        self._receive()
        self.places[finger] = place

    def down(self, x, y, finger=0):
        self._touch(BEGIN, finger, (x, y))

    def move(self, dx, dy=0, finger=0):
        x, y = self.places[finger]
        self._touch(UPDATE, finger, (x + dx, y + dy))

    def up(self, finger=0):
        self._touch(END, finger, self.places.pop(finger))

    def glide(self, *ways, steps=10):
        """Each finger its way, (dx, dy), all at once"""
        for _ in range(steps):
            for finger, (dx, dy) in enumerate(ways):
                self.move(dx / steps, dy / steps, finger)
            time.sleep(FRAME)

    def tap(self, x, y):
        self.down(x, y)
        time.sleep(FRAME)
        self.up()
