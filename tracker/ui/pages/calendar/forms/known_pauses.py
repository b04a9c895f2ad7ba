"""Which pauses are there, as the person entered them?

A pause that leaves out days on which something was logged is kept as several, one for each range
of days and the steps that have it. To the person it stays one.
"""

from collections.abc import Iterable
from typing import NamedTuple

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.routine import Pause, StepId
from tracker.ui.forms.occasion import Occasion


class Known(NamedTuple):
    """A pause as it was entered, and the parts in which it is kept."""

    whole: Pause
    parts: tuple[Pause, ...]

    def holds(self, day: Day) -> bool:
        """Whether the pause holds `day`."""
        return self.whole.begins <= day and not self.is_over(day)

    def is_over(self, day: Day) -> bool:
        """Whether its last day is before `day`."""
        return self.whole.ends is not None and self.whole.ends < day


def pauses_at(occasion: Occasion) -> list[Known]:
    """The pauses that hold the selected day or are not over, those that hold the day first."""
    known = [_joined(parts) for parts in _families(occasion.routine.pauses)]
    here = [one for one in known if one.holds(occasion.day)]
    return here + [one for one in known if one not in here and not one.is_over(occasion.today)]


def _families(pauses: Iterable[Pause]) -> list[list[Pause]]:
    """Pauses for the same reason that overlap, or touch but for a day that was left out."""
    found: list[list[Pause]] = []
    for pause in sorted(pauses, key=lambda one: one.begins):
        family = next((one for one in found if _goes_on(one, pause)), None)
        if family is None:
            found.append([pause])
        else:
            family.append(pause)
    return found


def _goes_on(family: list[Pause], pause: Pause) -> bool:
    ends = _end(family)
    is_near = ends is None or pause.begins <= ends + 2 * ONE_DAY
    return is_near and pause.reason == family[0].reason


def _end(family: Iterable[Pause]) -> Day | None:
    ends = [one.ends for one in family]
    return None if None in ends else max(day for day in ends if day is not None)


def _joined(parts: list[Pause]) -> Known:
    steps: dict[StepId, None] = {}
    for part in parts:
        steps.update(dict.fromkeys(part.steps or ()))
    is_all = any(part.steps is None for part in parts)
    whole = Pause(parts[0].begins, _end(parts), None if is_all else tuple(steps), parts[0].reason)
    return Known(whole, tuple(parts))
