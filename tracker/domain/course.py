"""How does each step stand on each day, given what was logged and what is to come?

The layers of one day, in the order in which they speak: pause, recovery, schedule, not-after,
group. A day is worked out once. A skip only counts where the step did not rest, so a day needs to
know how earlier days with skips stood; those are settled oldest first, as far back as the rules
can see. Days to come are walked one after the other from today, and what is due on one counts as
used on those that follow.

Far ahead nobody could wait for that. What today's log still moves there is no forecast any more,
so each of those years is begun anew, a few weeks before it and with nothing logged.
"""

from bisect import bisect_left, bisect_right
from datetime import timedelta
from typing import Final, NamedTuple

from tracker.domain.answers import Answers
from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import TrackerError
from tracker.domain.group import Member, give_way
from tracker.domain.hindsight import edit_days, made_by
from tracker.domain.interruption import Interruptions
from tracker.domain.log import Log
from tracker.domain.routine import Enforcement, Group, NotAfter, Routine, Step, StepId, Version
from tracker.domain.rule.base import Sight, Standing, rest

NEAR: Final = 5
"""Up to the end of how many years after today's the days are walked from today."""
_RUN_UP: Final = timedelta(weeks=8)
"""How long before 1 January a year that is begun anew begins at least: its weeks settle first."""
_YEARS_KEPT: Final = 2


class LogTooShort(TrackerError):
    """The rules need to see days that the log does not hold; the fact `needed` is the day."""


class _Before(NamedTuple):
    """A course by which every day before `day` is the same, so that none is worked out twice."""

    course: "Course"
    day: Day


class Course:
    """The standing of every step on every day, worked out as it is asked for."""

    def __init__(
        self, routine: Routine, log: Log, today: Day, before: "_Before | None" = None
    ) -> None:
        """`today` divides what was from what is to come; days before it are never forecast.

        `before`, where there is one, is asked of days before its own.
        """
        self.routine = routine
        self.log = log
        self.today = today
        self.answers = Answers((step.id for step in routine.steps), log)
        self._before = before
        self._reach = timedelta(days=reach(routine))
        self._interruptions = Interruptions(routine, log)
        self._steps = {step.id: step for step in routine.steps}
        self._apart = {step.id for step in routine.steps if any(_not_after(step))}
        self._standings: dict[Day, dict[StepId, Standing]] = {}
        self._skip_days = _days_of_skips(routine, log)
        self._settled: set[Day] = set()
        self._walked_to = today - ONE_DAY
        self._begun = sorted({one.begins for one in routine.groups if one.begins is not None})
        self._groups: dict[int, list[Group]] = {}
        self._edits: list[Day] | None = None
        self._hindsight: dict[int, Course] = {}
        self._years: dict[int, Course] = {}

    def standings(self, day: Day) -> dict[StepId, Standing]:
        """How each step that exists that day stands on it, before what was logged that day.

        Raises `LogTooShort` where the rules see further than the log.
        """
        known = self._standings.get(day)
        if known is None:
            if self._before is not None and day < self._before.day:
                return self._before.course.standings(day)
            if day.year > self.today.year + NEAR:
                return self._year(day.year).standings(day)
            self._need_log(day - self._reach, day)
            if day > self.today:
                self._walk_to(day)
            self.settle(day)
            known = self._standings[day] = self._worked_out(day)
        return known

    def is_due(self, step: Step, day: Day) -> bool:
        """Whether the step has its turn on the day, before what was logged that day."""
        standing = self.standings(day).get(step.id)
        return standing is not None and standing.state == "due"

    def enforcement(self, step: Step, day: Day) -> Enforcement:
        """How a tick is met where the step rests; while the skin recovers, every step is strict."""
        is_recovering = self._interruptions.recovers(step.id, day)
        return "strict" if is_recovering else step.enforcement_on(day)

    def may_swap(self, step: StepId, day: Day) -> bool:
        """Whether the step gives way to another of its group while none of it is ticked."""
        if not (self.standings(day)[step].reason or "").startswith("displaced_by:"):
            return False
        group = next(one for one in self._groups_on(day) if step in one.priority)
        return not any(self.log.is_ticked(member, day) for member in group.priority)

    def last_use(self, step: StepId, before: Day) -> Day | None:
        """The latest use before `before`; on days to come, what is due is taken as used."""
        if before.year > self.today.year + NEAR:
            return self._year(before.year).last_use(step, before)
        return self.answers.last_use(step, before)

    def in_hindsight(self, day: Day) -> "Course":
        """The course without what began after `day`; it judges that day.

        Raises `LogTooShort` where the rules see further ahead than the log, which then lacks an
        answer that came later.
        """
        self._need_log(day, day + self._reach)
        if self._edits is None:
            self._edits = edit_days(self.routine)
        place = bisect_right(self._edits, day)
        if place == len(self._edits) or self._edits[place] > day + self._reach:
            return self
        if place not in self._hindsight:
            edited = self._edits[place]
            earlier = made_by(self.routine, self.log, day, edited, edited + self._reach)
            before = _Before(self, edited)
            self._hindsight[place] = Course(earlier, self.log, self.today, before)
        return self._hindsight[place]

    def sight(self, step: Step, version: Version, day: Day) -> "StepSight":
        """What the rule of the step's `version` may look at on `day`."""
        return StepSight(self, step, max(version.begins, step.start), day)

    def was_rested(self, step: Step, day: Day) -> bool:
        """Whether a pause, a recovery or a not-after rule rested the step that day."""
        if self._before is not None and day < self._before.day:
            return self._before.course.was_rested(step, day)
        return (self._interruptions.on(step.id, day) or self._too_close(step, day)) is not None

    def settle(self, before: Day) -> None:
        """Decide which skips were skips, on days before `before` that the rules can see from it."""
        for day in self._unsettled(before):
            self._settled.add(day)
            for step, standing in self.standings(day).items():
                if standing.is_asked and self.log.is_skipped(step, day):
                    self.answers.enter_skip(step, day)

    def _need_log(self, first: Day, last: Day) -> None:
        """Raise `LogTooShort` where the log does not hold all those days."""
        if self.log.since is not None and first < self.log.since:
            raise LogTooShort("log_too_short", needed=first)
        if self.log.until is not None and self.log.until < min(last, self.today):
            raise LogTooShort("log_too_short", needed=last)

    def _unsettled(self, before: Day) -> list[Day]:
        found: list[Day] = []
        place = bisect_left(self._skip_days, before)
        while place and self._skip_days[place - 1] >= before - self._reach:
            place -= 1
            before = self._skip_days[place]
            if before in self._settled:
                break
            found.append(before)
        return found[::-1]

    def _walk_to(self, day: Day) -> None:
        """Take what is due on each day from today to the day before `day` as used."""
        while self._walked_to < day - ONE_DAY:
            walked = self._walked_to + ONE_DAY
            standings = self.standings(walked)
            self._walked_to = walked
            for step, standing in standings.items():
                if standing.state == "due" and self.log.deed(step, walked) is None:
                    self.answers.expect(step, walked)

    def _year(self, year: int) -> "Course":
        """The course of a year far ahead, which is the same whatever was logged until today."""
        if year not in self._years:
            while len(self._years) >= _YEARS_KEPT:
                self._years.pop(next(iter(self._years)))
            begins = Day(year, 1, 1) - max(_RUN_UP, 2 * self._reach)
            self._years[year] = Course(self.routine, Log(()), begins)
        return self._years[year]

    def _worked_out(self, day: Day) -> dict[StepId, Standing]:
        found = {
            step.id: self._alone(step, day) for step in self.routine.steps if step.exists_on(day)
        }
        for group in self._groups_on(day):
            members = [
                self._member(step, found[step], day) for step in group.priority if step in found
            ]
            found.update(give_way(members, day, is_past=day < self.today))
        return found

    def _groups_on(self, day: Day) -> list[Group]:
        place = bisect_right(self._begun, day)
        if place not in self._groups:
            self._groups[place] = self.routine.groups_on(day)
        return self._groups[place]

    def _alone(self, step: Step, day: Day) -> Standing:
        """How the step stands before its group is asked."""
        interrupted = self._interruptions.on(step.id, day)
        if interrupted is not None:
            return interrupted
        version = step.version_on(day)
        if version is None:
            return rest("not_started", step.schedule[0].begins)
        standing = version.rule.standing(day, self.sight(step, version, day))
        if not standing.is_asked:
            return standing
        return self._too_close(step, day) or standing

    def _too_close(self, step: Step, day: Day) -> Standing | None:
        for rule in step.not_after_on(day) if step.id in self._apart else ():
            last = self.answers.last_use(rule.step, day)
            if last is not None and (day - last).days <= rule.days:
                return rest(f"too_close_to:{rule.step}", last + timedelta(days=rule.days + 1))
        return None

    def _member(self, step: StepId, standing: Standing, day: Day) -> Member:
        version = self._steps[step].version_on(day)
        return Member(
            step,
            standing,
            self.log.deed(step, day),
            is_turn=version is not None and version.rule.is_turn(day),
            carries_over=version is not None and version.rule.carries_over,
        )


class StepSight:
    """What a rule may look at: one step's own course, as seen on one day."""

    __slots__ = ("_course", "_day", "_step", "anchor")

    def __init__(self, course: Course, step: Step, anchor: Day, day: Day) -> None:
        self._course = course
        self._step = step
        self._day = day
        self.anchor = anchor

    @property
    def week(self) -> Day:
        """The first day of the day's week."""
        return self._course.routine.week_of(self._day)

    def last_use(self, before: Day) -> Day | None:
        """The latest use before `before`."""
        return self._course.answers.last_use(self._step.id, before)

    def answers(self, first: Day, before: Day) -> list[Day]:
        """Days with a use or a skip, from `first` to the day before `before`, oldest first."""
        self._course.settle(before)
        known = self._course.answers
        seen = known.all if self._day > self._course.today else known.logged
        return seen(self._step.id, first, before)

    def was_rested(self, day: Day) -> bool:
        """Whether a pause, a recovery or a not-after rule rested the step that day."""
        return self._course.was_rested(self._step, day)

    def is_optional(self, day: Day) -> bool:
        """Whether the step was optional that day, all rules considered."""
        standing = self._course.standings(day).get(self._step.id)
        return standing is not None and standing.state == "optional"

    def anchored(self, anchor: Day) -> Sight:
        """The same sight with a later anchor."""
        return StepSight(self._course, self._step, anchor, self._day)


def reach(routine: Routine) -> int:
    """How many days before a day the rules look at the log, at most."""
    rules = [version.rule.reach for step in routine.steps for version in step.schedule]
    apart = [rule.days for step in routine.steps for rule in _not_after(step)]
    return max(rules, default=0) + max(apart, default=0) + 1


def _not_after(step: Step) -> list[NotAfter]:
    """Every not-after rule that the step ever had."""
    given = (step.not_after, *(version.not_after for version in step.schedule))
    return [rule for rules in given for rule in rules or ()]


def _days_of_skips(routine: Routine, log: Log) -> list[Day]:
    """Days with skips of steps whose rules look for answers; of others it does not matter."""
    looking = [step.id for step in routine.steps if any(one.rule.reach for one in step.schedule)]
    return sorted({day for step in looking for day in log.skips.get(step, ())})
