"""Which day is so many days or months away, where there is one?"""

from calendar import monthrange
from datetime import timedelta

from tracker.domain.day import Day


def days_on(day: Day, days: int) -> Day | None:
    """The day so many days after it; None beyond the ends of all time."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def months_on(day: Day, months: int) -> Day | None:
    """The same day of another month, or that month's last; None beyond the ends of all time."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return in_month(day, year, month + 1)


def in_month(day: Day, year: int, month: int) -> Day | None:
    """The same day of that month, or its last; None in a year that no calendar has."""
    if not Day.min.year <= year <= Day.max.year:
        return None
    return Day(year, month, min(day.day, monthrange(year, month)[1]))


def last_of_month(day: Day) -> Day:
    """The last day of its month."""
    return day.replace(day=monthrange(day.year, day.month)[1])
