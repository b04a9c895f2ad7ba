"""How much of the log do the rules need to see for a range of days?"""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from tracker.domain.course import Course, LogTooShort, reach
from tracker.domain.day import Day
from tracker.domain.routine import Routine

if TYPE_CHECKING:
    from tracker.actions.ports import Reading

Answer = TypeVar("Answer")


def ask_course(
    reading: "Reading",
    routine: Routine,
    first: Day,
    today: Day,
    ask: Callable[[Course], Answer],
    last: Day | None = None,
) -> Answer:
    """What `ask` makes of the course from `first` to `last` (None: for good).

    No more of the log is read than it takes. Where the rules turn out to see further back (a skip
    depends on days before it, and those on days before them), more of the log is read and the
    question put again.
    """
    margin = timedelta(days=2 * reach(routine))
    since = min(first, today) - margin
    until = None if last is None or last >= today - margin else last + margin
    while True:
        try:
            return ask(Course(routine, reading.log(since, until), today))
        except LogTooShort:
            since -= margin
            until = None if until is None else until + margin
