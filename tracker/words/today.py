"""What does the Today page say?"""

from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from tracker.actions.views.today import (
    Coming,
    Quota,
    SlotCard,
    StepCard,
    TodayView,
)
from tracker.domain.day import Day
from tracker.domain.routine import Slot, StepId
from tracker.words.dates import (
    clock_time,
    day_count,
    long_day,
    short_day,
    weekday_day,
)
from tracker.words.language import _, listed, ngettext, pgettext
from tracker.words.reasons import rest_line, status_word

_SAID: Final = ("optional", "missed", "moved", "open")
"""Statuses of an unticked step that its line begins with."""


class Names(NamedTuple):
    """What the steps of a day are called, by id; which of them are masks; and the day itself."""

    by_id: Mapping[StepId, str]
    masks: Collection[StepId]
    day: Day


def names_of(view: TodayView) -> Names:
    """The steps of a view."""
    cards = [card for slot in view.slots for card in slot.cards]
    masks = frozenset(card.step for card in cards if card.kind == "mask")
    return Names({card.step: card.name for card in cards}, masks, view.day)


def day_title(view: TodayView) -> str:
    """The page's heading: "Saturday, 21 November"."""
    return long_day(view.day)


def progress_line(view: TodayView, streak: int | None = None) -> str:
    """Under the heading: "Evening · 4 of 7 steps done", or "Done. 18 days." at the end."""
    asked = sum(slot.asked for slot in view.slots)
    done = sum(slot.done for slot in view.slots)
    if view.day > view.today:
        return _("Still to come")
    if asked == 0:
        return _("Nothing is asked for today.") if view.is_today else _("Nothing was asked for.")
    if not view.is_today:
        return _("{done} of {count} steps done").format(done=done, count=asked)
    if done == asked:
        return _("Done.") if not streak else _("Done. {days}.").format(days=day_count(streak))
    steps = ngettext("{done} of {count} step done", "{done} of {count} steps done", asked)
    steps = steps.format(done=done, count=asked)
    now = next((slot.slot for slot in view.slots if slot.is_now), None)
    return steps if now is None else _joined(slot_name(now), steps)


def slot_name(slot: Slot) -> str:
    """A slot's name."""
    return _("Morning") if slot == "morning" else _("Evening")


def slot_done(slot: SlotCard) -> str:
    """What a finished slot says of itself: "done at 07:47"."""
    if slot.finished_at is None:
        return pgettext("slot", "done")
    return pgettext("slot", "done at {time}").format(time=clock_time(slot.finished_at))


def slot_count(slot: SlotCard) -> str:
    """How much of what was asked for is done: "4 of 4"; nothing where nothing was."""
    if slot.asked == 0:
        return ""
    return _("{done} of {asked}").format(done=slot.done, asked=slot.asked)


def spoken_slot(slot: SlotCard) -> str:
    """A slot's fold button for a screen reader."""
    name = slot_name(slot.slot)
    if slot.is_finished:
        return _("{slot}, {done}, {count}").format(
            slot=name, done=slot_done(slot), count=slot_count(slot)
        )
    return _("{slot}, {count}").format(slot=name, count=slot_count(slot))


def step_line(card: StepCard, names: Names) -> str:
    """The second line of a step: how it stands today, or what to mind."""
    if card.is_resting:
        resting = rest_line(card, names.by_id, names.masks, names.day)
        return _joined(resting, _slipped(card, names))
    if card.is_ticked:
        return _joined(_ticked(card), card.said or "")
    if card.status == "skipped":
        return _joined(status_word("skipped"), card.said or "")
    standing = status_word(card.status) if card.status in _SAID else ""
    if card.slip is not None:
        return _joined(standing, _slipped(card, names))
    return _joined(standing, card.note or _after(card, names), _turn(card.quota))


def spoken_step(card: StepCard, names: Names) -> str:
    """A step for a screen reader: "Clay mask, resting, month off, back on 1 December"."""
    line = step_line(card, names).replace(" · ", ", ")
    if card.is_resting:
        return _("{name}, resting, {line}").format(name=card.name, line=line)
    if card.is_ticked or card.status in ("skipped", *_SAID) or card.is_ahead:
        return _("{name}, {line}").format(name=card.name, line=line)
    if not line:
        return _("{name}, open").format(name=card.name)
    return _("{name}, open, {line}").format(name=card.name, line=line)


def unsaved_line() -> str:
    """In the place of what is said of a step whose change is not saved."""
    return _("Not saved, retrying")


def spoken_unsaved(name: str) -> str:
    """The same for a screen reader."""
    return _("{name}, not saved, retrying").format(name=name)


def ahead_line(card: StepCard, names: Names) -> str:
    """Why a step of a day to come cannot be ticked."""
    return _("{name} comes on {day}. It can be ticked then.").format(
        name=card.name, day=weekday_day(names.day)
    )


def back_to_today() -> str:
    """What leads from another day to today."""
    return _("Back to today")


def before_question(card: StepCard, names: Names) -> str:
    """What is said when a step is ticked before the one that it follows."""
    before = _listed(card.before, names)
    return _("{before} comes before {name} and is still open.").format(
        before=before, name=card.name
    )


def best_streak(best: int) -> str:
    """The longest streak, beside the running one."""
    return _("best {count}").format(count=best)


def no_streak() -> str:
    """In its place while there was none: how one begins."""
    return _("grows with each finished day")


def streak_figure(current: int) -> str:
    """The running streak."""
    return day_count(current)


def coming_line(coming: Coming) -> str:
    """What comes: a turn by the step's name, or that it is back."""
    return _("{name} is back").format(name=coming.name) if coming.kind == "back" else coming.name


def coming_day(coming: Coming, seen_from: Day) -> str:
    """When it comes."""
    return short_day(coming.day, seen_from)


def _slipped(card: StepCard, names: Names) -> str:
    """What of an earlier day can be made up, and what it costs to do it now."""
    if card.slip is None:
        return ""
    from tracker.words.slips import cost_line, slip_line  # noqa: PLC0415, on few days

    return _joined(slip_line(card.slip, names.day), cost_line(card.slip, names.day))


def _ticked(card: StepCard) -> str:
    if card.ticked_at is None:
        return status_word(card.status)
    time = clock_time(card.ticked_at)
    if card.status == "off_plan":
        return _("Off plan at {time}").format(time=time)
    return _("Done at {time}").format(time=time)


def _after(card: StepCard, names: Names) -> str:
    return _("After {names}").format(names=_listed(card.before, names)) if card.before else ""


def _listed(steps: tuple[StepId, ...], names: Names) -> str:
    return listed([names.by_id.get(step, step) for step in steps])


def _turn(quota: Quota | None) -> str:
    """Which of the week's turns it is: "second of two this week"."""
    if quota is None:
        return ""
    if quota.times == 1:
        return _("once a week")
    if quota.number > 7 or quota.times > 7:
        return _("{number} of {times} this week").format(number=quota.number, times=quota.times)
    return _("{ordinal} of {count} this week").format(
        ordinal=_ordinals()[quota.number - 1], count=_counts()[quota.times - 1]
    )


def _ordinals() -> tuple[str, ...]:
    return (
        pgettext("turn of a week", "first"),
        pgettext("turn of a week", "second"),
        pgettext("turn of a week", "third"),
        pgettext("turn of a week", "fourth"),
        pgettext("turn of a week", "fifth"),
        pgettext("turn of a week", "sixth"),
        pgettext("turn of a week", "seventh"),
    )


def _counts() -> tuple[str, ...]:
    return (
        pgettext("turns a week", "one"),
        pgettext("turns a week", "two"),
        pgettext("turns a week", "three"),
        pgettext("turns a week", "four"),
        pgettext("turns a week", "five"),
        pgettext("turns a week", "six"),
        pgettext("turns a week", "seven"),
    )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)
