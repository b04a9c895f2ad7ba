"""What stands beside the steps: the skin, the streak, the phases, what comes next?"""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.actions.views.today import StreakView, TodayView
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.phase_bar import PhaseCard
from tracker.ui.widgets.rating_card import RatingCard
from tracker.ui.widgets.streak_card import StreakCard

_BEFORE_PHASES: Final = 2
"""How many cards stand over the phases: the rating and the streak."""


class Beside(QWidget):
    """The right column's cards."""

    rated = Signal(str, object)
    """A facet and its mark, or None."""
    noted = Signal(object, str)
    """A day and its note."""

    def __init__(self) -> None:
        super().__init__()
        self.rating = RatingCard()
        self.streak = StreakCard()
        self._phases: list[PhaseCard] = []
        self._next = NextCard()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        for card in (self.rating, self.streak, self._next):
            self._column.addWidget(card)
        self.rating.rated.connect(self.rated)
        self.rating.noted.connect(self.noted)

    def show_view(self, view: TodayView) -> None:
        """Show a day."""
        self.rating.show_rating(view.day, view.today, view.rating)
        self._show_phases(view)
        self._next.show_coming(view.coming, view.today)
        self._next.setVisible(view.day >= view.today)
        self.streak.setVisible(view.is_today)

    def show_streak(self, streak: StreakView) -> None:
        """Show the streak, which is known a little later than the day."""
        self.streak.show_streak(streak)

    def _show_phases(self, view: TodayView) -> None:
        while len(self._phases) > len(view.phases):
            self._phases.pop().deleteLater()
        for place, bar in enumerate(view.phases):
            if place < len(self._phases):
                self._phases[place].show_bar(bar)
            else:
                self._phases.append(PhaseCard(bar))
                self._column.insertWidget(_BEFORE_PHASES + place, self._phases[place])
