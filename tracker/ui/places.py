"""Which page is shown, and how does one get to another?"""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from tracker.ui.conductor import Conductor
from tracker.ui.desk import Desk
from tracker.ui.widgets.rail import AT_THE_END, NUMBERS
from tracker.ui.window import Window

Maker: TypeAlias = Callable[[Desk], Conductor]
TODAY: Final = "today"


class Places(QObject):
    """Goes from page to page; each but Today is made when it is first wanted, and kept.

    In Today's place something else can stand for a while: the first start, or a notice.
    """

    arrived = Signal(str)
    """The code of the page that was asked for, and is shown."""

    def __init__(self, window: Window, desk: Desk, makers: dict[str, Maker]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._makers = makers
        self._conductors: dict[str, Conductor] = {}
        self._front: QWidget = window.today
        self.here = TODAY
        self.is_barred = False
        """Whether a notice stands for every page that shows records."""
        window.rail.wanted.connect(self.go)
        keys = {f"Ctrl+{number}": page for page, number in NUMBERS.items()}
        keys |= {key: page for page, key in AT_THE_END.items()}
        for key, page in keys.items():
            shortcut = QShortcut(QKeySequence(key), window)
            shortcut.activated.connect(partial(self.go, page))

    @property
    def front(self) -> QWidget:
        """What stands in Today's place: Today itself, or something that took it."""
        return self._front

    @property
    def is_blind(self) -> bool:
        """Whether nothing could be shown of Today yet."""
        return self._window.today.view is None

    @Slot(str)
    def go(self, place: str) -> None:
        """Show a page, made now where it was not seen before.

        While a notice stands for everything, it is shown instead of a page that would be empty.
        """
        if self.is_barred and place not in (TODAY, "backups"):
            place = TODAY
        self.here = place
        self._window.rail.show_place(place)
        if place == TODAY:
            self._window.show_page(self._front)
        else:
            conductor = self.conductor(place)
            self._window.show_page(conductor.page)
            conductor.come()
        self.arrived.emit(place)

    def conductor(self, place: str) -> Conductor:
        """Who conducts the page."""
        if place not in self._conductors:
            self._conductors[place] = self._makers[place](self._desk)
            self._conductors[place].sought.connect(partial(self.go, place))
        return self._conductors[place]

    def turn(self) -> None:
        """Another day runs: every page that was made is to show it."""
        for conductor in self._conductors.values():
            conductor.stir()

    def put_front(self, page: QWidget) -> bool:
        """Let `page` stand in Today's place; False where it does already.

        What stood there does not come back, unless it is Today.
        """
        if page is self._front:
            return False
        before, self._front = self._front, page
        if self.here == TODAY:
            self._window.show_page(page)
        if before is not self._window.today:
            before.hide()
            before.deleteLater()
        return True

    def start_anew(self) -> None:
        """The window was refurnished: every page is to be made anew when it is wanted."""
        self._conductors.clear()
        self._front = self._window.today
        self._window.rail.wanted.connect(self.go)
        self.go(self.here)
