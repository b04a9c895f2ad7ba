"""What have ten years of a routine with twelve steps left behind? About 38,600 entries."""

import random
from datetime import date, timedelta
from pathlib import Path

from tracker.domain.day import Day
from tracker.domain.diary import Diary
from tracker.domain.log import Deed, Entry
from tracker.domain.routine import Group, Kind, Slot, Step, Version
from tracker.domain.rule.base import Rule
from tracker.domain.rule.cycle import Cycle, Lengths
from tracker.domain.rule.daily import Daily
from tracker.domain.rule.every import Every
from tracker.domain.rule.pattern import Pattern
from tracker.domain.rule.per_week import PerWeek
from tracker.domain.rule.weekdays import Weekdays
from tracker.store.store import open_store
from tracker.system.clock import SystemClock

YEARS = 10
ENTRIES = 38_587


def decade(today: Day, years: int = YEARS) -> Diary:
    """Ten years, or so many, of ticks and a few skips up to the day before `today`.

    Always the same.
    """
    start = today - timedelta(days=365 * years + 2)
    steps = _steps(start)
    chance = random.Random(1)
    days = range((today - start).days)
    slots = [(start + timedelta(days=number), step) for number in days for step in steps]
    chosen = sorted(chance.sample(range(len(slots)), min(ENTRIES * years // YEARS, len(slots))))
    entries = tuple(_entry(*slots[number], chance) for number in chosen)
    group = Group("Evening treatment", ("clay-mask", "refining-lotion", "night-serum"))
    return Diary(steps=steps, groups=(group,), log=entries)


def write_decade(folder: Path, today: Day) -> None:
    """A store in `folder` with ten years up to `today`."""
    diary = decade(today)
    store = open_store(folder, SystemClock())
    with store.writing("merge") as work:
        work.put(*diary.steps, *diary.groups, *diary.log)
    store.close()


def _entry(day: date, step: Step, chance: random.Random) -> Entry:
    deed: Deed = "skip" if chance.random() < 0.02 else "tick"
    return Entry(day, step.id, deed)


def _steps(start: Day) -> tuple[Step, ...]:
    lotion = Cycle(Daily(), Lengths("months", 1, 1), start)
    mask = PerWeek(2, 3, ("wed", "sun"))
    made: list[tuple[str, Kind, Slot, Rule]] = [
        ("cleanse-morning", "cleanser", "morning", Daily()),
        ("toner", "toner", "morning", Daily()),
        ("pore-serum", "serum", "morning", Daily()),
        ("sunscreen", "sunscreen", "morning", Daily()),
        ("cleanse-evening", "cleanser", "evening", Daily()),
        ("exfoliant", "exfoliant", "evening", Every(3)),
        ("retinoid", "retinoid", "evening", Pattern(4, (2,), start)),
        ("eye-cream", "other", "evening", Weekdays(("mon", "thu"))),
        ("clay-mask", "mask", "evening", mask),
        ("refining-lotion", "refining lotion", "evening", lotion),
        ("night-serum", "serum", "evening", Daily()),
        ("moisturise", "moisturiser", "evening", Daily()),
    ]
    return tuple(
        Step(step, step.replace("-", " ").capitalize(), kind, slot, start, (Version(start, rule),))
        for step, kind, slot, rule in made
    )
