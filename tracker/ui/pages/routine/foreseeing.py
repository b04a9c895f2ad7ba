"""What would become of the coming days, were the step as it is wanted?"""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from tracker.actions.ports import Reading
from tracker.actions.views.difference import compared_until, differences
from tracker.actions.views.warnings import grown, warnings_of
from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.domain.routine import Routine
from tracker.ui.desk import Desk
from tracker.ui.pages.routine.wanted import Wanted
from tracker.words.errors import error_line
from tracker.words.routine_changes import (
    Move,
    changes_from,
    looked_up_to,
    moves,
    others_lines,
    rewritten_days,
)
from tracker.words.routine_list import told_apart
from tracker.words.warnings import warning_line


class Foreseen(NamedTuple):
    """What becomes of the step, of the others, and what one should know; or why it cannot be.

    Each of `moves` has the number of its days. `looked` says which days were looked at where those
    are not the next ones, `span` how far where that is not as far as usual, `past` how many days
    gone by would be others. Where nothing is wanted that could be, nothing is foreseen, and
    `is_wanted` False.
    """

    moves: tuple[tuple[Move, int], ...] = ()
    others: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    fault: str = ""
    looked: str = ""
    span: str = ""
    past: str = ""
    is_wanted: bool = True


class Foreseeing(QObject):
    """Looks ahead; of several wishes in a row only the last is looked at."""

    foreseen = Signal(object)
    """A `Foreseen`, of what was wanted last."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._number = 0

    def look(self, wanted: Wanted | None, today: Day) -> None:
        """Look ahead; None: nothing is wanted that could be."""
        self._number += 1
        if wanted is None:
            self.foreseen.emit(Foreseen(is_wanted=False))
        else:
            look = partial(self._foresee, self._number, wanted, today)
            self._desk.read(look, partial(self._on_foreseen, self._number))

    def _foresee(
        self, number: int, wanted: Wanted, today: Day, reading: Reading
    ) -> Foreseen | None:
        """On the store's thread; None where something else was wanted meanwhile."""
        return foresee(reading, wanted, today) if number == self._number else None

    def _on_foreseen(self, number: int, found: Foreseen | None) -> None:
        if found is not None and number == self._number:
            self.foreseen.emit(found)


def foresee(reading: Reading, wanted: Wanted, today: Day) -> Foreseen:
    """Look 60 days ahead of the day from which it holds, or of today; 400 days at most."""
    before = reading.routine()
    names = before.names()
    try:
        after = wanted.supposing(reading, today)
    except TrackerError as error:
        return Foreseen(fault=error_line(error, names))
    names = told_apart(after.steps)
    step = wanted.draft.id or after.steps[-1].id
    first = min(wanted.begins, wanted.draft.replaces or wanted.begins)
    last = compared_until(first, today)
    is_cut = last < compared_until(max(first, today), today)
    found = differences(reading, after, first, last, today)
    return Foreseen(
        tuple(moves(found, step, names, today)),
        tuple(others_lines(found, step, names)),
        tuple(_new_warnings(reading, after, today, wanted.begins)),
        looked="" if first == today else changes_from(first, last, today),
        span=looked_up_to(last, today) if is_cut else "",
        past=rewritten_days(found, today) if first < today else "",
    )


def _new_warnings(reading: Reading, after: Routine, today: Day, begins: Day) -> list[str]:
    """What was so before, or worse, is no news."""
    before = warnings_of(reading, reading.routine(), today, begins)
    names = after.names()
    found = grown(before, warnings_of(reading, after, today, begins))
    return [warning_line(one, names) for one in found]
