"""What does the window need to know before it can show anything?"""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from tracker.actions.views.today import TodayView
from tracker.actions.views.today_view import today_view

if TYPE_CHECKING:
    from tracker.actions.ports import Reading
    from tracker.domain.day import Day


class Sight(NamedTuple):
    """Today's page, and the theme and the language as they are stored."""

    today: TodayView
    theme: object
    language: object


def sight(now: datetime, reading: "Reading", day: "Day | None" = None) -> Sight:
    """What is seen at the local moment `now`, where `day` is looked at; None: today."""
    kept = reading.settings()
    return Sight(today_view(reading, day, now), kept.get("theme"), kept.get("language"))
