"""How many days in a row, now and at best, kept up to date without planning all time anew?"""

from typing import Final

from tracker.actions.change import Change
from tracker.actions.ports import Reading
from tracker.actions.views.kept import LivedKeeper
from tracker.actions.views.today import StreakView
from tracker.domain.day import Day
from tracker.domain.measure import day_streak
from tracker.domain.settings import day_threshold


class StreakKeeper:
    """The streak of the days that are kept, which another page may use as well."""

    def __init__(self, days: LivedKeeper | None = None) -> None:
        self.days: Final = days or LivedKeeper()

    def view(self, reading: Reading, today: Day) -> StreakView:
        """The day streak as at `today`."""
        lived = self.days.lived(reading, today)
        found = day_streak(lived.turns, today, day_threshold(lived.settings))
        return StreakView(found.current, found.best)

    def forget(self, change: Change) -> None:
        """Drop what is kept where `change` may have moved it."""
        self.days.forget(change)
