"""How is shown what comes next?"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions.views.today import Coming
from tracker.domain.day import Day
from tracker.ui.theme.type import BODY, SMALL
from tracker.ui.widgets.card import TitledCard, Wrapped
from tracker.ui.widgets.text import Text
from tracker.words.today import coming_day, coming_line
from tracker.words.window import next_title, nothing_next


class NextCard(TitledCard):
    """What comes after today, each with its day."""

    def __init__(self) -> None:
        super().__init__(next_title())
        self._shown: tuple[tuple[Coming, ...], Day] | None = None
        self._list = QWidget()
        self.column.addWidget(self._list)

    def show_coming(self, coming: tuple[Coming, ...], seen_from: Day) -> None:
        """Show the list, or what will appear here."""
        if self._shown == (coming, seen_from):
            return
        self._shown = (coming, seen_from)
        self.column.removeWidget(self._list)
        self._list.deleteLater()
        self._list = _list_of(coming, seen_from)
        self.column.addWidget(self._list)


def _list_of(coming: tuple[Coming, ...], seen_from: Day) -> QWidget:
    found = QWidget()
    column = QVBoxLayout(found)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for one in coming:
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(Wrapped(coming_line(one), BODY), 1)
        day = Text(coming_day(one, seen_from), BODY, muted=True)
        row.addWidget(day, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
    if not coming:
        column.addWidget(Text(nothing_next(), SMALL, muted=True, wraps=True))
    return found
