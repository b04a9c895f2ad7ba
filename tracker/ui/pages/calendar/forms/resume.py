"""How does one end a pause, or take it out again?"""

from functools import partial
from typing import Final

from PySide6.QtCore import Slot

from tracker.actions.known_pauses import KnownPause
from tracker.actions.pause import end, ended
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Pause
from tracker.ui.forms.form import Form
from tracker.ui.forms.occasion import Intent, Occasion, Span
from tracker.ui.pages.calendar.forms.known_pauses import pauses_at
from tracker.ui.widgets.day_field import DayField
from tracker.ui.widgets.field import Field
from tracker.ui.widgets.option_row import Option
from tracker.ui.widgets.options import Options
from tracker.words.form import no_day
from tracker.words.pause_form import (
    end_on_day,
    how_label,
    pause_days,
    pause_name,
    remove_agree,
    removed_said,
    resume_agree,
    resume_day_label,
    resume_said,
    resume_title,
    resumes_too_early,
    resumes_too_late,
    take_out,
    taken_out_about,
    which_pause,
)

_END: Final = "end"
_TAKE_OUT: Final = "take-out"


class ResumeForm(Form):
    """Which pause, and whether it ends on a day or was none."""

    def __init__(self, occasion: Occasion, pause: Pause | None = None) -> None:
        """`pause` is chosen at first; there is one, see `pauses_at`."""
        super().__init__(occasion, resume_title(), resume_agree())
        self._pauses = pauses_at(occasion)
        self._first = next((n for n, one in enumerate(self._pauses) if pause in one.parts), 0)
        self.which = self._which()
        self.how = Options(
            [("", [Option(_END, end_on_day()), Option(_TAKE_OUT, take_out(), taken_out_about())])],
            [_END],
            is_one=True,
        )
        first_day = self._first_day()
        self.day = DayField(resume_day_label(), first_day, occasion.today, occasion.week_start)
        which = self.add(Field(which_pause(), self.which))
        self.add(Field(how_label(), self.how))
        self._day = self.add(Field(resume_day_label(), self.day))
        which.setVisible(bool(self._pauses))
        self.which.changed.connect(self._on_pause_changed)
        self.how.changed.connect(self._on_how_changed)
        self.day.changed.connect(self.refresh)
        self._on_pause_changed()

    def _which(self) -> Options:
        names = self.occasion.routine.names()
        today = self.occasion.today
        options = [
            Option(str(place), pause_name(one.whole, names), pause_days(one.whole, today))
            for place, one in enumerate(self._pauses)
        ]
        return Options([("", options)], [str(self._first)], is_one=True)

    @property
    def known(self) -> KnownPause:
        """The pause that it is about."""
        return self._pauses[int(self.which.chosen[0])]

    @property
    def pause(self) -> Pause:
        """The same, in one."""
        return self.known.whole

    def _first_day(self) -> Day:
        """Today, where that ends the pause."""
        return max(self.occasion.today, self.pause.begins + ONE_DAY)

    @property
    def _may_end(self) -> bool:
        """Whether the pause can end earlier than it does."""
        pause = self.pause
        return pause.ends is None or pause.ends > pause.begins

    @property
    def _is_ending(self) -> bool:
        return self.how.chosen == [_END]

    def take_focus(self) -> None:
        """At the pauses where there are several, else at the way to end it."""
        (self.which if len(self._pauses) > 1 else self.how).setFocus()

    def intent(self) -> Intent | None:
        """The end of the pause, or that there was none."""
        if not self._is_ending:
            return self._ended(self.pause.begins, removed_said())
        pause, today = self.pause, self.occasion.today
        day = self.day.day
        if day is None:
            self.wrong(self._day, no_day())
            return None
        if day <= pause.begins:
            self.wrong(self._day, resumes_too_early(pause.begins, today))
        if pause.ends is not None and day > pause.ends:
            self.wrong(self._day, resumes_too_late(pause.ends, today))
        return self._ended(day, resume_said(pause, day, today))

    def _ended(self, day: Day, said: str) -> Intent:
        """The pause without what it rests from `day` on."""
        parts = self.known.parts
        return Intent(
            (parts, day),
            partial(ended, pauses=parts, day=day),
            partial(end, clock=self.occasion.clock, pauses=parts, day=day),
            said,
            Span(day, self.pause.ends),
        )

    @Slot()
    def _on_pause_changed(self) -> None:
        """A pause that is over, or of a single day, can only be taken out."""
        is_over = self.known.is_over(self.occasion.today)
        self.how.choose([_TAKE_OUT if is_over or not self._may_end else _END])
        self.day.show_day(self._first_day())
        self._on_how_changed()

    @Slot()
    def _on_how_changed(self) -> None:
        self._day.setVisible(self._is_ending)
        self.agree.set_label(resume_agree() if self._is_ending else remove_agree())
        self.refresh()
