"""How does a routine become one that never knew a step?"""

from collections.abc import Iterator

from tracker.domain.routine import NotAfter, Pause, Routine, Step, StepId


def without_step(routine: Routine, gone: StepId) -> Routine:
    """The routine without the step, and without the places that name it.

    A treatment stays although it rests no step any more: it was had, or will be.
    """
    return routine._replace(
        steps=tuple(_apart(one, gone) for one in routine.steps if one.id != gone),
        groups=tuple(one._replace(priority=_others(one.priority, gone)) for one in routine.groups),
        pauses=tuple(_pauses(routine, gone)),
        treatments=tuple(
            one if one.steps is None else one._replace(steps=_others(one.steps, gone))
            for one in routine.treatments
        ),
    )


def _apart(step: Step, gone: StepId) -> Step:
    """The step, which may follow the one that is gone."""
    return step._replace(
        not_after=_rules(step.not_after, gone),
        schedule=tuple(
            one._replace(not_after=_rules(one.not_after, gone)) for one in step.schedule
        ),
    )


def _rules(rules: tuple[NotAfter, ...] | None, gone: StepId) -> tuple[NotAfter, ...] | None:
    return None if rules is None else tuple(one for one in rules if one.step != gone)


def _pauses(routine: Routine, gone: StepId) -> Iterator[Pause]:
    for one in routine.pauses:
        steps = None if one.steps is None else _others(one.steps, gone)
        if steps is None or steps:
            yield one._replace(steps=steps)


def _others(steps: tuple[StepId, ...], gone: StepId) -> tuple[StepId, ...]:
    return tuple(step for step in steps if step != gone)
