"""Is what a pause, a shifted phase or a treatment did told in one line?"""

from datetime import date

import pytest

from tracker.actions.change import Change
from tracker.actions.views.difference import Difference
from tracker.domain.routine import Routine, Step, Version
from tracker.domain.row import Row
from tracker.domain.rule.daily import Daily
from tracker.words.changes import change_line
from tracker.words.life import differences_text

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("verb", "facts", "line"),
    [
        ("pause", {"first": "2026-11-21"}, "Paused all steps from 21 November, until ended"),
        (
            "pause",
            {"first": "2026-11-21", "last": "2027-01-03", "name": "Clay mask"},
            "Paused Clay mask from 21 November to 3 January 2027",
        ),
        (
            "pause",
            {"first": "2026-11-21", "last": "2026-11-21", "count": "3"},
            "Paused 3 steps on 21 November",
        ),
        ("resume", {"first": "2026-11-21"}, "Went on with all steps from 21 November"),
        (
            "unpause",
            {"first": "2026-11-21", "name": "Clay mask"},
            "Took out the pause of Clay mask from 21 November",
        ),
        (
            "shift",
            {"name": "Refining lotion", "turn": "2026-12-15", "phase": "off"},
            "Turned Refining lotion off from 15 December",
        ),
        (
            "shift",
            {"name": "Refining lotion", "turn": "2026-12-15", "phase": "on"},
            "Turned Refining lotion on from 15 December",
        ),
        ("treat", {"name": "Peel", "first": "2026-11-18"}, "Entered Peel on 18 November"),
        (
            "treat",
            {"name": "Peel", "first": "2026-11-18", "count": "3"},
            "Entered Peel 3 times, from 18 November on",
        ),
        ("untreat", {"name": "Peel", "first": "2026-11-18"}, "Took out Peel on 18 November"),
    ],
)
def test_every_verb_has_its_line(verb: str, facts: dict[str, str], line: str) -> None:
    change = Change(verb, facts, frozenset(("pause",)))

    assert change_line(change, TODAY) == line
    assert change_line(change._replace(direction="undone"), TODAY) == f"Undone: {line}"


def test_the_year_is_said_where_no_day_is_at_hand() -> None:
    change = Change("resume", {"first": "2026-11-21"}, frozenset(("pause",)))

    assert change_line(change) == "Went on with all steps from 21 November 2026"


def test_what_would_change_is_a_line_for_each_step_and_day() -> None:
    step = Step("mask", "Clay mask", "mask", "evening", TODAY, (Version(TODAY, Daily()),))
    was = Row(TODAY, "mask", "resting", "month_off", date(2026, 12, 1))
    found = [
        Difference(TODAY, "mask", was, Row(TODAY, "mask", "paused", "paused")),
        Difference(date(2027, 1, 1), "mask", Row(TODAY, "mask", "due"), None),
    ]

    assert differences_text(found, Routine((step,)), TODAY).splitlines() == [
        "This would change:",
        "  Sat 21 Nov      Evening  Clay mask  Resting (Month off) → Paused",
        "  Fri 1 Jan 2027  Evening  Clay mask  Due → not part of it",
    ]
    assert differences_text([], Routine((step,)), TODAY).startswith("Nothing would change")


def test_it_is_said_where_one_stopped_looking() -> None:
    step = Step("mask", "Clay mask", "mask", "evening", TODAY, (Version(TODAY, Daily()),))
    found = [Difference(date(2017, 1, 1), "mask", None, Row(TODAY, "mask", "due"))]
    until = date(2018, 2, 4)

    assert differences_text(found, Routine((step,)), TODAY, until).splitlines()[-1] == (
        "What changes is worked out up to Sunday 4 February 2018 only."
    )
    assert differences_text([], Routine((step,)), TODAY, until).splitlines() == [
        "Nothing would change on the days that were looked at.",
        "What changes is worked out up to Sunday 4 February 2018 only.",
    ]
