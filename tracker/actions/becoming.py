"""What becomes of each habit of another program: a step that is there, a new one, or nothing?"""

from collections import deque
from collections.abc import Iterable, Mapping
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
    """The step of the same name, else a new one; what was no step and what is empty stays out.

    No two habits become one step: habits and steps of one name are matched in their order, as
    they became it when the file was taken in before.
    """
    same = _same_steps(foreign.habits, routine)
    logged = {entry.habit for entry in foreign.entries}
    return {habit.key: _suggestion(habit, same.get(habit.key), logged) for habit in foreign.habits}


def _same_steps(habits: Iterable[Habit], routine: Routine) -> dict[HabitKey, StepId]:
    """The step that each habit is: the one that the file names, else the next of its name."""
    ids = {step.id for step in routine.steps}
    found = {habit.key: habit.step for habit in habits if habit.step in ids}
    taken = set(found.values())
    by_name: dict[str, deque[StepId]] = {}
    for step in routine.steps:
        if step.id not in taken:
            by_name.setdefault(_folded(step.name), deque()).append(step.id)
    for habit in habits:
        free = by_name.get(_folded(habit.name))
        if habit.key not in found and free:
            found[habit.key] = free.popleft()
    return found


def _suggestion(habit: Habit, same: StepId | None, logged: set[HabitKey]) -> Becoming:
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
