"""How do the rows of any file of another program become habits, entries and ratings?"""

from collections.abc import Mapping
from typing import Final

from tracker.domain.day import FIRST_DAY, LAST_DAY, Day
from tracker.domain.errors import BadInput, Fact
from tracker.domain.foreign import (
    Foreign,
    ForeignEntry,
    ForeignRating,
    Habit,
    HabitKey,
    LeftRow,
)
from tracker.domain.log import Deed, Rating
from tracker.domain.outside import NOTE_LENGTH, Outside
from tracker.words.foreign_place import row_place

MOST_HABITS: Final = 500
MOST_ENTRIES: Final = 150_000
"""How many entries a file may hold: thirty years of twelve steps a day are 130,000."""


class Gathering:
    """Gathers what is read; what cannot be kept is left out with its row and the reason."""

    def __init__(self, part: str = "") -> None:
        self.part = part
        """The part of the file that is being read."""
        self.blank = 0
        self._habits: dict[HabitKey, Habit] = {}
        self._entries: list[ForeignEntry] = []
        self._ratings: dict[Day, ForeignRating] = {}
        self._left: list[LeftRow] = []

    def foreign(self) -> Foreign:
        """All that was gathered."""
        habits = tuple(self._habits.values())
        ratings = tuple(self._ratings.values())
        return Foreign(habits, tuple(self._entries), ratings, tuple(self._left), self.blank)

    def leave(self, row: int, code: str, facts: Mapping[str, Fact] | None = None) -> None:
        """Leave a row out."""
        self._left.append(LeftRow(row, self.part, code, facts or {}))

    def habit(self, row: int, habit: Habit) -> HabitKey | None:
        """Know a habit of its own; None where its name cannot be kept."""
        name = self._name(row, habit.name.strip())
        if name is None:
            return None
        key, number = name, 1
        while key in self._habits:
            number += 1
            key = f"{name} ({number})"
        return self._know(habit._replace(key=key, name=name))

    def named(self, row: int, habit: Habit) -> HabitKey | None:
        """The habit of that key, known from its first row on; None where it cannot be kept."""
        if habit.key in self._habits:
            return habit.key
        is_kept = self._name(row, habit.name) and self._name(row, habit.key)
        return self._know(habit) if is_kept else None

    def entry(self, row: int, habit: HabitKey, day: Day, do: Deed, note: str) -> None:
        """A habit done or skipped on a day; left out where no such day can be kept."""
        if not FIRST_DAY <= day <= LAST_DAY:
            self.leave(row, "day_out_of_range", {"got": day.isoformat()})
            return
        if len(self._entries) >= MOST_ENTRIES:
            where = row_place(row, self.part)
            raise BadInput("too_many_entries", where=where, most=MOST_ENTRIES)
        kept = self.note(row, note)
        self._entries.append(ForeignEntry(habit, day, do, kept, row, self.part))

    def rating(self, row: int, rating: Rating) -> None:
        """A rating; one a day."""
        if rating.day in self._ratings:
            self.leave(row, "second_rating", {"day": rating.day})
        else:
            self._ratings[rating.day] = ForeignRating(rating, row, self.part)

    def nothing(self, row: int, note: str) -> None:
        """A row that says that nothing was done; with a note it is told of."""
        if note.strip():
            self.leave(row, "note_without_deed")
        else:
            self.blank += 1

    def note(self, row: int, text: str) -> str | None:
        """The note as it can be kept; None for none, and for one that is told as left out."""
        plain = text.replace("\r\n", "\n").replace("\r", "\n")
        if not plain.strip():
            return None
        try:
            return Outside(plain).text(NOTE_LENGTH)
        except BadInput:
            self.leave(row, "note_not_storable")
            return None

    def _name(self, row: int, text: str) -> str | None:
        try:
            return Outside(text).text()
        except BadInput:
            self.leave(row, "name_not_storable")
            return None

    def _know(self, habit: Habit) -> HabitKey:
        if len(self._habits) >= MOST_HABITS:
            raise BadInput("too_many_habits", most=MOST_HABITS)
        self._habits[habit.key] = habit
        return habit.key
