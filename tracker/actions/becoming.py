"""What becomes of each habit of another program: a step that is there, a new one, or nothing?"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias
from unicodedata import normalize

from tracker.actions.find import known_step
from tracker.domain.errors import BadInput
from tracker.domain.foreign import Foreign, Habit, HabitKey
from tracker.domain.routine import MOST_STEPS, Routine, StepId

Fate: TypeAlias = Literal["step", "new", "left"]


class Becoming(NamedTuple):
    """What becomes of a habit; `step` is the id of the step that it is, for "step" alone."""

    fate: Fate
    step: StepId | None = None


NEW: Final = Becoming("new")
LEFT: Final = Becoming("left")


class Wishes(NamedTuple):
    """What the person wants of each habit; the others become what is suggested.

    `leaves_others`: the others are left out. `takes_ratings`: moods become ratings.
    """

    habits: Mapping[HabitKey, Becoming] = {}
    leaves_others: bool = False
    takes_ratings: bool = True


def suggested(foreign: Foreign, routine: Routine) -> dict[HabitKey, Becoming]:
    """The step of the same name, else a new one; what was no step and what is empty stays out."""
    by_name = {_folded(step.name): step.id for step in reversed(routine.steps)}
    ids = {step.id for step in routine.steps}
    logged = {entry.habit for entry in foreign.entries}
    return {habit.key: _suggestion(habit, ids, by_name, logged) for habit in foreign.habits}


def _suggestion(
    habit: Habit, ids: set[StepId], by_name: Mapping[str, StepId], logged: set[HabitKey]
) -> Becoming:
    same = habit.step if habit.step in ids else by_name.get(_folded(habit.name))
    if same is not None:
        return Becoming("step", same)
    is_spent = habit.is_over and habit.key not in logged
    return LEFT if habit.is_aside or is_spent else NEW


def checked(wishes: Wishes, foreign: Foreign, routine: Routine) -> Wishes:
    """The wishes with a word for every habit.

    Raises `BadInput` "no_such_habit", "no_such_step" or "too_many_steps".
    """
    found = suggested(foreign, routine)
    for key in wishes.habits:
        if key not in found:
            raise BadInput("no_such_habit", text=key, known=", ".join(found))
    if wishes.leaves_others:
        found = dict.fromkeys(found, LEFT)
    found |= wishes.habits
    for becoming in found.values():
        if becoming.step is not None:
            known_step(routine, becoming.step)
    steps = len(routine.steps) + sum(1 for one in found.values() if one == NEW)
    if steps > MOST_STEPS:
        raise BadInput("too_many_steps", got=steps, most=MOST_STEPS)
    return wishes._replace(habits=found)


def _folded(text: str) -> str:
    return normalize("NFC", text.strip()).casefold()
