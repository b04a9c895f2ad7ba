"""Can a change that is still to come be changed, moved, and taken back, and nothing before it?"""

from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import StepDraft, draft_of, edit
from tracker.actions.plan_rows import plan_rows
from tracker.actions.take_back import take_back
from tracker.actions.undo import undo
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import BadInput
from tracker.domain.routine import NotAfter, Step
from tracker.domain.row import Row
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
"""A Wednesday."""
BEGUN = date(2026, 10, 1)
MONDAY = date(2026, 11, 23)
DECEMBER = date(2026, 12, 1)
LATER = (MONDAY - ONE_DAY, MONDAY, MONDAY + 2 * ONE_DAY, DECEMBER + ONE_DAY)


def step_of(store: SqlStore) -> Step:
    with store.reading() as look:
        return look.routine().step("clay-mask")


def rows(store: SqlStore, last: Day) -> list[Row]:
    """All that is planned up to and including `last`, except until when it rests."""
    with store.reading() as look:
        return [row._replace(until=None) for row in plan_rows(look, BEGUN, last, TODAY)]


def begins(store: SqlStore) -> list[Day]:
    return [one.begins for one in step_of(store).schedule]


@pytest.fixture
def planned(oily: SqlStore, clock: StillClock) -> SqlStore:
    """The mask is to be due daily from Monday on, and every third day from December on."""
    was = draft_of(step_of(oily), TODAY)
    edit(oily, clock, was._replace(rule=Daily()), MONDAY)
    edit(oily, clock, was._replace(rule=Every(3)), DECEMBER)
    assert begins(oily) == [BEGUN, MONDAY, DECEMBER]
    return oily


def opened(store: SqlStore, day: Day) -> StepDraft:
    """What an editor begins with that changes the version of that day."""
    return draft_of(step_of(store), day)._replace(replaces=day)


@pytest.mark.parametrize("day", LATER)
def test_a_version_goes_to_another_day(planned: SqlStore, clock: StillClock, day: Day) -> None:
    before, known = rows(planned, min(day, MONDAY) - ONE_DAY), step_of(planned)
    draft = opened(planned, MONDAY)

    edit(planned, clock, draft, day, opened=draft)

    if day == MONDAY:
        assert step_of(planned) == known, "nothing was changed"
        return
    held = step_of(planned).version_on(day)
    assert held is not None
    assert (held.begins, held.rule) == (day, Daily())
    assert MONDAY not in begins(planned)
    assert rows(planned, min(day, MONDAY) - ONE_DAY) == before
    undo(planned)
    assert step_of(planned) == known


def test_a_version_gets_another_rule_on_its_day(planned: SqlStore, clock: StillClock) -> None:
    before, draft = rows(planned, MONDAY - ONE_DAY), opened(planned, MONDAY)

    edit(planned, clock, draft._replace(rule=Every(5)), MONDAY, opened=draft)

    assert [one.rule for one in step_of(planned).schedule[1:]] == [Every(5)]
    assert rows(planned, MONDAY - ONE_DAY) == before


def test_the_name_alone_leaves_every_version(planned: SqlStore, clock: StillClock) -> None:
    schedule, draft = step_of(planned).schedule, opened(planned, MONDAY)

    edit(planned, clock, draft._replace(name="Mud"), MONDAY, opened=draft)

    assert (step_of(planned).name, step_of(planned).schedule) == ("Mud", schedule)


@pytest.mark.parametrize(("day", "left"), [(MONDAY, DECEMBER), (DECEMBER, MONDAY)])
def test_a_version_is_taken_back(planned: SqlStore, clock: StillClock, day: Day, left: Day) -> None:
    before, known = rows(planned, day - ONE_DAY), step_of(planned)

    change = take_back(planned, clock, "clay-mask", day)

    assert change is not None
    assert (change.verb, change.facts["name"]) == ("take_back", "Clay mask")
    assert begins(planned) == [BEGUN, left]
    assert rows(planned, day - ONE_DAY) == before
    assert rows(planned, day + timedelta(days=20)) != before
    undo(planned)
    assert step_of(planned) == known


@pytest.mark.parametrize(
    ("day", "code"),
    [(BEGUN, "no_such_version"), (MONDAY + ONE_DAY, "no_such_version")],
)
def test_where_nothing_begins_there_is_nothing_to_take_back(
    planned: SqlStore, clock: StillClock, day: Day, code: str
) -> None:
    with pytest.raises(BadInput) as caught:
        take_back(planned, clock, "clay-mask", day)

    assert caught.value.code == code


def test_what_has_begun_is_not_taken_back(planned: SqlStore, clock: StillClock) -> None:
    clock.forward(days=8)

    with pytest.raises(BadInput) as caught:
        take_back(planned, clock, "clay-mask", MONDAY)

    assert caught.value.code == "day_is_past"


@pytest.mark.parametrize("day", [MONDAY, MONDAY + ONE_DAY])
def test_a_version_that_is_gone_meanwhile_is_told(
    planned: SqlStore, clock: StillClock, day: Day
) -> None:
    draft = opened(planned, MONDAY)
    take_back(planned, clock, "clay-mask", MONDAY)

    with pytest.raises(BadInput) as caught:
        edit(planned, clock, draft._replace(name="Mud"), day, opened=draft)

    assert caught.value.code == "no_such_version"


@pytest.mark.parametrize("day", [MONDAY, MONDAY + ONE_DAY])
def test_what_was_done_to_a_version_meanwhile_stays(
    planned: SqlStore, clock: StillClock, day: Day
) -> None:
    draft = opened(planned, MONDAY)
    apart = (NotAfter("refining-lotion", 1),)
    edit(planned, clock, draft._replace(rule=Every(5), enforce="off"), MONDAY, opened=draft)

    edit(planned, clock, draft._replace(not_after=apart), day, opened=draft)

    held = draft_of(step_of(planned), day)
    assert (held.rule, held.not_after, held.enforce) == (Every(5), apart, "off")


@pytest.mark.parametrize("then", ["taken back", "moved"])
def test_no_version_is_left_that_changes_nothing(
    oily: SqlStore, clock: StillClock, then: str
) -> None:
    was, schedule = draft_of(step_of(oily), TODAY), step_of(oily).schedule
    edit(oily, clock, was._replace(rule=Daily()), MONDAY)
    edit(oily, clock, was, DECEMBER)
    assert begins(oily) == [BEGUN, MONDAY, DECEMBER]

    if then == "taken back":
        take_back(oily, clock, "clay-mask", MONDAY)
        assert step_of(oily).schedule == schedule
    else:
        draft = opened(oily, MONDAY)
        edit(oily, clock, draft, DECEMBER + ONE_DAY, opened=draft)
        assert begins(oily) == [BEGUN, DECEMBER + ONE_DAY]


def test_what_was_said_anew_from_an_earlier_day_holds_from_it_on(
    oily: SqlStore, clock: StillClock
) -> None:
    was, schedule = draft_of(step_of(oily), TODAY), step_of(oily).schedule
    apart = (NotAfter("refining-lotion", 1),)
    edit(oily, clock, was._replace(rule=Daily(), not_after=apart), TODAY)
    draft = draft_of(step_of(oily), TODAY)

    wanted = draft._replace(rule=was.rule, not_after=was.not_after)
    change = edit(oily, clock, wanted, TODAY - 8 * ONE_DAY, rewrites=True, opened=draft)

    assert change is not None
    assert step_of(oily).schedule == schedule


def test_a_rest_that_is_given_up_from_an_earlier_day_on_is_so_later_too(
    oily: SqlStore, clock: StillClock
) -> None:
    was = draft_of(step_of(oily), TODAY)
    edit(oily, clock, was._replace(not_after=(NotAfter("refining-lotion", 1),)), TODAY)
    draft = draft_of(step_of(oily), TODAY)

    edit(oily, clock, draft._replace(not_after=()), BEGUN + ONE_DAY, rewrites=True, opened=draft)

    assert draft_of(step_of(oily), TODAY).not_after == ()
