"""Is every status of every step explained in one sentence, with the day it is back first?"""

from datetime import date
from typing import get_args

import pytest

from tracker.actions.views.why import Other, Why
from tracker.domain.day import Day
from tracker.domain.routine import Pause, Treatment
from tracker.domain.rule.as_needed import AsNeeded
from tracker.domain.rule.base import KINDS, Phase, Rule, Status
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.named import NamedDays
from tracker.domain.rule.pattern import Pattern
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays
from tracker.words.schedules import planned_clause
from tracker.words.why import why_of

TODAY = date(2026, 11, 21)
UNTIL, BACK = date(2026, 12, 1), date(2026, 12, 1)
MASK = Why(TODAY, "mask", "Clay mask", "evening", "due")
LOTION = Why(TODAY, "lotion", "Refining lotion", "evening", "resting", until=UNTIL, back_on=BACK)
TWICE = PerWeek(2, 3, ("wed", "sun"))
MONTHS = Cycle(Daily(), Lengths("months", 1, 1), date(2026, 10, 1))
NOVEMBER = Phase(is_on=False, first=date(2026, 11, 1), until=UNTIL)
REASONS = (
    *("not_today", "not_started", "month_off", "phase_off", "quota_met", "too_soon"),
    *("too_close_to:mask", "displaced_by:mask", "paused", "recovery", "new_one"),
)


def said(why: Why) -> str:
    return why_of(why, TODAY)


@pytest.mark.parametrize("reason", REASONS)
@pytest.mark.parametrize("status", ["resting", "off_plan"])
@pytest.mark.parametrize("rule", [None, MONTHS, TWICE])
def test_every_reason_is_one_sentence_however_little_is_known(
    reason: str, status: Status, rule: Rule | None
) -> None:
    for until, back in ((UNTIL, BACK), (UNTIL, None), (None, None)):
        sentence = said(
            LOTION._replace(reason=reason, status=status, rule=rule, until=until, back_on=back)
        )
        assert sentence.endswith(".")
        assert sentence.count(".") == 1
        assert "{" not in sentence


@pytest.mark.parametrize("status", sorted({*get_args(Status)} - {"resting", "paused", "off_plan"}))
def test_every_status_is_one_sentence(status: Status) -> None:
    for answered, back in ((None, None), (TODAY, BACK)):
        sentence = said(MASK._replace(status=status, answered_on=answered, back_on=back))
        assert sentence.endswith(".")
        assert sentence.count(".") == 1
        assert "Clay mask" in sentence


def test_a_month_off_says_since_when_and_how_long() -> None:
    why = LOTION._replace(reason="month_off", rule=MONTHS, phase=NOVEMBER)
    assert said(why) == (
        "Back on Tuesday 1 December: Refining lotion is used one month and rests one month,"
        " and this month off began on 1 November."
    )
    weeks = Cycle(Daily(), Lengths("weeks", 3, 2), date(2026, 11, 1))
    assert "used three weeks and rests two weeks, and this rest began" in said(
        why._replace(reason="phase_off", rule=weeks)
    )


def test_a_gap_says_how_long_it_is_and_when_the_last_use_was() -> None:
    why = MASK._replace(
        status="resting",
        reason="too_soon",
        until=date(2026, 11, 22),
        back_on=date(2026, 11, 22),
        last_use=date(2026, 11, 19),
        rule=TWICE,
    )
    expected = (
        "Back on Sunday: Clay mask needs three days between two uses, and the last was on"
        " Thursday 19 November."
    )
    assert said(why) == expected
    assert said(why._replace(rule=Cycle(TWICE, MONTHS.lengths, MONTHS.start))) == expected


def test_a_week_that_is_done_says_how_many_turns_it_has() -> None:
    why = MASK._replace(status="resting", reason="quota_met", back_on=date(2026, 11, 25))
    assert said(why._replace(rule=TWICE)) == (
        "Back on Wednesday: Clay mask has two turns a week, and this week has had them."
    )
    assert "has one turn a week, and this week has had it." in said(why._replace(rule=PerWeek(1)))


def test_a_step_that_gives_way_says_to_which_and_why() -> None:
    why = LOTION._replace(reason="displaced_by:mask", other=Other("Clay mask", None, is_first=True))
    assert said(why) == (
        "Clay mask has this evening: only one such treatment a night, and it comes first."
    )
    done = why._replace(other=Other("Clay mask", "tick"))
    assert said(done).endswith("only one such treatment at a time, and it is done.")
    assert "has this morning: only one such treatment a day" in said(why._replace(slot="morning"))
    before = said(why._replace(day=date(2026, 11, 12)))
    assert before.startswith("Clay mask has the evening of Thursday 12 November:")
    assert "its day" in said(why._replace(other=Other("Clay mask", None)))


def test_rest_after_another_step_says_when_that_was() -> None:
    other = Other("Clay mask", None, date(2026, 11, 20), 1)
    why = LOTION._replace(reason="too_close_to:mask", back_on=date(2026, 11, 24), other=other)
    assert said(why) == (
        "Back on Tuesday: Refining lotion is not used on the day after Clay mask,"
        " and that was on Friday 20 November."
    )
    assert "rests for two days after Clay mask" in said(why._replace(other=other._replace(apart=2)))


def test_a_pause_says_its_days_and_its_reason() -> None:
    begins = date(2026, 11, 3)
    why = LOTION._replace(
        status="paused",
        reason="paused",
        until=date(2026, 11, 30),
        back_on=date(2026, 11, 30),
        pauses=(Pause(begins, date(2026, 11, 29), None, "Holiday"),),
    )
    assert said(why) == (
        "Back on Monday 30 November: Refining lotion is paused from Tuesday 3 November"
        " to Sunday 29 November (Holiday)."
    )
    endless = why._replace(until=None, back_on=None, pauses=(Pause(begins, None),))
    assert said(endless) == ("Refining lotion is paused from Tuesday 3 November until you end it.")
    a_day = why._replace(until=date(2026, 11, 22), pauses=(Pause(TODAY, TODAY),))
    assert said(a_day).endswith("Refining lotion is paused on Saturday.")


def test_recovery_names_the_treatment_and_its_day() -> None:
    peel = Treatment(date(2026, 11, 19), "Salicylic peel", 7)
    why = LOTION._replace(reason="recovery", treatments=(peel,), until=date(2026, 11, 27))
    assert said(why._replace(back_on=None)) == (
        "Your skin rests after Salicylic peel on Thursday 19 November, until Friday."
    )
    assert said(why) == (
        "Back on Tuesday 1 December: your skin rests after Salicylic peel on Thursday 19 November,"
        " until Friday."
    )
    assert said(why._replace(back_on=why.until)) == (
        "Back on Friday: your skin rests after Salicylic peel on Thursday 19 November."
    )


def test_a_use_off_plan_says_what_spoke_against_it() -> None:
    why = LOTION._replace(status="off_plan", reason="month_off", rule=MONTHS, phase=NOVEMBER)
    assert said(why._replace(said="A wedding")).startswith(
        "Used although it rested (A wedding): Refining lotion is used one month"
    )


def test_a_missed_step_that_gave_way_is_told_apart() -> None:
    why = MASK._replace(name="Refining lotion", status="missed")
    assert said(why) == "Refining lotion was asked for, and nothing was logged."
    assert said(why._replace(other=Other("Clay mask", None))) == (
        "Refining lotion gave way to Clay mask, and then neither of the two was logged."
    )
    assert said(why._replace(other=Other("Clay mask", "skip"))) == (
        "Clay mask had this turn and was skipped, so Refining lotion was asked for instead."
    )


def test_a_skip_gives_its_reason_and_what_is_at_hand_says_so() -> None:
    assert (
        said(MASK._replace(status="skipped", said="No time.")) == "Clay mask was skipped: No time."
    )
    spot = MASK._replace(status="optional", rule=AsNeeded())
    assert said(spot) == "Clay mask is there for when your skin asks for it."


RULES: tuple[tuple[Rule, str], ...] = (
    (Weekdays(("tue", "sat")), "Toner is planned for Tuesday and Saturday"),
    (Every(3), "Toner is planned for every three days"),
    (Pattern(4, (1, 3), TODAY), "Toner is planned for days 1 and 3 of every four"),
    (Cycle(Every(3), MONTHS.lengths, TODAY), "Toner is planned for every three days"),
)


@pytest.mark.parametrize(("rule", "clause"), RULES)
def test_a_rule_that_names_days_says_which(rule: Rule, clause: str) -> None:
    assert planned_clause(rule, "Toner") == clause


@pytest.mark.parametrize("kind", [one for one in KINDS.values() if issubclass(one, NamedDays)])
def test_each_kind_that_names_its_days_says_which(kind: type[Rule]) -> None:
    assert planned_clause.dispatch(kind) is not planned_clause.dispatch(Rule)


def test_days_further_off_have_their_date() -> None:
    far: Day = date(2027, 1, 3)
    why = LOTION._replace(reason="not_started", until=far, back_on=far)
    assert said(why) == "Refining lotion begins on Sunday 3 January 2027."


def test_a_step_that_is_over_before_its_reason_is_names_its_last_day() -> None:
    over = LOTION._replace(reason="quota_met", back_on=None, last=date(2026, 11, 22))

    assert "up to its last day" in why_of(over, TODAY)
    assert "until" not in why_of(over, TODAY)
