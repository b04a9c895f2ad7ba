"""On which days may the running phase of a step be made to end?"""

from datetime import timedelta
from typing import Final, NamedTuple

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.phases import phase_of
from tracker.domain.routine import Step
from tracker.domain.rule.base import Phase, Rule
from tracker.ui.forms.occasion import Occasion
from tracker.ui.widgets.option_row import Option
from tracker.words.shift_form import another_day, begin_today, begin_tomorrow, stay, turns_on

OTHER: Final = "other"
"""The code of the choice of a day that is typed."""
_WEEK: Final = timedelta(days=7)


class Running(NamedTuple):
    """A step, the phase that runs or comes first, and the rule of the phase after it."""

    step: Step
    phase: Phase
    rule: Rule

    @property
    def is_on_next(self) -> bool:
        """Whether the phase after it is one of use."""
        return not self.phase.is_on


class Turn(NamedTuple):
    """A choice, and the day on which the next phase then begins; None where that is typed."""

    option: Option
    day: Day | None


def running_at(occasion: Occasion) -> list[Running]:
    """The steps of which a phase can be shifted, each with the phase that a shift would end."""
    found = []
    for step in occasion.steps():
        phase = phase_of(step, max(occasion.today, step.start))
        version = None if phase is None else step.version_on(phase.until)
        if phase is not None and version is not None and step.exists_on(phase.until):
            found.append(Running(step, phase, version.rule))
    return found


def turns(running: Running, today: Day) -> list[Turn]:
    """What can be chosen, but for what is planned anyway."""
    rule, planned, is_on = running.rule, running.phase.until, running.is_on_next
    is_staying = running.phase.is_on
    offered = {
        begin_today(rule, is_on=is_on): today,
        begin_tomorrow(rule, is_on=is_on): today + ONE_DAY,
        stay(1, is_on=is_staying): planned + _WEEK,
        stay(2, is_on=is_staying): planned + 2 * _WEEK,
    }
    found = [
        Turn(Option(day.isoformat(), title, turns_on(day, today, is_on=is_on)), day)
        for title, day in offered.items()
        if day != planned and running.step.exists_on(day)
    ]
    return [*found, Turn(Option(OTHER, another_day()), None)]
