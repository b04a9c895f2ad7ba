"""Is everything that an edit changes found, once?"""

from datetime import date

import pytest

from tracker.actions.views.edits import Edit, edits_between
from tracker.domain.routine import Group, NotAfter, Routine, Step, Version
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every

FIRST, DAY = date(2026, 10, 1), date(2026, 12, 1)
MASK = Step("mask", "Mask", "mask", "evening", FIRST, (Version(FIRST, Daily()),))
SERUM = MASK._replace(id="serum", name="Serum", kind="serum")
BEFORE = Routine((MASK, SERUM), (Group("All", ("mask", "serum")),))
APART = (NotAfter("serum", 1),)


def edits(*steps: Step) -> tuple[Edit, ...]:
    return edits_between(BEFORE, BEFORE._replace(steps=steps))


def with_version(version: Version) -> Step:
    return MASK._replace(schedule=(*MASK.schedule, version))


def test_the_same_routine_has_no_edits() -> None:
    assert edits(MASK, SERUM) == ()
    assert edits(MASK._replace(not_after=()), SERUM) == ()


@pytest.mark.parametrize(
    ("step", "edit"),
    [
        (MASK._replace(name="Mud"), Edit("renamed", "Mask", "mask", text="Mud")),
        (MASK._replace(kind="serum"), Edit("kind", "Mask", "mask", text="serum")),
        (MASK._replace(slot="morning"), Edit("slot", "Mask", "mask", text="morning")),
        (MASK._replace(note="Thinly"), Edit("details", "Mask", "mask")),
        (MASK._replace(start=DAY), Edit("starts", "Mask", "mask", DAY)),
        (MASK._replace(end=DAY), Edit("ends", "Mask", "mask", DAY)),
        (with_version(Version(DAY, Every(2))), Edit("rule", "Mask", "mask", DAY, rule=Every(2))),
        (
            with_version(Version(DAY, Daily(), not_after=APART)),
            Edit("not_after", "Mask", "mask", DAY, apart=APART),
        ),
        (
            with_version(Version(DAY, Daily(), enforce="off")),
            Edit("enforce", "Mask", "mask", DAY, text="off"),
        ),
    ],
)
def test_each_edit_of_a_step_is_found(step: Step, edit: Edit) -> None:
    assert edits(step, SERUM) == (edit,)


def test_what_ends_and_what_is_given_up_is_found() -> None:
    known = with_version(Version(DAY, Every(2)))._replace(end=DAY)

    found = edits_between(Routine((known,)), Routine((MASK,)))

    assert found == (Edit("goes_on", "Mask", "mask"), Edit("given_up", "Mask", "mask", DAY))


def test_what_is_given_up_is_told_in_the_order_of_its_days() -> None:
    days = tuple(date(2026 + year, 12, 1) for year in range(12))
    planned = tuple(Version(day, Every(2 + place)) for place, day in enumerate(days))
    known = MASK._replace(schedule=(*MASK.schedule, *planned))

    found = edits_between(Routine((known,)), Routine((MASK,)))

    assert [edit.day for edit in found] == list(days)


def test_steps_that_come_and_go_are_found() -> None:
    new = MASK._replace(id="new", name="New", not_after=APART, enforce="off")

    assert edits(SERUM, new) == (
        Edit("taken_out", "Mask", "mask"),
        Edit("added", "New", "new", FIRST),
        Edit("rule", "New", "new", FIRST, rule=Daily()),
        Edit("not_after", "New", "new", FIRST, apart=APART),
        Edit("enforce", "New", "new", FIRST, text="off"),
    )


def test_another_order_is_found() -> None:
    assert edits(SERUM, MASK) == (Edit("order", "", text="evening", steps=("serum", "mask")),)


def test_groups_that_come_change_and_go_are_found() -> None:
    groups = (Group("All", ("serum", "mask")), Group("All", (), DAY))

    assert edits_between(BEFORE, BEFORE._replace(groups=groups)) == (
        Edit("group", "All", steps=("serum", "mask")),
        Edit("group_ended", "All", day=DAY),
    )
    assert edits_between(BEFORE, BEFORE._replace(groups=())) == (Edit("given_up", "All"),)
