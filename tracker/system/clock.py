"""What time is it? The only place that asks the machine."""

from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in local time."""
        return datetime.now(UTC).astimezone()
