"""Why does a step rest, and when is it back, in a few words?

Names are a mapping from a step's id to its name. `seen_from` is the day at hand: dates in another
year then say their year. `why.py` has the whole sentence.
"""

from collections.abc import Collection, Mapping

from tracker.actions.views.today import StepCard
from tracker.domain.day import Day
from tracker.domain.routine import StepId
from tracker.words.dates import weekday_day
from tracker.words.language import _, pgettext


def status_word(status: str) -> str:
    """A status as one or two words; the code itself where there is no word for it."""
    words = {
        "due": pgettext("status", "Due"),
        "optional": pgettext("status", "Optional"),
        "resting": pgettext("status", "Resting"),
        "paused": pgettext("status", "Paused"),
        "done": pgettext("status", "Done"),
        "off_plan": pgettext("status", "Off plan"),
        "skipped": pgettext("status", "Skipped"),
        "missed": pgettext("status", "Missed"),
        "moved": pgettext("status", "Made up"),
        "open": pgettext("status", "Still open"),
    }
    return words.get(status, status)


def reason_words(
    reason: str, names: Mapping[StepId, str], masks: Collection[StepId] = frozenset()
) -> str:
    """A reason in a few words: "Month off"; `masks` are the ids of the steps of that kind."""
    code, other = _parts(reason)
    if code == "displaced_by" and other in masks:
        return _("Mask night: one treatment an evening")
    words = {
        "not_today": _("Not on this day"),
        "not_started": _("Not started yet"),
        "month_off": _("Month off"),
        "phase_off": _("Off phase"),
        "quota_met": _("Enough for this week"),
        "too_soon": _("Too soon after the last use"),
        "too_close_to": _("Too soon after {other}"),
        "displaced_by": _("Gives way to {other}"),
        "paused": _("Paused"),
        "recovery": _("Recovery after a treatment"),
    }
    return words.get(code, code).format(other=names.get(other, other))


def rest_line(
    card: StepCard,
    names: Mapping[StepId, str],
    masks: Collection[StepId] = frozenset(),
    seen_from: Day | None = None,
) -> str:
    """What a resting step says of itself: "Month off · back on Tuesday 1 December"."""
    if card.reason is None:
        return status_word(card.status)
    words = reason_words(card.reason, names, masks)
    if _parts(card.reason)[0] == "displaced_by":
        return words
    if card.back_on is not None:
        back = weekday_day(card.back_on, seen_from)
        return _("{reason} · back on {day}").format(reason=words, day=back)
    return _resting_on(card, words, seen_from)


def _resting_on(card: StepCard, words: str, seen_from: Day | None) -> str:
    """Where no turn is in sight: how long the reason holds, or the step is there."""
    if card.last is not None:
        last = weekday_day(card.last, seen_from)
        return _("{reason} · over after {day}").format(reason=words, day=last)
    if card.until is not None:
        until = weekday_day(card.until, seen_from)
        return _("{reason} · until {day}").format(reason=words, day=until)
    if card.reason == "paused":
        return _("{reason} · until you end it").format(reason=words)
    return words


def _parts(reason: str) -> tuple[str, str]:
    """A reason's code, and the id of the step that it names."""
    code, _colon, other = reason.partition(":")
    return code, other
