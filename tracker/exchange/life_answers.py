"""What do pause, resume, shift and treat answer as JSON?"""

from collections.abc import Iterable

from tracker.actions.change import Change
from tracker.actions.views.difference import Difference
from tracker.domain.day import Day
from tracker.domain.routine import Routine
from tracker.domain.row import Row
from tracker.exchange.answers import Item, iso
from tracker.exchange.deed_answers import change_answer
from tracker.exchange.look_answers import routine_answer


def done_answer(change: Change | None, routine: Routine, today: Day) -> Item:
    """What was done, null where it was so already, and the routine as it is now."""
    return {"change": change_answer(change), "routine": routine_answer(routine, today)}


def dry_answer(found: Iterable[Difference], first: Day, last: Day) -> Item:
    """What would change from `first` to `last`."""
    return {
        "dry_run": True,
        "first": first.isoformat(),
        "last": last.isoformat(),
        "differences": [
            {
                "day": one.day.isoformat(),
                "step": one.step,
                "before": _row(one.before),
                "after": _row(one.after),
            }
            for one in found
        ],
    }


def _row(row: Row | None) -> list[str | None] | None:
    """A row without its day and step."""
    return None if row is None else [row.status, row.reason, iso(row.until)]
