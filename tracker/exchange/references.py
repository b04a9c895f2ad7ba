"""Do the parts of a document fit together: names that are there, no id twice, one group a step?

Raises `BadInput` with the place of the first part that does not fit.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from tracker.domain.day import FIRST_DAY
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.routine import Group, NotAfter, Routine, Step, StepId

_NOTHING: Final = Diary()


def check_references(diary: Diary, kept: Diary = _NOTHING) -> None:
    """Raise where something named is not there, or something is there that excludes another.

    What is `kept` may be named as well.
    """
    _check_ids("steps", [step.id for step in diary.steps])
    _check_ids("products", [product.id for product in diary.products])
    steps = {step.id for step in (*diary.steps, *kept.steps)}
    _check_named(_steps_named(diary), steps, "no_such_step_there")
    products = {product.id for product in (*diary.products, *kept.products)}
    _check_named(_products_named(diary), products, "no_such_product_there")
    for step in diary.steps:
        _check_not_after(step)
    check_groups(diary.groups)


def _check_ids(name: str, ids: list[str]) -> None:
    seen: set[str] = set()
    for found in ids:
        if found in seen:
            raise BadInput("id_twice", where=f"{name}[{found}]")
        seen.add(found)


def _check_named(named: Iterable[tuple[str, str | None]], there: set[str], code: str) -> None:
    for where, found in named:
        if found is not None and found not in there:
            raise BadInput(code, where=where, got=found)


def _steps_named(diary: Diary) -> Iterator[tuple[str, StepId]]:
    """Every place that names a step, and the step."""
    for step in diary.steps:
        for where, rule in _not_after(step):
            yield where, rule.step
    for place, group in enumerate(diary.groups):
        yield from _each(f"groups[{place}].priority", group.priority)
    for place, pause in enumerate(diary.pauses):
        yield from _each(f"pauses[{place}].steps", pause.steps)
    for place, treatment in enumerate(diary.treatments):
        yield from _each(f"treatments[{place}].steps", treatment.steps)
    for place, entry in enumerate(diary.log):
        yield f"log[{place}].step", entry.step
    for place, question in enumerate(diary.questions):
        yield f"tests[{place}].step", question.step


def _each(where: str, steps: Iterable[StepId] | None) -> Iterator[tuple[str, StepId]]:
    return ((f"{where}[{place}]", step) for place, step in enumerate(steps or ()))


def _products_named(diary: Diary) -> Iterator[tuple[str, str | None]]:
    for step in diary.steps:
        yield f"steps[{step.id}].product", step.product
    for place, entry in enumerate(diary.log):
        yield f"log[{place}].product", entry.product


def _not_after(step: Step) -> Iterator[tuple[str, NotAfter]]:
    """A step's not-after rules, its versions' too, each with its place."""
    own = f"steps[{step.id}]"
    for place, rule in enumerate(step.not_after or ()):
        yield f"{own}.not_after[{place}].step", rule
    for number, version in enumerate(step.schedule):
        for place, rule in enumerate(version.not_after or ()):
            yield f"{own}.schedule[{number}].not_after[{place}].step", rule


def _check_not_after(step: Step) -> None:
    for where, rule in _not_after(step):
        if rule.step == step.id:
            raise BadInput("not_after_itself", where=where)


def check_groups(groups: tuple[Group, ...]) -> None:
    """Raise where a step is in two groups on one day, or a group has one version twice."""
    versions = [(group.name, group.begins) for group in groups]
    for place, version in enumerate(versions):
        if version in versions[:place]:
            raise BadInput("same_twice", where=f"groups[{place}]")
    routine = Routine(groups=groups)
    for begins in {group.begins or FIRST_DAY for group in groups}:
        _check_apart(routine.groups_on(begins))


def _check_apart(groups: list[Group]) -> None:
    """Raise where two groups in force share a step."""
    member: dict[StepId, str] = {}
    for group in groups:
        for step in group.priority:
            if step in member:
                facts = {"step": step, "other": member[step]}
                raise BadInput("in_two_groups", where=f"groups[{group.name}]", **facts)
            member[step] = group.name
