"""Certain nights of a round that repeats: skin cycling."""

from datetime import timedelta
from typing import Final

from tracker.domain.day import Day
from tracker.domain.outside import Outside
from tracker.domain.rule.base import DUE, Rule, Sight, Standing, rest


class Pattern(Rule):
    """Due on the days `on` (1 to `length`, ascending) of every `length` days from `start`.

    Nothing is made up: the order of the nights is the point.
    """

    kind = "pattern"

    def __init__(self, length: int, on: tuple[int, ...], start: Day) -> None:
        self.length: Final = length
        self.on: Final = on
        self.start: Final = start

    @classmethod
    def read(cls, outside: Outside) -> "Pattern":
        """The rule from a document; raises `BadInput`."""
        length = outside.key("length").number(1, 366)
        on = outside.key("on")
        places = [item.number(1, length) for item in on.elements()]
        if not places or len(set(places)) != len(places):
            raise on.error("places_not_distinct")
        return cls(length, tuple(sorted(places)), outside.key("start").day())

    def document(self) -> dict[str, object]:
        """The rule as it stands in a document."""
        start = self.start.isoformat()
        return {"kind": self.kind, "length": self.length, "on": list(self.on), "start": start}

    def standing(self, day: Day, sight: Sight) -> Standing:
        """Due on the days named, not started before `start`, resting between."""
        del sight
        if day < self.start:
            return rest("not_started", self.start)
        place = (day - self.start).days % self.length + 1
        if place in self.on:
            return DUE
        following = next((on for on in self.on if on > place), self.on[0] + self.length)
        return rest("not_today", day + timedelta(days=following - place))
