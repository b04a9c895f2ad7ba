"""How does the streak look?"""

from tracker.actions.views.today import StreakView
from tracker.ui.theme.type import FIGURE
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.text import Text
from tracker.words.today import best_streak, no_streak, streak_figure
from tracker.words.window import streak_title


class StreakCard(TitledCard):
    """The running streak and the best one; keeps its room until they are known."""

    def __init__(self) -> None:
        super().__init__(streak_title())
        self.figure = Text("", FIGURE)
        self.figure.setFixedHeight(self.figure.fontMetrics().height())
        self.column.addWidget(self.figure)

    def show_streak(self, streak: StreakView) -> None:
        """Show the figures."""
        self.figure.setText(streak_figure(streak.current))
        self.aside.setText(best_streak(streak.best) if streak.best else no_streak())
        self.aside.setVisible(streak.best > streak.current or not streak.best)
