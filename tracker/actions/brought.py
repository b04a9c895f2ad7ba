"""Which records come of another program's file, and what is there to report of each row?"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from tracker.actions.becoming import Fate, Wishes
from tracker.actions.change import RecordKind
from tracker.actions.earlier import begun_by, judged_anew, new_step
from tracker.domain.day import Day
from tracker.domain.diary import Diary, Record
from tracker.domain.errors import Fact
from tracker.domain.foreign import Foreign, ForeignEntry, Habit, HabitKey, LeftRow
from tracker.domain.log import Entry, Rating
from tracker.domain.routine import Step, StepId

_Place: TypeAlias = tuple[StepId, Day]


class BroughtHabit(NamedTuple):
    """What became of a habit: how many of its entries are new, there already, or left out.

    `step` is what it became. `moved_from` is the day on which a step that was there began before,
    where entries of earlier days come in: its first days become days on which it is only at hand.
    `judged_anew` counts the days since then that stand otherwise for them.
    """

    habit: Habit
    fate: Fate
    step: Step | None
    added: int
    same: int
    left: int
    moved_from: Day | None
    judged_anew: int = 0


class Brought(NamedTuple):
    """The whole report; `blank` counts rows that say that nothing was done."""

    habits: tuple[BroughtHabit, ...]
    added: Mapping[RecordKind, int]
    same: Mapping[RecordKind, int]
    left_out: tuple[LeftRow, ...]
    blank: int


def bringing(
    diary: Diary, today: Day, foreign: Foreign, wishes: Wishes
) -> tuple[list[Record], Brought]:
    """The records to be kept, and the report; `wishes` has a word for every habit."""
    bringer = _Bringer(diary, today, foreign, wishes)
    return bringer.records(), bringer.report()


class _Bringer:
    """Sorts the rows of a file into new ones, known ones and such as cannot be taken in."""

    def __init__(self, diary: Diary, today: Day, foreign: Foreign, wishes: Wishes) -> None:
        self._diary = diary
        self._foreign = foreign
        self._wishes = wishes
        self._today = today
        self._left = list(foreign.left_out)
        self._counts: Counter[tuple[HabitKey, str]] = Counter()
        self._fresh: dict[_Place, Entry] = {}
        self._owners: dict[_Place, HabitKey] = {}
        self._kept = {(entry.step, entry.day): entry for entry in diary.log}
        self._known = {step.id: step for step in diary.steps}
        self._steps = self._become(diary)
        for entry in foreign.entries:
            self._sort(entry)
        self._changed = self._begun()
        self._ratings = _Ratings(diary, today, foreign, self._left, takes=wishes.takes_ratings)

    def records(self) -> list[Record]:
        """What is to be kept."""
        return [*self._changed, *self._fresh.values(), *self._ratings.fresh]

    def report(self) -> Brought:
        """What was found."""
        habits = tuple(map(self._report_of, self._foreign.habits))
        added: dict[RecordKind, int] = {
            "step": sum(1 for one in habits if one.fate == "new"),
            "entry": sum(one.added for one in habits),
            "rating": len(self._ratings.fresh),
        }
        same: dict[RecordKind, int] = {
            "entry": sum(one.same for one in habits),
            "rating": self._ratings.same,
        }
        left = tuple(sorted(self._left, key=lambda one: (one.part, one.row)))
        return Brought(habits, _some(added), _some(same), left, self._foreign.blank)

    def _report_of(self, habit: Habit) -> BroughtHabit:
        fate = self._wishes.habits[habit.key].fate
        step = self._steps.get(habit.key)
        known = None if step is None else self._known.get(step.id)
        before = known if known is not None and known != step else None
        return BroughtHabit(
            habit=habit,
            fate=fate,
            step=step,
            added=self._counts[habit.key, "added"],
            same=self._counts[habit.key, "same"],
            left=self._counts[habit.key, "left"],
            moved_from=None if before is None else before.start,
            judged_anew=0 if before is None else self._judged_anew(before),
        )

    def _judged_anew(self, before: Step) -> int:
        """On how many days anything stands otherwise because that step begins earlier."""
        steps = self._known | {step.id: step for step in self._changed}
        after = self._diary._replace(steps=tuple(steps.values())).routine()
        return judged_anew(after, (self._kept | self._fresh).values(), before, self._today)

    def _become(self, diary: Diary) -> dict[HabitKey, Step]:
        """The step that each habit becomes; those that are left out become none."""
        found: dict[HabitKey, Step] = {}
        taken = {step.id for step in diary.steps}
        days = _days_of(self._foreign.entries, self._today)
        for habit in self._foreign.habits:
            becoming = self._wishes.habits[habit.key]
            if becoming.step is not None:
                found[habit.key] = self._known[becoming.step]
            elif becoming.fate == "new":
                step = new_step(habit, days.get(habit.key), self._today, taken)
                found[habit.key] = step
                taken.add(step.id)
        return found

    def _sort(self, entry: ForeignEntry) -> None:
        step = self._steps.get(entry.habit)
        if step is None:
            self._counts[entry.habit, "left"] += 1
            return
        code = self._hindrance(entry, step)
        place = (step.id, entry.day)
        known = self._fresh.get(place) or self._kept.get(place)
        if code is None and known is not None and known.do == entry.do:
            if entry.note in (None, known.reason):
                self._counts[entry.habit, "same"] += 1
                return
            if known.reason is None:
                self._note(place, known, entry)
                return
            code = "differs"
        elif code is None and known is not None:
            code = "skip_replaced" if entry.do == "tick" else "tick_kept"
        if code is not None:
            facts: dict[str, Fact] = {"step": step.name, "day": entry.day}
            self._left.append(LeftRow(entry.row, entry.part, code, facts))
        if code in (None, "skip_replaced"):
            self._take(place, entry)
        else:
            self._counts[entry.habit, "left"] += 1

    def _note(self, place: _Place, known: Entry, entry: ForeignEntry) -> None:
        """Let the entry of that day, which has no note, have this row's."""
        is_fresh = place in self._fresh
        self._counts[entry.habit, "same" if is_fresh else "added"] += 1
        self._fresh[place] = known._replace(reason=entry.note)
        self._owners.setdefault(place, entry.habit)

    def _take(self, place: _Place, entry: ForeignEntry) -> None:
        """Where a skip of the same file gives way, it was not added after all."""
        if place in self._fresh:
            self._counts[self._owners[place], "added"] -= 1
            self._counts[self._owners[place], "left"] += 1
        step, day = place
        self._fresh[place] = Entry(day, step, entry.do, reason=entry.note)
        self._owners[place] = entry.habit
        self._counts[entry.habit, "added"] += 1

    def _hindrance(self, entry: ForeignEntry, step: Step) -> str | None:
        if entry.day > self._today:
            return "day_to_come"
        return "after_end" if step.end is not None and entry.day > step.end else None

    def _begun(self) -> list[Step]:
        """Every step that is new, or begins earlier than it did."""
        firsts: dict[StepId, Day] = {}
        for step_id, day in self._fresh:
            firsts[step_id] = min(day, firsts.get(step_id, day))
        for key, step in self._steps.items():
            self._steps[key] = begun_by(step, firsts.get(step.id, step.start))
        mine = {step.id: step for step in self._steps.values()}
        return [step for step in mine.values() if step != self._known.get(step.id)]


class _Ratings:
    """Sorts the ratings: one a day, and a day that is rated already stays as it is."""

    def __init__(
        self, diary: Diary, today: Day, foreign: Foreign, left: list[LeftRow], *, takes: bool
    ) -> None:
        known = {rating.day: rating for rating in diary.ratings}
        self.fresh: list[Rating] = []
        self.same = 0
        for rating, row, part in foreign.ratings if takes else ():
            if known.get(rating.day) == rating:
                self.same += 1
            elif rating.day in known or rating.day > today:
                code = "day_to_come" if rating.day > today else "rated_already"
                left.append(LeftRow(row, part, code, {"day": rating.day}))
            else:
                known[rating.day] = rating
                self.fresh.append(rating)


def _days_of(entries: Iterable[ForeignEntry], today: Day) -> dict[HabitKey, tuple[Day, Day]]:
    """The first and last day of each habit that has any up to today."""
    found: dict[HabitKey, tuple[Day, Day]] = {}
    for entry in entries:
        if entry.day <= today:
            first, last = found.get(entry.habit, (entry.day, entry.day))
            found[entry.habit] = (min(first, entry.day), max(last, entry.day))
    return found


def _some(counts: Mapping[RecordKind, int]) -> dict[RecordKind, int]:
    return {kind: count for kind, count in counts.items() if count}
