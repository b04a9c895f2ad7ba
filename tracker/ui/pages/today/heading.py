"""What stands over a day: which day it is, how far it has come, and the week around it?"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions.views.today import TodayView
from tracker.ui.theme.type import BODY, PAGE_TITLE
from tracker.ui.widgets.text import Text
from tracker.words.today import day_title, progress_line

if TYPE_CHECKING:
    from tracker.ui.widgets.button import Link
    from tracker.ui.widgets.week_strip import WeekStrip

_NARROW: Final = 794
"""The width under which the week moves below the title."""
_WEEK: Final = QSize(508, 66)
"""The room that is kept for the week until it is there."""


class Heading(QWidget):
    """The title and the progress; the week beside them comes after the first frame."""

    day_wanted = Signal(object)
    """A day is to be shown; None: today."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", PAGE_TITLE, wraps=True)
        self._progress = Text("", BODY, muted=True, wraps=True)
        self._under = QHBoxLayout()
        self._room = QWidget()
        self._room.setMinimumHeight(_WEEK.height())
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.back: Link | None = None
        self.week: WeekStrip | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._title)
        self._under.setSpacing(6)
        self._under.addWidget(self._progress, 1)
        words.addLayout(self._under)
        words.addStretch(1)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(16)
        self._box.addLayout(words, 1)
        self._box.addWidget(self._room)

    def complete(self) -> None:
        """Add what can wait until the steps have been seen."""
        from tracker.ui.widgets.button import Link  # noqa: PLC0415, after the first frame
        from tracker.ui.widgets.week_strip import WeekStrip  # noqa: PLC0415, as well
        from tracker.words.today import back_to_today  # noqa: PLC0415

        self.back = Link(back_to_today())
        self.back.clicked.connect(self._on_back_clicked)
        self._under.addWidget(self.back)
        self.week = WeekStrip()
        self.week.day_wanted.connect(self.day_wanted)
        row = QHBoxLayout(self._room)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.week)

    def show_view(self, view: TodayView, streak: int | None) -> None:
        """Show a day, and the streak in days where it is known."""
        self._title.setText(day_title(view))
        self._progress.setText(progress_line(view, streak))
        if self.back is not None:
            self.back.setVisible(not view.is_today)
        if self.week is not None:
            self.week.show_week(view.week, view.day, view.today)

    def stops(self) -> list[QWidget]:
        """Everything on it that takes the keyboard, as one reads."""
        back = [] if self.back is None else [self.back]
        return [*back, *([] if self.week is None else self.week.stops())]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The week stands beside the title where there is room for both."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _NARROW
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._room.setMinimumWidth(0 if is_narrow else _WEEK.width())
        self._box.setDirection(below if is_narrow else beside)

    def _on_back_clicked(self) -> None:
        self.day_wanted.emit(None)
