"""How are the phases of a cycle said: where one stands in it, what comes, what one came to?"""

from tracker.actions.views.today import Changeover, PhaseBar
from tracker.domain.day import add_months
from tracker.domain.routine import Slot
from tracker.domain.rule.base import Phase
from tracker.words.dates import brief_day, day_month, month_name, month_short
from tracker.words.language import _, ngettext, pgettext


def phase_state(bar: PhaseBar) -> str:
    """Where in its cycle a step is: "day 21 of 30, off"."""
    pattern = _("day {day} of {days}, on") if bar.running.is_on else _("day {day} of {days}, off")
    return pattern.format(day=bar.day_number, days=bar.running.days)


def phase_label(phase: Phase, *, is_short: bool = False) -> str:
    """A phase under its part of the bar: "Off, November", or "Off from 12 Nov"."""
    if not _is_month(phase):
        return coming_phase_label(phase)
    pattern = _("On, {month}") if phase.is_on else _("Off, {month}")
    month = month_short(phase.first) if is_short else month_name(phase.first)
    return pattern.format(month=month)


def coming_phase_label(phase: Phase) -> str:
    """A phase that is still to come: "On from 1 Dec"."""
    pattern = _("On from {day}") if phase.is_on else _("Off from {day}")
    return pattern.format(day=brief_day(phase.first))


def brief_phase_label(phase: Phase, *, is_ahead: bool = False) -> str:
    """Where there is the least room: "Off, Nov", or "Off 12 Nov"."""
    if _is_month(phase) and not is_ahead:
        return phase_label(phase, is_short=True)
    pattern = pgettext("phase", "On {day}") if phase.is_on else pgettext("phase", "Off {day}")
    return pattern.format(day=brief_day(phase.first))


def spoken_phase(bar: PhaseBar) -> str:
    """The whole bar in one sentence."""
    return _("{name}: {state}. {next}.").format(
        name=bar.name, state=phase_state(bar), next=coming_phase_label(bar.after)
    )


def changeover_line(told: Changeover) -> str:
    """A phase that turned: "October: 27 of 28 nights. Refining lotion rests until 1 December."."""
    rests, is_back = (
        _("{name} rests until {day}."),
        _("{name} is back. Its next rest begins on {day}."),
    )
    now = is_back if told.running.is_on else rests
    now = now.format(name=told.name, day=day_month(told.running.until, told.running.first))
    if not told.over.is_on or not told.turns:
        return now
    kept = _kept_in(told.slot, told.turns)
    kept = kept.format(period=_period(told.over), done=told.done, count=told.turns)
    return _("{kept} {now}").format(kept=kept, now=now)


def _kept_in(slot: Slot, turns: int) -> str:
    """How the turns of a slot are counted: evenings are nights."""
    if slot == "evening":
        return ngettext(
            "{period}: {done} of {count} night.", "{period}: {done} of {count} nights.", turns
        )
    return ngettext(
        "{period}: {done} of {count} morning.", "{period}: {done} of {count} mornings.", turns
    )


def _period(phase: Phase) -> str:
    """A phase as a heading: "October", or "The 21 days on"."""
    if _is_month(phase):
        return month_name(phase.first)
    return ngettext("The {count} day on", "The {count} days on", phase.days).format(
        count=phase.days
    )


def _is_month(phase: Phase) -> bool:
    return phase.first.day == 1 and phase.until == add_months(phase.first, 1)
