"""Let the running phase of a cycle end on another day than planned."""

from datetime import timedelta
from typing import Final

from tracker.actions.change import Change
from tracker.actions.find import known_step
from tracker.actions.ports import Clock, Reading, Store
from tracker.actions.present import today as present_day
from tracker.actions.supposed import settle
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.phases import phase_of
from tracker.domain.routine import Routine, Step, StepId, Version
from tracker.domain.rule.base import Phase, Rule

FARTHEST: Final = 366
"""By how many days a turn can be put off at most; more is a slip of the pen."""


def shifted(reading: Reading, today: Day, step_id: StepId, turn: Day) -> Routine:
    """The routine in which the phase that runs today ends, and the next one begins on `turn`.

    Of a cycle that has not begun it is the phase that holds `turn`. From the earlier of `turn` and
    the day planned so far, later edits of the same cycle give way; days before it are as they were.
    Raises `BadInput` for a `turn` that cannot be one: gone by, logged already, or too far.
    """
    routine = reading.routine()
    step = known_step(routine, step_id)
    running = running_phase(step, today, turn)
    _check_turn(reading, step, running, today, turn)
    after = step._replace(schedule=_turning(step, running, turn))
    return routine._replace(steps=tuple(after if one is step else one for one in routine.steps))


def shift(store: Store, clock: Clock, step_id: StepId, turn: Day | None = None) -> Change | None:
    """Let the next phase of the step's cycle begin on `turn`; None where it is planned so.

    Without a `turn` it begins as soon as it can, see `soonest_turn`.
    """
    with store.writing("shift") as work:
        present = present_day(work, clock)
        begins = soonest_turn(work, present, step_id) if turn is None else turn
        after = shifted(work, present, step_id, begins)
        step = known_step(work.routine(), step_id)
        phase = "off" if running_phase(step, present, begins).is_on else "on"
        work.tell(step=step_id, name=step.name, turn=begins.isoformat(), phase=phase)
        settle(work, after)
    return work.change


def soonest_turn(reading: Reading, today: Day, step_id: StepId) -> Day:
    """Today; tomorrow where the step was used or skipped today and would rest from now on.

    What was done this morning was right when it was done, and stays so.
    """
    step = known_step(reading.routine(), step_id)
    day = max(today, step.start)
    return day + ONE_DAY if _is_spoken_for(reading, step, today, day) else day


def planned_turn(reading: Reading, today: Day, step_id: StepId) -> Day:
    """The day on which the phase that runs today ends as planned; raises `BadInput` "no_cycle"."""
    return running_phase(known_step(reading.routine(), step_id), today, today).until


def running_phase(step: Step, today: Day, turn: Day) -> Phase:
    """The phase that a shift to `turn` would end; raises `BadInput` "no_cycle"."""
    running = phase_of(step, max(today, step.start)) or phase_of(step, turn)
    if running is None:
        raise BadInput("no_cycle", name=step.name)
    return running


def _check_turn(reading: Reading, step: Step, running: Phase, today: Day, turn: Day) -> None:
    if turn < today:
        raise BadInput("turn_gone_by", day=turn, today=today)
    if not step.exists_on(turn):
        raise BadInput("step_not_on_day", name=step.name, day=turn, today=today)
    latest = _latest_turn(step, running)
    if turn > latest:
        raise BadInput("turn_too_far", name=step.name, day=turn, latest=latest, today=today)
    if _is_spoken_for(reading, step, today, turn):
        raise BadInput("turn_logged", name=step.name, day=turn, next=turn + ONE_DAY, today=today)


def _latest_turn(step: Step, running: Phase) -> Day:
    """A year after the turn planned so far, but before the schedule becomes another one."""
    latest = running.until + timedelta(days=FARTHEST)
    last = _version(step, running.until - ONE_DAY)
    edits = (v.begins for v in step.schedule if v.begins >= running.until and not _alike(v, last))
    return min(latest, next(edits, latest + ONE_DAY) - ONE_DAY)


def _is_spoken_for(reading: Reading, step: Step, today: Day, turn: Day) -> bool:
    """Whether something was logged on the day from which the step would rest."""
    running = phase_of(step, turn) if turn == today else None
    return running is not None and running.is_on and reading.entry(step.id, turn) is not None


def _turning(step: Step, running: Phase, turn: Day) -> tuple[Version, ...]:
    """The schedule with the turn of the running phase on that day."""
    like = _pattern(step, running)
    first = min(turn, running.until)
    found = [one for one in step.schedule if one.begins < first or not _alike(one, like)]
    if turn > running.until:
        held = like.rule.lasting(running.until, turn, is_on=running.is_on)
        found.append(like._replace(begins=running.until, rule=held))
    begun = like.rule.turned(turn, is_on=not running.is_on)
    in_force = [one.rule for one in found if one.begins <= turn]
    if not in_force or not _goes_on(in_force[-1], turn, begun):
        found.append(like._replace(begins=turn, rule=begun))
    return tuple(sorted(found, key=lambda one: one.begins))


def _pattern(step: Step, running: Phase) -> Version:
    """The version that the cycle goes on by after the running phase: it has the true lengths."""
    last, following = _version(step, running.until - ONE_DAY), _version(step, running.until)
    return following if _alike(following, last) else last


def _version(step: Step, day: Day) -> Version:
    return step.version_on(day) or step.schedule[0]


def _alike(version: Version, other: Version) -> bool:
    """Whether both are cycles around the same rule."""
    during = other.rule.during
    return during is not None and version.rule.during == during


def _goes_on(rule: Rule, turn: Day, begun: Rule) -> bool:
    """Whether `rule` goes on from `turn` as `begun` does, without being told."""
    phase, wanted = rule.phase(turn), begun.phase(turn)
    is_same = phase is not None and wanted is not None and phase[:2] == wanted[:2]
    return is_same and rule.turned(turn, is_on=True) == begun.turned(turn, is_on=True)
