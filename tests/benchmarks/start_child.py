"""Which moment was the first frame painted? One start: `start_child.py KIND PIPE`.

KIND is "empty" for a window with nothing in it, "bare" for one that writes one line of text, or
"tracker" for ours, whose start is the program's own; only an event filter is put on its widgets
once they are built.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tracker.ui.window import Window

# Imports stand where their time belongs.
# ruff: noqa: PLC0415


def main() -> None:
    """Start the window that is asked for and tell its moments."""
    kind, pipe = sys.argv[1], int(sys.argv[2])
    if kind == "tracker":
        sys.path.insert(0, str(Path(__file__).parents[2]))
        start_tracker(pipe)
    else:
        start_plain(kind, pipe)


def start_plain(kind: str, pipe: int) -> None:
    """A plain window; the moment is that at which its paint event ends."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QColor, QPainter, QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Plain(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            del event
            if kind == "bare":
                painter = QPainter(self)
                painter.setPen(QColor("#222222"))
                painter.drawText(20, 40, "A line of text")
                painter.end()
            now = time.monotonic()
            QTimer.singleShot(0, lambda: end(pipe, {f"{kind} window": now}))

    app = QApplication([])
    window = Plain()
    window.resize(1200, 800)
    window.show()
    app.exec()


def start_tracker(pipe: int) -> None:
    """Ours, by its own front door."""
    from tracker import app

    build: Callable[..., Window] = app.build

    def build_and_watch(*arguments: object) -> "Window":
        window = build(*arguments)
        watch(window, pipe)
        return window

    setattr(app, "build", build_and_watch)  # noqa: B010, mypy would have it assigned alike
    app.main()


def watch(window: "QWidget", pipe: int) -> None:
    """Note when its widgets are painted; tell the last moments of the first pass."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QWidget

    told: dict[str, float] = {}

    class Watcher(QObject):
        def eventFilter(self, widget: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                if not told:
                    QTimer.singleShot(0, lambda: end(pipe, told))
                told["first frame"] = time.monotonic()
                if type(widget).__name__ == "StepRow":
                    told["today's steps"] = told["first frame"]
            return False

    watcher = Watcher(window)
    for widget in (window, *window.findChildren(QWidget)):
        widget.installEventFilter(watcher)


def end(pipe: int, told: dict[str, float]) -> None:
    """Tell, and leave without cleaning up."""
    os.write(pipe, json.dumps(told).encode())
    os._exit(0)


if __name__ == "__main__":
    main()
