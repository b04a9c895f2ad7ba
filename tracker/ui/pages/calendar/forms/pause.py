"""How does one pause the routine, or some of its steps?"""

from datetime import timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from tracker.actions.pause import Wish, pause, paused
from tracker.domain.day import LAST_DAY, Day
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Intent, Occasion, Span
from tracker.ui.pages.calendar.forms.step_choice import StepChoice
from tracker.ui.widgets.button import Button
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.flow import Flow
from tracker.ui.widgets.line_field import LineField
from tracker.ui.widgets.option_row import Option
from tracker.ui.widgets.options import Options
from tracker.words.form import no_day, no_step_chosen, steps_label
from tracker.words.pause_form import (
    ends_before,
    from_label,
    open_end,
    pause_agree,
    pause_said,
    pause_title,
    reason_label,
    reasons,
    to_label,
)

_WEEK: Final = timedelta(days=6)
"""From the first day of a week to its last."""


class PauseForm(Form):
    """From, to, which steps, and why."""

    def __init__(self, occasion: Occasion) -> None:
        super().__init__(occasion, pause_title(), pause_agree())
        day, today, week_start = occasion.day, occasion.today, occasion.week_start
        self.begins = DayField(from_label(), day, today, week_start)
        self.ends = DayField(to_label(), min(day + _WEEK, LAST_DAY), today, week_start)
        self.open_end = Options([("", [Option("open", open_end())])], [])
        self.steps = StepChoice(occasion.steps())
        self.reason = LineField(reason_label())
        self._length = _WEEK
        self._from = self.add(Field(from_label(), self.begins))
        self._to = self.add(Field(to_label(), self.ends, self.open_end))
        self._which = self.add(Field(steps_label(), self.steps))
        self.add(Field(reason_label(), self.reason, self._suggestions()))
        self._listen()

    def _listen(self) -> None:
        self.begins.changed.connect(self._on_begins_changed)
        self.ends.changed.connect(self._on_ends_changed)
        self.open_end.changed.connect(self._on_open_end_changed)
        self.steps.changed.connect(self.refresh)

    def _suggestions(self) -> QWidget:
        """Frequent reasons, which write themselves."""
        row = QWidget()
        flow = Flow(6)
        row.setLayout(flow)
        for reason in reasons():
            button = Button(reason)
            button.clicked.connect(partial(self.reason.setText, reason))
            flow.addWidget(button)
        return row

    def take_focus(self) -> None:
        """At the first day."""
        self.begins.setFocus()

    def intent(self) -> Intent | None:
        """The pause that is wished for."""
        begins, ends = self.begins.day, None if self._is_open else self.ends.day
        steps = self.steps.steps
        if begins is None:
            self.wrong(self._from, no_day())
        if ends is None and not self._is_open:
            self.wrong(self._to, no_day())
        if begins is not None and ends is not None and ends < begins:
            self.wrong(self._to, ends_before())
        if steps == ():
            self.missing(self._which, no_step_chosen())
        return None if begins is None else self._wish(begins, ends)

    def _wish(self, begins: Day, ends: Day | None) -> Intent:
        wish = Wish(begins, ends, self.steps.steps, self.reason.words or None)
        return Intent(
            wish._replace(reason=None),
            partial(paused, wish=wish),
            partial(pause, clock=self.occasion.clock, wish=wish),
            pause_said(begins, ends, self.occasion.today),
            Span(begins, ends),
        )

    @property
    def _is_open(self) -> bool:
        return bool(self.open_end.chosen)

    @Slot(object)
    def _on_begins_changed(self, day: Day | None) -> None:
        """A pause that would end before it begins moves along as it is."""
        ends = self.ends.day
        if day is not None and ends is not None and ends < day:
            self.ends.show_day(min(day + self._length, LAST_DAY))
        self._measure()
        self.refresh()

    @Slot(object)
    def _on_ends_changed(self) -> None:
        self._measure()
        self.refresh()

    def _measure(self) -> None:
        """Keep how long the pause is, while it can be."""
        begins, ends = self.begins.day, self.ends.day
        if begins is not None and ends is not None and begins <= ends:
            self._length = ends - begins

    @Slot()
    def _on_open_end_changed(self) -> None:
        self.ends.setVisible(not self._is_open)
        self.refresh()
