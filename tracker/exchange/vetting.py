"""Which records of a diary that nobody vouches for would an import take?

Each is written as a document holds it and read again by the same rules; what does not pass, or
names what is not there, is left out and takes nothing else with it. Of a step that is left out the
log is kept, under a plain step.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain
from typing import TypeVar

from tracker.actions.salvage import stand_ins
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry
from tracker.domain.outside import Outside
from tracker.domain.routine import MOST_STEPS, Group, Pause, Step, Treatment
from tracker.exchange import reading, writing
from tracker.exchange.answers import Item
from tracker.exchange.references import check_groups, check_references
from tracker.exchange.repeats import without_repeats

Kept = TypeVar("Kept")
Using = TypeVar("Using", Step, Entry)


def vetted(found: Diary, kept: Diary) -> Diary:
    """What of `found` an import into `kept` would take."""
    read = Diary(
        found.settings,
        tuple(_passing(found.products, writing.write_product, reading.read_product)),
        tuple(_passing(found.steps, writing.write_step, reading.read_step))[:MOST_STEPS],
        tuple(_passing(found.groups, writing.write_group, reading.read_group)),
        tuple(_passing(found.pauses, writing.write_pause, reading.read_pause)),
        tuple(_passing(found.treatments, writing.write_treatment, reading.read_treatment)),
        tuple(_passing(found.log, writing.write_entry, reading.read_entry)),
        tuple(_passing(found.ratings, writing.write_rating, reading.read_rating)),
        tuple(_passing(found.questions, writing.write_question, reading.read_question)),
        tuple(_passing(found.photos, writing.write_photo, reading.read_photo)),
    )
    return without_repeats(_fitting(read, kept), [])


def _passing(
    records: Iterable[Kept], write: Callable[[Kept], Item], read: Callable[[Outside], Kept]
) -> Iterable[Kept]:
    for record in records:
        # A cell that is no text can stop the writing already.
        with suppress(BadInput, AttributeError, TypeError, ValueError):
            yield read(Outside(write(record)))


def _fitting(diary: Diary, kept: Diary) -> Diary:
    """Without what names a step that is in neither; a product that is in neither is not named."""
    products = {product.id for product in chain(diary.products, kept.products)}
    nameable = (*kept.steps, *stand_ins(diary.log, ()))
    fitting = _fitting_steps([_without_product(step, products) for step in diary.steps], nameable)
    known = {step.id for step in chain(fitting, kept.steps)}
    steps = (*fitting, *stand_ins(diary.log, known))[:MOST_STEPS]
    known.update(step.id for step in steps)
    log = (_without_product(entry, products) for entry in diary.log if entry.step in known)
    return diary._replace(
        steps=steps,
        groups=tuple(_fitting_groups(diary.groups, known)),
        pauses=tuple(one for one in diary.pauses if _names_known(one, known)),
        treatments=tuple(one for one in diary.treatments if _names_known(one, known)),
        log=tuple(log),
        questions=tuple(one for one in diary.questions if one.step in known),
    )


def _without_product(record: Using, products: set[str]) -> Using:
    if record.product is None or record.product in products:
        return record
    return record._replace(product=None)


def _fitting_steps(steps: list[Step], nameable: tuple[Step, ...]) -> list[Step]:
    """A step that rests after one that is left out is left out as well."""
    while True:
        passing = [step for step in steps if _stands(step, steps, nameable)]
        if passing == steps:
            return steps
        steps = passing


def _stands(step: Step, steps: list[Step], nameable: tuple[Step, ...]) -> bool:
    """Whether every step that it rests after is there."""
    others = (*nameable, *(one for one in steps if one.id != step.id))
    try:
        check_references(Diary(steps=(step._replace(product=None),)), Diary(steps=others))
    except BadInput:
        return False
    return True


def _fitting_groups(groups: Iterable[Group], known: set[str]) -> list[Group]:
    found: list[Group] = []
    for group in groups:
        if known.issuperset(group.priority):
            with suppress(BadInput):
                check_groups((*found, group))
                found.append(group)
    return found


def _names_known(one: Pause | Treatment, known: set[str]) -> bool:
    return one.steps is None or known.issuperset(one.steps)
