"""Does a resting step say why, and when it is back?"""

from datetime import date

import pytest

from tracker.actions.views.today import StepCard
from tracker.words.reasons import reason_words, rest_line, status_word

NAMES = {"mask": "Clay mask", "lotion": "Refining lotion"}
BACK, UNTIL = date(2026, 12, 2), date(2026, 12, 1)
REASONS = (
    *("not_today", "not_started", "month_off", "phase_off", "quota_met", "too_soon"),
    *("too_close_to:mask", "displaced_by:mask", "paused", "recovery"),
)


def card(reason: str | None, until: date | None = UNTIL, back: date | None = BACK) -> StepCard:
    status = "paused" if reason == "paused" else "resting"
    return StepCard("lotion", "Refining lotion", "refining lotion", status, reason, until, back)  # type: ignore[arg-type]


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_words_of_its_own(reason: str) -> None:
    others = {reason_words(other, NAMES) for other in REASONS if other != reason}
    assert reason_words(reason, NAMES) not in others
    assert "_" not in reason_words(reason, NAMES)


def test_a_resting_step_says_when_it_is_back() -> None:
    assert rest_line(card("month_off"), NAMES) == "Month off · back on Wednesday 2 December"
    assert rest_line(card("month_off", back=None), NAMES) == "Month off · until Tuesday 1 December"
    assert rest_line(card("quota_met", None, None), NAMES) == "Enough for this week"
    late = rest_line(card("month_off"), NAMES, seen_from=date(2025, 12, 1))
    assert late == "Month off · back on Wednesday 2 December 2026"


def test_a_step_that_is_over_before_its_reason_is_names_its_last_day() -> None:
    over = card("month_off", back=None)._replace(last=date(2026, 11, 27))

    assert rest_line(over, NAMES) == "Month off · over after Friday 27 November"


def test_a_pause_without_an_end_says_so() -> None:
    assert rest_line(card("paused", None, None), NAMES) == "Paused · until you end it"


def test_a_step_that_gives_way_names_the_other() -> None:
    assert rest_line(card("displaced_by:mask"), NAMES) == "Gives way to Clay mask"
    masked = rest_line(card("displaced_by:mask"), NAMES, frozenset(("mask",)))
    assert masked == "Mask night: one treatment an evening"
    assert reason_words("displaced_by:gone", NAMES) == "Gives way to gone"


def test_what_does_not_rest_says_its_status() -> None:
    due = card(None)._replace(status="due")
    assert rest_line(due, NAMES) == "Due"


def test_what_has_no_word_is_shown_as_its_code() -> None:
    assert status_word("new_one") == "new_one"
    assert reason_words("new_one", NAMES) == "new_one"
