"""Change a setting."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from tracker.actions.change import Change
from tracker.actions.ports import Clock, Store
from tracker.actions.present import today
from tracker.domain.day import FIRST_DAY, Day, Weekday, day_of
from tracker.domain.errors import BadInput
from tracker.domain.outside import Outside
from tracker.domain.routine import Routine, WeekStart
from tracker.domain.settings import Json, Setting, check_setting, day_starts_at, week_starts

_WEEK = timedelta(days=7)


def set_setting(store: Store, key: str, value: Json) -> Change | None:
    """Set `key` to `value`; None where it is so already.

    Raises `BadInput` for a key that we do not know or a value that it cannot take.
    """
    setting = checked(key, value)
    with store.writing("set_setting", key=key) as work:
        work.put(setting)
    return work.change


def start_days_at(store: Store, clock: Clock, hour: int) -> Change | None:
    """Let days begin at `hour`, 0 to 12; None where they do already.

    Raises `BadInput` "day_would_go_back" where it would be yesterday again by the new hour: what
    was logged today would then be of a day to come.
    """
    setting = checked("day_starts_at", hour)
    with store.writing("set_setting", key=setting.key) as work:
        if goes_back(clock.now(), day_starts_at(work.settings()), hour):
            raise BadInput("day_would_go_back", hour=hour)
        work.put(setting)
    return work.change


def goes_back(now: datetime, before: int, after: int) -> bool:
    """Whether it is an earlier day by the hour `after` than by the hour `before`."""
    return day_of(now, after) < day_of(now, before)


def start_weeks_on(store: Store, clock: Clock, weekday: Weekday) -> Change | None:
    """Let weeks begin on `weekday` from the end of this week on; None where they do already.

    This week and those before stay as they were: what was missed in them stays missed.
    """
    with store.writing("set_setting", key="week_start") as work:
        before = week_starts(work.settings())
        after = _from_next_week(before, weekday, today(work, clock))
        if after != before:
            work.put(checked("week_start", _as_json(after)))
    return work.change


def checked(key: str, value: Json) -> Setting:
    """The setting, where we know its key and it can take the value; raises `BadInput`."""
    if not check_setting(key, Outside(value, f"settings.{key}")):
        raise BadInput("no_such_setting", key=key)
    return Setting(key, value)


def all_checked(settings: Mapping[str, Json]) -> list[Setting]:
    """The same of several."""
    return [checked(key, value) for key, value in settings.items()]


def _from_next_week(
    starts: tuple[WeekStart, ...], weekday: Weekday, present: Day
) -> tuple[WeekStart, ...]:
    """The starts in force until today, and `weekday` from next week on where it is another one."""
    past = [one for one in starts if one.begins is None or one.begins <= present]
    past = past or [WeekStart("mon")]
    if weekday == past[-1].weekday:
        return tuple(past)
    next_week = Routine(week_starts=starts).week_of(present) + _WEEK
    return (*past, WeekStart(weekday, next_week))


def _as_json(starts: tuple[WeekStart, ...]) -> Json:
    """A weekday where there is but one, for good; else each with the day from which it holds."""
    days = [(one.begins or FIRST_DAY, one.weekday) for one in starts]
    if len(days) == 1 and days[0][0] == FIRST_DAY:
        return days[0][1]
    return [{"from": begins.isoformat(), "day": weekday} for begins, weekday in days]
