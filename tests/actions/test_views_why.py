"""Does a reason hold what spoke that day, and not what is so now?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.golden_cases import RULES, read_case
from tests.still_clock import StillClock
from tracker.actions.deed import refused_row
from tracker.actions.skip import skip
from tracker.actions.tick import tick
from tracker.actions.views.planned import planned
from tracker.actions.views.why import Why, why_by, why_view, whys_of
from tracker.domain.day import Day
from tracker.domain.errors import BadInput, Refused
from tracker.domain.plan import plan
from tracker.domain.routine import Pause, Treatment
from tracker.store.store import SqlStore
from tracker.words.why import why_of

MONDAY, TUESDAY, WEDNESDAY = (date(2026, 11, day) for day in (16, 17, 18))


def why(store: SqlStore, step: str, day: Day, today: Day = WEDNESDAY) -> Why:
    with store.reading() as reading:
        return why_view(reading, step, day, today)


def test_a_month_off_is_the_phase_and_the_back_day_of_the_forecast(oily: SqlStore) -> None:
    found = why(oily, "refining-lotion", WEDNESDAY)
    assert (found.status, found.reason) == ("resting", "month_off")
    assert found.phase is not None
    assert found.phase.first == date(2026, 11, 1)
    assert found.back_on == date(2026, 12, 1)


def test_a_back_day_that_is_over_is_not_told(oily: SqlStore) -> None:
    assert why(oily, "clay-mask", date(2026, 10, 5)).back_on is None
    assert why(oily, "clay-mask", TUESDAY).back_on == WEDNESDAY


def test_a_gap_knows_the_last_use_before_that_day(oily: SqlStore, clock: StillClock) -> None:
    for day in (14, 17):
        tick(oily, clock, "clay-mask", date(2026, 11, day), anyway=True, reason="x")
    assert why(oily, "clay-mask", WEDNESDAY).last_use == TUESDAY
    assert why(oily, "clay-mask", MONDAY).last_use == date(2026, 11, 14)


def test_a_moved_turn_knows_when_it_was_made_up(oily: SqlStore, clock: StillClock) -> None:
    tick(oily, clock, "clay-mask", date(2026, 11, 12))
    found = why(oily, "clay-mask", date(2026, 11, 11))
    assert (found.status, found.answered_on) == ("moved", date(2026, 11, 12))


def test_a_step_that_gave_way_and_then_counts_as_missed_knows_to_which(
    oily: SqlStore, clock: StillClock
) -> None:
    # The mask of Wednesday 11 is carried over to Thursday, where it has the evening.
    thursday = date(2026, 11, 12)
    found = why(oily, "overnight-serum", thursday)
    assert found.status == "missed"
    assert found.other is not None
    assert (found.other.name, found.other.did) == ("Clay mask", None)

    skip(oily, clock, "clay-mask", "No time", thursday)

    found = why(oily, "overnight-serum", thursday)
    assert found.status == "missed"
    assert found.other is not None
    assert found.other.did == "skip"
    assert why(oily, "clay-mask", thursday).said == "No time"


def test_a_step_that_was_free_and_missed_gave_way_to_none(oily: SqlStore) -> None:
    assert why(oily, "pore-serum", MONDAY).other is None
    assert why(oily, "overnight-serum", TUESDAY).other is None


def test_pauses_and_treatments_are_those_that_cover_the_day(oily: SqlStore) -> None:
    near = Pause(MONDAY, WEDNESDAY, ("pore-serum",), "Sunburn")
    peel = Treatment(TUESDAY, "Peel", 3, ("clay-mask",))
    with oily.writing("merge") as work:
        work.put(near, Pause(date(2026, 11, 1), date(2026, 11, 2)), peel)
    assert why(oily, "pore-serum", TUESDAY).pauses == (near,)
    assert why(oily, "cleanse-morning", TUESDAY).pauses == ()
    assert why(oily, "clay-mask", WEDNESDAY).treatments == (peel,)
    assert why(oily, "clay-mask", MONDAY).treatments == ()


def test_a_refusal_is_explained_by_what_refused_it(oily: SqlStore, clock: StillClock) -> None:
    with pytest.raises(Refused) as refused:
        tick(oily, clock, "refining-lotion")
    row = refused_row(refused.value)
    assert row is not None
    with oily.reading() as reading:
        found = why_by(reading, row, WEDNESDAY)
    assert found == why(oily, "refining-lotion", WEDNESDAY)
    assert refused_row(Refused("month_off")) is None


def test_a_step_that_is_no_part_of_the_day_has_no_reason(oily: SqlStore) -> None:
    with pytest.raises(BadInput, match="step_not_on_day"):
        why(oily, "clay-mask", date(2026, 9, 30))


def test_a_plan_for_people_has_the_back_days_that_today_shows(oily: SqlStore) -> None:
    first, last = date(2026, 11, 9), date(2026, 12, 9)
    with oily.reading() as reading:
        back = planned(reading, first, last, WEDNESDAY).back_on
        for number in range(31):
            day = first + timedelta(days=number)
            for one in whys_of(reading, day, WEDNESDAY):
                told = back.get((day, one.step))
                assert one.back_on == (told if told and told >= WEDNESDAY else None)


@pytest.mark.slow
@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_every_row_of_the_golden_cases_has_its_sentence(store: SqlStore, path: Path) -> None:
    case = read_case(path)
    with store.writing("merge") as work:
        work.put(*case.diary.steps, *case.diary.groups, *case.diary.log)
        work.put(*case.diary.pauses, *case.diary.treatments)
    routine = case.routine._replace(week_starts=())
    rows = plan(routine, case.log, case.first, case.last, case.today)
    days = sorted({row.day for row in rows})
    with store.reading() as reading:
        for day in days:
            whys = whys_of(reading, day, case.today)
            known = [(one.step, one.status, one.reason, one.until) for one in whys]
            assert known == [row[1:] for row in rows if row.day == day]
            for one in whys:
                sentence = why_of(one, case.today)
                assert one.status != "moved" or one.answered_on is not None
                assert sentence.endswith(".")
                assert "{" not in sentence
