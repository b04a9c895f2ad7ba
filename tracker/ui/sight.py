"""What does the window need to know before it can show anything?"""

from datetime import datetime
from typing import NamedTuple

from tracker.actions.ports import Reading
from tracker.actions.views.today import TodayView
from tracker.actions.views.today_view import today_view


class Sight(NamedTuple):
    """Today's page, the theme as it is stored, and whether there is any routine at all."""

    today: TodayView
    theme: object
    has_steps: bool


def sight(now: datetime, reading: Reading) -> Sight:
    """What is seen at the local moment `now`."""
    return Sight(
        today_view(reading, None, now),
        reading.settings().get("theme"),
        bool(reading.routine().steps),
    )
