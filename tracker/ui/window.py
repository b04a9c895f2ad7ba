"""How do the rail and the pages stand together?"""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

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
    closed = Signal()
    """The person closed the window."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self._is_painted = False
        self.setWindowTitle("Routine Tracker")
        self.setMinimumSize(LEAST)
        self.resize(SIZE)
        self.rail = Rail(("today",))
        self.rail.items["today"].setChecked(True)
        self.rail.theme.show_choice(theme.choice)
        self.today = TodayPage()
        self._other: QWidget | None = None
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.rail)
        self._whole.addWidget(self.today, 1)

    def show_sight(self, seen: Sight) -> None:
        """Show today, in the theme that is stored."""
        self.theme.choose(as_choice(seen.theme))
        self.rail.theme.show_choice(self.theme.choice)
        self.today.show_view(seen.today)

    @property
    def page(self) -> QWidget:
        """The page that is shown."""
        return self._other or self.today

    def show_today(self) -> bool:
        """Show today's page; False where it is shown already."""
        if self._other is None:
            return False
        self._drop_other()
        self.today.show()
        return True

    def show_other(self, page: QWidget) -> None:
        """Show a page in today's place; it does not stay once it was seen."""
        self._drop_other()
        self.today.hide()
        self._other = page
        self._whole.addWidget(page, 1)
        page.show()

    def _drop_other(self) -> None:
        if self._other is not None:
            self._other.hide()
            self._other.deleteLater()
            self._other = None

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
        """What is being written can be finished."""
        self.closed.emit()
        super().closeEvent(event)
