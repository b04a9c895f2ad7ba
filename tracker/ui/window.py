"""How do the rail and the pages stand together?"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.ui.pages.today.page import TodayPage
from tracker.ui.sight import Sight
from tracker.ui.theme.theme import Theme, as_choice
from tracker.ui.widgets.rail import Rail

SIZE: Final = QSize(1200, 800)
LEAST: Final = QSize(560, 420)


class Window(QWidget):
    """The one window. It shows what it is told; all else is `Conduct`'s, after the first frame."""

    painted = Signal()
    """The first frame is being drawn."""
    resized = Signal()
    """The window has another size."""
    refurnished = Signal()
    """What stands in the window was made anew, in another language."""
    closing = Signal(QCloseEvent)
    """The person wants to close the window, which stays where the event is ignored."""
    closed = Signal()
    """The person closed the window."""

    def __init__(self, theme: Theme, language: str | None = None) -> None:
        super().__init__()
        self.theme = theme
        self.language = language
        """The language in which it is furnished; None for the system's."""
        self._is_painted = False
        self.setWindowTitle("Routine Tracker")
        self.setMinimumSize(LEAST)
        self.resize(SIZE.boundedTo(self.screen().availableSize()))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._whole = QHBoxLayout()
        self._column.addLayout(self._whole, 1)
        self._whole.setSpacing(0)
        self._furnish()

    def _furnish(self) -> None:
        self.rail = Rail()
        self.rail.show_place("today")
        self.today = TodayPage()
        self.page: QWidget = self.today
        self._whole.addWidget(self.rail)
        self._whole.addWidget(self.today, 1)

    def refurnish(self, language: str | None) -> None:
        """Make the rail and Today anew, in `language`, which is now in use; other pages go."""
        self.language = language
        while (item := self._whole.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._furnish()
        self.refurnished.emit()

    def show_sight(self, seen: Sight) -> None:
        """Show today, in the theme that is stored."""
        self.theme.choose(as_choice(seen.theme))
        self.today.show_view(seen.today)

    def show_page(self, page: QWidget) -> None:
        """Show a page in place of the one that is shown, which is kept."""
        if page is self.page:
            return
        self.page.hide()
        self.page = page
        if self._whole.indexOf(page) < 0:
            self._whole.addWidget(page, 1)
        page.show()

    def put_above(self, banner: QWidget) -> None:
        """Have something stand above the rail and the pages, whichever is shown."""
        self._column.insertWidget(0, banner)

    @Slot()
    def come_forward(self) -> None:
        """Stand in front of everything else, as far as the system lets us."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The first frame is told to whoever waited for it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whatever stands over the pages keeps its place."""
        super().resizeEvent(event)
        self.resized.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is being written can be finished, also a field in which the keyboard still is."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        super().closeEvent(event)
        self.closing.emit(event)
        if event.isAccepted():
            self.closed.emit()
