"""What becomes of what a form tells: is it weighed, and is it done?"""

from datetime import timedelta
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.ports import Reading
from tracker.actions.supposed import Supposing
from tracker.actions.views.difference import differences
from tracker.domain.day import LAST_DAY, Day
from tracker.domain.errors import TrackerError
from tracker.ui.desk import Desk
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Span
from tracker.ui.held import Act
from tracker.words.effect import effect_line
from tracker.words.errors import error_line

_AHEAD: Final = timedelta(days=60)
"""How far one looks where nothing ends what would be another."""
_FARTHEST: Final = timedelta(days=400)
"""How many days are compared at most."""


class Weighed(NamedTuple):
    """What becomes of the plan, or why what was supposed cannot be."""

    effect: str = ""
    fault: str = ""


def weigh(reading: Reading, supposing: Supposing, span: Span, today: Day) -> Weighed:
    """What a `Supposing` comes to in the days of `span`, in words."""
    ahead = max(span.first, min(today, LAST_DAY - _AHEAD)) + _AHEAD
    farthest = min(span.first, LAST_DAY - _FARTHEST) + _FARTHEST
    last = min(ahead if span.last is None else span.last, farthest, LAST_DAY)
    names = {step.id: step.name for step in reading.routine().steps}
    try:
        after = supposing(reading, today)
    except TrackerError as error:
        return Weighed(fault=error_line(error, names))
    found = differences(reading, after, span.first, last, today)
    return Weighed(effect_line(found, last, today))


class Asking(QObject):
    """Goes with one form until it is agreed to or left; what it supposes is weighed first."""

    supposed = Signal(object)
    """A `Supposing` that can be: the month is to be shown so. None: as it is."""
    ended = Signal()
    """The form was left, or what it asked for is done."""

    def __init__(self, form: Form, desk: Desk) -> None:
        super().__init__(form)
        self.form = form
        self._desk = desk
        self._supposing: Supposing | None = None
        self._tries = 0
        self._is_writing = False
        form.supposed.connect(self._on_supposed)
        form.agreed.connect(self._on_agreed)
        form.left.connect(self._end)
        desk.failed.connect(self._on_failed)

    @Slot(object)
    def _on_supposed(self, supposing: Supposing | None) -> None:
        self._supposing = supposing
        if supposing is None or self.form.span is None:
            self.supposed.emit(None)
            return
        look = partial(_weighed, supposing, self.form.span, self.form.occasion.today)
        self._desk.read(look, partial(self._on_weighed, supposing))

    def _on_weighed(self, supposing: Supposing, weighed: Weighed) -> None:
        """Only what was supposed last is told of."""
        if supposing is not self._supposing:
            return
        if weighed.fault:
            self.form.show_fault(weighed.fault)
        else:
            self.form.show_effect(weighed.effect)
        self.supposed.emit(None if weighed.fault else supposing)

    @Slot(object)
    def _on_agreed(self, act: Act) -> None:
        """What is read after it is answered after it."""
        self._is_writing = True
        self._tries += 1
        self._desk.write(act)
        self._desk.read(_routine, partial(self._on_written, self._tries))

    @Slot(object)
    def _on_failed(self, error: TrackerError) -> None:
        """What stands in the form is kept for another try."""
        if self._is_writing:
            self._is_writing = False
            self.form.show_fault(error_line(error))

    def _on_written(self, number: int, answer: object) -> None:
        """The try with that number was not told to have failed, unless another came after it."""
        del answer
        if self._is_writing and number == self._tries:
            self._end()

    @Slot()
    def _end(self) -> None:
        """What is still being weighed is told to nobody."""
        self._is_writing = False
        self._supposing = None
        self.ended.emit()


def _weighed(supposing: Supposing, span: Span, today: Day, reading: Reading) -> Weighed:
    return weigh(reading, supposing, span, today)


def _routine(reading: Reading) -> object:
    return reading.routine()
