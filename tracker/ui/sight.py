"""What does the window need to know before it can show anything?"""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.views.today import TodayView
from tracker.actions.views.today_view import today_view

if TYPE_CHECKING:
    from tracker.actions.ports import Reading


class Sight(NamedTuple):
    """Today's page, and the theme as it is stored."""

    today: TodayView
    theme: object


def sight(now: datetime, reading: "Reading") -> Sight:
    """What is seen at the local moment `now`."""
    return Sight(today_view(reading, None, now), reading.settings().get("theme"))
