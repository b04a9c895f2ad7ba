"""Which step or treatment does the person mean?"""

from unicodedata import normalize

from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import Routine, Step, StepId, Treatment


def find_step(routine: Routine, text: str) -> Step:
    """The step with the id `text`, or with that name, or the only one whose name holds it.

    Raises `BadInput`: "no_routine", "no_such_step", or "several_steps" with their ids.
    """
    wanted = _folded(text)
    by_id = [step for step in routine.steps if step.id == text]
    by_name = [step for step in routine.steps if _folded(step.name) == wanted]
    by_part = [step for step in routine.steps if wanted in _folded(step.name)]
    for found in (by_id, by_name, by_part):
        if len(found) == 1:
            return found[0]
        if found:
            fits = ", ".join(step.id for step in found)
            raise BadInput("several_steps", text=text, fits=fits)
    raise _unknown(routine, text)


def known_step(routine: Routine, step_id: StepId) -> Step:
    """The step with that id; raises `BadInput` "no_routine" or "no_such_step"."""
    for step in routine.steps:
        if step.id == step_id:
            return step
    raise _unknown(routine, step_id)


def find_treatment(routine: Routine, name: str, day: Day) -> Treatment:
    """The treatment of that name on that day, of several the one that was entered last.

    Raises `BadInput` "no_such_treatment".
    """
    wanted = _folded(name)
    for one in reversed(routine.treatments):
        if one.day == day and _folded(one.name) == wanted:
            return one
    raise BadInput("no_such_treatment", name=name, day=day)


def _unknown(routine: Routine, text: str) -> BadInput:
    if not routine.steps:
        return BadInput("no_routine")
    return BadInput("no_such_step", text=text, known=", ".join(s.id for s in routine.ordered()))


def _folded(text: str) -> str:
    """Text for comparing: an accent typed as a mark of its own is the same accent."""
    return normalize("NFC", text).casefold()
