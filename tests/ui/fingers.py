# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fingers on the touch screen and on the touchpad that run-headless makes: what they do goes to their driver, as
# inputtest(4) says.
import os
import socket
import struct
import time

from person import xdo

CLIENT_VERSION, WAIT_FOR_SYNC, MOTION, TOUCH, PINCH = 0, 1, 2, 6, 7  # of enum xf86ITEventType
BEGIN, UPDATE, END = 18, 19, 20  # XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd
PINCH_BEGIN, PINCH_UPDATE, PINCH_END = 27, 28, 29  # XI_GesturePinchBegin and so on
AXIS = 0xffff  # what the screen is wide and high, to the driver
NOTCH = 120  # of a wheel, to the driver
FRAME = 0.016  # seconds


class Device:
    """What takes events from a socket"""

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self._send(CLIENT_VERSION, struct.pack("HH", 1, 1))
        self._receive()

    def _send(self, kind, body=b""):
        self.socket.sendall(struct.pack("II", 8 + len(body), kind) + body)

    def _receive(self):
        length, _ = struct.unpack("II", self.socket.recv(8, socket.MSG_WAITALL))
        self.socket.recv(length - 8, socket.MSG_WAITALL)

    def post(self, kind, body):
        """Returns when the server has passed it on"""
        self._send(kind, body)
        self._send(WAIT_FOR_SYNC)
        self._receive()

    @staticmethod
    def axes(first, *values):
        """The values of some axes from the first on, among 64"""
        values = [0] * first + [*values]
        return struct.pack("4xB7x4x128d", (1 << len(values)) - (1 << first), *values, *[0] * (128 - len(values)))


class Hand(Device):
    """Fingers by their number, at places of the screen in its pixels"""

    def __init__(self):
        super().__init__(os.environ["UI_FINGERS"])
        self.screen = [int(size) for size in xdo("getdisplaygeometry").split()]
        self.places = {}

    def _touch(self, kind, finger, place):
        at = [pixel * AXIS / size for pixel, size in zip(place, self.screen)]
        self.places[finger] = place
        self.post(TOUCH, struct.pack("II", finger, kind) + self.axes(0, *at))

    def down(self, x, y, finger=0):
        self._touch(BEGIN, finger, (x, y))

    def move(self, dx, dy=0, finger=0):
        x, y = self.places[finger]
        self._touch(UPDATE, finger, (x + dx, y + dy))

    def up(self, finger=0):
        self._touch(END, finger, self.places[finger])

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


class Touchpad(Device):
    """Two fingers on it"""

    def __init__(self):
        super().__init__(os.environ["UI_TOUCHPAD"])

    def scroll(self, notches, steps=10):
        """Sideways"""
        for _ in range(steps):
            self.post(MOTION, struct.pack("I4x", False) + self.axes(2, notches * NOTCH / steps))
            time.sleep(FRAME)

    def pinch(self, scale, steps=10):
        for step in range(steps + 1):
            kind = PINCH_BEGIN if step == 0 else PINCH_UPDATE
            self.post(PINCH, struct.pack("HHI6d", kind, 2, 0, 0, 0, 0, 0, scale ** (step / steps), 0))
            time.sleep(FRAME)
        self.post(PINCH, struct.pack("HHI6d", PINCH_END, 2, 0, 0, 0, 0, 0, scale, 0))
