"""What time is it? The only place that asks the machine."""

import time
from datetime import UTC, datetime


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The present moment, aware, in local time, also where the zone is another one by now."""
        if hasattr(time, "tzset"):
            time.tzset()
        return datetime.now(UTC).astimezone()
