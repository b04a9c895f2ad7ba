"""Is three times a week offered once, where four weeks of twice went well, and never else?"""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.plan_rows import plan_rows
from tracker.actions.rate import rate
from tracker.actions.set_up import set_up
from tracker.actions.settings import set_setting
from tracker.actions.step_up import Offer, stay, step_up, step_up_offer, stepped_up
from tracker.actions.tick import tick
from tracker.actions.undo import redo, undo
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry, Rating
from tracker.domain.routine import Pause, Routine, Step
from tracker.exchange.preset import load_preset
from tracker.exchange.transfer import read_document, write_document
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
BEGUN = date(2026, 10, 12)
LOTION = "refining-lotion"
CALM = {date(2026, 10, 21): 1, date(2026, 10, 31): 0, date(2026, 11, 5): 1, date(2026, 11, 12): 0}


@pytest.fixture
def lived(store: SqlStore) -> SqlStore:
    """Five weeks of the routine for sensitive skin, all of it done, with little redness."""
    set_up(store, load_preset("sensitive", BEGUN, "overnight-serum"), "sensitive")
    day = BEGUN
    while day < TODAY:
        with store.writing("merge") as work:
            due = [row.step for row in plan_rows(work, day, day, day) if row.status == "due"]
            work.put(*(Entry(day, step, "tick") for step in due))
        day += timedelta(days=1)
    with store.writing("merge") as work:
        work.put(*(Rating(day, redness=degree) for day, degree in CALM.items()))
    return store


def offer(store: SqlStore, today: Day = TODAY) -> Offer | None:
    with store.reading() as reading:
        return step_up_offer(reading, today)


def routine(store: SqlStore) -> Routine:
    with store.reading() as reading:
        return reading.routine()


def lotion(store: SqlStore) -> Step:
    return routine(store).step(LOTION)


def change_lotion(store: SqlStore, change: Callable[[Step], Step]) -> None:
    with store.writing("merge") as work:
        work.put(change(work.routine().step(LOTION)))


def test_what_was_seen_and_the_days_that_the_mask_leaves_are_offered(lived: SqlStore) -> None:
    found = offer(lived)
    assert found is not None
    assert (found.step, found.days) == (LOTION, ("tue", "fri", "sat"))
    assert found.version.begins == date(2026, 11, 23)
    assert found.version.rule.document()["min_gap"] == 1
    assert (found.seen.done, found.seen.rated) == (8, 4)


def test_the_last_day_of_each_of_the_four_weeks_is_enough(lived: SqlStore) -> None:
    first = TODAY - timedelta(weeks=4)
    with lived.writing("merge") as work:
        work.remove(*(Rating(day, redness=degree) for day, degree in CALM.items()))
        work.put(*(Rating(first + timedelta(days=n), redness=0) for n in (6, 13, 20, 27)))
    found = offer(lived)
    assert found is not None
    assert found.seen.rated == 4


def test_where_nothing_stands_in_the_way_the_days_lie_apart(lived: SqlStore) -> None:
    change_lotion(lived, lambda step: step._replace(not_after=()))
    with lived.writing("merge") as work:
        work.put(*(group._replace(priority=()) for group in work.routine().groups))
    found = offer(lived)
    assert found is not None
    # The days of now are kept where another fits between them.
    assert found.days == ("tue", "fri", "sun")
    assert found.version.rule.document()["min_gap"] == 2


@pytest.mark.parametrize(
    ("day", "redness"),
    [(date(2026, 11, 17), 2), (TODAY, 2), (date(2026, 10, 21), None), (date(2026, 11, 12), None)],
)
def test_redness_must_be_low_and_known_of_each_week(
    lived: SqlStore, day: Day, redness: int | None
) -> None:
    with lived.writing("merge") as work:
        work.put(Rating(day, overall=7, redness=redness))
    assert offer(lived) is None


def test_six_of_the_turns_must_be_done(lived: SqlStore) -> None:
    used = [day for day in (date(2026, 11, n) for n in range(1, 18)) if day.weekday() in (1, 4)]
    for left_out, expected in ((2, 6), (3, None)):
        with lived.writing("merge") as work:
            work.remove(*(Entry(day, LOTION, "tick") for day in used[:left_out]))
        found = offer(lived)
        assert (None if found is None else found.seen.done) == expected


def test_four_weeks_of_this_version_must_be_over(lived: SqlStore) -> None:
    assert offer(lived, BEGUN + timedelta(days=27)) is None
    late = date(2026, 10, 28)
    change_lotion(
        lived,
        lambda step: step._replace(
            schedule=(step.schedule[0], step.schedule[0]._replace(begins=late))
        ),
    )
    assert offer(lived) is None


def test_other_steps_and_steps_that_end_are_not_stepped_up(lived: SqlStore) -> None:
    change_lotion(lived, lambda step: step._replace(end=date(2026, 12, 31)))
    assert offer(lived) is None
    change_lotion(lived, lambda step: step._replace(end=None, kind="retinoid"))
    assert offer(lived) is None


def test_a_pause_to_come_says_nothing_against_it(lived: SqlStore) -> None:
    with lived.writing("merge") as work:
        work.put(Pause(date(2026, 11, 25), date(2026, 12, 3)))
    found = offer(lived)
    assert found is not None
    assert found.days == ("tue", "fri", "sat")
    with lived.writing("merge") as work:
        work.put(Pause(date(2026, 11, 25), None, ("clay-mask",)))
    assert offer(lived) is None


def test_no_other_step_loses_a_turn_for_it(lived: SqlStore, clock: StillClock) -> None:
    step_up(lived, clock)
    with lived.reading() as reading:
        rows = plan_rows(reading, date(2026, 11, 23), date(2026, 12, 20), TODAY)
    due = [(row.step, row.day.weekday()) for row in rows if row.status == "due"]
    assert {day for step, day in due if step == LOTION} == {1, 4, 5}
    assert sum(step == LOTION for step, _day in due) == 12
    assert {day for step, day in due if step == "clay-mask"} == {2, 6}


def test_an_answer_is_one_action_and_the_offer_is_not_made_again(
    lived: SqlStore, clock: StillClock
) -> None:
    before = routine(lived)
    with lived.reading() as reading:
        supposed = stepped_up(reading, TODAY)

    change = step_up(lived, clock)

    assert change is not None
    assert (change.verb, change.facts["name"]) == ("step_up", "Refining lotion")
    assert routine(lived) == supposed
    assert lotion(lived).schedule[:-1] == before.step(LOTION).schedule
    assert offer(lived) is None
    with pytest.raises(BadInput, match="nothing_on_offer"):
        step_up(lived, clock)
    undo(lived)
    assert routine(lived) == before
    assert offer(lived) is not None
    redo(lived)
    assert routine(lived) == supposed


def test_staying_is_an_answer_too(lived: SqlStore, clock: StillClock) -> None:
    before = routine(lived)
    change = stay(lived, clock)
    assert change is not None
    assert change.verb == "stay"
    assert (routine(lived), offer(lived)) == (before, None)
    assert stay(lived, clock) is None
    undo(lived)
    assert offer(lived) is not None


def test_the_answer_is_the_persons_and_goes_where_their_data_go(
    lived: SqlStore, clock: StillClock
) -> None:
    stay(lived, clock)
    with lived.reading() as reading:
        document = write_document(reading.diary())
    diary, notes = read_document(document)
    assert diary.settings["step_up_answered"] is True
    assert not notes


def test_a_day_on_which_it_is_used_again_does_not_end_it(
    lived: SqlStore, clock: StillClock
) -> None:
    rate(lived, clock, {"redness": 1})
    tick(lived, clock, "clay-mask")
    assert offer(lived) is not None
    set_setting(lived, "step_up_answered", value=True)
    assert offer(lived) is None
