"""How does the year stand on its card: the days, and a line that says what is pointed at?"""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tracker.actions.views.progress import YearView
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.card import Wrapped
from tracker.ui.widgets.chart_card import INSET
from tracker.ui.widgets.year_grid import EDGE
from tracker.ui.widgets.year_of_days import YearOfDays
from tracker.words.progress_charts import year_hint


class Year(QWidget):
    """The year of days, and below it the day under the mouse or the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.days = YearOfDays()
        self.line = Wrapped(year_hint(), SMALL, muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSET - EDGE, 0, INSET - EDGE, 4)
        column.setSpacing(8)
        column.addWidget(self.days)
        below = QHBoxLayout()
        below.setContentsMargins(EDGE, 0, EDGE, 0)
        below.addWidget(self.line)
        column.addLayout(below)
        self.days.pointed.connect(self._on_pointed)

    def show_year(self, year: YearView) -> None:
        """Show a year."""
        self.days.show_year(year)

    @Slot(str)
    def _on_pointed(self, line: str) -> None:
        self.line.setText(line or year_hint())
