"""What becomes of what a form tells: is it weighed, and is it done?"""

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from tracker.actions.ports import Reading
from tracker.actions.supposed import Supposing
from tracker.actions.views.difference import compared_until, differences
from tracker.domain.day import Day
from tracker.domain.errors import TrackerError
from tracker.ui.desk import Desk
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Span
from tracker.ui.held import Act, Written
from tracker.words.effect import effect_line
from tracker.words.errors import error_line


class Weighed(NamedTuple):
    """What becomes of the plan, or why what was supposed cannot be."""

    effect: str = ""
    fault: str = ""


def weigh(reading: Reading, supposing: Supposing, span: Span, today: Day) -> Weighed:
    """What a `Supposing` comes to in the days of `span`, in words."""
    last = compared_until(span.first, today, span.last)
    names = reading.routine().names()
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

    def __init__(self, form: Form, desk: Desk, *, is_kept: bool = False) -> None:
        """`is_kept`: nobody leaves it unasked; whoever asks calls `end`."""
        super().__init__(form)
        self.form = form
        self._desk = desk
        self._supposing: Supposing | None = None
        self._is_over = False
        form.supposed.connect(self._on_supposed)
        form.agreed.connect(self._on_agreed)
        if not is_kept:
            form.left.connect(self.end)

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
        self._desk.write(act, self._on_written)

    def _on_written(self, written: Written) -> None:
        """What stands in the form is kept for another try; a form that was left hears nothing."""
        if self._is_over:
            return
        if written.error is None:
            self.end()
        else:
            self.form.show_fault(error_line(written.error))

    @Slot()
    def end(self) -> None:
        """The form is over: what is still being weighed is told to nobody."""
        self._is_over = True
        self._supposing = None
        self.ended.emit()


def _weighed(supposing: Supposing, span: Span, today: Day, reading: Reading) -> Weighed:
    return weigh(reading, supposing, span, today)
