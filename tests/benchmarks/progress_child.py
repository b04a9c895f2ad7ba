"""When was each part of Progress painted? One opening: `progress_child.py KIND FOLDER`.

KIND is "empty page" or "ten years". The window opens on Today as the program opens it; once nothing
is read any more, Progress is made, conducted and shown.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.person import is_idle
from tracker import app as program
from tracker.system.clock import SystemClock
from tracker.ui.conduct import Conduct
from tracker.ui.desk import Desk
from tracker.ui.pages.progress.page import ProgressPage
from tracker.ui.window import Window

BEAT = 4
"""Milliseconds from beat to beat; a gap is what is longer."""


class Opening(QObject):
    """Opens the page and notes when what was painted."""

    def __init__(self, window: Window, kind: str) -> None:
        super().__init__(window)
        self._window = window
        self._kind = kind
        self._moments: dict[str, float] = {}
        self._seen: dict[str, Callable[[], bool]] = {}
        self._begun = self._beat_at = self._gap = 0.0
        self._beating = QTimer(self)
        self._beating.timeout.connect(self._on_beat)

    def begin(self) -> None:
        """As soon as the window has nothing else to do."""
        desk = self._window.findChild(Desk)
        conduct = self._window.findChild(Conduct)
        if desk is None or conduct is None or not desk.is_open or not is_idle(desk):
            QTimer.singleShot(50, self.begin)
            return
        self._beating.start(BEAT)
        self._begun = self._beat_at = time.perf_counter()
        page = conduct.places.conductor("progress").page
        assert isinstance(page, ProgressPage)
        self._seen = seen_on(page, self._kind)
        for widget in (page, *page.findChildren(QWidget)):
            widget.installEventFilter(self)
        page.ratings.drawn.connect(lambda: self._watch(page))
        conduct.places.go("progress")

    def eventFilter(self, widget: QObject, event: QEvent) -> bool:
        """Whatever is painted is looked at once its paint event is over."""
        if event.type() == QEvent.Type.Paint and isinstance(widget, QWidget):
            QTimer.singleShot(0, self._note)
        return False

    def _watch(self, page: ProgressPage) -> None:
        if page.ratings.chart is not None:
            page.ratings.chart.viewport().installEventFilter(self)

    def _note(self) -> None:
        now = time.perf_counter() - self._begun
        for name, is_seen in self._seen.items():
            if name not in self._moments and is_seen():
                self._moments[name] = now
        if self._seen.keys() <= self._moments.keys():
            self._end()

    def _on_beat(self) -> None:
        now = time.perf_counter()
        self._gap, self._beat_at = max(self._gap, now - self._beat_at), now

    def _end(self) -> None:
        """Tell, and leave without cleaning up."""
        if self._kind == "ten years":
            self._moments["longest gap"] = self._gap
        print(json.dumps(self._moments), flush=True)
        os._exit(0)


def seen_on(page: ProgressPage, kind: str) -> dict[str, Callable[[], bool]]:
    """What tells of each part that it was painted; only asked after a paint event."""
    if kind == "empty page":
        return {"empty page": lambda: page.view is not None}
    return {
        "first frame": lambda: True,
        "first chart": lambda: page.year.days.year is not None,
        "figures and bars": lambda: page.view is not None,
        "whole page": lambda: page.ratings.chart is not None,
    }


def main() -> None:
    """Start the program by its own front door, on the folder that is asked for."""
    folder, clock = Path(sys.argv[2]), SystemClock()
    seen = program.first_sight(folder, clock)
    window = program.build(QApplication([]), folder, clock, seen)
    opening = Opening(window, sys.argv[1])
    window.show()
    QTimer.singleShot(500, opening.begin)
    QApplication.exec()


if __name__ == "__main__":
    main()
