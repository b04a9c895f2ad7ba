"""What did the person do, and when: ticks, skips, ratings?"""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal, NamedTuple, TypeAlias

from tracker.domain.day import Day
from tracker.domain.routine import StepId

Deed: TypeAlias = Literal["tick", "skip"]


class Entry(NamedTuple):
    """One step on one day, done or skipped; at most one entry for a step and day.

    `at` is the aware instant in UTC at which it was logged and `offset_minutes` local time's
    distance from UTC then; both None for what came from elsewhere. `anyway` marks a tick that the
    rules had refused, `reason` says why it was done, or why it was skipped. `product` is the
    product that was used, where it was noted.
    """

    day: Day
    step: StepId
    do: Deed
    at: datetime | None = None
    offset_minutes: int | None = None
    product: str | None = None
    reason: str | None = None
    anyway: bool = False


class Rating(NamedTuple):
    """How the skin was on a day: overall 1 to 10 (10 = clear), facets 0 (none) to 4 (very much)."""

    day: Day
    overall: int | None = None
    oiliness: int | None = None
    pores: int | None = None
    breakouts: int | None = None
    redness: int | None = None
    dryness: int | None = None
    note: str | None = None


class Log:
    """The days on which each step was ticked and skipped, as the rules read them.

    `since` and `until` are the first and the last day that this log knows of; None where it holds
    everything before, or after.
    """

    def __init__(
        self,
        deeds: Iterable[tuple[StepId, Day, Deed]],
        since: Day | None = None,
        until: Day | None = None,
    ) -> None:
        """Deeds in any order, at most one for a step and day; of two, a tick outweighs a skip."""
        self.since = since
        self.until = until
        self.ticks: dict[StepId, list[Day]] = {}
        self.skips: dict[StepId, list[Day]] = {}
        self._by_day: dict[Day, dict[StepId, Deed]] | None = None
        for step, day, deed in deeds:
            (self.ticks if deed == "tick" else self.skips).setdefault(step, []).append(day)
        self._sort()

    @classmethod
    def of_days(
        cls,
        ticks: dict[StepId, list[Day]],
        skips: dict[StepId, list[Day]],
        since: Day | None = None,
        until: Day | None = None,
    ) -> "Log":
        """The log of days that are gathered by step already."""
        made = cls((), since, until)
        made.ticks, made.skips = ticks, skips
        made._sort()
        return made

    def deed(self, step: StepId, day: Day) -> Deed | None:
        """What was logged of the step that day."""
        if self._by_day is None:
            self._by_day = self._gathered()
        deeds = self._by_day.get(day)
        return None if deeds is None else deeds.get(step)

    def is_ticked(self, step: StepId, day: Day) -> bool:
        """Whether the step was ticked that day."""
        return self.deed(step, day) == "tick"

    def is_skipped(self, step: StepId, day: Day) -> bool:
        """Whether the step was skipped that day."""
        return self.deed(step, day) == "skip"

    def with_deed(self, step: StepId, day: Day, deed: Deed | None) -> "Log":
        """The log as it would be with that deed, or with none, for the step and day."""
        ticks, skips = dict(self.ticks), dict(self.skips)
        for days in (ticks, skips):
            days[step] = [known for known in days.get(step, ()) if known != day]
        if deed is not None:
            (ticks if deed == "tick" else skips)[step].append(day)
        return Log.of_days(ticks, skips, self.since, self.until)

    def _sort(self) -> None:
        for days in (*self.ticks.values(), *self.skips.values()):
            days.sort()

    def _gathered(self) -> dict[Day, dict[StepId, Deed]]:
        """The deeds by day, gathered when first asked for; ticks last, as they outweigh skips."""
        found: dict[Day, dict[StepId, Deed]] = {}
        for step, days in self.skips.items():
            for day in days:
                found.setdefault(day, {})[step] = "skip"
        for step, days in self.ticks.items():
            for day in days:
                found.setdefault(day, {})[step] = "tick"
        return found
