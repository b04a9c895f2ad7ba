"""Are treatments entered, one or several, done or to come, and taken out again?"""

from datetime import date, timedelta

import pytest

from tests.still_clock import StillClock
from tracker.actions.find import find_treatment
from tracker.actions.plan_rows import plan_rows
from tracker.actions.tick import tick
from tracker.actions.treat import series, treat, treated, untreat
from tracker.actions.undo import undo
from tracker.actions.views.difference import Difference, differences
from tracker.domain.errors import BadInput
from tracker.domain.routine import Price, Treatment
from tracker.domain.row import Row
from tracker.store.store import SqlStore

TODAY = date(2026, 11, 18)
PEEL = Treatment(TODAY, "Peel", 3, ("clay-mask",), "Skin 1", Price("140.00", "USD"), "Calm")


def kept(store: SqlStore) -> list[Treatment]:
    with store.reading() as look:
        return list(look.routine().treatments)


def test_a_peel_three_days_ago_rests_the_acids(oily: SqlStore, clock: StillClock) -> None:
    change = treat(oily, clock, [PEEL._replace(day=TODAY - timedelta(days=3))])

    assert change is not None
    assert (change.verb, dict(change.facts)) == ("treat", {"name": "Peel", "first": "2026-11-15"})
    with oily.reading() as look:
        rows = plan_rows(look, TODAY, TODAY + timedelta(days=1), TODAY)
    assert [row[2:] for row in rows if row.step == "clay-mask"] == [
        ("resting", "recovery", date(2026, 11, 19)),
        ("due", None, None),
    ]
    undo(oily)
    assert kept(oily) == []


def test_what_was_ticked_on_its_day_came_before_it(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask")
    treat(oily, clock, [PEEL])

    with oily.reading() as look:
        rows = plan_rows(look, TODAY, TODAY, TODAY)
    assert [row.status for row in rows if row.step == "clay-mask"] == ["done"]


def test_a_series_is_one_action(oily: SqlStore, clock: StillClock) -> None:
    wanted = series(PEEL, 3, 28)

    change = treat(oily, clock, wanted)

    assert change is not None
    assert change.facts["count"] == "3"
    assert [one.day for one in kept(oily)] == [
        date(2026, 11, 18),
        date(2026, 12, 16),
        date(2027, 1, 13),
    ]
    assert treat(oily, clock, wanted[:1]) is None
    undo(oily)
    assert kept(oily) == []


def test_one_of_a_series_is_taken_out(oily: SqlStore, clock: StillClock) -> None:
    wanted = series(PEEL, 2, 28)
    treat(oily, clock, wanted)

    change = untreat(oily, clock, wanted[1])

    assert change is not None
    assert change.verb == "untreat"
    assert kept(oily) == [PEEL]
    with pytest.raises(BadInput) as caught:
        untreat(oily, clock, wanted[1])
    assert caught.value.code == "no_such_treatment"


def test_a_treatment_is_found_by_name_and_day(oily: SqlStore, clock: StillClock) -> None:
    twice = PEEL._replace(note="Again")
    treat(oily, clock, [PEEL, twice])

    with oily.reading() as look:
        assert find_treatment(look.routine(), "PEEL", TODAY) == twice
        for name, day in (("Peel", TODAY + timedelta(days=1)), ("Pee", TODAY)):
            with pytest.raises(BadInput):
                find_treatment(look.routine(), name, day)


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (PEEL._replace(name=""), "empty_text"),
        (PEEL._replace(name="x" * 201), "text_too_long"),
        (PEEL._replace(rest_days=-1), "number_out_of_range"),
        (PEEL._replace(rest_days=367), "number_out_of_range"),
        (PEEL._replace(day=date(1899, 12, 31)), "day_out_of_range"),
        (PEEL._replace(steps=()), "no_steps_chosen"),
        (PEEL._replace(steps=("gone",)), "no_such_step"),
        (PEEL._replace(clinic=" "), "empty_text"),
        (PEEL._replace(note="x" * 10_001), "text_too_long"),
    ],
)
def test_what_no_document_could_hold_is_not_entered(
    oily: SqlStore, wrong: Treatment, code: str
) -> None:
    with oily.reading() as look, pytest.raises(BadInput) as caught:
        treated(look, TODAY, [PEEL, wrong])

    assert caught.value.code == code


@pytest.mark.parametrize(("count", "every"), [(0, 7), (53, 7), (2, 0), (2, 367)])
def test_a_series_that_cannot_be_is_told(count: int, every: int) -> None:
    with pytest.raises(BadInput):
        series(PEEL, count, every)


def test_a_series_that_leads_out_of_all_days_is_told(oily: SqlStore, clock: StillClock) -> None:
    last = PEEL._replace(day=date(2999, 12, 1))

    with pytest.raises(BadInput) as caught:
        treat(oily, clock, series(last, 2, 60))

    assert caught.value.code == "day_out_of_range"
    assert kept(oily) == []


def test_what_would_change_is_told_by_day(oily: SqlStore) -> None:
    with oily.reading() as look:
        after = treated(look, TODAY, [PEEL])
        found = differences(look, after, TODAY - timedelta(days=2), TODAY, TODAY)

    assert found == [
        Difference(
            TODAY,
            "clay-mask",
            Row(TODAY, "clay-mask", "due"),
            Row(TODAY, "clay-mask", "resting", "recovery", date(2026, 11, 22)),
        ),
        Difference(
            TODAY,
            "overnight-serum",
            Row(TODAY, "overnight-serum", "resting", "displaced_by:clay-mask", date(2026, 11, 19)),
            Row(TODAY, "overnight-serum", "due"),
        ),
    ]


def test_a_step_that_would_be_gone_has_no_row_after(oily: SqlStore) -> None:
    with oily.reading() as look:
        routine = look.routine()
        after = routine._replace(steps=routine.steps[1:])
        found = differences(look, after, TODAY, TODAY, TODAY)
        back = differences(look, routine, TODAY, TODAY, TODAY)

    assert [(one.step, one.after) for one in found] == [(routine.steps[0].id, None)]
    assert back == []
