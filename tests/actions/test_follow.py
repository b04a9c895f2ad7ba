"""Is the routine as it is wanted elsewhere from a day on, and before it as it was?"""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import StepDraft, draft_of, edit
from tracker.actions.follow import Followed, follow, followed
from tracker.actions.group import group
from tracker.actions.plan_rows import plan_rows
from tracker.actions.reorder import reorder
from tracker.actions.retire import retire
from tracker.actions.undo import undo
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.routine import Group, NotAfter, Routine, Step, StepId, Version
from tracker.domain.row import Row
from tracker.domain.rule.base import Rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
BEGUN = date(2026, 10, 1)
MONDAY = date(2026, 11, 23)
LATER = date(2026, 12, 7)
EVENING = "Evening treatment"


def diary_of(store: SqlStore) -> Diary:
    with store.reading() as look:
        return look.diary()


def step_of(store: SqlStore, step: StepId = "clay-mask") -> Step:
    return diary_of(store).routine().step(step)


def rows(store: SqlStore, first: Day, last: Day) -> list[Row]:
    with store.reading() as look:
        return plan_rows(look, first, last, TODAY)


def scheduled(step: Step, *versions: tuple[Day, Rule]) -> Step:
    return step._replace(schedule=tuple(Version(day, rule) for day, rule in versions))


def supposed(
    store: SqlStore, steps: Sequence[Step], groups: Sequence[Group] = (), begins: Day = TODAY
) -> Routine:
    with store.reading() as look:
        return followed(look, TODAY, Followed(tuple(steps), tuple(groups)), begins)


def test_what_is_so_already_changes_nothing(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, draft_of(step_of(oily), TODAY)._replace(rule=Daily(), enforce="off"), MONDAY)
    group(oily, clock, EVENING, ("clay-mask", "overnight-serum"), LATER)
    diary = diary_of(oily)

    for begins in (TODAY, MONDAY, LATER):
        wanted = Followed(diary.steps, diary.groups, only=True)
        assert follow(oily, clock, wanted, begins) is None
    assert follow(oily, clock, Followed(diary.steps, diary.groups), BEGUN, rewrites=True) is None


def test_a_schedule_holds_from_the_day_and_goes_on_as_it_says(
    oily: SqlStore, clock: StillClock
) -> None:
    before = rows(oily, BEGUN, MONDAY - ONE_DAY)
    wanted = scheduled(step_of(oily), (BEGUN, Daily()), (LATER, Every(3)))

    change = follow(oily, clock, Followed((wanted,)), MONDAY)

    assert change is not None
    assert (change.verb, change.facts) == ("follow", {"first": "2026-11-23"})
    schedule = step_of(oily).schedule
    assert [(one.begins, one.rule) for one in schedule[1:]] == [
        (MONDAY, Daily()),
        (LATER, Every(3)),
    ]
    assert rows(oily, BEGUN, MONDAY - ONE_DAY) == before
    undo(oily)
    assert rows(oily, BEGUN, MONDAY - ONE_DAY) == before


def test_what_holds_on_the_day_goes_on_until_a_later_version(
    oily: SqlStore, clock: StillClock
) -> None:
    known = step_of(oily)
    wanted = known._replace(schedule=(*known.schedule, Version(LATER, Every(3))))

    follow(oily, clock, Followed((wanted,)), MONDAY)

    assert step_of(oily).schedule == wanted.schedule


def test_from_before_the_first_version_all_of_it_is_taken(
    oily: SqlStore, clock: StillClock
) -> None:
    apart = (NotAfter("refining-lotion", 2),)
    wanted = scheduled(step_of(oily), (BEGUN, Daily()))._replace(not_after=apart, enforce="advise")

    follow(oily, clock, Followed((wanted,)), BEGUN, rewrites=True)

    assert step_of(oily) == wanted


def test_names_notes_and_the_order_hold_at_once(oily: SqlStore, clock: StillClock) -> None:
    evening = [step for step in diary_of(oily).steps if step.slot == "evening"]
    wanted = tuple(step._replace(note="Thinly") for step in evening[::-1])

    follow(oily, clock, Followed(wanted), MONDAY)

    routine = diary_of(oily).routine()
    assert [one.id for one in routine.ordered() if one.slot == "evening"] == [
        step.id for step in wanted
    ]
    assert step_of(oily).note == "Thinly"


def test_a_position_counts_where_one_is_given(oily: SqlStore, clock: StillClock) -> None:
    reorder(oily, "morning", ["moisturise-morning"])

    follow(oily, clock, Followed((step_of(oily)._replace(slot="morning", position=0),)), TODAY)

    assert diary_of(oily).routine().ordered()[0].id == "moisturise-morning"
    assert step_of(oily).position == 0


def test_a_new_step_starts_no_earlier_than_the_day(oily: SqlStore, clock: StillClock) -> None:
    new = scheduled(
        step_of(oily)._replace(id="new", start=BEGUN), (BEGUN, Daily()), (LATER, Every(2))
    )
    over = new._replace(id="over", end=TODAY)

    follow(oily, clock, Followed((new, over)), MONDAY)

    step = step_of(oily, "new")
    assert (step.start, [one.begins for one in step.schedule]) == (MONDAY, [MONDAY, LATER])
    assert all(one.id != "over" for one in diary_of(oily).steps)


def test_a_first_day_moves_where_no_day_before_changes(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, StepDraft(None, "New", "serum", "evening", Daily()), LATER)
    known = step_of(oily, "new")

    follow(oily, clock, Followed((known._replace(start=BEGUN),)), MONDAY)
    assert step_of(oily, "new").start == MONDAY

    with pytest.raises(BadInput) as caught:
        supposed(oily, [step_of(oily)._replace(start=LATER)], begins=MONDAY)
    assert caught.value.code == "starts_later"


def test_a_last_day_moves_where_no_day_before_changes(oily: SqlStore, clock: StillClock) -> None:
    known = step_of(oily)

    assert supposed(oily, [known._replace(end=LATER)]).step("clay-mask").end == LATER
    past = supposed(oily, [known._replace(end=BEGUN)], begins=MONDAY)
    assert past.step("clay-mask").end == MONDAY - ONE_DAY
    retire(oily, clock, "clay-mask", TODAY)
    back = supposed(oily, [known], begins=MONDAY)
    assert back.step("clay-mask").end is None
    assert [(one.begins, one.ends) for one in back.pauses] == [(TODAY + ONE_DAY, MONDAY - ONE_DAY)]
    gone = supposed(oily, [known._replace(end=BEGUN)], begins=MONDAY)
    assert gone.step("clay-mask").end == TODAY


def test_with_only_all_others_end(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, StepDraft(None, "New", "serum", "evening", Daily()), LATER)
    retire(oily, clock, "pore-serum", TODAY)
    wanted = Followed((step_of(oily),), only=True)

    follow(oily, clock, wanted, MONDAY)

    routine = diary_of(oily).routine()
    assert [one.id for one in routine.steps if one.exists_on(MONDAY)] == ["clay-mask"]
    assert routine.step("pore-serum").end == TODAY
    assert routine.step("refining-lotion").end == MONDAY - ONE_DAY
    assert all(one.id != "new" for one in routine.steps)
    assert routine.groups_on(MONDAY) == []
    assert len(routine.groups_on(MONDAY - ONE_DAY)) == 1


def test_groups_hold_from_the_day(oily: SqlStore, clock: StillClock) -> None:
    groups = (
        Group(EVENING, ("overnight-serum", "clay-mask")),
        Group("Morning", ("cleanse-morning", "pore-serum"), LATER),
    )

    follow(oily, clock, Followed((), groups), MONDAY)

    routine = diary_of(oily).routine()
    assert len(routine.groups_on(MONDAY - ONE_DAY)[0].priority) == 3
    assert [one.priority for one in routine.groups_on(MONDAY)] == [groups[0].priority]
    assert [one.name for one in routine.groups_on(LATER)] == [EVENING, "Morning"]


def test_a_step_may_go_from_one_group_to_another_at_once(oily: SqlStore, clock: StillClock) -> None:
    groups = (
        Group("New", ("clay-mask", "moisturise-evening")),
        Group(EVENING, ("refining-lotion", "overnight-serum")),
    )

    assert follow(oily, clock, Followed((), groups), MONDAY) is not None
    with pytest.raises(BadInput) as caught:
        supposed(oily, [], [Group("Third", ("clay-mask",))], begins=MONDAY)
    assert caught.value.code == "in_another_group"


def test_a_past_day_has_to_be_meant(oily: SqlStore) -> None:
    with pytest.raises(BadInput) as caught:
        supposed(oily, [], begins=TODAY - timedelta(days=1))

    assert caught.value.code == "day_is_past"


def test_how_a_tick_is_met_elsewhere_begins_no_version(oily: SqlStore, clock: StillClock) -> None:
    edit(oily, clock, draft_of(step_of(oily), TODAY)._replace(rule=Daily()), MONDAY)
    known = step_of(oily)

    follow(oily, clock, Followed((known._replace(enforce="off"),)), TODAY)

    assert step_of(oily) == known._replace(enforce="off")
