"""How is pyqtgraph imported without the window standing still?

Most of its import is asking PySide6 for every class there is, each of which is made when it is
first asked for. That has to happen on the window's thread: on another it ends the process in one
of forty tries. So they are asked for beforehand, a few at a time between the window's own events.
"""

from collections.abc import Iterator
from importlib import import_module
from time import perf_counter
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtCore import QObject, QTimer, Signal, Slot

_TURN: Final = 0.008
"""Seconds that one turn takes at most, apart from an import that cannot be divided."""


class Arrival(QObject):
    """Has the charts' libraries ready, turn by turn."""

    arrived = Signal()
    """They can be imported at once."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = _steps()
        self._turns = QTimer(self)
        self._turns.setInterval(0)
        self._turns.timeout.connect(self._on_turn)
        self._turns.start()

    @Slot()
    def _on_turn(self) -> None:
        until = perf_counter() + _TURN
        while perf_counter() < until:
            if next(self._steps, "end") == "end":
                self._turns.stop()
                self.arrived.emit()
                return


def _steps() -> Iterator[None]:
    for module in (QtCore, QtGui, QtWidgets):
        for name in dir(module):
            getattr(module, name, None)
            yield
    for library in ("numpy", "pyqtgraph"):
        import_module(library)
        yield
