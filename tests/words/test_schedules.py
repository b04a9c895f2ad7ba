"""Has every kind of schedule a sentence of its own?"""

from datetime import date

import pytest

from tracker.domain.outside import Outside
from tracker.domain.rule import KINDS, read_rule
from tracker.domain.rule.base import Rule
from tracker.words.language import listed
from tracker.words.schedules import schedule_sentence

START = date(2026, 10, 1).isoformat()
SAID = [
    ({"kind": "daily"}, "Every day"),
    ({"kind": "as_needed"}, "As needed"),
    ({"kind": "weekdays", "days": ["tue", "sat"]}, "On Tuesday and Saturday"),
    ({"kind": "every", "days": 1}, "Every day"),
    ({"kind": "every", "days": 3}, "Every 3 days"),
    (
        {"kind": "pattern", "length": 4, "on": [1, 2], "start": START},
        "Days 1, 2 of every 4, from 1 October 2026",
    ),
    (
        {"kind": "per_week", "times": 2, "min_gap": 3},
        "2 times a week, 3 days apart at least, rather on Wednesday and Sunday",
    ),
    (
        {
            "kind": "cycle",
            "on": {"months": 1},
            "off": {"months": 2},
            "start": START,
            "during": {"kind": "daily"},
        },
        "Every day; 1 month on and 2 months off in turn, from 1 October 2026",
    ),
]


@pytest.mark.parametrize(("document", "sentence"), SAID, ids=lambda value: str(value)[:40])
def test_a_schedule_is_said(document: dict[str, object], sentence: str) -> None:
    assert schedule_sentence(read_rule(Outside(document))) == sentence


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_its_own_sentence(kind: str) -> None:
    assert schedule_sentence.dispatch(KINDS[kind]) is not schedule_sentence.dispatch(Rule)


def test_a_kind_without_one_is_shown_as_its_code() -> None:
    assert schedule_sentence(Rule()) == ""


def test_an_enumeration() -> None:
    assert [listed(list(parts)) for parts in ("", "a", "ab", "abc")] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
