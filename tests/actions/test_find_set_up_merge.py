"""Which step is meant, may a preset be taken, and what becomes of a document from elsewhere?"""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.actions.test_tick import WEDNESDAY, entry
from tests.golden_cases import RULES, read_case
from tests.still_clock import StillClock
from tracker.actions.find import find_step
from tracker.actions.merge import LeftOut, merge, merged
from tracker.actions.plan_rows import plan_rows
from tracker.actions.set_up import begun, set_up
from tracker.actions.settings import set_setting
from tracker.actions.skip import skip
from tracker.actions.tick import tick
from tracker.actions.undo import undo
from tracker.domain.diary import Diary
from tracker.domain.errors import BadInput
from tracker.domain.log import Entry, Rating
from tracker.domain.routine import Group, Routine
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore


def routine_of(store: SqlStore) -> Routine:
    with store.reading() as reading:
        return reading.routine()


@pytest.mark.parametrize("text", ["clay-mask", "Clay mask", "CLAY", "mask"])
def test_a_step_is_found_by_id_name_or_part(oily: SqlStore, text: str) -> None:
    assert find_step(routine_of(oily), text).id == "clay-mask"


def test_an_accent_is_the_same_however_it_was_typed(oily: SqlStore) -> None:
    with oily.writing("edit") as work:
        work.put(work.routine().step("clay-mask")._replace(name="Cr\u00e8me"))

    assert find_step(routine_of(oily), "cre\u0300me").id == "clay-mask"


def test_a_text_that_fits_several_steps_names_them(oily: SqlStore) -> None:
    with pytest.raises(BadInput) as caught:
        find_step(routine_of(oily), "cleanse")

    assert caught.value.facts["fits"] == "cleanse-morning, cleanse-evening"


def test_a_text_that_fits_no_step_tells_what_there_is(oily: SqlStore) -> None:
    with pytest.raises(BadInput) as caught:
        find_step(routine_of(oily), "snake oil")

    assert caught.value.code == "no_such_step"
    assert "refining-lotion" in str(caught.value.facts["known"])


def test_without_a_routine_the_way_to_one_is_told(store: SqlStore) -> None:
    with pytest.raises(BadInput) as caught:
        find_step(routine_of(store), "mask")

    assert caught.value.code == "no_routine"


def test_a_preset_is_taken_once(oily: SqlStore) -> None:
    before = routine_of(oily)
    with pytest.raises(BadInput) as caught:
        set_up(oily, load_preset("sensitive", WEDNESDAY), "sensitive")

    assert caught.value.code == "routine_exists"
    assert routine_of(oily) == before


def test_the_chosen_settings_are_one_action_with_the_routine(store: SqlStore) -> None:
    diary = load_preset("oily", WEDNESDAY)._replace(settings={"reminders": False})

    set_up(store, diary, "oily")

    with store.reading() as reading:
        assert reading.settings() == {"reminders": False}
    undo(store)
    with store.reading() as reading:
        assert (reading.settings(), reading.routine().steps) == ({}, ())


def test_a_setting_that_cannot_be_leaves_nothing(store: SqlStore) -> None:
    diary = load_preset("oily", WEDNESDAY)._replace(settings={"evening_at": "late"})

    with pytest.raises(BadInput):
        set_up(store, diary, "oily")

    assert routine_of(store).steps == ()


@pytest.mark.parametrize(
    ("day", "hour", "waits"),
    [(18, 9, False), (18, 14, False), (18, 15, True), (18, 23, True), (19, 1, True)],
)
def test_a_morning_that_is_over_begins_tomorrow(day: int, hour: int, waits: bool) -> None:
    moment = datetime(2026, 11, day, hour, tzinfo=UTC)
    preset = load_preset("oily", WEDNESDAY)

    diary = begun(preset, WEDNESDAY, moment)

    mornings = {step.start for step in diary.steps if step.slot == "morning"}
    assert mornings == {WEDNESDAY + timedelta(days=waits)}
    evenings = [step for step in diary.steps if step.slot == "evening"]
    assert evenings == [step for step in preset.steps if step.slot == "evening"]
    assert {step.schedule[0].begins for step in diary.steps} == {WEDNESDAY}


def test_nothing_of_an_evening_set_up_is_missed(store: SqlStore) -> None:
    evening = datetime(2026, 11, 18, 21, tzinfo=UTC)
    set_up(store, begun(load_preset("oily", WEDNESDAY), WEDNESDAY, evening), "oily")

    with store.reading() as reading:
        tomorrow = WEDNESDAY + timedelta(days=1)
        found = plan_rows(reading, WEDNESDAY, tomorrow, tomorrow)

    mornings = [row for row in found if row.step in ("cleanse-morning", "toner")]
    assert {(row.day, row.status) for row in mornings} == {(tomorrow, "due")}


def test_a_start_on_another_day_is_left_as_it_is() -> None:
    preset = load_preset("oily", WEDNESDAY - timedelta(days=30))

    assert begun(preset, WEDNESDAY, datetime(2026, 11, 18, 21, tzinfo=UTC)) == preset


def test_setting_up_is_undone_as_one(oily: SqlStore) -> None:
    undo(oily)

    assert routine_of(oily) == Routine(week_starts=routine_of(oily).week_starts)


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_a_document_merged_into_nothing_is_there_whole(store: SqlStore, path: object) -> None:
    diary = read_case(path).diary  # type: ignore[arg-type]

    report = merge(store, diary).report

    with store.reading() as reading:
        assert reading.diary() == diary
    assert report.left_out == ()
    assert report.added["entry"] == len(diary.log) if diary.log else "entry" not in report.added


def test_merging_twice_adds_nothing_the_second_time(store: SqlStore) -> None:
    diary = read_case(RULES[0]).diary
    merge(store, diary)
    journal = store.journal()

    again = merge(store, diary).report

    assert (again.added, again.left_out) == ({}, ())
    assert sum(again.same.values()) > 0
    assert store.journal() == journal


def test_a_dry_run_tells_the_same_and_changes_nothing(store: SqlStore) -> None:
    diary = read_case(RULES[0]).diary

    with store.reading() as reading:
        told = merged(reading.diary(), diary)

    with store.reading() as reading:
        assert reading.diary().steps == ()
    assert merge(store, diary).report == told


def test_an_import_is_undone_as_one(oily: SqlStore) -> None:
    with oily.reading() as reading:
        before = reading.diary()
    merge(oily, read_case(RULES[0]).diary)
    undo(oily)

    with oily.reading() as reading:
        assert reading.diary() == before


def test_what_differs_from_ours_is_kept_as_ours_and_reported(oily: SqlStore) -> None:
    step = routine_of(oily).step("clay-mask")._replace(name="Mud")
    report = merge(oily, Diary(steps=(step,), settings={"day_starts_at": 5})).report

    assert report.left_out == (LeftOut("step clay-mask", "differs"),)
    assert routine_of(oily).step("clay-mask").name == "Clay mask"
    assert report.added == {"setting": 1}


def test_of_a_tick_and_a_skip_the_tick_is_kept_from_either_side(
    oily: SqlStore, clock: StillClock
) -> None:
    skip(oily, clock, "clay-mask", "Tired")
    tick(oily, clock, "cleanse-evening")
    theirs = Diary(
        log=(
            Entry(WEDNESDAY, "clay-mask", "tick"),
            Entry(WEDNESDAY, "cleanse-evening", "skip"),
        )
    )

    report = merge(oily, theirs).report

    assert [left.code for left in report.left_out] == ["skip_replaced", "tick_kept"]
    mask, cleanse = entry(oily, "clay-mask"), entry(oily, "cleanse-evening")
    assert mask is not None
    assert cleanse is not None
    assert (mask.do, cleanse.do) == ("tick", "tick")


def test_a_use_that_the_rules_would_have_refused_comes_in_as_what_it_is(oily: SqlStore) -> None:
    report = merge(oily, Diary(log=(Entry(date(2026, 11, 5), "refining-lotion", "tick"),))).report

    assert report.added == {"entry": 1}


def test_a_rating_of_ours_is_not_overwritten(store: SqlStore) -> None:
    merge(store, Diary(ratings=(Rating(WEDNESDAY, 7),)))

    report = merge(store, Diary(ratings=(Rating(WEDNESDAY, 3),))).report

    assert report.left_out == (LeftOut("rating 2026-11-18", "differs"),)


def test_a_group_with_a_step_of_another_group_is_left_out(oily: SqlStore) -> None:
    report = merge(oily, Diary(groups=(Group("Mine", ("clay-mask", "toner")),))).report

    assert report.left_out == (LeftOut("group Mine", "in_two_groups"),)
    assert len(routine_of(oily).groups) == 1


def test_settings_are_checked_and_kept(store: SqlStore) -> None:
    assert set_setting(store, "theme", "dark") is not None
    assert set_setting(store, "theme", "dark") is None
    with pytest.raises(BadInput) as caught:
        set_setting(store, "colour", "red")
    assert caught.value.code == "no_such_setting"
    with store.reading() as reading:
        assert reading.settings() == {"theme": "dark"}
