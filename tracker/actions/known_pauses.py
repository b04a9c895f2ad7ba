"""Which pauses are there, as the person entered them?

A pause that leaves out days on which something was logged is kept as several, one for each range
of days and the steps that have it. To the person it stays one. Whatever is not sure to be a part
of another stays a pause of its own.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import NamedTuple

from tracker.actions.courses import ask_course
from tracker.actions.paused_days import steps_of
from tracker.actions.ports import Reading
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.plan import rows
from tracker.domain.routine import Pause, Routine, StepId
from tracker.domain.row import Row


class KnownPause(NamedTuple):
    """A pause as it was entered, and the parts in which it is kept."""

    whole: Pause
    parts: tuple[Pause, ...]

    def holds(self, day: Day) -> bool:
        """Whether the pause holds `day`, be it one that was left out."""
        return self.whole.holds(day)

    def is_over(self, day: Day) -> bool:
        """Whether its last day is before `day`."""
        return not self.whole.rests_from(day)


def known_pauses(reading: Reading, today: Day) -> tuple[KnownPause, ...]:
    """Every pause as it was entered, by its first day."""
    routine = reading.routine()
    found: list[KnownPause] = []
    for parts in _by_reason(routine.pauses):
        if len(parts) == 1:
            found.append(KnownPause(parts[0], tuple(parts)))
        else:
            found += _joined(_Unpaused(reading, today, parts), routine)
    return tuple(sorted(found, key=lambda one: one.whole.begins))


class _Unpaused:
    """What was logged on the days of some pauses, and what would be due on them without."""

    def __init__(self, reading: Reading, today: Day, pauses: list[Pause]) -> None:
        self.pauses = pauses
        self._reading, self._today = reading, today
        self._log = reading.log(pauses[0].begins)
        routine = reading.routine()
        rest = tuple(one for one in routine.pauses if one not in set(pauses))
        self._routine = routine._replace(pauses=rest)
        self._rows: dict[Day, dict[StepId, Row]] = {}

    def is_left_out(self, step: StepId, day: Day) -> bool:
        """Whether a pause that is entered leaves the day out: logged, or with a turn made up."""
        if self._log.deed(step, day) is not None:
            return True
        row = self._row(step, day)
        return row is not None and row.status in ("moved", "optional")

    def gave_way(self, step: StepId, day: Day) -> bool:
        """Whether the step would give way to another, which might be paused, that day."""
        row = self._row(step, day)
        return row is not None and (row.reason or "").startswith("displaced_by:")

    def _row(self, step: StepId, day: Day) -> Row | None:
        if day > self._today:
            return None
        if day not in self._rows:
            found = ask_course(
                self._reading,
                self._routine,
                day,
                self._today,
                lambda course: list(rows(course, day, day)),
                day,
            )
            self._rows[day] = {row.step: row for row in found}
        return self._rows[day].get(step)


def _by_reason(pauses: Iterable[Pause]) -> list[list[Pause]]:
    """The pauses for the same reason, each by their first days."""
    found: dict[str | None, list[Pause]] = {}
    for pause in sorted(pauses, key=lambda one: one.begins):
        found.setdefault(pause.reason, []).append(pause)
    return list(found.values())


def _joined(unpaused: _Unpaused, routine: Routine) -> Iterator[KnownPause]:
    """Those of the same reason, those that are sure to be parts of one made one."""
    for near in _near(unpaused, routine):
        whole = _whole(unpaused, near, routine) if len(near) > 1 else near[0]
        if whole is not None:
            yield KnownPause(whole, tuple(near))
        else:
            yield from (KnownPause(one, (one,)) for one in near)


def _near(unpaused: _Unpaused, routine: Routine) -> Iterator[list[Pause]]:
    """The pauses, those together between which there is no day but such as are left out."""
    near: list[Pause] = []
    for pause in unpaused.pauses:
        ends = _end(near)
        if near and ends is not None:
            steps = near[-1].steps or [step.id for step in routine.steps]
            between = _days(ends + ONE_DAY, pause.begins - ONE_DAY)
            if not all(unpaused.is_left_out(step, day) for day in between for step in steps):
                yield near
                near = []
        near.append(pause)
    yield near


def _whole(unpaused: _Unpaused, parts: list[Pause], routine: Routine) -> Pause | None:
    """The one pause that these are parts of; None where they need not be.

    Each of its steps is paused on each of its days but for those left out. A step that only gave
    way to a paused one is paused with it on single days, and none of those that were chosen.
    """
    begins, ends = parts[0].begins, _end(parts)
    own: dict[StepId, list[Pause]] = {}
    for part in parts:
        for step in [step.id for step in routine.steps] if part.steps is None else part.steps:
            own.setdefault(step, []).append(part)
    chosen = {
        step for step, parts_of in own.items() if _is_filled(unpaused, step, parts_of, begins, ends)
    }
    with_them = own.keys() - chosen
    days = [(step, part) for step in with_them for part in own[step]]
    if not chosen or not all(
        part.begins == part.ends and unpaused.gave_way(step, part.begins) for step, part in days
    ):
        return None
    return Pause(
        begins, ends, steps_of([Pause(begins, ends, tuple(chosen))], routine), parts[0].reason
    )


def _is_filled(
    unpaused: _Unpaused, step: StepId, parts: list[Pause], begins: Day, ends: Day | None
) -> bool:
    """Whether the parts of a step, apart from each other, leave out only what is left out."""
    free = begins
    for part in parts:
        is_apart = part.begins > free if part is not parts[0] else part.begins >= free
        if not is_apart or not _are_left_out(unpaused, step, free, part.begins - ONE_DAY):
            return False
        if part.ends is None:
            return part is parts[-1]
        free = part.ends + ONE_DAY
    return ends is not None and _are_left_out(unpaused, step, free, ends)


def _are_left_out(unpaused: _Unpaused, step: StepId, first: Day, last: Day) -> bool:
    return all(unpaused.is_left_out(step, day) for day in _days(first, last))


def _days(first: Day, last: Day) -> Iterator[Day]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))


def _end(parts: Iterable[Pause]) -> Day | None:
    ends = [one.ends for one in parts]
    return None if None in ends else max((day for day in ends if day is not None), default=None)
