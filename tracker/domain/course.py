"""How does each step stand on each day, given what was logged and what is to come?

The layers of one day, in the order in which they speak: pause, recovery, schedule, not-after,
group. A day is worked out once. A skip only counts where the step did not rest, so a day needs to
know how earlier days with skips stood; those are settled oldest first, as far back as the rules
can see. Days to come are walked one after the other from today, and what is due on one counts as
used on those that follow.
"""

from bisect import bisect_left, bisect_right, insort
from datetime import timedelta

from tracker.domain.day import ONE_DAY, Day
from tracker.domain.errors import TrackerError
from tracker.domain.group import Member, give_way
from tracker.domain.log import Log
from tracker.domain.hindsight import known_on, turning_days
from tracker.domain.routine import Routine, Step, StepId, Version
from tracker.domain.rule.base import Sight, Standing, rest
from tracker.domain.span import Span, covering, paused_spans, recovery, recovery_spans, rests


class LogTooShort(TrackerError):
    """The rules need to see days before the log's first; the fact `needed` is the day."""


class Course:
    """The standing of every step on every day, worked out as it is asked for."""

    def __init__(self, routine: Routine, log: Log, today: Day) -> None:
        """`today` divides what was from what is to come; days before it are never forecast."""
        self.routine = routine
        self.log = log
        self.today = today
        self._reach = timedelta(days=reach(routine))
        self._uses = {step.id: list(log.ticks.get(step.id, ())) for step in routine.steps}
        self._answers = {step: list(days) for step, days in self._uses.items()}
        self._expected: dict[StepId, list[Day]] = {step.id: [] for step in routine.steps}
        self._skip_days = sorted({day for days in log.skips.values() for day in days})
        self._settled: set[Day] = set()
        self._standings: dict[Day, dict[StepId, Standing]] = {}
        self._walked_to = today - ONE_DAY
        self._turns = turning_days(routine)
        self._earlier: dict[int, Course] = {}
        self._paused = {step.id: paused_spans(routine.pauses, step.id) for step in routine.steps}
        self._recovering = {
            step.id: recovery_spans(routine.treatments, step.id) for step in routine.steps
        }

    def standings(self, day: Day) -> dict[StepId, Standing]:
        """How each step that exists that day stands on it, before what was logged that day."""
        known = self._standings.get(day)
        if known is None:
            self._prepare(day)
            known = self._standings[day] = self._worked_out(day)
        return known

    def uses(self, step: StepId) -> list[Day]:
        """The days on which the step was used, forecast ones as far as they are worked out."""
        return self._uses.get(step, [])

    def answers(self, step: StepId, first: Day, before: Day) -> list[Day]:
        """Logged uses, and skips that were skips, from `first` to the day before `before`."""
        self._settle(min(before, self.today + ONE_DAY))
        return between(self._answers[step], first, before)

    def expected(self, step: StepId, first: Day, before: Day) -> list[Day]:
        """Days to come, today included, on which the step is taken as used."""
        return between(self._expected[step], first, before)

    def was_rested(self, step: Step, day: Day) -> bool:
        """Whether a pause, a recovery or a not-after rule rested the step that day."""
        return self._interrupted(step, day) is not None or self._too_close(step, day) is not None

    def sight(self, step: Step, version: Version, day: Day) -> "StepSight":
        """What the step's rule may look at on `day`."""
        anchor = max(version.begins, step.start)
        return StepSight(self, step, anchor, self.routine.week_of(day), day > self.today)

    def as_known_on(self, day: Day) -> "Course":
        """The course without what begins after `day`: edits, pauses, treatments.

        A past day is judged in its light, so that nothing entered later changes what it was.
        """
        place = bisect_right(self._turns, day)
        if place == len(self._turns) or self._turns[place] > day + self._reach:
            return self
        if place not in self._earlier:
            known = known_on(self.routine, day)
            self._earlier[place] = Course(known, self.log, self.today)
        return self._earlier[place]

    def _prepare(self, day: Day) -> None:
        if self.log.since is not None and day - self._reach < self.log.since:
            raise LogTooShort("log_too_short", needed=day - self._reach)
        if day > self.today:
            self._walk(day)
        self._settle(day)

    def _walk(self, day: Day) -> None:
        """Take what is due on each day from today to the day before `day` as used."""
        while self._walked_to < day - ONE_DAY:
            walked = self._walked_to + ONE_DAY
            standings = self.standings(walked)
            self._walked_to = walked
            for step, standing in standings.items():
                logged = self.log.is_ticked(step, walked) or self.log.is_skipped(step, walked)
                if standing.state == "due" and not logged:
                    insort(self._uses[step], walked)
                    self._expected[step].append(walked)

    def _settle(self, before: Day) -> None:
        """Decide which skips were skips, on days before `before` that the rules can see from it."""
        place = bisect_left(self._skip_days, before)
        unsettled: list[Day] = []
        horizon = before
        while place and self._skip_days[place - 1] >= horizon - self._reach:
            place -= 1
            horizon = self._skip_days[place]
            if horizon in self._settled:
                break
            unsettled.append(horizon)
        for day in reversed(unsettled):
            self._settled.add(day)
            for step, standing in self.standings(day).items():
                if standing.is_asked and self.log.is_skipped(step, day):
                    insort(self._answers[step], day)

    def _worked_out(self, day: Day) -> dict[StepId, Standing]:
        found = {
            step.id: self._alone(step, day) for step in self.routine.steps if step.exists_on(day)
        }
        for group in self.routine.groups_on(day):
            members = [self._member(step, found[step], day) for step in group.priority if step in found]
            found.update(give_way(members, day, is_past=day < self.today))
        return found

    def _alone(self, step: Step, day: Day) -> Standing:
        """How the step stands before its group is asked."""
        interrupted = self._interrupted(step, day)
        if interrupted is not None:
            return interrupted
        version = step.version_on(day)
        if version is None:
            return rest("not_started", step.schedule[0].begins)
        standing = version.rule.standing(day, self.sight(step, version, day))
        if not standing.is_asked:
            return standing
        return self._too_close(step, day) or standing

    def _interrupted(self, step: Step, day: Day) -> Standing | None:
        pause = covering(self._paused[step.id], day)
        if pause is not None:
            return Standing("paused", "paused", pause.until)
        span = covering(self._recovering[step.id], day)
        if span is None or not self._rests_after_treatment(step, day):
            return None
        return rest("recovery", span.until)

    def _rests_after_treatment(self, step: Step, day: Day) -> bool:
        """A step ticked on a treatment's own day is judged as if that treatment were not."""
        if not self.log.is_ticked(step.id, day):
            return True
        others = [one for one in rests(self.routine.treatments, step.id) if one.day != day]
        return covering([recovery(one) for one in others], day) is not None

    def _too_close(self, step: Step, day: Day) -> Standing | None:
        for rule in step.not_after_on(day):
            last = last_before(self.uses(rule.step), day)
            if last is not None and (day - last).days <= rule.days:
                return rest(f"too_close_to:{rule.step}", last + timedelta(days=rule.days + 1))
        return None

    def _member(self, step_id: StepId, standing: Standing, day: Day) -> Member:
        version = self.routine.step(step_id).version_on(day)
        rule = None if version is None else version.rule
        return Member(
            step_id,
            standing,
            is_ticked=self.log.is_ticked(step_id, day),
            is_skipped=self.log.is_skipped(step_id, day),
            is_turn=rule is not None and rule.is_turn(day),
            carries_over=rule is not None and rule.carries_over,
        )


class StepSight:
    """What a rule may look at: one step's own course, as seen on one day."""

    def __init__(
        self, course: Course, step: Step, anchor: Day, week: Day, is_forecast: bool
    ) -> None:
        self._course = course
        self._step = step
        self._is_forecast = is_forecast
        self.anchor = anchor
        self.week = week

    def last_use(self, before: Day) -> Day | None:
        """The latest use before `before`."""
        return last_before(self._course.uses(self._step.id), before)

    def answers(self, first: Day, before: Day) -> list[Day]:
        """Days with a use or a skip, from `first` to the day before `before`, oldest first."""
        logged = self._course.answers(self._step.id, first, before)
        if not self._is_forecast:
            return logged
        return sorted(logged + self._course.expected(self._step.id, first, before))

    def was_rested(self, day: Day) -> bool:
        """Whether a pause, a recovery or a not-after rule rested the step that day."""
        return self._course.was_rested(self._step, day)

    def is_optional(self, day: Day) -> bool:
        """Whether the step was optional that day, all rules considered."""
        standing = self._course.standings(day).get(self._step.id)
        return standing is not None and standing.state == "optional"

    def anchored(self, anchor: Day) -> Sight:
        """The same sight with a later anchor."""
        return StepSight(self._course, self._step, anchor, self.week, self._is_forecast)


def last_before(days: list[Day], day: Day) -> Day | None:
    """The latest of the ascending `days` before `day`."""
    place = bisect_left(days, day)
    return days[place - 1] if place else None


def between(days: list[Day], first: Day, before: Day) -> list[Day]:
    """The ascending `days` from `first` to the day before `before`."""
    return days[bisect_left(days, first) : bisect_left(days, before)]


def reach(routine: Routine) -> int:
    """How many days before a day the rules look at the log, at most."""
    versions = [version for step in routine.steps for version in step.schedule]
    apart = [
        rule.days
        for step in routine.steps
        for rules in (step.not_after, *(version.not_after for version in step.schedule))
        for rule in rules or ()
    ]
    return max((version.rule.reach for version in versions), default=0) + max(apart, default=0) + 1
