"""What does the Calendar page show of a month, worked out from what is kept?"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from tracker.actions.change import Change
from tracker.actions.courses import ask_course
from tracker.actions.known_pauses import KnownPause, known_pauses
from tracker.actions.ports import Reading
from tracker.actions.supposed import Supposing
from tracker.actions.views.calendar import CalendarView
from tracker.actions.views.calendar_month import Asked, Planned, planned_days, view_of, weeks_of
from tracker.actions.views.coming import next_turns
from tracker.actions.views.today_view import slots_of
from tracker.domain.course import Course, LogTooShort
from tracker.domain.day import Day, day_of
from tracker.domain.plan import rows
from tracker.domain.settings import day_starts_at

Answer = TypeVar("Answer")


class _KeptCourse:
    """The course of the days around today and to come, which is walked once for many months."""

    def __init__(self) -> None:
        self._course: Course | None = None

    def ask(
        self,
        reading: Reading,
        asked: Asked,
        span: tuple[Day, Day],
        question: Callable[[Course], Answer],
    ) -> Answer:
        """What `question` makes of the course over the days of `span`."""
        routine, _weeks, _day, today = asked
        first, last = span
        if last < today:
            return ask_course(reading, routine, first, today, question, last)
        if self._course is not None and self._course.today == today:
            try:
                return question(self._course)
            except LogTooShort:
                pass  # an earlier month than any before: more of the log is read

        def kept(course: Course) -> Answer:
            self._course = course
            return question(course)

        return ask_course(reading, routine, first, today, kept)

    def forget(self) -> None:
        """The log or the routine has moved."""
        self._course = None


class CalendarKeeper:
    """Reads a month, and keeps what another month to come can be read off.

    Whoever hears of a change tells it; one thread alone touches it.
    """

    def __init__(self) -> None:
        self._planned, self._supposed = _KeptCourse(), _KeptCourse()
        self._supposing: Supposing | None = None
        self._pauses: tuple[Day, tuple[KnownPause, ...]] | None = None

    def view(
        self,
        reading: Reading,
        day: Day | None,
        now: datetime,
        supposing: Supposing | None = None,
    ) -> CalendarView:
        """The month of `day` (None: today) with that day in full, at the local moment `now`.

        With `supposing` as it would be; raises `BadInput` or `Refused` for what cannot be.
        """
        today = day_of(now, day_starts_at(reading.settings()))
        shown = today if day is None else day
        kept = reading.routine()
        asked = Asked(kept, weeks_of(shown, kept), shown, today)
        planned = _look(reading, asked, self._planned)
        pauses = self._known_pauses(reading, today)
        if supposing is None:
            return view_of(reading, asked, planned)._replace(pauses=pauses)
        if supposing is not self._supposing:
            self._supposed.forget()
            self._supposing = supposing
        asked = asked._replace(routine=supposing(reading, today))
        supposed = _look(reading, asked, self._supposed)
        return view_of(reading, asked, supposed, planned.rows)._replace(routine=kept, pauses=pauses)

    def forget(self, change: Change) -> None:
        """Drop what is kept where `change` may have moved it."""
        if change.kinds != {"rating"}:
            self._planned.forget()
            self._supposed.forget()
            self._pauses = None

    def _known_pauses(self, reading: Reading, today: Day) -> tuple[KnownPause, ...]:
        if self._pauses is None or self._pauses[0] != today:
            self._pauses = (today, known_pauses(reading, today))
        return self._pauses[1]


def _look(reading: Reading, asked: Asked, kept: _KeptCourse) -> Planned:
    """What is planned; nothing is read where no step has begun."""
    begins = min((step.start for step in asked.routine.steps), default=Day.max)
    days = [one for one in planned_days(asked.weeks) if one >= begins]
    if not days:
        return Planned()
    entries = {entry.step: entry for entry in reading.entries(asked.day, asked.day)}
    starts_at = day_starts_at(reading.settings())

    def question(course: Course) -> Planned:
        planned = list(rows(course, days[0], days[-1]))
        if asked.day not in days:
            return Planned(planned)
        ahead = next_turns(course, asked.day) if asked.day >= asked.today else {}
        return Planned(planned, slots_of(course, asked.day, entries, ahead, starts_at))

    return kept.ask(reading, asked, (days[0], days[-1]), question)
