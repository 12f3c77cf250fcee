# SPDX-License-Identifier: GPL-3.0-or-later
#
# A voice for Orca that writes down what it would have said: one utterance a line, to $ORCA_SPOKEN.
import os

from orca import speechserver


class SpeechServer(speechserver.SpeechServer):
    """Orca asks its factories for one"""

    server = None

    @staticmethod
    def getFactoryName():
        return "Written down"

    @staticmethod
    def getSpeechServers():
        return [SpeechServer.getSpeechServer()]

    @staticmethod
    def getSpeechServer(_info=None):
        SpeechServer.server = SpeechServer.server or SpeechServer()
        return SpeechServer.server

    def __init__(self):
        super().__init__()
        self.spoken = open(os.environ["ORCA_SPOKEN"], "a", encoding="utf-8", buffering=1)  # pylint: disable=consider-using-with

    def speak(self, text=None, acss=None, interrupt=True):
        self.spoken.write((text or "").replace("\n", " ") + "\n")

    def speakCharacter(self, character, acss=None):
        self.speak(character)

    def speakKeyEvent(self, event, acss=None):
        pass
