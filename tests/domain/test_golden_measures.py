"""Are the figures those of the golden cases?"""

import json
from datetime import date, timedelta

import pytest

from tests.golden_cases import GOLDEN, read_case
from tracker.domain.day import Day
from tracker.domain.measure import (
    adherence,
    consistency,
    day_streak,
    on_plan,
    step_streak,
    trend,
)
from tracker.domain.plan import plan
from tracker.domain.turn import Outcome, Turn, turns_of

OF_RULE_CASES = json.loads((GOLDEN / "measures" / "of_rule_cases.json").read_text())
ONE_STEP = json.loads((GOLDEN / "measures" / "one_step.json").read_text())
OUTCOMES: dict[str, Outcome] = {"D": "done", "M": "missed", "S": "excused", "T": "pending"}
LAST = date(2026, 11, 21)


def one_step_turns() -> list[Turn]:
    first = LAST - timedelta(days=len(ONE_STEP["log"]) - 1)
    return [
        Turn(first + timedelta(days=number), "step", OUTCOMES[letter])
        for number, letter in enumerate(ONE_STEP["log"])
        if letter in OUTCOMES
    ]


@pytest.mark.parametrize("name", OF_RULE_CASES)
def test_the_figures_of_a_rule_case(name: str) -> None:
    expected = OF_RULE_CASES[name]
    case = read_case(GOLDEN / "rules" / f"{name}.json")
    today = date.fromisoformat(expected["today"])
    begins = min(step.start for step in case.routine.steps)
    rows = plan(case.routine, case.log, begins, today, today)
    turns = turns_of(rows)

    assert _day_streak(turns, today) == expected["day_streak"]
    assert consistency(turns) == pytest.approx(expected["overall"])
    assert on_plan(rows) == pytest.approx(expected["on_plan"])
    for step, figures in expected["steps"].items():
        own = [turn for turn in turns if turn.step == step]
        outcomes = [turn.outcome for turn in own]
        assert outcomes.count("done") == figures["done"]
        assert outcomes.count("missed") == figures["missed"]
        assert outcomes.count("excused") == figures["excused"]
        assert adherence(own, today)._asdict() == figures["adherence_30"]
        assert trend(own) == pytest.approx(figures["trend"])
        assert step_streak(own)._asdict() == figures["streak"]


def _day_streak(turns: list[Turn], today: Day) -> dict[str, object]:
    found = day_streak(turns, today)._asdict()
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in found.items()}


def test_one_step_over_the_last_thirty_days() -> None:
    found = adherence(one_step_turns(), LAST)

    assert (found.done, found.turns) == (ONE_STEP["window30"]["done"], ONE_STEP["window30"]["due"])


def test_one_step_trend() -> None:
    assert trend(one_step_turns()) == pytest.approx(ONE_STEP["trend_ewma_halflife13"])


def test_one_step_streak_without_forgiveness() -> None:
    expected = ONE_STEP["streak_no_forgiveness"]

    assert step_streak(one_step_turns())._asdict() == expected


def test_one_step_streak_that_forgives_one_slip_in_seven_after_each_turn() -> None:
    decided = [turn for turn in one_step_turns() if turn.is_decided]

    after_each = [
        step_streak(decided[: number + 1], forgiving=True).current for number in range(len(decided))
    ]

    assert after_each == ONE_STEP["streak_forgiving_F7"]["after_each_due"]
    assert step_streak(decided, forgiving=True).best == ONE_STEP["streak_forgiving_F7"]["best"]
