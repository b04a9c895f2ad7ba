"""How are days and times said?

The order of weekday, day, month and year is a translator's to choose. A `seen_from` day adds the
year where it is another one than that of the day at hand.
"""

from datetime import datetime, time
from typing import Final

from tracker.domain.day import Day
from tracker.words.language import _, ngettext, pgettext

_WEEK: Final = 7


def long_day(day: Day, seen_from: Day | None = None) -> str:
    """As a heading: "Saturday, 21 November"."""
    if _needs_year(day, seen_from):
        return _filled(_("{weekday}, {day} {month} {year}"), day)
    return _filled(_("{weekday}, {day} {month}"), day)


def weekday_day(day: Day, seen_from: Day | None = None) -> str:
    """Inside a sentence: "Tuesday 1 December"."""
    if _needs_year(day, seen_from):
        return _filled(_("{weekday} {day} {month} {year}"), day)
    return _filled(_("{weekday} {day} {month}"), day)


def near_day(day: Day, seen_from: Day) -> str:
    """Inside a sentence, by its weekday alone where that is clear: "Sunday"."""
    if abs((day - seen_from).days) < _WEEK:
        return weekday_name(day)
    return weekday_day(day, seen_from)


def coming_day(day: Day, seen_from: Day) -> str:
    """The same, but a day gone by with its date: last Thursday beside the next is another."""
    return near_day(day, seen_from) if day >= seen_from else weekday_day(day, seen_from)


def short_day(day: Day, seen_from: Day | None = None) -> str:
    """Where there is little room: "Tue 1 Dec"."""
    if _needs_year(day, seen_from):
        return _shortly(pgettext("short", "{weekday} {day} {month} {year}"), day)
    return _shortly(pgettext("short", "{weekday} {day} {month}"), day)


def day_month(day: Day, seen_from: Day | None = None) -> str:
    """Without its weekday: "1 December"."""
    if _needs_year(day, seen_from):
        return _filled(_("{day} {month} {year}"), day)
    return _filled(_("{day} {month}"), day)


def brief_day(day: Day, seen_from: Day | None = None) -> str:
    """Where there is the least room: "1 Dec"."""
    if _needs_year(day, seen_from):
        return _shortly(pgettext("short", "{day} {month} {year}"), day)
    return _shortly(pgettext("short", "{day} {month}"), day)


def clock_time(moment: datetime | time) -> str:
    """The time of day: "07:47"."""
    pattern = pgettext("time of day", "{hour}:{minute}")
    return pattern.format(hour=f"{moment.hour:02}", minute=f"{moment.minute:02}")


def day_count(count: int) -> str:
    """A number of days: "1 day", "18 days"."""
    return ngettext("{count} day", "{count} days", count).format(count=count)


def _needs_year(day: Day, seen_from: Day | None) -> bool:
    return seen_from is not None and seen_from.year != day.year


def _filled(pattern: str, day: Day) -> str:
    names = {"weekday": weekday_name(day), "month": _month_in_date(day)}
    return pattern.format(day=day.day, year=day.year, **names)


def _shortly(pattern: str, day: Day) -> str:
    names = {"weekday": weekday_short(day), "month": month_short(day)}
    return pattern.format(day=day.day, year=day.year, **names)


def weekday_name(day: Day) -> str:
    """The weekday: "Tuesday"."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[day.weekday()]


def weekday_short(day: Day) -> str:
    """The weekday, abbreviated: "Tue"."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day.weekday()]


def month_name(day: Day) -> str:
    """The month by itself: "December"."""
    return (
        pgettext("month", "January"),
        pgettext("month", "February"),
        pgettext("month", "March"),
        pgettext("month", "April"),
        pgettext("month", "May"),
        pgettext("month", "June"),
        pgettext("month", "July"),
        pgettext("month", "August"),
        pgettext("month", "September"),
        pgettext("month", "October"),
        pgettext("month", "November"),
        pgettext("month", "December"),
    )[day.month - 1]


def _month_in_date(day: Day) -> str:
    """The month beside a day's number, which is another case in some languages."""
    return (
        pgettext("month in a date", "January"),
        pgettext("month in a date", "February"),
        pgettext("month in a date", "March"),
        pgettext("month in a date", "April"),
        pgettext("month in a date", "May"),
        pgettext("month in a date", "June"),
        pgettext("month in a date", "July"),
        pgettext("month in a date", "August"),
        pgettext("month in a date", "September"),
        pgettext("month in a date", "October"),
        pgettext("month in a date", "November"),
        pgettext("month in a date", "December"),
    )[day.month - 1]


def month_short(day: Day) -> str:
    """The month, abbreviated: "Dec"."""
    return (
        pgettext("short month", "Jan"),
        pgettext("short month", "Feb"),
        pgettext("short month", "Mar"),
        pgettext("short month", "Apr"),
        pgettext("short month", "May"),
        pgettext("short month", "Jun"),
        pgettext("short month", "Jul"),
        pgettext("short month", "Aug"),
        pgettext("short month", "Sep"),
        pgettext("short month", "Oct"),
        pgettext("short month", "Nov"),
        pgettext("short month", "Dec"),
    )[day.month - 1]
