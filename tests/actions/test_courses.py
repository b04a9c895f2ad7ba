"""Is more of the log read where the rules turn out to see further back?"""

from datetime import timedelta

from tests.actions.test_views_week import WEDNESDAY
from tracker.actions.courses import ask_course
from tracker.actions.plan_rows import plan_rows
from tracker.actions.supposed import Supposed
from tracker.domain.course import Course, LogTooShort
from tracker.domain.day import Day
from tracker.domain.log import Log
from tracker.domain.plan import plan
from tracker.store.store import SqlStore


def test_the_question_is_put_again_with_more_of_the_log(oily: SqlStore) -> None:
    seen: list[Day] = []

    def ask(course: Course) -> str:
        assert course.log.since is not None
        seen.append(course.log.since)
        if len(seen) < 3:
            raise LogTooShort("log_too_short", needed=WEDNESDAY)
        return "answered"

    with oily.reading() as reading:
        assert ask_course(reading, reading.routine(), WEDNESDAY, WEDNESDAY, ask) == "answered"

    assert seen == sorted(seen, reverse=True)
    assert seen[0] - seen[1] == seen[1] - seen[2] > timedelta()


class Watched(Supposed):
    """A look that remembers up to which days the log was read."""

    def log(self, since: Day | None = None, until: Day | None = None) -> Log:
        """As it is."""
        self.read_until = [*getattr(self, "read_until", []), until]
        return super().log(since, until)


def test_of_days_long_gone_no_later_log_is_read_than_judges_them(oily: SqlStore) -> None:
    last = WEDNESDAY + timedelta(days=6)
    years_later = last + timedelta(days=3000)

    with oily.reading() as reading:
        look = Watched(reading, reading.routine())
        rows = plan_rows(look, WEDNESDAY, last, years_later)

        assert rows == list(plan(look.routine(), reading.log(), WEDNESDAY, last, years_later))
    assert look.read_until
    assert all(until and until < last + timedelta(days=60) for until in look.read_until)
