"""How does one shift the day on which a step's phases turn?"""

from functools import partial
from typing import Final

from PySide6.QtCore import Slot

from tracker.actions.shift import shift, shifted
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import StepId
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Intent, Occasion, Span
from tracker.ui.pages.calendar.forms.turns import OTHER, Running, running_at, turns
from tracker.ui.theme.type import SMALL
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.option_row import Option
from tracker.ui.widgets.options import Options
from tracker.ui.widgets.text import Text
from tracker.words.form import no_day
from tracker.words.shift_form import (
    running_line,
    shift_agree,
    shift_said,
    shift_title,
    turn_day_label,
    turns_as_planned,
    turns_in_the_past,
    when_label,
    which_step,
)

_USUAL: Final = 2
"""Which of the choices is chosen at first: the first that does not begin at once."""


class ShiftForm(Form):
    """Which step, and when its next phase begins: in words, or on a day of one's own."""

    def __init__(self, occasion: Occasion, step: StepId | None = None) -> None:
        """`step` is chosen at first; there is one with phases, see `running_at`."""
        self._running = {one.step.id: one for one in running_at(occasion)}
        first = step if step in self._running else next(iter(self._running))
        alone = self._running[first].step.name if len(self._running) == 1 else ""
        super().__init__(occasion, shift_title(alone), shift_agree())
        names = [Option(one.step.id, one.step.name) for one in self._running.values()]
        self.which = Options([("", names)], [first], is_one=True)
        self.line = Text("", SMALL, muted=True, wraps=True)
        self.whens = {key: self._when(one) for key, one in self._running.items()}
        self.day = DayField(
            turn_day_label(), self._other_day(), occasion.today, occasion.week_start
        )
        which = self.add(Field(which_step(), self.which))
        which.setVisible(not alone)
        self.add(Field(when_label(), *self.whens.values()))
        self._day = self.add(Field(turn_day_label(), self.day))
        self.column.insertWidget(1, self.line)
        self.which.changed.connect(self._on_chosen)
        self.day.changed.connect(self.refresh)
        self._show_those_that_count()

    def _when(self, running: Running) -> Options:
        """The choices; the selected day where it is still to come, else a week more or less.

        What takes effect at once is chosen by nobody's mistake.
        """
        offered = turns(running, self.occasion.today)
        days = [turn.day for turn in offered]
        codes = [turn.option.code for turn in offered]
        wanted = self.occasion.day
        is_typed = wanted > self.occasion.today and wanted not in days
        is_ahead = wanted > self.occasion.today
        usual = codes[min(_USUAL, len(codes) - 1)]
        chosen = codes[days.index(wanted)] if is_ahead and wanted in days else usual
        when = Options(
            [("", [turn.option for turn in offered])], [OTHER if is_typed else chosen], is_one=True
        )
        when.changed.connect(self._on_chosen)
        return when

    def _other_day(self) -> Day:
        """What the field for a day of one's own begins with."""
        return max(self.occasion.day, self.occasion.today + ONE_DAY)

    @property
    def running(self) -> Running:
        """The step that it is about."""
        return self._running[self.which.chosen[0]]

    @property
    def when(self) -> Options:
        """The choices of that step."""
        return self.whens[self.running.step.id]

    @property
    def _is_typed(self) -> bool:
        return self.when.chosen == [OTHER]

    def take_focus(self) -> None:
        """At the steps where there are several, else at the choices."""
        (self.which if len(self._running) > 1 else self.when).setFocus()

    def intent(self) -> Intent | None:
        """The shift."""
        today, running = self.occasion.today, self.running
        turn = self.day.day if self._is_typed else Day.fromisoformat(self.when.chosen[0])
        if turn is None:
            self.wrong(self._day, no_day())
            return None
        if turn < today:
            self.wrong(self._day, turns_in_the_past(today))
        if turn == running.phase.until:
            self.wrong(self._day, turns_as_planned())
        step, planned = running.step, running.phase.until
        return Intent(
            (step.id, turn),
            partial(shifted, step_id=step.id, turn=turn),
            partial(shift, clock=self.occasion.clock, step_id=step.id, turn=turn),
            shift_said(step.name, turn, planned, today, is_on=running.is_on_next),
            Span(min(turn, planned)),
        )

    @Slot()
    def _on_chosen(self) -> None:
        self._show_those_that_count()
        self.refresh()

    def _show_those_that_count(self) -> None:
        self.line.setText(running_line(self.running.phase, self.occasion.today))
        for when in self.whens.values():
            when.setVisible(when is self.when)
        self._day.setVisible(self._is_typed)
