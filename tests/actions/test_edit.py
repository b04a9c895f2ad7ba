"""Does an edit hold from its day on, leave what was before, and say what cannot be?"""

from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import StepDraft, draft_of, edit, edited
from tracker.actions.plan_rows import plan_rows
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry
from tracker.domain.routine import NotAfter, Routine, Step, StepId, Version
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
"""A Wednesday."""
BEGUN = date(2026, 10, 1)
MONDAY = date(2026, 11, 23)
NEW = StepDraft(None, "Azelaic acid", "serum", "evening", Daily())


def routine_of(store: SqlStore) -> Routine:
    with store.reading() as look:
        return look.routine()


def step_of(store: SqlStore, step: StepId = "clay-mask") -> Step:
    return routine_of(store).step(step)


def draft(store: SqlStore, step: StepId = "clay-mask", day: Day = TODAY) -> StepDraft:
    return draft_of(step_of(store, step), day)


def statuses(store: SqlStore, step: StepId, first: Day, last: Day) -> list[str]:
    with store.reading() as look:
        return [row.status for row in plan_rows(look, first, last, TODAY) if row.step == step]


def fault(
    store: SqlStore, wanted: StepDraft, begins: Day = TODAY, *, rewrites: bool = False
) -> BadInput:
    with store.reading() as look, pytest.raises(BadInput) as caught:
        edited(look, TODAY, wanted, begins, rewrites=rewrites)
    return caught.value


def test_a_rule_holds_from_its_day_on(oily: SqlStore, clock: StillClock) -> None:
    before = statuses(oily, "clay-mask", BEGUN, MONDAY - ONE_DAY)

    change = edit(oily, clock, draft(oily)._replace(rule=Daily()), MONDAY)

    assert change is not None
    assert change.verb == "edit"
    assert change.facts == {"step": "clay-mask", "name": "Clay mask", "first": "2026-11-23"}
    assert [one.begins for one in step_of(oily).schedule] == [BEGUN, MONDAY]
    assert statuses(oily, "clay-mask", BEGUN, MONDAY - ONE_DAY) == before
    assert statuses(oily, "clay-mask", MONDAY, MONDAY + ONE_DAY) == ["due", "due"]
    assert edit(oily, clock, draft(oily, day=MONDAY), MONDAY) is None
    undo(oily)
    assert len(step_of(oily).schedule) == 1


def test_versions_that_were_to_begin_later_give_way(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, draft(oily)._replace(rule=Daily()), MONDAY)
    edit(oily, clock, draft(oily)._replace(rule=Every(3)), MONDAY - ONE_DAY)

    assert [one.rule for one in step_of(oily).schedule[1:]] == [Every(3)]


def test_an_edit_of_the_name_leaves_the_planned_version(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, draft(oily)._replace(rule=Daily()), MONDAY)

    change = edit(oily, clock, draft(oily)._replace(name="Mud", note="Thinly"), TODAY)

    assert change is not None
    assert change.facts == {"step": "clay-mask", "name": "Mud"}
    assert step_of(oily).name == "Mud"
    assert [one.begins for one in step_of(oily).schedule] == [BEGUN, MONDAY]


def test_a_planned_version_is_taken_back_by_what_held_before(
    oily: SqlStore, clock: StillClock
) -> None:
    was = draft(oily)
    edit(oily, clock, was._replace(rule=Daily()), MONDAY)

    edit(oily, clock, was, MONDAY)

    assert len(step_of(oily).schedule) == 1


def test_what_is_edited_from_the_first_day_is_said_by_the_step(
    oily: SqlStore, clock: StillClock
) -> None:
    apart = (NotAfter("refining-lotion", 1),)
    wanted = draft(oily)._replace(rule=Daily(), not_after=apart, enforce="off")

    edit(oily, clock, wanted, BEGUN, rewrites=True)

    step = step_of(oily)
    assert step.schedule == (Version(BEGUN, Daily()),)
    assert (step.not_after, step.enforce) == (apart, "off")
    assert draft(oily) == wanted


def test_what_a_step_says_is_taken_back_from_a_day_on(oily: SqlStore, clock: StillClock) -> None:
    apart = (NotAfter("refining-lotion", 1),)
    said = draft(oily)._replace(rule=Daily(), not_after=apart, enforce="off")
    edit(oily, clock, said, BEGUN, rewrites=True)

    edit(oily, clock, said._replace(not_after=(), enforce=None), MONDAY)

    step = step_of(oily)
    assert step.enforcement_on(MONDAY - ONE_DAY) == "off"
    assert step.enforcement_on(MONDAY) == "strict"
    assert step.not_after_on(MONDAY - ONE_DAY) == apart
    assert step.not_after_on(MONDAY) == ()
    assert draft(oily, day=MONDAY) == said._replace(not_after=(), enforce=None)


def test_what_was_changed_elsewhere_meanwhile_stays(oily: SqlStore, clock: StillClock) -> None:
    opened = draft(oily)
    edit(oily, clock, opened._replace(note="Thinly", rule=Daily(), end=MONDAY), TODAY)

    wanted = opened._replace(name="Mud", end=MONDAY + ONE_DAY)
    edit(oily, clock, wanted, TODAY, opened=opened)

    found = draft(oily)
    assert (found.name, found.note, found.rule) == ("Mud", "Thinly", Daily())
    assert found.end == MONDAY + ONE_DAY
    assert edit(oily, clock, opened, TODAY, opened=opened) is None
    edit(oily, clock, opened, TODAY)
    assert draft(oily) == opened


def test_how_a_tick_is_met_counts_no_turn_anew(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, draft(oily)._replace(rule=Every(3)), TODAY - ONE_DAY, rewrites=True)
    edit(oily, clock, draft(oily)._replace(rule=Daily()), MONDAY)
    before = statuses(oily, "clay-mask", BEGUN, MONDAY)

    assert edit(oily, clock, draft(oily)._replace(enforce="off"), TODAY) is not None

    step = step_of(oily)
    assert [(one.begins, one.rule) for one in step.schedule[1:]] == [
        (TODAY - ONE_DAY, Every(3)),
        (MONDAY, Daily()),
    ]
    assert statuses(oily, "clay-mask", BEGUN, MONDAY) == before
    assert step.enforcement_on(BEGUN) == "strict"
    assert step.enforcement_on(TODAY) == step.enforcement_on(MONDAY) == "off"
    edit(oily, clock, draft(oily)._replace(enforce=None), TODAY)
    assert step_of(oily).enforcement_on(MONDAY) == "strict"


def test_the_first_version_leaves_its_enforcement_to_the_step(
    oily: SqlStore, clock: StillClock
) -> None:
    edit(oily, clock, draft(oily)._replace(rule=Daily()), MONDAY)
    schedule = step_of(oily).schedule

    edit(oily, clock, draft(oily)._replace(enforce="off"), TODAY)

    assert (step_of(oily).schedule, step_of(oily).enforce) == (schedule, "off")


def test_another_rest_leaves_the_planned_rule(oily: SqlStore, clock: StillClock) -> None:
    apart = (NotAfter("refining-lotion", 2),)
    was = draft(oily)
    edit(oily, clock, was._replace(rule=Daily()), MONDAY)

    edit(oily, clock, was._replace(not_after=apart), TODAY)

    step = step_of(oily)
    assert [(one.begins, one.rule) for one in step.schedule[1:]] == [
        (TODAY, was.rule),
        (MONDAY, Daily()),
    ]
    assert step.not_after_on(TODAY - ONE_DAY) == was.not_after
    assert step.not_after_on(TODAY) == step.not_after_on(MONDAY) == apart
    edit(oily, clock, was, TODAY)
    assert [one.begins for one in step_of(oily).schedule] == [BEGUN, MONDAY]


def test_a_past_day_has_to_be_meant(oily: SqlStore, clock: StillClock) -> None:
    wanted = draft(oily)._replace(rule=Daily())

    found = fault(oily, wanted, TODAY - ONE_DAY)

    assert (found.code, found.facts["day"]) == ("day_is_past", TODAY - ONE_DAY)
    assert edit(oily, clock, wanted, TODAY - ONE_DAY, rewrites=True) is not None
    assert statuses(oily, "clay-mask", TODAY - 2 * ONE_DAY, TODAY) == [
        "optional",
        "missed",
        "due",
    ]


def test_a_new_step_has_an_id_of_its_name(oily: SqlStore, clock: StillClock) -> None:
    names = ("Azelaic acid", "Azelaic acid", "Crème  de_nuit!", "Маска", "🧖")
    for name in names:
        edit(oily, clock, NEW._replace(name=name), TODAY)

    assert [step.id for step in routine_of(oily).steps[-5:]] == [
        "azelaic-acid",
        "azelaic-acid-2",
        "creme-de-nuit",
        "маска",
        "serum",
    ]


def test_a_new_step_starts_on_its_day_and_comes_last(oily: SqlStore, clock: StillClock) -> None:
    change = edit(oily, clock, NEW._replace(not_after=(NotAfter("clay-mask", 1),)), MONDAY)

    assert change is not None
    assert change.verb == "add_step"
    step = routine_of(oily).ordered()[-1]
    assert (step.id, step.start, step.schedule) == (
        "azelaic-acid",
        MONDAY,
        (Version(MONDAY, Daily()),),
    )
    assert step.not_after == (NotAfter("clay-mask", 1),)
    assert fault(oily, NEW, TODAY - ONE_DAY).code == "day_is_past"


def test_a_new_step_may_start_after_the_day_it_is_wanted_from(
    oily: SqlStore, clock: StillClock
) -> None:
    edit(oily, clock, NEW._replace(start=MONDAY), TODAY)

    assert routine_of(oily).steps[-1].schedule[0].begins == MONDAY


def test_first_and_last_day_speak_for_themselves(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, NEW, MONDAY)
    known = draft(oily, "azelaic-acid", MONDAY)

    edit(oily, clock, known._replace(start=TODAY), MONDAY)
    assert step_of(oily, "azelaic-acid").schedule[0].begins == TODAY
    edit(oily, clock, draft(oily, "azelaic-acid")._replace(start=MONDAY, end=MONDAY), TODAY)
    assert statuses(oily, "azelaic-acid", TODAY, MONDAY + ONE_DAY) == ["due"]

    assert fault(oily, draft(oily)._replace(start=TODAY)).code == "day_is_past"
    assert fault(oily, draft(oily)._replace(end=TODAY - 2 * ONE_DAY)).code == "day_is_past"


def test_what_was_done_stays_the_steps(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")
    tick(oily, clock, "clay-mask", BEGUN + 6 * ONE_DAY)

    late = fault(oily, draft(oily)._replace(end=TODAY - ONE_DAY), rewrites=True)
    early = fault(oily, draft(oily)._replace(start=TODAY), rewrites=True)

    assert (late.code, late.facts["day"]) == ("logged_after_end", TODAY)
    assert (early.code, early.facts["day"]) == ("logged_before_start", BEGUN + 6 * ONE_DAY)


def test_a_last_day_is_not_moved_where_days_before_it_would_change(store: SqlStore) -> None:
    """Wednesday's tick came after the step had ended, and would make up for Monday's turn."""
    ended = TODAY - ONE_DAY
    step = Step("mask", "Mask", "mask", "evening", BEGUN, (Version(BEGUN, Weekdays(("mon",))),))
    with store.writing("merge") as work:
        work.put(step._replace(end=ended), Entry(TODAY, "mask", "tick"))
    assert statuses(store, "mask", ended - ONE_DAY, ended) == ["missed", "optional"]

    assert fault(store, draft(store, "mask")._replace(end=None)).code == "earlier_days_change"


def test_another_half_of_the_day_puts_a_step_last(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, draft(oily)._replace(slot="morning"), TODAY)

    mornings = [one.id for one in routine_of(oily).ordered() if one.slot == "morning"]
    assert mornings[-1] == "clay-mask"


@pytest.mark.parametrize(
    ("changed", "begins", "code"),
    [
        ({"name": ""}, TODAY, "empty_text"),
        ({"name": "x" * 201}, TODAY, "text_too_long"),
        ({"note": "\x00"}, TODAY, "text_not_storable"),
        ({"remind_at": "25:00"}, TODAY, "not_a_time"),
        ({"end": BEGUN - ONE_DAY}, TODAY, "end_before_start"),
        ({"not_after": (NotAfter("clay-mask", 1),)}, TODAY, "not_after_itself"),
        (
            {"not_after": (NotAfter("pore-serum", 1), NotAfter("pore-serum", 2))},
            TODAY,
            "not_after_twice",
        ),
        ({"not_after": (NotAfter("gone", 1),)}, TODAY, "no_such_step"),
        ({"not_after": (NotAfter("pore-serum", 0),)}, TODAY, "number_out_of_range"),
        ({"id": "gone"}, TODAY, "no_such_step"),
        ({"start": date(1800, 1, 1)}, TODAY, "day_out_of_range"),
        ({"rule": PerWeek(1)}, BEGUN - ONE_DAY, "step_not_on_day"),
        ({"rule": PerWeek(1), "end": TODAY}, TODAY + ONE_DAY, "step_not_on_day"),
        ({"rule": PerWeek(1)}, date(3000, 1, 1), "day_out_of_range"),
    ],
)
def test_what_cannot_be_is_told(
    oily: SqlStore, changed: dict[str, object], begins: Day, code: str
) -> None:
    values = draft(oily)._asdict() | changed

    assert fault(oily, StepDraft(**values), begins, rewrites=True).code == code


def test_a_step_is_known_before_its_first_version(store: SqlStore, clock: StillClock) -> None:
    later = TODAY + timedelta(days=3)
    step = Step("mask", "Mask", "mask", "evening", BEGUN, (Version(later, Daily()),))
    with store.writing("merge") as work:
        work.put(step)

    assert draft(store, "mask").rule == Daily()
    edit(store, clock, draft(store, "mask")._replace(rule=Every(2)), TODAY)
    assert step_of(store, "mask").schedule == (Version(TODAY, Every(2)),)
