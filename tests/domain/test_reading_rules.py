"""Is every rule written and read back, and are impossible ones refused with the key?"""

import pytest
from hypothesis import given

from tests.made import rules
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.rule import KINDS, read_rule
from tracker.domain.rule.base import Rule
from tracker.domain.rule.per_week import PerWeek

CYCLE = {
    "kind": "cycle",
    "on": {"months": 1},
    "off": {"months": 1},
    "start": "2026-10-01",
    "during": {"kind": "daily"},
}


@given(rules)
def test_a_rule_is_read_as_it_was_written(rule: Rule) -> None:
    outside = Outside(rule.document(), "rule")

    assert read_rule(outside) == rule
    assert outside.unknown == []


def test_the_kinds_stand_in_the_same_order_everywhere() -> None:
    assert list(KINDS) == sorted(KINDS)


@pytest.mark.parametrize(
    ("document", "code", "where"),
    [
        ({"kind": "hourly"}, "not_one_of", "rule.kind"),
        ({}, "missing_key", "rule.kind"),
        ({"kind": "weekdays", "days": []}, "weekdays_not_distinct", "rule.days"),
        ({"kind": "weekdays", "days": ["mon", "mon"]}, "weekdays_not_distinct", "rule.days"),
        ({"kind": "weekdays", "days": ["monday"]}, "not_one_of", "rule.days[0]"),
        ({"kind": "every", "days": 0}, "number_out_of_range", "rule.days"),
        (
            {"kind": "pattern", "length": 4, "on": [5], "start": "2026-12-20"},
            "number_out_of_range",
            "rule.on[0]",
        ),
        (
            {"kind": "pattern", "length": 4, "on": [2, 2], "start": "2026-12-20"},
            "places_not_distinct",
            "rule.on",
        ),
        ({"kind": "per_week", "times": 8}, "number_out_of_range", "rule.times"),
        ({"kind": "per_week", "times": 2, "prefer": ["wed"]}, "prefer_not_times", "rule.prefer"),
        ({"kind": "per_week", "times": 2, "min_gap": 0}, "number_out_of_range", "rule.min_gap"),
        ({"kind": "per_week", "times": 2, "min_gap": 32}, "number_out_of_range", "rule.min_gap"),
        (CYCLE | {"during": CYCLE}, "cycle_in_cycle", "rule.during"),
        (CYCLE | {"off": {"weeks": 4}}, "units_differ", "rule.off"),
        (CYCLE | {"on": {"months": 1, "days": 3}}, "not_a_length", "rule.on"),
        (CYCLE | {"on": {"years": 1}}, "not_a_length", "rule.on"),
        (CYCLE | {"on": {"months": 0}}, "number_out_of_range", "rule.on.months"),
        (CYCLE | {"first": "rest"}, "not_one_of", "rule.first"),
    ],
)
def test_an_impossible_rule_is_refused_where_it_is_wrong(
    document: dict[str, object], code: str, where: str
) -> None:
    with pytest.raises(BadInput) as caught:
        read_rule(Outside(document, "rule"))

    assert (caught.value.code, caught.value.facts["where"]) == (code, where)


def test_a_cycle_that_begins_on_may_say_so() -> None:
    assert read_rule(Outside(CYCLE | {"first": "on"})) == read_rule(Outside(CYCLE))


@pytest.mark.parametrize(
    ("times", "gap", "prefer"),
    [
        (1, 2, "wed"),
        (2, 2, "wed sun"),
        (3, 2, "mon wed fri"),
        (4, 1, "mon wed fri sun"),
        (5, 1, "mon tue thu fri sun"),
        (6, 1, "mon tue wed fri sat sun"),
        (7, 1, "mon tue wed thu fri sat sun"),
    ],
)
def test_what_a_quota_leaves_open_is_the_usual(times: int, gap: int, prefer: str) -> None:
    rule = PerWeek(times)

    assert (rule.gap, " ".join(rule.days)) == (gap, prefer)


def test_uses_are_a_month_apart_at_most() -> None:
    rule = read_rule(Outside({"kind": "per_week", "times": 1, "min_gap": 31}))

    assert rule == PerWeek(1, 31)


def test_what_nobody_asked_for_inside_a_rule_is_noted() -> None:
    outside = Outside(CYCLE | {"during": {"kind": "daily", "colour": "red"}}, "rule")
    read_rule(outside)

    assert outside.unknown == ["rule.during.colour"]
