"""Is more of the log read where the rules turn out to see further back?"""

from datetime import timedelta

from tests.actions.test_views_week import WEDNESDAY
from tracker.actions.courses import ask_course
from tracker.domain.course import Course, LogTooShort
from tracker.domain.day import Day
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
