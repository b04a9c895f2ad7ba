"""What do another first and last day do to a step, and from which day on is it another one?"""

from collections.abc import Iterator

from tracker.actions.ports import Reading
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Step, StepId


def moved_to(step: Step, start: Day) -> Step:
    """The step with another first day; the schedule that began with it comes along."""
    first = step.schedule[0]
    if start < first.begins <= step.start:
        return step._replace(
            start=start, schedule=(first._replace(begins=start), *step.schedule[1:])
        )
    return step._replace(start=start)


def first_changed(known: Step, step: Step) -> Day | None:
    """The first day on which `step` differs from `known`; None where its days are the same."""
    return min(_changed(known, step), default=None)


def check_logged(reading: Reading, known: Step, step: Step) -> None:
    """Raise `BadInput` where a day on which something was logged would not be the step's any more.

    What was done stays done, and may have made up for a day before it.
    """
    if (known.start, known.end) == (step.start, step.end):
        return
    days = logged_days(reading, step.id)
    lost = [day for day in days if known.exists_on(day) and not step.exists_on(day)]
    if not lost:
        return
    if min(lost) < step.start:
        raise BadInput("logged_before_start", name=step.name, day=min(lost))
    raise BadInput("logged_after_end", name=step.name, day=max(lost))


def logged_days(reading: Reading, step: StepId) -> list[Day]:
    """The days on which the step was ticked or skipped, whenever that was."""
    log = reading.log()
    return [day for deeds in (log.ticks, log.skips) for day in deeds.get(step, ())]


def _changed(known: Step, step: Step) -> Iterator[Day]:
    if known.start != step.start:
        yield min(known.start, step.start)
    if known.end != step.end:
        yield min(end for end in (known.end, step.end) if end is not None) + ONE_DAY
    was, now = (_terms(one) for one in (known, step))
    yield from (begins for begins in was.keys() | now.keys() if was.get(begins) != now.get(begins))


def _terms(step: Step) -> dict[Day, object]:
    """What each version says of its days, the step's own word included."""
    return {
        one.begins: (
            one.rule,
            (step.not_after if one.not_after is None else one.not_after) or (),
        )
        for one in step.schedule
    }
