"""So many times a week, with a gap between and days that are preferred."""

from datetime import timedelta
from typing import Final

from tracker.domain.day import ONE_DAY, WEEKDAYS, Day, Weekday, weekday_of
from tracker.domain.outside import Outside
from tracker.domain.rule.base import DUE, OPTIONAL, Rule, Sight, Standing, Status, rest
from tracker.domain.rule.named import read_weekdays

_WEEK: Final = timedelta(days=7)
_PREFERRED: Final[tuple[tuple[Weekday, ...], ...]] = (
    ("wed",),
    ("wed", "sun"),
    ("mon", "wed", "fri"),
    ("mon", "wed", "fri", "sun"),
    ("mon", "tue", "thu", "fri", "sun"),
    ("mon", "tue", "wed", "fri", "sat", "sun"),
    WEEKDAYS,
)


def usual_gap(times: int) -> int:
    """The least days between two uses where none is given: not on two days running, up to three."""
    return 2 if times <= 3 else 1


def usual_days(times: int) -> tuple[Weekday, ...]:
    """The preferred days where none are given, `times` (1 to 7) of them."""
    return _PREFERRED[times - 1]


class PerWeek(Rule):
    """A quota of `times` (1 to 7) a week, uses at least `min_gap` days (1 to 31) apart.

    `prefer` are the weekdays on which it is asked for, `times` of them; None of either where the
    document leaves it to the usual, which `gap` and `days` then hold. A turn that passes
    stays due until it is answered or the week is over.
    """

    kind = "per_week"

    def __init__(
        self, times: int, min_gap: int | None = None, prefer: tuple[Weekday, ...] | None = None
    ) -> None:
        self.times: Final = times
        self.min_gap: Final = min_gap
        self.prefer: Final = prefer
        self.gap: Final = usual_gap(times) if min_gap is None else min_gap
        self.days: Final = usual_days(times) if prefer is None else prefer

    @classmethod
    def nearest(cls, share: float) -> tuple[Rule, float] | None:
        """On any days of the week, with no day between asked for; each day is another kind's."""
        times = max(round(share * _WEEK.days), 1)
        return (cls(times, 1), times / _WEEK.days) if times < _WEEK.days else None

    @classmethod
    def read(cls, outside: Outside) -> "PerWeek":
        """The rule from a document; raises `BadInput`."""
        times = outside.key("times").number(1, 7)
        gap = outside.maybe("min_gap")
        prefer = outside.maybe("prefer")
        days = None if prefer is None else read_weekdays(prefer)
        if prefer is not None and days is not None and len(days) != times:
            raise prefer.error("prefer_not_times", times=times, got=len(days))
        return cls(times, None if gap is None else gap.number(1, 31), days)

    def document(self) -> dict[str, object]:
        """The rule as it stands in a document, with only what was given."""
        found: dict[str, object] = {"kind": self.kind, "times": self.times}
        if self.min_gap is not None:
            found["min_gap"] = self.min_gap
        if self.prefer is not None:
            found["prefer"] = list(self.prefer)
        return found

    @property
    def carries_over(self) -> bool:
        """A turn stays due until it is answered or the week is over."""
        return True

    @property
    def times_a_week(self) -> int:
        """The quota."""
        return self.times

    def on_days(self, days: tuple[Weekday, ...], gap: int) -> "PerWeek":
        """As many turns as there are days."""
        return PerWeek(len(days), gap, days)

    @property
    def reach(self) -> int:
        """The week so far, and the gap since the last use."""
        return max(7, self.gap)

    def standing(self, day: Day, sight: Sight) -> Standing:
        """Resting when the quota is met or the gap too small, due when the turns run ahead."""
        handled = len(sight.answers(sight.week, day))
        if handled >= self.times:
            return rest("quota_met", sight.week + _WEEK)
        last = sight.last_use(day)
        if last is not None and (day - last).days < self.gap:
            return rest("too_soon", last + timedelta(days=self.gap))
        turns = self._turns(max(sight.week, sight.anchor), day + ONE_DAY)
        return DUE if len(turns) > handled else OPTIONAL

    def is_turn(self, day: Day) -> bool:
        """A preferred day is a turn; a later one only carries it over."""
        return weekday_of(day) in self.days

    def judge(self, day: Day, sight: Sight, today: Day) -> Status:
        """`moved` where the week answered this turn, `open` while the week runs, else missed.

        Each use or skip answers its own preferred day, the others the first still unanswered.
        """
        if not self.is_turn(day):
            return "optional"
        end = sight.week + _WEEK
        turns = self._turns(max(sight.week, sight.anchor), end)
        answers = sight.answers(sight.week, min(end, today + ONE_DAY))
        unanswered = [turn for turn in turns if turn not in answers]
        spare = len(answers) - (len(turns) - len(unanswered))
        if day in unanswered[:spare]:
            return "moved"
        return "open" if today < end else "missed"

    def _turns(self, first: Day, before: Day) -> list[Day]:
        """The preferred days from `first` to the day before `before`."""
        days = (first + timedelta(days=n) for n in range((before - first).days))
        return [day for day in days if self.is_turn(day)]
