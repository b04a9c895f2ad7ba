"""What would become of the coming days, were the step as it is wanted?"""

from datetime import timedelta
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.ports import Reading
from tracker.actions.views.difference import differences
from tracker.actions.views.warnings import warnings_of
from tracker.domain.day import LAST_DAY, Day
from tracker.domain.errors import TrackerError
from tracker.domain.routine import Routine
from tracker.ui.desk import Desk
from tracker.ui.pages.routine.wanted import Wanted
from tracker.words.errors import error_line
from tracker.words.routine_changes import Move, moves, others_lines
from tracker.words.routine_list import told_apart
from tracker.words.warnings import warning_line

AHEAD: Final = 60
"""How many days are looked at."""


class Foreseen(NamedTuple):
    """What becomes of the step, of the others, and what one should know; or why it cannot be.

    Each of `moves` has the number of its days.
    """

    moves: tuple[tuple[Move, int], ...] = ()
    others: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    fault: str = ""


class Foreseeing(QObject):
    """Looks ahead, one look at a time; what is wanted meanwhile is looked at after it."""

    foreseen = Signal(object)
    """A `Foreseen`, of what was wanted last."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: Wanted | None = None
        self._is_looking = False
        desk.failed.connect(self._on_failed)

    def look(self, wanted: Wanted | None, today: Day) -> None:
        """Look ahead; None: nothing is wanted that could be."""
        self._wanted = wanted
        if wanted is not None and not self._is_looking:
            self._is_looking = True
            answer = partial(self._on_looked, wanted, today)
            self._desk.read(partial(foresee, wanted=wanted, today=today), answer)

    def _on_looked(self, wanted: Wanted, today: Day, found: Foreseen) -> None:
        self._is_looking = False
        if wanted is self._wanted:
            self.foreseen.emit(found)
        else:
            self.look(self._wanted, today)

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """Somebody else says it; the next look is not kept from being taken."""
        del error
        self._is_looking = False


def foresee(reading: Reading, wanted: Wanted, today: Day) -> Foreseen:
    """Look 60 days ahead of the day from which it holds, or of today."""
    before = reading.routine()
    names = {step.id: step.name for step in before.steps}
    try:
        after = wanted.supposing(reading, today)
    except TrackerError as error:
        return Foreseen(fault=error_line(error, names))
    names = told_apart(after.steps)
    step = wanted.draft.id or after.steps[-1].id
    first = min(wanted.begins, LAST_DAY - timedelta(days=AHEAD))
    last = max(first, min(today, LAST_DAY - timedelta(days=AHEAD))) + timedelta(days=AHEAD - 1)
    found = differences(reading, after, first, last, today)
    return Foreseen(
        tuple(moves(found, step, names, today)),
        tuple(others_lines(found, step, names)),
        tuple(_new_warnings(reading, before, after, today)),
    )


def _new_warnings(reading: Reading, before: Routine, after: Routine, today: Day) -> list[str]:
    """What was so before, or worse, is no news."""
    known = {(one.code, one.step): one.number for one in warnings_of(reading, before, today)}
    names = {step.id: step.name for step in after.steps}
    return [
        warning_line(one, names)
        for one in warnings_of(reading, after, today)
        if known.get((one.code, one.step), -1) < one.number
    ]
