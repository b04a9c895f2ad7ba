"""How is a week's strip of days spoken?"""

from tracker.actions.views.today import WeekDay
from tracker.domain.day import Day
from tracker.words.dates import long_day
from tracker.words.language import _, pgettext


def spoken_day(of_week: WeekDay, today: Day) -> str:
    """A day and how it went: "Tuesday, 17 November: some steps done"."""
    day = long_day(of_week.day, today)
    if of_week.day == today:
        day = _("{day}, today").format(day=day)
    if of_week.mark is None:
        return day
    marks = {
        "done": pgettext("day", "everything done"),
        "some": pgettext("day", "some steps done"),
        "missed": pgettext("day", "no step done"),
        "paused": pgettext("day", "paused"),
    }
    return _("{day}: {mark}").format(day=day, mark=marks[of_week.mark])


def week_before() -> str:
    """The arrow to the left of the days."""
    return _("A week back")


def week_after() -> str:
    """The arrow to the right of the days."""
    return _("A week on")
