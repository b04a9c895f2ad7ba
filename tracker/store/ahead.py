"""Did a clock run ahead for a while, so that something is dated in days that are still to come?"""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from tracker.domain.day import LAST_DAY
from tracker.domain.errors import Unavailable
from tracker.store.doctor import Check
from tracker.store.first_look import first_look

_MARGIN: Final = timedelta(days=2)
"""By travel alone a day can be one ahead, and no more."""


def dated_ahead(folder: Path, now: datetime) -> list[Check]:
    """Whether entries lie ahead of the aware moment `now`: how many, and from when to when.

    Nothing is said where there are none, or where they cannot be read, which other checks tell.
    """
    look = first_look(folder)
    if look is None:
        return []
    try:
        with look:
            found = look.entries(now.date() + _MARGIN, LAST_DAY)
    except Unavailable:
        return []
    if not found:
        return []
    first, last = found[0].day.isoformat(), found[-1].day.isoformat()
    return [Check("clock", "warning", f"{len(found)} {first} {last}")]
