"""What does the person follow: steps, their schedules, groups, pauses and treatments?

Values only; they are named tuples because a window that starts defines them all before it paints,
and a dataclass takes six times as long to define.
"""

from typing import Final, Literal, NamedTuple, TypeAlias, get_args

from tracker.domain.day import Day, Weekday, week_first
from tracker.domain.rule.base import Rule

StepId: TypeAlias = str
Slot: TypeAlias = Literal["morning", "evening"]
Kind: TypeAlias = Literal[
    "cleanser",
    "toner",
    "exfoliant",
    "serum",
    "retinoid",
    "mask",
    "refining lotion",
    "moisturiser",
    "sunscreen",
    "spot treatment",
    "other",
]
Enforcement: TypeAlias = Literal["strict", "advise", "off"]

SLOTS: Final[tuple[Slot, ...]] = get_args(Slot)
ENFORCEMENTS: Final[tuple[Enforcement, ...]] = get_args(Enforcement)
KINDS_OF_STEP: Final[tuple[Kind, ...]] = get_args(Kind)
MOST_STEPS: Final = 500
"""More steps than anyone follows; every plan has to look at each of them."""
_STRICT: Final[frozenset[Kind]] = frozenset(("mask", "refining lotion", "exfoliant", "retinoid"))


class NotAfter(NamedTuple):
    """Rest on the `days` days after the last use of `step`."""

    step: StepId
    days: int


class Version(NamedTuple):
    """How a step is scheduled from the day `begins` until the next version begins.

    `not_after` and `enforce` replace the step's own; None leaves them.
    """

    begins: Day
    rule: Rule
    not_after: tuple[NotAfter, ...] | None = None
    enforce: Enforcement | None = None


class Step(NamedTuple):
    """One step of the routine, from its first day `start` to its last day `end`.

    `schedule` is in the order of its days. `position` orders the steps of a slot; None leaves the
    order in which they were entered. `remind_at` is a local time "HH:MM" of its own.
    """

    id: StepId
    name: str
    kind: Kind
    slot: Slot
    start: Day
    schedule: tuple[Version, ...]
    position: int | None = None
    product: str | None = None
    end: Day | None = None
    used_before: bool | None = None
    remind_at: str | None = None
    note: str | None = None
    not_after: tuple[NotAfter, ...] | None = None
    enforce: Enforcement | None = None

    def exists_on(self, day: Day) -> bool:
        """Whether the step is part of the routine that day."""
        return self.start <= day and (self.end is None or day <= self.end)

    def version_on(self, day: Day) -> Version | None:
        """The version in force that day; None before the first."""
        found = None
        for version in self.schedule:
            if version.begins > day:
                break
            found = version
        return found

    def not_after_on(self, day: Day) -> tuple[NotAfter, ...]:
        """The not-after rules in force that day."""
        version = self.version_on(day)
        own = None if version is None else version.not_after
        return (self.not_after if own is None else own) or ()

    def enforcement_on(self, day: Day) -> Enforcement:
        """How a tick is met on a day when the step rests."""
        version = self.version_on(day)
        own = None if version is None else version.enforce
        return own or self.enforce or usual_enforcement(self.kind)


def usual_enforcement(kind: Kind) -> Enforcement:
    """How a tick is met where nothing was said of a step of that kind."""
    return "strict" if kind in _STRICT else "advise"


class Group(NamedTuple):
    """At most one of `priority` a day, from the day `begins` (None: always).

    Groups of the same name are versions of one; an empty priority ends it.
    """

    name: str
    priority: tuple[StepId, ...]
    begins: Day | None = None


class Pause(NamedTuple):
    """Steps (None: all) at rest from the day `begins` to the day `ends` (None: until ended)."""

    begins: Day
    ends: Day | None
    steps: tuple[StepId, ...] | None = None
    reason: str | None = None

    def holds(self, day: Day) -> bool:
        """Whether the pause holds `day`."""
        return self.begins <= day and self.rests_from(day)

    def rests_from(self, day: Day) -> bool:
        """Whether a step still rests for it on `day`, or will on a later one."""
        return self.ends is None or day <= self.ends


class Price(NamedTuple):
    """An amount in decimal digits, as it was written, in a currency of three letters."""

    amount: str
    currency: str


class Treatment(NamedTuple):
    """A clinic treatment; steps (None: all) rest that day and the `rest_days` days after it."""

    day: Day
    name: str
    rest_days: int
    steps: tuple[StepId, ...] | None = None
    clinic: str | None = None
    price: Price | None = None
    note: str | None = None

    def rests_from(self, day: Day) -> bool:
        """Whether a step still rests for it on `day`, or will on a later one."""
        return (day - self.day).days <= self.rest_days


class WeekStart(NamedTuple):
    """The weekday on which weeks begin, from the day `begins` (None: always)."""

    weekday: Weekday
    begins: Day | None = None


class Routine(NamedTuple):
    """All that the rules know besides the log."""

    steps: tuple[Step, ...] = ()
    groups: tuple[Group, ...] = ()
    pauses: tuple[Pause, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    week_starts: tuple[WeekStart, ...] = ()

    def ordered(self) -> list[Step]:
        """The steps by slot, then position, then the order in which they were entered."""
        places = enumerate(self.steps)
        keyed = sorted(places, key=lambda item: (SLOTS.index(item[1].slot), *_place(*item)))
        return [step for _, step in keyed]

    def names(self) -> dict[StepId, str]:
        """What each step is called."""
        return {step.id: step.name for step in self.steps}

    def step(self, step_id: StepId) -> Step:
        """The step with that id; KeyError where there is none."""
        return next((step for step in self.steps if step.id == step_id), None) or _no(step_id)

    def groups_on(self, day: Day) -> list[Group]:
        """The groups in force that day, each in its latest version; ended ones left out."""
        latest: dict[str, Group] = {}
        for group in self.groups:
            known = latest.get(group.name)
            if (group.begins is None or group.begins <= day) and _is_later(group, known):
                latest[group.name] = group
        return [group for group in latest.values() if group.priority]

    def week_start_on(self, day: Day) -> Weekday:
        """The weekday on which weeks begin that day."""
        weekday: Weekday = "mon"
        for start in self.week_starts:
            if start.begins is None or start.begins <= day:
                weekday = start.weekday
        return weekday

    def week_of(self, day: Day) -> Day:
        """The first day of the week that holds `day`."""
        return week_first(day, self.week_start_on(day))


def _place(entered: int, step: Step) -> tuple[int, int]:
    return (entered if step.position is None else step.position, entered)


def _is_later(group: Group, known: Group | None) -> bool:
    if known is None or known.begins is None:
        return True
    return group.begins is not None and group.begins >= known.begins


def _no(step_id: StepId) -> Step:
    raise KeyError(step_id)
