"""How far is looked for what a change of the routine would do?"""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.still_clock import StillClock
from tracker.actions.edit import draft_of
from tracker.actions.set_up import set_up
from tracker.domain.day import Day
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
