"""What time is it in a test? What it was set to, until the test sets it on."""

from datetime import UTC, datetime, timedelta

SATURDAY = datetime(2026, 11, 21, 21, 30, tzinfo=UTC)
"""A Saturday evening in November."""


class StillClock:
    """A clock that tells what it was set to."""

    def __init__(self, moment: datetime = SATURDAY) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment that was set."""
        return self.moment

    def forward(self, **time: int) -> None:
        """Go on by a while, in `timedelta`'s words."""
        self.moment += timedelta(**time)
