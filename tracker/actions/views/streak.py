"""How many days in a row, now and at best?"""

from tracker.actions.change import Change
from tracker.actions.ports import Reading
from tracker.actions.views.kept import Kept
from tracker.actions.views.today import StreakView
from tracker.domain.day import Day
from tracker.domain.measure import day_streak
from tracker.domain.settings import day_threshold
from tracker.domain.turn import turns_of


class StreakKeeper:
    """Keeps the turns of days that today's deeds cannot touch."""

    def __init__(self) -> None:
        self._turns = Kept(turns_of)

    def view(self, reading: Reading, today: Day) -> StreakView:
        """The day streak as at `today`."""
        turns = self._turns.up_to(reading, today)
        found = day_streak(turns, today, day_threshold(reading.settings()))
        return StreakView(found.current, found.best)

    def forget(self, change: Change) -> None:
        """Drop what is kept where `change` may have moved it."""
        self._turns.forget(change)
