"""How far is looked for what a change of the routine would do?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import StepDraft, draft_of
from tracker.actions.set_up import set_up
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.outside import Outside
from tracker.domain.rule import read_rule
from tracker.exchange.preset import load_preset
from tracker.store.store import open_store
from tracker.ui.pages.routine.foreseeing import Foreseen, foresee
from tracker.ui.pages.routine.wanted import Wanted

TODAY = date(2026, 11, 21)
BEGUN = date(2017, 11, 1)


def foreseen(folder: Path, begins: Day) -> Foreseen:
    """What a clay mask every day would change."""
    store = open_store(folder, StillClock())
    set_up(store, load_preset("oily", BEGUN, "overnight-serum"), "oily")
    with store.reading() as reading:
        mask = next(one for one in reading.routine().steps if one.name == "Clay mask")
        draft = draft_of(mask, begins)._replace(rule=read_rule(Outside({"kind": "daily"})))
        found = foresee(reading, Wanted(draft, begins, rewrites=begins < TODAY), TODAY)
    store.close()
    return found


@pytest.mark.parametrize(
    ("begins", "span"),
    [
        (BEGUN, "What changes is worked out up to Thursday 6 December 2018 only."),
        (TODAY - timedelta(days=300), ""),
        (TODAY, ""),
        (TODAY + timedelta(days=3000), ""),
    ],
)
def test_a_change_of_long_ago_is_looked_at_in_its_first_days(
    tmp_path: Path, begins: Day, span: str
) -> None:
    found = foreseen(tmp_path, begins)

    assert found.span == span
    assert sum(days for _move, days in found.moves) <= 400
    assert found.moves


def test_a_version_of_any_later_day_gives_way() -> None:
    step = load_preset("oily", BEGUN, "overnight-serum").routine().step("clay-mask")
    far = TODAY + timedelta(days=200)
    later = step.schedule[0]._replace(begins=far)
    planned = step._replace(schedule=(*step.schedule, later))
    draft = draft_of(step, TODAY)
    other = draft._replace(rule=read_rule(Outside({"kind": "daily"})))

    assert Wanted(other, TODAY, rewrites=False).given_way(planned) == [far]
    assert Wanted(other, far, rewrites=False).given_way(planned) == []
    assert Wanted(draft, TODAY, rewrites=False).given_way(planned) == []
    moved = other._replace(replaces=far)
    assert Wanted(moved, far + ONE_DAY, rewrites=False).given_way(planned) == []


def test_a_version_that_only_brings_back_what_was_gives_way_too() -> None:
    step = load_preset("oily", BEGUN, "overnight-serum").routine().step("clay-mask")
    far, back = TODAY + timedelta(days=200), TODAY + timedelta(days=220)
    daily = read_rule(Outside({"kind": "daily"}))
    first = step.schedule[0]
    later = (first._replace(begins=far, rule=daily), first._replace(begins=back))
    planned = step._replace(schedule=(first, *later))
    draft = draft_of(planned, far)._replace(replaces=far)

    assert Wanted(draft, far + ONE_DAY, rewrites=False).given_way(planned) == [back]


@pytest.mark.parametrize(
    ("begins", "looked", "past"),
    [
        (TODAY, "", ""),
        (date(2026, 11, 23), "Mon 23 Nov to Thu 21 Jan 2027", ""),
        (
            date(2026, 11, 2),
            "Mon 2 Nov to Tue 19 Jan 2027",
            "15 days gone by get another status.",
        ),
    ],
)
def test_what_was_looked_at_is_said(tmp_path: Path, begins: Day, looked: str, past: str) -> None:
    """Of 19 days gone by the mask was missed on 4, and is so still; this week's was open."""
    found = foreseen(tmp_path, begins)

    assert (found.looked, found.past) == (looked, past)


def test_a_step_is_saved_at_once_unless_something_begins_on_a_day() -> None:
    step = load_preset("oily", BEGUN, "overnight-serum").routine().step("clay-mask")
    opened = draft_of(step, TODAY)
    other = opened._replace(rule=read_rule(Outside({"kind": "daily"})))

    def at_once(draft: StepDraft, opened: StepDraft | None) -> bool:
        return Wanted(draft, TODAY, rewrites=False, opened=opened).holds_at_once

    assert at_once(opened._replace(name="Mud", remind_at="21:00"), opened)
    assert not at_once(other, opened)
    assert not at_once(opened, None)
    assert not at_once(*(one._replace(replaces=TODAY + ONE_DAY) for one in (opened, opened)))
