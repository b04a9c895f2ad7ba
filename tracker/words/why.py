"""Why does a step stand on a day as it does? One sentence, for the window and the command line.

Where it rests, the sentence begins with the day on which it is back, by the forecast. Days to
come within a week of `seen_from`, the day that runs, are said by their weekday alone.
"""

from collections.abc import Callable
from typing import Final

from tracker.actions.views.why import Why
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.slip import Slip
from tracker.words.dates import coming_day, day_month
from tracker.words.language import _, listed, ngettext
from tracker.words.numbers import in_words
from tracker.words.schedules import gap_clause, phases_clause, planned_clause, quota_clause
from tracker.words.slips import cost_line, slip_sentence


def why_of(why: Why, seen_from: Day) -> str:
    """The reason for a status: "Back on Sunday: Clay mask needs three days …".

    Where a turn of an earlier day can still be made up, that is said after it.
    """
    if why.reason is None:
        return _asked(why, seen_from)
    rests = _rests(why, seen_from)
    if why.slip is None:
        return rests
    slipped = _slipped(why, why.slip, seen_from)
    return _("{sentence} {more}").format(sentence=rests, more=slipped)


def _rests(why: Why, seen_from: Day) -> str:
    because = _because(why, seen_from)
    if why.status == "off_plan":
        return _used(because, why.said)
    if _code(why) == "recovery":
        return _recovering(why, seen_from)
    if why.back_on is None or _code(why) in _WITHOUT_BACK:
        return _("{because}.").format(because=because)
    back = coming_day(why.back_on, seen_from)
    return _("Back on {day}: {because}.").format(day=back, because=because)


def _code(why: Why) -> str:
    return (why.reason or "").partition(":")[0]


def _used(because: str, said: str | None) -> str:
    """A use where the rules asked for rest."""
    if said:
        sentence = _("Used although it rested ({said}): {because}.")
        return sentence.format(said=said, because=because)
    return _("Used although it rested: {because}.").format(because=because)


def _because(why: Why, seen_from: Day) -> str:
    """A reason as a clause with neither a beginning nor an end."""
    return _CLAUSES.get(_code(why), _resting)(why, seen_from)


def _resting(why: Why, seen_from: Day) -> str:
    """Of a reason that has no words of its own, or of which too little is known."""
    if why.last is not None:
        last = coming_day(why.last, seen_from)
        return _("{name} rests up to its last day, {day}").format(name=why.name, day=last)
    if why.until is None:
        return _("{name} rests").format(name=why.name)
    until = coming_day(why.until, seen_from)
    return _("{name} rests until {day}").format(name=why.name, day=until)


def _not_today(why: Why, seen_from: Day) -> str:
    if why.rule is None:
        return _resting(why, seen_from)
    return planned_clause(why.rule, why.name)


def _not_started(why: Why, seen_from: Day) -> str:
    begins = why.until or why.back_on
    if begins is None:
        return _("{name} has not begun yet").format(name=why.name)
    return _("{name} begins on {day}").format(name=why.name, day=coming_day(begins, seen_from))


def _off(why: Why, seen_from: Day) -> str:
    clause = "" if why.rule is None else phases_clause(why.rule, why.name)
    if why.phase is None or not clause:
        return _resting(why, seen_from)
    since = (
        _("{phases}, and this month off began on {day}")
        if why.reason == "month_off"
        else _("{phases}, and this rest began on {day}")
    )
    return since.format(phases=clause, day=day_month(why.phase.first, seen_from))


def _quota_met(why: Why, seen_from: Day) -> str:
    clause = "" if why.rule is None else quota_clause(why.rule, why.name)
    return clause or _resting(why, seen_from)


def _too_soon(why: Why, seen_from: Day) -> str:
    clause = "" if why.rule is None else gap_clause(why.rule, why.name)
    if why.last_use is None or not clause:
        return _resting(why, seen_from)
    last = coming_day(why.last_use, seen_from)
    return _("{needs}, and the last was on {day}").format(needs=clause, day=last)


def _too_close(why: Why, seen_from: Day) -> str:
    other = why.other
    if other is None or other.last_use is None or not other.apart:
        return _resting(why, seen_from)
    if other.apart == 1:
        clause = _("{name} is not used on the day after {other}, and that was on {day}")
    else:
        clause = ngettext(
            "{name} rests for {count} day after {other}, and that was on {day}",
            "{name} rests for {count} days after {other}, and that was on {day}",
            other.apart,
        )
    return clause.format(
        name=why.name,
        other=other.name,
        count=in_words(other.apart),
        day=coming_day(other.last_use, seen_from),
    )


def _displaced(why: Why, seen_from: Day) -> str:
    other = why.other
    if other is None:
        return _resting(why, seen_from)
    if other.did == "tick":
        clause = _("{other} has {turn}: only one such treatment at a time, and it is done")
    elif not other.is_first:
        clause = _("{other} has {turn}: only one such treatment at a time, and it was its day")
    elif why.slot == "evening":
        clause = _("{other} has {turn}: only one such treatment a night, and it comes first")
    else:
        clause = _("{other} has {turn}: only one such treatment a day, and it comes first")
    return clause.format(other=other.name, turn=_turn(why, seen_from))


def _turn(why: Why, seen_from: Day) -> str:
    """The slot of a day: "this evening"."""
    if why.day == seen_from:
        return _("this evening") if why.slot == "evening" else _("this morning")
    day = coming_day(why.day, seen_from)
    if why.slot == "evening":
        return _("the evening of {day}").format(day=day)
    return _("the morning of {day}").format(day=day)


def _paused(why: Why, seen_from: Day) -> str:
    begins = min((pause.begins for pause in why.pauses), default=why.day)
    first = coming_day(begins, seen_from)
    if why.until is None:
        clause = _("{name} is paused from {first} until you end it")
        clause = clause.format(name=why.name, first=first)
    elif why.until == begins + ONE_DAY:
        clause = _("{name} is paused on {first}").format(name=why.name, first=first)
    else:
        last = coming_day(why.until - ONE_DAY, seen_from)
        clause = _("{name} is paused from {first} to {last}")
        clause = clause.format(name=why.name, first=first, last=last)
    reasons = dict.fromkeys(pause.reason for pause in why.pauses if pause.reason)
    if not reasons:
        return clause
    return _("{clause} ({reason})").format(clause=clause, reason=listed(list(reasons)))


def _recovery(why: Why, seen_from: Day) -> str:
    """After a colon; a sentence of its own begins otherwise, see `_recovering`."""
    treatment, day = _treatment(why, seen_from)
    return _("your skin rests after {treatment} on {day}").format(treatment=treatment, day=day)


def _recovering(why: Why, seen_from: Day) -> str:
    treatment, day = _treatment(why, seen_from)
    if why.back_on is None:
        sentence = _("Your skin rests after {treatment} on {day}, until {until}.")
    elif why.back_on == why.until:
        sentence = _("Back on {back}: your skin rests after {treatment} on {day}.")
    else:
        sentence = _("Back on {back}: your skin rests after {treatment} on {day}, until {until}.")
    return sentence.format(
        treatment=treatment,
        day=day,
        back="" if why.back_on is None else coming_day(why.back_on, seen_from),
        until="" if why.until is None else coming_day(why.until, seen_from),
    )


def _treatment(why: Why, seen_from: Day) -> tuple[str, str]:
    """The latest that speaks: its name, and its day in words."""
    last = max(why.treatments, key=lambda one: one.day, default=None)
    if last is None:
        return _("a clinic treatment"), coming_day(why.day, seen_from)
    return last.name, coming_day(last.day, seen_from)


_CLAUSES: Final[dict[str, Callable[[Why, Day], str]]] = {
    "not_today": _not_today,
    "not_started": _not_started,
    "month_off": _off,
    "phase_off": _off,
    "quota_met": _quota_met,
    "too_soon": _too_soon,
    "too_close_to": _too_close,
    "displaced_by": _displaced,
    "paused": _paused,
    "recovery": _recovery,
}
_WITHOUT_BACK: Final = frozenset(("displaced_by", "not_started"))
"""Reasons whose clause says all about the time, or after which a swap is near at hand."""


def _asked(why: Why, seen_from: Day) -> str:
    """What did not rest."""
    if why.slip is not None:
        return _slipped(why, why.slip, seen_from)
    told = {
        "due": _("{name} is asked for on this day."),
        "done": _("{name} was done on this day, and within the rules."),
        "open": _("{name} was asked for, and its week is not over yet."),
    }
    match why.status:
        case "optional":
            return _optional(why, seen_from)
        case "skipped":
            return _skipped(why)
        case "missed":
            return _missed(why)
        case "moved":
            return _moved(why, seen_from)
    return told.get(why.status, "{name}").format(name=why.name)


def _slipped(why: Why, slip: Slip, seen_from: Day) -> str:
    """Said of the day that passed as of today; what it costs is said where it can be done."""
    sentence, cost = slip_sentence(slip, why.name, seen_from), cost_line(slip, seen_from)
    if not cost or why.day != seen_from:
        return sentence
    return _("{sentence} {cost}.").format(sentence=sentence, cost=cost)


def _optional(why: Why, seen_from: Day) -> str:
    if why.rule is not None and not why.rule.ever_asks:
        return _("{name} is there for when your skin asks for it.").format(name=why.name)
    if why.back_on is None:
        return _("{name} fits on this day and is not asked for.").format(name=why.name)
    sentence = _("{name} fits on this day and is not asked for; its next turn is {day}.")
    return sentence.format(name=why.name, day=coming_day(why.back_on, seen_from))


def _skipped(why: Why) -> str:
    if not why.said:
        return _("{name} was skipped on this day.").format(name=why.name)
    return _("{name} was skipped: {said}.").format(name=why.name, said=why.said.rstrip("."))


def _missed(why: Why) -> str:
    """A step that gave way that day is told apart: nobody saw it as open then."""
    if why.other is None:
        return _("{name} was asked for, and nothing was logged.").format(name=why.name)
    if why.other.did == "skip":
        sentence = _("{other} had this turn and was skipped, so {name} was asked for instead.")
    else:
        sentence = _("{name} gave way to {other}, and then neither of the two was logged.")
    return sentence.format(name=why.name, other=why.other.name)


def _moved(why: Why, seen_from: Day) -> str:
    if why.answered_on is None:
        return _("{name} was made up for on another day.").format(name=why.name)
    day = coming_day(why.answered_on, seen_from)
    return _("{name} was made up for on {day}.").format(name=why.name, day=day)
