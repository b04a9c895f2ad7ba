"""Does a pause excuse what was missed and nothing else, and does going on end it for good?"""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.pause import Wish, end, ended, pause, paused, resume, resumed
from tracker.actions.plan_rows import plan_rows
from tracker.actions.skip import skip
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.domain.day import Day
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry
from tracker.domain.routine import Group, Pause, Step, StepId, Version
from tracker.domain.rule.base import Rule
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
"""A Wednesday."""
MONDAY = date(2026, 11, 2)


def on(number: int) -> Day:
    """That day of November 2026."""
    return date(2026, 11, number)


def statuses(store: SqlStore, step: StepId, first: int, last: int, today: Day = TODAY) -> list[str]:
    with store.reading() as look:
        rows = plan_rows(look, on(first), on(last), today)
    return [row.status for row in rows if row.step == step]


def pauses(store: SqlStore) -> list[Pause]:
    with store.reading() as look:
        return list(look.routine().pauses)


def step(step_id: StepId, rule: Rule) -> Step:
    return Step(step_id, step_id, "serum", "evening", MONDAY, (Version(MONDAY, rule),))


def begin(
    store: SqlStore, *steps: Step, groups: Sequence[Group] = (), log: Sequence[Entry] = ()
) -> None:
    with store.writing("set_up") as work:
        work.put(*steps, *groups, *log)


def code_of(wish: Wish, store: SqlStore) -> str:
    with store.reading() as look, pytest.raises(BadInput) as caught:
        paused(look, TODAY, wish)
    return caught.value.code


def test_a_pause_until_ended_rests_all_steps_from_its_first_day(
    oily: SqlStore, clock: StillClock
) -> None:
    change = pause(oily, clock, Wish(TODAY, reason="Away"))

    assert change is not None
    assert (change.verb, change.facts) == ("pause", {"first": "2026-11-18"})
    assert pauses(oily) == [Pause(TODAY, None, None, "Away")]
    assert statuses(oily, "clay-mask", 17, 20) == ["optional", "paused", "paused", "paused"]
    assert pause(oily, clock, Wish(TODAY, reason="Away")) is None


def test_a_holiday_entered_afterwards_excuses_what_was_missed_and_leaves_what_was_done(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "pore-serum", on(12))
    skip(oily, clock, "cleanse-evening", "Tired", on(13))

    pause(oily, clock, Wish(on(11), on(14)))

    assert statuses(oily, "pore-serum", 10, 15) == [
        "missed",
        "paused",
        "done",
        "paused",
        "paused",
        "missed",
    ]
    assert statuses(oily, "cleanse-evening", 13, 14) == ["skipped", "paused"]
    assert Pause(on(11), on(11), ("pore-serum",)) in pauses(oily)
    assert Pause(on(13), on(14), ("pore-serum",)) in pauses(oily)
    undo(oily)
    assert pauses(oily) == []
    assert statuses(oily, "pore-serum", 11, 14) == ["missed", "done", "missed", "missed"]


def test_a_turn_that_was_made_up_stays_made_up(store: SqlStore, clock: StillClock) -> None:
    log = [Entry(on(12), "mask", "tick"), Entry(on(18), "acid", "tick")]
    begin(store, step("mask", Weekdays(("tue",))), step("acid", Weekdays(("mon",))), log=log)

    pause(store, clock, Wish(on(8), on(16)))

    assert statuses(store, "mask", 9, 12) == ["paused", "moved", "optional", "done"]
    assert statuses(store, "acid", 15, 18) == ["paused", "moved", "optional", "done"]


def test_a_step_that_gave_way_to_a_paused_one_was_not_missed(
    store: SqlStore, clock: StillClock
) -> None:
    group = Group("Evening", ("mask", "lotion"))
    begin(store, step("mask", Daily()), step("lotion", Daily()), groups=[group])

    pause(store, clock, Wish(on(16), on(20), ("mask",)))

    assert statuses(store, "mask", 15, 17) == ["missed", "paused", "paused"]
    assert statuses(store, "lotion", 15, 18) == ["resting", "paused", "paused", "due"]


def test_some_steps_are_paused_alone(oily: SqlStore, clock: StillClock) -> None:
    one = pause(oily, clock, Wish(TODAY, on(20), ("clay-mask",)))
    two = pause(oily, clock, Wish(TODAY, on(20), ("pore-serum", "overnight-serum")))

    assert one is not None
    assert two is not None
    assert one.facts["name"] == "Clay mask"
    assert two.facts["count"] == "2"
    assert statuses(oily, "clay-mask", 18, 21) == ["paused", "paused", "paused", "due"]
    assert statuses(oily, "cleanse-evening", 18, 18) == ["due"]


def test_a_pause_that_cannot_be_is_told(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")

    assert code_of(Wish(TODAY, on(17)), oily) == "pause_backwards"
    assert code_of(Wish(TODAY, None, ("gone",)), oily) == "no_such_step"
    assert code_of(Wish(TODAY, None, ()), oily) == "no_steps_chosen"
    assert code_of(Wish(TODAY, TODAY, ("clay-mask",)), oily) == "nothing_to_pause"
    assert code_of(Wish(date(1899, 1, 1)), oily) == "day_out_of_range"
    assert code_of(Wish(TODAY, date(3000, 1, 1)), oily) == "day_out_of_range"
    assert code_of(Wish(TODAY, reason="x" * 201), oily) == "text_too_long"
    assert code_of(Wish(TODAY, reason=""), oily) == "empty_text"


def test_without_a_routine_there_is_nothing_to_pause(store: SqlStore) -> None:
    assert code_of(Wish(TODAY), store) == "no_routine"


def test_going_on_ends_the_pause_the_day_before(oily: SqlStore, clock: StillClock) -> None:
    pause(oily, clock, Wish(on(10)))

    change = resume(oily, clock)

    assert change is not None
    assert change.facts == {"first": "2026-11-18"}
    assert pauses(oily) == [Pause(on(10), on(17))]
    assert statuses(oily, "clay-mask", 17, 18) == ["paused", "due"]
    undo(oily)
    assert pauses(oily) == [Pause(on(10), None)]


def test_one_step_goes_on_and_the_others_stay_paused(oily: SqlStore, clock: StillClock) -> None:
    pause(oily, clock, Wish(on(10), on(25)))

    resume(oily, clock, ["clay-mask"])

    assert statuses(oily, "clay-mask", 17, 18) == ["paused", "due"]
    assert statuses(oily, "pore-serum", 17, 26) == ["paused"] * 9 + ["due"]
    resume(oily, clock)
    assert pauses(oily) == [Pause(on(10), on(17))]


def test_a_pause_that_begins_on_the_day_is_gone(oily: SqlStore, clock: StillClock) -> None:
    pause(oily, clock, Wish(TODAY, on(20), ("clay-mask", "pore-serum")))
    resume(oily, clock, ["clay-mask"])

    assert pauses(oily) == [Pause(TODAY, on(20), ("pore-serum",))]
    resume(oily, clock)
    assert pauses(oily) == []


def test_going_on_ends_what_stands_beyond_a_day_left_out_too(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "pore-serum")
    tick(oily, clock, "cleanse-evening", on(17))
    pause(oily, clock, Wish(on(17)))

    resume(oily, clock)

    assert statuses(oily, "pore-serum", 17, 19) == ["paused", "done", "due"]
    assert statuses(oily, "cleanse-evening", 17, 19) == ["done", "due", "due"]
    assert all(one.ends == on(17) for one in pauses(oily))


def test_a_coming_pause_does_not_run_because_today_is_done(
    oily: SqlStore, clock: StillClock
) -> None:
    tick(oily, clock, "pore-serum")
    pause(oily, clock, Wish(on(19), on(25)))

    with oily.reading() as look, pytest.raises(BadInput) as caught:
        resumed(look, TODAY)

    assert caught.value.code == "nothing_to_resume"
    resume(oily, clock, day=on(21))
    assert pauses(oily) == [Pause(on(19), on(20))]


def test_going_on_makes_up_for_no_day_before_it(store: SqlStore, clock: StillClock) -> None:
    """What was used in spite of the pause would else have made Tuesday's turn up."""
    begin(store, step("mask", Weekdays(("tue",))))
    pause(store, clock, Wish(TODAY))
    tick(store, clock, "mask", anyway=True, reason="Because")
    assert statuses(store, "mask", 17, 18) == ["missed", "off_plan"]

    resume(store, clock)

    assert statuses(store, "mask", 17, 19) == ["missed", "off_plan", "resting"]
    assert pauses(store) == [Pause(TODAY, TODAY, ("mask",))]


def test_going_on_leaves_every_step_unpaused_but_where_it_made_something_up(
    store: SqlStore, clock: StillClock
) -> None:
    """Another step that is done every day has no part in it."""
    begin(store, step("mask", Weekdays(("tue",))), step("cleanser", Daily()))
    pause(store, clock, Wish(on(11), steps=("mask",)))
    tick(store, clock, "mask", on(12), anyway=True, reason="Because")
    for number in range(9, 19):
        tick(store, clock, "cleanser", on(number))
    before = statuses(store, "mask", 9, 10)

    resume(store, clock, ["mask"], on(11))

    assert pauses(store) == [Pause(on(12), on(12), ("mask",))]
    assert statuses(store, "mask", 9, 10) == before
    assert statuses(store, "mask", 17, 18) == ["missed", "optional"]


def test_going_on_leaves_paused_what_another_step_gave_way_to_instead(
    store: SqlStore, clock: StillClock
) -> None:
    """With the mask asked for on the 12th, the lotion skipped then was never asked for."""
    group = Group("Evening", ("mask", "lotion"))
    steps = (step("mask", Daily()), step("lotion", PerWeek(1, None, ("tue",))))
    begin(store, *steps, groups=[group], log=[Entry(on(12), "lotion", "skip")])
    pause(store, clock, Wish(on(5), steps=("mask",)))
    before = statuses(store, "lotion", 9, 10)
    assert before == ["optional", "moved"]

    resume(store, clock, ["mask"], on(11))

    assert statuses(store, "lotion", 9, 10) == before
    assert statuses(store, "mask", 10, 14) == ["paused"] * 3 + ["missed"] * 2


def test_going_on_with_all_leaves_a_coming_pause_of_another_step(
    oily: SqlStore, clock: StillClock
) -> None:
    coming = Pause(on(19), on(25), ("pore-serum",), "Dry")
    tick(oily, clock, "pore-serum")
    pause(oily, clock, Wish(on(17), steps=("clay-mask",)))
    pause(oily, clock, Wish(*coming[:2], coming.steps, coming.reason))

    resume(oily, clock)

    assert pauses(oily) == [coming, Pause(on(17), on(17), ("clay-mask",))]


def test_one_pause_ends_and_another_of_the_same_days_goes_on(
    oily: SqlStore, clock: StillClock
) -> None:
    irritation = Pause(on(12), None, ("pore-serum",), "Irritation")
    holiday = Pause(on(16), on(25), None, "Holiday")
    for one in (irritation, holiday):
        pause(oily, clock, Wish(one.begins, one.ends, one.steps, one.reason))

    change = end(oily, clock, [holiday], TODAY)

    assert change is not None
    assert (change.verb, change.facts) == ("resume", {"first": "2026-11-18"})
    assert set(pauses(oily)) == {irritation, holiday._replace(ends=on(17))}
    with oily.reading() as look, pytest.raises(BadInput) as caught:
        ended(look, TODAY, [holiday._replace(ends=on(17))], TODAY)
    assert caught.value.code == "nothing_to_resume"


def test_a_pause_is_taken_out_whole(oily: SqlStore, clock: StillClock) -> None:
    pause(oily, clock, Wish(on(10), on(12)))
    pause(oily, clock, Wish(on(20), on(25), ("clay-mask",)))

    change = end(oily, clock, [Pause(on(20), on(25), ("clay-mask",))], on(20))

    assert change is not None
    assert (change.verb, change.facts["name"]) == ("unpause", "Clay mask")
    assert pauses(oily) == [Pause(on(10), on(12))]
    with pytest.raises(BadInput) as caught:
        end(oily, clock, [Pause(on(20), on(25), ("clay-mask",))], on(20))
    assert caught.value.code == "no_such_pause"


def test_a_pause_in_parts_is_taken_out_whole(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "pore-serum", on(12))
    pause(oily, clock, Wish(on(11), on(14)))

    change = end(oily, clock, pauses(oily), on(11))

    assert change is not None
    assert (change.verb, change.facts) == ("unpause", {"first": "2026-11-11"})
    assert pauses(oily) == []


def test_a_pause_of_days_long_ago_looks_no_further_back_than_the_routine(
    oily: SqlStore, clock: StillClock
) -> None:
    pause(oily, clock, Wish(date(1950, 1, 1), TODAY - timedelta(days=1)))

    assert statuses(oily, "clay-mask", 1, 18) == ["paused"] * 17 + ["due"]
