"""What should a person know of a routine before they agree to it?"""

from collections.abc import Mapping

from tracker.actions.views.warnings import RoutineWarning
from tracker.domain.day import Day
from tracker.domain.routine import StepId
from tracker.words.dates import day_month
from tracker.words.language import _, ngettext


def warning_line(
    warning: RoutineWarning, names: Mapping[StepId, str], seen_from: Day | None = None
) -> str:
    """A warning as one sentence; `names` are the steps' names by id."""
    code, _colon, other = (warning.reason or "").partition(":")
    is_late = warning.since is not None
    sentences = {
        "no_turn": _no_turn(code),
        "turns_lost": _lost_late() if is_late else _lost(),
        "quota_short": _short_late(code) if is_late else _short(code),
    }
    return sentences[warning.code].format(
        name=warning.name,
        other=names.get(other, other),
        number=warning.number,
        of=warning.of,
        times=_times(warning.times),
        span=_span(warning, seen_from),
        since="" if warning.since is None else day_month(warning.since, seen_from),
    )


def _no_turn(reason: str) -> str:
    sentences = {
        "displaced_by": _("{name} gets no turn {span}: {other} comes before it each time."),
        "too_close_to": _("{name} gets no turn {span}: each would be too soon after {other}."),
    }
    return sentences.get(reason, _("{name} gets no turn {span}."))


def _span(warning: RoutineWarning, seen_from: Day | None) -> str:
    """For how long nothing is asked for: to a day that is known, or for as long as one looks."""
    since = "" if warning.since is None else day_month(warning.since, seen_from)
    if warning.until is None:
        return _("from {since} on").format(since=since) if since else _("in the next 60 days")
    until = day_month(warning.until, seen_from)
    if since:
        return _("from {since} until {until}").format(since=since, until=until)
    return _("until {day}").format(day=until)


def _lost() -> str:
    return _(
        "{name} loses {number} of its {of} turns in the next 60 days to its group,"
        " mostly to {other}."
    )


def _lost_late() -> str:
    return _(
        "{name} loses {number} of its {of} turns in the 60 days from {since} on to its group,"
        " mostly to {other}."
    )


def _short(reason: str) -> str:
    sentences = {
        "too_soon": _(
            "{name} is planned for {times}, and in {number} of the next {of} weeks the days"
            " between two uses leave no room for that."
        ),
        "too_close_to": _(
            "{name} is planned for {times}, and in {number} of the next {of} weeks the rest after"
            " {other} leaves no room for that."
        ),
    }
    usual = _("{name} is planned for {times}, and {number} of the next {of} weeks have no room.")
    return sentences.get(reason, usual)


def _short_late(reason: str) -> str:
    sentences = {
        "too_soon": _(
            "{name} is planned for {times}, and in {number} of the {of} weeks from {since} on the"
            " days between two uses leave no room for that."
        ),
        "too_close_to": _(
            "{name} is planned for {times}, and in {number} of the {of} weeks from {since} on the"
            " rest after {other} leaves no room for that."
        ),
    }
    usual = _(
        "{name} is planned for {times}, and {number} of the {of} weeks from {since} on have no"
        " room."
    )
    return sentences.get(reason, usual)


def _times(count: int) -> str:
    return ngettext("{count} time a week", "{count} times a week", count).format(count=count)
