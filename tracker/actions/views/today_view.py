"""What does the Today page show for a day, worked out from what is kept?"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from tracker.actions.courses import ask_course
from tracker.actions.views.coming import coming_of, last_of, next_turns, phase_bars
from tracker.actions.views.today import Quota, SlotCard, StepCard, TodayView
from tracker.actions.views.week import changeovers, turned, week_of
from tracker.domain.course import Course
from tracker.domain.day import Day, day_of, is_evening
from tracker.domain.log import Entry
from tracker.domain.plan import rows
from tracker.domain.routine import SLOTS, Kind, Slot, Step, StepId
from tracker.domain.row import Row
from tracker.domain.settings import day_starts_at
from tracker.domain.slip import slip_of

if TYPE_CHECKING:
    from tracker.actions.ports import Reading

_BEFORE_A_MASK: Final[frozenset[Kind]] = frozenset(("cleanser", "exfoliant"))
_ASKED: Final = frozenset(("due", "done", "missed", "open", "moved"))


def today_view(reading: "Reading", day: Day | None, now: datetime) -> TodayView:
    """The page for `day` (None: today) at the local moment `now`."""
    starts_at = day_starts_at(reading.settings())
    today = day_of(now, starts_at)
    shown = today if day is None else day
    routine = reading.routine()
    entries = {entry.step: entry for entry in reading.entries(shown, shown)}
    bars, week = phase_bars(routine, shown), routine.week_of(shown)
    turns_over = turned(bars, shown) if shown == today else ()
    overs = [bar.before.first for bar in turns_over if bar.before is not None]

    def ask(course: Course) -> TodayView:
        ahead = next_turns(course, shown)
        present = _slot_of(now, today) if shown == today else None
        return TodayView(
            day=shown,
            today=today,
            slots=slots_of(course, shown, entries, ahead, starts_at, present),
            phases=bars,
            coming=coming_of(course, shown, ahead) if shown >= today else (),
            week=week_of(course, week),
            rating=reading.rating(shown),
            changeovers=changeovers(course, turns_over),
            has_steps=bool(routine.steps),
        )

    return ask_course(reading, routine, min(week, *overs, shown), today, ask)


def slots_of(
    course: Course,
    day: Day,
    entries: Mapping[StepId, Entry],
    ahead: dict[StepId, Day],
    starts_at: int,
    present: Slot | None = None,
) -> tuple[SlotCard, ...]:
    """The slots of a day that have steps, the `present` one first; `ahead` are the next turns."""
    cards = [
        _card(course, row, entries.get(row.step), ahead, starts_at)
        for row in rows(course, day, day)
    ]
    return _slots(cards, course, day, present)


def _slot_of(now: datetime, today: Day) -> Slot:
    return "evening" if is_evening(now, today) else "morning"


def _slots(
    cards: list[StepCard], course: Course, day: Day, present: Slot | None
) -> tuple[SlotCard, ...]:
    """The slots that have steps, the present one first."""
    steps = {step.id: step for step in course.routine.steps}
    cards = sorted(cards, key=lambda card: _is_at_hand(steps[card.step], card, day))
    by_slot = {slot: _in_order([c for c in cards if steps[c.step].slot == slot]) for slot in SLOTS}
    found = [_slot(slot, own, is_now=slot == present) for slot, own in by_slot.items() if own]
    return tuple(sorted(found, key=lambda slot: not slot.is_now))


def _is_at_hand(step: Step, card: StepCard, day: Day) -> bool:
    """Whether it is there for whoever needs it, and never asked for: it stands after the rest."""
    version = step.version_on(day)
    return card.status == "optional" and version is not None and not version.rule.ever_asks


def _slot(slot: Slot, cards: tuple[StepCard, ...], *, is_now: bool) -> SlotCard:
    asked = [card for card in cards if card.status in _ASKED]
    done = sum(card.status == "done" for card in asked)
    times = [card.ticked_at for card in cards if card.ticked_at is not None]
    is_finished = bool(asked) and done == len(asked)
    finished_at = max(times, default=None) if is_finished else None
    return SlotCard(slot, cards, done, len(asked), is_now, finished_at)


def _card(
    course: Course, row: Row, entry: Entry | None, ahead: dict[StepId, Day], starts_at: int
) -> StepCard:
    step = next(step for step in course.routine.steps if step.id == row.step)
    return StepCard(
        step=step.id,
        name=step.name,
        kind=step.kind,
        status=row.status,
        reason=row.reason,
        until=row.until,
        back_on=ahead.get(step.id),
        enforce=course.enforcement(step, row.day),
        can_swap=row.day <= course.today and course.may_swap(step.id, row.day),
        note=step.note,
        quota=_quota(course, step, row),
        ticked_at=_ticked_at(entry, starts_at),
        said=None if entry is None else entry.reason,
        is_ahead=row.day > course.today,
        slip=slip_of(course, step) if row.day == course.today else None,
        last=last_of(step, row),
    )


def _in_order(cards: list[StepCard]) -> tuple[StepCard, ...]:
    """The cards of a slot, each mask told which cleansing before it is still open."""
    found: list[StepCard] = []
    opened: list[StepId] = []
    for card in cards:
        is_open_mask = card.kind == "mask" and not card.is_ticked
        found.append(card._replace(before=tuple(opened)) if is_open_mask else card)
        if card.kind in _BEFORE_A_MASK and card.status == "due":
            opened.append(card.step)
    return tuple(found)


def _quota(course: Course, step: Step, row: Row) -> Quota | None:
    version = step.version_on(row.day)
    times = None if version is None else version.rule.times_a_week
    if times is None or row.status in ("resting", "paused", "skipped"):
        return None
    week = course.routine.week_of(row.day)
    used = sum(week <= tick < row.day for tick in course.log.ticks.get(step.id, ()))
    return Quota(used + _planned(course, step, week, row.day) + 1, times)


def _planned(course: Course, step: Step, week: Day, day: Day) -> int:
    """How many turns of the week come before `day` by the forecast, if today is kept."""
    ahead = max(week, course.today)
    days = (ahead + timedelta(days=number) for number in range((day - ahead).days))
    ticks = course.log.ticks.get(step.id, ())
    standings = (course.standings(one).get(step.id) for one in days if one not in ticks)
    return sum(standing is not None and standing.state == "due" for standing in standings)


def _ticked_at(entry: Entry | None, starts_at: int) -> datetime | None:
    """The local time of the tick, where it was logged on the very day."""
    if entry is None or entry.do != "tick" or entry.at is None:
        return None
    local = entry.at.replace(tzinfo=None) + timedelta(minutes=entry.offset_minutes or 0)
    return local if day_of(local, starts_at) == entry.day else None
