"""On for a while, off for a while: a month of lotion, a month of rest."""

from datetime import timedelta
from typing import Final, Literal, NamedTuple, TypeAlias

from tracker.domain.day import Day, add_months, months_between
from tracker.domain.outside import Outside
from tracker.domain.rule.base import Phase, Rule, Sight, Standing, Status, read_rule, rest

Unit: TypeAlias = Literal["months", "weeks", "days"]
_UNITS: Final[tuple[Unit, ...]] = ("months", "weeks", "days")
LONGEST: Final[dict[Unit, int]] = {"months": 120, "weeks": 520, "days": 3650}
"""How long a phase can be, in each unit."""


class Lengths(NamedTuple):
    """How long the phases of a cycle last: `on` and `off`, both in `unit`."""

    unit: Unit
    on: int
    off: int


class Cycle(Rule):
    """`during` (any rule but a cycle) holds for a while, then rests for a while.

    Rounds are reckoned from `start` in calendar arithmetic, never from the turn before: 31 January
    and two months is 31 March, whatever February did. `starts_off` puts the off-phase first.
    """

    kind = "cycle"

    def __init__(
        self, during: Rule, lengths: Lengths, start: Day, *, starts_off: bool = False
    ) -> None:
        self._during: Final = during
        self.lengths: Final = lengths
        self.start: Final = start
        self.starts_off: Final = starts_off

    @classmethod
    def read(cls, outside: Outside) -> "Cycle":
        """The rule from a document; raises `BadInput`."""
        during = outside.key("during")
        if during.mapping().get("kind") == cls.kind:
            raise during.error("cycle_in_cycle")
        lengths = read_lengths(outside)
        first = outside.maybe("first")
        starts_off = first is not None and first.one_of(("on", "off")) == "off"
        start = outside.key("start").day()
        return cls(read_rule(during), lengths, start, starts_off=starts_off)

    def document(self) -> dict[str, object]:
        """The rule as it stands in a document."""
        found: dict[str, object] = {
            "kind": self.kind,
            "on": {self.lengths.unit: self.lengths.on},
            "off": {self.lengths.unit: self.lengths.off},
        }
        if self.starts_off:
            found["first"] = "off"
        return found | {"start": self.start.isoformat(), "during": self.during.document()}

    @property
    def during(self) -> Rule:
        """The rule that holds while on."""
        return self._during

    def turned(self, day: Day, *, is_on: bool) -> "Cycle":
        """The cycle begun anew on `day`, with that phase first."""
        return Cycle(self.during, self.lengths, day, starts_off=not is_on)

    def lasting(self, day: Day, until: Day, *, is_on: bool) -> "Cycle":
        """The cycle whose first phase holds `day` and ends before `until`.

        As long as that phase is otherwise where this reaches, so that those after it are right as
        well; else as short as reaches in whole units. (No month from February ends on the 31st.)
        """
        unit, on, off = self.lengths
        for length in (on if is_on else off, *range(1, LONGEST[unit] + 1)):
            lengths = Lengths(unit, length, off) if is_on else Lengths(unit, on, length)
            made = Cycle(self.during, lengths, _later(until, unit, -length), starts_off=not is_on)
            phase = made.phase(day)
            if phase is not None and phase.until == until:
                return made
        raise AssertionError(self, day, until)

    @property
    def reach(self) -> int:
        """As far as the rule inside."""
        return self.during.reach

    @property
    def carries_over(self) -> bool:
        """As the rule inside."""
        return self.during.carries_over

    @property
    def ever_asks(self) -> bool:
        """As the rule inside."""
        return self.during.ever_asks

    @property
    def times_a_week(self) -> int | None:
        """As the rule inside."""
        return self.during.times_a_week

    def phase(self, day: Day) -> Phase | None:
        """The phase that holds `day`; None before `start`."""
        return None if day < self.start else self._phase(day)

    def _phase(self, day: Day) -> Phase:
        _, on, off = self.lengths
        length = on + off
        units = self._units(day)
        first = units - units % length
        lead = off if self.starts_off else on
        if units % length < lead:
            return Phase(not self.starts_off, self._at(first), self._at(first + lead))
        return Phase(self.starts_off, self._at(first + lead), self._at(first + length))

    def standing(self, day: Day, sight: Sight) -> Standing:
        """What the inner rule asks while on; rest while off."""
        if day < self.start:
            return rest("not_started", self.start)
        phase = self._phase(day)
        if not phase.is_on:
            return rest("month_off" if self.lengths.unit == "months" else "phase_off", phase.until)
        inner = self.during.standing(day, self._narrowed(sight, phase))
        if inner.until is None or inner.until <= phase.until:
            return inner
        return inner._replace(until=phase.until)

    def is_turn(self, day: Day) -> bool:
        """As the rule inside."""
        return self.during.is_turn(day)

    def judge(self, day: Day, sight: Sight, today: Day) -> Status:
        """As the rule inside, counted from the running on-phase."""
        return self.during.judge(day, self._narrowed(sight, self._phase(day)), today)

    def _narrowed(self, sight: Sight, phase: Phase) -> Sight:
        return sight.anchored(phase.first) if phase.first > sight.anchor else sight

    def _units(self, day: Day) -> int:
        """Whole units from the start to `day`."""
        if self.lengths.unit == "months":
            return months_between(self.start, day)
        return (day - self.start).days // (7 if self.lengths.unit == "weeks" else 1)

    def _at(self, units: int) -> Day:
        return _later(self.start, self.lengths.unit, units)


def _later(day: Day, unit: Unit, count: int) -> Day:
    """So many units after `day`."""
    if unit == "months":
        return add_months(day, count)
    return day + timedelta(days=count * (7 if unit == "weeks" else 1))


def read_lengths(outside: Outside) -> Lengths:
    """The lengths of the phases; both in the same unit."""
    unit, on = _length(outside.key("on"))
    off_unit, off = _length(outside.key("off"))
    if unit != off_unit:
        raise outside.key("off").error("units_differ", on=unit, off=off_unit)
    return Lengths(unit, on, off)


def _length(outside: Outside) -> tuple[Unit, int]:
    units = [unit for unit in _UNITS if unit in outside.mapping()]
    if len(units) != 1 or len(outside.mapping()) != 1:
        raise outside.error("not_a_length")
    return units[0], outside.key(units[0]).number(1, LONGEST[units[0]])
