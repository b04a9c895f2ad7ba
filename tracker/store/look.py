"""How do rows, from wherever they are read, become what actions and pages ask for?"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Protocol, TypeVar

from tracker.domain.day import Day
from tracker.domain.errors import BadInput, Unavailable
from tracker.domain.log import Entry, Log, Rating
from tracker.domain.routine import Routine, StepId
from tracker.domain.settings import Json, week_starts
from tracker.store.mapping.cells import Row, day_of_text
from tracker.store.mapping.groups import GROUPS
from tracker.store.mapping.log import ENTRIES, RATINGS
from tracker.store.mapping.rests import PAUSES, TREATMENTS
from tracker.store.mapping.settings import SETTINGS
from tracker.store.mapping.shape import Shape
from tracker.store.mapping.steps import STEPS

R = TypeVar("R")
_OPEN_END: Final = "~"
"""Sorts after every day, and after most of what is none and is to be told."""


class Source(Protocol):
    """Something that can be asked by the names of `reads`."""

    def rows(self, statement: str, **values: str) -> Sequence[Row]:
        """The rows that the statement finds."""


class Look:
    """A consistent look at what the rules need: the port `Reading`.

    What is stored and cannot be used raises `Unavailable` "unusable_record" with the facts `where`
    (its path, as in a document) and `problem` (the code of what is wrong there).
    """

    def __init__(self, source: Source) -> None:
        self._source = source

    def settings(self) -> dict[str, Json]:
        """Every setting that was set, by key."""
        return {setting.key: setting.value for setting in self.all_of(SETTINGS)}

    def routine(self) -> Routine:
        """The routine, with all its versions."""
        return Routine(
            self.all_of(STEPS),
            self.all_of(GROUPS),
            self.all_of(PAUSES),
            self.all_of(TREATMENTS),
            week_starts(self.settings()),
        )

    def log(self, since: Day | None = None, until: Day | None = None) -> Log:
        """The deeds as the rules read them, from `since` to `until`; None leaves that end open."""
        ticks: dict[StepId, list[Day]] = {}
        skips: dict[StepId, list[Day]] = {}
        if since is None and until is None:
            rows = self._source.rows("log")
        else:
            first = "" if since is None else since.isoformat()
            last = _OPEN_END if until is None else until.isoformat()
            rows = self._source.rows("log_between", first=first, last=last)
        with _usable("log"):
            for step, deed, texts in rows:
                known = {"tick": ticks, "skip": skips}.get(str(deed))
                if known is None:
                    where = f"log[{step}].do"
                    raise BadInput("not_one_of", where=where, options="tick, skip", got="")
                parsed = map(day_of_text, str(texts).split(","))
                known.setdefault(str(step), []).extend(parsed)
        return Log.of_days(ticks, skips, since, until)

    def entries(self, first: Day, last: Day) -> list[Entry]:
        """The entries of a range of days, by day and then as entered."""
        between = {"first": first.isoformat(), "last": last.isoformat()}
        return self._records(ENTRIES, self._source.rows("entries_between", **between))

    def entry(self, step: StepId, day: Day) -> Entry | None:
        """The entry of a step and day."""
        rows = self._source.rows("entry", step=step, day=day.isoformat())
        return next(iter(self._records(ENTRIES, rows)), None)

    def rating(self, day: Day) -> Rating | None:
        """The rating of a day."""
        rows = self._source.rows("rating", day=day.isoformat())
        return next(iter(self._records(RATINGS, rows)), None)

    def all_of(self, shape: Shape[R]) -> tuple[R, ...]:
        """Every record of a kind, in the order in which it was entered."""
        parts = () if shape.parts is None else self._source.rows(shape.parts.table)
        return tuple(self._records(shape, self._source.rows(shape.table), parts))

    def _records(self, shape: Shape[R], rows: Sequence[Row], parts: Sequence[Row] = ()) -> list[R]:
        with _usable(shape.listed):
            return [shape.read(placed.stored) for placed in shape.placed(rows, parts)]


@contextmanager
def _usable(where: str) -> Iterator[None]:
    try:
        yield
    except BadInput as problem:
        place = problem.facts.get("where", where)
        raise Unavailable("unusable_record", where=place, problem=problem.code) from problem
    except ValueError as problem:
        raise Unavailable("unusable_record", where=where, problem="not_a_day") from problem
