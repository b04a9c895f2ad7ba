"""Is what slipped said calmly, with the days that fit and what it costs?"""

from datetime import date

import pytest

from tracker.actions.views.today import StepCard
from tracker.actions.views.why import Why
from tracker.domain.slip import Shortfall, Slip
from tracker.words.slips import cost_line, slip_line, slip_sentence
from tracker.words.today import Names, spoken_step, step_line
from tracker.words.why import why_of

TODAY = date(2026, 11, 19)
SUNDAY = date(2026, 11, 22)
NAMES = Names({"mask": "Clay mask"}, {"mask"}, TODAY)


def slip(*days: int) -> Slip:
    fits = tuple(date(2026, 11, day) for day in days)
    return Slip("mask", "evening", date(2026, 11, 18), fits)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((19,), "tonight fits"),
        ((19, 20), "tonight or Friday fits"),
        ((19, 20, 21, 22), "tonight or until Sunday fits"),
        ((21, 22), "Saturday or Sunday fits"),
        ((19, 21, 22), "tonight, Saturday or Sunday fits"),
    ],
)
def test_the_days_that_fit_are_named(days: tuple[int, ...], said: str) -> None:
    assert slip_line(slip(*days), TODAY) == f"Missed on Wednesday: {said}"
    sentence = slip_sentence(slip(*days), "Clay mask", TODAY)
    assert sentence == f"Clay mask missed on Wednesday: {said}."


def test_in_the_morning_it_is_today() -> None:
    morning = slip(19, 20, 21)._replace(slot="morning", shortfall=Shortfall(SUNDAY, 1, 2))
    assert slip_line(morning, TODAY) == "Missed on Wednesday: today or until Saturday fits"
    assert (
        cost_line(morning, TODAY) == "Today takes the turn of Sunday: then this week ends at 1 of 2"
    )


def test_what_it_costs_is_said_where_it_costs_something() -> None:
    assert cost_line(slip(19), TODAY) == ""
    short = slip(19)._replace(shortfall=Shortfall(SUNDAY, 1, 2))
    assert (
        cost_line(short, TODAY) == "Tonight takes the turn of Sunday: then this week ends at 1 of 2"
    )


def test_the_row_says_it_before_anything_is_ticked() -> None:
    short = slip(19, 20)._replace(shortfall=Shortfall(SUNDAY, 1, 2))
    card = StepCard("mask", "Clay mask", "mask", "due", note="After cleansing", slip=short)
    line = (
        "Missed on Wednesday: tonight or Friday fits"
        " · Tonight takes the turn of Sunday: then this week ends at 1 of 2"
    )
    assert step_line(card, NAMES) == line
    assert spoken_step(card, NAMES) == f"Clay mask, open, {line.replace(' · ', ', ')}"
    resting = card._replace(status="resting", reason="too_soon")
    assert step_line(resting, NAMES).startswith("Too soon after the last use · Missed on Wed")
    optional = card._replace(status="optional")
    assert step_line(optional, NAMES).startswith("Optional · Missed on Wednesday:")


def test_why_says_it_too_and_the_cost_only_where_it_can_be_done() -> None:
    short = slip(19)._replace(shortfall=Shortfall(SUNDAY, 1, 2))
    why = Why(TODAY, "mask", "Clay mask", "evening", "due", slip=short)
    assert why_of(why, TODAY) == (
        "Clay mask missed on Wednesday: tonight fits."
        " Tonight takes the turn of Sunday: then this week ends at 1 of 2."
    )
    before = why._replace(day=short.turn, status="open")
    assert why_of(before, TODAY) == "Clay mask missed on Wednesday: tonight fits."
    resting = why._replace(status="resting", reason="new_one", slip=slip(21))
    assert why_of(resting, TODAY) == (
        "Clay mask rests. Clay mask missed on Wednesday: Saturday fits."
    )
