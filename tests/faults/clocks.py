"""Does a day ever go back, and is anything past another one after the clock did what clocks do?

First every zone's changes of the wall clock in six years are looked at, with each hour at which a
day can begin. Then each try is a life in the store's own actions: the clock goes on around summer
time, a new year or a 29 February, often at 01:30; the person flies to another zone, has days begin
at another hour, and has a clock that is a year off for a while. After each of these every entry
that was there must be there as it was, and every day of the weeks gone by be planned as it was; in
the week that runs, a step that has a number a week is still open.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from tests.faults.row import Figure, Row
from tests.still_clock import StillClock
from tests.store.places import new_folder, new_place
from tracker.actions.plan_rows import plan_rows
from tracker.actions.set_up import set_up
from tracker.actions.settings import start_days_at
from tracker.actions.tick import tick
from tracker.actions.views.today_view import today_view
from tracker.domain.day import Day, day_of, week_first
from tracker.domain.errors import BadInput, Refused
from tracker.domain.log import Entry
from tracker.domain.row import Row as Planned
from tracker.domain.settings import DAY_STARTS_AT, day_starts_at
from tracker.exchange.preset import load_preset
from tracker.store.store import SqlStore, open_store

HOURS: Final = range(13)
ZONES: Final = (
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Kathmandu",
    "Africa/Casablanca",
)
AROUND: Final = (
    datetime(2026, 3, 27, 12, tzinfo=UTC),
    datetime(2026, 10, 23, 12, tzinfo=UTC),
    datetime(2027, 12, 29, 12, tzinfo=UTC),
    datetime(2028, 2, 26, 12, tzinfo=UTC),
)
"""A few days before summer time, its end, a new year, and a 29 February."""
YEAR: Final = timedelta(days=365)
BACK: Final = timedelta(days=40)
"""How far back the plan is compared."""
EVENTS: Final = 14


def hours_back(zone: ZoneInfo) -> list[int]:
    """With days from which hours a change of that zone's wall clock leads to the day before."""
    changes = [[one.astimezone(zone) for one in change] for change in _changes(zone)]
    return [
        hour
        for hour in HOURS
        if any(day_of(after, hour) < day_of(before, hour) for before, after in changes)
    ]


def _changes(zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """The last second before each change of the wall clock, and the first after it."""
    begun = datetime(2024, 1, 1, tzinfo=UTC)
    for number in range(6 * 26):
        before, after = (begun + timedelta(days=14 * n) for n in (number, number + 1))
        if _offset(before, zone) == _offset(after, zone):
            continue
        while after - before > timedelta(seconds=1):
            between = before + (after - before) // 2
            if _offset(between, zone) == _offset(after, zone):
                after = between
            else:
                before = between
        yield before, after


def _offset(moment: datetime, zone: ZoneInfo) -> timedelta | None:
    return moment.astimezone(zone).utcoffset()


class Life:
    """Someone with a store and a clock that does what clocks do."""

    def __init__(self, store: SqlStore, clock: StillClock, chance: random.Random) -> None:
        self._store = store
        self._clock = clock
        self._chance = chance
        self._zone = ZoneInfo(chance.choice(ZONES))
        self._clock.moment = chance.choice(AROUND).astimezone(self._zone)
        self._preset = load_preset("oily", self.today - 3 * YEAR, "overnight-serum")
        set_up(store, self._preset, "oily")
        self.ticks = 0
        self.wrong: list[str] = []

    @property
    def today(self) -> Day:
        """The day that it is, by the clock and the person's setting."""
        with self._store.reading() as look:
            return day_of(self._clock.now(), day_starts_at(look.settings()))

    def live(self) -> None:
        """A few events, and ticks between them."""
        ways: tuple[Callable[[], None], ...] = (
            self._go_on,
            self._go_to_bed_late,
            self._fly,
            self._begin_days_otherwise,
            self._have_a_wrong_clock,
        )
        for _ in range(EVENTS):
            self._tick()
            way = self._chance.choice(ways)
            before, entries, plan = self.today, self._entries(), self._plan(self.today, self.today)
            way()
            week = week_first(min(before, self.today), "mon")
            if not set(entries) <= set(self._entries()):
                self.wrong.append(f"{way.__name__} changed an entry")
            if self._plan(before, week) != [row for row in plan if row.day < week]:
                self.wrong.append(f"{way.__name__} changed the plan of a day gone by")
            if self.today < before and way != self._fly:
                self.wrong.append(f"{way.__name__} led to the day before")

    def _entries(self) -> tuple[Entry, ...]:
        with self._store.reading() as look:
            return look.diary().log

    def _plan(self, today: Day, until: Day) -> list[Planned]:
        """How the days before `until`, from long before `today`, are planned as it is now."""
        with self._store.reading() as look:
            return plan_rows(look, today - BACK, until - timedelta(1), self.today)

    # --- what the person does ---

    def _tick(self) -> None:
        """Tick any step; the entry says the day, the instant and the offset of now."""
        step = self._chance.choice(self._preset.steps).id
        today, now = self.today, self._clock.now()
        try:
            change = tick(self._store, self._clock, step)
        except Refused:
            return
        if change is None:
            return
        self.ticks += 1
        with self._store.reading() as look:
            entry = look.entry(step, today)
        offset = now.utcoffset()
        if (
            entry is None
            or entry.at != now
            or offset != timedelta(minutes=entry.offset_minutes or 0)
        ):
            self.wrong.append("a tick of another day or moment")

    # --- what the clock does ---

    def _go_on(self) -> None:
        self._forward(timedelta(minutes=self._chance.randrange(24 * 60)))

    def _go_to_bed_late(self) -> None:
        """The next 01:30 on the wall clock; one that is there twice, or not at all, too."""
        wall = self._clock.now().replace(hour=1, minute=30) + timedelta(days=1)
        self._clock.moment = wall.astimezone(UTC).astimezone(self._zone)

    def _fly(self) -> None:
        self._zone = ZoneInfo(self._chance.choice(ZONES))
        self._forward(timedelta(hours=self._chance.randrange(12)))

    def _begin_days_otherwise(self) -> None:
        """Refused where it would be yesterday again."""
        with suppress(BadInput):
            start_days_at(self._store, self._clock, self._chance.choice(HOURS))

    def _have_a_wrong_clock(self) -> None:
        """A year off, looked at and, where it is ahead, logged by; then right again."""
        right, is_ahead = self._clock.now(), self._chance.random() < 0.5
        self._clock.moment = right + (YEAR if is_ahead else -YEAR)
        with self._store.reading() as look:
            today_view(look, None, self._clock.now())
        if is_ahead:
            self._tick()
        self._clock.moment = right
        self._forward(timedelta(minutes=5))

    def _forward(self, time: timedelta) -> None:
        instant = self._clock.now().astimezone(UTC) + time
        self._clock.moment = instant.astimezone(self._zone)


def measure(tries: int) -> Figure:
    """The row's figure."""
    found = Counter[str]()
    ticks = 0
    for number in range(tries):
        clock = StillClock()
        with new_place() as place:
            store = open_store(new_folder(place), clock)
            life = Life(store, clock, random.Random(number))
            life.live()
            store.close()
        ticks += life.ticks
        found.update(life.wrong)
    back = {name: hours_back(ZoneInfo(name)) for name in sorted(available_timezones())}
    usual = sum(DAY_STARTS_AT in hours for hours in back.values())
    seldom = ", ".join(f"{zone} from {hours[0]}:00" for zone, hours in back.items() if hours)
    wrong = ", ".join(f"{count} times {what}" for what, count in found.items())
    said = (
        f"{wrong or '0 changed, 0 back'} in {tries * EVENTS} events and {ticks} ticks; back in "
        f"{usual} of {len(back)} zones with days from {DAY_STARTS_AT}:00 ({seldom or 'no other'})"
    )
    return Figure(said, not found and not usual)


ROW: Final = Row(
    "summer time both ways, zones, 29 Feb, new year, 01:30, `day_starts_at`, clock a year off",
    "the day never goes backwards; nothing past changes",
    "Lives in the store's own actions with a clock that is set, and every zone's changes.",
    tries=60,
    quick=10,
    run=measure,
)
