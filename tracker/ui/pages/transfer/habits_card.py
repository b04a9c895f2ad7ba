"""What becomes of each habit of a file, and which moods become ratings?"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal

from tracker.actions.becoming import LEFT, NEW, Becoming, Wishes
from tracker.actions.brought import Brought, BroughtHabit
from tracker.domain.day import Day
from tracker.domain.foreign import Foreign, HabitKey
from tracker.domain.routine import Step
from tracker.ui.widgets.card import TitledCard
from tracker.ui.widgets.choice import Choice
from tracker.ui.widgets.control_row import ControlRow
from tracker.words.transfer import (
    as_ratings_label,
    fate_label,
    habit_line,
    habits_title,
    leave_out_label,
    moods_line,
    moods_title,
    new_step_label,
)

_STEP: Final = "step:"
"""In front of a step's id, which could be called as anything else that becomes of a habit."""


class HabitsCard(TitledCard):
    """A row for each habit, with a choice of the step that it becomes."""

    wished = Signal()
    """Something else is to become of a habit, or of the moods."""

    def __init__(self, foreign: Foreign) -> None:
        super().__init__(habits_title())
        self._foreign = foreign
        self._choices: dict[HabitKey, Choice] = {}
        self._rows: dict[HabitKey, ControlRow] = {}
        self._wished: dict[HabitKey, Becoming] = {}
        self._moods: ControlRow | None = None
        self._takes_moods = True
        self.column.setSpacing(0)
        self.column.addSpacing(12)

    def wishes(self) -> Wishes:
        """What is chosen now; of the others nothing is wished."""
        return Wishes(dict(self._wished), takes_ratings=self._takes_moods)

    def settle(self) -> None:
        """What was to be a new step is one now, and found by its name."""
        self._wished = {key: one for key, one in self._wished.items() if one != NEW}

    def keep_to(self, steps: Iterable[Step]) -> bool:
        """Wish for no step that is not one of `steps` any more; whether one was wished for."""
        there = {None, *(step.id for step in steps)}
        kept = {key: one for key, one in self._wished.items() if one.step in there}
        is_less = len(kept) < len(self._wished)
        self._wished = kept
        return is_less

    def show_brought(self, brought: Brought, steps: Iterable[Step], today: Day) -> None:
        """Show what would become of each, of `steps` or new, as seen on `today`."""
        options = [
            *((_STEP + step.id, step.name) for step in steps),
            ("new", new_step_label()),
            ("left", leave_out_label()),
        ]
        for found in brought.habits:
            key = found.habit.key
            if key not in self._rows:
                self._add(key)
            self._choices[key].offer(options)
            self._choices[key].show_code(_code(found))
            self._rows[key].say(habit_line(found, today))
        if self._foreign.ratings and self._moods is None:
            self._moods = self._moods_row()
        if self._moods is not None:
            self._moods.say(moods_line(self._foreign, brought))

    def take_focus(self) -> None:
        """Let the keyboard begin at the first habit."""
        for choice in self._choices.values():
            choice.setFocus()
            return

    def _add(self, key: HabitKey) -> None:
        choice = Choice(fate_label(key), (), "")
        choice.changed.connect(lambda: self._wish(key, choice.code))
        row = self._rows[key] = ControlRow(key, choice)
        self._choices[key] = choice
        self.column.addWidget(row)

    def _wish(self, key: HabitKey, code: str) -> None:
        fates = {"new": NEW, "left": LEFT}
        step = code.removeprefix(_STEP)
        self._wished[key] = fates.get(code) or Becoming("step", step)
        self.wished.emit()

    def _moods_row(self) -> ControlRow:
        options = [("ratings", as_ratings_label()), ("left", leave_out_label())]
        choice = Choice(fate_label(moods_title()), options, "ratings")
        choice.changed.connect(lambda: self._wish_moods(choice.code))
        row = ControlRow(moods_title(), choice)
        self.column.addWidget(row)
        return row

    def _wish_moods(self, code: str) -> None:
        self._takes_moods = code == "ratings"
        self.wished.emit()


def _code(found: BroughtHabit) -> str:
    return _STEP + found.step.id if found.fate == "step" and found.step else found.fate
