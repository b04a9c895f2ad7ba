"""Is what was done told in one line, also when it is undone?"""

from datetime import date

import pytest

from tracker.actions.change import ELSEWHERE, Change, Direction
from tracker.words.changes import change_line

TODAY = date(2026, 11, 21)


def change(verb: str, direction: Direction = "done", day: str = "2026-11-21") -> Change:
    facts = {"step": "clay-mask", "name": "Clay mask", "day": day}
    return Change(verb, facts, frozenset(("entry",)), direction=direction)


@pytest.mark.parametrize(
    ("verb", "line"),
    [
        ("tick", "Ticked Clay mask"),
        ("untick", "Unticked Clay mask"),
        ("skip", "Skipped Clay mask"),
        ("unskip", "Took back the skip of Clay mask"),
        ("tick_all", "Ticked Clay mask"),
        ("rate", "Rated the skin"),
        ("set_up", "Set up the routine"),
        ("merge", "Imported a file"),
        ("set_setting", "Changed a setting"),
        ("unheard_of", "Changed your records"),
    ],
)
def test_every_verb_has_its_line(verb: str, line: str) -> None:
    assert change_line(change(verb)) == line
    assert change_line(change(verb, "undone")) == f"Undone: {line}"
    assert change_line(change(verb, "redone")) == f"Done again: {line}"


def test_several_steps_that_were_ticked_at_once_are_counted() -> None:
    several = change("tick_all")._replace(facts={"count": "3", "day": "2026-11-21"})

    assert change_line(several, TODAY) == "Ticked 3 steps"
    assert change_line(several._replace(direction="undone")) == "Undone: Ticked 3 steps"
    one = several._replace(facts={"count": "1", "name": "Clay mask"})
    assert change_line(one) == "Ticked Clay mask"


def test_another_day_is_named() -> None:
    assert change_line(change("tick"), TODAY) == "Ticked Clay mask"
    late = change_line(change("tick", day="2026-11-19"), TODAY)
    assert late == "Ticked Clay mask on Thursday 19 November"
    assert change_line(change("tick", day="long ago"), TODAY) == "Ticked Clay mask"


def test_what_another_process_did_is_not_known() -> None:
    assert change_line(ELSEWHERE) == "Changed by another window or command"


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("day_starts_at", "Changed when the day begins"),
        ("theme", "Changed the theme"),
        ("colour", "Changed a setting"),
    ],
)
def test_a_setting_is_named(key: str, line: str) -> None:
    changed = Change("set_setting", {"key": key}, frozenset(("setting",)))

    assert change_line(changed) == line
    assert change_line(changed._replace(direction="undone")) == f"Undone: {line}"
