"""Does this PySide6 leave None's reference count alone?

6.12 lost a reference with every call and aborted after some thousands. From Python 3.12 on None
cannot be lost, and this holds whatever the library does.
"""

import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
NOISE = 50  # what the interpreter itself may hold or let go meanwhile


def test_a_thousand_calls_lose_no_reference_to_none(qtbot: QtBot) -> None:
    label, timer, thing = QLabel(), QTimer(), QObject()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
        timer.setInterval(number)
        thing.setProperty("number", None)
        thing.property("nothing")
    assert abs(sys.getrefcount(None) - before) < NOISE
